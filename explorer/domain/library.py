"""Everything a pack says, checked and ready to show."""

from __future__ import annotations  # a start shows no claim, so it loads none of what they need

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from explorer.domain.finding import PASSED_BY, ClaimIndex, Finding, Overall, overall
from explorer.domain.pack_info import PackInfo
from explorer.domain.place import Landmark, Place, PlaceKind, Topic
from explorer.domain.text import Name, Text
from explorer.domain.timeline import Span
from explorer.domain.vocabulary import Effect, Lens, Phase, ReferenceStatus, Side, Strength, Use

if TYPE_CHECKING:
    from explorer.domain.claim import Claim, Gap, Window
    from explorer.domain.claim_check import ClaimCheck
    from explorer.domain.dataset import Dataset
    from explorer.domain.problem import Problem
    from explorer.domain.reference import Reference
    from explorer.domain.strength import Verdict
    from explorer.domain.teach_back import TeachBack
    from explorer.domain.term import Term
    from explorer.domain.tour import Tour

_CellKey = tuple[str, Use, Phase]


class Cell(NamedTuple):
    """One place, one use, one phase, through one lens: what a section of the panel shows.

    Attributes:
        summary: the opening sentence, written for all evidence; None where nothing is known.
        effect: the direction that the overlay shows.
        strength: the strongest step among the claims behind that direction.
        claims: claims about the place itself; a gap of a main region is a claim too.
        nearby: claims about other places that are the nearest thing known.
        gap: why nothing is known, for a place that is no main region.
        hidden: how many claims about the place the lens hides.
        hour: the moment after intake, or None for all times.
        untimed: at a moment, the claims of which the source gives no time.
        elsewhen: at a moment, how many claims hold at other times.
    """

    place: str
    use: Use
    phase: Phase
    lens: Lens
    summary: Text | None
    effect: Effect
    strength: Strength
    claims: tuple[Claim, ...]
    nearby: tuple[Claim, ...]
    gap: Gap | None
    hidden: int
    hour: float | None = None
    untimed: tuple[Claim, ...] = ()
    elsewhen: int = 0


class _Contents(NamedTuple):
    """What a library is made of.

    Attributes:
        places: everything that can be selected, in reading order.
        retractions_as_of: date of the list of retracted works, `YYYY-MM-DD`; empty without one.
        datasets: what can be plotted; not even counted before somebody asks.
        left_out: faults for which a data set was left out when the pack was opened.
        tours: guided walks, in the order in which they are offered.
        teach_backs: what to ask once a topic has been explained.
    """

    info: PackInfo
    places: tuple[Place, ...]
    landmarks: tuple[Landmark, ...]
    topics: tuple[Topic, ...]
    gaps: Sequence[Gap]
    claims: Sequence[Claim]
    references: Sequence[Reference]
    glossary: Sequence[Term]
    checks: Sequence[ClaimCheck]
    retractions_as_of: str
    datasets: Sequence[Dataset] = ()
    left_out: tuple[Problem, ...] = ()
    tours: Sequence[Tour] = ()
    teach_backs: Sequence[TeachBack] = ()


