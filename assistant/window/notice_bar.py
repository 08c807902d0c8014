"""The notice bar: one sentence above the page, for errors and for what the clerk should know."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from assistant.window.language import tr
from assistant.window.look import GAP, GAP_LARGE

_WIDE = 560
"""Pixels from which on the buttons stand beside the sentence."""
_READ = 12_000
"""Milliseconds after which a sentence that asks for nothing has been read."""
Choice = tuple[str, Callable[[], object]]
"""Words of a button, and what it does."""


class NoticeBar(QFrame):
    """Shows a sentence until it is closed or the next one comes; what only tells of a success goes by itself."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._action, self._other = self._button(0), self._button(1)
        self._choices: list[Choice] = []
        self._going = QTimer(self, singleShot=True, interval=_READ)
        self._going.timeout.connect(self._go)
        self._close = QToolButton(self)
        self._close.setText("×")
        self._close.setToolTip(tr("关闭提示"))
        self._close.setAccessibleName(tr("关闭提示"))
        self._close.clicked.connect(self.hide)
        self._said = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._said.setSpacing(GAP)
        self._said.addWidget(self._text, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._action)
        buttons.addWidget(self._other)
        self._said.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_LARGE, GAP, GAP, GAP)
        row.addLayout(self._said, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def _button(self, index: int) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("quiet", True)
        button.setAutoDefault(True)  # Enter presses it too where it has the keys
        button.clicked.connect(lambda _checked=False: self._act(index))
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the sentence where the bar is too narrow for both."""
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        self._said.setDirection(way.LeftToRight if self.width() >= _WIDE else way.TopToBottom)

    @property
    def text(self) -> str:
        """The sentence shown last."""
        return self._text.text()

    def tell(
        self,
        text: str,
        *,
        wrong: bool = False,
        action: str = "",
        wish: Callable[[], object] | None = None,
        other: Choice | None = None,
    ) -> None:
        """Show a sentence; `wrong` for an error, `action` the words of a button beside it, `wish` what that does.

        `other` is a second button. An error and what has a button stay until they are closed.
        """
        self._choices = [(action, wish)] if wish is not None else []
        self._choices += [other] if other is not None else []
        self._text.setText(text)
        for button, words in ((self._action, action), (self._other, other[0] if other else "")):
            button.setText(words)
            button.setVisible(bool(words))
        if wrong or self._choices:
            self._going.stop()
        else:
            self._going.start()
        self.setAccessibleName(text)
        self.setProperty("wrong", wrong)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()

    def forget(self) -> None:
        """Go at once where a success alone is told: it does not hold any more."""
        if self._going.isActive():
            self._going.stop()
            self.hide()

    def _go(self) -> None:
        """Go, unless the pointer rests here: then the sentence is being read, or its words are being marked."""
        if self.underMouse():
            self._going.start()
        else:
            self.hide()

    def _act(self, index: int) -> None:
        self.hide()
        if index < len(self._choices):
            self._choices[index][1]()
