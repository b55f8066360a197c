"""A pack about something else than MDMA."""

import pytest

from explorer.canvas.brain_canvas import BrainCanvas
from tests.app.coffee import coffee, coffee_cache, open_coffee
from tests.app.whole import open_whole, whole_cache
from tests.widgets.open_page import open_page

__all__ = ["coffee", "coffee_cache", "open_coffee", "open_page", "open_whole", "whole_cache"]


@pytest.fixture
def announced(monkeypatch):
    """What assistive tools are asked to say, from now on."""
    said = []
    monkeypatch.setattr(BrainCanvas, "announce", lambda canvas, message: said.append(message))
    return said
