"""`python -m explorer.pack [PACK]`: check a pack, the built-in one if none is given."""

import sys
from dataclasses import replace
from pathlib import Path

from explorer import assets
from explorer.pack.check import check


def main(arguments: list[str]) -> int:
    """Print every fault as `file:line: what; mend`, then one line. Returns 1 if there were any."""
    path = Path(arguments[0]) if arguments else assets.folder()
    problems, line = check(path)
    for problem in problems:
        file = str(path / problem.file) if path.is_dir() else problem.file
        sys.stdout.write(f"{replace(problem, file=file)}\n")
    sys.stdout.write(f"{line}\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
