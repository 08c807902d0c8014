"""The notice bar: one sentence above the page, for errors and for what the clerk should know."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from assistant.window.language import tr
from assistant.window.look import GAP, GAP_LARGE


class NoticeBar(QFrame):
    """Shows a sentence until it is closed or the next one comes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._action = QPushButton(self)
        self._action.setProperty("quiet", True)
        self._action.clicked.connect(lambda _checked=False: self._act())
        self._wish: Callable[[], object] | None = None
        self._close = QToolButton(self)
        self._close.setText("×")
        self._close.setToolTip(tr("关闭提示"))
        self._close.setAccessibleName(tr("关闭提示"))
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_LARGE, GAP, GAP, GAP)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown last."""
        return self._text.text()

    def tell(
        self, text: str, *, wrong: bool = False, action: str = "", wish: Callable[[], object] | None = None
    ) -> None:
        """Show a sentence; `wrong` for an error, `action` the words of a button beside it, `wish` what that does."""
        self._wish = wish
        self._text.setText(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(text)
        self.setProperty("wrong", wrong)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()

    def _act(self) -> None:
        self.hide()
        if self._wish is not None:
            self._wish()
