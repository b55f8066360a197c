"""The program's own rules on language: the phrase bank and the list of technical words."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from explorer import assets
from explorer.domain.phrases import Hedge, PhraseBank
from explorer.domain.vocabulary import Effect, Language
from explorer.pack.document import Document
from explorer.pack.located import read_yaml

HEDGE_KEYS = ("strong", "moderate", "limited", "early", "early_people", "gap")


@dataclass(frozen=True, slots=True)
class Rules:
    """Rules that hold for every pack.

    Attributes:
        technical: per language, words that a plain text may use only when the glossary explains
            them; a star stands for any ending.
    """

    bank: PhraseBank
    technical: Mapping[Language, tuple[str, ...]]


@lru_cache(maxsize=1)
def built_in_rules() -> Rules:
    """Read the rules from the assets. Raises ValueError when a file of the program is broken."""
    bank = _read("phrases.yaml")
    words = _read("technical_words.yaml")
    return Rules(
        bank=PhraseBank(
            hedges={
                (language, key): Hedge(
                    _phrases(bank["hedge"][language][key]["require"]),
                    _phrases(bank["hedge"][language][key]["forbid"]),
                )
                for language in Language
                for key in HEDGE_KEYS
            },
            directions={
                (language, effect): _phrases(bank["direction"][language][effect])
                for language in Language
                for effect in Effect
            },
        ),
        technical={language: _phrases(words[language]) for language in Language},
    )


def _read(name: str) -> Any:
    parsed = read_yaml(f"rules/{name}", assets.path("rules", name).read_bytes())
    if not isinstance(parsed, Document):
        raise ValueError("\n".join(str(problem) for problem in parsed))  # noqa: TRY004
    return parsed.data


def _phrases(words: list[Any]) -> tuple[str, ...]:
    return tuple(str(word) for word in words)
