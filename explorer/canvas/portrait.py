"""A picture that leaves the program: plate, overlay, names and legend on any painter."""

from collections.abc import Callable, Iterable
from typing import Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QImageWriter, QPainter, QPen
from PySide6.QtWidgets import QWidget

from explorer.canvas.drawing import Drawing
from explorer.canvas.fill import fill_box
from explorer.canvas.glyph import glyph_path
from explorer.canvas.palette import Palette
from explorer.canvas.picture_content import (
    canvas_labels,
    drawn_places,
    hidden_groups,
    link_looks,
    resting_labels,
)
from explorer.canvas.plate import SCAN_ON_DARK, Plate
from explorer.canvas.stage import Emphasis, Stage
from explorer.canvas.svg_picture import recolor, svg_layers
from explorer.canvas.zoom import Zoom
from explorer.domain.diagram import Diagram
from explorer.domain.handout import Sight
from explorer.domain.library import Library
from explorer.domain.vocabulary import Effect, Hemispheres, Use
from explorer.export.face import face
from explorer.i18n import Words
from explorer.state.view_state import ViewState

SCALES = (1, 2, 3, 4)
"""How many pixels a picture may have for each point."""
SIZE = QSize(960, 720)
"""Of a picture on its own, in points."""

_WIDTH = 800.0
"""Width for which a picture is laid out when nothing else is asked for, px."""
_TITLE, _TEXT, _SMALL = 17, 13, 11
_PAD = 14.0
_ROW = 20.0
_SIGN = 12.0
_ITEM_GAP = 15.0
_DOTS_PER_METRE = 96 / 0.0254


class Sheet(Protocol):
    """An opened diagram."""

    @property
    def diagram(self) -> Diagram:
        """What the pack says of it."""

    @property
    def drawing(self) -> Drawing:
        """Its outlines and anchors."""

    @property
    def read_svg(self) -> Callable[[], bytes]:
        """Gives its bytes."""

    @property
    def read_scan(self) -> Callable[[], bytes] | None:
        """Gives the bytes of its scan, if it has one."""


Seen = Sight | ViewState
"""What a picture shows. A view state can also tell a moment, the synapse at rest, or the scan."""


def paint_portrait(
    painter: QPainter,
    box: QRectF,
    library: Library,
    sheet: Sheet,
    sight: Seen,
    words: Words,
    palette: Palette,
    *,
    title: str = "",
    origin: str = "",
    width: float = _WIDTH,
) -> None:
    """Paint what a sight shows, as shapes wherever the painter keeps shapes.

    Args:
        painter: paints on anything; it is left as it was.
        box: where, in the painter's units.
        library: the pack.
        sheet: the diagram of the sight.
        sight: what is shown.
        words: texts in the language of the picture.
        palette: colours.
        title: a line above the picture; empty for none.
        origin: a line below the legend; empty for none.
        width: for which it is laid out before it is fitted into its box: the less, the larger are
            its letters, px.
    """
    scale = box.width() / width
    height = box.height() / scale
    top = _PAD + 1.5 * _TITLE if title else 0.0
    legend = _legend_rows(words, width - 2 * _PAD)
    bottom = (len(legend) + bool(origin)) * _ROW + _PAD
    painter.save()
    painter.translate(box.topLeft())
    painter.scale(scale, scale)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fill_box(painter, QRectF(0, 0, width, height), palette.color("paper"))
    if title:
        _paint_title(painter, title, QRectF(_PAD, _PAD / 2, width - 2 * _PAD, top), palette)
    painter.save()
    painter.translate(0, top)
    size = QSize(int(width), max(int(height - top - bottom), 1))
    _paint_stage(painter, size, library, sheet, sight, words, palette)
    painter.restore()
    for row, items in enumerate(legend):
        _paint_legend(painter, items, height - bottom + row * _ROW, palette)
    if origin:
        foot = QRectF(_PAD, height - _PAD - _ROW, width - 2 * _PAD, _ROW)
        painter.setFont(face(_SMALL))
        painter.setPen(palette.color("soft"))
        painter.drawText(foot, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, origin)
    painter.restore()


