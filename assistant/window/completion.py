"""Completion in the page: what probably comes next, in grey behind the caret or as a short list below it.

Tab takes it, a further character that agrees goes on with it. It is shown only at the end of a paragraph, after a
moment's rest, and never while the input method is composing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidget, QWidget

from assistant.window.look import GAP, ROUND, Colours
from assistant.window.page.editor import PageEditor
from assistant.workbench.sentences import sentence

OFF, GREY, LIST = "off", "grey", "list"
_REST = 150
"""Milliseconds after the last key."""
_MOST_LISTED = 5
_WIDEST = 420
_MODIFIERS = (Qt.Key.Key_Alt, Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Meta, Qt.Key.Key_CapsLock)
_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Completion(QObject):
    """Shows continuations at the caret of the page.

    `offers` gives the continuations for the text of the paragraph up to the caret, best first; in grey there is
    room for the first one only.

    Signals:
        paragraph_finished: Enter was pressed at the end of this paragraph (its text).
    """

    paragraph_finished = Signal(str)

    def __init__(self, parent: QWidget, page: PageEditor) -> None:
        super().__init__(parent)
        self._page = page
        self.offers: Callable[[str], Sequence[str]] = lambda before: ()
        self._mode = GREY
        self._words = QLabel(page.viewport())
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.hide()
        self._list = QListWidget(page.viewport())
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(sentence("completion.rows"))
        self._list.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self._list.hide()
        self._list.itemClicked.connect(lambda item: self._take(self._list.row(item)))
        self._shown: list[str] = []
        self._is_composing = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._show)
        page.installEventFilter(self)
        page.cursorPositionChanged.connect(self._follow_caret)
        page.textChanged.connect(lambda: QTimer.singleShot(0, self, self._stay_at_caret) if self._shown else None)
        page.verticalScrollBar().valueChanged.connect(lambda _value: self.hide())

    def set_colours(self, colours: Colours) -> None:
        """Write in the colours of a theme."""
        self._words.setStyleSheet(f"color: {colours.muted}; background: transparent; padding: 0")
        self._list.setStyleSheet(
            f"QListWidget {{ background: {colours.raised}; border: 1px solid {colours.line};"
            f" border-radius: {ROUND}px; color: {colours.text} }}"
        )

    @property
    def mode(self) -> str:
        """How continuations are shown: off, grey or list."""
        return self._mode

    def set_mode(self, mode: str) -> None:
        """Show continuations in another way, or not at all."""
        self._mode = mode
        self.hide()

    @property
    def shown(self) -> str:
        """The continuation that Tab takes, or ""."""
        row = max(self._list.currentRow(), 0) if self._mode == LIST else 0
        return self._shown[row] if self._shown else ""

    def hide(self) -> None:
        """Take the continuations away."""
        if not self._shown:
            return
        self._shown = []
        self._words.hide()
        self._list.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Tab and what chooses in the list while something is shown; any other key or composing goes on."""
        if isinstance(event, QInputMethodEvent):
            self._is_composing = bool(event.preeditString())
            self._go_on(event.commitString())
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() not in _MODIFIERS:
            if self._shown and self._take_key(event):
                return True
            self._note_finished(event)
            is_typed = bool(event.text()) and event.text().isprintable() and not _is_command(event)
            self._go_on(event.text() if is_typed else "", wanted=is_typed or event.key() in _RETURNS)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            # the window's own Escape, Alt+Down and menu keys must wait while something is shown
            if self._shown and (event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Tab) or self._chooses(event)):
                event.accept()
                return True
        elif event.type() in (QEvent.Type.FocusOut, QEvent.Type.Resize):
            self.hide()
        return False

    def _chooses(self, event: QKeyEvent) -> bool:
        """Tell whether a key chooses in the list."""
        if (
            self._mode != LIST
            or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != Qt.KeyboardModifier.AltModifier
        ):
            return False
        number = event.key() - Qt.Key.Key_1
        return event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) or 0 <= number < len(self._shown)

    def _take_key(self, event: QKeyEvent) -> bool:
        """Do what a key means while something is shown; return whether it was for the continuations."""
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_Tab and not modifiers:
            self._take(max(self._list.currentRow(), 0))
        elif key == Qt.Key.Key_Escape:
            self.hide()
        elif self._mode == LIST and modifiers == Qt.KeyboardModifier.AltModifier:
            number = key - Qt.Key.Key_1
            if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                step = 1 if key == Qt.Key.Key_Down else -1
                self._list.setCurrentRow((self._list.currentRow() + step) % len(self._shown))
            elif 0 <= number < len(self._shown):
                self._take(number)
            else:
                return False
        else:
            return False
        return True

    def _take(self, row: int) -> None:
        words = self._shown[row if self._mode == LIST else 0]
        self.hide()
        self._page.insert_text(words)
        self._page.setFocus()
        self._rest.start()

    def _note_finished(self, event: QKeyEvent) -> None:
        if event.key() in _RETURNS and self._page.textCursor().atBlockEnd():
            self.paragraph_finished.emit(self._page.textCursor().block().text())

    def _go_on(self, typed: str, *, wanted: bool = True) -> None:
        """Keep showing what agrees with the typed characters, and look again after a moment's rest."""
        left = [one[len(typed) :] for one in self._shown if typed and one.startswith(typed) and one != typed]
        self.hide()
        if not wanted or self._is_composing or self._mode == OFF:
            self._rest.stop()
            return
        if left:
            # when the editor has taken the characters and the caret stands behind them
            QTimer.singleShot(0, self, lambda: self._present(left) if self._may_show() else None)
        self._rest.start()

    def _follow_caret(self) -> None:
        """Hide; at an empty paragraph something may be offered at once."""
        self.hide()
        if self._mode != OFF and not self._is_composing and self._page.textCursor().block().length() == 1:
            self._rest.start()

    def _stay_at_caret(self) -> None:
        """Move what is shown where its paragraph has been set otherwise: what is typed may become a signature."""
        if self._shown and self._mode == LIST:
            self._place_list()
        elif self._shown and not self._present_grey(self._shown[0]):
            self._shown = []

    def _may_show(self) -> bool:
        page, cursor = self._page, self._page.textCursor()
        if self._mode == OFF or self._is_composing or page.isReadOnly() or not page.hasFocus():
            return False
        if cursor.currentTable() is not None:
            return False  # Tab leads to the next cell there; a figure just typed must not take words with it
        return cursor.atBlockEnd() and not cursor.hasSelection()

    def _show(self) -> None:
        if not self._may_show():
            return
        cursor = self._page.textCursor()
        chosen = self.shown if self._mode == LIST and self._list.currentRow() > 0 else ""
        self._present(list(self.offers(cursor.block().text()[: cursor.positionInBlock()])))
        if (
            chosen in self._shown
        ):  # looked for again after a moment's rest; the row that was gone to stays the chosen one
            self._list.setCurrentRow(self._shown.index(chosen))

    def _present(self, words: list[str]) -> None:
        """Show continuations in the way that is set."""
        self.hide()
        if not words:
            return
        self._shown = words[:_MOST_LISTED] if self._mode == LIST else words[:1]
        if self._mode == LIST:
            self._present_list()
        elif not self._present_grey(words[0]):
            self._shown = []

    def _present_grey(self, words: str) -> bool:
        page, cursor = self._page, self._page.textCursor()
        place = page.cursorRect(cursor)
        font = cursor.charFormat().font()
        font.setPointSizeF(max(font.pointSizeF(), 1) * page.zoom / 100 if font.pointSizeF() > 0 else 12)
        self._words.setFont(font)
        self._words.setText(words)
        self._words.adjustSize()
        room = page.viewport().width() - place.right() - 4
        self._words.resize(min(self._words.width(), max(room, 0)), place.height())
        self._words.move(place.right() + 1, place.top())
        has_room = room > place.height()
        self._words.setVisible(has_room)
        return has_room

    def _present_list(self) -> None:
        self._list.clear()
        self._list.addItems([f"{number}  {words}" for number, words in enumerate(self._shown, 1)])
        self._list.setCurrentRow(0)
        width = min(self._list.sizeHintForColumn(0) + 4 * GAP, _WIDEST)
        height = sum(self._list.sizeHintForRow(row) for row in range(len(self._shown))) + GAP
        self._list.resize(width, height)
        self._place_list()
        self._list.show()
        self._list.raise_()

    def _place_list(self) -> None:
        width, height = self._list.width(), self._list.height()
        place, viewport = self._page.cursorRect(), self._page.viewport().rect()
        left = min(place.left(), viewport.width() - width)
        is_below = place.bottom() + height <= viewport.height()
        self._list.move(QPoint(max(left, 0), place.bottom() + 2 if is_below else place.top() - height - 2))


def _is_command(event: QKeyEvent) -> bool:
    commands = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    return bool(event.modifiers() & commands)
