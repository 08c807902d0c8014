"""The masking dialog 脱敏: what will be masked in the sample, each value to be ticked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from assistant.window.look import GAP, GAP_LARGE, HEAD_SIZE, interface_font
from assistant.workbench.masking import MaskRow
from assistant.workbench.sentences import kind_word, sentence


class MaskDialog(QDialog):
    """Lists what will be masked; all rows are ticked at first."""

    def __init__(self, parent: QWidget, rows: tuple[MaskRow, ...]) -> None:
        super().__init__(parent)
        self.setWindowTitle(sentence("mask.title"))
        self.resize(560, 520)
        head = QLabel(sentence("mask.head"), self)
        head.setFont(interface_font(HEAD_SIZE, bold=True))
        about = QLabel(sentence("mask.about"), self)
        about.setObjectName("muted")
        about.setWordWrap(True)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(sentence("mask.filter"))
        self.filter.setAccessibleName(sentence("mask.filter"))
        self.filter.setClearButtonEnabled(True)
        self.list = self._make_list(rows)
        self._count = QLabel(self)
        self._count.setObjectName("muted")
        self.keep = QPushButton(sentence("mask.keep"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
        column.setSpacing(GAP)
        for widget in (head, about, self.filter):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addLayout(self._buttons())
        self.filter.textChanged.connect(self._show_matching)
        self.list.itemChanged.connect(self._update)
        self._update()
        self.list.setFocus()

    @property
    def unticked(self) -> frozenset[int]:
        """The indices of the rows that stay as they are."""
        rows = range(self.list.count())
        return frozenset(row for row in rows if self.list.item(row).checkState() is not Qt.CheckState.Checked)

    def _make_list(self, rows: tuple[MaskRow, ...]) -> QListWidget:
        made = QListWidget(self)
        made.setObjectName("framed")
        made.setAccessibleName(sentence("mask.head"))
        made.setUniformItemSizes(True)
        for row in rows:
            text = sentence(
                "mask.row", original=row.original, mask=row.mask, count=row.places, kind=kind_word(row.kind)
            )
            QListWidgetItem(text, made).setCheckState(Qt.CheckState.Checked)
        if rows:
            made.setCurrentRow(0)
        return made

    def _buttons(self) -> QHBoxLayout:
        cancel = QPushButton(sentence("mask.cancel"), self)
        cancel.clicked.connect(self.reject)
        self.keep.setProperty("primary", True)
        self.keep.setDefault(True)
        self.keep.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.keep)
        return row

    def _show_matching(self, words: str) -> None:
        """Show the rows that hold what was typed; a hidden row keeps its tick."""
        for index in range(self.list.count()):
            item = self.list.item(index)
            item.setHidden(words.strip().casefold() not in item.text().casefold())

    def _update(self) -> None:
        ticked = self.list.count() - len(self.unticked)
        self._count.setText(sentence("mask.ticked", count=ticked, total=self.list.count()))
        self.keep.setEnabled(ticked > 0)
