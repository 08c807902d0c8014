"""Rows of tables: what a sheet's cells are, by the headings above them and the names beside them.

A table is heading rows over data rows. A data row has a name with figures to its right; tables may stand side by side
or one below the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.filling.table_words import table_pattern, tiers

Grid = Mapping[tuple[int, int], str]
"""What is shown, by (row, column) from 1."""
MOST_ROWS = 3000
PERCENT_UNITS = ("%", "个百分点", "百分点")

_WIDE = str.maketrans("０１２３４５６７８９．，％－＋", "0123456789.,%-+")
_NUMBER = re.compile(r"(?P<figure>[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?P<unit>\D{0,4})")
_YEAR = re.compile(r"(?:19|20)\d\d")
_HAN = re.compile("[一-鿿]{2}")


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column with figures."""

    column: int
    heading: str
    role: str
    """amount, rate (of growth), change (amount of growth), or share."""
    unit: str
    rank: tuple[int, int]
    """How likely it is what a report tells, highest first; 0 for plans and earlier years."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A named row of one of the tables."""

    row: int
    names: tuple[str, ...]
    """Its name, then its name with the group before it."""
    unit: str
    columns: tuple[TableColumn, ...]


def table_rows(grid: Grid) -> Iterator[TableRow]:
    """Yield the named rows of all tables of a sheet."""
    lines: dict[int, dict[int, str]] = {}
    for (row, column), text in sorted(grid.items()):
        if row <= MOST_ROWS:
            lines.setdefault(row, {})[column] = text
    sheet_unit = ""
    head: list[dict[int, str]] = []
    body: list[tuple[int, dict[int, str]]] = []
    for row, line in lines.items():
        told = next(
            (found[1] for text in line.values() if (found := table_pattern("unit_of_sheet").search(squeezed(text)))), ""
        )
        if told or _is_heading(line, follows=bool(head) and not body):
            if body:
                yield from _table_rows(head, body, sheet_unit)
                head, body = [], []
            sheet_unit = told or sheet_unit
            head += [] if told else [line]
        elif _is_data(line):
            body.append((row, line))
    yield from _table_rows(head, body, sheet_unit)


def _is_data(line: Mapping[int, str]) -> bool:
    names = [column for column, text in line.items() if _is_name(text)]
    return bool(names) and any(figure_of(text) and column > names[0] for column, text in line.items())


def _is_name(text: str) -> bool:
    return bool(_HAN.search(squeezed(text))) and figure_of(text) is None


def _is_heading(line: Mapping[int, str], *, follows: bool) -> bool:
    texts = [squeezed(text) for text in line.values()]
    figures = [text for text in texts if _NUMBER.fullmatch(text) and not _YEAR.match(text)]
    if len(texts) < 2 or figures:
        return False
    words = sum(bool(table_pattern("heading", "any").search(text)) for text in texts)
    has_name = any(table_pattern("heading", "name").fullmatch(text) for text in texts)
    return follows or has_name or words * 2 > len(texts)


def _table_rows(
    head: Sequence[Mapping[int, str]], body: Sequence[tuple[int, Mapping[int, str]]], sheet_unit: str
) -> Iterator[TableRow]:
    columns = sorted({column for _, line in body for column in line})
    headings = {column: _heading(head, column) for column in columns}
    names = _name_columns(headings, [line for _, line in body])
    for group, rest in _blocks(columns, names):
        unit_columns = [column for column in rest if _is_unit_column(headings[column], column, body)]
        values = _value_columns([column for column in rest if column not in unit_columns], headings, body, sheet_unit)
        for row, line in body:
            texts = [line[column].strip() for column in group if column in line]
            texts = list(dict.fromkeys(text for text in texts if figure_of(text) is None))
            if not texts:
                continue
            both = ("".join(texts),) if len(texts) > 1 else ()
            told = next((squeezed(line[column]) for column in unit_columns if column in line), "")
            yield TableRow(row, (texts[-1], *both), told or unit_in(texts[-1]), values)


