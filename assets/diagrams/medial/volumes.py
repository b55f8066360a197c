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

from medial.grid import Y_AXIS, Z_AXIS, Field

MAP_MAXIMUM = 255.0
"""The maps are stored as bytes: 255 is a probability of one."""

SPLINE_MARGIN = 8
"""Voxel layers kept on either side of a cut."""

Kind = Literal["t1", "grey", "white"]


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


def sagittal(kind: Kind, planes: Sequence[float]) -> Field:
    """Return the mean of a few sagittal cuts of one volume on the drawing grid.

    Args:
        kind: which volume.
        planes: x of each cut in mm; averaging neighbours calms the interpolation.
    """
    return np.asarray(np.mean([_cut(kind, x) for x in planes], axis=0))


@cache
def _cut(kind: Kind, x: float) -> Field:
    template = load_template()
    # Only the layers around the cut matter to a cubic spline; the rest would cost time.
    layer = float((x - template.affine[0, 3]) / template.affine[0, 0])
    first = int(layer) - SPLINE_MARGIN
    slab = getattr(template, kind)[first : int(layer) + SPLINE_MARGIN + 2]
    rows, columns = _voxel_axes()
    where = np.meshgrid(columns, rows, indexing="ij")
    depth = np.full_like(where[0], layer - first)
    return np.asarray(
        ndimage.map_coordinates(slab, [depth, where[1], where[0]], order=3, mode="constant")
    )


@cache
def tissue_cut(planes: tuple[float, ...]) -> Field:
    """Return the probability of brain tissue on a sagittal cut."""
    return np.asarray(np.clip(sagittal("grey", planes) + sagittal("white", planes), 0.0, 1.0))


def resample(image: Field, order: int = 3) -> Field:
    """Resample a (y, z) image of the template's voxel size onto the drawing grid."""
    rows, columns = _voxel_axes()
    where = np.meshgrid(columns, rows, indexing="ij")
    return np.asarray(
        ndimage.map_coordinates(image, [where[1], where[0]], order=order, mode="constant")
    )


def _voxel_axes() -> tuple[Field, Field]:
    """Return the drawing grid's y and z in voxels of the template."""
    affine = load_template().affine
    return (Y_AXIS - affine[1, 3]) / affine[1, 1], (Z_AXIS - affine[2, 3]) / affine[2, 2]


def project(volume: Field, nearest: float, farthest: float) -> Field:
    """Project a volume onto the drawing plane: the largest value between two x planes."""
    x = load_template().coordinates(0)
    slab = volume[(x >= nearest) & (x <= farthest)]
    return resample(slab.max(axis=0))
