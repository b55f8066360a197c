"""The wish for less motion, where each desktop keeps it."""

import plistlib
from pathlib import Path

import pytest

from explorer.state.motion import system_reduces_motion


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    return tmp_path


def write_gtk(folder: Path, version: str, text: str) -> None:
    path = folder / version / "settings.ini"
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")


def write_mac(home: Path, content: bytes) -> None:
    path = home / "Library/Preferences/com.apple.universalaccess.plist"
    path.parent.mkdir(parents=True)
    path.write_bytes(content)


@pytest.mark.parametrize("platform", ["linux", "darwin", "freebsd14"])
def test_nothing_known_means_motion(home, platform):
    assert system_reduces_motion(home, platform) is False


@pytest.mark.parametrize("version", ["gtk-3.0", "gtk-4.0"])
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("gtk-enable-animations=0", True),
        ("gtk-enable-animations = false", True),
        ("gtk-enable-animations=FALSE", True),
        ("gtk-enable-animations=1", False),
        ("gtk-enable-animations=true", False),
        ("gtk-enable-animations", False),
        ("#gtk-enable-animations=0", False),
        ("gtk-theme-name=0", False),
    ],
)
def test_gtk_settings_are_read(home, version, line, expected):
    write_gtk(home / ".config", version, f"[Settings]\ngtk-font-name=Sans\n{line}\n")
    assert system_reduces_motion(home, "linux") is expected


def test_gtk_settings_follow_the_configured_folder(home, tmp_path, monkeypatch):
    write_gtk(tmp_path / "elsewhere", "gtk-3.0", "[Settings]\ngtk-enable-animations=0\n")
    assert system_reduces_motion(home, "linux") is False
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "elsewhere"))
    assert system_reduces_motion(home, "linux") is True


def test_gtk_settings_may_be_garbage(home):
    path = home / ".config" / "gtk-4.0" / "settings.ini"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"\xff\xfe\0gtk-enable\n\n=\n")
    assert system_reduces_motion(home, "linux") is False


@pytest.mark.parametrize("form", [plistlib.FMT_XML, plistlib.FMT_BINARY])
@pytest.mark.parametrize(
    ("content", "expected"),
    [({"reduceMotion": True}, True), ({"reduceMotion": False}, False), ({"other": 1}, False)],
)
def test_mac_settings_are_read(home, form, content, expected):
    write_mac(home, plistlib.dumps(content, fmt=form))
    assert system_reduces_motion(home, "darwin") is expected


@pytest.mark.parametrize(
    "garbage",
    [b"", b"no plist", b"<plist><dict>", b"bplist00 cut", plistlib.dumps(["reduceMotion"])],
    ids=["empty", "text", "cut xml", "cut binary", "list"],
)
def test_mac_settings_may_be_garbage(home, garbage):
    write_mac(home, garbage)
    assert system_reduces_motion(home, "darwin") is False
