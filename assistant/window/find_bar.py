"""The find bar below the page: words to look for, and how often they stand there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from assistant.window.look import GAP


class FindBar(QFrame):
    """Asks for words to be found or replaced.

    Signals:
        words_changed: other words are to be marked (str).
        find_requested: go to the next (True) or previous (False) place of the words (str, bool).
        replace_requested: replace the words everywhere outside fields (str, str).
        closed: the bar was closed.
    """

    words_changed = Signal(str)
    find_requested = Signal(str, bool)
    replace_requested = Signal(str, str)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._words = QLineEdit(self)
        self._words.setPlaceholderText("查找")
        self._words.setAccessibleName("查找内容")
        self._words.setClearButtonEnabled(True)
        self._words.textChanged.connect(self.words_changed)
        self._count = QLabel(self)
        self._count.setObjectName("muted")
        self._count.setMinimumWidth(80)
        self._new = QLineEdit(self)
        self._new.setPlaceholderText("替换为")
        self._new.setAccessibleName("替换为")
        self._new.returnPressed.connect(self._replace)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, GAP, GAP, GAP)
        row.addWidget(self._words, 2)
        row.addWidget(self._count)
        row.addWidget(self._button("上一个", lambda: self.find_requested.emit(self._words.text(), False)))
        row.addWidget(self._button("下一个", lambda: self.find_requested.emit(self._words.text(), True)))
        row.addWidget(self._new, 1)
        row.addWidget(self._button("全部替换", self._replace))
        close = QToolButton(self)
        close.setText("×")
        close.setToolTip("关闭（Esc）")
        close.setAccessibleName("关闭查找")
        close.clicked.connect(self.close_bar)
        row.addWidget(close)
        self.hide()

    def _button(self, text: str, action: object) -> QPushButton:
        button = QPushButton(text, self)
        button.clicked.connect(action)
        return button

    def open_bar(self, words: str) -> None:
        """Show the bar; `words` chosen in the page become the words to look for."""
        if words and "\n" not in words:
            self._words.setText(words)
        self.show()
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._words.selectAll()
        self.words_changed.emit(self._words.text())

    def close_bar(self) -> None:
        """Hide the bar."""
        self.hide()
        self.closed.emit()

    def show_count(self, count: int) -> None:
        """Tell how often the words stand in the text."""
        self._count.setText((f"找到 {count} 处" if count else "没有找到") if self._words.text() else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Find with Enter and Shift+Enter, close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._words.hasFocus():
            forward = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.find_requested.emit(self._words.text(), forward)
        else:
            super().keyPressEvent(event)

    def _replace(self) -> None:
        if self._words.text():
            self.replace_requested.emit(self._words.text(), self._new.text())
