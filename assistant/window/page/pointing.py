"""Which line a point of the page belongs to: Qt takes what lies between two lines for the end of the upper one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QMouseEvent, QTextBlock, QTextDocument

_SLACK = 2.0
"""Pixels by which paragraphs of one column may begin apart."""


def onto_line(document: QTextDocument, point: QPointF) -> QPointF:
    """Return a point of a document, moved up or down onto the type of the nearest line.

    Lines stand nearly twice as far apart as their type is high, and a click between two of them is meant for the
    nearer one. Points farther from any line than that stay.
    """
    position = document.documentLayout().hitTest(point, Qt.HitTestAccuracy.FuzzyHit)
    if position < 0:
        return point
    block, y = document.findBlock(position), point.y()
    nearest = min(_lines_about(block, y), key=lambda line: _distance(line, y), default=None)
    if nearest is None or not 0 < _distance(nearest, y) < nearest.height():
        return point
    return QPointF(point.x(), nearest.top() + 1 if y < nearest.top() else nearest.bottom() - 1)


def _distance(line: QRectF, y: float) -> float:
    return max(line.top() - y, y - line.bottom() + 1, 0.0)


def _lines_about(block: QTextBlock, y: float) -> Iterator[QRectF]:
    """Yield the lines above and below a height, in a paragraph and in its neighbours of the same column."""
    own = _rect(block)
    for one in (block.previous(), block, block.next()):
        rect = _rect(one) if one.isValid() else QRectF()
        if not one.isValid() or abs(rect.left() - own.left()) > _SLACK:
            continue
        layout, origin = one.layout(), rect.topLeft()
        lines = range(layout.lineCount())  # there may be thousands in one paragraph
        below = bisect_right(lines, y - origin.y(), key=lambda number: layout.lineAt(number).naturalTextRect().bottom())
        for number in (below - 1, below):
            if number in lines:
                yield layout.lineAt(number).naturalTextRect().translated(origin)


def _rect(block: QTextBlock) -> QRectF:
    return block.document().documentLayout().blockBoundingRect(block)


def moved_mouse(event: QMouseEvent, point: QPointF) -> QMouseEvent:
    """Return a mouse event as it would be at another point of the widget."""
    return QMouseEvent(
        event.type(),
        point,
        event.scenePosition(),
        event.globalPosition(),
        event.button(),
        event.buttons(),
        event.modifiers(),
        event.pointingDevice(),
    )


def moved_drop(event: QDropEvent, point: QPointF) -> QDropEvent:
    """Return a drop as it would be at another point of the widget."""
    return QDropEvent(
        point, event.possibleActions(), event.mimeData(), event.buttons(), event.modifiers(), event.type()
    )


def moved_drag(event: QDragMoveEvent, point: QPointF) -> QDragMoveEvent:
    """Return what is dragged over a widget as it would be at another point of it."""
    actions, data = event.possibleActions(), event.mimeData()
    moved = QDragMoveEvent(point.toPoint(), actions, data, event.buttons(), event.modifiers())
    moved.setDropAction(event.dropAction())
    return moved


def take_answer(event: QDropEvent, moved: QDropEvent) -> None:
    """Answer what is dragged or dropped as its moved likeness was answered."""
    event.setDropAction(moved.dropAction())
    event.setAccepted(moved.isAccepted())
