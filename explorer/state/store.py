"""The one place where the view state changes."""

from collections.abc import Collection, Mapping, Sized
from typing import Any

from PySide6.QtCore import QObject, Signal

from explorer.domain.timeline import FIRST_HOUR, LAST_HOUR
from explorer.domain.vocabulary import Language, Lens, Level, Phase, Use
from explorer.state.view_state import PAGES, ViewState


class Store(QObject):
    """Holds the current `ViewState` and tells who listens when it really changes.

    Args:
        regions: ids of the places that can be selected.
        state: where to begin. A view that the pack has not gives way to the pack's first.
        views: the pack's views in order, each with its diagrams; without them there is only the
            view of the state.
        parent: Qt owner.
    """

    changed = Signal(ViewState, ViewState)
    """`(old, new)`, emitted only when they differ."""

    def __init__(
        self,
        regions: Collection[str],
        state: ViewState | None = None,
        views: Mapping[str, Sized] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._regions = frozenset(regions)
        self._state = state or ViewState()
        self._planes = {view: len(diagrams) for view, diagrams in (views or {}).items()}
        if not self._planes:
            self._planes = {self._state.view: 1}
        if self._state.view not in self._planes:
            self._state = self._state._replace(view=next(iter(self._planes)), plane=0)

    @property
    def state(self) -> ViewState:
        """Where the person is now."""
        return self._state

    def select_region(self, region_id: str | None) -> None:
        """Select a region, or nothing. Raises ValueError for an id that is not in the pack."""
        if region_id is not None and region_id not in self._regions:
            raise ValueError(f"no region called {region_id!r}")
        self._update(region=region_id)

    def visit(
        self,
        region_id: str,
        use: Use | None = None,
        phase: Phase | None = None,
        at: tuple[str, int] | None = None,
    ) -> None:
        """Go to a place on the brain in one step, from wherever the person is.

        Args:
            region_id: the place to select.
            use: the end of the slider, or None to stay.
            phase: the phase of the overlay, or None to stay.
            at: view and plane in which it is drawn, or None to stay.

        Raises:
            ValueError: for a place, view or plane that is not in the pack.
        """
        if region_id not in self._regions:
            raise ValueError(f"no region called {region_id!r}")
        view, plane = at or (self._state.view, self._state.plane)
        if view not in self._planes or not 0 <= plane < self._planes[view]:
            raise ValueError(f"no view called {view!r} with a plane {plane}")
        self._update(
            region=region_id,
            use=use or self._state.use,
            phase=phase or self._state.phase,
            view=view,
            plane=plane,
            page=PAGES[0],
        )

    def go_to(self, state: ViewState) -> None:
        """Be where a state says, in everything and in one step.

        Raises:
            ValueError: for a place, view, plane, moment or page that there is not.
        """
        if state.region is not None and state.region not in self._regions:
            raise ValueError(f"no region called {state.region!r}")
        if not 0 <= state.plane < self._planes.get(state.view, 0):
            raise ValueError(f"no view called {state.view!r} with a plane {state.plane}")
        if state.page not in PAGES:
            raise ValueError(f"no page called {state.page!r}")
        _check_hour(state.hour)
        self._update(**state._asdict())

    def go_back_to(self, view: str, plane: int) -> None:
        """Show a view and plane that were shown before."""
        self._update(view=view, plane=plane)

    @property
    def views(self) -> tuple[str, ...]:
        """The views of the pack, in the order of the switch."""
        return tuple(self._planes)

    def next_plane(self) -> None:
        """Show the next plane of the view; after the last comes the first."""
        self._update(plane=(self._state.plane + 1) % self._planes[self._state.view])

    def next_lens(self) -> None:
        """Narrow the lens by one step; after the narrowest comes everything."""
        lenses = list(Lens)
        self._update(lens=lenses[(lenses.index(self._state.lens) + 1) % len(lenses)])

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

    def set_lens(self, lens: Lens) -> None:
        """Choose which evidence counts."""
        self._update(lens=lens)

    def set_timeline(self, timeline: bool) -> None:  # noqa: FBT001 - a Qt-style setter
        """Show the line of time, or put it away; put away, all times count again."""
        self._update(timeline=timeline, hour=self._state.hour if timeline else None)

    def set_hour(self, hour: float | None) -> None:
        """Choose a moment after intake, in hours, or all times.

        Raises:
            ValueError: for a moment that is not on the line of time.
        """
        _check_hour(hour)
        self._update(hour=hour)

    def set_view(self, view: str) -> None:
        """Show a view, from its first plane. Raises ValueError for one that is not in the pack."""
        if view not in self._planes:
            raise ValueError(f"no view called {view!r}")
        if view != self._state.view:
            self._update(view=view, plane=0)

    def set_plane(self, plane: int) -> None:
        """Show a plane of the view. Raises ValueError when the view has none of that number."""
        if not 0 <= plane < self._planes[self._state.view]:
            raise ValueError(f"the view {self._state.view!r} has no plane {plane}")
        self._update(plane=plane)

    def set_scan(self, is_shown: bool) -> None:  # noqa: FBT001 - said by its name
        """Show the scan or the drawing."""
        self._update(scan=is_shown)

    def set_resting(self, is_resting: bool) -> None:  # noqa: FBT001 - said by its name
        """Show the synapse at rest, or in the chosen cell."""
        self._update(resting=is_resting)

    def set_mirrored(self, is_mirrored: bool) -> None:  # noqa: FBT001 - said by its name
        """Swap left and right of the picture."""
        self._update(mirrored=is_mirrored)

    def show_page(self, page: str) -> None:
        """Show a page of the window. Raises ValueError for one that there is not."""
        if page not in PAGES:
            raise ValueError(f"no page called {page!r}")
        self._update(page=page)

    def _update(self, **fields: Any) -> None:
        old, new = self._state, self._state._replace(**fields)
        if new != old:
            self._state = new
            self.changed.emit(old, new)


def _check_hour(hour: float | None) -> None:
    if hour is not None and not FIRST_HOUR * 0.99 <= hour <= LAST_HOUR * 1.01:
        raise ValueError(f"{hour} h is not on the line of time")
