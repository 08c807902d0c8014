"""Keys and input method: what typing, erasing and composing do to the runs of fields.

Each edit is one step of undo, or goes on with the last one; all typing into one run is one step together with what
it carries to the field's other places.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from assistant.window.page.clipboard import PastedText, lines_of
from assistant.window.page.cutting import cut_tables, removable
from assistant.window.page.document import PageDocument
from assistant.window.page.layout import laid_out_once
from assistant.window.page.mirror import insert_lines
from assistant.window.page.place import TypingPlace, cut_runs, whole_run
from assistant.window.page.rewriting import rewrite
from assistant.window.page.runs import Line, LineRun, Tag, format_of, plain_format, runs_at_ends, runs_touching, tag_of

_Move = QTextCursor.MoveOperation
_ERASING = {
    QKeySequence.StandardKey.DeleteStartOfWord: _Move.PreviousWord,
    QKeySequence.StandardKey.DeleteEndOfWord: _Move.NextWord,
    QKeySequence.StandardKey.DeleteEndOfLine: _Move.EndOfLine,
}
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Keyboard:
    """Edits the text of one editor as keys and input method ask for it."""

    def __init__(
        self,
        editor: QTextEdit,
        page: PageDocument,
        *,
        native_key: Callable[[QKeyEvent], None],
        native_input: Callable[[QInputMethodEvent], None],
        carried: Callable[[], None],
    ) -> None:
        self._editor = editor
        self._page = page
        self._native_key = native_key
        self._native_input = native_input
        self._carried = carried
        self._typed_run: int | None = None
        self._compositions = 0
        self._composed_over = False
        self._busy = 0
        self.word_beside: Callable[[QTextCursor, bool], int] = lambda cursor, forward: cursor.position()
        """Gives where the word behind (True) or in front of a caret ends (Qt's position)."""
        self.place = TypingPlace()
        self.is_composing = False
        """Whether the input method shows text that is not committed yet."""

    @property
    def is_busy(self) -> bool:
        """Whether an edit is being made, so that the caret moves by itself."""
        return self._busy > 0

    @contextmanager
    def edit(self, kind: Hashable = None) -> Iterator[None]:
        """Make an edit, one step of undo; the caret's moves within are not the clerk's."""
        self._busy += 1
        try:
            with self._page.step(kind):
                yield
        finally:
            self._busy -= 1

    def settle(self, tag: Tag | None = None) -> None:
        """Carry what was typed into a run to the field's other places, before anything but `tag` is edited."""
        if self._typed_run is not None and (tag is None or tag.occurrence != self._typed_run):
            self._typed_run = None
            with self.edit():
                self._page.carry()
            # what was carried may have moved the caret, and the next step must know from where it began
            self._carried()

    # --- Keys -------------------------------------------------------------------------------------------------------

    def take_key(self, event: QKeyEvent) -> bool:
        """Edit the text as a key asks for it; return whether it was such a key."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & _COMMANDS:
                return False
            self.break_line()
        elif (move := _erasing_move(event)) is not None:
            self.erase(move)
        elif _is_text(event):
            self._type(event)
        else:
            return False
        return True

    def break_line(self) -> None:
        """Begin a new paragraph. A whole run that is selected stays: Enter only ends its selection."""
        self.settle()
        cursor = self._editor.textCursor()
        run = whole_run(cursor)
        if run is not None:
            self.set_caret((run.end, run.end))
            return
        with self.edit():
            self._remove_selection(cursor)
            cursor.insertBlock(cursor.blockFormat(), plain_format())
            self._editor.setTextCursor(cursor)
        self.place.clear()
        self._editor.ensureCursorVisible()

    def erase(self, move: QTextCursor.MoveOperation | None) -> None:
        """Remove the selection, or what a move of the caret would pass; without a move nothing else is removed."""
        cursor = self._editor.textCursor()
        if not cursor.hasSelection() and move is not None:
            if move in (_Move.PreviousWord, _Move.NextWord):
                cursor.setPosition(self.word_beside(cursor, move is _Move.NextWord), QTextCursor.MoveMode.KeepAnchor)
            else:
                cursor.movePosition(move, QTextCursor.MoveMode.KeepAnchor)
            if self._page.objects.is_border(cursor.anchor(), cursor.position()):
                return
        if not cursor.hasSelection():
            return
        tag = self._enclosing(cursor)
        was = cursor.selectedText()
        self.settle(tag)
        with self.edit(("run", tag.occurrence) if tag else "erase"):
            self._remove_selection(cursor)
            self._editor.setTextCursor(cursor)
        if move is None:
            self.place.clear()
        else:
            self._stay_after_erasing(cursor, tag, was)
        self._editor.ensureCursorVisible()

    def _stay_after_erasing(self, cursor: QTextCursor, tag: Tag | None, was: str) -> None:
        position = cursor.position()
        if tag is None:
            self.place.clear()
            return
        self._typed_run = tag.occurrence
        if any(run.tag == tag for run in runs_touching(cursor.document(), position, position)):
            self.place.stay(position, tag)
        else:
            self.place.leave_vacant(position, tag, was)

    def _type(self, event: QKeyEvent) -> None:
        cursor = self._editor.textCursor()
        tag = self.place.tag_for(cursor)
        self.settle(tag)
        with self.edit(("run", tag.occurrence) if tag else "typing"):
            if cursor.hasSelection():
                self._remove_selection(cursor)
                self._editor.setTextCursor(cursor)
            self._insert_natively(lambda: self._native_key(event), tag)
        self._stay(tag)

    def _insert_natively(self, insert: Callable[[], None], tag: Tag | None) -> None:
        """Let Qt insert what was typed, as part of a run or as plain text."""
        editor = self._editor
        start = editor.textCursor().position()
        editor.setCurrentCharFormat(plain_format() if tag is None else format_of(tag))
        insert()
        cursor = editor.textCursor()
        if cursor.position() > start and tag_of(cursor.charFormat()) != tag:
            cursor.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(plain_format() if tag is None else format_of(tag))

    def _stay(self, tag: Tag | None) -> None:
        self.place.stay(self._editor.textCursor().position(), tag)
        if tag is not None:
            self._typed_run = tag.occurrence

    def _enclosing(self, cursor: QTextCursor) -> Tag | None:
        """Return the run that holds the whole selection."""
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        runs = runs_at_ends(cursor.document(), start, end)
        return next((run.tag for run in runs if run.start <= start and end <= run.end), None)

    def _remove_selection(self, cursor: QTextCursor) -> None:
        """Remove what is selected; a run that is only cut by it is no field any more, and no grid is broken."""
        spans = removable(self._page, cursor)
        if len(spans) == 1 and not self._page.objects.has_tables:
            self.detach_cut_runs(cursor)
            cursor.removeSelectedText()
            return
        if not cut_tables(self._page, spans):
            for start, end in reversed(spans):
                piece = QTextCursor(cursor.document())
                piece.setPosition(start)
                piece.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                self.detach_cut_runs(piece)
                piece.removeSelectedText()
        cursor.setPosition(spans[0][0])

    def detach_cut_runs(self, cursor: QTextCursor) -> None:
        """Make plain text of the runs that the selection cuts: what is left of them is no value."""
        if cursor.hasSelection():
            for run in cut_runs(cursor):
                piece = QTextCursor(cursor.document())
                piece.setPosition(run.start)
                piece.setPosition(run.end, QTextCursor.MoveMode.KeepAnchor)
                piece.setCharFormat(plain_format())

    # --- Insertion --------------------------------------------------------------------------------------------------

    def insert(self, pasted: PastedText) -> None:
        """Put text in the place of the selection; one line without fields of its own fills the run it comes into."""
        lines = lines_of(pasted)
        cursor = self._editor.textCursor()
        single = len(lines) == 1 and not lines[0].runs
        tag = self.place.tag_for(cursor) if single else None
        self.settle(tag)
        with self.edit():
            self._remove_selection(cursor)
            if tag is not None:
                cursor.insertText(lines[0].text, format_of(tag))
            else:
                with laid_out_once(cursor.document(), 1, lines=len(lines), are_apart=False):
                    cursor.beginEditBlock()  # else everybody hears of each piece, and of the caret behind it
                    insert_lines(cursor, [self._with_new_occurrences(line) for line in lines])
                    cursor.endEditBlock()
            self._editor.setTextCursor(cursor)
        self._stay(tag)

    def rewrite(self, start: int, end: int, pasted: PastedText) -> None:
        """Put text in the place of what stands between two code points; the caret then stands behind it."""
        if self._page.objects.has_tables:
            mirror = self._page.mirror
            first, last = (mirror.position_of(*mirror.place_of(at)) for at in (start, end))
            self.set_caret((first, last))
            self.place.clear()
            self.insert(pasted)
            return
        self.place.clear()
        with self.edit():
            behind = rewrite(self._page, start, end, lines_of(pasted))
            self.set_caret((behind, behind))

    def _with_new_occurrences(self, line: Line) -> Line:
        runs = tuple(LineRun(start, end, self._page.new_occurrence(tag)) for start, end, tag in line.runs)
        return Line(line.text, runs)

    # --- Input method -----------------------------------------------------------------------------------------------

    def take_input(self, event: QInputMethodEvent) -> None:
        """Show what is being composed; put what is committed in place of the selected run, or of the selection."""
        commits = bool(event.commitString()) or event.replacementLength() > 0
        if commits or event.preeditString():
            self._make_room()
        if commits:
            tag = self.place.tag_for(self._editor.textCursor())
            self.settle(tag)
            with self.edit(("run", tag.occurrence) if tag else ("composition", self._compositions)):
                self._insert_natively(lambda: self._native_input(event), tag)
            self._stay(tag)
            self._compositions += 1
            self._composed_over = False
        else:
            with self.edit():
                self._native_input(event)
        self.is_composing = bool(event.preeditString())
        if not self.is_composing and self._composed_over:
            self._put_back()

    def _make_room(self) -> None:
        """Take the selection away before Qt does: a run that is composed over keeps its place."""
        cursor = self._editor.textCursor()
        if not cursor.hasSelection():
            return
        tag, was = self._enclosing(cursor), cursor.selectedText()
        self.settle(tag)
        self._page.history.seal()
        with self.edit(("run", tag.occurrence) if tag else ("composition", self._compositions)):
            self._remove_selection(cursor)
            self._editor.setTextCursor(cursor)
        self._stay_after_erasing(cursor, tag, was)
        self._composed_over = True

    def _put_back(self) -> None:
        """Bring back what was composed over, since nothing was committed."""
        self._composed_over = False
        with self.edit():
            caret = self._page.forget_last_step()
            if caret is not None:
                self.set_caret(caret)
        self.place.clear()

    def set_caret(self, caret: tuple[int, int]) -> None:
        """Put the caret, and the other end of the selection, where they are to stand."""
        cursor = self._editor.textCursor()
        end = cursor.document().characterCount() - 1
        cursor.setPosition(_beside_pair(cursor.document(), min(caret[0], end)))
        cursor.setPosition(_beside_pair(cursor.document(), min(caret[1], end)), QTextCursor.MoveMode.KeepAnchor)
        self._editor.setTextCursor(cursor)


def _beside_pair(document: QTextDocument, position: int) -> int:
    """Return the position, or the one before it where it would part the two halves of a character."""
    return position - 1 if "\udc00" <= document.characterAt(position) <= "\udfff" else position


def _erasing_move(event: QKeyEvent) -> QTextCursor.MoveOperation | None:
    for key, move in _ERASING.items():
        if event.matches(key):
            return move
    if event.modifiers() & _COMMANDS:
        return None
    if event.key() == Qt.Key.Key_Backspace:
        return _Move.PreviousCharacter
    return _Move.NextCharacter if event.matches(QKeySequence.StandardKey.Delete) else None


def _is_text(event: QKeyEvent) -> bool:
    text = event.text()
    if not text or unicodedata.category(text[0])[0] == "C":
        return False
    held = event.modifiers() & _COMMANDS
    alt_gr = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return not held or held == alt_gr
