"""Three short hints in place, shown once, when the first report opens."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from assistant.window.language import tr
from assistant.window.look import GAP, GAP_LARGE, ROUND, Colours, interface_font

_WIDTH = 300
_POINTER = 9
"""Pixels by which the pointer stands out, towards what the hint is about."""
_POINTER_FROM_TOP = 26
_MOVING = {QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.LayoutRequest, QEvent.Type.Show, QEvent.Type.Hide}


class Side(Enum):
    """Where a hint stands: beside what it is about."""

    RIGHT = 0
    LEFT = 1
    INSIDE = 2


class Hint(NamedTuple):
    """One hint."""

    about: QWidget
    title: str
    words: str
    side: Side


class HintBubble(QWidget):
    """Shows hints one after the other, over the window, without taking the focus.

    Signals:
        seen: all hints were read, or put away.
    """

    seen = Signal()

    def __init__(self, window: QWidget, hints: Sequence[Hint], colours: Colours) -> None:
        super().__init__(window)
        self._window, self._hints, self._colours = window, hints, colours
        self._number = 0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedWidth(_WIDTH + 2 * _POINTER)
        self._title = QLabel(self)
        self._title.setFont(interface_font(bold=True))
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._count = QLabel(self)
        self._count.setObjectName("muted")
        self._next = QPushButton(tr("知道了"), self, autoDefault=True)
        self._next.setProperty("primary", True)
        self._enough = QPushButton(tr("不再提示"), self, autoDefault=True)
        self._enough.setProperty("quiet", True)
        for button, wish in ((self._next, self.show_next), (self._enough, self.end)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(wish)
        self._lay_out()
        self._watched = (window, *(hint.about for hint in hints))
        for widget in self._watched:
            widget.installEventFilter(self)
        self._show()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self._enough)
        row.addWidget(self._next)
        column = QVBoxLayout(self)
        column.setContentsMargins(_POINTER + GAP_LARGE, GAP_LARGE, _POINTER + GAP_LARGE, GAP_LARGE)
        column.setSpacing(GAP)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addLayout(row)

    @property
    def hint(self) -> Hint:
        """The hint that is shown now."""
        return self._hints[self._number]

    def show_next(self) -> None:
        """Show the next hint, or end behind the last one."""
        self._number += 1
        if self._number == len(self._hints):
            self.end()
        else:
            self._show()

    def end(self) -> None:
        """Go for good: the hints were seen."""
        for widget in self._watched:
            widget.removeEventFilter(self)
        self.hide()
        self.seen.emit()
        self.deleteLater()

    def _show(self) -> None:
        self._title.setText(self.hint.title)
        self._words.setText(self.hint.words)
        self._count.setText(f"{self._number + 1} / {len(self._hints)}")
        self.setAccessibleName(tr("{title}：{words}", title=self.hint.title, words=self.hint.words))
        self._words.setMinimumHeight(self._words.heightForWidth(_WIDTH - 2 * GAP_LARGE))
        self.adjustSize()
        self._place()
        self.update()

    def _place(self) -> None:
        about = self.hint.about
        corner = about.mapTo(self._window, QPoint(0, 0))
        left = {
            Side.RIGHT: corner.x() + about.width(),
            Side.LEFT: corner.x() - self.width(),
            Side.INSIDE: corner.x() + (about.width() - self.width()) // 2,
        }[self.hint.side]
        # the title and the first lines of the page stay in sight beside a hint about the outline
        top = corner.y() + (about.height() // 2 if self.hint.side is Side.RIGHT else GAP_LARGE)
        is_writing = all(hint.about.isVisible() for hint in self._hints if hint.side is Side.INSIDE)
        self.setVisible(about.isVisible() and is_writing)  # a room in the page's place is not to be covered
        self.raise_()
        lowest, rightmost = self._window.height() - self.height(), self._window.width() - self.width()
        self.move(max(0, min(left, rightmost)), max(0, min(top, lowest)))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stay beside what the hint is about when the window changes, and go and come with it."""
        # At the end of the program the widgets go one by one, and those that are left hear of it.
        if event.type() in _MOVING and all(map(isValid, (self, self._window, self.hint.about))):
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card and its pointer."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QPainterPath()
        card.addRoundedRect(QRectF(self.rect()).adjusted(_POINTER, 1, -_POINTER, -1), ROUND, ROUND)
        painter.setPen(QPen(QColor(self._colours.accent), 1))
        painter.setBrush(QColor(self._colours.surface))
        painter.drawPath(card.united(self._pointer()))

    def _pointer(self) -> QPainterPath:
        path = QPainterPath()
        if self.hint.side is Side.INSIDE:
            return path
        is_left = self.hint.side is Side.RIGHT
        tip, base = (1, _POINTER + 1) if is_left else (self.width() - 1, self.width() - _POINTER - 1)
        middle = _POINTER_FROM_TOP
        corners = [(tip, middle), (base, middle - _POINTER), (base, middle + _POINTER)]
        path.addPolygon(QPolygonF([QPoint(x, y).toPointF() for x, y in corners]))
        path.closeSubpath()
        return path


def first_hints(outline: QWidget, page: QWidget, panel: QWidget) -> tuple[Hint, ...]:
    """Return what a new clerk is told when her first report opens."""
    return (
        Hint(outline, tr("大纲"), tr("报告的各级标题。点一下就到那一节；右边标出还有几处没有填。"), Side.RIGHT),
        Hint(
            page, tr("正文"), tr("有底色的是要填写的内容。相同的内容只问一次，填一处，其余各处一并填好。"), Side.INSIDE
        ),
        Hint(panel, tr("填空"), tr("在这里逐项填写，按回车到下一项。想看说明随时按 F1。"), Side.LEFT),
    )
