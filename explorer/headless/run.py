"""Does what the command line of `export` says."""

import os
import sys
from collections.abc import Sequence

from explorer.headless.options import Wish, parse
from explorer.options import NAME, OptionError


def export(arguments: Sequence[str]) -> int:
    """Write one file. Returns the exit code.

    0 when it was written, 1 when it could not be, 2 for a wrong call; each with one line about why,
    save that a pack with faults has a line for each.
    """
    try:
        wish = parse(arguments)
        _write(wish)
    except OptionError as error:
        return _fail(str(error), 2)
    except FileExistsError:
        return _fail(f"{wish.out} is there already; --force replaces it")
    except OSError as error:
        return _fail(f"{wish.out} cannot be written: {error.strerror or error}")
    except _RefusedError as error:
        return _fail(str(error))
    return 0


class _RefusedError(Exception):
    """A pack or a pins file cannot be used: says why."""


def _write(wish: Wish) -> None:
    # A machine that has no display is no reason to fail; one that has it needs no window for this.
    os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"
    if wish.out.exists() and not wish.force:
        raise FileExistsError
    from explorer.export.atomic import write_atomically
    from explorer.headless.content import content
    from explorer.pack.pack_error import PackError
    from explorer.state.handout_file import HandoutFileError

    try:
        data, missing = content(wish)
    except PackError as error:
        raise _RefusedError(f"the pack cannot be used\n{error}") from error
    except HandoutFileError as error:
        raise _RefusedError(str(error)) from error
    write_atomically(wish.out, data, force=wish.force)
    if missing:
        sys.stderr.write(f"{NAME}: not in this pack: {', '.join(missing)}\n")


def _fail(why: str, code: int = 1) -> int:
    sys.stderr.write(f"{NAME}: {why}\n")
    return code
