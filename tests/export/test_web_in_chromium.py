"""The web page, driven in a browser as a person does. It asks for nothing and complains of nothing.

Needs Debian's `chromium` and `chromium-driver`. Skipped without, save with
EXPLORER_REQUIRE_CHROMIUM=1.
"""

import os
from contextlib import contextmanager
from itertools import product

import pytest

from explorer.domain.handout import Handout
from explorer.domain.vocabulary import Effect, Language, Level, Phase, Use
from explorer.i18n import words
from tests.export.browser import CHROMIUM, DRIVER, Browser

if not (CHROMIUM and DRIVER) and os.environ.get("EXPLORER_REQUIRE_CHROMIUM") != "1":
    pytest.skip("no chromium with chromedriver here", allow_module_level=True)

EVERY = [(language, level) for language in Language for level in Level]
ENGLISH = words(Language.EN)


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    browser = Browser(tmp_path_factory.mktemp("profile"))
    yield browser
    browser.close()


@pytest.fixture
def opened(browser, write, tmp_path):
    """Return a function that opens the page of a handout; then the page must have kept still."""

    def open_one(handout, diagrams=None, **preferred):
        path = tmp_path / "hand-out é.html"
        text = write(handout) if diagrams is None else write(handout, diagrams)
        path.write_text(text, "utf-8", newline="")
        browser.prefer(**{"prefers_color_scheme": "light", **preferred})
        browser.resize(1280, 900)
        browser.open(path)
        return browser

    yield open_one
    with quiet(browser, tmp_path):
        pass


@contextmanager
def quiet(browser, folder):
    """Fail when the page asked for anything but itself, or when the console said anything."""
    yield
    assert browser.said() == []
    asked = browser.requests()
    assert asked, "the requests are not seen at all"
    assert [address for address in asked if not address.startswith(folder.as_uri())] == []
    assert len(asked) == 1


def plain(language=Language.EN, level=Level.PLAIN):
    return Handout(language, level)


def squeezed(text):
    return " ".join(text.split())


def unfolded(browser):
    """Return what can be read in the panel once everything in it was unfolded with the mouse."""
    while folded := browser.seen("#panel details:not([open]) > summary"):
        for summary in folded:
            browser.run("arguments[0].scrollIntoView({block: 'center'})", summary)
            summary.click()
    return squeezed(browser.one("#panel").text)


def unfoldable(browser):
    """Return the same without the clicks."""
    parts = "#panel .place:not([hidden]) > :not([hidden])"
    return squeezed(
        browser.run(
            f"return [...document.querySelectorAll('{parts}')].map(e => e.textContent).join(' ')"
        )
    )


def expected(library, place, use, level, language):
    """Return all texts that the panel must hold."""
    texts = [place.name.at(language), place.summary.at(language, level)]
    texts.append(next(note.name.at(language) for note in library.info.uses if note.use is use))
    for phase in Phase:
        cell = library.cell(place.id, use, phase)
        texts.append(words(language)(f"section.{phase}"))
        texts += [cell.summary.at(language, level)] if cell.summary else []
        for claim in cell.claims:
            strength = library.verdict(claim).strength.name.lower()
            texts.append(claim.statement.at(language, level))
            texts.append(words(language)(f"effect.{claim.effect}"))
            texts.append(words(language)(f"strength.{strength}"))
            texts += [claim.caveat.at(language, level)] if claim.caveat else []
            texts += [claim.evidence.who.at(language)] if claim.evidence else []
            works = [library.reference(key) for key in claim.references]
            texts += [f"doi\u00a0{work.doi}" for work in works if work.doi]
    return [squeezed(text) for text in texts]


@pytest.mark.parametrize(("language", "level"), EVERY)
def test_a_click_on_each_region_and_the_slider_show_all_that_is_known(
    opened, library, language, level
):
    browser = opened(plain(language, level))
    slider = browser.one("#use")
    read = unfolded if (language, level) == EVERY[0] else unfoldable
    for place in library.regions:
        browser.click(place.id)
        pressed = browser.all(".region[aria-pressed='true']")
        assert [found.get_attribute("data-region") for found in pressed] == [place.id]
        assert [found.text for found in browser.seen("#panel h3")] == [place.name.at(language)]
        for use in Use:
            browser.run("arguments[0].scrollIntoView({block: 'center'})", slider)
            slider.send_keys("\ue012" if use is Use.THERAPEUTIC else "\ue014")  # left, right
            text = read(browser)
            wanted = expected(library, place, use, level, language)
            missing = [said for said in wanted if said not in text]
            assert missing == [], (place.id, use)
            other = next(found for found in Use if found is not use)
            assert browser.seen(f"#panel [data-use='{other}']") == []
        slider.send_keys("\ue012")


