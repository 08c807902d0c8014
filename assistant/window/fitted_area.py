"""An area that is as high as what it shows where there is room for that, and scrolls where there is not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

_LEAST = 80
"""Pixels of height."""


class FittedArea(QScrollArea):
    """Shows a widget whose height follows from its width, such as one with sentences in it."""

    def __init__(self, parent: QWidget, inside: QWidget, *, wanted: int = 0) -> None:
        """Show a widget; `wanted` pixels of height are kept for it, though it needs less, where there is room."""
        super().__init__(parent)
        self._wanted = wanted
        self.setObjectName("bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setWidget(inside)
        inside.installEventFilter(self)

    def sizeHint(self) -> QSize:
        """Return the height that what is shown wants at the present width."""
        inside = self.widget()
        hint = inside.sizeHint()
        height = inside.heightForWidth(self.viewport().width()) if inside.hasHeightForWidth() else hint.height()
        return QSize(hint.width(), max(height, hint.height() if height < 0 else 0, self._wanted))

    def minimumSizeHint(self) -> QSize:
        """Return a size in which at least some of it can be read."""
        return QSize(self.widget().minimumSizeHint().width(), _LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Want another height at another width."""
        super().resizeEvent(event)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave PageUp and PageDown to the place that this area is a part of."""
        event.ignore()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Want another height when something else is shown."""
        if watched is self.widget() and event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
