"""Figures from any table: which cell of a workbook gives which field, by the words of its row and column.

Words decide, never positions: where two rows are equally good, nothing is proposed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from difflib import SequenceMatcher

from assistant.filling.sheet_cells import SheetGrid, read_grids
from assistant.filling.table_rows import (
    MOST_ROWS,
    PERCENT_UNITS,
    Grid,
    TableColumn,
    TableRow,
    figure_of,
    squeezed,
    table_rows,
)
from assistant.filling.table_words import opposites, table_pattern
from assistant.filling.values import tidy_value
from assistant.report.fields import Field, Kind

EXACT, LIKELY = 1.0, 0.9
"""Score of a match that leaves no doubt, and the highest one of a match that the clerk must look at."""
_CLOSE = 0.05
_LEAST_RATIO = 0.75
_SHORTEST_FUZZY = 5

_SCALED = re.compile("(?P<scale>亿|千万|百万|十万|万|千)?(?P<base>.+)")
_SCALES = {"": 0, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8}
_ASIDE = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class TableSheet:
    """A visible sheet of a workbook."""

    title: str
    grid: Grid
    """What is shown, by (row, column) from 1; words merged downwards stand in each of their rows."""
    unreadable: int = 0
    """Cells left out: errors, formulas not computed, formats that show something else than the value."""


@dataclass(frozen=True, slots=True)
class TableMatch:
    """A cell that gives a field its value."""

    field_id: str
    row: int
    column: int
    name: str
    """The row's name as it stands in the table."""
    value: str
    """The figure in the field's unit."""
    unit: str
    score: float
    """EXACT where name and unit leave no doubt, else less."""
    heading: str = ""
    """The column's heading."""
    original: str = ""
    """Figure and unit as the table has them, where they were converted."""

    @property
    def is_exact(self) -> bool:
        """Whether nothing is in doubt."""
        return self.score >= EXACT


def read_table(data: bytes) -> tuple[TableSheet, ...]:
    """Return the visible sheets of a workbook that hold something, as they are shown.

    Raises:
        AssistantError: the codes of `read_grids`.
    """
    return tuple(sheet for grid in read_grids(data) if (sheet := _sheet(grid)).grid)


def match_table(grid: Grid, fields: Sequence[Field], *, value_column: int | None = None) -> tuple[TableMatch, ...]:
    """Return the cells that give these fields their figures, in the order of the fields.

    `value_column` is the column that holds the amounts, where the clerk has said so.
    """
    rows = [(row, [plain_name(name) for name in row.names]) for row in table_rows(grid)]
    found = [(field, best) for field in fields if (best := _best(field, grid, rows, value_column)) is not None]
    return tuple(match for field, match in found if not _is_contested(field, match, found))


def figure_columns(grid: Grid) -> tuple[TableColumn, ...]:
    """Return the columns that a clerk may choose amounts from."""
    columns = {one.column: one for row in table_rows(grid) for one in row.columns if one.role == "amount"}
    return tuple(columns[column] for column in sorted(columns))


# --- From cells to named rows ---------------------------------------------------------------------------------------


def _sheet(grid: SheetGrid) -> TableSheet:
    shown: dict[tuple[int, int], str] = {}
    unreadable = len(grid.uncomputed - grid.cells.keys())
    for place, cell in grid.cells.items():
        text = cell.as_text(None)
        if text.problem:
            unreadable += 1
        elif text.text:
            shown[place] = text.text
    for (row, column), top in grid.merged.items():
        text_above = shown.get((top, column), "")
        if row <= MOST_ROWS and text_above and figure_of(text_above) is None:
            shown.setdefault((row, column), text_above)
    return TableSheet(grid.title, shown, unreadable)


# --- From named rows to fields --------------------------------------------------------------------------------------


def _best(
    field: Field, grid: Grid, rows: Sequence[tuple[TableRow, list[str]]], value_column: int | None
) -> TableMatch | None:
    """Return the only best cell for a field."""
    found: list[tuple[float, TableMatch]] = []
    for label, role in _wishes(field):
        wanted = plain_name(label)
        for row, names in rows:
            alike = max(likeness(wanted, name) for name in names)
            match = _cell_of(field, grid, row, role, value_column) if alike else None
            if match is not None:
                found.append((alike, match))
    if not found:
        return None
    found.sort(key=lambda one: -one[0])
    alike, best = found[0]
    others = [score for score, match in found[1:] if (match.row, match.column) != (best.row, best.column)]
    if any(alike - score < _CLOSE and (alike < EXACT or score >= EXACT) for score in others):
        return None
    return replace(best, score=min(alike, best.score))


def _wishes(field: Field) -> Iterator[tuple[str, str]]:
    """Yield (name of the row, role of the column) that can give a field its value."""
    if field.kind not in (Kind.NUMBER, Kind.PERCENT):
        return
    yield field.label, "amount"
    pattern, role = (
        (table_pattern("label", "rate"), "rate")
        if field.kind is Kind.PERCENT
        else (table_pattern("label", "change"), "change")
    )
    found = pattern.fullmatch(field.label)
    if found is not None:
        yield found["subject"], role


def _is_contested(field: Field, match: TableMatch, found: Sequence[tuple[Field, TableMatch]]) -> bool:
    """Whether a field of another label fits the same cell as well, or better."""
    return any(
        (other.row, other.column) == (match.row, match.column)
        and rival.label != field.label
        and other.score >= match.score
        for rival, other in found
    )


