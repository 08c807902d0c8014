"""All answers of a report as a table: its rows, which of them are shown, and in which order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from assistant.filling.markers import find_markers, holds_mask
from assistant.report.fields import Field, Kind, State
from assistant.report.numbering import numeral_value
from assistant.workbench.advice import Remark
from assistant.workbench.working import WorkingReport

_AROUND = 14
_OF_VALUES = ("figure-", "placeholder-")
"""Rules that speak of values; what others say of the sentence around a value stands in the 检查 panel."""


_BY_WORK = (State.OPEN, State.STALE, State.FILLED, State.CONFIRMED, State.WAIVED)
"""The states in the order in which they want work; what a check remarks on comes before all."""


class Column(StrEnum):
    """The columns of the table."""

    NUMBER = "number"
    LABEL = "label"
    VALUE = "value"
    UNIT = "unit"
    STATE = "state"
    SOURCE = "source"
    NOTE = "note"
    KIND = "kind"
    PLACES = "places"
    CONTEXT = "context"


class Which(StrEnum):
    """Which rows are shown, by the state of their fields."""

    ALL = "all"
    BLOCKING = "blocking"
    OPEN = "open"
    STALE = "stale"
    CONTRADICTED = "contradicted"
    SETTLED = "settled"
    WITHOUT_OFFICE = "without_office"


@dataclass(frozen=True, slots=True)
class Office:
    """The rows of one office."""

    name: str


@dataclass(frozen=True, slots=True)
class OfficeProgress:
    """How far an office has come with what it is to give."""

    name: str
    settled: int
    total: int


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One field as the table shows it."""

    number: int
    """From 1, in the order of the text."""
    field: Field
    context: str
    """The words around the first place, the place in 【】."""
    remark: str
    """What a check says of the value, or ""."""

    def speaks_of(self, words: str) -> bool:
        """Whether anything that is shown of the field holds the words."""
        field = self.field
        return words in "\n".join((field.label, field.value, field.source, field.note, self.context))


def remarks_by_field(fields: Sequence[Field], remarks: Sequence[Remark]) -> Mapping[str, str]:
    """Return what a check says of the values of fields, by field id; of several remarks the first."""
    places = sorted((place.start, place.end, field.id) for field in fields for place in field.occurrences)
    ends = [end for _, end, _ in places]
    found: dict[str, str] = {}
    for one in remarks:
        if one.rule.startswith(_OF_VALUES):
            for start, _, field_id in islice(places, bisect_right(ends, one.start), None):
                if start >= one.end:
                    break
                found.setdefault(field_id, one.message)
    return found


def can_be_doubted(field: Field) -> bool:
    """Whether a field is settled that an earlier report had a value for: it can be looked at once more."""
    marker = field.occurrences[0].marker
    return field.state in (State.CONFIRMED, State.FILLED) and bool(marker) and not holds_mask(marker)


def former_value(field: Field) -> str:
    """Return what stood in the place of a value in the report that is used again, where that is another; else ""."""
    marker = field.occurrences[0].marker
    return "" if field.state.blocks_final or marker == field.value or find_markers(marker) else marker


def answer_rows(working: WorkingReport, remarks: Sequence[Remark] = ()) -> tuple[AnswerRow, ...]:
    """Return a row for each field, in the order of the text."""
    said = remarks_by_field(working.report.fields, remarks)
    return tuple(
        AnswerRow(number, field, _context(working.report.text, field), said.get(field.id, ""))
        for number, field in enumerate(working.report.fields, 1)
    )


def _context(text: str, field: Field) -> str:
    place = field.occurrences[0]
    before = text[max(0, place.start - _AROUND) : place.start].rsplit("\n", 1)[-1]
    behind = text[place.end : place.end + _AROUND].split("\n", 1)[0]
    return f"{before}【{text[place.start : place.end]}】{behind}"


def chosen_rows(
    rows: Sequence[AnswerRow], *, which: Which | Office = Which.ALL, words: str = ""
) -> tuple[AnswerRow, ...]:
    """Return the rows that are in a state, or of an office, and speak of the words."""
    return tuple(row for row in rows if is_shown(row.field, row.remark, which) and row.speaks_of(words))


def is_shown(field: Field, remark: str, which: Which | Office) -> bool:
    """Whether a field belongs to those that are shown; `remark` is what a check says of its value."""
    if isinstance(which, Office):
        return field.source == which.name
    state = field.state
    match which:
        case Which.ALL:
            return True
        case Which.BLOCKING:
            return state.blocks_final
        case Which.OPEN:
            return state is State.OPEN
        case Which.STALE:
            return state is State.STALE
        case Which.CONTRADICTED:
            return bool(remark) or (state is State.OPEN and bool(field.value))
        case Which.SETTLED:
            return not state.blocks_final
        case Which.WITHOUT_OFFICE:
            return not field.source


def offices_of(fields: Sequence[Field]) -> tuple[str, ...]:
    """Return who is named as giving values, in the order of the text."""
    return tuple(dict.fromkeys(field.source for field in fields if field.source))


def progress_by_office(fields: Sequence[Field]) -> tuple[OfficeProgress, ...]:
    """Return how far each office has come that is named as giving values, in the order of the text."""
    given = {office: [one for one in fields if one.source == office] for office in offices_of(fields)}
    return tuple(
        OfficeProgress(office, sum(not one.state.blocks_final for one in own), len(own))
        for office, own in given.items()
    )


def sorted_rows(rows: Collection[AnswerRow], column: Column, *, descending: bool = False) -> tuple[AnswerRow, ...]:
    """Return the rows sorted by a column; figures by size, rows without anything there at the end."""
    filled = [row for row in rows if _key(row, column) is not None]
    empty = [row for row in rows if _key(row, column) is None]
    filled.sort(key=lambda row: _key(row, column) or (0, 0.0, ""), reverse=descending)
    return (*filled, *empty)


def _key(row: AnswerRow, column: Column) -> tuple[int, float, str] | None:
    field = row.field
    if column in (Column.NUMBER, Column.CONTEXT):
        return 0, row.number, ""
    if column is Column.PLACES:
        return 0, len(field.occurrences), ""
    if column is Column.STATE:
        return (0, 0, "") if row.remark else (0, 1 + _BY_WORK.index(field.state), "")
    if column is Column.KIND:
        return 0, list(Kind).index(field.kind), ""
    words = {
        Column.LABEL: field.label,
        Column.VALUE: field.value,
        Column.UNIT: field.unit,
        Column.SOURCE: field.source,
        Column.NOTE: field.note,
    }[column]
    if not words:
        return None
    figure = _figure(words) if column is Column.VALUE else None
    return (0, figure, "") if figure is not None else (1, 0.0, words)


def _figure(words: str) -> float | None:
    try:
        return float(words.replace(",", ""))
    except ValueError:
        whole = numeral_value(words)
        return float(whole) if whole is not None else None
