"""Editing the page: reports and snapshots, values of fields, undo, and what follows each change.

It knows fields by id, marker, link and flag only; roles of paragraphs come from the injected `derive`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from assistant.report.fields import Field
from assistant.report.model import Paragraph, Report
from assistant.report.tables import Table
from assistant.window.page.clipboard import PastedText
from assistant.window.page.edits import ValueChange
from assistant.window.page.keyboard import Keyboard
from assistant.window.page.layout import give_looks, laid_out_again, lay_out, lay_out_blocks
from assistant.window.page.look import Look, keeps_indents, looks_from, looks_of
from assistant.window.page.mirror import Change
from assistant.window.page.place import caret_in_runs, positions_in_runs, run_beside
from assistant.window.page.runs import Snapshot, runs_touching, storable, tag_for
from assistant.window.page.style import LIGHT, Colours, PageStyle
from assistant.window.page.view import PageView

QUIET = 250
"""Milliseconds without a change after which the text is told."""
SHORT = 30_000
"""Characters up to which the text is read between two keys; a longer one is read aside."""


class EditedPage(PageView):
    """Holds one report on a sheet, and edits it as it is told.

    Signals:
        snapshot_changed: text or fields changed and have been quiet since (object: Snapshot).
        snapshot_offered: the same of a long text, which is to be read aside and taken back by `take_reading`.
        field_at_caret_changed: the caret came to another field (object: its id or None).
        travelled: a step was taken back, or done again.
        facts_returned: undo or redo brought back what is kept beside the text (object: list, in the order to take).
    """

    snapshot_changed = Signal(object)
    snapshot_offered = Signal(object)
    field_at_caret_changed = Signal(object)
    facts_returned = Signal(object)
    travelled = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        derive: Callable[[str, Sequence[Table]], tuple[Paragraph, ...]],
        style: PageStyle | None = None,
        colours: Colours = LIGHT,
    ) -> None:
        super().__init__(parent, style=style or PageStyle(), colours=colours)
        self.clean_paste: Callable[[str], PastedText] = PastedText
        """Finds the fields in text that is pasted."""
        self.reads_aside = False
        """Whether somebody takes what `snapshot_offered` offers."""
        self._derive = derive
        self._origin = os.urandom(16).hex()
        self._is_loading = False
        self._pending = False
        self._changed_lines: tuple[int, int] | None = None
        self._caret_before = (0, 0)
        self._keys = Keyboard(
            *(self, self._page),
            native_key=super().keyPressEvent,
            native_input=super().inputMethodEvent,
            carried=self._after_edit,
        )
        self._page.caret = lambda: self._caret_before
        self._page.dress = self._dress
        self._quiet = self._timer(QUIET, self.offer_changes)
        self._laying_out = self._timer(0, self._lay_out_changed)
        self._page.changed.connect(self._text_changed)
        self._page.facts_returned.connect(lambda facts: self._returned.extend(facts))
        self._returned: list[object] = []
        for moved in (self.cursorPositionChanged, self.selectionChanged):
            moved.connect(self._caret_moved)
        self._update_field_at_caret()

    def _timer(self, milliseconds: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=milliseconds)
        timer.timeout.connect(slot)
        return timer

    # --- Report and snapshots ---------------------------------------------------------------------------------------

    def load(self, report: Report) -> None:
        """Show a report; undo begins there, and nothing is told about it."""
        for _ in self.load_steps(report):
            pass

    def load_steps(self, report: Report) -> Iterator[None]:
        """Show a report, a long one in several steps; no input may reach the page between two of them."""
        self._stop_waiting()
        self._origin = os.urandom(16).hex()
        self._sheet.forget()
        self._keys.place.clear()
        text = storable(report.text)
        looks = looks_from(self._derive(text, report.tables), text.split("\n"))

        def dress(first: int, last: int) -> None:
            give_looks(self._page.qt, looks(first, last + 1), first)
            lay_out(self._page.qt, self._sheet.faces, first, last)

        self._is_loading = True
        with self._keys.edit():
            yield from self._page.load_steps(report, dress=dress)
            self._keys.set_caret((0, 0))
        self._is_loading, self._caret_before = False, (0, 0)
        self.verticalScrollBar().setValue(0)
        self._update_field_at_caret()
        self.viewport().update()

    def _dress(self) -> None:
        """Give all lines their looks, after the document was built anew."""
        give_looks(self._page.qt, self.looks_for(self.snapshot()))
        lay_out(self._page.qt, self._sheet.faces, 0, self._page.qt.blockCount() - 1)

    def snapshot(self) -> Snapshot:
        """Return text and fields as they stand."""
        return self._page.snapshot()

    def looks_for(self, shown: Snapshot) -> list[Look]:
        """Return how the lines of a snapshot look; it may be asked on any thread."""
        return looks_of(self._derive(shown.text, shown.tables), shown.text.split("\n"))

    def offer_changes(self) -> None:
        """Tell what has changed; of a long text only offer it, because reading it takes longer than a key may."""
        self._quiet.stop()
        is_long = self._page.qt.characterCount() > SHORT
        if self._pending and self.reads_aside and is_long and not self._keys.is_composing:
            self._settle_all()
            self.snapshot_offered.emit(self.snapshot())
        else:
            self.flush()

    def take_reading(self, snapshot: Snapshot, looks: Sequence[Look]) -> bool:
        """Take the looks of what was offered; return whether it is still what the page shows."""
        if not self._pending or self.snapshot() is not snapshot:
            return False
        self._stop_waiting()
        self._give_looks(looks)
        self._after_edit()
        return True

    def _settle_all(self) -> None:
        if self._page.has_to_carry:
            with self._keys.edit():
                self._page.carry()
        self._keys.settle()

    def show_report(self, report: Report) -> None:
        """Put a whole report in the place of the present one, in one step of undo."""
        if not self.isReadOnly():
            self._edit_in_place(lambda: self._page.show_report(report))

    def flush(self) -> None:
        """Tell at once what has changed, if anything has; not while the input method is composing."""
        self._quiet.stop()
        if not self._pending or self._keys.is_composing:
            return
        self._settle_all()
        self._stop_waiting()
        self._give_looks(self.looks_for(self.snapshot()))
        self._after_edit()
        self.snapshot_changed.emit(self.snapshot())

    def _stop_waiting(self) -> None:
        self._quiet.stop()
        self._pending = False

    @property
    def is_modified(self) -> bool:
        """Whether the text differs from what was saved."""
        return not self._page.history.is_saved

    def mark_saved(self) -> None:
        """Note that the present text was saved."""
        self._page.mark_saved()

    # --- Fields -----------------------------------------------------------------------------------------------------

    def set_values(self, changes: Sequence[ValueChange]) -> None:
        """Give fields other values or flags, all in one step of undo; caret and view stay where they are."""
        self._edit_in_place(lambda: self._page.set_values(changes))

    def mark_as_field(self, start: int, end: int, field: Field, *, marker: str | None = None) -> None:
        """Make the text from code point start to end an occurrence of a field, as it stands, in one step of undo.

        `marker` is what stands there while the field is open, the text itself where it is not given.
        """
        tag = tag_for(field, start, end, self.snapshot().text[start:end], marker)
        self._edit_in_place(lambda: self._page.tag_spans([(start, end, tag)]))

    def adopt_fields(self, fields: Sequence[Field]) -> None:
        """Make runs of all occurrences of fields that were found in the text.

        This is no step of undo and leaves redo alive: a marker that undo took away and redo brings back is found again.
        """

        def tag_unrecorded() -> None:
            with self._page.unrecorded():
                self._tag_places(fields)

        self._edit_in_place(tag_unrecorded)

    def retag_fields(self, fields: Sequence[Field]) -> None:
        """Make all occurrences of these fields runs of theirs, whosever they were, in one step of undo."""

        def tag_recorded() -> None:
            with self._page.step():
                self._tag_places(fields)

        self._edit_in_place(tag_recorded)

    def _tag_places(self, fields: Sequence[Field]) -> None:
        text = self.snapshot().text
        self._page.tag_spans(
            [
                (one.start, one.end, tag_for(field, one.start, one.end, text[one.start : one.end], one.marker))
                for field in fields
                for one in field.occurrences
            ]
        )

    def unmark(self, field_id: str) -> None:
        """Make plain text of all occurrences of a field."""
        self._edit_in_place(lambda: self._page.untag(field_id))

    @contextmanager
    def one_step(self) -> Iterator[None]:
        """Make everything that is changed within one step of undo."""
        self.flush()
        self._keys.settle()
        self._page.history.seal()
        with self._page.step():
            yield
        self._page.history.seal()

    def note_fact(self, before: object, after: object) -> None:
        """Let undo and redo bring back what is kept beside the text: each is told by `facts_returned` then."""
        self._page.record_fact(before, after)

    def _edit_in_place(self, edit: Callable[[], None], *, is_told_at_once: bool = True) -> None:
        self._keys.settle()
        self._page.carry()
        active, caret = self._keys.place.active, caret_in_runs(self.textCursor())
        self._page.history.seal()
        with self.steady(), self._keys.edit():
            edit()
            anchor, position = positions_in_runs(caret)
            if (anchor, position) != (self.textCursor().anchor(), self.textCursor().position()):
                self._keys.set_caret((anchor, position))
        position = self.textCursor().position()
        beside = runs_touching(self._page.qt, position, position)
        found = next((run.tag for run in beside if run.tag.occurrence == active), None)
        self._keys.place.stay(position, found)
        if is_told_at_once:
            self.flush()
        else:
            self.offer_changes()

    # --- Undo and clipboard -----------------------------------------------------------------------------------------

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return self._page.history.can_undo and not self.isReadOnly()

    @property
    def can_redo(self) -> bool:
        """Whether there is something to do again."""
        return self._page.history.can_redo and not self.isReadOnly()

    def undo(self) -> None:
        """Take the last step back: text and values alike."""
        self._travel(self._page.undo)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._travel(self._page.redo)

    def _travel(self, step: Callable[[], tuple[int, int] | None]) -> None:
        if self.isReadOnly() or self._keys.is_composing:
            return
        with self._keys.edit():
            self._keys.settle()
            caret = step()
            if caret is not None:
                self._keys.set_caret(caret)
        self._keys.place.clear()
        self._after_edit()
        self.ensureCursorVisible()
        self.travelled.emit()
        if self._returned:
            facts, self._returned = self._returned, []
            self.facts_returned.emit(facts)

    def cut(self) -> None:
        """Move the selection to the clipboard."""
        if self.textCursor().hasSelection() and not self.isReadOnly():
            self.copy()
            self._keys.erase(None)
            self._page.carry()
            self._after_edit()

    def insert_text(self, text: str) -> None:
        """Put text in the place of the selection, as pasting does."""
        if not self.isReadOnly():
            self._keys.insert(self.clean_paste(text))
            self._page.carry()
            self._after_edit()
            self.ensureCursorVisible()

    def replace_span(self, start: int, end: int, new: PastedText) -> None:
        """Put text with its runs in place of what stands from code point start to end, in one step of undo."""
        if self.isReadOnly():
            return
        self._keys.settle()
        self._page.carry()
        self._page.history.seal()
        before = self.textCursor().anchor(), self.textCursor().position()
        self._keys.rewrite(start, end, new)
        self._page.carry()
        self._page.history.return_to(before)
        self._after_edit()
        self.offer_changes()

    # --- Following changes ------------------------------------------------------------------------------------------

    def _text_changed(self, changes: Sequence[Change]) -> None:
        if self._is_loading:
            return
        self._pending = True
        self._quiet.start()
        if keeps_indents(changes):
            return
        first = min(change.first for change in changes)
        last = max(change.first + len(change.new) for change in changes)
        if self._changed_lines is not None:
            first, last = min(first, self._changed_lines[0]), max(last, self._changed_lines[1])
        self._changed_lines = first, last
        self._laying_out.start()

    def _lay_out_changed(self) -> None:
        """Give lines that were just changed their indents, which Qt copies from the line before."""
        if self._changed_lines is not None and not self._keys.is_composing:
            first, last = self._changed_lines
            self._changed_lines = None
            with self._page.unfollowed(), laid_out_again(self._page.qt):
                lay_out(self._page.qt, self._sheet.faces, first, last)

    def _give_looks(self, looks: Sequence[Look]) -> None:
        """Lay out the lines that have another look now."""
        changed = give_looks(self._page.qt, looks)
        if changed:
            with self._page.unfollowed(), laid_out_again(self._page.qt):
                lay_out_blocks(self._page.qt, self._sheet.highlighter, changed)

    def _after_edit(self) -> None:
        """Note where the caret stands after an edit of the editor's own."""
        cursor = self.textCursor()
        self._caret_before = cursor.anchor(), cursor.position()
        self._update_field_at_caret()

    def _caret_moved(self) -> None:
        """Forget what was being typed, when it was the clerk who moved the caret."""
        if self._keys.is_busy:
            return
        cursor = self.textCursor()
        if (cursor.anchor(), cursor.position()) != self._caret_before:
            self._keys.place.clear()
            self._page.history.seal()
            self._after_edit()

    def _update_field_at_caret(self) -> None:
        run = run_beside(self.textCursor())
        field_id = run.tag.field_id if run is not None else None
        if field_id != self._sheet.current_field:
            self._sheet.current_field = field_id
            self.viewport().update()
            self.field_at_caret_changed.emit(field_id)
