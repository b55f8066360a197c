"""The drawn brain."""
