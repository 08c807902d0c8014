"""The status line: how much is filled, how long the report is, what a check remarks, and the zoom."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from assistant.window.language import tr
from assistant.workbench.sentences import sentence
from assistant.workbench.working import WorkingReport, progress_of


class StatusLine(QStatusBar):
    """Shows a few quiet facts about the open report."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._progress, self._pages, self._length = (QLabel(self) for _ in range(3))
        self._remarks, self._autosave, self._zoom = (QLabel(self) for _ in range(3))
        for label in (self._progress, self._pages, self._length, self._remarks):
            self.addWidget(label)
        self.addPermanentWidget(self._autosave)
        self.addPermanentWidget(self._zoom)
        self.setSizeGripEnabled(False)
        self._said = ""

    @property
    def remarks(self) -> str:
        """What is said of findings, or ""."""
        return self._remarks.text()

    def show_report(self, working: WorkingReport, *, remarks: int) -> None:
        """Show the facts of a report, and how many findings there are."""
        from assistant.report.counting import count_words  # not before it is wanted: the start is short

        progress = progress_of(working.report)
        self._progress.setText(tr("已填 {settled}/{total}", settled=progress.settled, total=progress.total))
        self._length.setText(tr("{count} 字", count=count_words(working.report.text)))
        self._said = sentence("remarks", count=remarks) if remarks else ""
        self._remarks.setText(self._said)

    def show_page(self, at: int, count: int) -> None:
        """Show on which of how many pages the caret stands."""
        self._pages.setText(tr("第 {at} 页，共 {count} 页", at=at, count=count))

    @property
    def pages(self) -> str:
        """What is said of the pages, or ""."""
        return self._pages.text()

    def forget_pages(self) -> None:
        """Say nothing of pages: those of another report are not known yet."""
        self._pages.clear()

    def show_looking(self, is_looking: bool) -> None:
        """Say that the report is being looked at, or what was found."""
        self._remarks.setText(sentence("check.looking") if is_looking else self._said)

    @property
    def autosave(self) -> str:
        """What is said of the last copy, or ""."""
        return self._autosave.text()

    def show_autosave(self, text: str, *, hint: str = "") -> None:
        """Say when the last copy was made, or that none could be; `hint` is shown where the pointer rests."""
        self._autosave.setText(text)
        self._autosave.setToolTip(hint)

    def show_zoom(self, percent: int) -> None:
        """Show how large the page is shown."""
        self._zoom.setText(f"{percent}%")
