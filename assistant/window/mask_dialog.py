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
    QWidget,
)

from assistant.window.dialog_parts import accept_button, closing_buttons, dialog_column, head_words, muted_words
from assistant.workbench.masking import MaskRow
from assistant.workbench.sentences import kind_word, sentence


class MaskDialog(QDialog):
    """Lists what will be masked; all rows are ticked at first."""

    def __init__(self, parent: QWidget, rows: tuple[MaskRow, ...]) -> None:
        super().__init__(parent)
        self.setWindowTitle(sentence("mask.title"))
        self.resize(560, 520)
        head = head_words(self, sentence("mask.head"))
        about = muted_words(self, sentence("mask.about"))
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(sentence("mask.filter"))
        self.filter.setAccessibleName(sentence("mask.filter"))
        self.filter.setClearButtonEnabled(True)
        self.list = self._make_list(rows)
        self._count = QLabel(self)
        self._count.setObjectName("muted")
        self.keep = accept_button(self, sentence("mask.keep"))
        column = dialog_column(self)
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
        row = closing_buttons(self, self.keep)
        row.insertWidget(0, self._count)
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
