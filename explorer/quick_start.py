"""Making the first window appear sooner, without changing anything that it does."""

from __future__ import annotations  # `compile` passes this on, as PySide's own loader does

import builtins
import gc
import marshal
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import CodeType
from typing import Any

_EMBEDDED = ("signature_bootstrap.py", "shibokensupport/")
"""How the names of PySide's embedded files begin."""
_STUB_MAKER = "shibokensupport/signature/lib/pyi_generator.py"
_LATE = """
def __getattr__(name):
    del globals()["__getattr__"]
    exec(compile({source!r}, {file!r}, "exec"), globals())
    try:
        return globals()[name]
    except KeyError:
        raise AttributeError(name) from None
"""


@contextmanager
def quick_start() -> Iterator[None]:
    """Within this block, objects are not collected and modules are loaded without a second look.

    A start makes many objects and drops few, so collecting in between only costs time. And once
    QtCore is loaded, PySide reads the source text of every further module, to learn whether it may
    ask for `__feature__` (snake case and properties); none of ours does. Moreover PySide compiles
    its own embedded Python files anew at every start: see `KeptCode`. Together they take as long
    as a third of an empty window. All is as it was afterwards.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    kept = KeptCode(None if "PySide6.QtCore" in sys.modules else _kept_file())
    builtins.compile = kept
    try:
        import PySide6.QtCore  # noqa: F401 - puts an import of its own in the place of Python's

        looked_at = builtins.__import__
        builtins.__import__ = getattr(builtins, "__orig_import__", looked_at)
        try:
            yield
        finally:
            builtins.__import__ = looked_at
    finally:
        builtins.compile = kept.compile
        kept.save()
        if was_enabled:
            gc.enable()


def settle() -> None:
    """Collect from now on, but leave alone what the start made: it stays until the end."""
    gc.freeze()
    gc.enable()


class KeptCode:
    """Stands in for `compile` while PySide is loaded, and keeps what it made of PySide's files.

    PySide carries its Python files as text inside a library, where Python's own cache does not
    reach them. What they were compiled to is kept beside our own compiled files, on the same terms:
    for this version of Python, and only as long as the text is the same.

    One of them, a tool that writes stub files, is loaded when somebody asks for it, since it takes
    `argparse`, `logging` and two long regular expressions with it.

    Args:
        file: where it is kept; None keeps nothing.
    """

    def __init__(self, file: str | None) -> None:
        self.compile: Callable[..., Any] = builtins.compile
        self._file = file
        self._kept: dict[str, tuple[bytes, CodeType]] = {}
        self._is_new = False
        with suppress(OSError, ValueError, EOFError, TypeError):
            if file is not None:
                with open(file, "rb") as stored:  # noqa: PTH123 - pathlib is not loaded yet
                    kept = marshal.loads(stored.read())
                if isinstance(kept, dict):
                    self._kept = kept

    def __call__(self, source: Any, filename: Any, mode: str, *more: Any, **named: Any) -> Any:
        """Compile like `builtins.compile`, or return what came of the same text before."""
        is_ours = isinstance(source, bytes) and isinstance(filename, str) and mode == "exec"
        if not is_ours or more or named or not filename.startswith(_EMBEDDED):
            return self.compile(source, filename, mode, *more, **named)
        text, code = self._kept.get(filename, (None, None))
        if text != source or not isinstance(code, CodeType):
            late = source
            if filename == _STUB_MAKER:
                late = _LATE.format(source=source, file=filename).encode()
            code = self.compile(late, filename, "exec")
            self._kept[filename] = (source, code)
            self._is_new = True
        return code

    def save(self) -> None:
        """Keep what is new. A folder that cannot be written to keeps nothing."""
        if not self._is_new or self._file is None or sys.dont_write_bytecode:
            return
        passing = f"{self._file}.{os.getpid()}"
        with suppress(OSError):
            os.makedirs(os.path.dirname(self._file), exist_ok=True)  # noqa: PTH103, PTH120
            with open(passing, "wb") as stored:  # noqa: PTH123
                stored.write(marshal.dumps(self._kept))
            os.replace(passing, self._file)  # noqa: PTH105


def _kept_file() -> str | None:
    """Return where Python would keep a compiled module of this name beside this one."""
    from importlib.util import cache_from_source

    try:
        return cache_from_source(os.path.join(os.path.dirname(__file__), "pyside_support.py"))  # noqa: PTH118, PTH120
    except NotImplementedError:
        return None
