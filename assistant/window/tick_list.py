"""Lists whose rows are ticked: the tree, its rows, and what the ticked ones stand for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from assistant.window.language import tr
from assistant.window.look import GAP

ROW_DATA = Qt.ItemDataRole.UserRole
"""Where a row keeps what it stands for."""


def ticking_tree(parent: QWidget, name: str, heads: Sequence[str]) -> QTreeWidget:
    """Return a list of rows to tick; `name` is for screen readers, `heads` are translated here."""
    tree = QTreeWidget(parent)
    tree.setObjectName("framed")
    tree.setAccessibleName(name)
    tree.setRootIsDecorated(False)
    tree.setUniformRowHeights(True)
    tree.setAllColumnsShowFocus(True)
    tree.setHeaderLabels([tr(head) for head in heads])
    # the space bar ticks what is current in the first column
    tree.itemClicked.connect(lambda item, _column: tree.setCurrentItem(item, 0))
    return tree


def ticking_row(texts: Sequence[str], stands_for: object, *, ticked: bool, enabled: bool = True) -> QTreeWidgetItem:
    """Return a row of such a list; each cell tells all of its text to the pointer."""
    item = QTreeWidgetItem(list(texts))
    item.setData(0, ROW_DATA, stands_for)
    item.setSizeHint(0, QSize(0, QFontMetrics(item.font(0)).height() + 2 * GAP))
    flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
    item.setFlags(flags | Qt.ItemFlag.ItemIsEnabled if enabled else flags)
    item.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
    for column, text in enumerate(texts):
        item.setToolTip(column, text)
    return item


def ticked_rows(tree: QTreeWidget) -> list[Any]:
    """Return what the ticked rows stand for, in the order of the list."""
    items = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return [item.data(0, ROW_DATA) for item in items if item and item.checkState(0) is Qt.CheckState.Checked]
