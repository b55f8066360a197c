"""Draws the plate, layer by layer from the far side towards the viewer."""

from medial import cerebellum, cortex, deep_shapes, far_side, midline
from medial.draw_cortex import draw_cerebellum, draw_cortex, draw_far_side, draw_stem
from medial.draw_deep import draw_key_regions, draw_midline, draw_ventricle
from medial.svg import Page
from medial.territories import territories

TITLE = "Medial face of the right hemisphere"
DESCRIPTION = (
    "Medial face of the right half of a human brain, nose to the left. Made from the ICBM152 2009a "
    "symmetric template, an average of 152 adult brains. Composite: the cortex is cut about 3 mm "
    "beside the midline, corpus callosum, brainstem and cerebellum on the midline. Projected: "
    "amygdala, hippocampus and nucleus accumbens lie deeper and are projected onto this plane; the "
    "dashed line is the edge of the amygdala behind the hypothalamus. Schematic: raphe nuclei and "
    "infundibulum. Not reviewed by a neuroanatomist. The notice of the McConnell Brain Imaging "
    "Centre lies in the folder medial beside this file."
)


def draw_plate() -> str:
    """Return the whole plate as an SVG document."""
    callosum = midline.corpus_callosum()
    centre = midline.midline(callosum)
    wall = cortex.cortex(callosum)
    vermis = cerebellum.cerebellum()
    page = Page()
    draw_far_side(page, far_side.far_side(), wall, centre, vermis)
    draw_cerebellum(page, vermis, centre)
    draw_ventricle(page, centre)
    draw_stem(page, centre)
    draw_cortex(page, wall, territories(wall, callosum), centre)
    draw_midline(page, centre)
    draw_key_regions(
        page,
        centre,
        amygdala=deep_shapes.amygdala(),
        hippocampus=deep_shapes.hippocampus(),
        accumbens=deep_shapes.accumbens(),
    )
    return page.text(TITLE, DESCRIPTION)
