"""The handout as one web page that needs nothing else: no server, no font, no program."""

from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from html import escape
from string import Template

from explorer import assets
from explorer.domain.handout import Handout, Sight
from explorer.domain.library import Library
from explorer.domain.place import Place
from explorer.domain.vocabulary import Phase, Use
from explorer.export.markup import Markup, tag
from explorer.export.web_drawing import Drawn, read_drawing
from explorer.export.web_handout import first_shown, handout_part
from explorer.export.web_once import Once
from explorer.export.web_panel import panel
from explorer.export.web_picture import explorable, status, still
from explorer.export.web_signs import legend, put_signs
from explorer.export.wording import Wording
from explorer.geometry.svg_error import SvgError

_LARGEST = 490_000
"""So many bytes a page may have; pinned pictures for which there is no room are left out."""


def write_web(
    library: Library, handout: Handout, diagrams: Mapping[str, bytes], words: Wording, date: str
) -> str:
    """Write a handout as a web page.

    Args:
        library: the pack.
        handout: what the page holds first; its level counts, its language is that of `words`.
        diagrams: the drawings that may be on it, as SVG by id. The first one that can be read is
            the one that can be clicked; without any the page has no picture.
        words: interface texts.
        date: today, `YYYY-MM-DD`.

    Returns:
        The page. It makes no request and runs nothing but its own few lines.
    """
    return _Page(library, handout, diagrams, words).written(date)


class _Page:
    """One page while it is written."""

    def __init__(
        self, library: Library, handout: Handout, diagrams: Mapping[str, bytes], words: Wording
    ) -> None:
        self._library = library
        self._handout = handout
        self._words = words
        self._once = Once()
        put_signs(self._once)
        self._drawn = _read(library, diagrams)
        self._main = next(iter(self._drawn.values()), None)

    def written(self, date: str) -> str:
        """Write all of it."""
        library, words, info = self._library, self._words, self._library.info
        language = words.language
        places = self._places()
        shown = first_shown(library, self._handout, (place.id for place in places))
        style, script = _asset("web_page.css"), _asset("web_page.js")
        explore = self._explore(places, shown.region)
        first = self._first(_size(explore, style, script))
        pack = info.title.at(language)
        title = self._handout.title.strip() or (words("web.title") if any(first) else pack)
        made = words(
            "web.made",
            date=words.month(date),
            title=pack,
            version=info.version,
            searched=words.month(info.searched),
        )
        return Template(_asset("web_page.html")).substitute(
            language=str(language),
            region=escape(shown.region),
            use=str(shown.use),
            phase=str(shown.phase).replace("_", "-"),
            policy=f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
            "base-uri 'none'; form-action 'none'",
            page_title=tag("title", title if title == pack else f"{title} · {pack}"),
            style=style,
            script=script,
            once=self._once.written(),
            title=tag("h1", title),
            date=tag("p", words.month(date), class_="date"),
            dark=tag("span", words("web.dark")),
            notice=tag("p", info.notice.at(language), class_="notice"),
            handout=tag("div", *first, id="handout") if any(first) else "",
            explore=explore,
            made=tag("p", made),
        )

    def _places(self) -> list[Place]:
        """Return the regions of the page, in the order of reading."""
        if self._main is None:
            return list(self._library.regions)
        seen = set(self._main.anchors)
        return [place for place in self._library.places if place.id in seen]

    def _explore(self, places: list[Place], region: str) -> Markup:
        library, words, main = self._library, self._words, self._main
        caption = picture = None
        if main is not None:
            picture = explorable(library, main, words, region, self._once)
            caption = tag("p", main.diagram.caption.at(words.language), class_="caption")
        stage = tag(
            "div",
            _phases(words),
            picture,
            _chips(places, region, words),
            legend(words),
            self._slider(),
            caption,
            id="stage",
            class_="" if picture else "bare",
        )
        return tag(
            "section",
            tag("h2", words("web.explore")),
            tag("p", words("web.hint"), class_="hint"),
            tag("div", stage, panel(library, places, words, self._handout.level), class_="desk"),
            status(library, [place.id for place in places], words),
            tag("p", id="said", class_="unseen", role="status"),
            id="explore",
        )

    def _slider(self) -> Markup:
        words, language = self._words, self._words.language
        ends = {note.use: note for note in self._library.info.uses}
        written = [
            tag(
                "span",
                tag("b", ends[use].name.at(language)),
                tag("small", ends[use].note.at(language)),
                class_="end",
                data_end=str(use),
                data_name=ends[use].name.at(language),
            )
            for use in Use
        ]
        knob = tag(
            "input",
            id="use",
            type="range",
            min="0",
            max="1",
            step="1",
            value="0",
            autocomplete="off",
            aria_label=words("slider.name"),
            aria_valuetext=ends[Use.THERAPEUTIC].name.at(language),
        )
        return tag("div", written[0], knob, written[1], class_="slider")

    def _first(self, taken: int) -> list[Markup | None]:
        """Write what the handout holds, with as many pictures as there is room for."""
        library, handout, words = self._library, self._handout, self._words
        texts = handout_part(library, handout, words, lambda *_: None)
        left = _LARGEST - taken - _size(*texts) - _size(self._once.written())

        def draw(diagram_id: str, sight: Sight) -> Markup | None:
            nonlocal left
            drawn = self._drawn.get(diagram_id)
            if drawn is None:
                return None
            once = self._once.copy()
            picture = still(library, drawn, sight, words, once)
            cost = _size(picture, once.written()) - _size(self._once.written())
            if cost > left:
                return None
            left -= cost
            self._once = once
            return picture

        return handout_part(library, handout, words, draw)


def _read(library: Library, diagrams: Mapping[str, bytes]) -> dict[str, Drawn]:
    """Read the drawings that can be used; the program says elsewhere what is wrong with others."""
    found = {}
    for at, diagram in enumerate(library.info.diagrams):
        svg = diagrams.get(diagram.id)
        if svg is None:
            continue
        try:
            found[diagram.id] = read_drawing(library, diagram, svg, f"d{at}-")
        except SvgError:
            continue
    return found


def _phases(words: Wording) -> Markup:
    buttons = (
        tag(
            "button",
            words(f"phase.{phase}"),
            type="button",
            data_phase=str(phase).replace("_", "-"),
            aria_pressed="true" if phase is Phase.ACUTE else "false",
        )
        for phase in Phase
    )
    label = tag("span", words("switch.phase"), class_="label", aria_hidden="true")
    group = tag(
        "div", *buttons, class_="segments", role="group", aria_label=words("switch.phase.name")
    )
    return tag("div", label, group, class_="phases")


def _chips(places: list[Place], region: str, words: Wording) -> Markup:
    chips = (
        tag(
            "button",
            place.name.at(words.language),
            type="button",
            class_="chip",
            data_region=place.id,
            aria_pressed="true" if place.id == region else "false",
        )
        for place in places
    )
    return tag("div", *chips, class_="chips", role="group", aria_label=words("web.regions"))


def _size(*parts: str | None) -> int:
    return sum(len(part.encode()) for part in parts if part)


def _asset(name: str) -> str:
    return assets.path("templates", name).read_text("utf-8").strip()


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
