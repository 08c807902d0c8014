"""Completion in the page: what probably comes next stands in grey behind the caret; Tab takes it.

It is shown only at the end of a paragraph, after a moment's rest, and never while the input method is composing.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QWidget

from assistant.window.look import Colours
from assistant.window.page.editor import PageEditor

_REST = 150
"""Milliseconds after the last key."""


class Completion(QObject):
    """Shows a continuation at the caret of the page.

    `offer` gives the continuation for the text of the paragraph up to the caret, or "".
    """

    def __init__(self, parent: QWidget, page: PageEditor) -> None:
        super().__init__(parent)
        self._page = page
        self.offer: Callable[[str], str] = lambda before: ""
        self._words = QLabel(page.viewport())
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.hide()
        self._is_composing = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._show)
        page.installEventFilter(self)
        page.cursorPositionChanged.connect(self.hide)
        page.verticalScrollBar().valueChanged.connect(lambda _value: self.hide())

    def set_colours(self, colours: Colours) -> None:
        """Write in the muted colour of a theme."""
        self._words.setStyleSheet(f"color: {colours.muted}; background: transparent; padding: 0")

    @property
    def shown(self) -> str:
        """What stands behind the caret in grey, or ""."""
        return self._words.text() if self._words.isVisible() else ""

    def hide(self) -> None:
        """Take the continuation away."""
        self._words.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Tab while something is shown; any other key or composing hides it."""
        if isinstance(event, QInputMethodEvent):
            self._is_composing = bool(event.preeditString())
            self._begin_again()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if self.shown and event.key() == Qt.Key.Key_Tab and not event.modifiers():
                words = self.shown
                self.hide()
                self._page.insert_text(words)
                self._rest.start()
                return True
            if self.shown and event.key() == Qt.Key.Key_Escape:
                self.hide()
                return True
            self._begin_again(wanted=bool(event.text()) and event.text().isprintable())
        elif event.type() in (QEvent.Type.FocusOut, QEvent.Type.Resize):
            self.hide()
        return False

    def _begin_again(self, *, wanted: bool = True) -> None:
        self.hide()
        if wanted and not self._is_composing:
            self._rest.start()
        else:
            self._rest.stop()

    def _show(self) -> None:
        page, cursor = self._page, self._page.textCursor()
        if self._is_composing or page.isReadOnly() or not page.hasFocus() or cursor.hasSelection():
            return
        if not cursor.atBlockEnd():
            return
        words = self.offer(cursor.block().text()[: cursor.positionInBlock()])
        if not words:
            return
        place = page.cursorRect(cursor)
        font = cursor.charFormat().font()
        font.setPointSizeF(max(font.pointSizeF(), 1) * page.zoom / 100 if font.pointSizeF() > 0 else 12)
        self._words.setFont(font)
        self._words.setText(words)
        self._words.adjustSize()
        room = page.viewport().width() - place.right() - 4
        self._words.resize(min(self._words.width(), max(room, 0)), place.height())
        self._words.move(place.right() + 1, place.top())
        self._words.setVisible(room > place.height())
