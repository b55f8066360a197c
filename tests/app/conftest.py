"""A pack about something else than MDMA."""

from tests.app.coffee import coffee, open_coffee

__all__ = ["coffee", "open_coffee"]
