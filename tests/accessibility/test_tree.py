"""The accessible tree, as Qt offers it to any assistive tool."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QWidget

from explorer.domain.vocabulary import Language
from tests.widgets.person import canvas_of, press

ROLE, TEXT = QAccessible.Role, QAccessible.Text
ACTING = {
    ROLE.Button,
    ROLE.CheckBox,
    ROLE.RadioButton,
    ROLE.Slider,
    ROLE.ButtonMenu,
    ROLE.Link,
    ROLE.ComboBox,
    ROLE.EditableText,
}
NAMES = {
    "en": {
        "regions": ("Amygdala", "Hypothalamus", "Hippocampus"),
        "slider": "Therapeutic or chronic use",
        "diagram": "Brain diagram",
        "panel": "Effects",
        "sections": ("During (acute)", "Afterwards (long-term)"),
        "strengths": {"Strong", "Moderate", "Limited", "Early", "Gap"},
    },
    "nl": {
        "regions": ("Amygdala", "Hypothalamus", "Hippocampus"),
        "slider": "Therapeutisch of chronisch gebruik",
        "diagram": "Hersendiagram",
        "panel": "Effecten",
        "sections": ("Tijdens (acuut)", "Daarna (lange termijn)"),
        "strengths": {"Sterk", "Redelijk", "Beperkt", "Vroeg", "Onbekend"},
    },
}


def nodes(top):
    """Yield every accessible thing that is not hidden, from the top down."""
    pending = [top]
    while pending:
        node = pending.pop(0)
        if node is None or not node.isValid() or node.state().invisible:
            continue
        yield node
        pending[:0] = [node.child(place) for place in range(node.childCount())]


def name_of(node):
    return node.text(TEXT.Name)


def described(node):
    thing = node.object()
    return f"{node.role()} {thing.objectName() if thing else ''!r} {type(thing).__name__}"


@pytest.fixture(params=["en", "nl"])
def language(request):
    return request.param


@pytest.fixture
def tree(open_window, language):
    """A window with a region selected and the first card open, so that all of it is there."""
    window = open_window("--language", language, "--region", "amygdala")
    header = window.findChild(QAbstractButton, "claim_header")
    header.click()
    return QAccessible.queryAccessibleInterface(window)


def named(tree, name, role=None):
    return [node for node in nodes(tree) if name_of(node) == name and role in (None, node.role())]


def test_everything_that_acts_has_a_name(tree):
    acting = [node for node in nodes(tree) if node.role() in ACTING or _takes_focus(node)]
    unnamed = [described(node) for node in acting if not name_of(node).strip()]
    assert unnamed == []
    assert len(acting) > 15


def _takes_focus(node):
    """Whether it can have the focus itself; the diagram's inside hands it on to the diagram."""
    thing = node.object()
    hands_on = isinstance(thing, QWidget) and thing.focusProxy() is not None
    return bool(node.state().focusable) and node.role() != ROLE.Window and not hands_on


def test_regions_are_checkable_buttons_with_description_state_and_place(tree, language):
    regions = [
        node
        for name in NAMES[language]["regions"]
        for node in named(tree, name)
        if node.state().checkable
    ]
    assert [name_of(node) for node in regions] == list(NAMES[language]["regions"])
    assert [bool(node.state().checked) for node in regions] == [True, False, False]
    for node in regions:
        assert node.role() in (ROLE.CheckBox, ROLE.Button)
        assert node.text(TEXT.Description)
        assert node.state().focusable
        assert min(node.rect().width(), node.rect().height()) >= 24
        assert tree.rect().contains(node.rect())


def test_description_of_a_region_says_effect_and_strength(tree, language):
    strengths = {word.lower() for word in NAMES[language]["strengths"]}
    for name in NAMES[language]["regions"]:
        (node,) = (node for node in named(tree, name) if node.state().checkable)
        said = node.text(TEXT.Description).lower()
        assert any(strength in said for strength in strengths), said


