"""The proteins: drawing and silhouette of each, placed and turned."""

from collections.abc import Sequence

from shapely import Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from atelier.synapse import palette
from atelier.synapse.curves import Pair, Path, blob, circle, join, outline, spline, stroke
from atelier.synapse.figures import calm, capsule, dark_bands, ellipse, light_band
from atelier.synapse.sheet import Sheet, group, path
from atelier.synapse.stage import lower_membrane, slope, upper_membrane

Rod = tuple[float, float, float, float, float]
"""x and y of both ends, and the radius, before placing."""
Placing = tuple[float, float, float]
"""x, y and degrees."""
Drawn = tuple[str, BaseGeometry]
"""An SVG fragment, and the silhouette of what it shows."""

ROD_X = (-15.2, -5.2, 5.2, 15.2)


def bundle(
    sheet: Sheet, name: str, back: Sequence[Rod], front: Sequence[Rod], at: Placing, extra: str = ""
) -> Drawn:
    """Draw a bundle of rods, such as the helices of a membrane protein."""
    hues = palette.PROTEINS[name]
    behind = sheet.linear(f"{name}-back", (0, hues.middle), (1, hues.dark), down=False)
    before = sheet.linear(
        f"{name}-front", (0, hues.middle), (0.3, hues.light), (1, hues.dark), down=False
    )
    layers = []
    shapes = []
    for rods, paint in ((back, behind), (front, before)):
        paths = [capsule((r[0], r[1]), (r[2], r[3]), r[4]).placed(*at) for r in rods]
        shapes += [one.polygon() for one in paths]
        inside = "".join(path(one) for one in paths)
        layers.append(group(None, inside, fill=paint, stroke=hues.ink, stroke_width=1.0))
    return "".join(layers) + extra, unary_union(shapes)


def sert(sheet: Sheet, x: float) -> Drawn:
    """Draw one serotonin transporter: a wide barrel with a gate."""
    at = (x, upper_membrane(x) - 2, slope(x))
    back = [
        (q * 0.92, -30 + abs(q) * 0.12, q * 0.92, 27.0, 5.2) for q in (-19, -11.5, -4, 4, 11.5, 19)
    ]
    front: list[Rod] = []
    for rod in (
        (24.0, -27.0, 22.0, 31.0, 5.6),
        (17.0, -31.0, 15.0, 35.0, 5.6),
        (9.6, -22.0, 8.6, 28.0, 5.2),
    ):
        front += [(s * rod[0], rod[1], s * rod[2], rod[3], rod[4]) for s in (-1.0, 1.0)]
    art, shape = bundle(sheet, "sert", back, front, at)
    hues = palette.PROTEINS["sert"]
    channel = Path(
        [
            ("M", [(0, -27)]),
            ("C", [(6, -20), (3.6, 20), (0, 30)]),
            ("C", [(-3.6, 20), (-6, -20), (0, -27)]),
            ("Z", []),
        ]
    )
    art += path(channel.placed(*at), fill=hues.ink, fill_opacity=0.8)
    flaps = [
        Path(
            [
                ("M", [(s * 7, -4)]),
                ("C", [(s * 3.4, -4.4), (s * 0.7, -2), (s * 0.7, 0.5)]),
                ("C", [(s * 0.7, 3), (s * 3.4, 5.4), (s * 7, 5)]),
                ("Z", []),
            ]
        ).placed(*at)
        for s in (-1, 1)
    ]
    art += path(join(flaps), fill="#d4eee7", stroke=hues.ink, stroke_width=1.0)
    return art, shape


def vmat2(sheet: Sheet, at: Placing, *, small: bool) -> Drawn:
    """Draw one vesicular transporter: a V, wide towards the cytosol."""
    if small:
        rods = [(-4.6, -6.5, -3.0, 6.5, 3.3), (4.6, -6.5, 3.0, 6.5, 3.3)]
        return bundle(sheet, "vmat2", [], rods, at)
    back = [(q, -15.0, q, 14.0, 4.0) for q in (-8.0, 0.0, 8.0)]
    front = [
        (s * a, b, s * c, d, e)
        for a, b, c, d, e in ((15.5, -16.0, 11.5, 16.0, 4.2), (9.5, -18.0, 4.6, 18.0, 4.2))
        for s in (-1.0, 1.0)
    ]
    return bundle(sheet, "vmat2", back, front, at)


