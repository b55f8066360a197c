"""Collects the elements of the synapse plate. Plain SVG: groups, paths, circles, gradients."""

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from atelier.synapse.curves import Pair, Path

Value = str | float | None


class Sheet:
    """The gradients of the plate, by name, and the head of the file."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.gradients: dict[str, str] = {}

    def linear(self, name: str, *stops: tuple[float, str], down: bool = True) -> str:
        """Add a linear gradient, downwards or to the right; returns the paint to use."""
        end = 'x2="0" y2="1"' if down else 'x2="1" y2="0"'
        self.gradients[name] = (
            f'<linearGradient id="{name}" x1="0" y1="0" {end}>{_stops(stops)}</linearGradient>'
        )
        return f"url(#{name})"

    def radial(
        self,
        name: str,
        *stops: tuple[float, str],
        circle: tuple[float, float, float] = (0.38, 0.3, 0.85),
    ) -> str:
        """Add a radial gradient (cx, cy, r); returns the paint to use."""
        cx, cy, r = circle
        self.gradients[name] = (
            f'<radialGradient id="{name}" cx="{cx:g}" cy="{cy:g}" r="{r:g}">'
            f"{_stops(stops)}</radialGradient>"
        )
        return f"url(#{name})"

    def text(self, title: str, description: str, body: str) -> str:
        """Return the finished document."""
        size = f"{self.width} {self.height}"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" '
            f'width="{self.width}" height="{self.height}">\n<title>{escape(title)}</title>\n'
            f"<desc>{escape(description)}</desc>\n<defs>{''.join(self.gradients.values())}</defs>\n"
            f"{body}</svg>\n"
        )


def path(shape: Path, **style: Value) -> str:
    """Return a path element; nothing for an empty path."""
    return f'<path{_attributes(style)} d="{shape.data()}"/>' if shape.commands else ""


def group(name: str | None, *parts: str, **style: Value) -> str:
    """Return a group, named or not."""
    mark = f' id="{name}"' if name else ""
    return f"<g{mark}{_attributes(style)}>{''.join(parts)}</g>\n"


def circles(places: Iterable[Pair], radius: float) -> str:
    """Return circles of one size."""
    return "".join(f'<circle cx="{x:.4g}" cy="{y:.4g}" r="{radius:g}"/>' for x, y in places)


def _attributes(style: dict[str, Value]) -> str:
    return "".join(
        f' {name.replace("_", "-")}="{value if isinstance(value, str) else f"{value:g}"}"'
        for name, value in style.items()
        if value is not None
    )


def _stops(stops: Sequence[tuple[float, str]]) -> str:
    return "".join(f'<stop offset="{at:g}" stop-color="{colour}"/>' for at, colour in stops)
