"""The find bar below the page: what to look for, where, and what to put in its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from assistant.window.language import tr
from assistant.window.look import GAP
from assistant.window.tab_order import tab_through

_LONGEST_WORDS = 60
"""Characters up to which what is selected are words to look for; nobody looks for a passage."""


class Scope(StrEnum):
    """Where to look."""

    REPORT = "report"
    SECTION = "section"
    SELECTION = "selection"


@dataclass(frozen=True, slots=True)
class FindWish:
    """What is looked for, and where."""

    words: str
    scope: Scope = Scope.REPORT
    case: bool = False
    regex: bool = False
    in_fields: bool = False
    """Whether values of fields are replaced too; markers never are."""


_SCOPES = ((Scope.REPORT, "全文"), (Scope.SECTION, "本节"), (Scope.SELECTION, "选中部分"))


class FindBar(QFrame):
    """Asks for words to be found or replaced.

    Signals:
        wish_changed: something else is to be marked and counted (object: FindWish).
        scope_chosen: the clerk chose where to look (object: Scope).
        find_requested: go to the next (True) or previous (False) place (object: FindWish, bool).
        replace_requested: put words into the place that is selected, and go on (object: FindWish, str).
        replace_all_requested: put words into all places (object: FindWish, str).
        closed: the bar was closed.
    """

    wish_changed = Signal(object)
    scope_chosen = Signal(object)
    find_requested = Signal(object, bool)
    replace_requested = Signal(object, str)
    replace_all_requested = Signal(object, str)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._words = self._line(tr("查找"), tr("查找内容"))
        self._words.textChanged.connect(self._tell)
        self._new = self._line(tr("替换为"), tr("替换为"))
        self._new.returnPressed.connect(lambda: self._replace(every=False))
        self._count = QLabel(self)
        self._count.setObjectName("muted")
        self._wrong = QLabel(self)
        self._wrong.setObjectName("wrong")
        self._wrong.setWordWrap(True)  # beside the buttons, it would take the room of the words that are wrong
        self._wrong.hide()
        self._scope = QComboBox(self)
        self._scope.setAccessibleName(tr("查找范围"))
        for scope, words in _SCOPES:
            self._scope.addItem(tr(words), scope.value)
        self._scope.activated.connect(self._choose_scope)
        self._case = self._box(tr("区分大小写"), tr("字母大小写不同的不算"))
        self._regex = self._box(tr("正则表达式"), tr("如 第[一二三]季度、(\\d+)个；替换时用 $1 代表第一个括号里的内容"))
        self._in_fields = self._box(tr("包括已填内容"), tr("替换时连已填的待填项一起改；占位符从不改动"))
        self.replace_one = self._button(tr("替换"), lambda: self._replace(every=False))
        self.replace_every = self._button(tr("全部替换"), lambda: self._replace(every=True))
        close = QToolButton(self)
        close.setText("×")
        close.setToolTip(tr("关闭（Esc）"))
        close.setAccessibleName(tr("关闭查找"))
        close.clicked.connect(self.close_bar)
        going = self._arrange(close)
        replacing = (self.replace_one, self.replace_every)
        choosing = (self._scope, self._case, self._regex, self._in_fields)
        tab_through((self._words, self._new, *going, close, *replacing, *choosing))
        self.hide()

    def _line(self, words: str, name: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setPlaceholderText(words)
        line.setAccessibleName(name)
        line.setClearButtonEnabled(True)
        return line

    def _box(self, words: str, hint: str) -> QCheckBox:
        box = QCheckBox(words, self)
        box.setToolTip(hint)
        box.toggled.connect(self._tell)
        return box

    def _button(self, words: str, action: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, self, autoDefault=True)
        button.clicked.connect(lambda _checked=False: action())
        return button

    def _arrange(self, close: QToolButton) -> tuple[QPushButton, QPushButton]:
        back = self._button(tr("上一个"), lambda: self.find_requested.emit(self.wish, False))
        on = self._button(tr("下一个"), lambda: self.find_requested.emit(self.wish, True))
        going = QHBoxLayout()
        going.addWidget(back)
        going.addWidget(on)
        going.addWidget(self._count, 1)
        going.addWidget(close)
        replacing = QHBoxLayout()
        replacing.addWidget(self.replace_one)
        replacing.addWidget(self.replace_every)
        replacing.addStretch(1)
        choosing = QHBoxLayout()
        choosing.setSpacing(GAP)
        for part in (self._scope, self._case, self._regex, self._in_fields):
            choosing.addWidget(part)
        choosing.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(GAP, GAP, GAP, GAP)
        grid.setSpacing(GAP)
        grid.addWidget(self._words, 0, 0)
        grid.addLayout(going, 0, 1)
        grid.addWidget(self._new, 1, 0)
        grid.addLayout(replacing, 1, 1)
        grid.addWidget(self._wrong, 2, 0, 1, 2)
        grid.addLayout(choosing, 3, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        return back, on

    @property
    def wish(self) -> FindWish:
        """What the bar asks for now."""
        return FindWish(
            self._words.text(),
            Scope(self._scope.currentData()),
            self._case.isChecked(),
            self._regex.isChecked(),
            self._in_fields.isChecked(),
        )

    def open_bar(self, words: str) -> None:
        """Show the bar; words chosen in the page become the words to look for, whole passages the place to look in."""
        if words and len(words) <= _LONGEST_WORDS and "\u2029" not in words and "\n" not in words:
            self._words.setText(words)
        elif words:
            self._scope.setCurrentIndex(2)
            self._choose_scope()
        self.show()
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._words.selectAll()
        self._tell()

    def close_bar(self) -> None:
        """Hide the bar; the next search looks everywhere again."""
        self.look_everywhere()
        self.hide()
        self.closed.emit()

    def look_everywhere(self) -> None:
        """Show that the whole report is looked through."""
        self._scope.setCurrentIndex(0)

    def show_count(self, count: int, *, at: int = 0) -> None:
        """Tell how often the words stand where they are looked for, and which of these places is selected (1 first)."""
        if at:
            words = tr("第 {at} 处，共 {count} 处", at=at, count=count)
        else:
            words = tr("找到 {count} 处", count=count) if count else tr("没有找到")
        self._count.setText(words if self._words.text() else "")
        self._wrong.hide()

    def show_wrong(self, words: str) -> None:
        """Say why nothing can be looked for."""
        self._count.setText("")
        self._wrong.setText(words)
        self._wrong.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Find with Enter and Shift+Enter, close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._words.hasFocus():
            self.find_requested.emit(self.wish, not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        else:
            super().keyPressEvent(event)

    def _choose_scope(self) -> None:
        self.scope_chosen.emit(Scope(self._scope.currentData()))
        self._tell()

    def _tell(self) -> None:
        self.wish_changed.emit(self.wish)

    def _replace(self, *, every: bool) -> None:
        if self._words.text():
            signal = self.replace_all_requested if every else self.replace_requested
            signal.emit(self.wish, self._new.text())