def _seven(tops: Sequence[float], feet: Sequence[float]) -> tuple[list[Rod], list[Rod]]:
    """Return seven rods (behind, before); the four before reach further by tops and feet."""
    front = [(x, -25 - t, x, 24 + f, 5.9) for x, t, f in zip(ROD_X, tops, feet, strict=True)]
    back = []
    for k in range(3):
        x = (ROD_X[k] + ROD_X[k + 1]) / 2
        back.append((x, -28 - (tops[k] + tops[k + 1]) / 2, x, 20.0, 5.3))
    return back, front


TAILS: dict[str, Sequence[Pair]] = {
    "ht1a": ((5, 24), (6, 36), (14, 39), (17, 31)),
    "ht2a": ((-5, 24), (-7, 36), (0, 43), (7, 36), (5, 24)),
    "ht2c": ((-15, 24), (-14, 36), (-5, 38), (0, 44), (8, 42)),
    "oxtr": ((-4, 24), (-5, 36), (3, 42), (11, 37)),
    "avpr1a": ((4, 24), (5, 36), (-3, 42), (-11, 37)),
}


def receptor(sheet: Sheet, name: str, at: Placing) -> Drawn:
    """Draw a receptor of seven helices; each has a silhouette of its own."""
    caps: list[Path] = []
    if name == "ht1a":  # a dome
        back, front = _seven((0, 3, 3, 0), (0, 3, 3, 0))
        dome: list[tuple[str, list[Pair]]] = [
            ("M", [(-19, -22)]),
            ("C", [(-19, -50), (19, -50), (19, -22)]),
            ("C", [(12, -28), (-12, -28), (-19, -22)]),
            ("Z", []),
        ]
        caps = [Path(dome)]
    elif name == "ht2a":  # a cup
        back, front = _seven((15, -2, -2, 15), (0, 2, 2, 0))
    elif name == "ht2c":  # a staircase
        back, front = _seven((-5, 2, 9, 17), (0, 0, 2, 4))
    elif name == "oxtr":  # a funnel
        back = [(q * 1.25, -27.0, q * 0.8, 20.0, 5.2) for q in (-10, 0, 10)]
        front = [(q * 1.42, -27 - abs(q) * 0.35, q * 0.82, 25.0, 5.8) for q in (-16, -5.4, 5.4, 16)]
    else:  # avpr1a: a frame with a lintel
        back = [(q * 0.7, -25.0, q * 1.0, 20.0, 5.2) for q in (-10, 0, 10)]
        front = [(q * 0.66, -23.0, q * 1.14, 25.0, 5.8) for q in (-16, -5.4, 5.4, 16)]
        caps = [
            outline(Polygon([(-19, -37), (19, -37), (19, -27), (-19, -27)]).buffer(-1).buffer(1.5))
        ]
    placed = [cap.placed(*at) for cap in caps]
    hues = palette.PROTEINS[name]
    extra = ""
    if placed:
        paint = sheet.linear(f"{name}-cap", (0, hues.light), (1, hues.middle))
        extra = path(join(placed), fill=paint, stroke=hues.ink, stroke_width=1.0)
    art, shape = bundle(sheet, name, back, front, at, extra)
    loop = stroke(spline(TAILS[name], closed=False, steps=10)).placed(*at)
    tail = path(loop, fill="none", stroke=hues.ink, stroke_width=4.6, stroke_linecap="round")
    tail += path(loop, fill="none", stroke=hues.middle, stroke_width=2.4, stroke_linecap="round")
    return tail + art, unary_union([shape, *(cap.polygon() for cap in placed)])


def ht3(sheet: Sheet, x: float) -> Drawn:
    """Draw the ion channel: a goblet of five parts, two of them behind."""
    at = (x, lower_membrane(x) + 2, slope(x))
    hues = palette.PROTEINS["ht3"]
    behind = [_petal(-10, -0.35, 20).placed(*at), _petal(10, 0.35, 20).placed(*at)]
    before = [
        _petal(p, lean, w).placed(*at)
        for p, lean, w in ((-21, -0.55, 21), (21, 0.55, 21), (0, 0, 22))
    ]
    dark = sheet.linear("ht3-back", (0, hues.middle), (1, hues.dark))
    lit = sheet.linear(
        "ht3-front", (0, hues.middle), (0.35, hues.light), (1, hues.dark), down=False
    )
    art = group(None, *(path(p) for p in behind), fill=dark, stroke=hues.ink, stroke_width=1.0)
    art += path(ellipse(0, -57, 15, 5).placed(*at), fill=hues.ink, fill_opacity=0.55)
    art += group(None, *(path(p) for p in before), fill=lit, stroke=hues.ink, stroke_width=1.0)
    return art, unary_union([p.polygon() for p in behind + before])


