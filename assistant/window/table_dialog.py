"""The table dialog 从表格取数: which cell of a table gives which field, each to be ticked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from assistant.report.fields import Field
from assistant.window.dialog_parts import accept_button, closing_buttons, dialog_column, muted_words
from assistant.window.language import tr
from assistant.window.tick_list import ticked_rows, ticking_row, ticking_tree
from assistant.window.waiting import WaitGivenUpError, waited_for
from assistant.workbench.sentences import sentence
from assistant.workbench.table_import import Table, TableProposal, proposals_from

_HEADS = ("待填项", "表中名称", "值", "把握")
_NAME_COLUMN_SHARE = 0.36


class TableDialog(QDialog):
    """Lists what a table gives for the open figures; what leaves no doubt is ticked."""

    def __init__(self, parent: QWidget, tables: Sequence[Table], fields: Sequence[Field]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("从表格取数"))
        self.resize(760, 520)
        self._known: dict[tuple[int, int | None], tuple[TableProposal, ...]] = {}
        self._tables, self._fields = tables, fields
        self._sheets = QComboBox(self)
        self._sheets.setAccessibleName(tr("工作表"))
        self._sheets.addItems([table.title for table in tables])
        self._columns = QComboBox(self)
        self._columns.setAccessibleName(tr("数值所在栏"))
        self._about = muted_words(self)
        self._tree = self._make_tree()
        self._accept = accept_button(self, tr("填写打勾的项"))
        column = dialog_column(self)
        column.addLayout(self._choices())
        column.addWidget(self._about)
        column.addWidget(self._tree, 1)
        column.addLayout(closing_buttons(self, self._accept))
        self._sheets.currentIndexChanged.connect(self._show_sheet)
        self._columns.currentIndexChanged.connect(self._show_proposals)
        self._tree.itemChanged.connect(self._update_button)
        self._choose_fullest_sheet()

    @property
    def ticked(self) -> dict[str, str]:
        """Values by field id of the ticked rows."""
        return {one.field_id: one.value for one in self._ticked_proposals()}

    @property
    def places(self) -> dict[str, str]:
        """Sheet and cell by field id of the ticked rows."""
        title = self._tables[self._sheets.currentIndex()].title
        return {one.field_id: f"{title} {one.place}" for one in self._ticked_proposals()}

    def _ticked_proposals(self) -> list[TableProposal]:
        return ticked_rows(self._tree)

    # -- building ----------------------------------------------------------------------------------

    def _make_tree(self) -> QTreeWidget:
        tree = ticking_tree(self, tr("可以填写的项"), _HEADS)
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.ResizeToContents)
        header.resizeSection(1, int(self.width() * _NAME_COLUMN_SHARE))
        return tree

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for text, combo in ((tr("工作表"), self._sheets), (tr("数值所在栏"), self._columns)):
            label = QLabel(text, self)
            label.setBuddy(combo)
            row.addWidget(label)
            row.addWidget(combo, 1)
        return row

    # -- showing -----------------------------------------------------------------------------------

    def _choose_fullest_sheet(self) -> None:
        counts = [len(self._proposals_from(table, None)) for table in self._tables]
        fullest = counts.index(max(counts))
        if fullest == self._sheets.currentIndex():
            self._show_sheet(fullest)
        else:
            self._sheets.setCurrentIndex(fullest)

    def _proposals_from(self, table: Table, column: int | None) -> tuple[TableProposal, ...]:
        """Return what a sheet gives, worked out once; nothing where the clerk does not want to wait for a long one."""
        known = id(table), column
        if known not in self._known:
            words, pairs = sentence("table.wait"), len(table.grid) * len(self._fields)
            place = self if self.isVisible() else self.parentWidget() or self
            try:
                self._known[known] = waited_for(
                    place, words, pairs, lambda: proposals_from(table, self._fields, column)
                )
            except WaitGivenUpError:
                self._known[known] = ()
        return self._known[known]

    def _show_sheet(self, index: int) -> None:
        self._columns.blockSignals(True)
        self._columns.clear()
        self._columns.addItem(tr("自动判断"), None)
        for number, (column, heading) in enumerate(self._tables[index].columns, 1):
            self._columns.addItem(heading or tr("第 {number} 个数值栏", number=number), column)
        self._columns.blockSignals(False)
        self._show_proposals()

    def _show_proposals(self) -> None:
        table = self._tables[self._sheets.currentIndex()]
        proposals = self._proposals_from(table, self._columns.currentData())
        self._tree.blockSignals(True)
        self._tree.clear()
        items = [_item(proposal) for proposal in proposals]
        self._tree.addTopLevelItems(items)
        self._tree.blockSignals(False)
        if items:
            self._tree.setCurrentItem(items[0], 0)
        words = sentence("table.about", count=len(proposals)) if proposals else sentence("table.no_match")
        if table.unreadable:
            words += sentence("table.unreadable", count=table.unreadable)
        self._about.setText(words)
        self._update_button()

    def _update_button(self) -> None:
        self._accept.setEnabled(bool(self.ticked))


def _item(proposal: TableProposal) -> QTreeWidgetItem:
    value = f"{proposal.value}{proposal.unit}"
    if proposal.original:
        value += tr("（表中 {original}）", original=proposal.original)
    texts = [proposal.label, proposal.name, value, tr("一致") if proposal.is_exact else tr("可能")]
    item = ticking_row(texts, proposal, ticked=proposal.is_exact)
    for column in range(len(_HEADS)):
        item.setToolTip(column, tr("{text}\n单元格 {place}", text=item.text(column), place=proposal.place))
    return item
