"""The dialog of a draft that came back: every value and every changed line, each to be ticked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from assistant.window.dialog_parts import accept_button, closing_buttons, dialog_column, muted_words
from assistant.window.language import tr
from assistant.window.tick_list import ticked_rows, ticking_row, ticking_tree
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
        self._accept = accept_button(self, tr("采用打勾的项"))
        column = dialog_column(self)
        column.addWidget(muted_words(self, sentence("draft.values", count=len(values))))
        column.addWidget(self.values, 3)
        if changes:
            column.addWidget(muted_words(self, sentence("draft.changes", count=len(changes))))
            column.addWidget(self.changes, 2)
        self.changes.setVisible(bool(changes))
        if problems:
            column.addWidget(muted_words(self, "\n".join(problems[:4])))
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
        tree = ticking_tree(self, name, heads)
        tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        return tree

    def _update_button(self) -> None:
        self._accept.setEnabled(bool(ticked_rows(self.values) or ticked_rows(self.changes)))


def _value_item(value: ReturnedValue) -> QTreeWidgetItem:
    notes = {"misfit": tr("不合类型，未采用"), "replaces": tr("与现有内容不同"), "new": ""}
    texts = [value.label, value.now, value.value, notes[value.verdict]]
    return ticking_row(texts, value, ticked=value.verdict == "new", enabled=value.verdict != "misfit")


def _change_item(change: TextChange) -> QTreeWidgetItem:
    item = ticking_row([change.old or tr("（无）"), change.new.strip() or tr("（删去）")], change, ticked=False)
    item.setToolTip(1, change.line)
    return item
