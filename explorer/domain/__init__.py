"""Frozen types and pure rules. No Qt, no files, no clock."""
