"""The foot of the panel: questions, folded until they are wanted, and how they went."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from explorer.domain.handout import Tick
from explorer.domain.vocabulary import Language
from explorer.i18n import words
from tests.widgets.person import canvas_of, click, find, press, shown

_SOON_MS = 120


@pytest.fixture
def at_amygdala(open_window):
    return open_window("--language", "en", "--region", "amygdala")


def foot(window):
    return find(window, "teach_back")


def unfold(window):
    click(find(window, "teach_back_fold", QAbstractButton))


def prompts(window):
    QApplication.processEvents()
    return [
        label.text()
        for at in range(2)
        for label in shown(window, f"teach_back_prompt_{at}", QLabel)
    ]


def test_questions_wait_until_they_are_wanted(at_amygdala):
    assert prompts(at_amygdala) == []
    unfold(at_amygdala)
    topic = at_amygdala.library.teach_back("amygdala")
    assert prompts(at_amygdala) == [prompt.en for prompt in topic.prompts]
    unfold(at_amygdala)
    assert prompts(at_amygdala) == []


def test_questions_follow_the_place_and_stay_unfolded(at_amygdala, click_region, qtbot):
    unfold(at_amygdala)
    click_region("hippocampus")
    topic = at_amygdala.library.teach_back("hippocampus")
    qtbot.waitUntil(lambda: prompts(at_amygdala) == [prompt.en for prompt in topic.prompts])


def test_questions_follow_the_language(at_amygdala, qtbot):
    unfold(at_amygdala)
    press(canvas_of(at_amygdala), "L")
    topic = at_amygdala.library.teach_back("amygdala")
    qtbot.waitUntil(lambda: prompts(at_amygdala) == [prompt.nl for prompt in topic.prompts])


def test_place_without_questions_has_no_foot(at_amygdala, qtbot, monkeypatch):
    monkeypatch.setattr(type(at_amygdala.library), "teach_back", lambda library, place: None)
    press(canvas_of(at_amygdala), "L")
    qtbot.waitUntil(lambda: not foot(at_amygdala).isVisible())


@pytest.mark.parametrize("tick", [Tick.EXPLAINED, Tick.AGAIN])
def test_tick_is_kept_by_topic(at_amygdala, click_region, qtbot, tick):
    unfold(at_amygdala)
    switch = {each: find(at_amygdala, f"teach_back_tick_{each}", QAbstractButton) for each in Tick}
    assert switch[Tick.NOT_DISCUSSED].isChecked()
    click(switch[tick])
    assert at_amygdala.client.ticks.ticks == {"amygdala": tick}
    said = words(Language.EN)(f"teach.{tick}").lower()
    assert said in find(at_amygdala, "teach_back_fold", QAbstractButton).text()
    click_region("hippocampus")
    qtbot.waitUntil(switch[Tick.NOT_DISCUSSED].isChecked)
    click_region("amygdala")
    qtbot.waitUntil(switch[tick].isChecked)


def test_ticks_are_nowhere_on_disk(at_amygdala, own_folders):
    unfold(at_amygdala)
    click(find(at_amygdala, "teach_back_tick_again", QAbstractButton))
    at_amygdala.close()
    QTest.qWait(_SOON_MS)
    files = [path for path in own_folders.rglob("*") if path.is_file()]
    assert [path for path in files if b"again" in path.read_bytes()] == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_switch_fits_in_the_narrowest_panel(open_window, language):
    window = open_window("--language", language, "--region", "amygdala", size=(1024, 640))
    unfold(window)
    switch = find(window, "teach_back_tick")
    assert switch.width() >= switch.minimumSizeHint().width()
    right = switch.mapTo(window, switch.rect().topRight()).x()
    assert right <= window.width() - 8


def test_foot_is_named_for_assistive_tools(at_amygdala):
    unfold(at_amygdala)
    assert foot(at_amygdala).accessibleName() == "Teach-back: The amygdala"
    again = find(at_amygdala, "teach_back_tick_again", QAbstractButton)
    assert again.accessibleName() == "How it went: This needs another word"
