"""What a tour says and shows for a view state."""

from explorer.domain.library import Library
from explorer.domain.text import Text
from explorer.domain.tour import Tour, TourStep
from explorer.state.view_state import PAGES, ViewState


def tour_of(library: Library, state: ViewState) -> Tour | None:
    """Return the tour that the person is on, if any."""
    if state.tour is None:
        return None
    tour = next((tour for tour in library.tours if tour.id == state.tour), None)
    return tour if tour is not None and 0 <= state.step < len(tour.steps) else None


def step_state(state: ViewState, tour: Tour, step: int) -> ViewState:
    """Return where a step leads. Language, level, scan and sides stay as the person has them."""
    here = tour.steps[step]
    return state._replace(
        tour=tour.id,
        step=step,
        region=here.region,
        use=here.use,
        phase=here.phase,
        lens=here.lens,
        view=here.view,
        plane=here.plane,
        resting=here.resting,
        timeline=here.timeline,
        hour=here.hour,
        page=PAGES[0],
    )


def has_wandered(library: Library, state: ViewState) -> bool:
    """Whether a person on a tour looks at something else than the step shows."""
    tour = tour_of(library, state)
    return tour is not None and step_state(state, tour, state.step) != state


def tour_step(library: Library, state: ViewState) -> TourStep | None:
    """Return the step that the person is at; None on no tour, or when they have wandered."""
    tour = tour_of(library, state)
    if tour is None or has_wandered(library, state):
        return None
    return tour.steps[state.step]


def tour_text(library: Library, state: ViewState) -> Text | None:
    """Return what the tour says of what is in sight; None on no tour, or for one who wandered."""
    step = tour_step(library, state)
    return None if step is None else step.text
