"""Where pins, the handout page and what is kept on disk meet; made after the first sight."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QApplication, QWidget

from explorer.domain.handout import Handout, Pin, PinKind, Sight
from explorer.domain.library import Library
from explorer.domain.vocabulary import Language, Level
from explorer.i18n import words as words_of
from explorer.options import NAME
from explorer.state import settings as keys
from explorer.state.basket import Basket
from explorer.state.basket_keeper import BasketKeeper
from explorer.state.settings import Settings
from explorer.state.store import Store
from explorer.state.view_state import ViewState
from explorer.widgets.claim_card import ClaimCard
from explorer.widgets.diagram_shelf import DiagramShelf
from explorer.widgets.page_stack import BRAIN, PageStack
from explorer.widgets.pinboard import Pinboard, PinButton
from explorer.widgets.toast import Toast

if TYPE_CHECKING:
    from explorer.canvas.brain_canvas import BrainCanvas
    from explorer.widgets.handout_files import HandoutFiles
    from explorer.widgets.handout_page import HandoutPage
    from explorer.widgets.main_window import MainWindow
    from explorer.widgets.notice_bar import NoticeBar
    from explorer.widgets.stage_bar import StageBar

_PAGE = "handout"


class Parts(NamedTuple):
    """The parts of the window that the desk works with."""

    window: MainWindow
    canvas: BrainCanvas
    bar: StageBar
    pages: PageStack


class HandoutDesk(QObject):
    """Owns the basket; does what the page and the buttons that pin wish for.

    Args:
        parts: of the window.
        library: the pack.
        shelf: its diagrams.
        store: the view state.
        settings: what is remembered.

    Attributes:
        basket: what is pinned.
    """

    def __init__(
        self,
        parts: Parts,
        library: Library,
        shelf: DiagramShelf,
        store: Store,
        settings: Settings,
    ) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._library = library
        self._shelf = shelf
        self._store = store
        self._settings = settings
        state = store.state
        self._words = words_of(state.language)
        self._has_own = {"language": False, "level": False}
        self.basket = Basket(state.language, state.level, self)
        self._keeper = BasketKeeper(self.basket, _path(), self._keeps_note)
        self._keeper.failed.connect(self._on_keeping_failed)
        self._page: HandoutPage | None = None
        self._files: HandoutFiles | None = None
        self._offer: NoticeBar | None = None
        self._offered = ""
        self._toast = Toast(parts.window)
        self._button = PinButton(parts.bar, is_icon=True)
        self._button.setObjectName("pin_picture")
        self._button.set_words(self._words)
        self._button.set_pin(self._picture(state))
        parts.bar.add_to_corner(self._button)
        board = Pinboard(self.basket, parts.window)
        board.pin_wished.connect(self.toggle)
        self._button.find_board()
        store.changed.connect(self._on_state_changed)
        self.basket.changed.connect(self._on_basket_changed)
        parts.pages.opened.connect(self._on_page_opened)
        page = parts.pages.page(_PAGE)
        if page is not None:
            self._on_page_opened(_PAGE, page)
        self._tell_earlier()

    def toggle(self, pin: Pin) -> None:
        """Put something on the handout, or take it off, and say so."""
        is_pinned = self.basket.toggle(pin)
        count = len(self.basket.handout.pins)
        key = "handout.pinned" if is_pinned else "handout.unpinned"
        what = self._words(f"handout.kind.{pin.kind}")
        self._tell(self._words(key, what=what, n=count))

    def pin_what_is_meant(self) -> None:
        """Pin what has the focus, or else what is in sight."""
        pin = self._meant()
        if pin is None:
            self._tell(self._words("handout.nothing_here"))
        else:
            self.toggle(pin)

    def close(self) -> None:
        """Write what is due before the window goes."""
        self._keeper.flush()

    # What is meant

    def _meant(self) -> Pin | None:
        if self._store.state.page != BRAIN:
            page = self._parts.pages.page(self._store.state.page)
            buttons = page.findChildren(PinButton) if page is not None else []
            return next((button.pin for button in buttons if button.isVisible()), None)
        card = _card_around(QApplication.focusWidget()) or self._card_under_pointer()
        if card is not None and card.content is not None:
            return Pin(PinKind.CLAIM, card.content.id)
        return self._picture(self._store.state)

    def _card_under_pointer(self) -> ClaimCard | None:
        """Return the open card at which the person points: opening one takes no focus."""
        cards = [card for card in self._parts.window.findChildren(ClaimCard) if card.is_open]
        return next((card for card in cards if card.isVisible() and card.underMouse()), None)

    def _picture(self, state: ViewState) -> Pin:
        sight = Sight(
            state.view,
            state.plane,
            state.region,
            state.use,
            state.phase,
            state.lens,
            state.mirrored,
        )
        return Pin(PinKind.PICTURE, self._shelf.diagram(state).id, sight)

    # Following

    def _on_state_changed(self, old: ViewState, new: ViewState) -> None:
        if old.language is not new.language:
            self._words = words_of(new.language)
            self._button.set_words(self._words)
            if not self._has_own["language"]:
                self.basket.set_language(new.language)
        if old.level is not new.level and not self._has_own["level"]:
            self.basket.set_level(new.level)
        pin = self._picture(new)
        if pin != self._button.pin:
            self._button.set_pin(pin)

    def _on_basket_changed(self, old: Handout, new: Handout) -> None:
        del old
        if self._page is not None:
            self._page.show_handout(new, can_undo=self.basket.can_undo)

    def _on_page_opened(self, page_id: str, widget: QWidget) -> None:
        if page_id != _PAGE:
            return
        from explorer.widgets.handout_files import HandoutFiles

        page = self._page = cast("HandoutPage", widget)
        basket = self.basket
        page.move_wished.connect(basket.move)
        page.remove_wished.connect(self._on_remove_wished)
        page.undo_wished.connect(self._on_undo_wished)
        page.title_changed.connect(basket.set_title)
        page.note_changed.connect(basket.set_note)
        page.language_picked.connect(self._on_language_picked)
        page.level_picked.connect(self._on_level_picked)
        page.keep_note_wished.connect(self._on_keep_note_wished)
        page.output_wished.connect(self._on_output_wished)
        page.wipe_wished.connect(self._on_wipe_wished)
        self._files = HandoutFiles(self._library, self._shelf, page)
        self._files.said.connect(page.say)
        self._files.opened.connect(self._on_file_opened)
        page.show_keep_note(self._keeps_note())
        page.show_handout(basket.handout, can_undo=basket.can_undo)

    def _on_remove_wished(self, at: int) -> None:
        self.basket.remove(at)
        self._say("handout.removed")

    def _on_undo_wished(self) -> None:
        if self.basket.can_undo:
            self.basket.undo()
            self._say("handout.undone")

    def _on_language_picked(self, language: Language) -> None:
        self._has_own["language"] = True
        self.basket.set_language(language)

    def _on_level_picked(self, level: Level) -> None:
        self._has_own["level"] = True
        self.basket.set_level(level)

    def _on_file_opened(self, handout: Handout) -> None:
        self._has_own = dict.fromkeys(self._has_own, True)
        self.basket.open(handout)

    def _on_output_wished(self, output: str) -> None:
        assert self._page is not None
        assert self._files is not None
        self._files.ask(output, self.basket.handout, self._page.paper, self._words)

    # What is kept

    def _keeps_note(self) -> bool:
        return self._settings.value(keys.KEEP_NOTE) == "yes"

    def _on_keep_note_wished(self, is_kept: bool) -> None:  # noqa: FBT001 - Qt's signature
        self._settings.set_value(keys.KEEP_NOTE, "yes" if is_kept else "no")
        self._settings.save()
        self._keeper.save()

    def _on_wipe_wished(self) -> None:
        self._close_offer()
        self._has_own = dict.fromkeys(self._has_own, False)
        self.basket.wipe()
        state = self._store.state
        self.basket.set_language(state.language)
        self.basket.set_level(state.level)
        self._say("handout.wiped")

    def _on_keeping_failed(self, why: str) -> None:
        self._parts.window.show_notice(self._words("handout.not_kept", file=_path(), why=why))

    def _tell_earlier(self) -> None:
        """Offer what an earlier run left, or tell why it cannot be read."""
        window, keeper = self._parts.window, self._keeper
        if keeper.fault is not None:
            from explorer.widgets.handout_files import fault_text

            text = self._words("handout.earlier_fault", file=keeper.set_aside or _path())
            window.show_notice(text, [fault_text(keeper.fault, self._words)])
        if keeper.earlier is not None:
            count = len(keeper.earlier.pins)
            key = "handout.earlier_one" if count == 1 else "handout.earlier"
            self._offered = self._words(key, n=count)
            self._offer = window.show_notice(self._offered)
            self._offer.offer("handout.bring_back", self._on_bring_back)
            self._offer.offer("handout.wipe", self._on_wipe_wished)

    def _on_bring_back(self) -> None:
        self._close_offer()
        self._keeper.bring_back()
        self._store.show_page(_PAGE)

    def _close_offer(self) -> None:
        if self._offer is not None:
            self._offer.withdraw(self._offered)
            self._offer = None

    def _say(self, key: str) -> None:
        text = self._words(key)
        if self._page is not None and self._store.state.page == _PAGE:
            self._page.say(text)
        else:
            self._tell(text)

    def _tell(self, text: str) -> None:
        self._toast.tell(text)
        self._parts.canvas.announce(text)


def _path() -> Path:
    place = QStandardPaths.StandardLocation.GenericDataLocation
    return Path(QStandardPaths.writableLocation(place)) / NAME / "basket.json"


def _card_around(widget: QWidget | None) -> ClaimCard | None:
    while widget is not None and not isinstance(widget, ClaimCard):
        widget = widget.parentWidget()
    return widget
