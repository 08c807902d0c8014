"""Versions: kept as the clerk works and before anything large happens; shown, named and taken back."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from assistant.report.errors import AssistantError
from assistant.window.desk import Desk
from assistant.window.file_flow import FileFlow
from assistant.window.language import tr
from assistant.window.look import colours_for
from assistant.window.page import PageEditor
from assistant.window.page_bridge import put_replacement
from assistant.workbench import versions
from assistant.workbench.sentences import describe_error, sentence
from assistant.workbench.versions import Reason, Version

if TYPE_CHECKING:
    from assistant.window.version_dialog import VersionDialog
    from assistant.workbench.comparing import PairOfParagraphs

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
        timer = QTimer(self)
        timer.timeout.connect(self.keep_by_the_clock)
        timer.start(EVERY)

    def keep(self, reason: Reason, *, name: str = "") -> bool:
        """Keep the present state; nothing is kept of a report that is only looked at."""
        if not self._desk.has_report or self._desk.is_read_only:
            return False
        return versions.keep(self._desk.working, reason, path=self._desk.path, name=name)

    def keep_basis(self) -> None:
        """Keep the report as it was taken over from a finished one, to be held against later."""
        self.keep(Reason.NAMED, name=tr("底稿原文"))

    def keep_by_the_clock(self) -> bool:
        """Have the present state kept beside the window, unless all of it is in the file; return whether it will be.

        A report of 300,000 characters takes half a second to encode: nobody who is typing is to wait for that.
        """
        if not self._desk.has_report or self._desk.is_read_only or self._desk.is_saved:
            return False
        how = {"path": self._desk.path}
        Thread(target=versions.keep, args=(self._desk.working, Reason.TIMED), kwargs=how, name="version").start()
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

    def _show(self) -> None:
        assert self._dialog is not None
        try:
            self._dialog.show_versions(versions.versions_of_report(self._desk.working))
        except AssistantError as error:
            self._dialog.tell(describe_error(error))

    def _compare(self) -> None:
        from assistant.window.version_dialog import in_order
        from assistant.workbench.comparing import paired_paragraphs

        dialog = self._dialog
        if dialog is None or dialog.chosen is None:
            return
        other = dialog.against
        texts = [self._text_of(one) for one in ((dialog.chosen,) if other is None else in_order(dialog.chosen, other))]
        texts += [self._desk.working.report.text] if other is None else []
        if texts[0] is not None and texts[1] is not None:
            self._pairs = paired_paragraphs(texts[0], texts[1])
            dialog.show_comparison(self._pairs)

    def _text_of(self, version: Version) -> str | None:
        loaded = self._loaded(version)
        return None if loaded is None else loaded.report.text

    def _loaded(self, version: Version | None) -> versions.SavedReport | None:
        """Return what a version holds; None, and told, where it cannot be read."""
        assert self._dialog is not None
        if version is None:
            return None
        try:
            return versions.load_version(version)
        except AssistantError as error:
            self._dialog.tell(describe_error(error))
            return None

    def _restore(self) -> None:
        if self._dialog is None or self._desk.is_read_only or (loaded := self._loaded(self._dialog.chosen)) is None:
            return
        self.keep(Reason.RESTORE)
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
        if self._dialog is None or self._desk.is_read_only or (loaded := self._loaded(self._dialog.chosen)) is None:
            return
        self.keep(Reason.RESTORE)
        self._desk.put(versions.with_fields_known(self._desk.working, loaded, whole=False))
        self._put(versions.paragraph_replacement(self._desk.working.report, loaded.report, self._pairs, index))
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
        self.keep(Reason.NAMED, name=name)
        self._show()