def test_slider_has_name_value_and_ends(tree, language):
    (slider,) = named(tree, NAMES[language]["slider"], ROLE.Slider)
    value = slider.valueInterface()
    assert value.minimumValue() == value.currentValue() < value.maximumValue()
    assert slider.text(TEXT.Description)


def test_slider_set_by_a_tool_changes_the_use(tree, language, open_window):
    (slider,) = named(tree, NAMES[language]["slider"], ROLE.Slider)
    value = slider.valueInterface()
    for goal, use in ((value.maximumValue(), "chronic"), (value.minimumValue(), "therapeutic")):
        value.setCurrentValue(goal)
        assert value.currentValue() == goal
        assert open_window.windows[-1]._store.state.use == use


def test_diagram_panel_and_sections_have_their_names(tree, language):
    said = NAMES[language]
    assert named(tree, said["diagram"])
    (panel,) = named(tree, said["panel"])
    inside = [name_of(node) for node in nodes(panel)]
    first, second = said["sections"]
    assert inside.index(first) < inside.index(second)


def test_each_section_says_its_strengths(tree, language):
    said = NAMES[language]
    for heading in said["sections"]:
        section = named(tree, heading)[0]
        assert said["strengths"].intersection(name_of(node) for node in nodes(section)), heading


def test_cards_say_everything_in_their_name(tree, language):
    cards = [node for node in nodes(tree) if _object_name(node) == "claim_header"]
    assert cards
    for card in cards:
        assert any(word in name_of(card) for word in NAMES[language]["strengths"])
        assert len(name_of(card)) > 40


def _object_name(node):
    return node.object().objectName() if node.object() else ""


VIEW_KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)


@pytest.mark.parametrize("view", range(len(VIEW_KEYS)))
def test_every_place_of_a_view_is_a_named_button_in_the_tree(open_window, language, view):
    window = open_window("--language", language)
    library = window.library
    press(canvas_of(window), VIEW_KEYS[view])
    tree = QAccessible.queryAccessibleInterface(window)
    diagrams = list(library.info.views.values())[view]
    strengths = {word.lower() for word in NAMES[language]["strengths"]}
    for diagram in diagrams:
        drawn = window._shelf.drawn(diagram)
        assert drawn
        found = {
            _object_name(node): node
            for node in nodes(tree)
            if _object_name(node).startswith("region_") and node.state().checkable
        }
        wanted = [*drawn, *library.effects]
        assert {f"region_{place.id}" for place in wanted} == set(found)
        for place in wanted:
            node = found[f"region_{place.id}"]
            assert name_of(node) == place.name.at(Language(language))
            said = node.text(TEXT.Description).lower()
            gap = {"en": "not measured", "nl": "niet gemeten"}[language]
            assert gap in said or any(strength in said for strength in strengths), said
            assert node.state().focusable
        press(canvas_of(window), Qt.Key.Key_Period)


def test_everything_that_acts_has_a_name_on_every_page(open_window, language):
    window = open_window("--language", language)
    for key in (Qt.Key.Key_F1, Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F4, Qt.Key.Key_F6):
        press(window.focusWidget(), key)
        tree = QAccessible.queryAccessibleInterface(window)
        acting = [node for node in nodes(tree) if node.role() in ACTING or _takes_focus(node)]
        assert [described(node) for node in acting if not name_of(node).strip()] == []
        assert len(acting) > 8


@pytest.mark.parametrize("place", ["mpfc-amygdala", "sert", "temperature"])
def test_the_panel_of_any_place_names_its_sections(open_window, language, place):
    window = open_window("--language", language, "--region", place)
    tree = QAccessible.queryAccessibleInterface(window)
    (panel,) = named(tree, NAMES[language]["panel"])
    inside = [name_of(node) for node in nodes(panel)]
    first, second = NAMES[language]["sections"]
    assert inside.index(first) < inside.index(second)
    assert window.library.place(place).name.at(Language(language)) in inside
