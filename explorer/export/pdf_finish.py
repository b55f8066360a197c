"""What Qt leaves out of a PDF: its language, a title on the window, and spaces that are spaces.

All of it goes behind the file as a second part, which is how PDF files are changed: every object
in it takes the place of the one of the same number before it.
"""

import re
import zlib

_OBJECT = re.compile(rb"(?<![0-9])(\d+) 0 obj\n<<\n(.*?)>>\n(?:stream\n|endobj)", re.DOTALL)
_TAB, _SPACE = b"<0009>", b"<0020>"


def finish_pdf(pdf: bytes, language: str) -> bytes:
    """Return a PDF of Qt, finished.

    Args:
        pdf: as Qt wrote it.
        language: of its text, such as `nl`.
    """
    trailer = pdf.rindex(b"trailer")
    root, size = (_number(pdf, name, trailer) for name in (b"Root", b"Size"))
    old_table = int(pdf[pdf.rindex(b"startxref") :].split()[1])
    changed: dict[int, bytes] = {}
    for match in _OBJECT.finditer(pdf):
        number, head = int(match[1]), match[2]
        if number == root:
            more = b"/Lang (%s)\n/ViewerPreferences << /DisplayDocTitle true >>\n"
            changed[number] = b"<<\n" + head + more % language.encode() + b">>"
        elif match[0].endswith(b"stream\n") and b"/FlateDecode" in head and b"/Type" not in head:
            text = _names_of_signs(pdf, match.end())
            if _TAB in text:
                # A face may have one sign for tab and space, and Qt then calls it a tab.
                changed[number] = _stream(text.replace(_TAB, _SPACE))
    return pdf + _update(changed, pdf, root, size, old_table)


def _names_of_signs(pdf: bytes, start: int) -> bytes:
    """Return a table that tells which letter each sign of a face is; empty for other streams."""
    reader = zlib.decompressobj()
    try:
        # Its beginning tells what it is; pictures can be large.
        head = reader.decompress(pdf[start:], 64)
        if b"CIDInit" not in head:
            return b""
        return head + reader.decompress(reader.unconsumed_tail)
    except zlib.error:
        return b""


def _stream(content: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)


def _number(pdf: bytes, name: bytes, start: int) -> int:
    found = re.search(rb"/%s (\d+)" % name, pdf[start:])
    assert found is not None, "Qt ends its files in this way"
    return int(found[1])


def _update(changed: dict[int, bytes], pdf: bytes, root: int, size: int, old_table: int) -> bytes:
    """Return objects with their table."""
    part = b"\n"
    places = []
    for number, content in sorted(changed.items()):
        places.append(b"%d 1\n%010d 00000 n \n" % (number, len(pdf) + len(part)))
        part += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(pdf) + len(part)
    info = re.search(rb"/Info \d+ 0 R\n", pdf[pdf.rindex(b"trailer") :])
    identity = re.search(rb"/ID \[.*?\]\n", pdf[pdf.rindex(b"trailer") :], re.DOTALL)
    trailer = b"/Size %d\n/Root %d 0 R\n/Prev %d\n" % (size, root, old_table)
    trailer += b"".join(found[0] for found in (info, identity) if found)
    part += b"xref\n" + b"".join(places) + b"trailer\n<<\n" + trailer + b">>\n"
    return part + b"startxref\n%d\n%%%%EOF\n" % table
