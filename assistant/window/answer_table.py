"""The table of all answers: sorted by a click on a head, filtered, edited in place, copied and pasted like a sheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QByteArray, QEvent, QItemSelection, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from assistant.report.fields import Kind, State
from assistant.window.answer_model import COLUMNS, EDITED, HEADS, AnswerModel, cell_words, edit_of
from assistant.window.language import tr
from assistant.window.look import GAP, Colours, interface_font
from assistant.workbench.answer_rows import AnswerRow, Column
from assistant.workbench.sentences import kind_word, state_word

_VALUE = COLUMNS.index(Column.VALUE)


class _Cells(QStyledItemDelegate):
    """Lets Ctrl and Enter give what was typed to every chosen cell, as in a sheet.

    Signals:
        given_to_all: what was typed is meant for all chosen cells (str).
    """

    given_to_all = Signal(str)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Take Ctrl and Enter before the line does."""
        if (
            isinstance(editor, QLineEdit)
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            words = editor.text().strip()
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)
            self.given_to_all.emit(words)
            return True
        return super().eventFilter(editor, event)


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
        """Show nothing yet; not `in_place`, Enter and a double click lead to the field, and only typing edits."""
        super().__init__(parent)
        self._in_place = in_place
        self.rows = AnswerModel(self)
        self.rows.edited.connect(lambda edit: self.edits_requested.emit([edit]))
        self.setModel(self.rows)
        cells = _Cells(self)
        cells.given_to_all.connect(self._give_to_all)
        self.setItemDelegate(cells)
        self.setAccessibleName(tr("全部答案"))
        self.setAlternatingRowColors(False)
        self.setShowGrid(True)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        trigger = QAbstractItemView.EditTrigger
        typing = trigger.AnyKeyPressed | trigger.EditKeyPressed
        self.setEditTriggers(typing | trigger.DoubleClicked if in_place else typing)
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
        for number, (_words, width) in enumerate(HEADS.values()):
            self.setColumnWidth(number, width)
        # the words for states and kinds are few, and longer in other languages
        states, kinds = [state_word(one) for one in State] + [tr("有疑问")], [kind_word(one) for one in Kind]
        metrics = QFontMetrics(interface_font())
        for column, words in ((Column.STATE, states), (Column.KIND, kinds)):
            widest = max(metrics.horizontalAdvance(word) for word in words) + GAP * 2
            self.setColumnWidth(COLUMNS.index(column), max(HEADS[column][1], widest))
        self.doubleClicked.connect(self._activate)
        self.selectionModel().selectionChanged.connect(lambda _on, _off: self.choice_changed.emit())

    def show_rows(self, rows: Sequence[AnswerRow]) -> None:
        """Show other rows, or the same with other contents; the chosen cells stay so, where they are still there."""
        current, chosen = self._place_of(self.currentIndex()), [self._place_of(one) for one in self.selectedIndexes()]
        if not self.rows.show(rows):
            return
        number = {row.field.id: at for at, row in enumerate(self.rows.rows)}
        if current is None or not number:
            return
        _, row, column = current
        again = self.rows.index(number.get(current[0], min(row, len(number) - 1)), column)
        selection = QItemSelection()
        for place in chosen:
            if place is not None and place[0] in number:
                index = self.rows.index(number[place[0]], place[2])
                selection.select(index, index)
        flags = self.selectionModel().SelectionFlag
        self.selectionModel().setCurrentIndex(again, flags.NoUpdate if selection else flags.ClearAndSelect)
        if selection:
            self.selectionModel().select(selection, flags.ClearAndSelect)

    def _place_of(self, index: QModelIndex) -> tuple[str, int, int] | None:
        """Return the field, row and column of a cell; None for no cell."""
        return (self.rows.rows[index.row()].field.id, index.row(), index.column()) if index.isValid() else None

    @property
    def columns_state(self) -> bytes:
        """How wide the columns are and what is sorted by, to be remembered."""
        return bytes(self.horizontalHeader().saveState().data())

    def restore_columns(self, state: bytes) -> None:
        """Make the columns as wide as they were, and sort as before; a state that does not fit changes nothing."""
        header = self.horizontalHeader()
        if state and header.restoreState(QByteArray(state)):
            header.setStretchLastSection(True)
            self.sortByColumn(header.sortIndicatorSection(), header.sortIndicatorOrder())

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
        cells = ((self.rows.rows[index.row()].field.id, COLUMNS[index.column()]) for index in self.selectedIndexes())
        return [(field_id, column) for field_id, column in cells if column in EDITED]

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
        return COLUMNS[index.column()] if index.isValid() else Column.VALUE

    def choose_field(self, field_id: str | None) -> None:
        """Make a field's value the current cell, or the first one."""
        numbers = [n for n, row in enumerate(self.rows.rows) if row.field.id == field_id]
        if self.rows.rows:
            self.setCurrentIndex(self.rows.index(numbers[0] if numbers else 0, _VALUE))

    def copy(self) -> None:
        """Put the chosen cells on the clipboard as a spreadsheet takes them."""
        chosen = {(index.row(), index.column()) for index in self.selectedIndexes()}
        if chosen:
            self._put_on_clipboard(
                sorted({row for row, _column in chosen}), sorted({column for _row, column in chosen}), heads=False
            )

    def copy_for_sheet(self) -> None:
        """Put names and values of all rows shown on the clipboard, with heads: filled elsewhere, they come back so."""
        columns = [COLUMNS.index(one) for one in (Column.LABEL, Column.VALUE, Column.UNIT)]
        self._put_on_clipboard(range(len(self.rows.rows)), columns, heads=True)

    def _put_on_clipboard(self, rows: Sequence[int], columns: Sequence[int], *, heads: bool) -> None:
        lines = [[tr(HEADS[COLUMNS[column]][0]) for column in columns]] if heads else []
        lines += [[cell_words(self.rows.rows[row], COLUMNS[column]) for column in columns] for row in rows]
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))

    def cut(self) -> None:
        """Put the chosen cells on the clipboard and empty those that can be edited."""
        self.copy()
        if self._in_place:
            self.clear_chosen()

    def paste(self) -> None:
        """Ask for what is on the clipboard."""
        if self._in_place:
            self.paste_requested.emit()

    def clear_chosen(self) -> None:
        """Take away the values, sources and notes in the chosen cells, all in one step."""
        self._give_to_all("")

    def _give_to_all(self, words: str) -> None:
        """Ask for the same words in all chosen cells that can be edited, in one step."""
        self._ask_for((index, words) for index in self.selectedIndexes())

    def fill_down(self) -> None:
        """Put the uppermost of the chosen cells of each column into those below it; one cell takes the one above."""
        cells = [one for one in self.selectedIndexes() if COLUMNS[one.column()] in EDITED]
        top: dict[int, QModelIndex] = {}
        for one in sorted(cells, key=QModelIndex.row):
            top.setdefault(one.column(), one)
        rows = {one.row() for one in cells}
        if len(rows) == 1:
            top = {column: one.siblingAtRow(one.row() - 1) for column, one in top.items()}
        words = {column: str(one.data()) for column, one in top.items() if one.isValid()}
        self._ask_for((one, words[one.column()]) for one in cells if one.column() in words)

    def _ask_for(self, wanted: Iterable[tuple[QModelIndex, str]]) -> None:
        edits = []
        for index, words in wanted:
            row, column = self.rows.rows[index.row()], COLUMNS[index.column()]
            if column in EDITED and cell_words(row, column) != words:
                edits.append(edit_of(row.field.id, column, words))
        if edits:
            self.edits_requested.emit(edits)

    def choose_column(self) -> None:
        """Choose all cells of the current column, as a click on its head does in a sheet."""
        column = max(0, self.currentIndex().column())
        whole = QItemSelection(self.rows.index(0, column), self.rows.index(len(self.rows.rows) - 1, column))
        self.selectionModel().select(whole, self.selectionModel().SelectionFlag.ClearAndSelect)

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
        elif event.matches(key.Cut):
            self.cut()
        elif event.matches(key.Paste):
            self.paste()
        elif event.matches(key.Delete) and self._in_place:
            self.clear_chosen()
        elif _is_fill_down(event) and self._in_place:
            self.fill_down()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            # the key reaches the table too when it ends the editing of a cell
            if self.state() is not QAbstractItemView.State.EditingState:
                self._activate(self.currentIndex())
        else:
            if _begins_typing(event) and COLUMNS[self.currentIndex().column()] not in EDITED:
                self.setCurrentIndex(self.currentIndex().siblingAtColumn(_VALUE))  # what is typed is its value
            super().keyPressEvent(event)

    def _activate(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        if self._in_place and COLUMNS[index.column()] in EDITED:
            self.edit(index)
        else:
            self.field_activated.emit(self.rows.rows[index.row()].field.id)

    def leave_cell(self, *, keeps: bool = False) -> bool:
        """Stop editing a cell, and leave it as it was or take what was typed; return whether one was edited."""
        if self.state() is not QAbstractItemView.State.EditingState:
            return False
        editor = self.indexWidget(self.currentIndex()) or QApplication.focusWidget()
        if editor is None or not self.isAncestorOf(editor):
            return False
        if keeps:
            self.commitData(editor)
        hint = QAbstractItemDelegate.EndEditHint
        self.closeEditor(editor, hint.NoHint if keeps else hint.RevertModelCache)
        return True

    def closeEditor(self, editor: QWidget, hint: QAbstractItemView.EndEditHint) -> None:  # type: ignore[name-defined]
        """Go down one row when a cell was left with Enter, sideways with Tab, as in a sheet."""
        sideways = {"EditNextItem": 1, "EditPreviousItem": -1}.get(hint.name)
        super().closeEditor(editor, hint if sideways is None else hint.NoHint)
        self.setFocus()
        if hint.name == "SubmitModelCache":
            below = self.currentIndex().siblingAtRow(self.currentIndex().row() + 1)
            if below.isValid():
                self.setCurrentIndex(below)
        elif sideways is not None:
            self._go_sideways(sideways)

    def _go_sideways(self, by: int) -> None:
        """Go to the next (1) or previous (-1) cell that can be edited, at the end of a row into the next one."""
        edited = [COLUMNS.index(column) for column in EDITED]
        at = self.currentIndex().row() * len(edited) + edited.index(self.currentIndex().column()) + by
        if 0 <= at < len(self.rows.rows) * len(edited):
            self.setCurrentIndex(self.rows.index(at // len(edited), edited[at % len(edited)]))


def _begins_typing(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    is_letter = bool(event.text().strip()) and event.text().isprintable() and not held
    return is_letter or event.key() == Qt.Key.Key_F2


def _is_fill_down(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier


def _is_own(event: QKeyEvent) -> bool:
    key = QKeySequence.StandardKey
    own = (key.Copy, key.Cut, key.Paste, key.Delete, key.SelectAll)
    return event.key() == Qt.Key.Key_F2 or _is_fill_down(event) or any(event.matches(one) for one in own)
