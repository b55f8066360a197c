"""The four slices: where they lie, what is clicked on them, and where to look for it."""

from dataclasses import dataclass

from shapely import Point, Polygon, box
from shapely.affinity import scale

from atelier.page import Frame
from atelier.volumes import Plane


@dataclass(frozen=True)
class Territory:
    """A cortical territory on a slice: the grey matter beside the midline inside a window.

    The windows follow the territories of the medial plate (:mod:`atelier.medial.territories`): the
    same y range at that height. How far they reach sideways is a stated number.
    """

    region: str
    window: Polygon
    """Right side only: x > 0, with a hair left free on the midline."""


@dataclass(frozen=True)
class Slice:
    """One slice to draw."""

    name: str
    plane: Plane
    place: float
    frame: Frame
    title: str
    describes: str
    """What the description says beside the common sentences."""
    ventricles: tuple[Polygon, ...]
    nuclei: tuple[str, ...] = ()
    """Context solids that are not clicked."""
    thalamus: bool = False
    accumbens: bool = False
    keys: tuple[str, ...] = ()
    """Main regions that the slice cuts."""
    territories: tuple[Territory, ...] = ()
    callosum: Polygon | None = None
    """White matter inside this is corpus callosum."""
    white_rim: tuple[Polygon, ...] = ()
    """Where fluid borders on white matter, which the maps blur to grey."""
    midline_fissure: tuple[tuple[float, float], ...] = ()
    """(from, to) on v: where the halves part, for the average hides the gap."""
    schematic: str = ""
    """What is drawn by hand on this slice: ``pituitary`` or ``raphe``."""


CORONAL_FRAME = Frame(left=-74.0, right=74.0, bottom=-55.0, top=83.0)
AXIAL_FRAME = Frame(left=-75.0, right=75.0, bottom=-106.0, top=74.0)

LATERAL_HORNS = (
    box(-30, -10, 30, 26),
    Polygon([(8, -24), (32, -24), (32, -54), (8, -54)]),
    Polygon([(-8, -24), (-32, -24), (-32, -54), (-8, -54)]),
)


def _lens(height: float, wide: float, high: float) -> Polygon:
    return scale(Point(0.0, height).buffer(1.0, quad_segs=32), wide, high)


SLICES = (
    Slice(
        name="coronal",
        plane="coronal",
        place=-8.0,
        frame=CORONAL_FRAME,
        title="Coronal slice through amygdala and hypothalamus",
        describes="Coronal slice at y = -8 mm, seen from behind.",
        ventricles=(box(-24, 14, 24, 29.5), box(-39, -32, -27, -14), box(27, -32, 39, -14),
                    box(-4, -14, 4, 14)),
        nuclei=("caudate", "putamen", "pallidum"),
        thalamus=True,
        keys=("hippocampus", "amygdala", "hypothalamus"),
        callosum=_lens(23.5, 19.0, 7.4),
        midline_fissure=((80.0, 31.0),),
    ),
    Slice(
        name="coronal-front",
        plane="coronal",
        place=8.0,
        frame=CORONAL_FRAME,
        title="Coronal slice through the nucleus accumbens",
        describes=(
            "Coronal slice at y = 8 mm, seen from behind. Schematic: pituitary and its stalk lie "
            "behind this slice and are drawn by hand."
        ),
        ventricles=(box(-22, -4, 22, 26.5),),
        nuclei=("caudate", "putamen"),
        accumbens=True,
        callosum=_lens(21.5, 17.0, 6.4),
        midline_fissure=((80.0, 31.0),),
        schematic="pituitary",
    ),
    Slice(
        name="axial",
        plane="axial",
        place=-14.0,
        frame=AXIAL_FRAME,
        title="Axial slice through amygdala, hippocampus and midbrain",
        describes=(
            "Axial slice at z = -14 mm, seen from above, nose up. Schematic: the raphe nuclei are "
            "drawn by hand, larger than they are."
        ),
        ventricles=(box(-4, -16, 4, 4), box(-3, -36, 3, -29)),
        keys=("hippocampus", "amygdala", "hypothalamus"),
        territories=(
            Territory("mpfc", box(0.4, 14.0, 13.0, 74.0)),
            Territory("visual-cortex", box(0.4, -106.0, 18.0, -78.0)),
        ),
        schematic="raphe",
    ),
    Slice(
        name="axial-upper",
        plane="axial",
        place=16.0,
        frame=AXIAL_FRAME,
        title="Axial slice through thalamus and cingulate cortex",
        describes="Axial slice at z = 16 mm, seen from above, nose up.",
        ventricles=(*LATERAL_HORNS, box(-5, -36, 5, -10)),
        white_rim=LATERAL_HORNS,
        nuclei=("caudate",),
        thalamus=True,
        territories=(
            Territory("mpfc", box(0.4, 44.0, 13.0, 74.0)),
            Territory("pcc", box(0.4, -55.0, 11.0, -42.0)),
            Territory("visual-cortex", box(0.4, -106.0, 16.0, -62.0)),
        ),
    ),
)  # fmt: skip