def test_the_page_opens_at_what_was_pinned(opened, full, library):
    browser = opened(full._replace(pins=full.pins[3:4]))
    assert [found.text for found in browser.seen("#panel h3")] == ["Hippocampus"]
    assert browser.one("#use").get_attribute("value") == "1"
    assert browser.one(".phases [aria-pressed='true']").text == ENGLISH("phase.long_term")


def chosen(browser):
    pressed = browser.all(".region[aria-pressed='true']")
    return [found.get_attribute("data-region") for found in pressed]


def test_a_second_click_changes_nothing_and_one_beside_the_brain_clears_the_choice(opened):
    browser = opened(plain())
    browser.click("hippocampus")
    browser.click("hippocampus")
    assert chosen(browser) == ["hippocampus"]
    browser.click_corner("#picture")
    assert chosen(browser) == []
    assert browser.one("#panel").text == ENGLISH("web.none")


def test_a_second_key_clears_the_choice(opened):
    browser = opened(plain())
    browser.click("hippocampus")
    browser.run("document.getElementById('region-hippocampus').focus()")
    browser.press("ENTER")
    assert chosen(browser) == []
    browser.press("SPACE")
    assert chosen(browser) == ["hippocampus"]


def test_the_overlay_follows_the_slider_and_the_phase(opened, library):
    browser = opened(plain(), prefers_reduced_motion="reduce")
    for use, phase in product(Use, Phase):
        browser.one(f"[data-end='{use}']").click()
        browser.one(f".phases [data-phase='{str(phase).replace('_', '-')}']").click()
        name = f"at-{use}-{phase}".replace("_", "-")
        shown = browser.run(
            "return [...document.querySelectorAll('#picture .look')]"
            ".filter(look => getComputedStyle(look).opacity === '1').map(look => look.classList[1])"
        )
        assert set(shown) == {name}
        for place in library.regions:
            look = library.summed_up(place.id, use, phase)
            label = browser.one(f"#picture .label[data-region='{place.id}'] .{name}")
            assert label.text == ENGLISH(f"effect.{look.effect}")
            about = browser.run("return document.getElementById(arguments[0]).textContent",
                                f"about-{place.id}")  # fmt: skip
            assert ENGLISH(f"effect.{look.effect}") in about
            assert place.name.en in about
            if look.effect is not Effect.UNKNOWN:
                assert ENGLISH(f"strength.{look.strength.name.lower()}").lower() in about


def test_colours_signs_and_hatch_are_those_of_the_effects(opened, library):
    browser = opened(plain(), prefers_reduced_motion="reduce")
    tones = {"decrease": "rgb(47, 109, 181)", "increase": "rgb(163, 90, 13)"}
    seen = set()
    for place in library.regions:
        look = library.summed_up(place.id, Use.THERAPEUTIC, Phase.ACUTE)
        shape = browser.one(f"#region-{place.id} .edge").get_attribute("href")
        cell = f"#picture .overlay .at-therapeutic-acute.{look.effect}.s{int(look.strength)}"
        if look.effect is Effect.UNKNOWN:
            assert len(browser.all(f"{cell} [href='{shape}'][fill='url(#hatch)']")) == 1
        elif look.effect in tones:
            tint = browser.one(f"{cell} .tint[href='{shape}']")
            fill = browser.run("return getComputedStyle(arguments[0]).fill", tint)
            assert fill == tones[look.effect]
            seen.add(look.effect)
    assert seen == set(tones)


def test_the_slider_answers_to_the_mouse_and_has_words_at_both_ends(opened, library):
    browser = opened(plain())
    slider = browser.one("#use")
    assert slider.accessible_name == ENGLISH("slider.name")
    ends = {note.use: note.name.en for note in library.info.uses}
    assert [found.text for found in browser.all(".end b")] == list(ends.values())
    values = []
    for use, share in ((Use.CHRONIC, 0.45), (Use.THERAPEUTIC, -0.45)):
        at = slider.rect
        chain = browser.chain()
        chain.move_to_element_with_offset(slider, int(at["width"] * share), 0).click().perform()
        values.append(slider.get_attribute("value"))
        assert slider.get_attribute("aria-valuetext") == ends[use]
        assert [found.text for found in browser.seen("#panel .use-name")] == [ends[use]]
    assert values == ["1", "0"]


