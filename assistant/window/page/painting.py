"""What is painted on the page besides its text: desk and sheet, fields, places found, findings.

Everything is painted under the text at the moment it is shown, from the lines as they stand: nothing of it lies in
the document, and nothing has to be moved when the text changes.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QTextBlock, QTextDocument

from assistant.report.fields import State
from assistant.window.page.runs import Line, Tag, Utf16, is_open
from assistant.window.page.style import Colours

SHADOW = 5
"""Pixels that the sheet's shadow reaches."""
_SWINGS = 16
_ABOVE, _BELOW = 0.92, 0.20
"""How far the ground of a field reaches from the baseline, in type sizes."""


class Severity(StrEnum):
    """How grave a mark is."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text to be underlined, as a check reports it."""

    start: int
    """First code point, counted in the text as it stands when the mark is shown."""
    end: int
    severity: Severity


def stretches(document: QTextDocument, block: QTextBlock, start: int, end: int) -> Iterator[tuple[QRectF, float]]:
    """Yield where a stretch of a block stands, line by line: its rectangle and its baseline.

    `start` and `end` are UTF-16 positions in the block; all lengths are the document's own pixels.
    """
    layout = block.layout()
    preedit = len(layout.preeditAreaText().encode("utf-16-le")) // 2
    if preedit:
        behind = layout.preeditAreaPosition()
        start += preedit if start >= behind else 0
        end += preedit if end > behind else 0
    origin = document.documentLayout().blockBoundingRect(block).topLeft()
    begin = layout.lineForTextPosition(start)
    for index in range(max(0, begin.lineNumber() - 1) if begin.isValid() else 0, layout.lineCount()):
        line = layout.lineAt(index)
        first, behind = line.textStart(), line.textStart() + line.textLength()
        if start >= behind:
            continue
        if end <= first:
            return
        left = _x(line.cursorToX(max(start, first)))
        right = _x(line.cursorToX(min(end, behind)))
        top = origin.y() + line.y()
        yield QRectF(origin.x() + left, top, right - left, line.height()), top + line.ascent()


def units_shown(document: QTextDocument, block: QTextBlock, area: QRectF) -> tuple[int, int]:
    """Return from which to which UTF-16 position of a block its lines meet an area of the document."""
    layout = block.layout()
    if layout.preeditAreaText():
        return 0, block.length() + len(layout.preeditAreaText()) * 2
    top = document.documentLayout().blockBoundingRect(block).top()
    numbers = range(layout.lineCount())
    first = bisect_left(numbers, area.top() - top, key=lambda number: layout.lineAt(number).rect().bottom())
    behind = bisect_right(numbers, area.bottom() - top, key=lambda number: layout.lineAt(number).y())
    if first >= behind:
        return 0, 0
    last = layout.lineAt(behind - 1)
    return layout.lineAt(first).textStart(), last.textStart() + last.textLength()


@lru_cache(maxsize=64)
def _colour(name: str) -> QColor:
    return QColor(name)


@lru_cache(maxsize=64)
def _pen(colour: str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    return QPen(QColor(colour), width, style)


def _x(found: object) -> float:
    # PySide returns the x and the position it was asked for.
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]


def paint_desk_edge(painter: QPainter, sheet: QRectF, colours: Colours) -> None:
    """Paint the soft shadow around a sheet, side by side: outlines of a tall sheet paint slowly."""
    for distance in range(SHADOW, 0, -1):
        shade = QColor(colours.shadow)
        shade.setAlpha(3 + 3 * (SHADOW - distance))
        # each side ends before the corner, which is rounded by that
        painter.fillRect(QRectF(sheet.left() - distance, sheet.top() + 1, 1, sheet.height()), shade)
        painter.fillRect(QRectF(sheet.right() + distance - 1, sheet.top() + 1, 1, sheet.height()), shade)
        painter.fillRect(QRectF(sheet.left(), sheet.top() - distance + 1, sheet.width(), 1), shade)
        painter.fillRect(QRectF(sheet.left(), sheet.bottom() + distance, sheet.width(), 1), shade)


def paint_sheet(painter: QPainter, sheet: QRectF, colours: Colours) -> None:
    """Paint paper and its border."""
    painter.fillRect(sheet, QColor(colours.sheet))
    painter.setPen(QPen(QColor(colours.edge), 1))
    painter.drawRect(sheet.adjusted(-0.5, -0.5, 0.5, 0.5))


