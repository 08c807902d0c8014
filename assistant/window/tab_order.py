"""The tab key goes as one reads: through layouts in their order, row by row, whatever was made first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QGridLayout,
    QLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QWidget,
)

from assistant.window.panels import put_into

_FRAME = 32
"""Pixels that the system puts above a dialog, at most."""
_IS_PLACED = "is_placed"


def read_in_order(place: QWidget) -> None:
    """Let the tab key go through a place in the order of its layouts, and Enter press the button that has the keys.

    Dialogs have that of themselves, with a button for Enter everywhere else in them.
    """
    tab_through(_inside(place))
    if not isinstance(place, QDialog):
        for button in place.findChildren(QPushButton):
            button.setAutoDefault(True)


def tab_through(widgets: Iterable[QWidget]) -> None:
    """Let the tab key go from each of these widgets to the next; those that take no keys are left out."""
    reached = [one for one in widgets if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for one, following in pairwise(reached):
        QWidget.setTabOrder(one, following)


def _inside(widget: QWidget) -> Iterator[QWidget]:
    yield widget
    layout = widget.layout()
    if isinstance(widget, QScrollArea):
        yield from _inside(widget.widget()) if widget.widget() is not None else ()
    elif isinstance(widget, QTabWidget):
        yield widget.tabBar()
        for index in range(widget.count()):
            yield from _inside(widget.widget(index))
    elif isinstance(widget, QSplitter | QStackedWidget):
        for index in range(widget.count()):
            yield from _inside(widget.widget(index))
    elif layout is not None:
        yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for index in _row_by_row(layout):
        item: Any = layout.itemAt(index)
        if (widget := item.widget()) is not None:
            yield from _inside(widget)
        elif (inner := item.layout()) is not None:
            yield from _laid_out(inner)


def _row_by_row(layout: QLayout) -> list[int]:
    places: dict[int, tuple[int, ...]] = {}
    for index in range(layout.count()):
        # row, column, and how many of them are taken; the stubs know of an object only
        position: Any = layout.getItemPosition(index) if isinstance(layout, QGridLayout) else (index,)
        places[index] = tuple(position[:2])
    return sorted(places, key=places.__getitem__)


class DialogPlaces(QObject):
    """Sees to each dialog when it is opened: it fits on the screen, and the tab key goes as one reads."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusWindowChanged.connect(self._see_to)

    def _see_to(self, focused: QWindow | None) -> None:
        for dialog in QApplication.topLevelWidgets():
            is_new = isinstance(dialog, QDialog) and not dialog.property(_IS_PLACED)
            if is_new and focused is not None and dialog.windowHandle() is focused:
                dialog.setProperty(_IS_PLACED, True)
                read_in_order(dialog)
                screen = dialog.screen() or QGuiApplication.primaryScreen()
                room = below_frame(screen.availableGeometry())
                _give_lines_room(dialog, room.height())
                put_into(dialog, room)


def _give_lines_room(dialog: QWidget, most: int) -> None:
    """Make a dialog as high as its wrapped lines want: Qt makes none higher than two thirds of the screen by itself."""
    layout = dialog.layout()
    if layout is not None and layout.hasHeightForWidth():
        wanted = min(most, layout.totalHeightForWidth(dialog.width()))
        if wanted > dialog.height():
            dialog.resize(dialog.width(), wanted)


def below_frame(room: QRect) -> QRect:
    """Return what a dialog can have of a screen, its frame not counted."""
    return room.adjusted(0, _FRAME, 0, 0)
