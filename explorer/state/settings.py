"""What the program remembers between sessions: a table of settings and one JSON file.

Nothing about a client is ever among them.
"""

import base64
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from explorer.domain.vocabulary import Language, Level


class Setting(NamedTuple):
    """One thing to remember.

    Attributes:
        key: name in the file.
        default: value when nothing, or nothing sensible, is stored.
        is_valid: whether a stored value may be used.
    """

    key: str
    default: str
    is_valid: Callable[[str], bool]


def _one_of(*values: str) -> Callable[[str], bool]:
    return lambda value: value in values


def _is_base64(value: str) -> bool:
    try:
        base64.b64decode(value, validate=True)
    except ValueError:
        return False
    return True


LANGUAGE = Setting("language", "", _one_of("", *Language))
LEVEL = Setting("level", Level.PLAIN, _one_of(*Level))
THEME = Setting("theme", "system", _one_of("system", "light", "dark"))
MOTION = Setting("motion", "system", _one_of("system", "reduced"))
VIEW = Setting("view", "", _one_of("", "medial", "coronal", "axial", "synapse"))
GEOMETRY = Setting("geometry", "", _is_base64)

KEEP_NOTE = Setting("keep_note", "no", _one_of("no", "yes"))

TABLE = (LANGUAGE, LEVEL, THEME, MOTION, VIEW, GEOMETRY, KEEP_NOTE)


class Settings:
    """Reads the file once and writes it atomically.

    Values equal to their default are not written. Keys of a newer version are kept. A file that
    cannot be read as settings is set aside under another name, never overwritten.

    Args:
        path: where the file is, or will be.

    Attributes:
        set_aside: where an unreadable file was moved to, or None.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.set_aside: Path | None = None
        self._stored = self._read()

    def value(self, setting: Setting) -> str:
        """Return the stored value when it is valid, else the default."""
        stored = self._stored.get(setting.key, setting.default)
        if isinstance(stored, str) and setting.is_valid(stored):
            return stored
        return setting.default

    def set_value(self, setting: Setting, value: str) -> None:
        """Remember a value until `save`. Raises ValueError for one that the table forbids."""
        if not setting.is_valid(value):
            raise ValueError(f"{value!r} is no {setting.key}")
        if value == setting.default:
            self._stored.pop(setting.key, None)
        else:
            self._stored[setting.key] = value

    def save(self) -> bool:
        """Write the file in one step. Returns False when the place cannot be written."""
        from PySide6.QtCore import QByteArray, QIODevice, QSaveFile  # not needed at start

        text = json.dumps(self._stored, indent=1, sort_keys=True) + "\n"
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
        except OSError:
            return False
        file = QSaveFile(str(self._path))
        if not file.open(QIODevice.OpenModeFlag.WriteOnly):
            return False
        file.write(QByteArray(text.encode()))
        return file.commit()

    def _read(self) -> dict[str, Any]:
        try:
            content = json.loads(self._path.read_bytes())
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError):
            self._set_aside()
            return {}
        if not isinstance(content, dict):
            self._set_aside()
            return {}
        return content

    def _set_aside(self) -> None:
        """Move the unreadable file to the first free name beside it."""
        for number in range(1, 100):
            aside = self._path.with_name(f"{self._path.stem}.unreadable-{number}.json")
            if not aside.exists():
                break
        try:
            self._path.replace(aside)
        except OSError:
            return
        self.set_aside = aside
