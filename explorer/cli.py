"""The command line."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

_CHECK_USAGE = "usage: mdma-brain-explorer check [PACK]"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command: `check`, `export`, `bake`, or opening the window. Returns the exit code."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    if arguments[:1] == ["check"]:
        return _check(arguments[1:])
    if arguments[:1] == ["export"]:
        from explorer.headless.run import export

        return export(arguments[1:])
    if arguments == ["bake"]:
        return _bake()
    gc.disable()  # until the window has settled; `explorer.quick_start` says why
    from explorer.app import run

    return run(arguments)


def _check(arguments: Sequence[str]) -> int:
    """Print every fault of a pack as `file:line: what; mend`, then one line.

    Exit code 0 without faults, 1 with faults, 2 for a wrong call.
    """
    if len(arguments) > 1 or any(argument.startswith("-") for argument in arguments):
        is_help = list(arguments) in (["-h"], ["--help"])
        (sys.stdout if is_help else sys.stderr).write(f"{_CHECK_USAGE}\n")
        return 0 if is_help else 2
    from explorer import assets
    from explorer.pack.check import check

    path = Path(arguments[0]) if arguments else assets.folder()
    if not path.exists():
        sys.stderr.write(f"mdma-brain-explorer: there is nothing at {path}\n")
        return 2
    problems, summary = check(path)
    for problem in problems:
        sys.stdout.write(f"{problem}\n")
    sys.stdout.write(f"{summary}\n")
    return 1 if problems else 0


def _bake() -> int:
    """Write the fast form of the built-in pack and its drawing, after a change of its sources."""
    import os

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    from explorer import assets
    from explorer.canvas.baked_drawing import write_baked
    from explorer.opening import shape_ids
    from explorer.pack.baked import bake_builtin
    from explorer.pack.pack_error import PackError
    from explorer.pack.reader import read_pack

    app = QGuiApplication.instance() or QGuiApplication([])
    try:
        bake_builtin()
        library = read_pack(assets.folder())
    except PackError as error:
        sys.stderr.write(f"{error}\nnothing was baked\n")
        return 1
    for diagram in library.info.diagrams:
        write_baked(
            assets.path("baked"),
            diagram.id,
            assets.path(*diagram.file.split("/")).read_bytes(),
            shape_ids(library, diagram),
            [landmark.id for landmark in library.landmarks],
            diagram.file,
            is_scheme=diagram.is_synapse,
        )
    del app
    return 0
