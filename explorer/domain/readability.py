"""How easy a text reads: Flesch for English, Flesch-Douma for Dutch.

An indicator, not a judge: it counts sentences, words and syllables. Words that the program explains
itself (glossary words, names of places) count as two syllables, numbers as one.
"""

import re
from collections.abc import Collection

from explorer.domain.vocabulary import Language

_ABBREVIATIONS = re.compile(
    r"\b(?:e\.g|i\.e|vs|ca|approx|dr|prof|fig|no|bijv|bv|d\.w\.z|o\.a|m\.n|resp|nr)\.(?=\s)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”\u2019)\]]*\s+")
_WORD = re.compile(r"[0-9]+(?:[.,:/][0-9]+)*|[^\W\d_][\w'\u2019]*|[0-9][\w'\u2019]*")
_HAS_DIGIT = re.compile(r"[0-9]")
_KNOWN_SYLLABLES = 2

_EN_GROUP = re.compile(r"[aeiouy]+")
_EN_SILENT = re.compile(r"(?:[^laeiouy]es|[^aeioudt]ed|[^laeiouy]e)$")
_EN_EXTRA = re.compile(
    r"(?:[^aeiouycstgx]i[ao](?!u)|[aeo]ing|(?<![qg])u[ao](?!y)|[^aeiouy][^laeiouy]les?m$|eo|ism$)"
)
_EN_SOFT_ES = re.compile(r"(?:s|z|x|ch|sh|c|g)es$")
_NL_GROUP = re.compile(
    r"aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|ou|au|ae|[aeiouyäëïöüáéíóúàèêâîôû]"
)
_EXCEPTIONS = {
    Language.EN: {
        "people": 2, "area": 3, "areas": 3, "being": 2, "does": 1, "some": 1, "someone": 2,
        "something": 2, "sometimes": 2, "every": 2, "everyone": 3, "everything": 3, "evening": 2,
        "different": 2, "business": 2, "science": 2, "created": 3, "create": 2, "reaction": 3,
        "reactions": 3, "react": 2, "reacted": 3, "placebo": 3, "ecstasy": 3, "real": 1, "idea": 2,
        "ideas": 2, "period": 3, "several": 3, "serious": 3, "previous": 3, "various": 3,
        "anxious": 2, "used": 1, "users": 2, "lives": 1, "more": 1, "before": 2, "therefore": 2,
        "whole": 1, "done": 1, "gone": 1, "seemed": 1, "measured": 2, "compared": 2, "safety": 2,
        "likely": 2, "closely": 2, "largely": 2, "purely": 2, "rarely": 2, "widely": 2,
        "hours": 1, "hour": 1, "our": 1, "fear": 1, "tired": 1, "heard": 1, "hearing": 2,
        "seeing": 2, "doing": 2, "going": 2, "years": 1, "year": 1, "quiet": 2, "trial": 2,
        "trials": 2, "diet": 2, "lower": 2, "power": 2, "fewer": 2, "society": 4,
    },
    Language.NL: {
        "museum": 3, "ecstasy": 3, "placebo": 3, "serie": 2, "cannabis": 3, "stress": 1,
        "niveau": 2, "trial": 2, "trials": 2, "team": 1, "scan": 1, "online": 2, "dosis": 2,
        "proefpersonen": 4, "geen": 1, "beurt": 1, "bureau": 2, "actie": 2, "acties": 2,
    },
}  # fmt: skip


def sentences(text: str) -> list[str]:
    """Split a text into sentences. A point in a number or an abbreviation ends none."""
    joined = _ABBREVIATIONS.sub(lambda match: match.group().replace(".", ""), text)
    return [part for part in _SENTENCE_END.split(joined.strip()) if _WORD.search(part)]


def words(text: str) -> list[str]:
    """Return the words of a text; a number is one word, a compound with hyphens several."""
    return _WORD.findall(text)


def syllables(word: str, language: Language) -> int:
    """Return about how many syllables a word has; at least one."""
    word = word.lower().strip("'\u2019")
    if _HAS_DIGIT.search(word):
        return 1
    exception = _EXCEPTIONS[language].get(word)
    if exception is not None:
        return exception
    return max(1, _english(word) if language is Language.EN else _dutch(word))


def _dutch(word: str) -> int:
    return len(_NL_GROUP.findall(word.replace("qu", "q")))


def _english(word: str) -> int:
    word = re.sub(r"['\u2019]s?$", "", word)
    count = len(_EN_GROUP.findall(word)) + len(_EN_EXTRA.findall(word))
    if _EN_SILENT.search(word) and not _EN_SOFT_ES.search(word):
        count -= 1
    return count


def reading_ease(text: str, language: Language, known: Collection[str] = ()) -> float:
    """Return the reading ease: about 100 for very easy, 60 for plain, 30 for difficult.

    Args:
        text: one or more whole sentences.
        language: decides the formula and how syllables are counted.
        known: lower-case words that the reader has explained.
    """
    found = words(text)
    if not found:
        return 100.0
    per_sentence = len(found) / max(1, len(sentences(text)))
    counted = sum(
        min(_KNOWN_SYLLABLES, syllables(word, language))
        if word.lower() in known
        else syllables(word, language)
        for word in found
    )
    per_word = counted / len(found)
    if language is Language.EN:
        return 206.835 - 1.015 * per_sentence - 84.6 * per_word
    return 206.84 - 0.93 * per_sentence - 77.0 * per_word
