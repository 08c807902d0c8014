"""The dialog of a draft that came back: every value and every changed line, each to be ticked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from assistant.window.language import tr
from assistant.window.look import GAP, GAP_LARGE
from assistant.window.tick_list import ROW_DATA, closing_buttons, ticked_rows
from assistant.workbench.draft_text import TextChange
from assistant.workbench.drafts import ReturnedValue
from assistant.workbench.sentences import sentence

_VALUE_HEADS = ("待填项", "现在", "草稿中", "说明")
_CHANGE_HEADS = ("原文", "草稿中")


class DraftDialog(QDialog):
    """Lists what came back; new values are ticked, replacements and changed text are for the clerk to tick."""

    def __init__(
        self,
        parent: QWidget,
        values: Sequence[ReturnedValue],
        changes: Sequence[TextChange],
        problems: Sequence[str],
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("读回草稿"))
        self.resize(820, 560)
        self.values = self._tree(_VALUE_HEADS, tr("草稿中填写的内容"))
        self.values.addTopLevelItems([_value_item(one) for one in values])
        self.changes = self._tree(_CHANGE_HEADS, tr("草稿中改动的文字"))
        self.changes.addTopLevelItems([_change_item(one) for one in changes])
        self._accept = QPushButton(tr("采用打勾的项"), self)
        self._accept.setProperty("primary", True)
        self._accept.setDefault(True)
        self._accept.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
        column.setSpacing(GAP)
        column.addWidget(self._words(sentence("draft.values", count=len(values))))
        column.addWidget(self.values, 3)
        if changes:
            column.addWidget(self._words(sentence("draft.changes", count=len(changes))))
            column.addWidget(self.changes, 2)
        self.changes.setVisible(bool(changes))
        if problems:
            column.addWidget(self._words("\n".join(problems[:4])))
        column.addLayout(closing_buttons(self, self._accept))
        for tree in (self.values, self.changes):
            tree.itemChanged.connect(self._update_button)
        self._update_button()

    @property
    def ticked_values(self) -> dict[str, str]:
        """Values by field id of the ticked rows."""
        return {one.field_id: one.value for one in ticked_rows(self.values)}

    @property
    def ticked_changes(self) -> list[TextChange]:
        """The ticked changes of the text."""
        return ticked_rows(self.changes)

    def _tree(self, heads: Sequence[str], name: str) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setObjectName("framed")
        tree.setAccessibleName(name)
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setAllColumnsShowFocus(True)
        tree.setHeaderLabels([tr(head) for head in heads])
        tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        # the space bar ticks what is current in the first column
        tree.itemClicked.connect(lambda item, _column: tree.setCurrentItem(item, 0))
        return tree

    def _words(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setObjectName("muted")
        label.setWordWrap(True)
        return label

    def _update_button(self) -> None:
        self._accept.setEnabled(bool(ticked_rows(self.values) or ticked_rows(self.changes)))


def _value_item(value: ReturnedValue) -> QTreeWidgetItem:
    notes = {"misfit": tr("不合类型，未采用"), "replaces": tr("与现有内容不同"), "new": ""}
    item = QTreeWidgetItem([value.label, value.now, value.value, notes[value.verdict]])
    return _row(item, value, ticked=value.verdict == "new", enabled=value.verdict != "misfit")


def _change_item(change: TextChange) -> QTreeWidgetItem:
    item = QTreeWidgetItem([change.old or tr("（无）"), change.new.strip() or tr("（删去）")])
    item = _row(item, change, ticked=False, enabled=True)
    item.setToolTip(1, change.line)
    return item


def _row(item: QTreeWidgetItem, data: object, *, ticked: bool, enabled: bool) -> QTreeWidgetItem:
    item.setData(0, ROW_DATA, data)
    item.setSizeHint(0, QSize(0, QFontMetrics(item.font(0)).height() + 2 * GAP))
    flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
    item.setFlags(flags | Qt.ItemFlag.ItemIsEnabled if enabled else flags)
    item.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
    for column in range(item.columnCount()):
        item.setToolTip(column, item.text(column))
    return item