def _petal(cx: float, lean: float, wide: float) -> Path:
    half = wide / 2
    right = [
        (cx + half + lean * 11, -52), (cx + wide * 0.56 + lean * 6, -34),
        (cx * 0.75 + wide * 0.36, -16), (cx * 0.6 + wide * 0.3, 10), (cx * 0.55 + wide * 0.26, 27),
    ]  # fmt: skip
    left = [
        (cx * 0.55 - wide * 0.26, 27), (cx * 0.6 - wide * 0.3, 10), (cx * 0.75 - wide * 0.36, -16),
        (cx - wide * 0.56 + lean * 6, -34), (cx - half + lean * 11, -52),
    ]  # fmt: skip
    return outline(blob([(cx + lean * 12, -62), *right, (cx * 0.5, 33), *left]))


def mao(sheet: Sheet, at: Placing, size: float) -> Drawn:
    """Draw one monoamine oxidase: two lobes on a foot."""
    hues = palette.PROTEINS["mao"]
    foot = Polygon([(-7, -4), (8, -4), (4.5, 5), (-4, 5)])
    body = unary_union([circle(-6, -9, 9.5), circle(6.5, -8, 9), foot]).buffer(3).buffer(-3)
    shape = outline(body, 0.4).placed(*at, size)
    area = shape.polygon()
    paint = sheet.radial("mao-paint", (0, hues.light), (1, hues.dark))
    art = path(shape, fill=paint, stroke=hues.ink, stroke_width=1.2)
    shade = dark_bands(area, (9,), rounding=0.8)[0]
    art += path(outline(shade, 0.5), fill="#6e2412", fill_opacity=0.2)
    cleft = Path([("M", [(-5, -13)]), ("C", [(-1, -8), (3, -8), (6.5, -12)])]).placed(*at, size)
    art += path(
        cleft, fill="none", stroke=hues.ink, stroke_width=2.2, stroke_linecap="round",
        stroke_opacity=0.8,
    )  # fmt: skip
    bright = light_band(area, 2.6, 5.5, rounding=0.9)
    return art + path(outline(bright, 0.45, 5), fill=palette.WHITE, fill_opacity=0.5), area


def tph2(sheet: Sheet, place: Pair) -> Drawn:
    """Draw tryptophan hydroxylase: four lobes."""
    x, y = place
    hues = palette.PROTEINS["tph2"]
    lobes = [
        circle(x + dx, y + dy, 15.5)
        for dx, dy in ((11, 9.5), (-9.7, 10.7), (-11, -9.5), (9.7, -10.7))
    ]
    shape = unary_union(lobes).difference(circle(x, y, 5)).buffer(-1.5).buffer(3).buffer(-1.5)
    paint = sheet.radial("tph2-paint", (0, hues.light), (1, hues.dark))
    art = path(outline(shape, 0.3), fill=paint, stroke=hues.ink, stroke_width=1.4)
    for band, opacity in zip(dark_bands(shape, (20, 9), rounding=1.6), (0.13, 0.16), strict=True):
        art += path(outline(band, 0.6, 10), fill="#4b1f55", fill_opacity=opacity)
    shine = join(outline(light_band(lobe, 3, 6, rounding=0.8), 0.6, 4) for lobe in lobes)
    art += path(shine, fill=palette.WHITE, fill_opacity=0.4)
    return art, shape


def kinase(sheet: Sheet, name: str, place: Pair) -> Drawn:
    """Draw a signalling enzyme inside the receiving cell: AKT a pear, ERK a cut stone."""
    x, y = place
    hues = palette.PROTEINS[name]
    shape: BaseGeometry
    if name == "akt":
        parts = [circle(x - 22, y - 9, 17), circle(x + 12, y, 27), circle(x - 6, y + 2, 22)]
        shape = calm(unary_union(parts), 4)
    else:
        corners = ((-36, -12), (-18, -25), (20, -23), (37, -4), (26, 22), (-20, 25), (-38, 8))
        shape = calm(Polygon([(x + dx, y + dy) for dx, dy in corners]), 6)
    paint = sheet.radial(f"{name}-paint", (0, hues.light), (1, hues.middle))
    art = path(outline(shape), fill=paint, stroke=hues.ink, stroke_width=1.4)
    for band, opacity in zip(dark_bands(shape, (18, 9), 1), (0.09, 0.11), strict=True):
        art += path(outline(band, 0.4), fill=hues.ink, fill_opacity=opacity)
    bright = light_band(shape, 3.5, 7, 0.5)
    return art + path(outline(bright, 0.4), fill=palette.WHITE, fill_opacity=0.5), shape
