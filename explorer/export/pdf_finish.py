"""What Qt leaves out of a PDF: its language, a title on the window, and spaces that are spaces."""

import re

_LETTERS = re.compile(rb"/CIDInit .*?endcmap", re.DOTALL)
"""A table that tells which letter each sign of a face is; Qt does not pack it."""
_TAB, _SPACE = b"<0009>", b"<0020>"


def finish_pdf(pdf: bytes, language: str) -> bytes:
    """Return a PDF of Qt, finished.

    Args:
        pdf: as Qt wrote it.
        language: of its text, such as `nl`.
    """
    # A face may have one sign for tab and space, and Qt then calls it a tab.
    pdf = _LETTERS.sub(lambda found: found[0].replace(_TAB, _SPACE), pdf)
    trailer = pdf[pdf.rindex(b"trailer") :]
    root, size = (_match(rb"/%s (\d+)" % name, trailer)[1] for name in (b"Root", b"Size"))
    old_table = _match(rb"startxref\n(\d+)", trailer)[1]
    catalog = _match(rb"(?<!\d)%s 0 obj\n<<\n(.*?)>>\nendobj" % root, pdf)[1]
    kept = _match(rb"/Info [^\n]*\n", trailer)[0] + _match(rb"/ID \[.*?\]\n", trailer)[0]
    # A file is changed by what is put behind it: an object takes the place of an earlier one.
    head = b"\n%s 0 obj\n<<\n" % root
    lines = b"/Lang (%s)\n/ViewerPreferences << /DisplayDocTitle true >>\n" % language.encode()
    part = head + catalog + lines + b">>\nendobj\n"
    table = b"xref\n0 1\n0000000000 65535 f \n%s 1\n%010d 00000 n \n" % (root, len(pdf) + 1)
    table += b"trailer\n<<\n/Size %s\n/Root %s 0 R\n/Prev %s\n" % (size, root, old_table)
    table += kept + b">>\nstartxref\n%d\n%%%%EOF\n" % (len(pdf) + len(part))
    return pdf + part + table


def _match(pattern: bytes, text: bytes) -> re.Match[bytes]:
    found = re.search(pattern, text, re.DOTALL)
    assert found is not None, "Qt writes its files in this way"
    return found
