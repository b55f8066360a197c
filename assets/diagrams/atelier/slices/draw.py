"""Draws a slice, layer by layer."""

from dataclasses import replace

import numpy as np
from PIL import Image
from shapely import LineString, MultiPolygon, Polygon, box
from shapely.affinity import scale
from shapely.geometry.base import BaseGeometry

from atelier import palette, solids
from atelier.figures import brush_data, draw_key, line
from atelier.outline import close_shape, open_shape, pieces, union
from atelier.page import Curve, Page, Style
from atelier.relief import LIGHT_ON_SLICE, Rounding, rounded
from atelier.scan import scan_picture
from atelier.shading import Bands, draw_bands
from atelier.slices.plan import Slice, Territory
from atelier.slices.schematic import draw_pituitary, draw_raphe
from atelier.slices.section import Section, section
from atelier.strokes import Stroke
from atelier.volumes import load_template, slice_volume

COMMON = (
    "Made from the ICBM152 2009a symmetric template, an average of 152 adult brains, so both "
    "halves are alike. Image right is the right of the person. Amygdala, hippocampus, nucleus "
    "accumbens and the other deep nuclei are simple solids cut by the slice. Borders of cortical "
    "territories are conventional. Not reviewed by a neuroanatomist. The notice of the McConnell "
    "Brain Imaging Centre lies in the folder atelier beside this file."
)
KEY_COLOURS = {
    "hippocampus": palette.HIPPOCAMPUS,
    "amygdala": palette.AMYGDALA,
    "hypothalamus": palette.HYPOTHALAMUS,
}
RIGHT_HALF = box(0.0, -150.0, 150.0, 150.0)


def draw_slice(plan: Slice) -> tuple[str, Image.Image]:
    """Return a slice as an SVG document, and the scan that it was drawn from."""
    cut = section(plan.plane, plan.place, plan.ventricles)
    cut = replace(cut, white=_with_rim(plan, cut))
    page = Page(plan.frame)
    if plan.schematic == "pituitary":
        draw_pituitary(page)
    _draw_cerebellum(page, cut)
    _draw_cerebrum(page, plan, cut)
    _draw_stem(page, cut)
    _draw_deep(page, plan, cut)
    page.open_group("key-regions")
    _draw_keys(page, plan, cut)
    if plan.schematic == "raphe":
        draw_raphe(page)
    page.close_group()
    shown = union(cut.cerebrum, cut.brainstem, cut.cerebellum, cut.ventricles).buffer(0.3)
    grey = slice_volume(load_template().t1, plan.plane, plan.place)
    scan = scan_picture(grey, close_shape(shown, 2.0), plan.frame)
    return page.text(plan.title, f"{plan.describes} {COMMON}"), scan


def _with_rim(plan: Slice, cut: Section) -> MultiPolygon:
    """Let white matter reach the ventricle where it does in truth."""
    nuclei = [solids.sliced(name, plan.plane, plan.place) for name in (*plan.nuclei, "thalamus")]
    rim = cut.ventricles.buffer(3.4).intersection(union(*plan.white_rim))
    added = rim.difference(union(*nuclei).buffer(0.3)).difference(box(-5.0, -40.0, 5.0, 6.0))
    return pieces(close_shape(union(cut.white, added), 0.8), 12.0)


def sides(region: str, shape: BaseGeometry) -> list[tuple[str, MultiPolygon, dict[str, str]]]:
    """Split a pair into (path id, shape, attributes), the left of the person first."""
    right = pieces(shape.intersection(RIGHT_HALF), 2.0)
    left = scale(right, xfact=-1.0, origin=(0.0, 0.0))
    return [
        (f"{region}-{side}", half, {"data_region": region, "data_side": side})
        for side, half in (("left", left), ("right", right))
    ]


def _draw_cerebellum(page: Page, cut: Section) -> None:
    if cut.cerebellum.is_empty:
        return
    paint = page.radial("paint-cerebellum", palette.CEREBELLUM, (0.5, 0.35, 0.8))
    edge = line(palette.CEREBELLUM_LINE, 1.5)
    page.open_group("cerebellum-group")
    page.shape("cerebellum", cut.cerebellum, Curve(0.4, 0.15, 70), {"fill": paint, **edge})
    relief = rounded(cut.cerebellum, Rounding(1.5, 2.2, 0.4), cut.fissures, LIGHT_ON_SLICE)
    bands = Bands([(0.18, 0.11), (0.42, 0.12)], palette.CEREBELLUM_LINE, 3.0, Curve(0.4, 0.25))
    draw_bands(page, "cerebellum", relief, bands, cut.cerebellum)
    if not cut.cerebellar_white.is_empty:
        white: Style = {"fill": palette.TREE, "fill_opacity": 0.9}
        page.shape("cerebellum-light-9", cut.cerebellar_white, Curve(0.4, 0.2), white)
    widths = [0.35 + 0.6 * stroke.strength for stroke in cut.fissures]
    fissures = brush_data(page, cut.fissures, widths, 0.12)
    style: Style = {"fill": palette.CEREBELLUM_LINE, "fill_opacity": 0.75}
    page.path("cerebellum-fissures", fissures, style)
    page.close_group()


