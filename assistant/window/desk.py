"""The desk: the one report that the window has open, and who must hear when it changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from assistant.report.fields import Field
from assistant.report.model import Report
from assistant.workbench.identity import with_id
from assistant.workbench.opening import OpenedReport
from assistant.workbench.working import FieldRun, ShownObjects, WorkingReport, start_work, with_snapshot


class Desk(QObject):
    """Holds the open report and its file.

    Signals:
        report_changed: the working report has another value (object: WorkingReport).
        file_changed: the report's own file or its saved state is another one.
    """

    report_changed = Signal(object)
    file_changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._working: WorkingReport | None = None
        self._path: Path | None = None
        self._source: Path | None = None
        self._saved: Report | None = None
        self._saved_layout = ""
        self._saved_extra: Mapping[str, object] = {}
        self._digest: str | None = None
        self._is_read_only = False

    @property
    def working(self) -> WorkingReport:
        """The open report.

        Raises:
            RuntimeError: nothing is open.
        """
        if self._working is None:
            raise RuntimeError("no report is open")
        return self._working

    @property
    def has_report(self) -> bool:
        """Whether a report is open."""
        return self._working is not None

    @property
    def path(self) -> Path | None:
        """The report file to save to, or None while there is none."""
        return self._path

    @property
    def is_saved(self) -> bool:
        """Whether the report file holds everything."""
        return self._working is None or (
            self._working.report == self._saved
            and self._working.layout == self._saved_layout
            and self._working.extra == self._saved_extra
        )

    @property
    def digest(self) -> str | None:
        """Digest of the report file as it was when it was last read or written, or None where that is not known."""
        return self._digest

    @property
    def is_read_only(self) -> bool:
        """Whether the report is only looked at: nothing of it is copied, or saved to its file."""
        return self._is_read_only

    @property
    def source(self) -> Path | None:
        """The clerk's own file that the report was read from; it is never written to."""
        return self._source

    def lay_out(
        self, opened: OpenedReport, path: Path | None, *, source: Path | None = None, is_read_only: bool = False
    ) -> None:
        """Put a freshly opened report on the desk; `path` is its report file, if it has one, else `source` its file."""
        working = with_id(start_work(opened))
        self._saved, self._saved_layout, self._saved_extra = working.report, working.layout, working.extra
        self._is_read_only = is_read_only
        self._set_file(path, source, opened.digest if path is not None else None)
        self.put(working)

    def lay_out_unsaved(
        self,
        opened: OpenedReport,
        path: Path | None,
        *,
        source: Path | None = None,
        digest: str | None = None,
        is_copy: bool = False,
    ) -> None:
        """Put a report on the desk whose file, if it has one, does not hold it as it is; a copy is a new report."""
        self._saved, self._is_read_only = None, False
        self._set_file(path, source, digest)
        self.put(with_id(start_work(opened), new=is_copy))

    def _set_file(self, path: Path | None, source: Path | None, digest: str | None) -> None:
        self._path, self._source, self._digest = path, source, digest

    def begin(self, working: WorkingReport) -> None:
        """Begin a new report that has no file yet."""
        self._saved, self._is_read_only = None, False
        self._set_file(None, self._source, None)
        self.put(with_id(working, new=True))

    def put(self, working: WorkingReport) -> None:
        """Take another value of the open report."""
        self._working = working
        self.report_changed.emit(working)
        self.file_changed.emit()

    def know_fields(self, fields: Sequence[Field]) -> None:
        """Take what is known of fields that the page is about to show for the first time."""
        self._working = replace(self.working, known_fields={field.id: field for field in fields})

    def keep_beside(self, working: WorkingReport) -> None:
        """Take the open report with something else kept beside its text: nothing that is derived from it changes."""
        self._working = working
        self.file_changed.emit()

    def count_as_read(self, text: str) -> None:
        """Take the report as it was in its file, where its text is still that text: its fields were found later."""
        if self._saved is not None and self.working.report.text == text:
            self._saved = self.working.report
            self.file_changed.emit()

    def take_snapshot(self, text: str, runs: tuple[FieldRun, ...], objects: ShownObjects) -> None:
        """Take text, fields, tables and pictures as the editor shows them."""
        self.put(with_snapshot(self.working, text, runs, objects))

    def mark_saved(self, path: Path, digest: str) -> None:
        """Note that the report file at `path` now holds everything, in bytes of this digest."""
        self._path, self._digest, self._is_read_only = path, digest, False
        working = self.working
        self._saved, self._saved_layout, self._saved_extra = working.report, working.layout, working.extra
        self.file_changed.emit()

    def clear(self) -> None:
        """Take the report off the desk."""
        self._working = self._path = self._saved = self._digest = None
        self._is_read_only = False
        self.file_changed.emit()