class FieldPainter:
    """Paints the fields of a line."""

    def __init__(self, document: QTextDocument, colours: Colours) -> None:
        self._document = document
        self._colours = colours

    def paint(
        self, painter: QPainter, block: QTextBlock, line: Line, area: QRectF, *, size: float, current: str | None
    ) -> None:
        """Paint the runs of a block that lie in an area of the document.

        `current` is the field at the caret, `size` the type size in pixels.
        """
        units = Utf16(line.text)
        first, behind = units_shown(self._document, block, area.adjusted(0, -size, 0, size))
        for start, end, tag in line.runs:
            unit, unit_end = units.unit(start), units.unit(end)
            if unit_end <= first or unit >= behind:
                continue
            text = line.text[start:end]
            for place, baseline in stretches(self._document, block, unit, unit_end):
                ground = QRectF(place.left(), baseline - size * _ABOVE, place.width(), size * (_ABOVE + _BELOW))
                self._paint_ground(painter, ground, text, tag)
                if tag.field_id == current:
                    self._outline(painter, ground)

    def _paint_ground(self, painter: QPainter, ground: QRectF, text: str, tag: Tag) -> None:
        colours = self._colours
        if tag.flag is State.WAIVED:
            self._underline(painter, ground, colours.waived_line, Qt.PenStyle.DotLine)
        elif tag.flag is State.STALE:
            self._box(painter, ground, colours.stale_field, colours.stale_edge, Qt.PenStyle.DashLine)
        elif is_open(text, tag):
            self._box(painter, ground, colours.open_field, colours.open_edge, Qt.PenStyle.SolidLine)
        else:
            painter.fillRect(ground, _colour(colours.filled_field))
            self._underline(painter, ground, colours.filled_line, Qt.PenStyle.SolidLine)

    def _box(self, painter: QPainter, ground: QRectF, fill: str, edge: str, style: Qt.PenStyle) -> None:
        painter.setPen(_pen(edge, 1, style))
        painter.setBrush(_colour(fill))
        round_ = min(3.0, ground.height() / 9)  # small chips would look like balls
        painter.drawRoundedRect(ground.adjusted(0.5, 0.5, -0.5, -0.5), round_, round_)

    def _underline(self, painter: QPainter, ground: QRectF, colour: str, style: Qt.PenStyle) -> None:
        painter.setPen(_pen(colour, 1.2, style))
        painter.drawLine(ground.bottomLeft() - QPointF(0, 0.5), ground.bottomRight() - QPointF(0, 0.5))

    def _outline(self, painter: QPainter, ground: QRectF) -> None:
        painter.setPen(_pen(self._colours.current, 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(ground.adjusted(-0.5, -0.5, 0.5, 0.5), 3, 3)


def paint_match(painter: QPainter, place: QRectF, baseline: float, size: float, colours: Colours) -> None:
    """Paint the ground of a place that was searched for."""
    painter.fillRect(
        QRectF(place.left(), baseline - size * _ABOVE, place.width(), size * (_ABOVE + _BELOW)), QColor(colours.match)
    )


def paint_wave(painter: QPainter, place: QRectF, baseline: float, size: float, colour: str) -> None:
    """Paint the wavy line of a finding below a stretch of text."""
    step, y = max(size / 8, 1.5), baseline + size * (_BELOW + 0.06)
    wave = _wave(colour, step, max(size / 18, 1.0), painter.device().devicePixelRatio())
    painter.drawTiledPixmap(QRectF(place.left(), y - step, place.width(), step * 2), wave)


@lru_cache(maxsize=16)
def _wave(colour: str, step: float, width: float, ratio: float) -> QPixmap:
    """Return some swings of a wavy line side by side: painting their outline at every key would take longer than it."""
    pixels = round(2 * _SWINGS * step * ratio)
    step_across = pixels / ratio / (2 * _SWINGS)
    made = QPixmap(pixels, ceil(2 * step * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    path = QPainterPath(QPointF(-2 * step_across, step))
    for number in range(-2, 2 * _SWINGS + 2):
        x = number * step_across
        path.quadTo(QPointF(x + step_across / 2, 0 if number % 2 == 0 else 2 * step), QPointF(x + step_across, step))
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), width))
    painter.drawPath(path)
    painter.end()
    return made