def portrait_png(
    library: Library,
    sheet: Sheet,
    sight: Seen,
    words: Words,
    palette: Palette,
    scale: int = 1,
    *,
    title: str = "",
) -> bytes:
    """Return a picture on its own as PNG; see `portrait_image`."""
    image = portrait_image(library, sheet, sight, words, palette, scale, title=title)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def portrait_image(
    library: Library,
    sheet: Sheet,
    sight: Seen,
    words: Words,
    palette: Palette,
    scale: int = 1,
    *,
    title: str = "",
) -> QImage:
    """Return a picture on its own, with title and legend.

    Args:
        library: the pack.
        sheet: the diagram of the sight.
        sight: what is shown.
        words: texts in the language of the picture.
        palette: colours.
        scale: one of `SCALES`.
        title: the line above the picture; empty for `sight_title`.
    """
    title = title or sight_title(library, sight, words)
    image = QImage(SIZE * scale, QImage.Format.Format_RGB32)
    dots = round(_DOTS_PER_METRE * scale)
    image.setDotsPerMeterX(dots)
    image.setDotsPerMeterY(dots)
    image.setText("Title", title)
    box = QRectF(0, 0, image.width(), image.height())
    with QPainter(image) as painter:
        origin = _origin(library, words)
        paint_portrait(
            painter, box, library, sheet, sight, words, palette, title=title, origin=origin
        )
    return image


def portrait_svg(
    library: Library,
    sheet: Sheet,
    sight: Seen,
    words: Words,
    palette: Palette,
    *,
    title: str = "",
) -> bytes:
    """Return a picture on its own as a drawing that can be edited; see `portrait_image`."""
    from PySide6.QtSvg import QSvgGenerator

    title = title or sight_title(library, sight, words)
    buffer = QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(SIZE)
    generator.setViewBox(QRect(QPointF().toPoint(), SIZE))
    generator.setTitle(title)
    generator.setDescription(sheet.diagram.caption.at(words.language))
    box = QRectF(0, 0, SIZE.width(), SIZE.height())
    with QPainter(generator) as painter:
        origin = _origin(library, words)
        paint_portrait(
            painter, box, library, sheet, sight, words, palette, title=title, origin=origin
        )
    return bytes(buffer.data().data())


def sight_title(library: Library, sight: Seen, words: Words) -> str:
    """Return what a picture shows, in one line."""
    language = words.language
    uses = {note.use: note.name.at(language) for note in library.info.uses}
    diagram = library.info.views[sight.view][sight.plane]
    parts = [diagram.title.at(language), uses[sight.use], words(f"phase.{sight.phase}")]
    if sight.region is not None:
        parts.insert(0, library.place_name(sight.region).at(language))
    if sight.lens != "all":
        parts.append(words(f"lens.{sight.lens}.tip"))
    return " · ".join(parts)


def _origin(library: Library, words: Words) -> str:
    """Return where a picture on its own comes from, and what it is not."""
    info = library.info
    pack = words("export.version", title=info.title.at(words.language), version=info.version)
    return words("export.origin", pack=pack)


def _paint_stage(
    painter: QPainter,
    size: QSize,
    library: Library,
    sheet: Sheet,
    sight: Seen,
    words: Words,
    palette: Palette,
) -> None:
    diagram, drawing = sheet.diagram, sheet.drawing
    state = _state(sight, words)
    is_resting = state.resting and diagram.state(None, None) is not None
    has_sides = diagram.side is Hemispheres.BOTH
    zoom = Zoom(drawing.view_box)
    zoom.mirrored = has_sides and sight.mirrored
    zoom.fit(size)
    paper = QWidget()  # never shown: the stage only asks it for its size
    paper.resize(size)
    stage = Stage(drawing, Plate(sheet.read_svg, drawing.view_box), paper, zoom)
    stage.set_palette(palette)
    stage.set_font(face(_TEXT))
    places = drawn_places(library, drawing.outlines)
    labels = canvas_labels(library, places, state, words)
    stage.set_labels(resting_labels(labels) if is_resting else labels)
    if not is_resting:
        stage.set_links(link_looks(library, places, state, words))
    if has_sides:
        stage.set_letters(words("stage.side.left"), words("stage.side.right"))
    stage.show_landmarks()
    stage.show_selected(sight.region)
    scan = sheet.read_scan if state.scan else None
    if scan is None:
        _paint_plate(painter, sheet, hidden_groups(diagram, state), zoom, palette)
    else:
        _paint_scan(painter, sheet, QImage.fromData(scan()), zoom, palette)
    amount = 0.0 if sight.region is None else 1.0
    end = 0.0 if sight.use is Use.THERAPEUTIC else 1.0
    stage.draw(painter, Emphasis(sight.region, amount), end)


