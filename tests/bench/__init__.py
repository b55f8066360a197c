"""How fast and how large the program is, beside the least that any Qt program must pay.

`python -m tests.bench` prints a table; it is a report, not a test.
"""
