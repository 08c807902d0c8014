"""The page editor: the widget that the clerk writes in. Keys, input method, mouse, clipboard and menu arrive here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QElapsedTimer, QEvent, QMimeData, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget

from assistant.report.errors import AssistantError
from assistant.report.model import Paragraph
from assistant.report.tables import Table
from assistant.window.language import tr
from assistant.window.page.clipboard import PastedText, cells_to_mime, from_mime, has_text, text_of, to_mime
from assistant.window.page.cutting import removable
from assistant.window.page.editing import EditedPage
from assistant.window.page.layout import finish_layout, laid_out_once
from assistant.window.page.objects import selected_grid
from assistant.window.page.place import run_beside, touches, whole_run
from assistant.window.page.pointing import moved_drag, moved_drop, moved_mouse, take_answer
from assistant.window.page.runs import FoundRun, Run, Utf16, is_open, plain_format, runs_touching, storable
from assistant.window.page.search import narrowed
from assistant.window.page.steps import WordAt, beside_word, stepped
from assistant.window.page.style import LIGHT, Colours, PageStyle
from assistant.workbench.sentences import describe_error, sentence

MOST_PASTED = 300_000
"""Characters that are taken from the clipboard at once; a report has some 10,000, and the window stands still."""
_Key = QKeySequence.StandardKey
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class PageEditor(EditedPage):
    """Shows one report as a printed page and lets the clerk write in it.

    Its other signals are those of `EditedPage` and `PageView`; `load`, `snapshot`, `set_values` and the rest stand
    there.

    Signals:
        paste_refused: more was pasted than is taken at once (int: characters).
        paste_told: not all of what was pasted could be read (str: a sentence).
    """

    paste_refused = Signal(int)
    paste_told = Signal(str)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        derive: Callable[[str, Sequence[Table]], tuple[Paragraph, ...]],
        style: PageStyle | None = None,
        colours: Colours = LIGHT,
    ) -> None:
        super().__init__(parent, derive=derive, style=style or PageStyle(), colours=colours)
        self.setAccessibleName(tr("报告正文"))
        self.setAcceptRichText(False)
        self.tooltip_for: Callable[[str], str] = lambda field_id: ""
        """Gives the words to show when the pointer rests on a field (by id)."""
        self.enter_field: Callable[[str], bool] = lambda field_id: False
        """Asks for the value of a field (by id) beside it; returns whether it did."""
        self.tooltip_at: Callable[[int], str] = lambda position: ""
        """Gives the words to show when the pointer rests on a code point that is no field's."""
        self.extend_menu: Callable[[QMenu], None] = lambda menu: None
        """Adds to the context menu before it is shown."""
        self.paste_page: Callable[[str, str], bool] = lambda html, plain: False
        """Puts a page with tables in the place of the selection, or cells into those of a table; returns whether that
        was all there is to do."""
        self.word_at: WordAt = lambda line, at: (at, at)
        self._keys.word_beside = lambda cursor, forward: beside_word(cursor, self.word_at, forward=forward)
        self._pressed_on: FoundRun | None = None
        self._since_double = QElapsedTimer()
        self._commands = {
            _Key.Undo: self.undo,
            _Key.Redo: self.redo,
            _Key.Cut: self.cut,
            _Key.Copy: self.copy,
            _Key.Paste: self.paste,
        }

    # --- Clipboard and drops ----------------------------------------------------------------------------------------

    def replace_spans(self, changes: Sequence[tuple[int, int, str]]) -> int:
        """Put text in place of spans (code points: start, end, new) outside fields, in one step; return of how many."""
        mirror, text = self._page.mirror, self.snapshot().text
        spans = [] if self.isReadOnly() else [narrowed(text, *change) for change in changes]
        runs = self.snapshot().runs
        free = [one for one in spans if not touches(runs, one[0], one[1])]
        is_within_lines = not any("\n" in new or "\n" in text[start:end] for start, end, new in free)

        def replace() -> None:
            cursor = QTextCursor(self._page.qt)
            with laid_out_once(self._page.qt, len(free), are_apart=is_within_lines):
                for start, end, new in sorted(free, reverse=True):
                    cursor.setPosition(mirror.position_of(*mirror.place_of(start)))
                    cursor.setPosition(mirror.position_of(*mirror.place_of(end)), QTextCursor.MoveMode.KeepAnchor)
                    cursor.insertText(storable(new), plain_format())

        if free:
            self._edit_in_place(replace, is_told_at_once=False)
        return len(free)

    def insert_characters(self, text: str) -> None:
        """Put characters in the place of the selection as they are, as typing does."""
        if not self.isReadOnly():
            self._keys.insert(PastedText(text))
            self._page.carry()
            self._after_edit()
            self.ensureCursorVisible()

    @property
    def is_pending(self) -> bool:
        """Whether something was typed that no snapshot has told yet."""
        return self._pending

    @property
    def field_rect(self) -> QRect:
        """Where the field at the caret stands in the viewport (its first line), or the caret where there is none."""
        run = run_beside(self.textCursor())
        if run is None:
            return self.cursorRect()
        cursor = QTextCursor(self._page.qt)
        cursor.setPosition(run.start)
        first = self.cursorRect(cursor)
        cursor.setPosition(run.end)
        last = self.cursorRect(cursor)
        return first.united(last) if abs(first.top() - last.top()) < first.height() // 2 else first

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give text, and the runs that are selected as a whole."""
        cursor = self.textCursor()
        mirror = self._page.mirror
        start, end = (mirror.code_point_of(at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        cells = self._page.objects.selected_cells(cursor)
        if cells:
            return cells_to_mime(self._text_of_cells(cursor))
        whole = self.snapshot()
        runs = (one for one in whole.runs if start <= one.start and one.end <= end)
        moved = tuple(Run(r.start - start, r.end - start, r.field_id, r.marker, r.link, r.flag) for r in runs)
        return to_mime(PastedText(whole.text[start:end], moved), self._origin)

    def _text_of_cells(self, cursor: QTextCursor) -> list[list[str]]:
        """Return the words of selected cells, row by row."""
        table = cursor.currentTable()
        row, rows, column, columns = selected_grid(cursor)
        rows_shown = []
        for r in range(row, row + rows):
            shown = []
            for c in range(column, column + columns):
                cell = table.cellAt(r, c)
                first = self._page.mirror.code_point_of(cell.firstPosition())
                last = self._page.mirror.code_point_of(cell.lastPosition())
                is_own = (cell.row(), cell.column()) == (r, c)
                shown.append(self.snapshot().text[first:last].replace("\n", " ") if is_own else "")
            rows_shown.append(shown)
        return rows_shown

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text, not files."""
        return has_text(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert clean text; runs come along from this report, and from wherever `clean_paste` finds them."""
        pasted = from_mime(source, self._origin)
        try:
            text, notice = text_of(source) if pasted is None else (pasted.text, "")
        except AssistantError as error:
            self.paste_told.emit(describe_error(error))
            return
        if len(text) > MOST_PASTED:
            self.paste_refused.emit(len(text))
            return
        is_foreign = pasted is None and not self.isReadOnly()
        if is_foreign and self.paste_page(source.html(), source.text()):
            return
        if notice and not self.isReadOnly():
            self.paste_told.emit(sentence(notice))
        if pasted is None:
            pasted = self.clean_paste(text) if text else PastedText("")
        if pasted.text and not self.isReadOnly():
            self._keys.insert(pasted)
            self._after_edit()
            self.ensureCursorVisible()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show the caret where a drop would come."""
        moved = moved_drag(event, self.onto_line(event.position()))
        super().dragMoveEvent(moved)
        take_answer(event, moved)

    def dropEvent(self, event: QDropEvent) -> None:
        """Let text be moved within the page, or be brought here, in one step; what reaches over cells stays there.

        Undone, the caret is where it was: Qt puts it to the place of the drop first.
        """
        if event.source() in (self, self.viewport()) and len(removable(self._page, self.textCursor())) > 1:
            event.ignore()
            return
        self._keys.settle()
        self._page.history.seal()
        before, revision = self._caret_before, self.document().revision()
        with self._keys.edit():
            if event.source() in (self, self.viewport()):
                self._keys.detach_cut_runs(self.textCursor())
            moved = moved_drop(event, self.onto_line(event.position()))
            super().dropEvent(moved)
            take_answer(event, moved)
            self._page.carry()
        self._after_edit()
        if self.document().revision() != revision:
            self._page.history.return_to(before)
            self.setFocus()  # what is typed next goes on behind it

    # --- Keys and input method --------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to open fields, undo, edit; leave the rest to Qt."""
        if self._take_going_key(event):
            return
        if self.isReadOnly():
            super().keyPressEvent(event)
            return
        if self._asks_for_field(event):
            return
        for key, action in self._commands.items():
            if event.matches(key):
                action()
                return
        if self._keys.take_key(event):
            self._after_edit()
            return
        self._keys.settle()
        super().keyPressEvent(event)

    def _asks_for_field(self, event: QKeyEvent) -> bool:
        """Ask for the field that is selected, or within which the caret stands, with Enter; return whether it was."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.modifiers() & ~_KEYPAD:
            return False
        cursor = self.textCursor()
        run = whole_run(cursor)
        if run is None and not cursor.hasSelection():
            at = cursor.position()
            run = next((one for one in runs_touching(self._page.qt, at, at) if one.start < at < one.end), None)
        return run is not None and self.enter_field(run.tag.field_id)

    def _take_going_key(self, event: QKeyEvent) -> bool:
        """Go to open fields with F8 and Tab, and by words and paragraphs; return whether it was such a key."""
        backward = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) or event.key() == Qt.Key.Key_Backtab
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            if not event.modifiers() & Qt.KeyboardModifier.ControlModifier and not self._go_to_cell(not backward):
                self.next_open_field(not backward)
            return True
        if event.key() == Qt.Key.Key_F8:
            self.next_open_field(not backward)
            return True
        there = stepped(event, self.textCursor(), self.word_at)
        if there is not None:
            self._keys.settle()
            self.setTextCursor(there)
            self.ensureCursorVisible()
        return there is not None

    def _go_to_cell(self, forward: bool) -> bool:
        """Select what stands in the next or previous cell; return whether the caret stood in a table."""
        found = self._page.objects.next_cell(self.textCursor().position(), forward=forward)
        if found is not None:
            self._keys.settle()
            self._select(*found)
        return found is not None

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Compose and commit; a selected run is replaced and stays a run."""
        if self.isReadOnly():
            event.ignore()
            return
        self._keys.take_input(event)
        if self._keys.is_composing:
            self._quiet.stop()
        elif self._pending:
            self._quiet.start()
            self._laying_out.start()
        self._after_edit()

    # --- Mouse ------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the caret; what is typed next begins anew."""
        finish_layout(self._page.qt)  # else Qt takes the end of the document for what was clicked on
        self._keys.settle()
        self._keys.place.clear()
        self._page.history.seal()
        self._pressed_on = whole_run(self.textCursor())
        if self._since_double.isValid() and not self._since_double.hasExpired(QApplication.doubleClickInterval()):
            self._since_double.invalidate()
            self._select_line()
            return
        super().mousePressEvent(moved_mouse(event, self.onto_line(event.position())))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select up to the nearest line; what lies beyond the view scrolls it."""
        is_within = QRectF(self.viewport().rect()).contains(event.position())
        super().mouseMoveEvent(moved_mouse(event, self.onto_line(event.position())) if is_within else event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word, or the field, under the pointer, a third click the line: Qt takes Chinese for one word."""
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mouseDoubleClickEvent(event)
            return
        self._since_double.start()
        point = self.onto_line(event.position()).toPoint()
        run = self.run_at(point)
        if run is not None:
            self._keys.set_caret((run.start, run.end))
            return
        cursor = self.cursorForPosition(point)
        block, at = cursor.block(), cursor.positionInBlock()
        at -= 1 if at and point.x() < self.cursorRect(cursor).left() else 0
        units = Utf16(block.text())
        start, end = self.word_at(block.text(), units.code_point(at))
        self._keys.set_caret((block.position() + units.unit(start), block.position() + units.unit(end)))

    def _select_line(self) -> None:
        block = self.textCursor().block()
        self._keys.set_caret((block.position(), block.position() + block.length() - 1))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Select an open field as a whole, so that typing replaces it; a second click goes into it."""
        point = self.onto_line(event.position())
        super().mouseReleaseEvent(moved_mouse(event, point))
        if event.button() is not Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        run = self.run_at(point.toPoint())
        if run is not None and run != self._pressed_on and self._is_open(run):
            self._keys.set_caret((run.start, run.end))

    def _is_open(self, run: FoundRun) -> bool:
        cursor = QTextCursor(self._page.qt)
        cursor.setPosition(run.start)
        cursor.setPosition(run.end, QTextCursor.MoveMode.KeepAnchor)
        return is_open(cursor.selectedText(), run.tag)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell about the field under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            run, at = self.run_at(event.pos()), self.code_point_at(event.pos())
            text = self.tooltip_for(run.tag.field_id) if run is not None else "" if at is None else self.tooltip_at(at)
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done here; the caret comes along, unless what was clicked is selected."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            self.bring_caret(QPointF(event.pos()))
        menu = self.new_menu()
        menu.exec(event.globalPos())
        menu.deleteLater()

    def new_menu(self) -> QMenu:
        """Return the context menu, as it stands now."""
        menu = QMenu(self)
        can_edit, selected = not self.isReadOnly(), self.textCursor().hasSelection()
        offered = QApplication.clipboard().mimeData()
        can_paste = can_edit and offered is not None and has_text(offered)
        entries = (
            (tr("撤销(&U)"), _Key.Undo, self.undo, self.can_undo),
            (tr("重做(&R)"), _Key.Redo, self.redo, self.can_redo),
            None,
            (tr("剪切(&T)"), _Key.Cut, self.cut, can_edit and selected),
            (tr("复制(&C)"), _Key.Copy, self.copy, selected),
            (tr("粘贴(&P)"), _Key.Paste, self.paste, can_paste),
            None,
            (tr("全选(&A)"), _Key.SelectAll, self.selectAll, not self.document().isEmpty()),
        )
        for entry in entries:
            if entry is None:
                menu.addSeparator()
                continue
            words, key, slot, is_possible = entry
            action = menu.addAction(words, slot)
            action.setShortcut(QKeySequence(key))
            action.setShortcutVisibleInContextMenu(True)
            action.setEnabled(is_possible)
        self.extend_menu(menu)
        return menu