def _state(sight: Seen, words: Words) -> ViewState:
    if isinstance(sight, ViewState):
        return sight._replace(language=words.language)
    return ViewState(
        region=sight.region,
        use=sight.use,
        phase=sight.phase,
        language=words.language,
        lens=sight.lens,
        view=sight.view,
        plane=sight.plane,
        mirrored=sight.mirrored,
    )


def _paint_scan(
    painter: QPainter, sheet: Sheet, scan: QImage, zoom: Zoom, palette: Palette
) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setTransform(zoom.to_view, combine=True)
    painter.setOpacity(SCAN_ON_DARK if palette.is_dark else 1.0)
    painter.drawImage(sheet.drawing.view_box, scan)
    painter.restore()


def _paint_plate(
    painter: QPainter, sheet: Sheet, hidden: frozenset[str], zoom: Zoom, palette: Palette
) -> None:
    from PySide6.QtSvg import QSvgRenderer

    svg = recolor(sheet.read_svg(), palette, is_scheme=sheet.diagram.is_synapse)
    painter.save()
    painter.setTransform(zoom.to_view, combine=True)
    for layer in svg_layers(svg, hidden):
        QSvgRenderer(QByteArray(layer)).render(painter, sheet.drawing.view_box)
    painter.restore()


def _paint_title(painter: QPainter, title: str, box: QRectF, palette: Palette) -> None:
    strong = face(_TITLE)
    strong.setWeight(QFont.Weight.DemiBold)
    room = QFontMetricsF(strong).horizontalAdvance(title)
    if room > box.width():
        strong.setPixelSize(max(int(_TITLE * box.width() / room), 9))
    painter.setFont(strong)
    painter.setPen(palette.color("ink"))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, title)


def _legend_rows(words: Words, width: float) -> list[list[tuple[Effect | None, str, float]]]:
    """Return direction, text and left edge of each entry of the legend, in rows."""
    metrics = QFontMetricsF(face(_TEXT))
    entries: Iterable[tuple[Effect | None, str]] = (
        *((effect, words(f"effect.{effect}")) for effect in Effect),
        (None, words("legend.density")),
    )
    rows: list[list[tuple[Effect | None, str, float]]] = [[]]
    x = _PAD
    for effect, text in entries:
        needed = metrics.horizontalAdvance(text) + (0 if effect is None else 1.5 * _SIGN)
        if rows[-1] and x + needed > _PAD + width:
            rows.append([])
            x = _PAD
        rows[-1].append((effect, text, x))
        x += needed + _ITEM_GAP
    return rows


def _paint_legend(
    painter: QPainter,
    items: Iterable[tuple[Effect | None, str, float]],
    top: float,
    palette: Palette,
) -> None:
    painter.setFont(face(_TEXT))
    for effect, text, x in items:
        color = palette.color("soft") if effect is None else palette.effect(effect)
        left = x
        if effect is not None:
            middle = QPointF(x + _SIGN / 2, top + _ROW / 2)
            painter.setPen(QPen(color, 1.0) if effect is Effect.UNKNOWN else Qt.PenStyle.NoPen)
            if effect is Effect.UNKNOWN:
                painter.drawRect(QRectF(x, middle.y() - _SIGN / 2, _SIGN, _SIGN))
                painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawPath(glyph_path(effect, middle, _SIGN))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            left += 1.5 * _SIGN
        painter.setPen(color)
        box = QRectF(left, top, _WIDTH, _ROW)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
