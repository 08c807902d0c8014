"""Proofing: checks beside writing, wired to page, panel and actions in one place.

A report is looked at on a thread of its own, which waits while somebody types; what was begun for an older text is
dropped. Until the newer one is looked at, what was remarked before stays where its words still stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QMainWindow

from assistant.report.errors import AssistantError
from assistant.window.actions import Actions
from assistant.window.check_panel import CheckPanel
from assistant.window.desk import Desk
from assistant.window.dialog_parts import may_be_written
from assistant.window.language import tr
from assistant.window.page import PageEditor
from assistant.window.page.editing import SHORT
from assistant.window.page_bridge import marks_of
from assistant.window.panels import Panel
from assistant.window.remark_hint import words_at
from assistant.window.side_work import SideWork
from assistant.window.start_folder import documents_folder
from assistant.workbench import proofreading
from assistant.workbench.advice import (
    Advice,
    Remark,
    Severity,
    advice_for,
    moved_remarks,
    remarks_on,
    values_mended,
    wanted_remarks,
)
from assistant.workbench.exporting import path_with
from assistant.workbench.identity import report_id
from assistant.workbench.ignoring import Place, ignored_places, place_of, with_ignored
from assistant.workbench.sentences import describe_error, rule_word, sentence
from assistant.workbench.unit_info import load_answer_book
from assistant.workbench.working import WorkingReport, blocking_fields

if TYPE_CHECKING:
    from assistant.window.check_choices_dialog import CheckChoicesDialog

_FIRST_MS = 300
"""Milliseconds before the first look: its dictionaries are loaded by turns with the window, which stands by then."""
_LONG = 60_000
"""Characters from which a report is looked at only when nobody has typed for a while."""
_LONG_MS = 1_200
_PATIENCE_MS = 600
"""Milliseconds after which it is told that the report is being looked at."""
_FILTER = "检查设置 (*.json)"


@dataclass(frozen=True, slots=True)
class _Looked:
    """What was worked out about a report beside the window."""

    remarks: tuple[Remark, ...]
    advice: Mapping[str, Advice]


class Proofing(QObject):
    """Shows remarks in panel and page, and does what the clerk wants with them.

    Signals:
        remarks_changed: what is remarked, or advised, about the open report is another thing.
        looking_changed: looking at the report takes long enough to be told, or has come to its end (bool).
        told: a sentence for the notice bar (str, bool: whether it is an error).
        edits_requested: give fields other values (object: list of FieldEdit).
    """

    remarks_changed = Signal()
    looking_changed = Signal(bool)
    told = Signal(str, bool)
    edits_requested = Signal(object)

    def __init__(self, window: QMainWindow, dock: Panel, *, desk: Desk, page: PageEditor, actions: Actions) -> None:
        """Put the panel into its dock."""
        super().__init__(window)
        self._window, self._desk, self._page = window, desk, page
        self._choices = proofreading.load_choices()
        self._unit = proofreading.unit_of(load_answer_book().entries())
        self._text = ""
        """The text that `_found` speaks of."""
        self._found: tuple[Remark, ...] = ()
        self._remarks: tuple[Remark, ...] = ()
        self._advice: Mapping[str, Advice] = {}
        self._looked_at: WorkingReport | None = None
        self._is_first = True
        self._wish: tuple[int, int] | None = None
        """Where the clerk wanted to go before the report was looked at (see `step`), and where the caret was."""
        self._known_id = ""
        """The report that was looked at already, as it is now or was before."""
        self._side = SideWork(self)
        page.cursorPositionChanged.connect(self._side.give_way)
        self._later = self._timer(self._begin)
        self._telling = self._timer(lambda: self.looking_changed.emit(True))
        self.panel = CheckPanel(window)
        self.dock = dock
        dock.put(self.panel)
        dock.visibilityChanged.connect(lambda is_seen: self.panel.catch_up() if is_seen else None)
        desk.file_changed.connect(self._forget)
        self.panel.remark_chosen.connect(self._go_to)
        self.panel.fix_requested.connect(self.fix)
        self.panel.ignore_requested.connect(lambda remark: self.ignore((remark,)))
        self.panel.ignore_all_requested.connect(self.ignore)
        self.panel.heed_requested.connect(self._heed)
        self.panel.words_requested.connect(self.leave_alone)
        self.panel.rule_off_requested.connect(self._turn_off)
        wishes = {
            "next_remark": lambda: self.step(1),
            "previous_remark": lambda: self.step(-1),
            "fix_remark": self.panel.fix_chosen,
            "check_choices": self.edit_choices,
        }
        for name, wish in wishes.items():
            actions[name].triggered.connect(lambda _checked=False, wish=wish: wish())

    def _timer(self, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True)
        timer.timeout.connect(slot)
        return timer

    def _forget(self) -> None:
        """Say nothing any more once no report is open."""
        if not self._desk.has_report:
            self._found, self._text, self._looked_at, self._wish = (), "", None, None

    # -- looking -----------------------------------------------------------------------------------

    @property
    def is_settled(self) -> bool:
        """Whether the open report was looked at as it stands."""
        return self._desk.has_report and self._looked_at is self._desk.working

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What is remarked about the open report, as far as it was looked at."""
        return self._remarks

    @property
    def advice(self) -> Mapping[str, Advice]:
        """What is advised for the fields of the open report; of a long one only once it was looked at."""
        return self._advice

    @property
    def _was_looked_at(self) -> bool:
        return self._desk.has_report and self._known_id == report_id(self._desk.working)

    def look_at(self, working: WorkingReport) -> None:
        """Let a report be looked at beside the window; `remarks_changed` tells when that is done."""
        if working is self._looked_at:
            return
        is_long = len(working.report.text) > _LONG
        self._side.drop()
        self._found = moved_remarks(self._found, self._text, working.report.text)
        self._text = working.report.text
        self._advice = advice_for(working, this_year=_this_year()) if len(self._text) <= SHORT else {}
        self._later.start(_LONG_MS if is_long and not self._is_first else _FIRST_MS if self._is_first else 0)
        self._show()

    def _begin(self) -> None:
        """Begin to look at the report on the desk."""
        if not self._desk.has_report:
            return
        self._is_first = False
        working, choices, breathe = self._desk.working, self._choices, self._side.breathe
        entries, this_year = load_answer_book().entries(), _this_year()
        self._unit = proofreading.unit_of(entries)
        own_words_only = proofreading.CheckChoices(own=choices.own)

        def look() -> _Looked:
            remarks = remarks_on(working, own_words_only, entries=entries, breathe=breathe)
            return _Looked(remarks, advice_for(working, this_year=this_year))

        self._telling.start(_PATIENCE_MS)
        self._side.begin(look, lambda looked: self._take(working, looked))

    def _take(self, working: WorkingReport, looked: _Looked) -> None:
        """Show what was found, unless the report changed meanwhile: then it is looked at again anyway."""
        self._telling.stop()
        self.looking_changed.emit(False)
        if not self._desk.has_report or self._desk.working is not working:
            return
        self._looked_at, self._text, self._known_id = working, working.report.text, report_id(working)
        self._found, self._advice = looked.remarks, looked.advice
        self._show()
        self.remarks_changed.emit()
        wish, self._wish = self._wish, None
        if wish is not None and wish[1] == self._page.caret_position:  # she is not writing meanwhile
            self.step(wish[0])

    def _show(self) -> None:
        """Show what is found as far as the clerk wants to see it."""
        found = wanted_remarks(self._found, self._choices, self._unit)
        ignored = self._ignored_places()
        left_alone = (
            {one for one in found if place_of(one.rule, one.start, self._text) in ignored} if ignored else set()
        )
        self._remarks = tuple(one for one in found if one not in left_alone) if left_alone else found
        self.panel.ignored.show_ignored(tuple(one for one in found if one in left_alone))
        self.panel.show_remarks(self._remarks)
        if self._desk.has_report:
            self.panel.show_open(len(blocking_fields(self._desk.working.report)), is_known=self._was_looked_at)

    def show_marks(self) -> None:
        """Underline what is remarked in the page, where it shows the text that was looked at."""
        for _ in self.show_marks_in_parts():
            pass

    def show_marks_in_parts(self) -> Iterator[None]:
        """Underline what is remarked, and stop after some hundreds of places."""
        if self._desk.has_report and self._page.snapshot().text == self._text:
            yield from self._page.show_marks_in_parts(
                marks_of([one for one in self._remarks if one.rule != "word-long-sentence"])
            )

    # -- going and mending -------------------------------------------------------------------------

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) remark from the caret on, going round at the ends."""
        self.dock.show()
        self.dock.raise_()
        shown = sorted(self.panel.shown, key=lambda one: one.start)
        is_too_early = not (shown or self.is_settled)  # the panel says that it is being looked at
        self._wish = (by, self._page.caret_position) if is_too_early else None
        if not shown:
            if self.is_settled:
                self.told.emit(sentence("check.nothing"), False)
            return
        at, chosen = self._page.caret_position, self.panel.chosen
        if chosen in shown and chosen.start <= at <= max(chosen.end, chosen.start):
            following = shown[(shown.index(chosen) + by) % len(shown)]
        elif by > 0:
            following = next((one for one in shown if one.start >= at), shown[0])
        else:
            following = next((one for one in reversed(shown) if one.start < at), shown[-1])
        self.panel.choose(following)
        self._go_to(following)

    def _go_to(self, remark: Remark) -> None:
        self._page.go_to(remark.start, min(remark.end, len(self._desk.working.report.text)))
        self._page.setFocus()

    def fix(self, remarks: Sequence[Remark], *, goes_on: bool = True) -> None:
        """Mend places by what is proposed for them, filled ones by their values, in one step; go on to the next one."""
        self._page.flush()
        report = self._desk.working.report
        fitting = [one for one in remarks if one.fix is not None and report.text[one.start : one.end] == one.printed]
        values = values_mended(report, fitting)
        in_text = [one for one in fitting if one not in values]
        count = self._page.replace_spans([(one.start, one.end, one.fix or "") for one in in_text])
        self._page.flush()
        if values:
            self.edits_requested.emit(list(values.values()))
            self._page.flush()
            count += len(values)
        following = self.panel.chosen
        if following is not None and goes_on:
            self._page.go_to(following.start, min(following.end, len(self._desk.working.report.text)))
        if count > 1:
            self.told.emit(sentence("check.fixed", count=count), False)
        if count < len(remarks):
            self.told.emit(sentence("check.not_fixed", count=len(remarks) - count), False)

    # -- choices -----------------------------------------------------------------------------------

    def _ignored_places(self) -> frozenset[Place]:
        return ignored_places(self._desk.working) if self._desk.has_report else frozenset()

    def ignore(self, remarks: Sequence[Remark]) -> None:
        """Leave places alone, for as long as their words stand in this report."""
        places = {place_of(one.rule, one.start, self._text) for one in remarks}
        self._leave_places_alone(self._ignored_places() | places)

    def _heed(self, remarks: Sequence[Remark]) -> None:
        """Remark again on places that were left alone."""
        back = {place_of(one.rule, one.start, self._text) for one in remarks}
        self._leave_places_alone(self._ignored_places() - back)

    def _leave_places_alone(self, places: frozenset[Place]) -> None:
        was_settled = self.is_settled
        self._desk.keep_beside(with_ignored(self._desk.working, places))
        if was_settled:
            self._looked_at = self._desk.working
        self._show()
        self.remarks_changed.emit()

    def is_ignored(self, rule: str, start: int) -> bool:
        """Whether the clerk had a rule's remark at a code point of the text ignored."""
        ignored = self._ignored_places()
        return bool(ignored) and place_of(rule, start, self._desk.working.report.text) in ignored

    def words_at(self, position: int) -> str:
        """Return what is remarked on the words at a code point, "" for nothing."""
        return words_at(self._remarks, position)

    def show_panel(self) -> None:
        """Bring the panel of remarks to the front, with the keys in it."""
        self.dock.show()
        self.dock.raise_()
        self.panel.take_keys()

    def leave_alone(self, remark: Remark) -> None:
        """Never remark on these words again."""
        if self._keep(proofreading.with_words_left_alone(self._choices, remark.rule, remark.printed)):
            self.told.emit(sentence("check.left_alone", words=remark.printed), False)

    def _turn_off(self, rule: str) -> None:
        if self._keep(proofreading.with_rule_off(self._choices, rule)):
            self.told.emit(sentence("check.rule_off", rule=rule_word(rule)), False)

    def edit_choices(self) -> None:
        """Show what is switched off, left alone and added, and keep what the clerk makes of it."""
        from assistant.window.check_choices_dialog import CheckChoicesDialog

        self._unit = proofreading.unit_of(load_answer_book().entries())
        dialog = CheckChoicesDialog(self._window, self._choices, self._unit)
        dialog.export_requested.connect(self._export_choices)
        dialog.import_requested.connect(lambda: self._import_choices(dialog))
        dialog.finished.connect(lambda result: self._take_choices(dialog.choices, result))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def read_choices_again(self) -> None:
        """Take the choices as they are stored now: they were changed elsewhere."""
        self._follow(proofreading.load_choices())
        self._looked_at = None
        if self._desk.has_report:
            self.look_at(self._desk.working)

    def _take_choices(self, choices: proofreading.CheckChoices, result: int) -> None:
        if result == QDialog.DialogCode.Accepted and choices != self._choices:
            self._keep(choices)

    def _keep(self, choices: proofreading.CheckChoices) -> bool:
        """Follow choices and store them; tell whether they could be."""
        is_kept = True
        try:
            proofreading.save_check_choices(choices)
        except AssistantError as error:
            is_kept = False
            self.told.emit(describe_error(error), True)
        self._follow(choices)
        return is_kept

    def _follow(self, choices: proofreading.CheckChoices) -> None:
        has_other_words = choices.own != self._choices.own
        self._choices = choices
        self._show()
        if self._desk.has_report:
            if has_other_words:
                self._looked_at = None
                self.look_at(self._desk.working)
            self.remarks_changed.emit()

    def _export_choices(self, choices: proofreading.CheckChoices) -> None:
        suggestion = str(documents_folder() / "检查设置.json")
        chosen, _ = QFileDialog.getSaveFileName(self._window, tr("导出检查设置"), suggestion, tr(_FILTER))
        path = path_with(Path(chosen), ".json")
        if chosen and may_be_written(self._window, path, chosen):
            try:
                proofreading.export_check_choices(choices, path)
            except AssistantError as error:
                self.told.emit(describe_error(error), True)

    def _import_choices(self, dialog: CheckChoicesDialog) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self._window, tr("导入检查设置"), str(documents_folder()), tr(_FILTER))
        if chosen:
            try:
                dialog.show_choices(proofreading.import_check_choices(dialog.choices, Path(chosen)))
            except AssistantError as error:
                self.told.emit(describe_error(error), True)


def _this_year() -> int:
    return QDate.currentDate().year()


def positions_of_grave(remarks: Sequence[Remark]) -> tuple[int, ...]:
    """Return where the remarks that are more than hints begin, in the order of the text."""
    return tuple(sorted(one.start for one in remarks if one.severity is not Severity.HINT))


def grave(remarks: Sequence[Remark]) -> int:
    """Return how many remarks are more than hints."""
    return sum(one.severity is not Severity.HINT for one in remarks)
