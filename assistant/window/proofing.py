"""Proofing: checks beside writing, wired to page, panel and actions in one place.

Lines are looked at a few at a time while nobody types; what was begun for an older text is dropped.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QMainWindow

from assistant.report.errors import AssistantError
from assistant.window.actions import Actions
from assistant.window.check_panel import CheckPanel
from assistant.window.desk import Desk
from assistant.window.language import tr
from assistant.window.page import PageEditor
from assistant.window.page_bridge import marks_of
from assistant.window.panels import Panel, Panels
from assistant.workbench import proofreading
from assistant.workbench.advice import Remark, Severity, remarks_on
from assistant.workbench.sentences import describe_error, sentence
from assistant.workbench.unit_info import load_answer_book
from assistant.workbench.working import WorkingReport

if TYPE_CHECKING:
    from assistant.window.check_choices_dialog import CheckChoicesDialog

_WAIT_MS = 60
_REST_MS = 300
_PAUSE_MS = 1200
_SLICE_S = 0.012
_SMALLEST_WIDTH = 300
_AROUND = 8
_FILTER = "检查设置 (*.json)"


class Proofing(QObject):
    """Shows remarks in panel and page, and does what the clerk wants with them.

    Signals:
        remarks_changed: the open report was looked at again, with what it had to wait for.
        told: a sentence for the notice bar (str, bool: whether it is an error).
    """

    remarks_changed = Signal()
    told = Signal(str, bool)

    def __init__(self, window: QMainWindow, panels: Panels, *, desk: Desk, page: PageEditor, actions: Actions) -> None:
        super().__init__(window)
        self._window, self._desk, self._page = window, desk, page
        self._choices = proofreading.load_choices()
        self._ignored: set[tuple[str, str, str]] = set()
        self._remarks: tuple[Remark, ...] = ()
        self._steps: Iterator[None] | None = None
        self._is_warming = False
        self._rested = ""
        """The text behind which nobody typed for a while: a long one is looked at as a whole only then."""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._go_on)
        self.panel = CheckPanel(window)
        self.dock = Panel(window, tr("检查"), "check_dock", self.panel, narrowest=_SMALLEST_WIDTH)
        panels.add(self.dock, Qt.DockWidgetArea.RightDockWidgetArea)
        self.panel.remark_chosen.connect(self._go_to)
        self.panel.fix_requested.connect(self.fix)
        self.panel.ignore_requested.connect(self._ignore)
        self.panel.words_requested.connect(self._leave_alone)
        self.panel.rule_off_requested.connect(self._turn_off)
        wishes = {
            "next_remark": lambda: self.step(1),
            "previous_remark": lambda: self.step(-1),
            "fix_remark": self.panel.fix_chosen,
            "check_choices": self.edit_choices,
        }
        for name, wish in wishes.items():
            actions[name].triggered.connect(lambda _checked=False, wish=wish: wish())

    # -- looking -----------------------------------------------------------------------------------

    @property
    def is_settled(self) -> bool:
        """Whether all lines of the open report were looked at."""
        return proofreading.is_ready() and self._steps is None

    def look_at(self, working: WorkingReport) -> tuple[Remark, ...]:
        """Look at a report as far as that takes no time, begin the rest, and return what is remarked so far."""
        self._later.stop()
        self._steps = None
        if proofreading.is_ready():
            self._steps = proofreading.slices(working.report, working.paragraphs)
            self._take_steps()
        elif not self._is_warming:
            self._is_warming = True
            # a thread that loads takes turns with this one, so not before the window stands
            QTimer.singleShot(_REST_MS, self, proofreading.make_ready)
        text = working.report.text
        is_whole = self.is_settled and (len(text) <= proofreading.LONG_TEXT or text == self._rested)
        if not is_whole:
            self._later.start(_PAUSE_MS if self.is_settled else _WAIT_MS)
        found = remarks_on(working, self._choices, at_once=not is_whole, entries=load_answer_book().entries())
        self._remarks = tuple(one for one in found if self._place(one, working.report.text) not in self._ignored)
        self.panel.show_remarks(self._remarks)
        self.show_marks()
        return self._remarks

    def show_marks(self) -> None:
        """Underline what is remarked in the page, where it shows the text that was looked at."""
        if self._desk.has_report and self._page.snapshot().text == self._desk.working.report.text:
            self._page.show_marks(marks_of([one for one in self._remarks if one.rule != "word-long-sentence"]))

    def _take_steps(self) -> None:
        until = time.monotonic() + _SLICE_S
        for _ in self._steps or ():
            if time.monotonic() > until:
                return
        self._steps = None

    def _go_on(self) -> None:
        """Look at a few more lines; once all are done, tell the window to show the report again."""
        if not self._desk.has_report:
            self._steps = None
            return
        if proofreading.is_ready() and self._steps is not None:
            self._take_steps()
        if proofreading.is_ready() and self._steps is None:
            self._rested = self._desk.working.report.text
            self.remarks_changed.emit()
        else:
            self._later.start(0 if proofreading.is_ready() else _WAIT_MS)

    # -- going and mending -------------------------------------------------------------------------

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) remark from the caret on, going round at the ends."""
        self.dock.show()
        self.dock.raise_()
        shown = sorted(self.panel.shown, key=lambda one: one.start)
        if not shown:
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

    def fix(self, remarks: Sequence[Remark]) -> None:
        """Mend places by what is proposed for them, all as one step that undo takes back."""
        self._page.flush()
        text = self._desk.working.report.text
        changes = [
            (one.start, one.end, one.fix)
            for one in remarks
            if one.fix is not None and text[one.start : one.end] == one.printed
        ]
        count = self._page.replace_spans(changes)
        if count < len(remarks):
            self.told.emit(sentence("check.not_fixed", count=len(remarks) - count), False)

    # -- choices -----------------------------------------------------------------------------------

    def _ignore(self, remark: Remark) -> None:
        self._ignored.add(self._place(remark, self._desk.working.report.text))
        self.remarks_changed.emit()

    @staticmethod
    def _place(remark: Remark, text: str) -> tuple[str, str, str]:
        """Return what a place is known by although text before it changes."""
        return remark.rule, text[max(0, remark.start - _AROUND) : remark.start], text[remark.start :][: _AROUND * 2]

    def _leave_alone(self, remark: Remark) -> None:
        self._keep(proofreading.with_words_left_alone(self._choices, remark.rule, remark.printed))

    def _turn_off(self, rule: str) -> None:
        self._keep(proofreading.with_rule_off(self._choices, rule))

    def edit_choices(self) -> None:
        """Show what is switched off, left alone and added, and keep what the clerk makes of it."""
        from assistant.window.check_choices_dialog import CheckChoicesDialog

        dialog = CheckChoicesDialog(self._window, self._choices)
        dialog.export_requested.connect(self._export_choices)
        dialog.import_requested.connect(lambda: self._import_choices(dialog))
        dialog.finished.connect(lambda result: self._take_choices(dialog.choices, result))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _take_choices(self, choices: proofreading.CheckChoices, result: int) -> None:
        if result == QDialog.DialogCode.Accepted and choices != self._choices:
            self._ignored.clear()
            self._keep(choices)

    def _keep(self, choices: proofreading.CheckChoices) -> None:
        try:
            proofreading.save_check_choices(choices)
        except AssistantError as error:
            self.told.emit(describe_error(error), True)
        self._choices = choices
        if self._desk.has_report:
            self.remarks_changed.emit()

    def _export_choices(self, choices: proofreading.CheckChoices) -> None:
        suggestion = str(Path.home() / "检查设置.json")
        chosen, _ = QFileDialog.getSaveFileName(self._window, tr("导出检查设置"), suggestion, tr(_FILTER))
        if chosen:
            try:
                proofreading.export_check_choices(choices, Path(chosen))
            except AssistantError as error:
                self.told.emit(describe_error(error), True)

    def _import_choices(self, dialog: CheckChoicesDialog) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self._window, tr("导入检查设置"), str(Path.home()), tr(_FILTER))
        if chosen:
            try:
                dialog.show_choices(proofreading.import_check_choices(dialog.choices, Path(chosen)))
            except AssistantError as error:
                self.told.emit(describe_error(error), True)


def positions_of_grave(remarks: Sequence[Remark]) -> tuple[int, ...]:
    """Return where the remarks that are more than hints begin, in the order of the text."""
    return tuple(sorted(one.start for one in remarks if one.severity is not Severity.HINT))


def grave(remarks: Sequence[Remark]) -> int:
    """Return how many remarks are more than hints."""
    return sum(one.severity is not Severity.HINT for one in remarks)