def test_everything_is_done_with_keys_alone(opened, library):
    browser = opened(plain())
    order, names = [], []
    for _ in range(60):
        browser.press("TAB")
        found = browser.focused()
        if found.tag_name == "body":
            break
        order.append(found.get_attribute("id") or found.get_attribute("class") or found.text)
        names.append(found.accessible_name or found.text)
        assert browser.run(
            "const s = getComputedStyle(arguments[0]);"
            "const r = arguments[0].querySelector?.('.ring');"
            "return s.outlineStyle !== 'none' || !!r && getComputedStyle(r).stroke !== 'none'",
            found,
        ), order[-1]
    assert all(names)
    regions = [name for name in order if name.startswith("region-")]
    assert sorted(regions) == sorted(f"region-{place.id}" for place in library.regions)
    assert order[0] == "theme"
    assert order.index("use") > order.index(regions[-1])


def test_enter_space_arrows_and_escape_on_a_region(opened, library):
    browser = opened(plain())
    browser.run("document.querySelector('svg .region').focus()")
    first = browser.focused().get_attribute("data-region")
    browser.press("ARROW_RIGHT")
    second = browser.focused().get_attribute("data-region")
    assert second != first
    browser.press("SPACE")
    assert browser.one("#panel").text.startswith(library.place(second).name.en)
    assert library.place(second).name.en in browser.run(
        "return document.querySelector('#said').textContent"
    )
    browser.press("ARROW_LEFT", "ENTER")
    assert browser.focused().get_attribute("data-region") == first
    assert browser.one("#panel").text.startswith(library.place(first).name.en)
    browser.press("ARROW_UP")
    last = browser.focused().get_attribute("data-region")
    assert last not in (first, second)
    browser.press("ARROW_DOWN", "ESCAPE")
    assert browser.one("#panel").text == ENGLISH("web.none")


def test_assistive_tools_see_names_states_and_descriptions(opened, library):
    browser = opened(plain(Language.NL))
    for place in library.regions:
        found = browser.one(f"#region-{place.id}")
        assert found.aria_role == "button"
        assert found.accessible_name == place.name.nl
    browser.click("thalamus")
    assert browser.one("#region-thalamus").get_attribute("aria-pressed") == "true"
    tree = browser.driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    nameless = [
        node["role"]["value"]
        for node in tree
        if node.get("role", {}).get("value") in ("button", "link", "slider", "region", "image")
        and not node.get("name", {}).get("value")
    ]
    assert nameless == []
    described = [
        node["description"]["value"]
        for node in tree
        if node.get("name", {}).get("value") == "Thalamus" and "description" in node
    ]
    assert any(said.startswith("Thalamus. Therapeutisch gebruik, Tijdens") for said in described)


def test_dark_follows_the_system_and_the_button(opened):
    def ground():
        return browser.run("return getComputedStyle(document.body).backgroundColor")

    light, dark = "rgb(246, 244, 239)", "rgb(22, 27, 33)"
    browser = opened(plain())
    button = browser.one("#theme")
    assert (ground(), button.get_attribute("aria-pressed")) == (light, "false")
    button.click()
    assert (ground(), button.get_attribute("aria-pressed")) == (dark, "true")
    browser.prefer(prefers_color_scheme="dark")
    assert ground() == dark
    button.click()
    assert (ground(), button.get_attribute("aria-pressed")) == (light, "false")
    browser = opened(plain(), prefers_color_scheme="dark")
    assert (ground(), browser.one("#theme").get_attribute("aria-pressed")) == (dark, "true")


def test_less_motion_is_heeded(opened):
    ask = "return getComputedStyle(document.querySelector('.look')).transitionDuration"
    browser = opened(plain(), prefers_reduced_motion="no-preference")
    assert browser.run(ask) == "0.22s"
    browser.prefer(prefers_reduced_motion="reduce")
    assert browser.run(ask) == "0s"


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("width", [320, 360, 768, 1000, 1280, 1920])
def test_nothing_runs_out_of_the_page(opened, full, language, width):
    browser = opened(full._replace(language=language))
    browser.resize(width, 800)
    assert browser.run("return document.documentElement.scrollWidth") <= width
    outside = browser.run(
        "return [...document.querySelectorAll('#picture text, .chip, button, h1, h2, h3, p')]"
        ".filter(part => part.getClientRects().length && !part.closest('.unseen'))"
        ".map(part => [part.textContent, part.getBoundingClientRect()])"
        ".filter(([_, box]) => box.left < -1 || box.right > innerWidth + 1).map(([text]) => text)"
    )
    assert outside == []
    small = browser.run(
        "return [...document.querySelectorAll('body *')]"
        ".filter(part => !part.closest('svg') && part.checkVisibility() && part.innerText?.trim())"
        ".filter(part => parseFloat(getComputedStyle(part).fontSize) < 13).length"
    )
    assert small == 0


