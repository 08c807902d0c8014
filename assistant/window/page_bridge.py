"""Between page and desk: the page's snapshots become the report, and answers go into the page's text.

The page owns the text while a report is open, so that undo covers text and values alike; values are
therefore never written into the report past the page.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from assistant.report.errors import AssistantError
from assistant.report.fields import Field, Link, State
from assistant.report.model import Report
from assistant.window.desk import Desk
from assistant.window.language import tr
from assistant.window.page import (
    DARK,
    LIGHT,
    Colours,
    Look,
    Mark,
    PageEditor,
    PageStyle,
    PastedText,
    Run,
    Severity,
    Snapshot,
    ValueChange,
)
from assistant.window.side_work import SideWork
from assistant.window.title_lines import TitleLines
from assistant.workbench.field_edits import Facts, FieldEdit, plan_edits, with_facts
from assistant.workbench.live_text import fields_of, pasted_report, roles_of
from assistant.workbench.sentences import describe_error, kind_word, sentence
from assistant.workbench.versions import BesideText, with_beside_text
from assistant.workbench.working import FieldRun, ShownObjects, WorkingReport, tidy_answer, with_snapshot

if TYPE_CHECKING:
    from assistant.workbench.advice import Remark
    from assistant.workbench.draft_text import TextChange
    from assistant.workbench.pasting import PageWithTables
    from assistant.workbench.pasting_cells import Grid
    from assistant.workbench.versions import Replacement

_LONGEST_MARK = 12


def make_page(parent: QWidget) -> PageEditor:
    """Return the page editor with what it needs to know about reports."""
    page = PageEditor(parent, derive=roles_of, style=PageStyle(bold_level_3=False))
    page.word_at = _word_at
    TitleLines(page)
    return page


def _word_at(line: str, at: int) -> tuple[int, int]:
    from assistant.workbench.words import word_at  # not before it is wanted: the start is short

    return word_at(line, at)


def page_colours(*, dark: bool) -> Colours:
    """Return the colours of the sheet and its fields."""
    return DARK if dark else LIGHT


def _runs_of(fields: tuple[Field, ...]) -> tuple[Run, ...]:
    runs = [Run(o.start, o.end, f.id, o.marker, o.link) for f in fields for o in f.occurrences]
    return tuple(sorted(runs, key=lambda run: run.start))


def shown_objects(snapshot: Snapshot) -> ShownObjects:
    """Return the tables and pictures of a snapshot as the workbench takes them."""
    return ShownObjects(snapshot.tables, snapshot.pictures)


def field_runs(snapshot: Snapshot) -> tuple[FieldRun, ...]:
    """Return the places of fields in a snapshot as the workbench takes them."""
    return tuple(FieldRun(run.start, run.end, run.field_id, run.marker, run.link, run.flag) for run in snapshot.runs)


def marks_of(remarks: Sequence[Remark]) -> list[Mark]:
    """Return the waves that underline what a check remarks; of a whole paragraph only its beginning."""
    return [Mark(one.start, min(one.end, one.start + _LONGEST_MARK), Severity(one.severity.value)) for one in remarks]


def put_replacement(page: PageEditor, new: Replacement) -> None:
    """Put a piece of text with its fields, or a whole report, into the page in one step of undo."""
    if new.report is not None:
        page.show_report(new.report)
        return
    runs = tuple(Run(r.start, r.end, r.field_id, r.marker, r.link, r.state) for r in new.runs)
    page.replace_span(new.start, new.end, PastedText(new.text, runs))


class PageBridge(QObject):
    """Keeps page and desk in step.

    Signals:
        links_questioned: a value was typed into one place of a field whose places are linked by guess only
            (field id, value, index of the place).
        told: a sentence for the notice bar (str, bool: whether it is an error).
        misfit_left: the caret left a field whose value, typed in the page, is none of its kind (words, field id).
    """

    links_questioned = Signal(str, str, int)
    misfit_left = Signal(str, str)
    told = Signal(str, bool)

    def __init__(self, parent: QObject, page: PageEditor, desk: Desk) -> None:
        super().__init__(parent)
        self._page = page
        self._desk = desk
        self._aside = SideWork(self)
        page.reads_aside = True
        page.snapshot_changed.connect(self._take_snapshot)
        page.snapshot_offered.connect(self._read_aside)
        page.facts_returned.connect(self._take_facts)
        page.tooltip_for = self._describe
        self._field_at_caret: str | None = None
        page.field_at_caret_changed.connect(self._look_at_left)
        self._formulas: tuple[Report | None, Mapping[str, tuple[str, ...]]] = None, {}
        page.clean_paste = self._clean_paste
        page.paste_page = self._paste_page

    def _look_at_left(self, field_id: str | None) -> None:
        """Look at the value of the field that the caret has left: the page takes any text, a final should not."""
        left, self._field_at_caret = self._field_at_caret, field_id
        if left is None or left == field_id or not self._desk.has_report or not self._page.is_pending:
            return
        self._page.flush()
        field = next((one for one in self._desk.working.report.fields if one.id == left), None)
        if field is None or field.state is not State.FILLED or tidy_answer(self._desk.working, left, field.value):
            return
        words = sentence("value.misfit_typed", value=field.value, kind=kind_word(field.kind), label=field.label)
        self.misfit_left.emit(words, left)

    def one_step(self) -> AbstractContextManager[None]:
        """Let everything that is done within be taken back by one undo."""
        return self._page.one_step()

    def edit_fields(self, edits: Iterable[FieldEdit]) -> None:
        """Give fields values, sources, notes or decisions, all as one step that undo takes back.

        An answer that does not fit is kept beside the text; the page shows the markers.
        """
        edits = list(edits)
        if not edits:
            return
        with self._page.one_step():
            planned = plan_edits(self._desk.working, edits)
            self._page.set_values([ValueChange(one.field_id, one.value, one.flag) for one in planned.values])
            if planned.after:
                self._page.note_fact(planned.before, planned.after)
                self._desk.put(with_facts(self._desk.working, planned.after))

    def _take_facts(self, facts: Sequence[Mapping[str, Facts] | BesideText]) -> None:
        """Take what undo or redo brought back of what is kept beside the text."""
        self._page.flush()
        working = self._desk.working
        for one in facts:
            working = with_beside_text(working, one) if isinstance(one, BesideText) else with_facts(working, one)
        self._desk.put(working)

    def fill(self, field_id: str, answer: str) -> None:
        """Put an answer into every place of a field."""
        self.edit_fields([FieldEdit(field_id, answer)])

    def confirm(self, field_id: str) -> None:
        """Let the old value of a stale field stand."""
        self.edit_fields([FieldEdit(field_id, state=State.CONFIRMED)])

    def doubt(self, field_id: str) -> None:
        """Bring back the old value of a field of a report that is used again; it is stale once more."""
        self.edit_fields([FieldEdit(field_id, state=State.STALE)])

    def insist(self, field_id: str, value: str) -> None:
        """Write a value although it does not look like its kind: the clerk says so."""
        self.edit_fields([FieldEdit(field_id, value, state=State.CONFIRMED)])

    def note_source(self, field_id: str, source: str, note: str) -> None:
        """Keep who gives a value, and a note; neither stands in the text."""
        self.edit_fields([FieldEdit(field_id, source=source, note=note)])

    def fill_all(self, answers: Mapping[str, str]) -> None:
        """Put answers into all places of their fields."""
        self.edit_fields(FieldEdit(field_id, answer) for field_id, answer in answers.items())

    def change_text(self, changes: Sequence[TextChange]) -> None:
        """Put the words of a returned draft into the text, all as one step that undo takes back."""
        self._page.flush()
        text = self._desk.working.report.text
        fitting = [one for one in changes if text[one.start : one.end] == one.old]
        self._page.replace_spans([(one.start, one.end, one.new) for one in fitting])

    def relink(self, field_id: str, ticked: Collection[tuple[str, int]]) -> None:
        """Let just the ticked places (field id, index) be one field, as one step that undo takes back."""
        from assistant.workbench.linking import (  # not before it is wanted: the start is short
            field_with_value,
            fields_relinked,
        )

        self._page.flush()
        giver = field_with_value(self._desk.working, field_id, ticked)
        working, fields = fields_relinked(self._desk.working, field_id, ticked)
        self._desk.put(working)
        with self._page.one_step():
            self._page.retag_fields(fields)
            if giver is not None:
                flag = giver.state if giver.state in (State.STALE, State.CONFIRMED) else None
                self._page.set_values([ValueChange(field_id, giver.value, flag=flag)])

    def take_out(self, field_id: str, index: int) -> None:
        """Make a field of its own of one place of a field."""
        places = len(self._desk.working.report.field(field_id).occurrences)
        self.relink(field_id, {(field_id, other) for other in range(places) if other != index})

    def toggle_waived(self, field_id: str) -> None:
        """Let a field stay masked, or ask for it again."""
        is_waived = self._desk.working.report.field(field_id).state is State.WAIVED
        self.edit_fields([FieldEdit(field_id, state=State.OPEN if is_waived else State.WAIVED)])

    def _clean_paste(self, text: str) -> PastedText:
        """Return pasted text without noise, its markers as fields."""
        if not self._desk.has_report:
            return PastedText(text)
        working, pasted = pasted_report(self._desk.working, text)
        self._desk.put(working)
        return PastedText(pasted.text, _runs_of(pasted.fields))

    def _paste_page(self, html: str, plain: str) -> bool:
        """Put a page with tables in the place of the selection, or cells into those of the table where the caret is.

        It is one step of undo. Return whether that was all there is to do: else the clipboard's text is to be pasted.
        """
        from assistant.workbench.pasting import pasted_page  # not before it is wanted: the start is short
        from assistant.workbench.pasting_cells import grid_of_page, grid_of_text, table_around

        if not self._desk.has_report:
            return False
        try:
            pasted = pasted_page(html)
        except AssistantError as error:
            self.told.emit(describe_error(error), True)
            return False
        if pasted is None and (html or "\t" not in plain):  # Word's page has a tab behind an automatic number
            return False
        self._page.flush()
        grid = None
        if table_around(self._desk.working.report, *self._page.selected_span) is not None:
            grid = grid_of_page(pasted) if pasted is not None else grid_of_text(plain)
        if grid is not None:
            self._paste_cells(grid)
            return True
        return pasted is not None and self._paste_tables(pasted)

    def _paste_cells(self, grid: Grid) -> None:
        """Fill cells from the caret to the right and down, or say why nothing was pasted."""
        from assistant.workbench.pasting_cells import fill_cells

        try:
            made = fill_cells(self._desk.working, self._page.first_cell_position, grid)
        except AssistantError as error:
            self.told.emit(describe_error(error), True)
            return
        with self._page.one_step():
            if made.added_rows:
                self._show_pasted(made.report, made.caret)
            else:
                self._page.replace_spans(made.changes)
                self._page.go_to(made.caret)
            if made.values:
                self.edit_fields([FieldEdit(field_id, value) for field_id, value in made.values])
        name = "paste.cells_and_rows" if made.added_rows else "paste.cells"
        self.told.emit(sentence(name, count=made.count, rows=made.added_rows), False)

    def _paste_tables(self, pasted: PageWithTables) -> bool:
        from assistant.workbench.pasting import with_page

        try:
            made = with_page(self._desk.working.report, *self._page.selected_span, pasted)
        except AssistantError as error:
            self.told.emit(describe_error(error), False)
            return False
        self._show_pasted(made.report, made.caret)
        self.told.emit(sentence("paste.table", count=len(pasted.tables)), False)
        return True

    def _show_pasted(self, report: Report, caret: int) -> None:
        """Show a report with what was pasted in it; the view stays: that is to be seen, not what follows it."""
        bar = self._page.verticalScrollBar()
        shown = bar.value()
        self._page.show_report(report)
        self._page.flush()
        self._page.go_to(caret)
        bar.setValue(shown)
        self._page.ensureCursorVisible()

    def _take_snapshot(self, snapshot: Snapshot) -> None:
        if not self._desk.has_report:
            return
        runs = field_runs(snapshot)
        self._desk.take_snapshot(snapshot.text, runs, shown_objects(snapshot))
        self._look_at_runs(snapshot, runs)

    def _read_aside(self, snapshot: Snapshot) -> None:
        """Read a long text while the clerk goes on; what she changes meanwhile is read when it has come to rest."""
        if not self._desk.has_report:
            return
        working, page, breathe = self._desk.working, self._page, self._aside.breathe

        def read() -> tuple[list[Look], tuple[FieldRun, ...], WorkingReport]:
            runs = field_runs(snapshot)
            breathe()
            made = with_snapshot(working, snapshot.text, runs, shown_objects(snapshot))
            breathe()
            return page.looks_for(snapshot), runs, made

        def take(read: tuple[list[Look], tuple[FieldRun, ...], WorkingReport]) -> None:
            looks, runs, made = read
            if not (self._desk.has_report and page.take_reading(snapshot, looks)):
                return
            if self._desk.working is working:
                self._desk.put(made)
            else:  # something else about the report was changed meanwhile
                self._desk.take_snapshot(snapshot.text, runs, shown_objects(snapshot))
            self._look_at_runs(snapshot, runs)

        self._aside.begin(read, take)

    def _look_at_runs(self, snapshot: Snapshot, runs: tuple[FieldRun, ...]) -> None:
        self._mark_new_fields({run.field_id for run in runs})
        self._question_links(snapshot.text, runs)

    def _question_links(self, text: str, runs: tuple[FieldRun, ...]) -> None:
        """Ask about a field whose places differ: a value was typed into one of several that are linked by guess.

        It was asked about when it was typed: who goes back through her steps is not asked again.
        """
        if self._page.can_redo:
            return
        by_field: dict[str, list[FieldRun]] = {}
        for run in runs:
            by_field.setdefault(run.field_id, []).append(run)
        for field_id, own in by_field.items():
            typed = [i for i, run in enumerate(own) if text[run.start : run.end] != run.marker]
            if 0 < len(typed) < len(own) and any(run.link is Link.SUGGESTED for run in own):
                value = text[own[typed[-1]].start : own[typed[-1]].end]
                QTimer.singleShot(
                    0, self, lambda asked=(field_id, value, typed[-1]): self.links_questioned.emit(*asked)
                )
                return

    def find_fields(self) -> None:
        """Look for fields in a report that was opened without."""
        text = self._desk.working.report.text
        fields = fields_of(self._page.snapshot().text)
        self._desk.know_fields(fields)
        self._page.adopt_fields(fields)
        self._desk.count_as_read(text)

    def _mark_new_fields(self, known: set[str]) -> None:
        """Make runs of the markers that were typed: they are fields from now on."""
        new = [field for field in self._desk.working.report.fields if field.id not in known]
        if new:
            self._page.adopt_fields(new)

    def _describe(self, field_id: str) -> str:
        """Return the card of a field, as the pointer shows it."""
        import html  # not before it is wanted: the start is short

        from assistant.workbench.field_card import field_card, formulas_of

        report = self._desk.working.report
        if self._formulas[0] is not report:
            self._formulas = report, formulas_of(report)
        card = field_card(self._desk.working, field_id, self._formulas[1])
        if card is None:
            return ""
        value = tr("：{value}", value=html.escape(card.value)) if card.value else ""
        lines = [f"<b>{html.escape(card.label)}</b>{value}", *map(html.escape, (card.about, *card.lines))]
        return "<br>".join(f'<span style="white-space:pre-wrap">{line}</span>' for line in lines)
