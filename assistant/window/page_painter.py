"""The one painter of finished pages: preview, print and PDF differ in the device alone."""

from __future__ import annotations

import functools

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from assistant.window.picture_painter import paint_picture
from assistant.workbench.paging import DrawnPage, DrawnText, GridLine

TWIPS_PER_INCH = 1440
_INK, _RED, _MARK = QColor("#000000"), QColor("#ff0000"), QColor("#ffff00")
_TWIPS_PER_EIGHTH = 2.5
_PEN_STYLES = {"dashed": Qt.PenStyle.DashLine, "dotted": Qt.PenStyle.DotLine}


def paint_page(painter: QPainter, page: DrawnPage) -> None:
    """Draw a page; the painter's unit is the twip, its origin the paper's top left corner."""
    for fill in page.fills:
        painter.fillRect(QRectF(fill.left, fill.top, fill.width, fill.height), QColor(f"#{fill.colour}"))
    _paint_marks(painter, page)
    for placed in page.pictures:
        paint_picture(painter, QRectF(placed.left, placed.top, placed.width, placed.height), placed.picture)
    for line in page.grid_lines:
        _paint_grid_line(painter, line)
    for rule in page.rules:
        painter.fillRect(QRectF(rule.left, rule.top, rule.width, rule.thickness), _RED if rule.is_red else _INK)
    for text in page.texts:
        painter.setPen(_RED if text.is_red else _INK)
        painter.setFont(_font(text.families, text.size, bold=text.bold))
        left = text.left
        # One by one: Qt scales letter spacing with the device, and a font that stands in has other widths.
        for character, step in zip(text.text, text.steps, strict=True):
            if not character.isspace():
                painter.drawText(QPointF(left, text.baseline), character)
            left += step


def _paint_grid_line(painter: QPainter, line: GridLine) -> None:
    width = max(line.border.width, 2) * _TWIPS_PER_EIGHTH
    style = _PEN_STYLES.get(line.border.style, Qt.PenStyle.SolidLine)
    painter.setPen(QPen(_INK, width, style, Qt.PenCapStyle.SquareCap))
    ends = QPointF(line.left, line.top), QPointF(line.right, line.bottom)
    if line.border.style != "double":
        painter.drawLine(*ends)
        return
    across = QPointF(0, width) if line.top == line.bottom else QPointF(width, 0)
    for side in (-1, 1):
        painter.drawLine(ends[0] + across * side, ends[1] + across * side)


def _paint_marks(painter: QPainter, page: DrawnPage) -> None:
    """Draw the yellow under marked pieces; two of them side by side are marked as one."""
    before: DrawnText | None = None
    for text in page.texts:
        if text.is_marked:
            left = text.left
            if before is not None and before.baseline == text.baseline:
                left = min(left, before.left + before.width)
            top = text.baseline - 0.86 * text.size
            painter.fillRect(QRectF(left, top, text.left + text.width - left, 1.02 * text.size), _MARK)
        before = text if text.is_marked else None


def prepare(painter: QPainter, dots_per_inch: float) -> None:
    """Make the twip the painter's unit on a device with so many dots per inch."""
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    scale = dots_per_inch / TWIPS_PER_INCH
    painter.scale(scale, scale)


@functools.lru_cache(maxsize=64)
def _font(families: tuple[str, ...], size: int, *, bold: bool) -> QFont:
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(size)
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


__all__ = ["DrawnPage", "DrawnText", "paint_page", "prepare"]
