"""What one slice through the template shows: outlines, white matter, fluid and furrows."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import ndimage
from shapely import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from atelier.grid import Field, Mask, blur, disk, rasterise
from atelier.outline import close_shape, level_set, open_shape, pieces, union
from atelier.ridges import RidgeSettings, ridge_strength, ridge_strokes
from atelier.strokes import Stroke
from atelier.tissue import BRAINSTEM, CEREBELLUM, CEREBRUM, tissue_classes
from atelier.volumes import Plane, cut, slice_volume, tissue_cut

FURROWS = RidgeSettings(high=0.25, low=0.10, spur=2.5, shortest=4.5, smoothing=0.8)
FISSURES = RidgeSettings(high=0.22, low=0.09, spur=2.0, shortest=4.0, smoothing=0.5)
FURROW_FULL, FISSURE_FULL = 0.26, 0.20
"""Ridge strengths that count as complete."""


RUNG = 14.0
"""Strokes across the midline shorter than this (mm) are left out."""


@dataclass(frozen=True)
class Section:
    """One slice, as shapes in mm; u is x, and v is z (coronal) or y (axial)."""

    cerebrum: MultiPolygon
    cerebellum: MultiPolygon
    brainstem: MultiPolygon
    white: MultiPolygon
    cerebellar_white: MultiPolygon
    ventricles: MultiPolygon
    furrows: tuple[Stroke, ...]
    fissures: tuple[Stroke, ...]


def section(plane: Plane, place: float, ventricle_windows: Sequence[Polygon]) -> Section:
    """Draw the broad shapes of a slice.

    Args:
        plane: the direction of the slice.
        place: where it lies on the axis across it (mm).
        ventricle_windows: fluid inside these is a ventricle; other fluid lies outside the brain.
    """
    cuts = (place - 0.5, place, place + 0.5)
    tissue = tissue_cut(plane, cuts)
    windows = union(*ventricle_windows)
    body = level_set(
        blur(ndimage.grey_closing(tissue, footprint=disk(0.9)), 0.3), 0.5, 40.0, smallest_hole=6.0
    )
    ventricles = level_set(blur(1.0 - tissue, 0.25), 0.42, 2.5, within=windows)
    # A ventricle lies in the brain; it is drawn on it, not cut out of it.
    body = pieces(close_shape(union(body, ventricles), 0.6), 40.0)
    classes = tissue_classes().astype(float)
    cerebrum = _part(body, _share(classes, CEREBRUM, plane, place))
    brainstem = pieces(open_shape(_part(body, _share(classes, BRAINSTEM, plane, place)), 2.6), 25.0)
    cerebellum = _part(body, _share(classes, CEREBELLUM, plane, place))
    white = blur(cut(plane, "white", cuts), 0.3)
    inner = cerebrum.buffer(-0.3).difference(brainstem)
    return Section(
        cerebrum=pieces(open_shape(cerebrum.difference(brainstem.buffer(-0.5)), 1.1), 30.0),
        cerebellum=cerebellum,
        brainstem=brainstem,
        white=pieces(level_set(white, 0.5, 12.0, 3.0).intersection(inner), 12.0),
        cerebellar_white=level_set(white, 0.42, 4.0, within=cerebellum.buffer(-0.6)),
        ventricles=ventricles,
        furrows=_strokes(
            tissue,
            (0.8, 1.2),
            FURROW_FULL,
            _mask(cerebrum, union(windows, ventricles.buffer(5.0))),
            FURROWS,
        ),
        fissures=_strokes(
            tissue, (0.6, 0.9), FISSURE_FULL, rasterise(cerebellum.buffer(-0.4)), FISSURES
        ),
    )


def _share(classes: Field, kind: int, plane: Plane, place: float) -> Field:
    return blur(slice_volume((classes == kind).astype(float), plane, place), 0.6)


def _part(body: BaseGeometry, share: Field) -> MultiPolygon:
    return pieces(body.intersection(level_set(share, 0.5, 30.0, 60.0)), 25.0)


def _mask(cerebrum: MultiPolygon, windows: BaseGeometry) -> Mask:
    return np.asarray(rasterise(cerebrum.buffer(-0.4)) & ~rasterise(windows))


def _strokes(
    tissue: Field, scales: Sequence[float], full: float, where: Mask, settings: RidgeSettings
) -> tuple[Stroke, ...]:
    strength = np.max([ridge_strength(tissue, scale) for scale in scales], axis=0)
    found = ridge_strokes(np.clip(strength / full, 0.0, 1.0), where, settings)
    return tuple(stroke for stroke in found if not _is_rung(stroke))


def _is_rung(stroke: Stroke) -> bool:
    """Say whether a stroke only bridges the midline: mirrored furrows meet where none is."""
    wide, high = np.ptp(stroke.points, axis=0)
    across = stroke.points[:, 0].min() < -1.0 and stroke.points[:, 0].max() > 1.0
    return bool(across and wide > 3.0 * high and wide < RUNG)
