"""Finding, in the tree of a drawing, the shapes that belong to regions and landmarks."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from explorer.domain.vocabulary import Side
from explorer.geometry.svg_content import local
from explorer.geometry.svg_safety import Element
from explorer.geometry.svg_shape import SHAPES
from explorer.geometry.svg_syntax import is_transform, style_rules

Note = Callable[[int, str, str], None]
"""Takes line, what and mend."""

_GROUPS: Final = frozenset({"svg", "g", "a"})
_CUTTING: Final = ("clip-path", "mask")
_MOVING: Final = ("transform", "transform-origin", "transform-box", "d", "offset-path", "zoom")


@dataclass(frozen=True, slots=True)
class Setting:
    """What an element inherits from the groups around it.

    Attributes:
        transform: the transforms so far, outermost first.
        rule: the fill rule, `nonzero` or `evenodd`.
        filled: whether the inside is painted.
        shown: whether anything is painted.
        cut: the name of a property that hides a part, or an empty text.
        drawn: whether this is in the picture, rather than a definition.
        region: the id of the region, if in one.
        side: which of a pair this is, when the region is drawn left and right.
        landmarks: ids of the landmarks it is in.
    """

    transform: str = ""
    rule: str = "nonzero"
    filled: bool = True
    shown: bool = True
    cut: str = ""
    drawn: bool = True
    region: str | None = None
    side: Side | None = None
    landmarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawn:
    """One shape that belongs to a region, to a landmark or to both."""

    element: Element
    setting: Setting


@dataclass(frozen=True, slots=True)
class Walk:
    """One walk over a drawing, in the order of painting.

    Attributes:
        regions: ids that make an element a region.
        landmarks: ids that make an element a landmark.
        note: told of each fault; the walk goes on.
        starts: where each region's or landmark's element was found, by id; filled while walking.
        pairs: the same for the second element of a region that is drawn left and right.
    """

    regions: Collection[str]
    landmarks: Collection[str]
    note: Note
    starts: dict[str, Element]
    pairs: dict[str, Element] = field(default_factory=dict)

    def shapes(self, element: Element, around: Setting) -> Iterator[Drawn]:
        """Yield the wanted shapes in an element; it is no deeper than the safe reader allows."""
        setting = self._enter(element, around)
        wanted = setting.region is not None or setting.landmarks
        if wanted and element.tag in SHAPES:
            yield Drawn(element, setting)
        if setting.region is not None:
            self._check_region(element, setting, around)
        for child in element.children:
            yield from self.shapes(child, setting)

    def _enter(self, element: Element, around: Setting) -> Setting:
        style = style_rules(element.attributes.get("style", ""))
        rules = {**element.attributes, **style}
        setting = replace(
            around,
            transform=f"{around.transform} {element.attributes.get('transform', '')}".strip(),
            rule=_inherited(rules.get("fill-rule"), around.rule),
            filled=_inherited(rules.get("fill"), "yes" if around.filled else "none") != "none",
            shown=_shown(rules, shown=around.shown),
            cut=next((name for name in _CUTTING if _cuts(rules.get(name))), around.cut),
            drawn=around.drawn
            and (element.tag in _GROUPS or element.tag in SHAPES or element.tag == "use"),
        )
        setting = self._claimed(element, setting)
        if setting.region is not None or setting.landmarks or element.tag in _GROUPS:
            self._check_transform(element, style)
        return setting

    def _claimed(self, element: Element, setting: Setting) -> Setting:
        """Return the setting with the region and landmark that this element starts."""
        names = {element.attributes.get("id", ""), element.attributes.get("data-region", "")}
        for name in sorted(names):
            if name not in self.regions:
                continue
            if self._is_new(name, element) and self._can_be_region(name, element, setting):
                setting = replace(setting, region=name, side=self._side(element))
        name = element.attributes.get("id", "")
        if name not in self.landmarks or not setting.drawn:
            return setting
        if name in self.regions or self._is_new(name, element):
            setting = replace(setting, landmarks=(*setting.landmarks, name))
        return setting

    def _is_new(self, name: str, element: Element) -> bool:
        first = self.starts.setdefault(name, element)
        if first is element:
            return True
        sides = {one.attributes.get("data-side") for one in (first, element)}
        if sides == set(Side):
            first = self.pairs.setdefault(name, element)
        if first is not element:
            self.note(
                element.line,
                f"{name!r} is there twice, first in line {first.line}",
                "give one of them another id, or put both in one group with this id",
            )
        return first is element

    def _side(self, element: Element) -> Side | None:
        word = element.attributes.get("data-side")
        if word is None or word in set(Side):
            return Side(word) if word else None
        what = f'data-side="{word[:40]}" is no side'
        self.note(element.line, what, "write left or right, the person's own")
        return None

    def _can_be_region(self, name: str, element: Element, setting: Setting) -> bool:
        """Note what makes it impossible to say where a region is."""
        if not setting.drawn:
            what = f"region {name!r} is a <{local(element.tag)}> or lies in a definition"
            self.note(element.line, what, "draw it in the picture as a path, a shape or a group")
            return False
        if not setting.shown:
            self.note(element.line, f"region {name!r} is hidden", "show it, or take its id away")
        return True

    def _check_region(self, element: Element, setting: Setting, around: Setting) -> None:
        """Note what in an element of a region is painted otherwise than its path says."""
        if element.tag == "use":
            what = f"region {setting.region!r} is drawn by <use>"
            mend = "draw the shape itself in this place (in Inkscape: Edit > Clone > Unlink)"
            self.note(element.line, what, mend)
        if setting.cut and (setting.region != around.region or not around.cut):
            what = f"region {setting.region!r} is cut by {setting.cut}"
            self.note(element.line, what, "cut the path itself and take the attribute away")

    def _check_transform(self, element: Element, style: dict[str, str]) -> None:
        text = element.attributes.get("transform", "")
        if not is_transform(text):
            what = f'transform="{text[:40]}" is not well formed'
            self.note(element.line, what, "write it as matrix, translate, scale, rotate or skew")
        for name in _MOVING:
            if name in style or (name.startswith("transform-") and name in element.attributes):
                what = f"the style property {name} moves or draws a shape"
                self.note(element.line, what, f"write it as an attribute, without {name}")


def _inherited(value: str | None, around: str) -> str:
    return around if value is None or value == "inherit" else value


def _shown(rules: dict[str, str], *, shown: bool) -> bool:
    if rules.get("display") == "none":
        return False
    return shown and rules.get("visibility", "visible") not in ("hidden", "collapse")


def _cuts(value: str | None) -> bool:
    return value is not None and value != "none"
