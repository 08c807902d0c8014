"""Dragging a row: what is carried goes beside the pointer, so that one sees where it would come."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QAbstractItemView

from assistant.window.look import GAP


def carry_row(view: QAbstractItemView, index: QModelIndex, action: Qt.DropAction) -> None:
    """Drag a row of a view until it is let go; Qt's own picture lies over the place below the pointer."""
    if not index.isValid():
        return
    drag = QDrag(view)
    drag.setMimeData(view.model().mimeData([index]))
    drag.setPixmap(view.viewport().grab(view.visualRect(index)))
    drag.setHotSpot(QPoint(-GAP * 2, -GAP))
    drag.exec(action)
