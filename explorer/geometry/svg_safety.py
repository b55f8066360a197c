"""The first look at a drawing from outside: is it small, plain and still?

One pass by expat, which holds no more than the elements and never recurses; it stops at the first
thing that could cost memory or time, and collects the rest. Nothing here opens a file or a
connection, and whatever could make another program do so is refused.
"""

from dataclasses import dataclass, field
from typing import Final, NoReturn

from explorer.domain.problem import Problem
from explorer.geometry.svg_content import attribute_faults, element_fault, local
from explorer.geometry.svg_error import SvgError

MAX_BYTES: Final = 5_000_000
MAX_DEPTH: Final = 200
MAX_ELEMENTS: Final = 50_000
MAX_ATTRIBUTES: Final = 200_000
_MAX_PROBLEMS = 100  # more help nobody
_ENCODINGS = frozenset({"utf-8", "us-ascii", "utf-16", "iso-8859-1"})  # those expat knows itself
_SVG = "http://www.w3.org/2000/svg"


@dataclass(slots=True, eq=False)
class Element:
    """One element of a drawing.

    Attributes:
        tag: its name; with a namespace other than SVG's in front, as in `{uri}name`.
        attributes: by name; again with the namespace if there is one.
        line: where it starts, from 1.
        children: the elements in it, in order.
    """

    tag: str
    attributes: dict[str, str]
    line: int
    children: list["Element"] = field(default_factory=list)


def read_safe(data: bytes, file: str) -> Element:
    """Return the root of a drawing, if the drawing is safe to keep and to show.

    Args:
        data: the whole file.
        file: what to call it in a refusal.

    Returns:
        The `svg` element with everything in it.

    Raises:
        SvgError: it is too big, too deep, no XML, no SVG, or has something in it that runs, moves,
            or comes from elsewhere.
    """
    if len(data) > MAX_BYTES:
        raise SvgError(
            [
                Problem(
                    file,
                    1,
                    f"the file has {len(data) / 1e6:.1f} million bytes, too big to read",
                    f"simplify the drawing to at most {MAX_BYTES // 1_000_000} million bytes",
                )
            ]
        )
    return _Pass(file).run(data)


class _Pass:
    """The state of one pass over one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.root: Element | None = None
        self.open: list[Element] = []
        self.elements = 0
        self.attributes = 0

    def run(self, data: bytes) -> Element:
        from xml.parsers import expat  # not needed when outlines come from the baked file

        parser = self.parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.XmlDeclHandler = self._declaration
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        try:
            parser.Parse(data, True)
        except expat.ExpatError as error:
            what = f"this is not well-formed XML ({expat.ErrorString(error.code)})"
            self._refuse(what, "save the drawing again as plain SVG", line=error.lineno)
        except (LookupError, UnicodeError) as error:
            self._refuse(f"the text cannot be decoded ({error})", "save the file as UTF-8", line=1)
        if self.root is None:
            self._refuse("there is no element", "save the drawing again as plain SVG", line=1)
        if self.problems:
            raise SvgError(self.problems)
        return self.root

    def _refuse(self, what: str, mend: str, line: int | None = None) -> NoReturn:
        """Stop here, with what was found so far."""
        self._note(what, mend, line)
        raise SvgError(self.problems)

    def _note(self, what: str, mend: str, line: int | None = None) -> None:
        at = self.parser.CurrentLineNumber if line is None else line
        self.problems.append(Problem(self.file, max(1, at), what, mend))
        if len(self.problems) >= _MAX_PROBLEMS:
            raise SvgError(self.problems)

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        # Any other name would make Python look for a codec, which is code from elsewhere.
        if encoding is not None and encoding.lower() not in _ENCODINGS:
            self._refuse(f"the encoding {encoding!r} is not read", "save the file as UTF-8")

    def _doctype(self, *_: object) -> None:
        self._refuse("there is a DOCTYPE, which can define entities", "take out the <!DOCTYPE ...>")

    def _instruction(self, target: str, _data: str) -> None:
        if target.lower().startswith("xml-"):
            self._note(f"<?{target}?> calls for another file", "take it out")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count(attributes)
        element = Element(
            _named(name),
            {_named(key): value for key, value in attributes.items()},
            self.parser.CurrentLineNumber,
        )
        fault = element_fault(element.tag, outermost=not self.open)
        if fault and not self.open:
            self._refuse(*fault)
        # What must go as a whole need not be told about its attributes.
        for what, mend in [fault] if fault else attribute_faults(element.attributes):
            self._note(what, mend)
        if self.open:
            self.open[-1].children.append(element)
        else:
            self.root = element
        self.open.append(element)

    def _count(self, attributes: dict[str, str]) -> None:
        """Stop before the drawing takes more time or memory than a drawing can need."""
        self.elements += 1
        self.attributes += len(attributes)
        if len(self.open) >= MAX_DEPTH:
            self._refuse(f"elements lie more than {MAX_DEPTH} deep", "ungroup the drawing")
        if self.elements > MAX_ELEMENTS:
            what = f"there are more than {MAX_ELEMENTS} elements"
            self._refuse(what, "simplify or join the shapes")
        if self.attributes > MAX_ATTRIBUTES:
            what = f"there are more than {MAX_ATTRIBUTES} attributes"
            self._refuse(what, "save the drawing again as plain SVG")

    def _end(self, _name: str) -> None:
        self.open.pop()

    def _text(self, text: str) -> None:
        # An empty <style> is what some editors leave behind; it does nothing.
        if self.open and local(self.open[-1].tag) == "style" and text.strip():
            self._note(
                "<style> holds rules that not every program follows",
                "write them as attributes of the shapes (save as plain or optimised SVG)",
            )


def _named(name: str) -> str:
    """Turn expat's `uri}name` into `{uri}name`, and drop the namespace when it is SVG's."""
    if "}" not in name:
        return name
    space, _, bare = name.rpartition("}")
    return bare if space == _SVG else f"{{{space}}}{bare}"