def _heading(head: Sequence[Mapping[int, str]], column: int) -> str:
    """Return the words over a column; a heading that is merged over several columns stands over each of them."""
    parts: list[str] = []
    for number, line in enumerate(head):
        text = squeezed(line.get(column, ""))
        if not text and any(column in below for below in head[number + 1 :]):
            left = max((other for other in line if other < column), default=None)
            over = squeezed(line[left]) if left is not None else ""
            text = (
                ""
                if table_pattern("heading", "name").fullmatch(over) or table_pattern("heading", "unit").fullmatch(over)
                else over
            )
        if text and text not in parts:
            parts.append(text)
    return "".join(parts)


def _name_columns(headings: Mapping[int, str], lines: Sequence[Mapping[int, str]]) -> list[int]:
    named = [column for column, heading in headings.items() if table_pattern("heading", "name").fullmatch(heading)]
    worded = {
        column: sum(_is_name(line.get(column, "")) for line in lines)
        for column, heading in headings.items()
        if not table_pattern("heading", "no_figures").fullmatch(heading)
        and not table_pattern("heading", "unit").fullmatch(heading)
    }
    named = [column for column in named if worded.get(column)]
    most = max(worded.values(), default=0)
    return named or [column for column, count in worded.items() if count and count == most][:1]


def _blocks(columns: Sequence[int], names: Sequence[int]) -> Iterator[tuple[list[int], list[int]]]:
    """Yield (name columns, columns that belong to them) of tables that stand side by side."""
    group: list[int] = []
    rest: list[int] = []
    for column in columns:
        if column in names and rest:
            yield group, rest
            group, rest = [], []
        if column in names:
            group.append(column)
        elif group:
            rest.append(column)
    if group:
        yield group, rest


def _is_unit_column(heading: str, column: int, body: Sequence[tuple[int, Mapping[int, str]]]) -> bool:
    texts = [squeezed(line[column]) for _, line in body if column in line]
    return (
        bool(texts)
        and (not heading or table_pattern("heading", "unit").fullmatch(heading) is not None)
        and all(map(table_pattern("unit").fullmatch, texts))
    )


def _value_columns(
    columns: Sequence[int],
    headings: Mapping[int, str],
    body: Sequence[tuple[int, Mapping[int, str]]],
    sheet_unit: str,
) -> tuple[TableColumn, ...]:
    found: list[TableColumn] = []
    tier_before = (1, 0)
    for column in columns:
        heading = headings[column]
        if table_pattern("heading", "no_figures").fullmatch(heading) or not any(
            figure_of(line.get(column, "")) for _, line in body
        ):
            continue
        unit = unit_in(heading)
        role = _role_of(heading, unit)
        rank = (
            _rank_of(heading) if role == "amount" or table_pattern("column", "period").search(heading) else tier_before
        )
        tier_before = rank if rank[0] else tier_before
        is_amount = role in ("amount", "change")
        found.append(TableColumn(column, heading, role, unit or (sheet_unit if is_amount else ""), rank))
    return tuple(found)


def _role_of(heading: str, unit: str) -> str:
    if table_pattern("column", "share").search(heading):
        return "share"
    if table_pattern("column", "rate").search(heading):
        is_amount = (unit and unit not in PERCENT_UNITS) or (
            not unit and table_pattern("column", "amount_of_change").search(heading)
        )
        return "change" if is_amount else "rate"
    return "share" if unit == "%" and re.search("完成|预算|计划", heading) else "amount"


def _rank_of(heading: str) -> tuple[int, int]:
    if table_pattern("column", "other_time").search(heading) and not table_pattern("column", "rate").search(heading):
        return 0, 0
    years = [int(year) for year in _YEAR.findall(heading)]
    return next((rank for words, rank in tiers() if words.search(heading)), 1), max(years, default=0)


def figure_of(shown: str) -> tuple[str, str] | None:
    """Return (figure, unit behind it) of a cell that holds nothing else."""
    found = _NUMBER.fullmatch(squeezed(shown))
    if found is None or (found["unit"] and not table_pattern("unit").fullmatch(found["unit"])):
        return None
    return found["figure"].replace(",", "").removeprefix("+"), found["unit"]


def unit_in(heading: str) -> str:
    """Return the unit that a heading or a name tells, or ""."""
    words = squeezed(heading)
    found = table_pattern("unit_behind").search(words)
    if found is not None:
        return found[1] or found[2] or ""
    return "%" if "%" in words else ""


def squeezed(text: str) -> str:
    """Return a text without blanks, with half-width figures."""
    return "".join(text.split()).translate(_WIDE)
