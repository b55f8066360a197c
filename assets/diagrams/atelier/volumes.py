"""The template volumes and the ways this package looks at them.

Three volumes of the ICBM152 2009a symmetric template (1 mm) are read, and nothing else: T1, the
grey-matter map and the white-matter map. No atlas label is read anywhere in this package.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import Literal

import nibabel
import numpy as np
from scipy import ndimage

from atelier.grid import U_AXIS, V_AXIS, Field

MAP_MAXIMUM = 255.0
"""The maps are stored as bytes: 255 is a probability of one."""

SPLINE_MARGIN = 8
"""Voxel layers kept on either side of a cut."""

Kind = Literal["t1", "grey", "white"]
Plane = Literal["sagittal", "coronal", "axial"]
AXES: dict[Plane, tuple[int, int, int]] = {
    "sagittal": (0, 1, 2),
    "coronal": (1, 0, 2),
    "axial": (2, 0, 1),
}
"""The template axis across each plane, and the two that become u and v."""


@dataclass(frozen=True)
class Template:
    """The three volumes on one voxel grid, x to the right, y to the nose, z to the crown."""

    t1: Field
    grey: Field
    white: Field
    affine: Field

    @property
    def tissue(self) -> Field:
        """Probability of brain tissue (grey or white) per voxel."""
        return np.clip(self.grey + self.white, 0.0, 1.0)

    def coordinates(self, axis: int) -> Field:
        """Return the mm coordinate of each voxel layer along one axis."""
        scale, offset = self.affine[axis, axis], self.affine[axis, 3]
        return np.asarray(scale * np.arange(self.t1.shape[axis]) + offset)


@cache
def load_template() -> Template:
    """Read the template that ships inside nilearn."""
    t1, affine = _read("t1")
    return Template(
        t1=t1 / MAP_MAXIMUM,
        grey=_read("gm")[0] / MAP_MAXIMUM,
        white=_read("wm")[0] / MAP_MAXIMUM,
        affine=affine,
    )


def _read(kind: str) -> tuple[Field, Field]:
    name = f"mni_icbm152_{kind}_tal_nlin_sym_09a_converted.nii.gz"
    with as_file(files("nilearn.datasets") / "data" / name) as path:
        image = nibabel.nifti1.load(path)
        return np.asarray(image.dataobj, dtype=np.float64), np.asarray(image.affine)


def cut(plane: Plane, kind: Kind, places: Sequence[float]) -> Field:
    """Return the mean of a few parallel cuts of one volume on the drawing grid.

    Args:
        plane: the direction of the cuts.
        kind: which volume.
        places: where each cut lies on the axis across it (mm); averaging neighbours calms the
            interpolation.
    """
    return np.asarray(np.mean([_cut(plane, kind, place) for place in places], axis=0))


@cache
def _cut(plane: Plane, kind: Kind, place: float) -> Field:
    return slice_volume(getattr(load_template(), kind), plane, place)


def slice_volume(volume: Field, plane: Plane, place: float) -> Field:
    """Cut any volume on the template's voxel grid and resample the cut onto the drawing grid."""
    affine = load_template().affine
    across, *in_plane = AXES[plane]
    # Only the layers around the cut matter to a cubic spline; the rest would cost time.
    layer = float((place - affine[across, 3]) / affine[across, across])
    first = int(layer) - SPLINE_MARGIN
    slab = np.moveaxis(volume, across, 0)[first : int(layer) + SPLINE_MARGIN + 2]
    u, v = (
        (axis - affine[index, 3]) / affine[index, index]
        for axis, index in zip((U_AXIS, V_AXIS), in_plane, strict=True)
    )
    rows, columns = np.meshgrid(v, u, indexing="ij")
    depth = np.full_like(rows, layer - first)
    return np.asarray(
        ndimage.map_coordinates(slab, [depth, columns, rows], order=3, mode="constant")
    )


@cache
def tissue_cut(plane: Plane, places: tuple[float, ...]) -> Field:
    """Return the probability of brain tissue on a cut."""
    both = cut(plane, "grey", places) + cut(plane, "white", places)
    return np.asarray(np.clip(both, 0.0, 1.0))


def resample(image: Field, order: int = 3) -> Field:
    """Resample a sagittal (y, z) image of the template's voxel size onto the drawing grid."""
    affine = load_template().affine
    y, z = (U_AXIS - affine[1, 3]) / affine[1, 1], (V_AXIS - affine[2, 3]) / affine[2, 2]
    where = np.meshgrid(z, y, indexing="ij")
    return np.asarray(
        ndimage.map_coordinates(image, [where[1], where[0]], order=order, mode="constant")
    )


def project(volume: Field, nearest: float, farthest: float) -> Field:
    """Project a volume onto the sagittal plane: the largest value between two x planes."""
    x = load_template().coordinates(0)
    slab = volume[(x >= nearest) & (x <= farthest)]
    return resample(slab.max(axis=0))
