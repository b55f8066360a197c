"""Shared by the tests of shapes: the real plate, small drawings, and Qt as the judge."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

PLATE = Path(__file__).parents[2] / "assets" / "diagrams" / "medial.svg"


@pytest.fixture(scope="session")
def plate() -> bytes:
    return PLATE.read_bytes()
