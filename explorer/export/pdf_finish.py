"""What Qt leaves out of a PDF: its language, a title on the window, and letters to search for."""

import re

_LETTERS = re.compile(rb"/CIDInit .*?endcmap", re.DOTALL)
"""A table that tells which letter each sign of a face is; Qt does not pack it."""
_PLAIN = {b"<0009>": b"<0020>", b"<2011>": b"<002D>"}
"""A face may have one sign for tab and space, and Qt then calls it a tab. A hyphen at which no line
breaks is found by whoever looks for a hyphen."""


def finish_pdf(pdf: bytes, language: str) -> bytes:
    """Return a PDF of Qt, finished.

    Args:
        pdf: as Qt wrote it.
        language: of its text, such as `nl`.
    """
    pdf = _LETTERS.sub(_in_plain_letters, pdf)
    trailer = pdf[pdf.rindex(b"trailer") :]
    root, size = (_match(rb"/%s (\d+)" % name, trailer)[1] for name in (b"Root", b"Size"))
    old_table = _match(rb"startxref\n(\d+)", trailer)[1]
    catalog = _match(rb"%s 0 obj\n<<\n(.*?)>>\nendobj" % root, pdf[_place(pdf, old_table, root) :])[
        1
    ]
    kept = _match(rb"/Info [^\n]*\n", trailer)[0] + _match(rb"/ID \[.*?\]\n", trailer)[0]
    # A file is changed by what is put behind it: an object takes the place of an earlier one.
    head = b"\n%s 0 obj\n<<\n" % root
    lines = b"/Lang (%s)\n/ViewerPreferences << /DisplayDocTitle true >>\n" % language.encode()
    part = head + catalog + lines + b">>\nendobj\n"
    table = b"xref\n0 1\n0000000000 65535 f \n%s 1\n%010d 00000 n \n" % (root, len(pdf) + 1)
    table += b"trailer\n<<\n/Size %s\n/Root %s 0 R\n/Prev %s\n" % (size, root, old_table)
    table += kept + b">>\nstartxref\n%d\n%%%%EOF\n" % (len(pdf) + len(part))
    return pdf + part + table


def _in_plain_letters(table: re.Match[bytes]) -> bytes:
    text = table[0]
    for letter, plain in _PLAIN.items():
        text = text.replace(letter, plain)
    return text


def _place(pdf: bytes, table: bytes, number: bytes) -> int:
    """Return where an object begins; a search could find its like in somebody's title."""
    entries = int(table) + _match(rb"xref\n0 \d+\n", pdf[int(table) :]).end()
    return int(pdf[entries + 20 * int(number) :][:10])


def _match(pattern: bytes, text: bytes) -> re.Match[bytes]:
    found = re.search(pattern, text, re.DOTALL)
    assert found is not None, "Qt writes its files in this way"
    return found
