"""`python -m explorer.pack [PACK]` checks a pack, the built-in one if none is given.

`python -m explorer.pack --bake` checks the built-in pack and writes its fast form.
"""

import sys
from pathlib import Path

from explorer import assets
from explorer.pack.check import check


def main(arguments: list[str]) -> int:
    """Print every fault as `file:line: what; mend`, then one line. Returns 1 if there were any."""
    if arguments == ["--bake"]:
        return _bake()
    path = Path(arguments[0]) if arguments else assets.folder()
    problems, line = check(path)
    for problem in problems:
        file = str(path / problem.file) if path.is_dir() else problem.file
        sys.stdout.write(f"{problem._replace(file=file)}\n")
    sys.stdout.write(f"{line}\n")
    return 1 if problems else 0


def _bake() -> int:
    from explorer.pack.baked import bake_builtin
    from explorer.pack.pack_error import PackError

    try:
        path = bake_builtin()
    except PackError as error:
        sys.stdout.write(f"{error}\nnothing was baked\n")
        return 1
    sys.stdout.write(f"{path} is written\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