def _draw_cerebrum(page: Page, plan: Slice, cut: Section) -> None:
    furrows = [*cut.furrows, *_midline_fissure(plan, cut)]
    grey = page.linear("paint-grey", palette.GREY_MATTER, (0, 1))
    page.open_group("cerebrum")
    outline = line(palette.CORTEX_LINE, 1.8)
    page.shape("cerebral-cortex", cut.cerebrum, Curve(0.5, 0.15, 75), {"fill": grey, **outline})
    relief = rounded(cut.cerebrum, Rounding(1.9, 1.7, 0.5), furrows, LIGHT_ON_SLICE)
    inner = cut.cerebrum.buffer(-0.5)
    soft = Curve(0.7, 0.45)
    shade = Bands([(0.12, 0.07), (0.26, 0.08), (0.42, 0.09)], palette.CORTEX_SHADE, 7.0, soft)
    draw_bands(page, "gyri", relief, shade, inner)
    light = Bands([(0.09, 0.26)], palette.CORTEX_LIGHT, 9.0, soft, light=True)
    draw_bands(page, "gyri", relief, light, inner)
    _draw_white(page, cut)
    widths = [0.3 + 1.0 * stroke.strength.clip(0, 1) ** 0.8 for stroke in furrows]
    style: Style = {"fill": palette.CORTEX_LINE, "fill_opacity": 0.85}
    page.path("sulci", brush_data(page, furrows, widths, 0.15), style)
    for territory in plan.territories:
        _draw_territory(page, territory, cut)
    page.close_group()


def _draw_white(page: Page, cut: Section) -> None:
    paint = page.radial("paint-white", palette.WHITE_MATTER, (0.5, 0.45, 0.65))
    edge = line(palette.WHITE_LINE, 1.1)
    page.shape("white-matter", cut.white, Curve(0.6, 0.18, 75), {"fill": paint, **edge})
    relief = rounded(cut.white, Rounding(2.4, 1.4, 0.6), light=LIGHT_ON_SLICE)
    bands = Bands([(0.13, 0.09), (0.30, 0.10)], palette.WHITE_SHADE, 6.0, Curve(0.7, 0.4))
    draw_bands(page, "white", relief, bands, cut.white)


def _midline_fissure(plan: Slice, cut: Section) -> list[Stroke]:
    strokes = []
    for start, end in plan.midline_fissure:
        shown = LineString([(0.0, start), (0.0, end)]).intersection(cut.cerebrum)
        if shown.is_empty:
            continue
        v = np.linspace(shown.bounds[3] + 0.2, end, 160)
        points = np.c_[np.zeros_like(v), v]
        strokes.append(Stroke(points, np.full(len(v), 0.9), (0.3, 4.0)))
    return strokes


def _draw_territory(page: Page, territory: Territory, cut: Section) -> None:
    """Add a territory unpainted, for the program colours it when it is pointed at."""
    both = union(territory.window, scale(territory.window, xfact=-1.0, origin=(0.0, 0.0)))
    grey = cut.cerebrum.difference(cut.white.buffer(0.3)).difference(cut.ventricles.buffer(0.5))
    whole = open_shape(close_shape(grey, 0.8).intersection(both), 1.2)
    for name, half, marks in sides(territory.region, whole):
        largest = max(half.geoms, key=lambda part: float(part.area))
        body = Polygon(largest.exterior)
        style: Style = {**marks, "fill": "#ffffff", "fill_opacity": 0}
        page.shape(name, body, Curve(0.8, 0.2), style)


def _draw_stem(page: Page, cut: Section) -> None:
    if cut.brainstem.is_empty:
        return
    paint = page.linear("paint-stem", palette.STEM, (0, 1))
    page.open_group("brainstem")
    edge = line(palette.STEM_LINE, 1.4)
    page.shape("midbrain", cut.brainstem, Curve(0.6, 0.15), {"fill": paint, **edge})
    relief = rounded(cut.brainstem, Rounding(3.6, 1.6, 0.8), light=LIGHT_ON_SLICE)
    bands = Bands([(0.12, 0.09), (0.28, 0.10)], palette.STEM_SHADE, 6.0, Curve(0.6, 0.25))
    draw_bands(page, "brainstem", relief, bands, cut.brainstem)
    page.close_group()


