"""What is drawn by hand on the slices, for the template does not show it. Schematic."""

from shapely import LineString, Point
from shapely.affinity import scale, translate

from atelier import palette
from atelier.figures import line
from atelier.page import Curve, Page

PITUITARY_CENTRE, PITUITARY_WIDE, PITUITARY_HIGH = (0.0, -31.0), 6.6, 3.6
"""(x, z) and half sizes in mm; the height is that of the medial plate, the width is a guess."""
STALK = ((0.0, -14.0), (0.0, -29.0))
RAPHE_CENTRE = (0.0, -31.0)
"""(x, y) at z = -14, before the aqueduct; the medial plate has the same place."""
RAPHE_HALF = (3.6, 3.5)
"""Half sizes in mm. Generous: the nuclei are slimmer, and too small to point at."""


def draw_pituitary(page: Page) -> None:
    """Draw pituitary and stalk, which lie a few millimetres behind the slice."""
    # Dashed, as all that does not lie in the plane.
    edge = {**line(palette.PITUITARY_LINE, 1.1), "stroke_dasharray": "4 3"}
    stalk = LineString(STALK).buffer(1.0, cap_style="flat")
    page.shape("infundibulum", stalk, Curve(0.4, 0.1), {"fill": palette.INFUNDIBULUM, **edge})
    disc = Point(PITUITARY_CENTRE).buffer(1.0, quad_segs=32)
    body = scale(disc, PITUITARY_WIDE, PITUITARY_HIGH)
    # The gland sags a little on both sides of its stalk.
    dent = translate(scale(disc, 2.6, 1.0), 0.0, PITUITARY_HIGH)
    page.shape(
        "pituitary", body.difference(dent), Curve(0.8, 0.1), {"fill": palette.PITUITARY, **edge}
    )


def draw_raphe(page: Page) -> None:
    """Draw the upper raphe nuclei as one spot on the midline, larger than they are."""
    spot = scale(Point(RAPHE_CENTRE).buffer(1.0, quad_segs=24), *RAPHE_HALF)
    edge = line(palette.RAPHE_LINE, 0.9)
    page.shape(
        "raphe", spot, Curve(0.8, 0.08), {"fill": palette.RAPHE, "fill_opacity": 0.7, **edge}
    )
