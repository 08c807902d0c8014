"""The unit dialog 单位信息: the own unit's values, entered once, and what they propose for an open report."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from assistant.window.dialog_parts import accept_button, closing_buttons, dialog_column, head_words, muted_words
from assistant.window.language import tr
from assistant.window.look import GAP
from assistant.workbench.unit_info import AnswerBook, BookProposal, is_usable_value

_ENTRIES = (
    ("province", "省（自治区、直辖市）", "例：江南省"),
    ("city", "市（州、盟）", "例：安澜市"),
    ("county", "县（市、区）", "例：青禾县"),
    ("unit", "单位全称", "例：青禾县财政局"),
    ("unit_short", "单位简称", "例：县财政局"),
    ("industry", "行业", "例：财政"),
    ("superior", "上级单位", "例：安澜市财政局"),
    ("secretary", "党组书记", "姓名"),
    ("head", "局长（主要负责人）", "姓名"),
)
_FIELD = Qt.ItemDataRole.UserRole


class UnitDialog(QDialog):
    """Takes the values of the own unit."""

    def __init__(self, parent: QWidget, book: AnswerBook) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("单位信息"))
        self.setMinimumWidth(460)
        self._book = book
        self._lines: dict[str, QLineEdit] = {}
        about = muted_words(self, tr("填一次，以后每份报告都会据此提示地名、单位、行业和姓名。只存在本机。"))
        form = QFormLayout()
        form.setSpacing(GAP)
        for name, label, example in _ENTRIES:
            line = QLineEdit(getattr(book, name), self)
            line.setPlaceholderText(tr(example))
            line.setAccessibleName(tr(label))
            self._lines[name] = line
            form.addRow(tr(label), line)
        column = dialog_column(self)
        column.addWidget(about)
        column.addLayout(form)
        column.addSpacing(GAP)
        column.addLayout(closing_buttons(self, accept_button(self, tr("保存"))))

    @property
    def book(self) -> AnswerBook:
        """The values as they are entered now; what cannot be stored stays as it was."""
        texts = {name: line.text().strip() for name, line in self._lines.items()}
        usable: dict[str, Any] = {n: text for n, text in texts.items() if not text or is_usable_value(text)}
        return replace(self._book, **usable)


class ProposalDialog(QDialog):
    """Lists what the own unit's values propose, each to be ticked; one button takes them all."""

    def __init__(self, parent: QWidget, proposals: tuple[BookProposal, ...]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("采用单位信息"))
        self.resize(520, 420)
        head = head_words(self, tr("以下各项可以按单位信息填写"))
        self._list = QListWidget(self)
        self._list.setObjectName("framed")
        self._list.setAccessibleName(tr("可以填写的项"))
        for proposal in proposals:
            places = len(proposal.field.occurrences)
            count = tr("（{places} 处）", places=places) if places > 1 else ""
            item = QListWidgetItem(f"{proposal.field.label}{count}　→　{proposal.value}", self._list)
            item.setData(_FIELD, (proposal.field.id, proposal.value))
            item.setCheckState(Qt.CheckState.Checked)
        column = dialog_column(self)
        column.addWidget(head)
        column.addWidget(self._list, 1)
        column.addLayout(closing_buttons(self, accept_button(self, tr("填写打勾的项"))))

    @property
    def ticked(self) -> dict[str, str]:
        """Values by field id of the ticked rows."""
        items = [self._list.item(row) for row in range(self._list.count())]
        return dict(item.data(_FIELD) for item in items if item.checkState() is Qt.CheckState.Checked)
