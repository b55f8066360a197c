"""What the command line of `export` may say."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from explorer.domain.vocabulary import Language, Lens, Level, Phase, Use
from explorer.options import NAME, OptionError, line_parser


class Kind(StrEnum):
    """What can be written."""

    PDF = "pdf"
    HTML = "html"
    PNG = "png"
    SVG = "svg"
    BIBTEX = "bibtex"
    RIS = "ris"
    CSL = "csl"
    CSV = "csv"

    @property
    def is_picture(self) -> bool:
        """Whether it shows a view and no claims."""
        return self in (Kind.PNG, Kind.SVG)


PAPERS = ("A4", "Letter")
SCALES = ("1", "2", "3", "4")


class Wish(NamedTuple):
    """What is to be written, and where.

    Attributes:
        regions: ids of places; empty leaves the choice to the kind.
        use: None for both, or for a picture the first.
        phase: None for both, or for a picture the first.
        view: id of a view or of one of its diagrams, or None.
        language: None for that of the pins file, or else of the system.
        level: None for that of the pins file, or else plain.
        pins: a handout that was saved, or None.
        scale: pixels to a point of a PNG.
        force: whether a file that is there may be replaced.
    """

    kind: Kind
    out: Path
    regions: tuple[str, ...] = ()
    use: Use | None = None
    phase: Phase | None = None
    view: str | None = None
    language: Language | None = None
    level: Level | None = None
    lens: Lens = Lens.ALL
    pins: Path | None = None
    paper: str = PAPERS[0]
    scale: int = 1
    pack: Path | None = None
    force: bool = False


def parse(arguments: Sequence[str]) -> Wish:
    """Read the command line. Raises OptionError for a wrong option or value."""
    parser = line_parser(
        prog=f"{NAME} export",
        description="Write a handout, a picture, references or claims to a file.",
        epilog="Without --region and --pins: a handout is about the main regions, "
        "and references and claims are all that the pack has.",
    )
    parser.add_argument("kind", choices=list(map(str, Kind)), help="what to write")
    parser.add_argument("--out", metavar="FILE", required=True, help="where to write it")
    parser.add_argument(
        "--region", metavar="ID", action="append", default=[], help="a place; may be repeated"
    )
    choices = {"--use": Use, "--phase": Phase, "--language": Language, "--level": Level}
    for name, words in choices.items():
        parser.add_argument(name, choices=list(map(str, words)))
    parser.add_argument("--lens", choices=list(map(str, Lens)), help="which evidence counts")
    parser.add_argument("--view", metavar="ID", help="view or diagram of a picture")
    parser.add_argument("--pins", metavar="FILE", help="a saved handout (.handout.json)")
    parser.add_argument("--paper", choices=PAPERS, default=PAPERS[0], help="of a PDF")
    parser.add_argument("--scale", choices=SCALES, default="1", help="of a PNG")
    parser.add_argument("--pack", metavar="PATH", help="content pack (folder or zip)")
    parser.add_argument("--force", action="store_true", help="replace a file that is there")
    given = parser.parse_args(list(arguments))
    wish = Wish(
        Kind(given.kind),
        Path(given.out),
        tuple(dict.fromkeys(given.region)),
        Use(given.use) if given.use else None,
        Phase(given.phase) if given.phase else None,
        given.view,
        Language(given.language) if given.language else None,
        Level(given.level) if given.level else None,
        Lens(given.lens or Lens.ALL),
        Path(given.pins) if given.pins else None,
        given.paper,
        int(given.scale),
        Path(given.pack) if given.pack else None,
        given.force,
    )
    _refuse_both(wish)
    if wish.pack is not None and not wish.pack.exists():
        raise OptionError(f"argument --pack: there is nothing at {wish.pack}")
    return wish


def _refuse_both(wish: Wish) -> None:
    """Refuse what would be passed over in silence."""
    if wish.kind.is_picture and len(wish.regions) > 1:
        raise OptionError(f"argument --region: only one with {wish.kind}")
    if wish.pins is None:
        return
    if wish.kind.is_picture:
        raise OptionError(f"argument --pins: not with {wish.kind}")
    filters = {
        "--region": bool(wish.regions),
        "--use": wish.use is not None,
        "--phase": wish.phase is not None,
        "--lens": wish.lens is not Lens.ALL,
        "--view": wish.view is not None,
    }
    for name, is_given in filters.items():
        if is_given:
            raise OptionError(f"argument {name}: not with --pins, which says what to write")
