"""The table of all answers: sorted by a click on a head, filtered, edited in place, copied and pasted like a sheet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from assistant.report.fields import Kind, State
from assistant.window.language import tr
from assistant.window.look import GAP, LIGHT, Colours, interface_font
from assistant.workbench.answer_rows import AnswerRow, Column, former_value, sorted_rows
from assistant.workbench.field_edits import FieldEdit
from assistant.workbench.sentences import kind_word, state_word

_HEADS = {
    Column.NUMBER: ("序号", 48),
    Column.LABEL: ("名称", 190),
    Column.VALUE: ("内容", 150),
    Column.UNIT: ("单位", 60),
    Column.STATE: ("状态", 64),
    Column.SOURCE: ("科室、来源", 110),
    Column.NOTE: ("备注", 110),
    Column.KIND: ("类型", 60),
    Column.PLACES: ("处数", 52),
    Column.CONTEXT: ("上下文", 140),
}
_COLUMNS = tuple(_HEADS)
_EDITED = (Column.VALUE, Column.SOURCE, Column.NOTE)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class _Model(QAbstractTableModel):
    """The rows as Qt wants them.

    Signals:
        edited: a cell was given other words (object: FieldEdit).
    """

    edited = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[AnswerRow, ...] = ()
        self.colours: Colours = LIGHT
        self._column, self._descending = Column.NUMBER, False

    def show(self, rows: Sequence[AnswerRow]) -> None:
        """Take other rows; where only their contents changed, choice and place stay."""
        new = sorted_rows(rows, self._column, descending=self._descending)
        old_ids = [row.field.id for row in self.rows]
        if {row.field.id for row in new} == set(old_ids) and len(new) == len(old_ids):
            # a value that was changed just now stays where it is until the clerk sorts again
            at = {row.field.id: row for row in new}
            self.rows = tuple(at[field_id] for field_id in old_ids)
            self.dataChanged.emit(self.index(0, 0), self.index(max(0, len(new) - 1), len(_COLUMNS) - 1))
            return
        self.beginResetModel()
        self.rows = new
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column."""
        if column < 0:
            return
        self._column, self._descending = _COLUMNS[column], order is Qt.SortOrder.DescendingOrder
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
        return 0 if parent.isValid() else len(_COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the heads of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(_HEADS[_COLUMNS[section]][0])
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return that values, sources and notes can be edited."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if _COLUMNS[index.column()] in _EDITED else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return words, colours and hints of a cell."""
        row, column = self.rows[index.row()], _COLUMNS[index.column()]
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
        row, column, words = self.rows[index.row()], _COLUMNS[index.column()], str(value).strip()
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


class AnswerTable(QTableView):
    """Shows the answers of a report.

    Signals:
        edits_requested: give fields other values, sources or notes (object: list of FieldEdit).
        paste_requested: take what is on the clipboard, beginning at the current cell.
        field_activated: Enter or a double click on a row that is not edited in place (field id).
        choice_changed: other cells are chosen.
    """

    edits_requested = Signal(object)
    paste_requested = Signal()
    field_activated = Signal(str)
    choice_changed = Signal()

    def __init__(self, parent: QWidget, *, in_place: bool = True) -> None:
        super().__init__(parent)
        self._in_place = in_place
        self.rows = _Model(self)
        self.rows.edited.connect(lambda edit: self.edits_requested.emit([edit]))
        self.setModel(self.rows)
        self.setAccessibleName(tr("全部答案"))
        self.setAlternatingRowColors(False)
        self.setShowGrid(True)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        trigger = QAbstractItemView.EditTrigger
        edits = trigger.AnyKeyPressed | trigger.EditKeyPressed | trigger.DoubleClicked
        self.setEditTriggers(edits if in_place else trigger.NoEditTriggers)
        if not in_place:
            self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(QFontMetrics(interface_font()).height() + GAP + 4)
        header = self.horizontalHeader()
        header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setSortingEnabled(True)
        for number, (_words, width) in enumerate(_HEADS.values()):
            self.setColumnWidth(number, width)
        # the words for states and kinds are few, and longer in other languages
        states, kinds = [state_word(one) for one in State] + [tr("有疑问")], [kind_word(one) for one in Kind]
        metrics = QFontMetrics(interface_font())
        for column, words in ((Column.STATE, states), (Column.KIND, kinds)):
            widest = max(metrics.horizontalAdvance(word) for word in words) + GAP * 2
            self.setColumnWidth(_COLUMNS.index(column), max(_HEADS[column][1], widest))
        self.doubleClicked.connect(self._activate)
        self.selectionModel().selectionChanged.connect(lambda _on, _off: self.choice_changed.emit())

    def show_rows(self, rows: Sequence[AnswerRow]) -> None:
        """Show other rows, or the same with other contents."""
        self.rows.show(rows)

    def set_colours(self, colours: Colours) -> None:
        """Draw with the colours of a theme."""
        self.rows.colours = colours
        self.viewport().update()

    @property
    def chosen_ids(self) -> list[str]:
        """The ids of the fields in whose rows something is chosen, from top to bottom."""
        numbers = sorted({index.row() for index in self.selectedIndexes()})
        return [self.rows.rows[number].field.id for number in numbers]

    @property
    def chosen_cells(self) -> list[tuple[str, Column]]:
        """Field and column of each chosen cell that can be edited."""
        cells = ((self.rows.rows[index.row()].field.id, _COLUMNS[index.column()]) for index in self.selectedIndexes())
        return [(field_id, column) for field_id, column in cells if column in _EDITED]

    @property
    def ids_from_here(self) -> list[str]:
        """The ids of the chosen fields where there are several, else of the current one and all below it."""
        chosen = self.chosen_ids
        if len(chosen) > 1:
            return chosen
        first = max(0, self.currentIndex().row())
        return [row.field.id for row in self.rows.rows[first:]]

    @property
    def column(self) -> Column:
        """The current column."""
        index = self.currentIndex()
        return _COLUMNS[index.column()] if index.isValid() else Column.VALUE

    def choose_field(self, field_id: str | None) -> None:
        """Make a field's value the current cell, or the first one."""
        numbers = [n for n, row in enumerate(self.rows.rows) if row.field.id == field_id]
        if self.rows.rows:
            self.setCurrentIndex(self.rows.index(numbers[0] if numbers else 0, _COLUMNS.index(Column.VALUE)))

    def copy(self) -> None:
        """Put the chosen cells on the clipboard as a spreadsheet takes them."""
        chosen = {(index.row(), index.column()) for index in self.selectedIndexes()}
        if not chosen:
            return
        columns = sorted({column for _row, column in chosen})
        lines = []
        for row in sorted({row for row, _column in chosen}):
            lines.append("\t".join(cell_words(self.rows.rows[row], _COLUMNS[column]) for column in columns))
        QGuiApplication.clipboard().setText("\n".join(lines))

    def clear_chosen(self) -> None:
        """Take away the values, sources and notes in the chosen cells, all in one step."""
        edits = []
        for index in self.selectedIndexes():
            row, column = self.rows.rows[index.row()], _COLUMNS[index.column()]
            if column in _EDITED and cell_words(row, column):
                edits.append(edit_of(row.field.id, column, ""))
        if edits:
            self.edits_requested.emit(edits)

    def event(self, event: QEvent) -> bool:
        """Claim the keys that mean something here before the window's shortcuts get them."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, paste and clear like a sheet; Enter edits a cell or goes to its field."""
        key = QKeySequence.StandardKey
        if event.matches(key.Copy):
            self.copy()
        elif event.matches(key.Paste) and self._in_place:
            self.paste_requested.emit()
        elif event.matches(key.Delete) and self._in_place:
            self.clear_chosen()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            # the key reaches the table too when it ends the editing of a cell
            if self.state() is not QAbstractItemView.State.EditingState:
                self._activate(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _activate(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        if self._in_place and _COLUMNS[index.column()] in _EDITED:
            self.edit(index)
        else:
            self.field_activated.emit(self.rows.rows[index.row()].field.id)

    def leave_cell(self) -> bool:
        """Stop editing a cell and leave it as it was; return whether one was edited."""
        if self.state() is not QAbstractItemView.State.EditingState:
            return False
        editor = self.indexWidget(self.currentIndex()) or QApplication.focusWidget()
        if editor is None or not self.isAncestorOf(editor):
            return False
        self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)
        return True

    def closeEditor(self, editor: QWidget, hint: QAbstractItemView.EndEditHint) -> None:  # type: ignore[name-defined]
        """Go down one row when a cell was left with Enter, as in a sheet."""
        super().closeEditor(editor, hint)
        self.setFocus()
        if hint.name == "SubmitModelCache":
            below = self.currentIndex().siblingAtRow(self.currentIndex().row() + 1)
            if below.isValid():
                self.setCurrentIndex(below)


def _is_own(event: QKeyEvent) -> bool:
    key = QKeySequence.StandardKey
    own = (key.Copy, key.Paste, key.Delete, key.SelectAll)
    return event.key() == Qt.Key.Key_F2 or any(event.matches(one) for one in own)