def _draw_deep(page: Page, plan: Slice, cut: Section) -> None:
    page.open_group("deep-nuclei")
    fluid = cut.ventricles.buffer(0.2)
    for index, name in enumerate(plan.nuclei):
        shape = pieces(solids.sliced(name, plan.plane, plan.place).difference(fluid), 3.0)
        style = {"fill": palette.NUCLEUS[index % 2], **line(palette.NUCLEUS_LINE, 1.1)}
        page.shape(name, shape, Curve(0.7, 0.15), style)
    if plan.thalamus:
        _draw_thalamus(page, plan, fluid)
    if plan.callosum is not None:
        taken = union(fluid, *(solids.sliced(n, plan.plane, plan.place) for n in plan.nuclei))
        body = open_shape(cut.white.intersection(plan.callosum).difference(taken.buffer(1.0)), 0.8)
        largest = max(pieces(body, 3.0).geoms, key=lambda part: float(part.area))
        style = {"fill": palette.CALLOSUM_ON_SLICE, **line(palette.CALLOSUM_LINE, 1.1)}
        page.shape("corpus-callosum", largest, Curve(0.6, 0.15), style)
    fluid_style = {"fill": palette.VENTRICLE, **line(palette.VENTRICLE_LINE, 1.2)}
    page.shape("ventricles", cut.ventricles, Curve(0.5, 0.14), fluid_style)
    if plan.accumbens:
        _draw_accumbens(page, plan, fluid)
    page.close_group()


def _draw_thalamus(page: Page, plan: Slice, fluid: BaseGeometry) -> None:
    whole = solids.sliced("thalamus", plan.plane, plan.place).difference(fluid)
    # The halves meet on the midline; a hair between them keeps them apart to click.
    whole = whole.difference(box(-0.15, -50.0, 0.15, 50.0))
    for name, half, marks in sides("thalamus", whole):
        paint = page.radial(f"paint-{name}", palette.THALAMUS, (0.4, 0.3, 0.8))
        edge = line(palette.THALAMUS_LINE, 1.3)
        page.shape(name, half, Curve(0.7, 0.15), {**marks, "fill": paint, **edge})
        relief = rounded(half, Rounding(3.2, 1.7, 0.8), light=LIGHT_ON_SLICE)
        bands = Bands([(0.14, 0.10), (0.36, 0.12)], palette.THALAMUS_LINE, curve=Curve(0.6, 0.25))
        draw_bands(page, name, relief, bands, half)


def _draw_accumbens(page: Page, plan: Slice, fluid: BaseGeometry) -> None:
    whole = solids.sliced("accumbens", plan.plane, plan.place).difference(fluid)
    for name, half, marks in sides("nucleus-accumbens", whole):
        paint = page.radial(f"paint-{name}", palette.ACCUMBENS_ON_SLICE, (0.4, 0.3, 0.8))
        edge = line(palette.ACCUMBENS_LINE, 1.3)
        page.shape(name, half, Curve(0.8, 0.15), {**marks, "fill": paint, **edge})


def _draw_keys(page: Page, plan: Slice, cut: Section) -> None:
    fluid = cut.ventricles.buffer(0.2)
    inside = union(cut.cerebrum, cut.brainstem).buffer(0.8)
    hippocampus = solids.sliced("hippocampus", plan.plane, plan.place).intersection(inside)
    for key in plan.keys:
        shape = solids.sliced(key, plan.plane, plan.place).intersection(inside)
        if key == "amygdala":
            # Where the two solids overlap the hippocampus is nearer the truth (README).
            shape = open_shape(shape.difference(hippocampus.buffer(0.25)), 0.8)
        if key == "hypothalamus":
            mamillary = solids.sliced("mamillary", plan.plane, plan.place).intersection(inside)
            shape = close_shape(union(shape, mamillary), 0.4).difference(fluid)
            whole = pieces(shape, 3.0)
            draw_key(page, key, whole, KEY_COLOURS[key], 0.6, light=LIGHT_ON_SLICE)
            continue
        for name, half, marks in sides(key, shape.difference(fluid)):
            draw_key(page, name, half, KEY_COLOURS[key], 0.9, marks, LIGHT_ON_SLICE)
