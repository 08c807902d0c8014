"""The rows of the fill panel: sections and fields in the order of the text, filtered."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from assistant.report.fields import Field, State
from assistant.window.language import tr
from assistant.workbench.advice import Remark
from assistant.workbench.answer_rows import Office, Which, is_shown, remarks_by_field
from assistant.workbench.sentences import state_word
from assistant.workbench.working import WorkingReport, section_entries

ROW = Qt.ItemDataRole.UserRole + 1
_CONTEXT = 14


@dataclass(frozen=True, slots=True)
class SectionRow:
    """The head of a group: the section in which the fields below it first stand."""

    title: str
    settled: int
    total: int


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field with the words around its first place."""

    field: Field
    before: str
    shown: str
    behind: str
    remark: str = ""
    """What a check says of the value, or ""."""

    def speaks_of(self, words: str) -> bool:
        """Whether label, value or context hold the words that the clerk looks for."""
        return words in self.field.label + "\n" + self.field.value + "\n" + self.before + self.shown + self.behind


Row = SectionRow | FieldRow


def rows_of(
    working: WorkingReport,
    remarks: Sequence[Remark] = (),
    *,
    words: str = "",
    which: Which | Office = Which.ALL,
) -> tuple[Row, ...]:
    """Return the rows to show: every section that has fields first in it, then these fields."""
    entries = section_entries(working)
    positions = [entry.position for entry in entries]
    said = remarks_by_field(working.report.fields, remarks)
    groups: dict[str, list[FieldRow]] = {}
    for field in working.report.fields:
        above = bisect_right(positions, field.start)
        title = entries[above - 1].number + entries[above - 1].heading if above else tr("开头")
        groups.setdefault(title, []).append(field_row(working, field, said.get(field.id, "")))
    rows: list[Row] = []
    for title, members in groups.items():
        shown = [r for r in members if is_shown(r.field, r.remark, which) and (not words or r.speaks_of(words))]
        if shown:
            settled = sum(not r.field.state.blocks_final for r in members)
            rows += [SectionRow(title, settled, len(members)), *shown]
    return tuple(rows)


def field_row(working: WorkingReport, field: Field, remark: str = "") -> FieldRow:
    """Return the row of one field; `remark` is what a check says of its value."""
    text, place = working.report.text, field.occurrences[0]
    before = text[max(0, place.start - _CONTEXT) : place.start].rsplit("\n", 1)[-1]
    behind = text[place.end : place.end + _CONTEXT * 2].split("\n", 1)[0]
    return FieldRow(field, before, text[place.start : place.end], behind, remark)


class FillRows(QAbstractListModel):
    """The rows as a Qt list."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row itself, or a text for screen readers."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, FieldRow):
            lines = (row.field.label, f"{row.before}{row.shown}{row.behind}", row.remark)
            return "\n".join(line for line in lines if line)
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Return that fields can be chosen and section heads cannot."""
        if index.isValid() and isinstance(self._rows[index.row()], SectionRow):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def show(self, rows: tuple[Row, ...]) -> None:
        """Take other rows; where only their contents changed, the list keeps its place and need only be painted.

        Of rows with other contents nothing is told: a list measures all of its rows anew when it hears of one.
        """
        if [_identity(row) for row in rows] == [_identity(row) for row in self._rows]:
            self._rows = rows
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def is_section(self, number: int) -> bool:
        """Whether a row is the head of a section."""
        return isinstance(self._rows[number], SectionRow)

    def index_of(self, field_id: str | None) -> QModelIndex:
        """Return the index of a field's row, invalid where it is not shown."""
        for number, row in enumerate(self._rows):
            if isinstance(row, FieldRow) and row.field.id == field_id:
                return self.index(number)
        return QModelIndex()

    def field_ids(self) -> list[str]:
        """Return the ids of the fields shown, in order."""
        return [row.field.id for row in self._rows if isinstance(row, FieldRow)]


def _spoken(row: Row) -> str:
    """Return what a screen reader says of a row: all that the others see by colour and badge."""
    if isinstance(row, SectionRow):
        return tr("{title}，已填 {settled}/{total}", title=row.title, settled=row.settled, total=row.total)
    field = row.field
    value = f"{field.value}{field.unit}" if field.state in (State.FILLED, State.CONFIRMED) else ""
    old = tr("（{value}）", value=field.value) if field.state is State.STALE else ""
    return tr("，").join(one for one in (field.label, value or state_word(field.state) + old, row.remark) if one)


def _identity(row: Row) -> str:
    return row.title if isinstance(row, SectionRow) else row.field.id
