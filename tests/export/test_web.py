"""The handout as a web page, read without a browser."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explorer.canvas.palette import DARK, LIGHT
from explorer.domain.handout import Handout, Pin, PinKind, Sight, Tick
from explorer.domain.text import Name
from explorer.domain.vocabulary import Language, Lens, Level, Phase, Side, Use
from explorer.export.web import write_web
from explorer.export.wording import Wording
from explorer.i18n import words

LARGEST = 500_000
EMPTY = frozenset({"meta", "link", "input", "br"})
HOSTILE = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>&amp;${title}\0\ud800"
PLAIN_TEXT = st.text(
    st.characters(exclude_categories=("Cc", "Cs"), include_characters="\n"), max_size=200
)


class Page(HTMLParser):
    """The elements of a page, with their attributes and the text right in them."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.elements, self._open, self.words = [], [], []
        self.feed(text)
        self.close()
        assert not self._open, f"left open: {self._open}"

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute twice: {tag} {names}"
        self.elements.append((tag, dict(attrs)))
        if tag not in EMPTY:
            self._open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self._open, f"an end without a start: {tag}"
        assert self._open.pop() == tag

    def handle_data(self, data):
        if not {"script", "style"} & set(self._open):
            self.words.append(data)

    @property
    def text(self):
        return " ".join(" ".join(self.words).split())

    def all(self, tag):
        return [attributes for name, attributes in self.elements if name == tag]

    def with_attribute(self, name):
        return [attributes for _, attributes in self.elements if name in attributes]


@pytest.fixture(scope="module")
def page(write, full):
    return Page(write(full))


