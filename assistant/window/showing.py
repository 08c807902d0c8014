"""Showing: what follows in outline, checks, status line and panels when the open report has changed."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject

from assistant.window.desk import Desk
from assistant.window.fill_panel import FillPanel
from assistant.window.in_parts import InParts
from assistant.window.outline_panel import OutlinePanel
from assistant.window.page import PageEditor
from assistant.window.page.editing import SHORT
from assistant.window.proofing import Proofing, grave, positions_of_grave
from assistant.window.room_flow import RoomFlow
from assistant.window.status_line import StatusLine
from assistant.workbench.working import WorkingReport, section_entries


class Showing(QObject):
    """Shows a report around the page: a short one at once, a long one part by part, so that no part delays a key."""

    def __init__(
        self,
        parent: QObject,
        desk: Desk,
        page: PageEditor,
        *,
        outline: OutlinePanel,
        proofing: Proofing,
        status: StatusLine,
        fill_panel: FillPanel,
        rooms: RoomFlow,
    ) -> None:
        super().__init__(parent)
        self._desk, self._page, self._outline, self._proofing = desk, page, outline, proofing
        self._status, self._fill_panel, self._rooms = status, fill_panel, rooms
        self._report_shown = InParts(self, self._parts_of_report)
        self._remarks_shown = InParts(self, self._parts_of_remarks)
        self._is_dropped = False
        self.is_waiting = False
        """Whether nothing is shown yet: a report is being opened."""

    def show_report(self, working: WorkingReport) -> None:
        """Show the report as it now stands."""
        if not self.is_waiting:
            self._report_shown.show(working, at_once=_is_short(working))

    def show_in_parts(self) -> Iterator[None]:
        """Show the report as it now stands, a short one too part by part; stop as long as something is to be shown."""
        if self._desk.has_report:
            self._report_shown.show(self._desk.working, at_once=False)
        while not self._report_shown.is_done:
            yield
            self._report_shown.go_on()

    def drop(self) -> None:
        """Leave off showing the report in parts, until `show_rest`."""
        self._is_dropped = not (self._report_shown.is_done and self._remarks_shown.is_done)
        self._report_shown.drop()
        self._remarks_shown.drop()

    def show_rest(self) -> Iterator[None]:
        """Show part by part what was dropped."""
        if self._is_dropped:
            yield from self.show_in_parts()

    def show_remarks(self) -> None:
        """Show what is now remarked and advised about the report on the desk."""
        if self._desk.has_report and not self.is_waiting:
            self._remarks_shown.show(self._desk.working, at_once=_is_short(self._desk.working))

    def show_position(self) -> None:
        """Mark the caret's section in the outline; while one types it knows the sections of a moment ago only."""
        if self._desk.has_report and not self._page.is_pending:
            self._outline.show_position(self._page.caret_position)

    def _parts_of_report(self, working: WorkingReport) -> Iterator[None]:
        self._outline.show_entries(section_entries(working))
        self.show_position()
        yield
        self._proofing.look_at(working)
        yield
        yield from self._parts_of_remarks(working)

    def _parts_of_remarks(self, working: WorkingReport) -> Iterator[None]:
        remarks, advice = self._proofing.remarks, self._proofing.advice
        self._outline.show_findings(positions_of_grave(remarks))
        yield
        self._status.show_report(working, remarks=grave(remarks))
        yield
        yield from self._proofing.show_marks_in_parts()
        yield
        self._fill_panel.show_report(working, advice, remarks)
        yield
        self._rooms.show_report(working, advice, remarks)


def _is_short(working: WorkingReport) -> bool:
    return len(working.report.text) <= SHORT
