"""The document behind the page: load, snapshot, edits of fields, and undo.

It holds the QTextDocument in step with its mirror and history. Knows no widget: carets are numbers.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from assistant.report.fields import Field, State
from assistant.report.model import Report
from assistant.report.pictures import PICTURE_SIGN, Picture
from assistant.report.tables import Table
from assistant.window.page.carry import carried, touches_run
from assistant.window.page.edits import RunEdit, ValueChange, edit_for, end_of_difference
from assistant.window.page.history import Caret, History
from assistant.window.page.layout import finish_layout, laid_out_later, laid_out_once
from assistant.window.page.mirror import Change, Mirror, are_apart, insert_lines, write_lines
from assistant.window.page.objects import PageObjects
from assistant.window.page.runs import (
    Line,
    LineRun,
    PlacedRun,
    Snapshot,
    Tag,
    Utf16,
    format_of,
    plain_format,
    storable,
)

LINES_AT_ONCE = 300
"""Lines that are put into the document and laid out between two keys."""
_FLAGS = (State.WAIVED, State.CONFIRMED, State.STALE)


class PageDocument(QObject):
    """A report's text and runs in a QTextDocument.

    Signals:
        changed: text or runs are others now (object: tuple of Change).
        facts_returned: undo or redo brought back what is kept beside the text (object: list, in the order to take).
    """

    changed = Signal(object)
    facts_returned = Signal(object)

    def __init__(self, document: QTextDocument, parent: QObject) -> None:
        super().__init__(parent)
        self.qt = document
        """The QTextDocument that owns the text."""
        self.mirror = Mirror(document)
        self.objects = PageObjects(document)
        self.dress: Callable[[], None] = lambda: None
        """Gives all lines their looks when the document was built anew, before they are first laid out."""
        self.history = History()
        self.caret: Callable[[], Caret] = lambda: (0, 0)
        """Tells where the caret stood before the change that is being made."""
        self._known: dict[int, str] = {}
        self._occurrences = itertools.count(1)
        self._recording = True
        self._following = True
        self._kind: Hashable = None
        self._join = False
        self._group: object | None = None
        self._grouped_with: object | None = None
        self.has_to_carry = False
        """Whether something was typed into a run that the field's other runs do not hold yet."""
        self._shown: tuple[Snapshot, Snapshot] | None = None
        document.setUndoRedoEnabled(False)
        document.documentLayout()  # without a layout a QTextDocument tells of no change
        document.contentsChange.connect(self._follow_change)
        document.modificationChanged.connect(self.sync_modified)

    # --- Whole reports ----------------------------------------------------------------------------------------------

    def load(self, report: Report, *, dress: Callable[[int, int], None] | None = None) -> None:
        """Put a report into the document at once; see `load_steps`."""
        for _ in self.load_steps(report, dress=dress):
            pass

    def load_steps(self, report: Report, *, dress: Callable[[int, int], None] | None = None) -> Iterator[None]:
        """Put a report into the document some lines at a time; undo begins behind the last of them.

        `dress` is called within the edit with the first and last line that came in, to give the blocks their look
        before they are first laid out. Nothing else may change the document between two steps.
        """
        self.objects.clear()
        self.mirror.has_cells = bool(report.tables)
        lines = self._lines_of(storable(report.text), report.fields, report.pictures)
        self.mirror.reset(lines)
        if report.tables or report.pictures:
            self._build(lines, report.tables)
            lines = []
        for first in range(0, len(lines), LINES_AT_ONCE):
            if first:
                yield
            behind = min(first + LINES_AT_ONCE, len(lines))
            with self.unfollowed():
                self._load_lines(first, behind, dress)
        self.history.clear()
        self.has_to_carry = False
        self._remember()
        self.sync_modified()

    def _load_lines(self, first: int, behind: int, dress: Callable[[int, int], None] | None) -> None:
        cursor = QTextCursor(self.qt)
        cursor.beginEditBlock()
        if first:
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
        else:
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.removeSelectedText()
            cursor.setCharFormat(QTextCharFormat())
        cursor.insertText("\n".join([line.text for line in self.mirror.lines[first:behind]]), plain_format())
        self._format_runs(cursor, first, behind)
        if dress is not None:
            dress(first, behind - 1)
        cursor.endEditBlock()

    def snapshot(self) -> Snapshot:
        """Return text, runs, tables and pictures as values."""
        found = self.mirror.snapshot()
        if not self.objects.has_any:
            return found
        if self._shown is not None and self._shown[0] is found:
            return self._shown[1]
        names = (name for line in self.mirror.lines for name in line.pictures)
        pictures = (self.objects.picture(name) for name in names)
        shown = tuple(one for one in pictures if one is not None)
        whole = found.with_objects(self.objects.tables(), shown)
        self._shown = found, whole
        return whole

    # --- Tables and pictures ----------------------------------------------------------------------------------------

    def _build(self, lines: Sequence[Line], tables: Sequence[Table]) -> None:
        """Put the document together anew, line by line and table by table; its history stays."""

        def fill(cursor: QTextCursor, first: int, behind: int) -> None:
            insert_lines(cursor, lines[first:behind])

        with self.unfollowed(), laid_out_later(self.qt):
            cursor = QTextCursor(self.qt)
            cursor.beginEditBlock()
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.removeSelectedText()
            cursor.setBlockFormat(QTextBlockFormat())
            cursor.setCharFormat(QTextCharFormat())
            self.objects.build(cursor, len(lines), tables, fill)
            self.mirror.has_cells = bool(tables)
            self.mirror.reset(lines)
            cursor.endEditBlock()  # only now the document tells its tables
            self.dress()

    def rebuild(self, lines: Sequence[Line], tables: Sequence[Table]) -> None:
        """Put other lines and tables in the place of all, in one step of undo."""
        change = Change(0, tuple(self.mirror.lines), tuple(lines), (self.objects.tables(), tuple(tables)))
        self._build(lines, tables)
        joins = self._join or (self._group is not None and self._group is self._grouped_with)
        self.history.record([change], self.caret(), self._kind, join=joins)
        self._grouped_with = self._group
        self.has_to_carry = True
        self.changed.emit((change,))
        self.sync_modified()

    def show_report(self, report: Report) -> None:
        """Put a whole report in the place of the present one, in one step of undo."""
        with self.step():
            self.rebuild(self._lines_of(storable(report.text), report.fields, report.pictures), report.tables)

    def _lines_of(self, text: str, fields: Sequence[Field], pictures: Sequence[Picture] = ()) -> list[Line]:
        places = sorted(((place, field) for field in fields for place in field.occurrences), key=lambda p: p[0].start)
        names = iter([self.objects.keep(one) for one in pictures])
        lines, start, index = [], 0, 0
        for line in text.split("\n"):
            runs, end = [], start + len(line)
            while index < len(places) and places[index][0].start < end:
                place, field = places[index]
                index += 1
                if start <= place.start < place.end <= end:
                    flag = field.state if field.state in _FLAGS else None
                    tag = Tag(field.id, place.marker, next(self._occurrences), place.link, flag)
                    runs.append(LineRun(place.start - start, place.end - start, tag))
            signs = line.count(PICTURE_SIGN) if pictures else 0
            lines.append(Line(line, tuple(runs), tuple(islice(names, signs))))
            start = end + 1
        return lines

    def _format_runs(self, cursor: QTextCursor, first: int, behind: int) -> None:
        for number in range(first, behind):
            line = self.mirror.lines[number]
            if line.runs:
                # once for the line: it may be a whole report with thousands of runs
                position, units = self.mirror.position_of(number, 0), Utf16(line.text)
            for start, end, tag in line.runs:
                cursor.setPosition(position + units.unit(start))
                cursor.setPosition(position + units.unit(end), QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(format_of(tag))

    # --- Following the document -------------------------------------------------------------------------------------

    def _follow_change(self, position: int, _removed: int, added: int) -> None:
        if not self._following:
            return
        changes = self.mirror.follow(position, added)
        if not changes:
            return
        if self._recording:
            self.history.record(changes, self.caret(), self._kind, join=self._joins)
            self._grouped_with = self._group
            self.has_to_carry = self.has_to_carry or any(touches_run(one, self._known) for one in changes)
        self.changed.emit(tuple(changes))
        self.sync_modified()

    @property
    def _joins(self) -> bool:
        """Whether what is changed now belongs to the step before."""
        return self._join or (self._group is not None and self._group is self._grouped_with)

    def record_fact(self, before: object, after: object) -> None:
        """Note, as a part of the step at hand, what was changed beside the text."""
        self.history.record_fact((before, after), self.caret(), join=self._joins)
        self._grouped_with = self._group
        self.sync_modified()

    @contextmanager
    def unfollowed(self) -> Iterator[None]:
        """Change what is neither text nor run: indents, alignment, fonts."""
        before, self._following = self._following, False
        try:
            yield
        finally:
            self._following = before

    @contextmanager
    def unrecorded(self) -> Iterator[None]:
        """Change the tags of runs without a step of undo: what is told by the text itself anyway."""
        before, self._recording = self._recording, False
        try:
            yield
        finally:
            self._recording = before

    @contextmanager
    def step(self, kind: Hashable = None, *, join: bool = False) -> Iterator[None]:
        """Make what is changed within one step of undo; `kind` and `join` as in `History.record`."""
        finish_layout(self.qt)
        before = self._kind, self._join, self._group
        self._kind, self._join = kind, join
        if self._group is None:
            self._group = object()
        try:
            yield
        finally:
            self._kind, self._join, self._group = before

    # --- Fields -----------------------------------------------------------------------------------------------------

    def runs_of(self, field_id: str) -> list[PlacedRun]:
        """Return a field's runs in the order of the text."""
        return [placed for placed in self.mirror.placed_runs() if placed.tag.field_id == field_id]

    def new_occurrence(self, tag: Tag) -> Tag:
        """Return the tag of one more occurrence of the same field."""
        return tag._replace(occurrence=next(self._occurrences))

    def set_values(self, changes: Sequence[ValueChange]) -> None:
        """Give fields other values or flags, all in one step."""
        by_field = {change.field_id: change for change in changes}
        seen: dict[str, int] = {}
        edits = []
        for placed in self.mirror.placed_runs():
            change = by_field.get(placed.tag.field_id)
            if change is not None:
                index = seen[change.field_id] = seen.get(change.field_id, -1) + 1
                edits.append(edit_for(placed, change, index))
        self.write_runs(edits)
        self._remember()

    def tag_spans(self, spans: Sequence[tuple[int, int, Tag]]) -> None:
        """Make runs of spans (code points: start, end, tag); nothing but the format changes."""
        cursor = QTextCursor(self.qt)
        cursor.beginEditBlock()
        for start, end, tag in spans:
            cursor.setPosition(self.mirror.position_of(*self.mirror.place_of(start)))
            cursor.setPosition(self.mirror.position_of(*self.mirror.place_of(end)), QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(format_of(self.new_occurrence(tag)))
        cursor.endEditBlock()
        self._remember()

    def untag(self, field_id: str) -> None:
        """Make every run of a field plain text."""
        self.write_runs([RunEdit(placed.line, placed.run, placed.text, None) for placed in self.runs_of(field_id)])
        self._remember()

    def write_runs(self, edits: Sequence[RunEdit], *, join: bool = False) -> None:
        """Give runs other texts and tags, in one step."""
        lines = self.mirror.lines
        due = [one for one in edits if not one.is_done_in(lines[one.line])]
        with self.step(join=join), laid_out_once(self.qt, len(due), are_apart=True):
            cursor = QTextCursor(self.qt)
            for edit in sorted(due, key=lambda one: (one.line, one.run.start), reverse=True):
                cursor.setPosition(self.mirror.position_of(edit.line, edit.run.start))
                cursor.setPosition(self.mirror.position_of(edit.line, edit.run.end), QTextCursor.MoveMode.KeepAnchor)
                made = plain_format() if edit.tag is None else format_of(edit.tag)
                if edit.keeps_text_in(lines[edit.line]):
                    cursor.setCharFormat(made)
                else:
                    cursor.insertText(edit.text, made)

    def carry(self) -> None:
        """Bring a value that was typed into one occurrence to all others, in the step that typed it."""
        if not self.has_to_carry:
            return
        edits = carried(list(self.mirror.placed_runs()), self._known)
        self.write_runs([RunEdit(placed.line, placed.run, text, tag) for placed, text, tag in edits], join=True)
        self._remember()

    def _remember(self) -> None:
        """Note what every run holds now, so that the next carry can tell which one was typed into."""
        self.has_to_carry = False
        for placed in self.mirror.placed_runs():
            self._known[placed.tag.occurrence] = placed.text

    # --- Undo -------------------------------------------------------------------------------------------------------

    def undo(self) -> Caret | None:
        """Take the last step back; return where the caret stood before it."""
        self.carry()
        if not self.history.can_undo:
            return None
        step = self.history.take_back()
        self._replay([change.reversed for change in reversed(step.changes)])
        if step.facts:
            self.facts_returned.emit([before for before, _after in reversed(step.facts)])
        return step.caret

    def redo(self) -> Caret | None:
        """Do the next step again; return where the caret is to stand."""
        self.carry()
        if not self.history.can_redo:
            return None
        step = self.history.do_again()
        self._replay(step.changes)
        if step.facts:
            self.facts_returned.emit([after for _before, after in step.facts])
        if not step.changes:
            return step.caret
        last = step.changes[-1]
        place = end_of_difference(last)
        position = self.mirror.position_of(last.first + place[0], place[1]) if last.new else 0
        return position, position

    def forget_last_step(self) -> Caret | None:
        """Take the last step back for good; return where the caret stood before it."""
        caret = self.undo()
        self.history.drop_redo()
        self.sync_modified()
        return caret

    def _replay(self, changes: Sequence[Change]) -> None:
        lines = sum(len(one.new) for one in changes)
        with self.unrecorded(), laid_out_once(self.qt, len(changes), lines=lines, are_apart=are_apart(changes)):
            for first, old, new, tables in changes:
                if tables is not None:
                    self._build(new, tables[1])
                    self.changed.emit((Change(first, old, new, tables),))
                    continue
                # The lines as they stand: their tags may be others by now, unrecorded.
                write_lines(self.qt, Change(first, tuple(self.mirror.lines[first : first + len(old)]), new))
        self._remember()
        self.sync_modified()

    def mark_saved(self) -> None:
        """Note that the present state was saved."""
        self.history.mark_saved()
        self.sync_modified()

    def sync_modified(self) -> None:
        """Set the QTextDocument's own flag, which Qt raises for fonts, indents and composing too."""
        if self.qt.isModified() == self.history.is_saved:
            self.qt.setModified(not self.history.is_saved)
