"""The sources of the phrase library: reports and packs that were taken in, removed with all that came from them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from assistant.window.dialog_parts import dialog_column, muted_words
from assistant.window.language import tr
from assistant.window.look import GAP
from assistant.workbench.phrases_shown import SourceEntry
from assistant.workbench.sentences import sentence

_ENTRY = Qt.ItemDataRole.UserRole
_SIZE = (680, 460)
_WIDTH = 110
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PhraseSourcesDialog(QDialog):
    """Lists the sources; built-in ones are listed too, and cannot be removed.

    Signals:
        remove_requested: remove sources (list of their ids).
        export_requested: write the phrases of sources as a pack (list of their ids).
        pack_requested: take in a pack.
        import_requested: take in reports.
        folder_requested: take in the reports of a folder.
    """

    remove_requested = Signal(list)
    export_requested = Signal(list)
    pack_requested = Signal()
    import_requested = Signal()
    folder_requested = Signal()

    def __init__(self, parent: QWidget, builtin: str) -> None:
        super().__init__(parent)
        self._builtin = builtin
        self.setWindowTitle(sentence("sources.title"))
        self.resize(*_SIZE)
        self.about = muted_words(self, sentence("sources.about"))
        self.tree = QTreeWidget(self)
        self.tree.setObjectName("framed")
        self.tree.setAccessibleName(sentence("sources.title"))
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setAllColumnsShowFocus(True)
        self.tree.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self.tree.setHeaderLabels(sentence("sources.heads").split("|"))
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.resizeSection(column, _WIDTH)
            self.tree.headerItem().setTextAlignment(column, _RIGHT)
        self.tree.itemSelectionChanged.connect(self._enable)
        column_layout = dialog_column(self)
        column_layout.addWidget(self.about)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.tree, 1)
        row.addLayout(self._buttons())
        column_layout.addLayout(row, 1)

    def show_sources(self, sources: Sequence[SourceEntry]) -> None:
        """Show the sources, the newest first."""
        self.tree.clear()
        for source in reversed(sources):
            name = tr(source.name) if source.name == self._builtin else source.name
            item = QTreeWidgetItem([name, f"{source.length:,}" if source.length else "", f"{source.phrases:,}"])
            for column in (1, 2):
                item.setTextAlignment(column, _RIGHT)
            item.setData(0, _ENTRY, source)
            item.setToolTip(0, source.name)
            self.tree.addTopLevelItem(item)
        self._enable()

    @property
    def chosen(self) -> list[int]:
        """Ids of the chosen sources that are the clerk's own."""
        entries: list[SourceEntry] = [item.data(0, _ENTRY) for item in self.tree.selectedItems()]
        return [entry.id for entry in entries if entry.name != self._builtin]

    def _buttons(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(GAP)
        buttons = (
            ("import", self.import_requested.emit),
            ("folder", self.folder_requested.emit),
            ("pack", self.pack_requested.emit),
            ("export", lambda: self.export_requested.emit(self._own_or_chosen())),
            ("remove", lambda: self.remove_requested.emit(self.chosen)),
        )
        self._named: dict[str, QPushButton] = {}
        for name, wish in buttons:
            button = self._named[name] = QPushButton(sentence(f"sources.{name}"), self)
            button.setToolTip(sentence(f"sources.{name}_hint"))
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, wish=wish: wish())
            column.addWidget(button)
        column.addStretch(1)
        close = QPushButton(sentence("sources.close"), self)
        close.clicked.connect(self.accept)
        column.addWidget(close)
        return column

    def _own_or_chosen(self) -> list[int]:
        """Return what is exported: the chosen sources, else all own ones."""
        items = (self.tree.topLevelItem(row) for row in range(self.tree.topLevelItemCount()))
        entries: list[SourceEntry] = [item.data(0, _ENTRY) for item in items if item]
        return self.chosen or [entry.id for entry in entries if entry.name != self._builtin]

    def _enable(self) -> None:
        self._named["remove"].setEnabled(bool(self.chosen))
        self._named["export"].setEnabled(bool(self._own_or_chosen()))
