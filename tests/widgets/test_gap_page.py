"""What nobody knows: the grid, read and used as a person does."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from explorer.domain.vocabulary import Effect, Language, Lens, Level, Phase, Strength, Use
from explorer.opening import open_built_in
from explorer.widgets.gap_page import GapPage
from explorer.widgets.gap_rows import COLUMNS, grid_cells
from explorer.widgets.jump import Jump
from explorer.widgets.typeface import Role, font
from tests.widgets.open_page import cells_of
from tests.widgets.person import (
    button_of,
    canvas_of,
    click,
    count_color,
    difference,
    find,
    press,
)
from tests.widgets.test_layout import clipped

LANGUAGES = pytest.mark.parametrize("language", ["nl", "en"])
THEMES = pytest.mark.parametrize("theme", ["light", "dark"])
GAP_WORD = {"nl": "Onbekend", "en": "Gap"}


def row_of(opened, place_id):
    name = opened.library.place_name(place_id).at(opened.state.language)
    rows = [row for row, text in enumerate(opened.column_texts(0)) if text == name]
    assert len(rows) == 1, f"{name} stands in rows {rows}"
    return rows[0]


def told(opened):
    return opened.label("gap_title"), opened.label("gap_text")


def column(use, phase):
    return 1 + COLUMNS.index((use, phase))


def known_cells(library, lens):
    """Count the cells with a claim that is no gap, from the claims themselves."""
    cells = [
        library.cell(place.id, use, phase, lens)
        for place in library.places
        for use in Use
        for phase in Phase
    ]
    return sum(any(not claim.is_gap for claim in cell.claims) for cell in cells), len(cells)


@LANGUAGES
def test_every_place_has_a_row_under_the_name_of_its_group(open_page, language):
    opened = open_page(GapPage, language=language)
    texts = opened.column_texts(0)
    words = opened.words()
    names = [place.name.at(opened.state.language) for place in opened.library.places]
    assert sorted(set(texts) - set(names)) == sorted(
        words(f"gaps.group.{group}")
        for group in ("main", "context", "link", "part", "body", "therapy")
    )
    assert [text for text in texts if text in names] == names, "in reading order"
    under = words("gaps.group.part")
    assert texts.index(under) < texts.index(names[16]) < texts.index(words("gaps.group.body"))


@LANGUAGES
def test_cells_say_how_strong_the_evidence_is(open_page, language):
    opened = open_page(GapPage, language=language)
    words = opened.words()
    for place in opened.library.places:
        row = row_of(opened, place.id)
        for at, (use, phase) in enumerate(COLUMNS):
            step = opened.library.cell(place.id, use, phase).strength
            assert opened.text(row, at + 1) == words(f"strength.{step.name.lower()}")


@pytest.mark.parametrize(
    ("place", "use", "phase"),
    [
        ("amygdala", Use.THERAPEUTIC, Phase.ACUTE),
        ("mpfc", Use.THERAPEUTIC, Phase.LONG_TERM),
        ("mpfc-amygdala", Use.CHRONIC, Phase.ACUTE),
        ("sert", Use.CHRONIC, Phase.LONG_TERM),
        ("regulation", Use.THERAPEUTIC, Phase.LONG_TERM),
    ],
)
def test_click_on_a_cell_goes_there(open_page, place, use, phase):
    opened = open_page(GapPage)
    opened.click(row_of(opened, place), column(use, phase))
    assert opened.wishes == [("jump_wished", Jump(place, use, phase))]


def test_click_on_a_name_goes_to_the_place_and_leaves_the_slider(open_page):
    opened = open_page(GapPage)
    opened.click(row_of(opened, "thalamus"), 0)
    assert opened.wishes == [("jump_wished", Jump("thalamus"))]


def test_click_on_a_group_or_with_ctrl_goes_nowhere(open_page):
    opened = open_page(GapPage)
    opened.click(0, 0)
    opened.click(1, 1, Qt.KeyboardModifier.ControlModifier)
    assert opened.wishes == []


def test_keys_walk_the_grid_and_enter_goes_there(open_page):
    opened = open_page(GapPage, region="amygdala")
    opened.page.setFocus()
    assert opened.table.hasFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right):
        press(opened.table, key)
    assert told(opened)[0] == "Hypothalamus · Chronic use · During"
    assert opened.wishes == []
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        press(opened.table, key)
    jump = Jump("hypothalamus", Use.CHRONIC, Phase.ACUTE)
    assert opened.wishes == [("jump_wished", jump)] * 2


def test_tab_leaves_the_grid_for_the_button_that_goes_there(open_page):
    opened = open_page(GapPage, region="amygdala")
    opened.page.setFocus()
    press(opened.table, Qt.Key.Key_Tab)
    button = find(opened.page, "gap_go")
    assert button.hasFocus()
    press(button, Qt.Key.Key_Space)
    jump = Jump("amygdala", Use.THERAPEUTIC, Phase.ACUTE)
    assert opened.wishes == [("jump_wished", jump)]


@LANGUAGES
def test_every_gap_says_what_was_sought_when_and_why_it_is_empty(open_page, language):
    opened = open_page(GapPage, language=language)
    words = opened.words()
    gaps = [(gap, *cell) for gap in opened.library.gaps for cell in gap.cells]
    assert len(gaps) > 40
    for gap, use, phase in gaps:
        row, at = row_of(opened, gap.about), column(use, phase)
        assert opened.text(row, at) == GAP_WORD[language]
        opened.table.setCurrentIndex(opened.table.model().index(row, at))
        title, text = told(opened)
        assert title.startswith(opened.library.place_name(gap.about).at(opened.state.language))
        assert words("gaps.none") in text
        assert words.month(gap.date) in text
        assert gap.sought.at(opened.state.language) in text
        assert gap.why.at(opened.state.language) in text


@pytest.mark.parametrize("level", list(Level))
@LANGUAGES
def test_gap_of_a_main_region_says_so_with_its_own_claim(open_page, language, level):
    opened = open_page(GapPage, language=language, level=level, region="hippocampus")
    cell = opened.library.cell("hippocampus", Use.THERAPEUTIC, Phase.LONG_TERM)
    opened.follow(phase=Phase.LONG_TERM)
    text = told(opened)[1]
    gaps = [claim for claim in cell.claims if claim.is_gap]
    assert gaps
    for claim in gaps:
        assert claim.statement.at(opened.state.language, level) in text
        assert claim.search.sought.at(opened.state.language) in text
        assert claim.caveat.at(opened.state.language, level) in text
        assert opened.words().month(claim.search.date) in text


def test_a_known_cell_says_its_summary_and_how_many_claims(open_page):
    opened = open_page(GapPage, region="amygdala")
    cells = [
        opened.library.cell(place.id, Use.THERAPEUTIC, Phase.ACUTE)
        for place in opened.library.places
    ]
    cell = next(cell for cell in cells if len(cell.claims) == 1 and cell.effect != "unknown")
    opened.follow(region=cell.place)
    text = told(opened)[1]
    assert cell.summary.en_plain in text
    assert "1 claim rests on evidence." in text
    opened.follow(level=Level.CLINICAL)
    assert cell.summary.en_clinical in told(opened)[1]
    opened.follow(region="amygdala")
    known = opened.library.cell("amygdala", Use.THERAPEUTIC, Phase.ACUTE).claims
    assert f"{sum(not claim.is_gap for claim in known)} claims rest on evidence." in told(opened)[1]


def test_pointing_at_a_cell_tells_of_it_and_going_away_tells_of_the_chosen_one(open_page):
    opened = open_page(GapPage, region="amygdala")
    before = told(opened)
    opened.hover(row_of(opened, "hippocampus"), column(Use.CHRONIC, Phase.LONG_TERM))
    assert told(opened)[0] == "Hippocampus · Chronic use · Afterwards"
    QCoreApplication.sendEvent(opened.table.viewport(), QEvent(QEvent.Type.Leave))
    assert told(opened) == before
    assert opened.wishes == []


def test_nothing_chosen_says_how_to_choose(open_page):
    opened = open_page(GapPage)
    assert told(opened)[0] == "No cell chosen"
    assert find(opened.page, "gap_go").isHidden()


@pytest.mark.parametrize("lens", list(Lens))
@LANGUAGES
def test_counts_follow_the_lens(open_page, language, lens):
    opened = open_page(GapPage, language=language)
    opened.follow(lens=lens)
    known, every = known_cells(opened.library, lens)
    assert 0 < known < every
    counts = opened.label("gaps_counts")
    assert str(known) in counts
    assert str(every - known) in counts
    assert opened.words()(f"gaps.lens.{lens}") in counts
    strong = [
        opened.text(row, at) for row in range(opened.table.model().rowCount()) for at in range(1, 5)
    ]
    words = {opened.words()(f"strength.{step.name.lower()}") for step in Strength if step}
    assert sum(text in words for text in strong) == known


def test_a_lens_that_hides_what_is_known_says_so(open_page):
    opened = open_page(GapPage, lens=Lens.CONTROLLED, region="nucleus-accumbens")
    opened.follow(phase=Phase.LONG_TERM)  # only mice
    row, at = row_of(opened, "nucleus-accumbens"), column(Use.THERAPEUTIC, Phase.LONG_TERM)
    assert opened.text(row, at) == "Gap (lens)"
    hidden = opened.library.cell(
        "nucleus-accumbens", Use.THERAPEUTIC, Phase.LONG_TERM, Lens.CONTROLLED
    ).hidden
    assert hidden
    assert "hidden by the lens" in told(opened)[1]
    assert "No study found" not in told(opened)[1]
    assert "“(lens)”" in opened.label("gaps_intro")
    opened.follow(lens=Lens.ALL)
    assert opened.text(row, at) == "Early"
    assert "“(lens)”" not in opened.label("gaps_intro")


def test_another_language_is_followed_at_once(open_page):
    opened = open_page(GapPage, region="mpfc", phase=Phase.LONG_TERM)
    opened.follow(language=Language.NL)
    assert opened.label("gaps_title") == "Wat niemand weet"
    assert told(opened)[0] == "Prefrontale cortex · Therapeutisch gebruik · Daarna"
    assert "Geen onderzoek gevonden." in told(opened)[1]
    assert (
        opened.text(row_of(opened, "mpfc"), column(Use.THERAPEUTIC, Phase.LONG_TERM)) == "Onbekend"
    )


def test_the_grid_opens_without_reading_a_claim():
    library = open_built_in().library
    grid_cells(library, Lens.CONTROLLED)
    assert library.claims._entries == {}


@THEMES
def test_cells_are_coloured_by_direction_and_gaps_are_hatched(open_page, theme):
    opened = open_page(GapPage, theme=theme)
    pictures = {}
    for name, place, use, phase in (
        ("decrease", "thalamus", Use.THERAPEUTIC, Phase.ACUTE),
        ("increase", "mpfc", Use.THERAPEUTIC, Phase.ACUTE),
        ("gap", "thalamus", Use.THERAPEUTIC, Phase.LONG_TERM),
    ):
        index = opened.table.model().index(row_of(opened, place), column(use, phase))
        opened.table.scrollTo(index)
        box = opened.table.visualRect(index)
        pictures[name] = opened.table.viewport().grab(box).toImage()
    for name in ("decrease", "increase"):
        color = opened.palette.effect(Effect(name))
        assert count_color(pictures[name], color) > 30
        assert count_color(pictures["gap"], color) == 0
    ground = count_color(pictures["gap"], opened.palette.color("panel"))
    assert ground < pictures["gap"].width() * pictures["gap"].height() * 0.9


@THEMES
@pytest.mark.parametrize("effect", list(Effect))
def test_words_on_the_fullest_colour_can_be_read(open_page, theme, effect):
    from explorer.widgets.gap_table import _DENSITY

    palette = open_page(GapPage, theme=theme).palette
    share = max(_DENSITY.values())
    color, ground = palette.effect(effect), palette.color("panel")
    mixed = QColor(
        *(
            round(share * a + (1 - share) * b)
            for a, b in zip(color.getRgb()[:3], ground.getRgb()[:3], strict=True)
        )
    )
    assert contrast(mixed, palette.color("ink")) >= 4.5


def contrast(one, other):
    """Return the contrast of two colours, as WCAG 2 counts it."""

    def luminance(color):
        parts = [
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
            for part in color.getRgbF()[:3]
        ]
        return sum(w * part for w, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@THEMES
def test_the_chosen_cell_can_be_seen(open_page, theme):
    opened = open_page(GapPage, theme=theme, region="amygdala")
    index = opened.table.currentIndex()
    box = opened.table.visualRect(index)
    opened.page.setFocus()
    QCoreApplication.processEvents()
    focused = opened.table.viewport().grab(box).toImage()
    opened.table.setCurrentIndex(opened.table.model().index(index.row() + 1, index.column()))
    assert difference(focused, opened.table.viewport().grab(box).toImage()) > 1


@LANGUAGES
@pytest.mark.parametrize("size", [(1024, 540), (1920, 980)])
@pytest.mark.parametrize("lens", [Lens.ALL, Lens.CONTROLLED])
def test_nothing_is_cut_off(open_page, qtbot, language, size, lens):
    opened = open_page(GapPage, language=language, size=size, lens=lens, region="amygdala")
    qtbot.waitUntil(lambda: clipped(opened.page) == [], timeout=1000)
    metrics = QFontMetrics(font(Role.META))
    for row in range(opened.table.model().rowCount()):
        for at in range(1, 5):
            room = opened.table.columnWidth(at) - 46  # after the sign
            assert metrics.horizontalAdvance(opened.text(row, at)) <= room
        index = opened.table.model().index(row, 0)
        name = opened.table.visualRect(index).adjusted(8, 0, -8, 0)
        needed = metrics.boundingRect(name, Qt.TextFlag.TextWordWrap, opened.text(row, 0))
        assert needed.height() <= opened.table.rowHeight(row)
        assert needed.width() <= name.width()
    assert opened.table.horizontalScrollBar().maximum() == 0
    assert opened.table.height() >= 150


def test_text_below_the_grid_fits_for_every_cell(open_page, qtbot):
    opened = open_page(GapPage, language="nl", size=(1024, 540))
    model = opened.table.model()
    for row in range(model.rowCount()):
        for at in range(1, 5):
            opened.table.setCurrentIndex(model.index(row, at))
        QCoreApplication.processEvents()
        label = find(opened.page, "gap_text", QLabel)
        assert label.height() >= label.heightForWidth(label.width())
        assert opened.page.rect().contains(label.parentWidget().geometry())


@LANGUAGES
def test_assistive_tools_read_the_whole_grid(open_page, language):
    opened = open_page(GapPage, language=language, region="mpfc", phase=Phase.LONG_TERM)
    table = QAccessible.queryAccessibleInterface(opened.table)
    words = opened.words()
    assert table.role() == QAccessible.Role.Table
    assert table.text(QAccessible.Text.Name) == words("gaps.table")
    named = [node.text(QAccessible.Text.Name) for node in cells_of(opened.table)]
    for place in opened.library.places:
        name = place.name.at(opened.state.language)
        assert name in named
        for use, phase in COLUMNS:
            cell = opened.library.cell(place.id, use, phase)
            use_name = next(n.name for n in opened.library.info.uses if n.use is use)
            head = f"{name}. {use_name.at(opened.state.language)}, {words(f'phase.{phase}')}: "
            (said,) = (text for text in named if text.startswith(head))
            assert said.endswith(words(f"strength.{cell.strength.name.lower()}"))
            if cell.strength:
                assert words(f"effect.{cell.effect}") in said


def test_assistive_tools_read_why_a_gap_is_empty(open_page):
    opened = open_page(GapPage)
    gap = opened.library.gaps[0]
    use, phase = gap.cells[0]
    use_name = next(note.name for note in opened.library.info.uses if note.use is use).en
    place = opened.library.place_name(gap.about).en
    name = f"{place}. {use_name}, {opened.words()(f'phase.{phase}')}: Gap"
    (cell,) = (node for node in cells_of(opened.table) if node.text(QAccessible.Text.Name) == name)
    said = cell.text(QAccessible.Text.Description)
    assert gap.sought.en in said
    assert gap.why.en in said


def test_everything_that_acts_has_a_name(open_page):
    opened = open_page(GapPage, region="amygdala")
    button = find(opened.page, "gap_go")
    click(button)
    assert QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name)
    assert opened.page.accessibleName() == "What nobody knows"
    assert opened.wishes[-1][1].place == "amygdala"


def test_home_and_end_stay_in_the_row(open_page):
    opened = open_page(GapPage, region="amygdala")
    press(opened.table, Qt.Key.Key_End)
    assert told(opened)[0] == "Amygdala · Chronic use · Afterwards"
    press(opened.table, Qt.Key.Key_Home)
    assert told(opened)[0] == "Amygdala"
    assert told(opened)[1] == opened.library.place("amygdala").summary.en_plain
    QTest.keyClick(opened.table, Qt.Key.Key_Return)
    assert opened.wishes == [("jump_wished", Jump("amygdala"))]


def test_in_the_window_a_click_on_a_cell_shows_it_on_the_brain(open_window):
    window = open_window("--language", "en")
    press(canvas_of(window), Qt.Key.Key_F2)
    table = find(window, "gap_table")
    assert table.isVisible()
    model = table.model()
    (row,) = (at for at in range(model.rowCount()) if model.index(at, 0).data() == "Thalamus")
    index = model.index(row, column(Use.CHRONIC, Phase.LONG_TERM))
    table.scrollTo(index)
    click(table.viewport(), table.visualRect(index).center())
    assert not table.isVisible()
    assert canvas_of(window).isVisible()
    assert button_of(window, "thalamus").isChecked()
    state = window._store.state
    assert (state.use, state.phase) == (Use.CHRONIC, Phase.LONG_TERM)
