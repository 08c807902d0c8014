"""What dialogs with rows to tick share: the rows that are ticked, and the buttons below them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTreeWidget

from assistant.window.language import tr

ROW_DATA = Qt.ItemDataRole.UserRole
"""Where a row keeps what it stands for."""


def ticked_rows(tree: QTreeWidget) -> list[Any]:
    """Return what the ticked rows stand for, in the order of the list."""
    items = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return [item.data(0, ROW_DATA) for item in items if item and item.checkState(0) is Qt.CheckState.Checked]


def closing_buttons(dialog: QDialog, accept: QPushButton) -> QHBoxLayout:
    """Return the row of 取消 and the button that takes what is ticked."""
    row = QHBoxLayout()
    row.addStretch(1)
    cancel = QPushButton(tr("取消"), dialog)
    cancel.clicked.connect(dialog.reject)
    row.addWidget(cancel)
    row.addWidget(accept)
    return row