def policy_of(text):
    (content,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
    return dict(part.strip().split(" ", 1) for part in content.split(";"))


def test_the_policy_allows_its_own_style_and_script_and_nothing_else(write, full):
    text = write(full)
    policy = policy_of(text)
    assert set(policy) == {"default-src", "style-src", "script-src", "base-uri", "form-action"}
    assert {policy[name] for name in ("default-src", "base-uri", "form-action")} == {"'none'"}
    for name in ("style", "script"):
        (inner,) = re.findall(rf"<{name}>(.*?)</{name}>", text, re.DOTALL)
        digest = b64encode(sha256(inner.encode()).digest()).decode()
        assert policy[f"{name}-src"] == f"'sha256-{digest}'"
        assert text.count(f"<{name}") == 1
    assert text.index("Content-Security-Policy") < text.index("<style")


def test_nothing_comes_from_elsewhere_and_nothing_runs(page):
    tags = {tag for tag, _ in page.elements}
    assert not tags & {"img", "iframe", "object", "embed", "link", "image", "foreignobject", "base"}
    assert not tags & {"form", "video", "audio", "animate", "set"}
    for tag, attributes in page.elements:
        assert not [name for name in attributes if name.startswith("on")]
        assert not {"style", "src", "srcset", "xlink:href", "action"} & set(attributes)
        for name, value in attributes.items():
            for target in re.findall(r"url\(([^)]*)\)", value or ""):
                assert target.startswith("#"), (tag, name)
        if tag != "a" and "href" in attributes:
            assert attributes["href"].startswith("#"), tag


def test_style_and_script_call_for_nothing(write, full):
    text = write(full)
    for name in ("style", "script"):
        (inner,) = re.findall(rf"<{name}>(.*?)</{name}>", text, re.DOTALL)
        for word in ("http", "@import", "url(", "fetch", "XMLHttp", "innerHTML", "eval", "Storage"):
            assert word not in inner


def test_links_go_to_the_sources_and_say_nothing_of_where_they_come_from(page):
    links = page.all("a")
    assert len(links) > 50
    assert any(link["href"].startswith("https://doi.org/10.") for link in links)
    for link in links:
        assert link["href"].startswith("https://")
        assert link["rel"] == "noopener noreferrer"
    assert {"name": "referrer", "content": "no-referrer"} in page.all("meta")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("level", Level)
def test_the_page_is_small_in_every_language_and_level(write, full, drawings, language, level):
    handout = full._replace(language=language, level=level)
    text = write(handout, drawings)
    assert len(text.encode()) < LARGEST
    assert f'<html lang="{language}"' in text


def test_the_page_stays_small_with_every_drawing_pinned_and_the_longest_claims(
    write, full, library, drawings
):
    sights = [
        Pin(PinKind.PICTURE, found.id, Sight(view, plane, None, use, Phase.ACUTE, Lens.ALL))
        for view, planes in library.info.views.items()
        for plane, found in enumerate(planes)
        for use in Use
    ]
    longest = sorted(library.claims, key=lambda claim: -len(claim.statement.nl_clinical))[:20]
    pins = (*sights, *(Pin(PinKind.CLAIM, claim.id) for claim in longest))
    text = write(full._replace(pins=pins, language=Language.NL, level=Level.CLINICAL), drawings)
    page = Page(text)
    assert len(text.encode()) < LARGEST
    assert len(page.all("figure")) == len(sights)
    left_out = page.text.count(words(Language.NL)("web.no_picture"))
    stills = [found for found in page.all("svg") if found.get("role") == "img"]
    assert len(stills) + left_out == len(sights)
    assert len(stills) >= 6


@pytest.mark.parametrize(("language", "level"), list(product(Language, Level)))
def test_every_region_of_the_drawing_has_its_shape_and_all_that_is_known(
    write, library, language, level
):
    page = Page(write(Handout(language, level)))
    buttons = [found for found in page.all("g") if found.get("role") == "button"]
    # Every region of the pack is on the medial drawing.
    shown = [found["data-region"] for found in buttons]
    assert sorted(shown) == sorted(place.id for place in library.regions)
    for found in buttons:
        assert found["tabindex"] == "0"
        assert found["aria-label"] == library.place(found["data-region"]).name.at(language)
    for place, use, phase in product(library.regions, Use, Phase):
        cell = library.cell(place.id, use, phase)
        for claim in cell.claims:
            assert squeezed(claim.statement.at(language, level)) in page.text
            if claim.caveat:
                assert squeezed(claim.caveat.at(language, level)) in page.text
            for key in claim.references:
                link = library.reference(key).link
                assert not link or any(found["href"] == link for found in page.all("a"))
        if cell.summary:
            assert squeezed(cell.summary.at(language, level)) in page.text
        if cell.gap and not cell.claims:
            assert squeezed(cell.gap.why.at(language)) in page.text


def test_names_on_the_page_are_there_once_and_lead_somewhere(write, full, drawings, library):
    sights = [
        Sight("coronal", 0, "amygdala", Use.THERAPEUTIC, Phase.ACUTE, Lens.ALL, mirrored)
        for mirrored in (False, True)
    ]
    pins = (*full.pins, *(Pin(PinKind.PICTURE, "coronal", sight) for sight in sights))
    synapse = next(found for found in library.info.diagrams if found.is_synapse)
    pins += tuple(
        Pin(PinKind.PICTURE, synapse.id, Sight(synapse.view, 0, None, use, phase, Lens.ALL))
        for use, phase in product(Use, Phase)
    )
    page = Page(write(full._replace(pins=pins), drawings))
    ids = [found["id"] for found in page.with_attribute("id")]
    assert len(ids) == len(set(ids))
    used = [found["href"][1:] for found in page.all("use")]
    used += [found["aria-describedby"] for found in page.with_attribute("aria-describedby")]
    for attributes in (found for _, found in page.elements):
        for value in attributes.values():
            used += re.findall(r"url\(#([^)]*)\)", value or "")
    assert set(used) - set(ids) == set()


@pytest.mark.parametrize("view", ["coronal", "medial"])
def test_names_tell_left_and_right_apart_where_both_are_drawn(write, full, drawings, library, view):
    found = {
        side: library.summed_up("hippocampus", Use.THERAPEUTIC, Phase.ACUTE, side=side).effect
        for side in Side
    }
    assert found[Side.LEFT] is not found[Side.RIGHT], "the pack tells them apart"
    sight = Sight(view, 0, None, Use.THERAPEUTIC, Phase.ACUTE, Lens.ALL)
    diagram = library.info.views[view][0].id
    pinned = full._replace(pins=(Pin(PinKind.PICTURE, diagram, sight),))
    text = Page(write(pinned, drawings)).text
    say = words(Language.EN)
    for side, effect in found.items():
        line = say("web.side", side=say(f"stage.side.{side}"), effect=say(f"effect.{effect}"))
        assert (line in text) is (view == "coronal"), line


def test_the_handout_comes_first_in_its_order(write, full, library):
    text = write(full)
    page = Page(text)
    topic, claim, check = library.teach_backs[1], library.claims[0], library.checks[0]
    wanted = [
        full.title,
        library.info.notice.en,
        topic.title.en,
        *(prompt.en for prompt in topic.prompts),
        "First line second line",
        "Another paragraph",
        library.references[3].title.rstrip("."),
        claim.statement.en_plain,
        check.statement.en,
        check.answer.en_plain,
        library.info.diagrams[0].title.en,
        library.datasets[0].title.en_plain,
        "Claim: a-claim-of-long-ago",
        words(Language.EN)("web.explore"),
    ]
    start = 0
    for said in wanted:
        start = page.text.find(squeezed(said), start)
        assert start >= 0, said
    assert library.teach_backs[0].prompts[0].en not in page.text
    assert library.teach_backs[2].prompts[0].en not in page.text
    assert "First line<br/>second line" in text


def test_a_topic_that_the_pack_lost_is_named(write, full):
    page = Page(write(full._replace(ticks=(("gone-topic", Tick.AGAIN),))))
    assert "Topic: gone-topic" in page.text


def test_date_pack_and_version_are_on_the_page(page, library):
    assert "26 November 2026" in page.text
    assert f"{library.info.title.en}, version {library.info.version}" in page.text
    assert page.text.count(squeezed(library.info.notice.en)) >= 2


def test_an_empty_handout_is_a_page_about_the_pack(write, library):
    page = Page(write(Handout(Language.NL, Level.PLAIN)))
    assert library.info.title.nl in page.text
    assert words(Language.NL)("web.title") not in page.text
    assert not [found for found in page.all("div") if found.get("id") == "handout"]


@pytest.mark.parametrize("svg", [None, b"", b"<svg/>", b"no drawing", b"<!DOCTYPE svg><svg/>"])
def test_without_a_drawing_the_page_has_everything_else(write, full, library, svg):
    page = Page(write(full, {} if svg is None else {"medial": svg}))
    assert not [found for found in page.all("svg") if found.get("id") == "picture"]
    chips = [found for found in page.all("button") if found.get("class") == "chip"]
    assert [found["data-region"] for found in chips] == [place.id for place in library.regions]
    assert words(Language.EN)("web.no_picture") in page.text
    assert library.claims[0].statement.en_plain in page.text


def test_the_region_that_was_spoken_of_is_the_first_to_be_seen(write, library):
    about = next(claim for claim in library.claims if claim.about == "hippocampus")
    for pins, region in (((), "amygdala"), ((Pin(PinKind.CLAIM, about.id),), "hippocampus")):
        page = Page(write(Handout(Language.EN, Level.PLAIN, pins=pins)))
        pressed = [
            found["data-region"]
            for found in page.all("g")
            if found.get("role") == "button" and found["aria-pressed"] == "true"
        ]
        assert pressed == [region]
        assert page.all("body") == [{"data-region": region}]
    sight = Sight("medial", 0, "raphe", Use.CHRONIC, Phase.LONG_TERM, Lens.ALL)
    handout = Handout(Language.EN, Level.PLAIN, pins=(Pin(PinKind.PICTURE, "medial", sight),))
    page = Page(write(handout))
    (shown,) = page.all("html")
    assert page.all("body") == [{"data-region": "raphe"}]
    assert (shown["data-use"], shown["data-phase"]) == ("chronic", "long-term")


def test_strength_and_direction_are_in_words_with_their_signs(write, library):
    claim = next(claim for claim in library.claims if not claim.is_gap)
    handout = Handout(Language.NL, Level.PLAIN, pins=(Pin(PinKind.CLAIM, claim.id),))
    text = write(handout)
    card = text[text.index('<article class="card claim') :]
    card = card[: card.index("</article>")]
    strength = library.verdict(claim).strength
    dutch = words(Language.NL)
    assert dutch(f"effect.{claim.effect}") in card
    assert f'href="#sign-{claim.effect}"' in card
    assert f"Bewijs: {dutch(f'strength.{strength.name.lower()}')}" in card
    assert f'class="bars s{int(strength)}"' in card
    assert claim.evidence.who.nl in card


def test_a_retracted_source_is_marked(write, library):
    work = next(work for work in library.references if work.status == "retracted")
    handout = Handout(Language.EN, Level.PLAIN, pins=(Pin(PinKind.SOURCE, work.key),))
    assert words(Language.EN)("card.retracted") in Page(write(handout)).text


def test_every_text_of_pack_and_person_is_escaped(library, full, first_drawing):
    text = write_web(spoiled(library), full._replace(title=HOSTILE, note=HOSTILE),
                     first_drawing, words(Language.EN), "2026-11-26")  # fmt: skip
    text.encode()
    page = Page(text)
    assert len(page.all("script")) == 1
    assert not page.all("img")
    assert page.text.count("</script><script>alert(1)</script>") > 400
    assert "${title}" in page.text
    policy = policy_of(text)
    assert policy["default-src"] == "'none'"


@given(title=PLAIN_TEXT, note=PLAIN_TEXT)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_title_and_note_are_shown_as_they_are(write, title, note):
    text = write(Handout(Language.NL, Level.PLAIN, title, note), {})
    page = Page(text)
    for said in (title, note):
        assert "".join(said.split()) in "".join(page.text.split())
    assert len(page.all("script")) == 1
    text.encode()


def test_the_colours_are_those_of_the_window(write, full):
    text = write(full)
    names = ("ink", "soft", "paper", "panel", "line", "accent", "accent_wash", "on_accent", "well",
             "decrease", "increase", "mixed", "no_change", "gap")  # fmt: skip
    light, *dark = re.findall(r"color-scheme: (?:light|dark);(.*?)\}", text, re.DOTALL)
    assert len(dark) == 2
    for palette, block in ((LIGHT, light), *((DARK, block) for block in dark)):
        for name in names:
            assert f"--{name.replace('_', '-')}: {getattr(palette, name)};" in block


def test_interface_words_fit_the_protocol():
    wording: Wording = words(Language.NL)
    assert wording.language is Language.NL


def spoiled(library):
    """Return the library with markup in every name and text."""

    def spoil(thing):
        if isinstance(thing, Name):
            return Name(*(f"{text} {HOSTILE}" for text in thing))
        if isinstance(thing, tuple):
            parts = [spoil(part) for part in thing]
            made = type(thing)(*parts) if hasattr(thing, "_fields") else tuple(parts)
            if type(thing).__name__ == "Text":
                return type(thing)(*(f"{text} {HOSTILE}" for text in thing))
            return made
        return thing

    return library._replace(
        info=spoil(library.info),
        places=spoil(library.places),
        claims=tuple(map(spoil, library.claims)),
        checks=tuple(map(spoil, library.checks)),
        datasets=tuple(map(spoil, library.datasets)),
        teach_backs=tuple(map(spoil, library.teach_backs)),
        references=tuple(
            work._replace(title=HOSTILE, journal=HOSTILE) for work in library.references
        ),
    )


def squeezed(text):
    return " ".join(text.split())
