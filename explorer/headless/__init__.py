"""`mdma-brain-explorer export`: files without a window, on a machine that may have no display."""
