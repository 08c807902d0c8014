"""The preview before values are taken: what each one would change, to be ticked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from assistant.window.dialog_parts import accept_button, closing_buttons, dialog_column
from assistant.window.language import tr
from assistant.window.tick_list import ROW_DATA, ticked_rows, ticking_row, ticking_tree
from assistant.workbench.field_edits import FieldEdit
from assistant.workbench.taking import Proposal, Verdict

_HEADS = ("待填项", "现在", "将改为", "表中名称", "来源", "说明", "备注")
_NAME, _SOURCE, _WHY = 3, 4, 5
_NOTES = {
    Verdict.NEW: "",
    Verdict.REPLACES: "替换已填的内容",
    Verdict.DOUBTFUL: "名称相近，请核对",
    Verdict.DIFFERS: "几份采集表不一致，请选一个",
    Verdict.RECKONED: "推算的日期，请核对",
    Verdict.MISFIT: "不合类型",
    Verdict.ABOUT: "只记来源、备注",
}
_MOST_PROBLEMS = 4
_WIDE = 1100
"""Pixels, where names of files or notes are shown as well."""


class TakingDialog(QDialog):
    """Lists what would change; what is sure and replaces nothing is ticked."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        proposals: Sequence[Proposal],
        problems: Sequence[str] = (),
        *,
        name_head: str = "",
    ) -> None:
        """Show proposals; `name_head` is said above the names that the giver uses."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(880, 560)
        self.tree = self._make_tree()
        self.tree.addTopLevelItems([_item(one) for one in proposals])
        if name_head:
            self.tree.headerItem().setText(_NAME, name_head)
        if any(item.text(_NAME) or item.text(len(_HEADS) - 1) for item in self._items()):
            self.resize(_WIDE, self.height())
        for number in (1, 2, _NAME, _SOURCE, len(_HEADS) - 1):
            self.tree.setColumnHidden(number, not any(item.text(number) for item in self._items()))
        self._count = QLabel(self)
        self._count.setObjectName("muted")
        self._accept = accept_button(self, tr("采用打勾的项"))
        column = dialog_column(self)
        column.addLayout(self._head())
        column.addWidget(self.tree, 1)
        if problems:
            column.addWidget(self._problems(problems))
        column.addLayout(closing_buttons(self, self._accept))
        self.tree.itemChanged.connect(self._leave_one_answer)
        if proposals:
            self.tree.setCurrentItem(self._items()[0], 0)
        self._update()

    @property
    def ticked(self) -> list[FieldEdit]:
        """The edits of the ticked rows."""
        return [one.edit for one in ticked_rows(self.tree)]

    def _make_tree(self) -> QTreeWidget:
        tree = ticking_tree(self, tr("将要改动的待填项"), _HEADS)
        header = tree.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(72)
        for column in range(len(_HEADS)):
            fits = column in (_SOURCE, _WHY)
            mode = QHeaderView.ResizeMode.ResizeToContents if fits else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(column, mode)
        return tree

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._count, 1)
        for words, ticked in ((tr("全选"), True), (tr("全不选"), False)):
            button = QPushButton(words, self)
            button.setProperty("quiet", True)
            button.clicked.connect(lambda _checked=False, ticked=ticked: self._tick_all(ticked))
            row.addWidget(button)
        return row

    def _problems(self, problems: Sequence[str]) -> QLabel:
        shown = list(problems[:_MOST_PROBLEMS])
        if len(problems) > _MOST_PROBLEMS:
            shown.append(tr("……共 {count} 处没有采用。", count=len(problems)))
        label = QLabel("\n".join(shown), self)
        label.setObjectName("wrong")
        label.setWordWrap(True)
        return label

    def _items(self) -> list[QTreeWidgetItem]:
        found = (self.tree.topLevelItem(row) for row in range(self.tree.topLevelItemCount()))
        return [item for item in found if item is not None]

    def _tick_all(self, ticked: bool) -> None:
        for item in self._items():
            is_choice = item.data(0, ROW_DATA).verdict is Verdict.DIFFERS
            if item.flags() & Qt.ItemFlag.ItemIsEnabled and not (ticked and is_choice):
                item.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def _leave_one_answer(self, changed: QTreeWidgetItem) -> None:
        """Of several answers for one field only the one that was ticked last stays ticked."""
        if changed.checkState(0) is Qt.CheckState.Checked:
            field_id = changed.data(0, ROW_DATA).edit.field_id
            for item in self._items():
                if item is not changed and item.data(0, ROW_DATA).edit.field_id == field_id:
                    item.setCheckState(0, Qt.CheckState.Unchecked)
        self._update()

    def _update(self) -> None:
        count = len(ticked_rows(self.tree))
        self._count.setText(
            tr(
                "共 {total} 项，打勾 {count} 项。替换和相近的请核对后再打勾。",
                total=self.tree.topLevelItemCount(),
                count=count,
            )
        )
        self._accept.setEnabled(count > 0)


def _item(proposal: Proposal) -> QTreeWidgetItem:
    unit = proposal.unit
    old = f"{proposal.old}{unit}" if proposal.old else tr("（未填）")
    source = proposal.edit.source or ""
    texts = [
        proposal.label,
        old,
        "" if proposal.verdict is Verdict.ABOUT else f"{proposal.new}{unit}",
        proposal.name,
        source,
        tr(_NOTES[proposal.verdict]),
        proposal.edit.note or "",
    ]
    return ticking_row(texts, proposal, ticked=proposal.is_ticked, enabled=proposal.verdict is not Verdict.MISFIT)
