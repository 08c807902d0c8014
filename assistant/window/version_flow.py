"""Versions: kept as the clerk works and before anything large happens; shown, named and taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from assistant.report.errors import AssistantError
from assistant.window.desk import Desk
from assistant.window.file_flow import FileFlow
from assistant.window.language import tr
from assistant.window.look import colours_for
from assistant.window.page import PageEditor
from assistant.window.page_bridge import put_replacement
from assistant.window.waiting import SHORT, WaitGivenUpError, waited_for
from assistant.workbench import versions
from assistant.workbench.sentences import describe_error, sentence
from assistant.workbench.versions import Reason, Version

if TYPE_CHECKING:
    from assistant.window.version_dialog import VersionDialog
    from assistant.workbench.comparing import PairOfParagraphs
    from assistant.workbench.working import WorkingReport

_MOST_KNOWN = 2
"""Versions whose text is kept while they are looked at."""
_Result = TypeVar("_Result")
EVERY = 10 * 60_000
"""Milliseconds between two automatic versions of a report that changes."""


class VersionFlow(QObject):
    """Keeps versions of the report on the desk, and brings them back.

    Signals:
        told: a sentence for the notice bar (str, bool: whether it is an error).
    """

    told = Signal(str, bool)

    def __init__(
        self, window: QWidget, desk: Desk, page: PageEditor, files: FileFlow, flush: Callable[[], None]
    ) -> None:
        super().__init__(window)
        self._window, self._desk, self._page, self._files, self._flush = window, desk, page, files, flush
        self._pairs: tuple[PairOfParagraphs, ...] = ()
        self._dialog: VersionDialog | None = None
        self._known: dict[Path, versions.SavedReport] = {}
        timer = QTimer(self)
        timer.timeout.connect(self.keep_by_the_clock)
        timer.start(EVERY)

    def keep(self, reason: Reason, *, name: str = "") -> bool:
        """Keep the present state; nothing is kept of a report that is only looked at."""
        if not self._desk.has_report or self._desk.is_read_only:
            return False
        return versions.keep(self._desk.working, reason, path=self._desk.path, name=name)

    def keep_aside(self, reason: Reason, *, name: str = "") -> None:
        """Keep the present state, that of a long report beside the window: encoding it takes a while."""
        if len(self._desk.working.report.text) <= SHORT:
            self.keep(reason, name=name)
        elif not self._desk.is_read_only:
            how = {"path": self._desk.path, "name": name}
            Thread(target=versions.keep, args=(self._desk.working, reason), kwargs=how, name="version").start()

    def keep_basis(self) -> None:
        """Keep the report as it was taken over from a finished one, to be held against later."""
        self.keep_aside(Reason.NAMED, name=tr("底稿原文"))

    def keep_by_the_clock(self) -> bool:
        """Have the present state kept beside the window, unless all of it is in the file; return whether it will be.

        A report of 300,000 characters takes half a second to encode: nobody who is typing is to wait for that.
        """
        if not self._desk.has_report or self._desk.is_read_only or self._desk.is_saved:
            return False
        self.keep_aside(Reason.TIMED)
        return True

    def run(self) -> None:
        """Show the versions of the open report."""
        from assistant.window.version_dialog import VersionDialog  # not before it is wanted: the start is short

        self._flush()
        dialog = self._dialog = VersionDialog(self._window, colours_for(self._files.settings.theme))
        dialog.comparison_requested.connect(self._compare)
        dialog.restore_requested.connect(self._restore)
        dialog.paragraph_requested.connect(self._restore_paragraph)
        dialog.name_requested.connect(self._name)
        dialog.keep_requested.connect(self._keep_named)
        dialog.removal_requested.connect(self._remove)
        self._show()
        dialog.exec()
        dialog.deleteLater()
        self._dialog = None
        self._known.clear()
        self._pairs = ()

    def _show(self) -> None:
        assert self._dialog is not None
        try:
            self._dialog.show_versions(versions.versions_of_report(self._desk.working))
        except AssistantError as error:
            self._dialog.tell(describe_error(error))

    def _compare(self) -> None:
        from assistant.window.version_dialog import in_order
        from assistant.workbench.comparing import paired_reports

        dialog = self._dialog
        if dialog is None or dialog.chosen is None:
            return
        other, present = dialog.against, self._desk.working.report
        wanted = (dialog.chosen,) if other is None else in_order(dialog.chosen, other)

        def work() -> tuple[tuple[PairOfParagraphs, ...], frozenset[int]]:
            former, latter = [*(self._read(one).report for one in wanted), present][:2]
            pairs = paired_reports(former, latter)
            return pairs, versions.restorable_pairs(latter, former, pairs)

        made = self._waited(work)
        if made is not None:
            self._pairs, restorable = made
            dialog.show_comparison(self._pairs, restorable)

    def _read(self, version: Version) -> versions.SavedReport:
        """Return what a version holds; of those that are looked at one after the other it is read once."""
        if version.path not in self._known:
            while len(self._known) >= _MOST_KNOWN:
                del self._known[next(iter(self._known))]
            self._known[version.path] = versions.load_version(version)
        return self._known[version.path]

    def _waited(self, work: Callable[[], _Result]) -> _Result | None:
        """Return what is worked out of a version; None, and told, where it cannot be read or takes too long."""
        dialog = self._dialog
        assert dialog is not None
        length = len(self._desk.working.report.text)
        try:
            return waited_for(dialog, sentence("versions.wait"), length, work)
        except WaitGivenUpError:
            dialog.tell(sentence("versions.given_up"))
        except AssistantError as error:
            dialog.tell(describe_error(error))
        return None

    def _restore(self) -> None:
        if self._dialog is None or self._desk.is_read_only or (version := self._dialog.chosen) is None:
            return
        working, path = self._desk.working, self._desk.path

        def work() -> versions.SavedReport:
            loaded = self._read(version)
            versions.keep(working, Reason.RESTORE, path=path)
            return loaded

        if (loaded := self._waited(work)) is None:
            return
        self.take_back(loaded)
        self._dialog.accept()
        self.told.emit(sentence("versions.restored"), False)

    def take_back(self, saved: versions.SavedReport) -> None:
        """Put all of a version in the place of the open report, as one step of undo."""
        before = versions.beside_text(self._desk.working)
        with self._page.one_step():
            self._desk.put(versions.with_fields_known(self._desk.working, saved, whole=True))
            self._put(versions.whole_replacement(self._desk.working.report, saved.report))
            self._page.note_fact(before, versions.beside_text(self._desk.working))

    def _restore_paragraph(self, index: int) -> None:
        if self._dialog is None or self._desk.is_read_only or (version := self._dialog.chosen) is None:
            return
        working, path, pairs = self._desk.working, self._desk.path, self._pairs

        def work() -> tuple[WorkingReport, versions.Replacement]:
            loaded = self._read(version)
            versions.keep(working, Reason.RESTORE, path=path)
            known = versions.with_fields_known(working, loaded, whole=False)
            return known, versions.paragraph_replacement(working.report, loaded.report, pairs, index)

        if (made := self._waited(work)) is None:
            return
        self._desk.put(made[0])
        self._put(made[1])
        self._flush()
        self._compare()

    def _put(self, replacement: versions.Replacement) -> None:
        put_replacement(self._page, replacement)

    def _name(self, name: str) -> None:
        assert self._dialog is not None
        version: Version | None = self._dialog.chosen
        if version is None:
            return
        try:
            versions.name_version(version, name)
        except AssistantError as error:
            self._dialog.tell(describe_error(error))
            return
        self._show()

    def _remove(self) -> None:
        assert self._dialog is not None
        version: Version | None = self._dialog.chosen
        if version is not None:
            versions.remove_version(version)
            self._show()

    def _keep_named(self, name: str) -> None:
        self._waited(lambda: self.keep(Reason.NAMED, name=name))
        self._show()
