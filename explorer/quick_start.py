"""Making the first window appear sooner, without changing anything that it does."""

import builtins
import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quick_start() -> Iterator[None]:
    """Within this block, objects are not collected and modules are loaded without a second look.

    A start makes many objects and drops few, so collecting in between only costs time. And once
    QtCore is loaded, PySide reads the source text of every further module, to learn whether it may
    ask for `__feature__` (snake case and properties); none of ours does. Together they take as
    long as a fifth of an empty window. Both are as they were afterwards.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    looked_at = builtins.__import__
    builtins.__import__ = getattr(builtins, "__orig_import__", looked_at)
    try:
        yield
    finally:
        builtins.__import__ = looked_at
        if was_enabled:
            gc.enable()


def settle() -> None:
    """Collect from now on, but leave alone what the start made: it stays until the end."""
    gc.freeze()
    gc.enable()
