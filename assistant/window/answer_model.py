"""The rows of the table of all answers: what each cell shows, in which colour, and what editing it asks for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from assistant.report.fields import State
from assistant.window.language import tr
from assistant.window.look import LIGHT, Colours
from assistant.workbench.answer_rows import AnswerRow, Column, former_value, sorted_rows
from assistant.workbench.field_edits import FieldEdit
from assistant.workbench.sentences import kind_word, state_word

HEADS = {
    Column.NUMBER: ("序号", 60),
    Column.LABEL: ("名称", 184),
    Column.VALUE: ("内容", 150),
    Column.UNIT: ("单位", 60),
    Column.STATE: ("状态", 64),
    Column.SOURCE: ("科室、来源", 110),
    Column.NOTE: ("备注", 110),
    Column.KIND: ("类型", 60),
    Column.PLACES: ("处数", 60),
    Column.CONTEXT: ("上下文", 140),
}
COLUMNS = tuple(HEADS)
EDITED = (Column.VALUE, Column.SOURCE, Column.NOTE)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class AnswerModel(QAbstractTableModel):
    """The rows of the table.

    Signals:
        edited: a cell was given other words (object: FieldEdit).
    """

    edited = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[AnswerRow, ...] = ()
        self.colours: Colours = LIGHT
        self._column, self._descending = Column.NUMBER, False

    def show(self, rows: Sequence[AnswerRow]) -> bool:
        """Take other rows; where only their contents changed, choice and place stay. Return whether they are others."""
        new = sorted_rows(rows, self._column, descending=self._descending)
        old_ids = [row.field.id for row in self.rows]
        if {row.field.id for row in new} == set(old_ids) and len(new) == len(old_ids):
            # a value that was changed just now stays where it is until the clerk sorts again
            at = {row.field.id: row for row in new}
            self.rows = tuple(at[field_id] for field_id in old_ids)
            self.dataChanged.emit(self.index(0, 0), self.index(max(0, len(new) - 1), len(COLUMNS) - 1))
            return False
        self.beginResetModel()
        self.rows = new
        self.endResetModel()
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column."""
        if column < 0:
            return
        self._column, self._descending = COLUMNS[column], order is Qt.SortOrder.DescendingOrder
        self.layoutAboutToBeChanged.emit()
        before = {row.field.id: number for number, row in enumerate(self.rows)}
        self.rows = sorted_rows(self.rows, self._column, descending=self._descending)
        now = {row.field.id: number for number, row in enumerate(self.rows)}
        moved = {before[field_id]: number for field_id, number in now.items()}
        for index in self.persistentIndexList():
            self.changePersistentIndex(index, self.index(moved[index.row()], index.column()))
        self.layoutChanged.emit()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the heads of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(HEADS[COLUMNS[section]][0])
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return that values, sources and notes can be edited."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if COLUMNS[index.column()] in EDITED else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return words, colours and hints of a cell."""
        row, column = self.rows[index.row()], COLUMNS[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return cell_words(row, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in (Column.NUMBER, Column.PLACES):
            return _RIGHT
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._hint(row, column)
        return None

    def _hint(self, row: AnswerRow, column: Column) -> str:
        if column is Column.VALUE and (former := former_value(row.field)):
            return "\n".join(line for line in (tr("原值：{value}", value=former), row.remark) if line)
        return row.remark if row.remark and column in (Column.VALUE, Column.STATE) else cell_words(row, column)

    def _colour(self, row: AnswerRow, column: Column) -> QColor | None:
        field, colours = row.field, self.colours
        if column is Column.VALUE and (row.remark or (field.value and field.state is State.OPEN)):
            return QColor(colours.error)
        if column is Column.STATE:
            return QColor(colours.error if row.remark else colours.open if field.state.blocks_final else colours.done)
        if column in (Column.NUMBER, Column.KIND, Column.PLACES, Column.CONTEXT):
            return QColor(colours.muted)
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for the change that was typed into a cell."""
        row, column, words = self.rows[index.row()], COLUMNS[index.column()], str(value).strip()
        if role != Qt.ItemDataRole.EditRole or words == cell_words(row, column):
            return False
        self.edited.emit(edit_of(row.field.id, column, words))
        return True


def cell_words(row: AnswerRow, column: Column) -> str:
    """Return what a cell shows."""
    field = row.field
    return {
        Column.NUMBER: str(row.number),
        Column.LABEL: field.label,
        Column.VALUE: field.value,
        Column.UNIT: field.unit,
        Column.STATE: tr("有疑问") if row.remark and field.state is not State.OPEN else state_word(field.state),
        Column.SOURCE: field.source,
        Column.NOTE: field.note,
        Column.KIND: kind_word(field.kind),
        Column.PLACES: str(len(field.occurrences)),
        Column.CONTEXT: row.context,
    }[column]


def edit_of(field_id: str, column: Column, words: str) -> FieldEdit:
    """Return the edit that puts words into a cell."""
    if column is Column.SOURCE:
        return FieldEdit(field_id, source=words)
    return FieldEdit(field_id, note=words) if column is Column.NOTE else FieldEdit(field_id, words)
