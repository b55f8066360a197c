"""Makes the medial plate ``medial.svg`` from a published brain template (see README.md)."""
