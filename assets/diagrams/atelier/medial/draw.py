"""Draws the plate, layer by layer from the far side towards the viewer."""

from PIL import Image

from atelier import solids
from atelier.grid import blur, rasterise
from atelier.medial import cerebellum, cortex, far_side, midline
from atelier.medial.draw_cortex import draw_cerebellum, draw_cortex, draw_far_side, draw_stem
from atelier.medial.draw_deep import draw_key_regions, draw_midline, draw_ventricle
from atelier.medial.territories import territories
from atelier.outline import close_shape, union
from atelier.page import Frame, Page
from atelier.scan import scan_picture
from atelier.volumes import cut

FRAME = Frame(left=76.0, right=-105.0, bottom=-68.0, top=83.0)
"""u is y and v is z; the nose is on the left."""

TITLE = "Medial face of the right hemisphere"
DESCRIPTION = (
    "Medial face of the right half of a human brain, nose to the left. Made from the ICBM152 2009a "
    "symmetric template, an average of 152 adult brains. Composite: the cortex is cut about 3 mm "
    "beside the midline, corpus callosum, brainstem and cerebellum on the midline. Projected: "
    "amygdala, hippocampus and nucleus accumbens lie deeper and are projected onto this plane; the "
    "dashed line is the edge of the amygdala behind the hypothalamus. Schematic: raphe nuclei and "
    "infundibulum. Not reviewed by a neuroanatomist. The notice of the McConnell Brain Imaging "
    "Centre lies in the folder atelier beside this file."
)


def draw_plate() -> tuple[str, Image.Image]:
    """Return the whole plate as an SVG document, and the scan that it was drawn from."""
    callosum = midline.corpus_callosum()
    centre = midline.midline(callosum)
    wall = cortex.cortex(callosum)
    vermis = cerebellum.cerebellum()
    page = Page(FRAME)
    draw_far_side(page, far_side.far_side(), wall, centre, vermis)
    draw_cerebellum(page, vermis, centre)
    draw_ventricle(page, centre)
    draw_stem(page, centre)
    draw_cortex(page, wall, territories(wall, callosum), centre)
    draw_midline(page, centre)
    draw_key_regions(
        page,
        centre,
        amygdala=solids.projected("amygdala"),
        hippocampus=solids.projected("hippocampus"),
        accumbens=solids.projected("accumbens"),
    )
    return page.text(TITLE, DESCRIPTION), _scan(wall, centre, vermis)


def _scan(
    wall: cortex.Cortex, centre: midline.Midline, vermis: cerebellum.Cerebellum
) -> Image.Image:
    """Return T1 beside the midline where cortex and wall are drawn, and on it elsewhere."""
    beside = union(wall.outline, centre.wall, centre.hypothalamus).buffer(1.0)
    share = blur(rasterise(beside).astype(float), 2.5)
    grey = cut("sagittal", "t1", cortex.SURFACE_PLANES) * share
    grey += cut("sagittal", "t1", midline.CUT) * (1.0 - share)
    parts = (centre.corpus_callosum, centre.septum, centre.third_ventricle, centre.stem)
    shown = union(beside, *parts, vermis.outline, centre.fourth_ventricle)
    return scan_picture(grey, close_shape(shown.buffer(-0.6), 2.5), FRAME)
