"""Walks through the widgets of a place: what can take the keyboard, how it is called, in which order, what is cut."""

from __future__ import annotations

import re
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QTabBar,
    QWidget,
)

_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_ROW = 12
_SLACK = 3
"""Pixels by which neighbours in a row may stand higher or lower."""


def is_inner(widget: QWidget) -> bool:
    """Whether a widget is only the line inside a spin box or combo box, which is known by the name of the box."""
    return isinstance(widget, QLineEdit) and isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox)


def takes_keys(widget: QWidget) -> bool:
    """Whether the clerk can get here with the tab key."""
    can = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled() and widget.isVisible()
    return can and not is_inner(widget) and widget.focusProxy() is None


def described(widget: QWidget) -> str:
    """Return a few words by which a person finds the widget."""
    return f"{type(widget).__name__} {widget.objectName()} {getattr(widget, 'text', lambda: '')()!s:.20}"


def spoken_name(widget: QWidget, place: QWidget) -> str:
    """Return what a screen reader says: the given name, else the words on a button, else the label beside it."""
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QAbstractButton):
        return widget.text()
    labels = [one.text() for one in place.findChildren(QLabel) if one.buddy() is widget]
    return labels[0] if labels else ""


def nameless(place: QWidget) -> list[str]:
    """Return the widgets that take keys and have no name in Chinese."""
    found = [one for one in [place, *place.findChildren(QWidget)] if takes_keys(one) and not isinstance(one, QTabBar)]
    return [described(one) for one in found if not _CHINESE.search(spoken_name(one, place))]


def chain_of(place: QWidget) -> list[QWidget]:
    """Return what the tab key reaches in a place, in that order, beginning at its top; the key is really pressed.

    `QWidget.nextInFocusChain` would be shorter, but each call lets Python take one widget for the parent of another.
    """
    reachable = [one for one in place.findChildren(QWidget) if takes_keys(one)]
    if not reachable:
        return []
    start = min(reachable, key=lambda one: (_rect(one, place).top() // _ROW, _rect(one, place).left()))
    start.setFocus(Qt.FocusReason.TabFocusReason)
    found = [start]
    for _ in reachable:
        QTest.keyClick(QApplication.focusWidget() or start, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        now = now.parentWidget() if now is not None and is_inner(now) else now
        if now is None or now in found or not place.isAncestorOf(now):
            break
        found.append(now)
    return found


def _rect(widget: QWidget, place: QWidget) -> QRect:
    return QRect(widget.mapTo(place, QPoint(0, 0)), widget.size())


def out_of_order(place: QWidget) -> list[str]:
    """Return the steps of the tab key that go back: up without going right, or left within a row."""
    wrong = []
    for one, next_ in pairwise(chain_of(place)):
        here, there = _rect(one, place), _rect(next_, place)
        is_above = there.bottom() <= here.top() + _SLACK and there.left() < here.right()
        is_row = there.top() < here.bottom() - _SLACK and there.bottom() > here.top() + _SLACK
        if is_above or (is_row and there.right() <= here.left() + _SLACK):
            wrong.append(f"{described(one)} -> {described(next_)}")
    return wrong


def cut(place: QWidget) -> list[str]:
    """Return the labels and buttons that have less room than their words want."""
    wrong = []
    for one in place.findChildren(QWidget):
        if not one.isVisible() or not isinstance(one, QLabel | QPushButton | QCheckBox | QRadioButton):
            continue
        words = one.text()
        if not words or (isinstance(one, QLabel) and (one.pixmap() and not one.pixmap().isNull())):
            continue
        wanted = one.sizeHint()
        if isinstance(one, QLabel) and one.wordWrap():
            is_cut = one.heightForWidth(one.width()) > one.height() + 1
        else:
            is_cut = wanted.width() > one.width() + 1 or wanted.height() > one.height() + 1
        if is_cut:
            wrong.append(f"{described(one)} {one.width()}x{one.height()} wants {wanted.width()}x{wanted.height()}")
    return wrong
