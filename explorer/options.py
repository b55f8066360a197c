"""What the command line that opens the window may say."""

from __future__ import annotations  # argparse is loaded only where it is needed

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from explorer import __version__
from explorer.domain.vocabulary import Language, Level, Use

if TYPE_CHECKING:
    from argparse import ArgumentParser

NAME = "mdma-brain-explorer"
_WORDS: dict[str, type[Language] | type[Level] | type[Use]] = {
    "--language": Language,
    "--level": Level,
    "--use": Use,
}
"""Options that take one word out of a list."""


class OptionError(ValueError):
    """A wrong option or value on the command line: one line that says which."""


class Options(NamedTuple):
    """What the command line asks for; None leaves it to what is remembered."""

    language: Language | None = None
    level: Level | None = None
    region: str | None = None
    use: Use | None = None
    pack: Path | None = None


def parse(arguments: Sequence[str]) -> Options:
    """Read the command line. Raises OptionError for a wrong option or value."""
    if not arguments:
        return Options()
    given = _plain(arguments) or vars(option_parser().parse_args(arguments))
    pack = given.get("pack")
    if pack is not None and not Path(pack).exists():
        raise OptionError(f"argument --pack: there is nothing at {pack}")
    language, level, use = given.get("language"), given.get("level"), given.get("use")
    return Options(
        language=Language(language) if language else None,
        level=Level(level) if level else None,
        region=given.get("region"),
        use=Use(use) if use else None,
        pack=Path(pack) if pack is not None else None,
    )


def _plain(arguments: Sequence[str]) -> dict[str, str] | None:
    """Return the options where every one is in its plainest form, else None.

    argparse takes as long to load as a tenth of an empty window. It is asked only about what needs
    it: help, `--name=value`, and everything that is wrong.
    """
    pairs = dict(zip(arguments[::2], arguments[1::2], strict=False))
    if len(pairs) * 2 != len(arguments):
        return None
    for name, value in pairs.items():
        is_known = value in list(_WORDS[name]) if name in _WORDS else name in ("--region", "--pack")
        if not is_known or value.startswith("-"):
            return None
    return {name.removeprefix("--"): value for name, value in pairs.items()}


def option_parser() -> ArgumentParser:
    """Return the parser of the command line that opens the window."""
    parser = line_parser(
        prog=NAME,
        description="Click a brain and see what MDMA does there, and how sure that is.",
        epilog=f"`{NAME} check [PACK]` checks a content pack and lists its faults; "
        f"`{NAME} export --help` tells what can be written to a file.",
    )
    for name, words in _WORDS.items():
        parser.add_argument(name, choices=[str(word) for word in words])
    parser.add_argument("--region", metavar="ID", help="region to select, such as amygdala")
    parser.add_argument("--pack", metavar="PATH", help="content pack (folder or zip)")
    parser.add_argument("--version", action="version", version=f"{NAME} {__version__}")
    return parser


def line_parser(*, prog: str, description: str, epilog: str) -> ArgumentParser:
    """Return a parser without options yet, which raises OptionError for a wrong call.

    Args:
        prog: name of the command.
        description: what it is for.
        epilog: what else there is to know.
    """
    from argparse import ArgumentParser

    class Parser(ArgumentParser):
        """Says one line about a wrong option, and leaves exiting to the caller."""

        def error(self, message: str) -> NoReturn:
            raise OptionError(message)

    return Parser(prog=prog, description=description, epilog=epilog, allow_abbrev=False)