class Library(_Contents):
    """A whole pack. All ids inside it are known to resolve.

    Sequences may make their entries only when asked; what start-up needs of the claims is in
    `claim_index`.
    """

    @cached_property
    def claim_index(self) -> ClaimIndex:
        """Every claim in short."""
        from explorer.domain.lens import narrowest_lens

        findings = [
            Finding(
                claim.id,
                claim.about,
                claim.use,
                claim.phase,
                claim.effect,
                self.verdict(claim).strength,
                narrowest_lens(claim.evidence),
                claim.side,
                claim.nearby,
                *_hours(claim.window),
            )
            for claim in self.claims
        ]
        cited = {key for claim in self.claims for key in claim.references}
        works = tuple(work.key for work in self.references)
        return ClaimIndex(tuple(findings), works, tuple(sorted(cited)))

    def with_index(self, index: ClaimIndex) -> Library:
        """Return the same library, with an index that was worked out before."""
        copy = self._replace()
        copy.__dict__["claim_index"] = index
        return copy

    @cached_property
    def _places(self) -> dict[str, Place]:
        return {place.id: place for place in self.places}

    @cached_property
    def _names(self) -> dict[str, Name]:
        named: Iterable[Topic | Landmark | Place] = (*self.topics, *self.landmarks, *self.places)
        return {place.id: place.name for place in named}

    @cached_property
    def _works(self) -> dict[str, int]:
        """The position of each work by its key, without opening one when the index is there."""
        index = self.__dict__.get("claim_index")
        keys = index.works if index is not None else (work.key for work in self.references)
        return {key: at for at, key in enumerate(keys)}

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {finding.id: at for at, finding in enumerate(self.claim_index.findings)}

    @cached_property
    def _about(self) -> dict[_CellKey, list[int]]:
        """The positions of the claims about each cell."""
        about: dict[_CellKey, list[int]] = {}
        for at, found in enumerate(self.claim_index.findings):
            about.setdefault((found.about, found.use, found.phase), []).append(at)
        return about

    @cached_property
    def _nearby(self) -> dict[_CellKey, list[int]]:
        nearby: dict[_CellKey, list[int]] = {}
        for at, found in enumerate(self.claim_index.findings):
            for place in found.nearby:
                nearby.setdefault((place, found.use, found.phase), []).append(at)
        return nearby

    @cached_property
    def _gaps(self) -> dict[_CellKey, Gap]:
        return {(gap.about, *cell): gap for gap in self.gaps for cell in gap.cells}

    @cached_property
    def _cells(self) -> dict[tuple[str, Use, Phase, Lens], Cell]:
        return {}  # filled as cells are asked for

    @cached_property
    def _verdicts(self) -> dict[str, Verdict]:
        return {}  # filled as claims are asked for

    @cached_property
    def regions(self) -> tuple[Place, ...]:
        """Main and context regions, in reading order."""
        return tuple(place for place in self.places if place.kind.is_region)

    @cached_property
    def main_regions(self) -> tuple[Place, ...]:
        """The regions that the pack is about first of all."""
        return self._of_kind(PlaceKind.MAIN)

    @cached_property
    def links(self) -> tuple[Place, ...]:
        """Curves between regions."""
        return self._of_kind(PlaceKind.LINK)

    @cached_property
    def parts(self) -> tuple[Place, ...]:
        """Parts of a synapse."""
        return self._of_kind(PlaceKind.PART)

    @cached_property
    def effects(self) -> tuple[Place, ...]:
        """Effects that no study located in the brain."""
        return self._of_kind(PlaceKind.EFFECT)

    def _of_kind(self, kind: PlaceKind) -> tuple[Place, ...]:
        return tuple(place for place in self.places if place.kind is kind)

    def place(self, place_id: str) -> Place:
        """Return a place by id. Raises KeyError when the pack has none of that id."""
        return self._places[place_id]

    def has_place(self, place_id: str) -> bool:
        """Whether the pack has a place of that id, which can be selected."""
        return place_id in self._places

    def place_name(self, place_id: str) -> Name:
        """Return the name of a place, landmark or topic. Raises KeyError when unknown."""
        return self._names[place_id]

    def claim(self, claim_id: str) -> Claim:
        """Return a claim by id. Raises KeyError when unknown."""
        return self.claims[self._positions[claim_id]]

    def reference(self, key: str) -> Reference:
        """Return a reference by its citation key. Raises KeyError when unknown."""
        return self.references[self._works[key]]

    def dataset(self, dataset_id: str) -> Dataset:
        """Return a data set by id. Raises KeyError when unknown."""
        for dataset in self.datasets:
            if dataset.id == dataset_id:
                return dataset
        raise KeyError(dataset_id)

    def datasets_about(self, place_id: str) -> tuple[Dataset, ...]:
        """Return the data sets that are offered under a place."""
        return tuple(dataset for dataset in self.datasets if place_id in dataset.about)

    def tour(self, tour_id: str) -> Tour:
        """Return a tour by id. Raises KeyError when unknown."""
        for tour in self.tours:
            if tour.id == tour_id:
                return tour
        raise KeyError(tour_id)

    def teach_back(self, place_id: str) -> TeachBack | None:
        """Return what to ask once a place has been explained, if the pack has anything."""
        return next((topic for topic in self.teach_backs if place_id in topic.about), None)

    def verdict(self, claim: Claim) -> Verdict:
        """Return the step of a claim of this library, with its reasons."""
        if claim.id not in self._verdicts:
            from explorer.domain.strength import judge

            works = (self.reference(key) for key in claim.references)
            sources = sum(work.status is not ReferenceStatus.RETRACTED for work in works)
            self._verdicts[claim.id] = judge(claim.evidence, sources)
        return self._verdicts[claim.id]

    def summed_up(
        self,
        place_id: str,
        use: Use,
        phase: Phase,
        lens: Lens = Lens.ALL,
        side: Side | None = None,
        hour: float | None = None,
    ) -> Overall:
        """Sum up a cell in one direction and one step, as the overlay shows it.

        Args:
            place_id: a place.
            use: end of the slider.
            phase: acute or long-term.
            lens: claims that it hides do not count; when it hides all, this is a gap.
            side: leave out claims that are limited to the other side; None takes them all.
            hour: only claims that hold at this hour after intake count; None takes all times.
        """
        findings = self.claim_index.findings
        seen = (findings[at] for at in self._about.get((place_id, use, phase), ()))
        return overall(
            (found.effect, found.strength)
            for found in seen
            if lens in PASSED_BY[found.lens]
            and (side is None or found.side in (None, side))
            and found.holds_at(hour)
        )

    def spans(
        self, place_id: str | None, use: Use, lens: Lens = Lens.ALL
    ) -> tuple[tuple[Span, ...], int]:
        """Return when the claims about a place hold, and how many of them give no time.

        Args:
            place_id: a place, or None for all of them.
            use: end of the slider.
            lens: claims that it hides do not count.
        """
        seen = [
            found
            for found in self.claim_index.findings
            if found.use is use
            and place_id in (None, found.about)
            and found.strength > Strength.GAP
            and lens in PASSED_BY[found.lens]
        ]
        spans = tuple(span for found in seen if (span := found.span) is not None)
        return spans, len(seen) - len(spans)

    def cell(self, place_id: str, use: Use, phase: Phase, lens: Lens = Lens.ALL) -> Cell:
        """Return one cell. Raises KeyError when the pack has no such place."""
        key = (place_id, use, phase, lens)
        if key not in self._cells:
            self._cells[key] = self._build_cell(self.place(place_id), use, phase, lens)
        return self._cells[key]

    def cell_at(
        self, place_id: str, use: Use, phase: Phase, lens: Lens, hour: float | None
    ) -> Cell:
        """Return what of a cell holds at a moment after intake; None stands for all times.

        Raises:
            KeyError: when the pack has no such place.
        """
        whole = self.cell(place_id, use, phase, lens)
        if hour is None:
            return whole
        findings = self.claim_index.findings
        timed = [claim for claim in whole.claims if claim.window is not None]
        held = tuple(claim for claim in timed if findings[self._positions[claim.id]].holds_at(hour))
        effect, strength = self.summed_up(place_id, use, phase, lens, hour=hour)
        return whole._replace(
            effect=effect,
            strength=strength,
            claims=held,
            nearby=(),
            hour=hour,
            untimed=tuple(claim for claim in whole.claims if claim.window is None),
            elsewhen=len(timed) - len(held),
        )

    def _build_cell(self, place: Place, use: Use, phase: Phase, lens: Lens) -> Cell:
        key = (place.id, use, phase)
        effect, strength = self.summed_up(place.id, use, phase, lens)
        about = self._about.get(key, ())
        claims = self._through(about, lens)
        return Cell(
            place=place.id,
            use=use,
            phase=phase,
            lens=lens,
            summary=next(
                (part.text for part in place.cells if part.use is use and part.phase is phase), None
            ),
            effect=effect,
            strength=strength,
            claims=claims,
            nearby=self._through(self._nearby.get(key, ()), lens),
            gap=self._gaps.get(key),
            hidden=len(about) - len(claims),
        )

    def _through(self, positions: Iterable[int], lens: Lens) -> tuple[Claim, ...]:
        """Return the claims that a lens lets pass, strongest first."""
        findings = self.claim_index.findings
        seen = [at for at in positions if lens in PASSED_BY[findings[at].lens]]
        seen.sort(key=lambda at: -findings[at].strength)
        return tuple(self.claims[at] for at in seen)


def _hours(window: Window | None) -> tuple[float | None, float | None]:
    """Return both ends of a window in hours, each None where the source gives none."""
    from explorer.domain.duration import hours

    if window is None:
        return None, None
    return (
        hours(window.onset) if window.onset else None,
        hours(window.end) if window.end else None,
    )