def plain_name(text: str) -> str:
    """Return a row's name or a label without numbering, 其中, 全市, units and punctuation."""
    bare = table_pattern("unit_behind").sub("", squeezed(text))
    before = ""
    while bare != before:
        before = bare
        bare = (
            table_pattern("row", "lead")
            .sub("", table_pattern("row", "numbering").sub("", bare))
            .lstrip("：:、，,.．·-—*★▲#")
        )
    return table_pattern("row", "sum").sub("", _ASIDE.sub("", bare))


def likeness(wanted: str, name: str) -> float:
    """Return how surely two plain names mean one thing: 1 the same, 0 not at all."""
    if wanted == name:
        return EXACT if name else 0.0
    short, long = sorted((wanted, name), key=len)
    if len(short) < 2 or _is_generic(short) or 2 * len(short) < len(long):
        return 0.0
    if len(set(short) & set(long)) * 2 < len(set(short)) or _means_another(short, long):
        return 0.0
    if short in long:
        behind = long.rpartition(short)[2]
        is_same_head = not behind or _is_generic(behind)
        return 0.75 + 0.14 * len(short) / len(long) if is_same_head else 0.0
    if len(short) < _SHORTEST_FUZZY:
        return 0.0
    matcher = SequenceMatcher(None, wanted, name, autojunk=False)
    if matcher.quick_ratio() < _LEAST_RATIO or matcher.ratio() < _LEAST_RATIO:
        return 0.0
    # a word in place of another one is another thing (高等教育, 中等教育); a word more or less is a longer name
    return 0.0 if any(kind == "replace" for kind, *_ in matcher.get_opcodes()) else 0.9 * matcher.ratio()


def _is_generic(words: str) -> bool:
    """Whether words only say that there is a figure: 支出合计."""
    return table_pattern("row", "generic").fullmatch(words) is not None


def _means_another(one: str, other: str) -> bool:
    """Whether a word stands in one name only that makes it another figure."""
    if sorted(table_pattern("row", "other_thing").findall(one)) != sorted(
        table_pattern("row", "other_thing").findall(other)
    ):
        return True
    return any((a in one, b in one) != (a in other, b in other) for a, b in opposites() if (a in one) != (a in other))


# --- From a cell to a value -----------------------------------------------------------------------------------------


def _cell_of(field: Field, grid: Grid, row: TableRow, role: str, value_column: int | None) -> TableMatch | None:
    """Return the row's cell that a report tells, in the unit of the field; None where there is none, or no best."""
    columns = [column for column in row.columns if column.role == role and (row.row, column.column) in grid]
    if role == "amount" and value_column is not None:
        columns = [column for column in row.columns if column.column == value_column]
    fitting = [(column, match) for column in columns if (match := _value_match(field, grid, row, column)) is not None]
    if not fitting:
        return None
    known = [one for one in fitting if one[1].score >= EXACT] or fitting
    top = max(column.rank for column, _ in known)
    best = [match for column, match in known if column.rank == top]
    if len(best) > 1:
        return None
    is_doubtful = top[0] == 0 and role == "amount" and value_column is None
    return replace(best[0], score=LIKELY) if is_doubtful else best[0]


def _value_match(field: Field, grid: Grid, row: TableRow, column: TableColumn) -> TableMatch | None:
    shown = grid.get((row.row, column.column), "")
    figure = figure_of(shown)
    if figure is None:
        return None
    text, own_unit = figure
    row_unit = row.unit if column.role in ("amount", "change") else ""
    unit = own_unit or row_unit or column.unit
    converted = _converted(text, unit, field.unit)
    if converted is None:
        return None
    value, score = converted, EXACT
    if not unit and (field.kind is Kind.PERCENT or _is_scaled(field.unit)):
        if field.kind is Kind.PERCENT and abs(Decimal(text)) < 1:
            return None  # five hundredths or five per cent: only the cell's format could tell
        score = LIKELY
    if field.kind is Kind.PERCENT and not own_unit and abs(Decimal(text)) < 1:
        score = LIKELY  # may be a fraction under a heading that says %
    if column.role != "amount":
        falls = table_pattern("label", "falls").search(field.label) is not None
        if falls and not value.startswith("-"):
            return None
        score = LIKELY if value.startswith("-") and not falls else score
        value = value.removeprefix("-") if falls else value
    if not tidy_value(field, value).fits:
        return None
    original = text + unit if value != text else ""
    return TableMatch(
        field.id, row.row, column.column, row.names[0], value, field.unit, score, column.heading, original
    )


def _is_scaled(unit: str) -> bool:
    """Whether a figure in this unit could stand in a table in another one."""
    return unit.endswith("元") or unit.startswith(("亿", "万"))


def _converted(text: str, unit: str, wanted: str) -> str | None:
    """Return a figure in the wanted unit, or None where the units are of different things."""
    wanted = squeezed(wanted)
    if not unit or not wanted or unit == wanted:
        return text
    if unit in PERCENT_UNITS or wanted in PERCENT_UNITS:
        return text if unit in PERCENT_UNITS and wanted in PERCENT_UNITS else None
    one, other = _SCALED.fullmatch(unit), _SCALED.fullmatch(wanted)
    if one is None or other is None or one["base"] != other["base"]:
        return None
    shift = _SCALES[one["scale"] or ""] - _SCALES[other["scale"] or ""]
    figure = Decimal(text).scaleb(shift)
    if shift < 0 and figure:
        # two decimals as reports have them; a small figure keeps three digits
        places = max(2, 2 - figure.adjusted())
        figure = min(figure, figure.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP), key=_length)
    whole, _, decimals = f"{figure:f}".partition(".")
    decimals = decimals.rstrip("0")
    return f"{whole}.{decimals}" if decimals else whole


def _length(figure: Decimal) -> int:
    return len(figure.as_tuple().digits)
