"""Reads everything that a window says, and what a pack could say in each language."""

import html
import json
import re
from collections.abc import Iterator, Set

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QPlainTextEdit, QWidget

from explorer import assets
from explorer.domain.deferred import Deferred
from explorer.domain.library import Library
from explorer.domain.text import Name, Text
from explorer.domain.vocabulary import Language

_TAG = re.compile(r"<[^>]+>")


def plain(text: str) -> str:
    return html.unescape(_TAG.sub(" ", text)).replace("&&", "&").strip()


def texts_of(window: QWidget) -> list[tuple[str, str]]:
    """Return `(where, text)` of all that can be seen, hovered or heard in a window."""
    found = [("title", window.windowTitle())]
    for widget in [window, *window.findChildren(QWidget)]:
        if not widget.isVisible():
            continue
        name = f"{type(widget).__name__} {widget.objectName()}"
        if isinstance(widget, QLabel | QAbstractButton):
            found.append((name, plain(widget.text())))
        if isinstance(widget, QPlainTextEdit):
            found.append((name, widget.toPlainText()))
        found.append((f"{name}, accessible name", widget.accessibleName()))
        found.append((f"{name}, accessible description", widget.accessibleDescription()))
        found.append((f"{name}, tip", plain(widget.toolTip())))
    for menu in window.findChildren(QMenu):
        found += [(f"menu {action.objectName()}", action.text()) for action in actions_of(menu)]
    return [(where, text) for where, text in found if text]


def actions_of(menu: QMenu) -> list[QAction]:
    return [action for action in menu.actions() if not action.isSeparator()]


def translation(language: Language) -> dict[str, str]:
    return json.loads(assets.path("translations", f"{language}.json").read_text("utf-8"))


def pack_texts(library: Library) -> Iterator[tuple[str, str]]:
    """Yield each text of a pack in Dutch and in English."""
    stack: list[object] = [library.info, library.landmarks, library.topics]
    stack += [*library.places, *library.claims, *library.gaps]
    while stack:
        value = stack.pop()
        if isinstance(value, Name):
            yield value.nl, value.en
        elif isinstance(value, Text):
            yield value.nl_plain, value.en_plain
            yield value.nl_clinical, value.en_clinical
        elif isinstance(value, tuple | Deferred):
            stack.extend(value)
        elif hasattr(value, "__slots__"):
            stack.extend(getattr(value, field) for field in value.__slots__)


def wrong_words(library: Library) -> dict[Language, Set[str]]:
    """Return for each language what a window must not say in it."""
    dutch, english = words_only_in(Language.NL, library), words_only_in(Language.EN, library)
    return {Language.NL: english, Language.EN: dutch}


def words_only_in(language: Language, library: Library) -> set[str]:
    """Return every whole text that says something in one language and nothing in the other."""
    tables = {each: translation(each) for each in Language}
    pairs = list(pack_texts(library))
    pairs += [(tables[Language.NL][key], tables[Language.EN][key]) for key in tables[Language.NL]]
    dutch = {pair[0] for pair in pairs}
    english = {pair[1] for pair in pairs}
    # Each language is named in itself, whichever one is shown.
    named = {tables[Language.NL][f"language.{each}"] for each in Language}
    only = dutch - english if language is Language.NL else english - dutch
    return {text for text in only if "{" not in text and text not in named}


def foreign_texts(window: QWidget, wrong: Set[str]) -> list[str]:
    """Return what a window says of `wrong`, the words of a language that it should not speak."""
    long = [text for text in wrong if len(text) > 14]
    return [
        f"{where}: {text}"
        for where, text in texts_of(window)
        if text in wrong or any(part in text for part in long)
    ]
