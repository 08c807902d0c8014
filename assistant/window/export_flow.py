"""Exporting the report on the desk: the dialog, the writing beside the window, and what is told afterwards."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from assistant.report.errors import AssistantError
from assistant.window.desk import Desk
from assistant.window.start_folder import start_folder
from assistant.window.waiting import WaitGivenUpError, Waiting
from assistant.workbench import exporting
from assistant.workbench.sentences import describe_error, sentence
from assistant.workbench.working import WorkingReport, blocking_fields

if TYPE_CHECKING:
    from assistant.window.file_flow import FileFlow


def _looked_at(working: WorkingReport) -> tuple[WorkingReport, tuple[exporting.NotedFinding, ...]]:
    """Return a report as it is exported, and what the checks say of it."""
    asked = exporting.with_markers_asked(working)
    return asked, exporting.noted_findings(asked)


class Export:
    """One export, from the question how to the notice that it is done; it speaks by the signals of the file flow."""

    def __init__(self, files: FileFlow, window: QWidget, desk: Desk) -> None:
        self._files, self._window, self._desk = files, window, desk

    def run(self) -> None:
        """Ask how to export, and do it."""
        from assistant.window.export_dialog import ExportDialog  # not before it is wanted: the start is short

        working = self._desk.working
        waiting: Waiting[tuple[WorkingReport, tuple[exporting.NotedFinding, ...]]] = Waiting(
            self._window, sentence("export.prepare"), can_be_given_up=True
        )
        try:
            asked, findings = waiting.run(lambda: _looked_at(working))
        except WaitGivenUpError:
            return
        dialog = ExportDialog(
            self._window,
            blocking=blocking_fields(asked.report),
            findings=tuple(one for one in findings if not self._files.is_ignored(one.rule, one.start)),
            folder=start_folder(self._desk, self._files.settings.last_folder),
            name=self._desk.path.stem if self._desk.path is not None else exporting.suggested_name(asked),
            source=self._desk.source,
            layout=asked.layout,
            working=asked,
            former=self._files.export_choice,
        )
        dialog.left.connect(self._files.export_left)
        dialog.field_requested.connect(self._files.field_requested)
        dialog.position_requested.connect(self._files.position_requested)
        dialog.findings_requested.connect(self._files.findings_requested)
        while dialog.exec() == ExportDialog.DialogCode.Accepted:
            choice = dialog.choice
            problem = self.write_to(choice.path, draft=choice.draft, layout=choice.layout, comments=choice.comments)
            if problem is None:
                break
            dialog.tell(problem)  # another file or folder is chosen there, and the rest stays as it was
        self._files.export_choice = dialog.choice
        dialog.deleteLater()

    def write_to(self, path: Path, *, draft: bool, layout: str, comments: bool = False) -> str | None:
        """Write the report to a file, after asking where one would be replaced, and tell when it is done.

        Return why it was not written, "" where the clerk wants another file, None where there is nothing more to do.
        """
        if self._is_source(path):
            return describe_error(AssistantError("export.onto_source", path=str(path)))
        if os.path.exists(path) and not self._files.confirmed(sentence("export.replace", path=path)):  # noqa: PTH110 - never raises
            return ""
        from assistant.window.pdf import paint_pdf

        try:
            laid_out = exporting.with_layout(self._desk.working, layout)
            waiting: Waiting[None] = Waiting(self._window, sentence("export.wait", path=path), can_be_given_up=True)

            def work() -> None:
                self._files.before_export()  # a version of a long report takes a while, too
                exporting.export_report(
                    laid_out,
                    path,
                    draft=draft,
                    paint_pdf=paint_pdf,
                    comments=comments,
                    leaves_out=self._files.is_ignored,
                    before_writing=waiting.seal,
                )

            waiting.run(work)
        except WaitGivenUpError:
            self._files.told.emit(sentence("export.given_up", path=path), False)
            return None
        except AssistantError as error:
            return describe_error(error)
        self._desk.put(laid_out)
        self._files.keep_settings(last_folder=str(path.parent))
        words = sentence("exported.draft" if draft else "exported.final", path=path)
        self._files.told.emit(words, False)
        self._files.exported.emit(words, path)
        return None

    def _is_source(self, path: Path) -> bool:
        return exporting.is_same_file(path, self._desk.source)
