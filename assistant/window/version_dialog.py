"""The dialog 历史版本: the versions of the report, each beside the present text, to be taken back whole or in part."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from assistant.window.compare_view import CompareView
from assistant.window.look import GAP, GAP_LARGE, Colours
from assistant.workbench.comparing import PairOfParagraphs, difference_of
from assistant.workbench.recovering import time_of
from assistant.workbench.sentences import sentence
from assistant.workbench.versions import Version

_LIST_WIDTH = 250


class VersionDialog(QDialog):
    """Shows versions; what is done with them is done by the flow, which then shows the outcome.

    Signals:
        version_chosen: compare this one with the present text (object: Version).
        restore_requested: take the chosen version back as a whole.
        paragraph_requested: take one paragraph of it back (index of the pair).
        name_requested: keep the chosen version under this name (str).
        keep_requested: keep the present text as a version of this name (str).
    """

    version_chosen = Signal(object)
    restore_requested = Signal()
    paragraph_requested = Signal(int)
    name_requested = Signal(str)
    keep_requested = Signal(str)

    def __init__(self, parent: QWidget, colours: Colours) -> None:
        super().__init__(parent)
        self.setWindowTitle(sentence("versions.title"))
        self.resize(1040, 680)
        self._versions: tuple[Version, ...] = ()
        self._list = QListWidget(self)
        self._list.setAccessibleName(sentence("versions.title"))
        self._list.setWordWrap(True)
        self._list.setMinimumWidth(_LIST_WIDTH)
        self._list.currentRowChanged.connect(self._choose)
        self._about = QLabel(self)
        self._about.setObjectName("muted")
        self._about.setWordWrap(True)
        self._view = CompareView(self, colours)
        self._view.restore_requested.connect(self.paragraph_requested)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self._list)
        split.addWidget(self._view)
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
        column.setSpacing(GAP)
        column.addWidget(self._about)
        column.addWidget(split, 1)
        column.addLayout(self._buttons())

    @property
    def chosen(self) -> Version | None:
        """The version that is chosen in the list."""
        row = self._list.currentRow()
        return self._versions[row] if 0 <= row < len(self._versions) else None

    def show_versions(self, versions: Sequence[Version]) -> None:
        """Show these versions, latest first; the one that was chosen stays so."""
        former = self.chosen.path if self.chosen is not None else None
        self._list.blockSignals(True)
        self._versions = tuple(versions)
        self._list.clear()
        for version in versions:
            self._list.addItem(QListWidgetItem(_described(version)))
        self._list.blockSignals(False)
        paths = [version.path for version in versions]
        self._about.setText(sentence("versions.about" if versions else "versions.none"))
        self._list.setCurrentRow(paths.index(former) if former in paths else 0)
        for button in (self._restore, self._name):
            button.setEnabled(bool(versions))

    def show_comparison(self, pairs: Sequence[PairOfParagraphs]) -> None:
        """Show the chosen version beside the present text."""
        difference = difference_of(pairs)
        words = "versions.difference" if difference.paragraphs else "compare.equal"
        self._about.setText(
            sentence(words, paragraphs=difference.paragraphs, added=difference.added, removed=difference.removed)
        )
        self._view.show_pairs(pairs, (sentence("versions.then"), sentence("versions.now")), with_restore=True)

    def tell(self, text: str) -> None:
        """Show a sentence above the lists."""
        self._about.setText(text)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        keep = QPushButton(sentence("versions.keep"), self)
        keep.clicked.connect(lambda: self._ask_name(self.keep_requested.emit))
        self._name = QPushButton(sentence("versions.name"), self)
        self._name.clicked.connect(lambda: self._ask_name(self.name_requested.emit))
        self._restore = QPushButton(sentence("versions.restore"), self)
        self._restore.setProperty("primary", True)
        self._restore.clicked.connect(self.restore_requested)
        close = QPushButton(sentence("versions.close"), self)
        close.clicked.connect(self.accept)
        row.addWidget(keep)
        row.addWidget(self._name)
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(self._restore)
        for button in (keep, self._name, self._restore):
            button.setAutoDefault(False)
        return row

    def _ask_name(self, tell: Callable[[str], None]) -> None:
        name, is_given = QInputDialog.getText(self, sentence("versions.title"), sentence("versions.ask_name"))
        if is_given and name.strip():
            tell(name.strip())

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._versions):
            self.version_chosen.emit(self._versions[row])


def _described(version: Version) -> str:
    when = time_of(version.head.when_iso).strftime("%m月%d日 %H:%M")
    why = version.head.name or sentence(f"versions.reason_{version.head.reason}")
    return f"{'★ ' if version.is_named else ''}{when}　{why}"
