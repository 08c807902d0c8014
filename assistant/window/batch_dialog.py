"""The dialog 批量填写: the same value, office or note for all chosen fields."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from assistant.window.dialog_parts import accept_button, closing_buttons
from assistant.window.language import tr
from assistant.window.look import GAP, GAP_LARGE
from assistant.workbench.field_edits import FieldEdit


class BatchDialog(QDialog):
    """Asks what several fields are to have in common; what is left empty stays as it is."""

    def __init__(self, parent: QWidget, labels: Sequence[str], offices: Sequence[str]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("批量填写"))
        self.setMinimumWidth(460)
        shown = tr("、").join(labels[:3]) + (tr("等") if len(labels) > 3 else "")
        about = QLabel(
            tr("为选中的 {count} 项（{shown}）填写同样的内容，空着的不改。", count=len(labels), shown=shown), self
        )
        about.setWordWrap(True)
        about.setObjectName("muted")
        self.value = QLineEdit(self)
        self.office = QComboBox(self)
        self.office.setEditable(True)
        self.office.addItems(["", *offices])
        self.note = QLineEdit(self)
        form = QFormLayout()
        form.setSpacing(GAP)
        form.addRow(tr("内容(&V)"), self.value)
        form.addRow(tr("科室、来源(&S)"), self.office)
        form.addRow(tr("备注(&N)"), self.note)
        accept = accept_button(self, tr("填写"))
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
        column.setSpacing(GAP_LARGE)
        column.addWidget(about)
        column.addLayout(form)
        column.addLayout(closing_buttons(self, accept))
        # several fields seldom have one value, and often one office
        (self.office if len(labels) > 1 else self.value).setFocus()

    def edits(self, field_ids: Sequence[str]) -> list[FieldEdit]:
        """Return what was entered as edits of these fields."""
        value, office, note = self.value.text().strip(), self.office.currentText().strip(), self.note.text().strip()
        if not (value or office or note):
            return []
        return [FieldEdit(field_id, value or None, office or None, note or None) for field_id in field_ids]
