"""Painting an SVG: in whole or in layers, quietened for the ground that it stands on."""

import re
from collections.abc import Collection

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from explorer.canvas.palette import Palette

_SVG = "http://www.w3.org/2000/svg"
_HEX_COLOR = re.compile(rb"#([0-9A-Fa-f]{6})\b")


def recolor(svg: bytes, palette: Palette, *, is_scheme: bool = False) -> bytes:
    """Quieten every colour of an SVG as the palette asks, such as darker on a dark ground.

    Args:
        svg: the drawing.
        palette: says how much.
        is_scheme: whether it shows something else than the brain.
    """
    saturation = palette.scheme_saturation if is_scheme else palette.plate_saturation
    lightness = palette.scheme_lightness if is_scheme else palette.plate_lightness
    if saturation == 1.0 and lightness == 1.0:
        return svg

    def quieten(match: re.Match[bytes]) -> bytes:
        color = QColor(f"#{match[1].decode()}")
        changed = QColor.fromHslF(
            max(color.hslHueF(), 0.0),
            color.hslSaturationF() * saturation,
            color.lightnessF() * lightness,
        )
        return changed.name().encode()

    return _HEX_COLOR.sub(quieten, svg)


def svg_layers(svg: bytes, hidden: Collection[str] = ()) -> list[bytes]:
    """Split a drawing into one document per child of its root, in paint order.

    Definitions (gradients) go into each. A drawing that copies shapes with `use` stays whole.

    Args:
        svg: the drawing.
        hidden: ids of elements that are left out.
    """
    has_copies = b"<use" in svg
    if has_copies and not hidden:
        return [svg]
    from xml.etree import ElementTree as ET  # reads only what passed the safety checks

    ET.register_namespace("", _SVG)
    ET.register_namespace("xlink", "http://www.w3.org/1999/xlink")
    root = ET.fromstring(svg)
    if hidden:
        for parent in list(root.iter()):
            for child in [child for child in parent if child.get("id") in hidden]:
                parent.remove(child)
    if has_copies:
        return [ET.tostring(root)]
    shared = [child for child in root if child.tag == f"{{{_SVG}}}defs"]
    quiet = {f"{{{_SVG}}}{name}" for name in ("defs", "title", "desc", "metadata")}
    layers = []
    for child in root:
        if child.tag in quiet:
            continue
        layer = ET.Element(root.tag, root.attrib)
        layer.extend([*shared, child])
        layers.append(ET.tostring(layer))
    return layers


def paint_svg(
    image: QImage, svg: bytes, target: QRectF, to_image: QTransform | None = None
) -> None:
    """Paint a drawing into a box of an image.

    Args:
        image: what is painted on.
        svg: the drawing.
        target: the box, in the image's own pixels (not device pixels), or in the units from which
            `to_image` leads there.
        to_image: leads to the image's own pixels; it may mirror.
    """
    from PySide6.QtSvg import QSvgRenderer  # 4 ms that the first frame need not pay

    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if to_image is not None:
            painter.setTransform(to_image)
        QSvgRenderer(QByteArray(svg)).render(painter, target)


def bake_picture(
    svg: bytes,
    palette: Palette,
    size: QSize,
    ground: str | None = None,
    *,
    is_scheme: bool = False,
) -> QImage:
    """Paint the whole drawing, for the first frame or for measuring.

    Args:
        svg: the drawing.
        palette: colours of the plate.
        size: size of the picture, px.
        ground: colour behind the drawing; transparent when None.
        is_scheme: whether it shows something else than the brain.
    """
    form = QImage.Format.Format_RGB32 if ground else QImage.Format.Format_ARGB32_Premultiplied
    image = QImage(size, form)
    image.fill(QColor(ground) if ground else Qt.GlobalColor.transparent)
    box = QRectF(0, 0, size.width(), size.height())
    paint_svg(image, recolor(svg, palette, is_scheme=is_scheme), box)
    return image
