"""Whether the person asked their system for less motion.

Qt 6.11 has no word for it, so each platform is asked where it keeps the answer.
"""

import os
import sys
from pathlib import Path


def system_reduces_motion(home: Path | None = None, platform: str = sys.platform) -> bool:
    """Return True when the desktop is set to fewer animations; False when unknown.

    Args:
        home: home folder to look in; the person's own by default.
        platform: value of `sys.platform`.
    """
    home = home or Path.home()
    if platform == "win32":
        return _windows_reduces_motion()
    if platform == "darwin":
        return _mac_reduces_motion(home)
    return any(
        _gtk_reduces_motion(_config_home(home) / folder / "settings.ini")
        for folder in ("gtk-4.0", "gtk-3.0")
    )


def _config_home(home: Path) -> Path:
    configured = os.environ.get("XDG_CONFIG_HOME")
    return Path(configured) if configured else home / ".config"


def _gtk_reduces_motion(path: Path) -> bool:
    try:
        lines = path.read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return False
    for line in lines:
        key, _, value = line.partition("=")
        if key.strip() == "gtk-enable-animations":
            return value.strip().lower() in {"0", "false"}
    return False


def _mac_reduces_motion(home: Path) -> bool:
    import plistlib

    path = home / "Library/Preferences/com.apple.universalaccess.plist"
    try:
        with path.open("rb") as file:
            return bool(plistlib.load(file).get("reduceMotion", False))
    except Exception:  # whatever is wrong with that file, it is no wish for less motion
        return False


def _windows_reduces_motion() -> bool:
    import ctypes

    client_area_animation = 0x1042  # SPI_GETCLIENTAREAANIMATION
    enabled = ctypes.c_int(1)
    user32 = getattr(ctypes, "windll").user32  # noqa: B009 - the name exists on Windows only
    user32.SystemParametersInfoW(client_area_animation, 0, ctypes.byref(enabled), 0)
    return not enabled.value
