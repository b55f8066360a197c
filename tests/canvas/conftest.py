"""A pack about something else than MDMA."""

from tests.app.coffee import coffee, coffee_cache, open_coffee

__all__ = ["coffee", "coffee_cache", "open_coffee"]
