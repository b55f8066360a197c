"""What is remembered: defaults, foreign files, unknown keys, places that cannot be written."""

import json
import stat

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explorer.state import settings as keys
from explorer.state.settings import TABLE, Settings


@pytest.fixture
def path(tmp_path):
    return tmp_path / "config" / "settings.json"


def stored(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return Settings(path)


def test_everything_has_a_default_that_is_valid(path):
    fresh = Settings(path)
    for setting in TABLE:
        assert fresh.value(setting) == setting.default
        assert setting.is_valid(setting.default)
    assert fresh.set_aside is None
    assert not path.exists(), "reading writes nothing"


def test_every_key_is_declared_once():
    names = [setting.key for setting in TABLE]
    assert len(names) == len(set(names))


def test_values_survive_a_restart(path):
    first = Settings(path)
    first.set_value(keys.LANGUAGE, "nl")
    first.set_value(keys.THEME, "dark")
    assert first.save()
    again = Settings(path)
    assert again.value(keys.LANGUAGE) == "nl"
    assert again.value(keys.THEME) == "dark"
    assert again.value(keys.LEVEL) == "plain"


def test_only_what_differs_from_the_default_is_written(path):
    chosen = Settings(path)
    chosen.set_value(keys.LEVEL, "clinical")
    chosen.set_value(keys.THEME, "dark")
    chosen.set_value(keys.THEME, "system")
    assert chosen.save()
    assert json.loads(path.read_text("utf-8")) == {"level": "clinical"}


def test_keys_of_a_newer_version_are_kept(path):
    newer = {"view": "coronal", "lens": {"human": True}, "theme": "dark", "note": "café"}
    old = stored(path, newer)
    old.set_value(keys.LANGUAGE, "nl")
    assert old.save()
    assert json.loads(path.read_text("utf-8")) == newer | {"language": "nl"}


@pytest.mark.parametrize("setting", TABLE, ids=lambda setting: setting.key)
@pytest.mark.parametrize("value", ["no such value é", 7, None, True, ["nl"], {"nl": 1}])
def test_a_stored_value_that_makes_no_sense_becomes_the_default(path, setting, value):
    assert stored(path, {setting.key: value}).value(setting) == setting.default


@pytest.mark.parametrize("setting", TABLE, ids=lambda setting: setting.key)
def test_a_value_outside_the_table_is_refused(path, setting):
    with pytest.raises(ValueError, match=setting.key):
        Settings(path).set_value(setting, "no such value é")


@pytest.mark.parametrize(
    "garbage",
    [b"", b"{", b"\xff\xfe\x00", b"[1, 2]", b'"nl"', b"null", b"[" * 100_000, b"\0" * 10],
    ids=["empty", "cut", "bytes", "list", "text", "null", "deep", "zeros"],
)
def test_a_file_that_is_no_settings_is_kept_aside(path, garbage):
    kept = stored(path, garbage)
    assert kept.set_aside is not None
    assert kept.set_aside.parent == path.parent
    assert kept.set_aside.read_bytes() == garbage
    assert not path.exists()
    for setting in TABLE:
        assert kept.value(setting) == setting.default
    assert kept.save()
    assert Settings(path).set_aside is None


def test_what_was_kept_aside_is_never_overwritten(path):
    first = stored(path, b"first").set_aside
    second = stored(path, b"second").set_aside
    assert first != second
    assert (first.read_bytes(), second.read_bytes()) == (b"first", b"second")


def test_a_place_that_cannot_be_made_is_told(tmp_path):
    blocker = tmp_path / "file"
    blocker.write_text("in the way")
    chosen = Settings(blocker / "deeper" / "settings.json")
    chosen.set_value(keys.THEME, "dark")
    assert chosen.save() is False
    assert chosen.value(keys.THEME) == "dark", "what was chosen holds as long as the program runs"


def test_a_place_that_cannot_be_written_is_told(path):
    chosen = Settings(path)
    path.mkdir(parents=True)  # since then, a folder stands where the file should be
    (path / "inside").write_text("so that it cannot be replaced")
    chosen.set_value(keys.THEME, "dark")
    assert chosen.save() is False


def test_a_failed_save_leaves_the_old_file_whole(path, monkeypatch):
    before = stored(path, {"theme": "dark"})
    monkeypatch.setattr("PySide6.QtCore.QSaveFile.commit", lambda file: False)
    before.set_value(keys.THEME, "light")
    assert before.save() is False
    assert json.loads(path.read_text("utf-8")) == {"theme": "dark"}


def test_saving_leaves_no_other_file_behind(path):
    chosen = Settings(path)
    chosen.set_value(keys.THEME, "dark")
    for _ in range(3):
        assert chosen.save()
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]
    assert stat.S_ISREG(path.stat().st_mode)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(content=st.dictionaries(st.text() | st.sampled_from([s.key for s in TABLE]), json_values))
def test_any_table_is_read_without_a_fault_and_kept(path, content):
    chosen = stored(path, content)
    for setting in TABLE:
        assert setting.is_valid(chosen.value(setting))
    assert chosen.save()
    assert json.loads(path.read_text("utf-8")) == content


def test_a_broken_letter_in_an_unknown_key_does_not_stop_saving(path):
    # Half of a surrogate pair is valid JSON and cannot be written as UTF-8.
    chosen = stored(path, b'{"newer": "\\ud83d", "theme": "dark"}')
    chosen.set_value(keys.LEVEL, "clinical")
    assert chosen.save()
    assert Settings(path).value(keys.LEVEL) == "clinical"
