"""Shapes: reading them from a diagram, asking what lies under a point. No Qt."""
