"""The status line: how much is filled, how long the report is, what a check remarks, and the zoom."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from assistant.window.language import tr
from assistant.workbench.sentences import sentence
from assistant.workbench.working import WorkingReport, progress_of

PROGRESS, PAGES, LENGTH, REMARKS, ZOOM = "progress", "pages", "length", "remarks", "zoom"


class _Fact(QLabel):
    """A fact that leads somewhere when it is clicked; its keys are those of a menu.

    Signals:
        clicked: the left button was pressed and let go here.
    """

    clicked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("fact")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a click."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()


class StatusLine(QStatusBar):
    """Shows a few quiet facts about the open report.

    Signals:
        fact_clicked: a fact was clicked (str: `PROGRESS`, `PAGES`, `LENGTH`, `REMARKS` or `ZOOM`).
    """

    fact_clicked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._facts = {name: _Fact(self) for name in (PROGRESS, PAGES, LENGTH, REMARKS, ZOOM)}
        for name, fact in self._facts.items():
            fact.clicked.connect(lambda name=name: self.fact_clicked.emit(name))
        self._progress, self._pages, self._length = (self._facts[name] for name in (PROGRESS, PAGES, LENGTH))
        self._remarks, self._zoom = self._facts[REMARKS], self._facts[ZOOM]
        self._autosave = QLabel(self)
        self._count, self._selected = 0, 0
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
        self._count = count_words(working.report.text)
        self._show_length()
        self._said = sentence("remarks", count=remarks) if remarks else ""
        self._remarks.setText(self._said)

    def show_selected(self, count: int) -> None:
        """Show how much is selected; 0 for nothing."""
        self._selected = count
        self._show_length()

    def _show_length(self) -> None:
        words = tr("已选 {selected}/{count} 字", selected=self._selected, count=self._count)
        self._length.setText(words if self._selected else tr("{count} 字", count=self._count))

    @property
    def length(self) -> str:
        """What is said of the length of report and selection."""
        return self._length.text()

    def tell_what_leads(self, hints: dict[str, str]) -> None:
        """Take what is shown where the pointer rests on a fact."""
        for name, hint in hints.items():
            self._facts[name].setToolTip(hint)

    def above(self, name: str) -> QPoint:
        """Return where a fact begins on the screen."""
        return self._facts[name].mapToGlobal(QPoint(0, 0))

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
