"""Tab and assistive tools go through the panel as it is read."""

from itertools import pairwise

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QWidget

from tests.widgets.person import cards_of, click, find, header_of, shown


def chain_of(window: QWidget) -> list[QWidget]:
    """Return the visible parts of the panel in the order of the focus chain."""
    panel = find(window, "region_panel")
    part, chain = panel.nextInFocusChain(), []
    while part is not panel:
        if panel.isAncestorOf(part) and part.isVisible() and isinstance(part, QAbstractButton):
            chain.append(part)
        part = part.nextInFocusChain()
    return chain


def top_of(window: QWidget, part: QWidget) -> int:
    return part.mapTo(find(window, "region_panel"), QPoint(0, 0)).y()


def goes_down(window: QWidget) -> bool:
    chain = chain_of(window)
    assert len(chain) > 8
    start = min(range(len(chain)), key=lambda place: top_of(window, chain[place]))
    tops = [top_of(window, part) for part in chain[start:] + chain[:start]]
    return all(first <= second for first, second in pairwise(tops))


def test_tab_goes_down_the_panel(qtbot, open_window, click_region):
    window = open_window("--language", "en")
    for region in ("hippocampus", "amygdala"):
        click_region(region)
        click(shown(window, "show_more")[0])
        qtbot.waitUntil(lambda: goes_down(window))
        click(header_of(cards_of(window, "acute_section")[1]), QPoint(60, 12))
        qtbot.waitUntil(lambda: goes_down(window))


def test_more_is_read_after_the_cards_it_follows(open_window, click_region):
    window = open_window("--language", "en")
    click_region("amygdala")
    cards = find(window, "acute_section_claims")
    node = QAccessible.queryAccessibleInterface(cards)
    names = [node.child(place).object().objectName() for place in range(node.childCount())]
    assert names[-1] == "show_more"
    assert set(names[:-1]) == {"claim_card"}
