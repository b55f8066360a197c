"""Coronal and axial slices of the same template, in the same hand."""