@pytest.mark.parametrize("language", Language)
def test_names_in_the_picture_lie_on_nothing_else(opened, language):
    browser = opened(plain(language), prefers_reduced_motion="reduce")
    for width in (800, 1280):
        browser.resize(width, 900)
        boxes = browser.run(
            "return [...document.querySelectorAll('#picture text')]"
            ".filter(part => getComputedStyle(part).opacity === '1')"
            ".map(part => [part.textContent, part.getBoundingClientRect().toJSON(), "
            "parseFloat(getComputedStyle(part).fontSize) * part.getScreenCTM().a])"
        )
        boxes = [found for found in boxes if found[1]["width"]]
        assert len(boxes) >= 20
        assert min(size for _, _, size in boxes) > 10.5
        for at, (name, one, size) in enumerate(boxes):
            for other_name, other, _ in boxes[at + 1 :]:
                across = min(one["right"], other["right"]) - max(one["left"], other["left"])
                # The box of a line is higher than its letters.
                down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
                assert across <= 0 or down <= 0.35 * size, (name, other_name, width)


def test_the_handout_prints_without_what_is_only_for_the_screen(opened, full, library):
    browser = opened(full)
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        assert not browser.one("#explore").is_displayed()
        assert not browser.one("#theme").is_displayed()
        assert full.title in browser.one("h1").text
        assert squeezed(library.claims[0].statement.en_plain) in squeezed(
            browser.one("#pinned").text
        )
        assert browser.one("#pinned svg[role='img']").is_displayed()
        assert "Education" in browser.one("footer").text
    finally:
        browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_without_a_drawing_the_regions_are_chosen_from_a_row(opened, library):
    browser = opened(plain(), {})
    browser.one(".chip[data-region='thalamus']").click()
    assert browser.one("#panel").text.startswith(library.place("thalamus").name.en)
    assert browser.one(".chip[data-region='thalamus']").get_attribute("aria-pressed") == "true"


def test_on_a_phone_the_row_of_regions_stands_in_for_the_names(opened, library):
    browser = opened(plain(Language.NL))
    browser.resize(360, 740)
    assert browser.seen("#picture .label") == []
    chips = browser.seen(".chip")
    assert [chip.text for chip in chips] == [place.name.nl for place in library.regions]
    assert min(chip.rect["height"] for chip in chips) >= 40
    for place in library.regions[:3]:
        browser.click(place.id)
        assert browser.one("#panel").text.startswith(place.name.nl)


def test_markup_in_a_note_is_text(opened):
    bad = "</script><script>document.title='x'</script><img src=https://example.com/x.png>"
    browser = opened(plain()._replace(note=bad, title=bad))
    assert browser.one("#note").text == bad
    assert browser.driver.title.startswith("</script>")


@pytest.mark.parametrize(
    "bad",
    [
        "<img src='https://example.invalid/x.png'>",
        "<script>document.title = 'x'</script>",
        "<p style='color: red'>x</p>",
        "<script src='file:///etc/hostname'></script>",
    ],
)
def test_what_does_not_belong_is_stopped_and_noticed(browser, write, tmp_path, bad):
    path = tmp_path / "changed.html"
    path.write_text(write(plain()).replace("<footer>", f"{bad}<footer>"), "utf-8", newline="")
    browser.open(path)
    assert any("Content Security Policy" in said for said in browser.said())
    assert browser.driver.title != "x"


def test_a_request_and_a_complaint_are_noticed(browser, tmp_path):
    path = tmp_path / "loud.html"
    path.write_text("<link rel=icon href=data:,><script src=other.js></script>", "utf-8")
    browser.open(path)
    with pytest.raises(AssertionError), quiet(browser, tmp_path):
        browser.run("console.error('no')")
    browser.open(path)
    browser.said()
    with pytest.raises(AssertionError), quiet(browser, tmp_path):
        pass
