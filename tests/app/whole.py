"""The small pack that has every kind of place, opened as a person would, and fast."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from explorer.pack.baked import open_pack

WHOLE = Path(__file__).parents[1] / "pack" / "whole_pack"


@pytest.fixture(scope="session")
def whole_cache(tmp_path_factory):
    """The fast form of the pack, as the program keeps it."""
    folder = tmp_path_factory.mktemp("whole-cache")
    open_pack(WHOLE, folder)
    return folder


@pytest.fixture
def open_whole(open_window, whole_cache):
    """Return a function that opens the pack as `open_window` does.

    Unless a region is asked for, nothing is selected and the first view is shown, as for a person
    who has just let go of the pack's own first place; `as_left=True` leaves the view alone.
    """
    place = QStandardPaths.StandardLocation.GenericCacheLocation
    cache = Path(QStandardPaths.writableLocation(place)) / "mdma-brain-explorer" / "packs"
    shutil.copytree(whole_cache, cache, dirs_exist_ok=True)

    def open_one(*arguments, as_left=False, **options):
        window = open_window("--language", "en", "--pack", str(WHOLE), *arguments, **options)
        if "--region" not in arguments:
            window._store.select_region(None)
            if not as_left:
                window._store.set_view("medial")
        return window

    return open_one
