"""The one place where the view state changes."""

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import QObject, Signal

from explorer.domain.vocabulary import Language, Level, Phase, Use
from explorer.state.view_state import ViewState


class Store(QObject):
    """Holds the current `ViewState` and tells who listens when it really changes.

    Args:
        regions: ids that can be selected.
        state: where to begin.
        parent: Qt owner.
    """

    changed = Signal(ViewState, ViewState)
    """`(old, new)`, emitted only when they differ."""

    def __init__(
        self,
        regions: Collection[str],
        state: ViewState | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._regions = frozenset(regions)
        self._state = state or ViewState()

    @property
    def state(self) -> ViewState:
        """Where the person is now."""
        return self._state

    def select_region(self, region_id: str | None) -> None:
        """Select a region, or nothing. Raises ValueError for an id that is not in the pack."""
        if region_id is not None and region_id not in self._regions:
            raise ValueError(f"no region called {region_id!r}")
        self._update(region=region_id)

    def set_use(self, use: Use) -> None:
        """Move to one end of the slider."""
        self._update(use=use)

    def set_phase(self, phase: Phase) -> None:
        """Let the overlay show one phase."""
        self._update(phase=phase)

    def set_language(self, language: Language) -> None:
        """Switch the language of every text."""
        self._update(language=language)

    def set_level(self, level: Level) -> None:
        """Switch between plain and clinical wording."""
        self._update(level=level)

    def _update(self, **fields: Any) -> None:
        old, new = self._state, self._state._replace(**fields)
        if new != old:
            self._state = new
            self.changed.emit(old, new)
