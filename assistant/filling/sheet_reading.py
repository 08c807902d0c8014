"""A returned collection sheet: answers by field, and what is wrong in it, row by row.

Columns are found by their titles and rows by the hidden number, so both may have been moved. A row that has lost its
number, or whose words no longer fit it, is found again by its words (`match_rows`), only where they leave no doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from assistant.filling.sheet import SheetRow, row_check
from assistant.filling.sheet_cells import CellText, SheetGrid, StoredCell, read_grids
from assistant.report.errors import AssistantError
from assistant.resources import load_rules

_ASIDE = re.compile(r"[\s*＊:：\u200b\ufeff]|（[^）]*）|\([^)]*\)")
_NO_HAN = re.compile("[^\u4e00-\u9fff]|某")
_FEWEST_HAN = 6


@dataclass(frozen=True, slots=True)
class SheetAnswer:
    """What a sheet says about one field."""

    value: str
    note: str
    office: str
    row: int
    """Row in the sheet, from 1."""
    sheet: str = ""
    """Name of the sheet in the workbook."""


@dataclass(frozen=True, slots=True)
class SheetProblem:
    """A row whose answer was not taken."""

    row: int
    code: str
    parameters: Mapping[str, object]
    """`row`, `sheet`, `name` and `value`; a conflict also has `field`, `other_row`, `other_sheet`, `other_value`."""


@dataclass(frozen=True, slots=True)
class SheetLeft:
    """A row whose field is in doubt: it has no number, or its words are not the ones it was written with."""

    field_id: str
    """The number that stands in the row, or ""."""
    name: str
    unit: str
    context: str
    answer: SheetAnswer


@dataclass(frozen=True, slots=True)
class SheetAnswers:
    """What was read from a sheet."""

    answers: Mapping[str, SheetAnswer]
    """By field id; only where there is a value."""
    problems: tuple[SheetProblem, ...] = ()
    notes: Mapping[str, SheetAnswer] = field(default_factory=dict)
    """Rows with a note and no value, by field id."""
    left: tuple[SheetLeft, ...] = ()
    """Rows that only the report can place: `match_rows` does."""


@dataclass(frozen=True, slots=True)
class _GridRead:
    """What was read from one sheet of a workbook."""

    has_head: bool
    rows: tuple[tuple[SheetLeft, bool], ...]
    """Rows that say something, each with whether its number is to be believed."""
    problems: tuple[SheetProblem, ...]


def read_sheet(data: bytes) -> SheetAnswers:
    """Return the answers of a collection sheet that came back, whatever was moved, added or deleted in it.

    All visible sheets of the workbook that have the columns are read. Nothing is computed: a formula counts as what
    Excel, WPS or LibreOffice last made of it.

    Raises:
        AssistantError: `sheet.broken`, `sheet.encrypted`, `sheet.old_excel`, `sheet.too_large` (limit), or
            `sheet.no_columns` where no sheet has the titles that are needed.
    """
    read = [_read_grid(grid) for grid in read_grids(data)]
    if not any(one.has_head for one in read):
        raise AssistantError("sheet.no_columns")
    rows = [row for one in read for row in one.rows]
    answers, notes, conflicts = _collected((row.field_id, row) for row, is_sure in rows if is_sure)
    problems = [problem for one in read for problem in one.problems]
    return SheetAnswers(
        answers, _in_order([*problems, *conflicts]), notes, tuple(row for row, sure in rows if not sure)
    )


def match_rows(read: SheetAnswers, asked: Sequence[SheetRow]) -> SheetAnswers:
    """Return what was read with the rows in doubt placed by name, unit and context; nothing is left over.

    `asked` is what `sheet_rows` gives for all fields of the report. A row that fits no field, or more than one,
    becomes the problem `sheet.row_unknown`, or `sheet.row_mixed` where it has a number.
    """
    placed: list[tuple[str, SheetLeft]] = []
    problems = list(read.problems)
    for row in read.left:
        field_id = _matching_field(row, asked)
        if field_id is not None:
            placed.append((field_id, row))
        elif row.answer.value:
            code = "sheet.row_mixed" if row.field_id else "sheet.row_unknown"
            problems.append(_problem(code, row.name, row.answer))
    known = {one.field_id: one.name for one in asked}
    before = [
        (field_id, SheetLeft(field_id, known.get(field_id, ""), "", "", answer))
        for field_id, answer in (*read.answers.items(), *read.notes.items())
    ]
    # a field whose rows contradict each other stays without an answer
    refused = {problem.parameters.get("field") for problem in read.problems}
    answers, notes, conflicts = _collected([*before, *(one for one in placed if one[0] not in refused)])
    return SheetAnswers(answers, _in_order([*problems, *conflicts]), notes)


# --- From cells to rows ---------------------------------------------------------------------------------------------


def _read_grid(grid: SheetGrid) -> _GridRead:
    columns: dict[str, int] | None = None
    rows: list[tuple[SheetLeft, bool]] = []
    problems: list[SheetProblem] = []
    for number, line in grid.rows():
        head = _head_of(line)
        if head is not None:
            columns = head
        elif columns is not None:
            read = _read_row(grid, columns, number)
            if isinstance(read, SheetProblem):
                problems.append(read)
                read = _read_row(grid, {key: column for key, column in columns.items() if key != "value"}, number)
            if isinstance(read, tuple):
                rows.append(read)
    return _GridRead(columns is not None, tuple(rows), tuple(problems))


def _head_of(line: Mapping[int, StoredCell]) -> dict[str, int] | None:
    """Return the column of each key where a line holds the titles, else None."""
    titles = {
        title: column["key"]
        for column in load_rules("filling", "sheet.toml")["column"]
        for title in (column["title"], *column.get("also", ()))
    }
    found: dict[str, int] = {}
    for column, cell in sorted(line.items()):
        key = titles.get(_ASIDE.sub("", cell.value)) if isinstance(cell.value, str) else None
        if key is not None:
            found.setdefault(key, column)
    return found if "value" in found and ("id" in found or "name" in found) else None


def _read_row(grid: SheetGrid, columns: Mapping[str, int], number: int) -> tuple[SheetLeft, bool] | SheetProblem | None:
    """Return a row with whether its number is to be believed; a problem; or None where it says nothing."""
    words = {key: _words(grid, columns, number, key) for key in ("id", "check", "name", "unit", "context")}
    note, office = (_words(grid, columns, _top(grid, columns, number, key), key) for key in ("note", "office"))
    value = _value(grid, columns, number, words["unit"] if "unit" in columns else None)
    answer = SheetAnswer(value.text, note, office, number, grid.title)
    if value.problem:
        return _problem(value.problem, words["name"], answer) if words["id"] or words["name"] else None
    if not value.text and not (note and words["id"]):
        return None
    row = SheetLeft(words["id"], words["name"], words["unit"], words["context"], answer)
    is_whole = all(key in columns for key in ("check", "name", "unit", "context")) and words["check"]
    is_mixed = is_whole and words["check"] != row_check(row.name, row.unit, row.context)
    return row, bool(row.field_id) and not is_mixed


def _words(grid: SheetGrid, columns: Mapping[str, int], row: int, key: str) -> str:
    return grid.cell(row, columns[key]).as_text(None).text if key in columns else ""


def _top(grid: SheetGrid, columns: Mapping[str, int], row: int, key: str) -> int:
    """Return the row that holds the content of a cell, which may be merged with the ones above it."""
    return grid.merged.get((row, columns[key]), row) if key in columns else row


def _value(grid: SheetGrid, columns: Mapping[str, int], row: int, unit: str | None) -> CellText:
    if "value" not in columns:
        return CellText()
    top = _top(grid, columns, row, "value")
    value = grid.cell(top, columns["value"]).as_text(unit)
    if top != row and value.text:
        return CellText(value.text, "sheet.value_merged")
    if (row, columns["value"]) in grid.uncomputed:
        return CellText("", "sheet.value_uncomputed")
    return value


def _problem(code: str, name: str, answer: SheetAnswer, **more: object) -> SheetProblem:
    parameters = {"row": answer.row, "sheet": answer.sheet, "name": name, "value": answer.value, **more}
    return SheetProblem(answer.row, code, parameters)


def _in_order(problems: Sequence[SheetProblem]) -> tuple[SheetProblem, ...]:
    return tuple(sorted(problems, key=lambda one: (str(one.parameters["sheet"]), one.row, one.code)))


# --- From rows to fields --------------------------------------------------------------------------------------------


def _collected(
    rows: Iterable[tuple[str, SheetLeft]],
) -> tuple[dict[str, SheetAnswer], dict[str, SheetAnswer], list[SheetProblem]]:
    """Return answers, notes without a value, and conflicts of rows given with their field ids."""
    by_field: dict[str, list[SheetLeft]] = {}
    for field_id, row in rows:
        by_field.setdefault(field_id, []).append(row)
    answers, notes, conflicts = {}, {}, []
    for field_id, same in by_field.items():
        valued = [row for row in same if row.answer.value]
        other = next((row for row in valued if row.answer.value != valued[0].answer.value), None)
        if other is not None:
            first = valued[0].answer
            more = {"other_row": first.row, "other_sheet": first.sheet, "other_value": first.value}
            conflicts.append(_problem("sheet.conflict", other.name, other.answer, field=field_id, **more))
        elif valued:
            answers[field_id] = valued[0].answer
        else:
            notes[field_id] = same[0].answer
    return answers, notes, conflicts


def _matching_field(row: SheetLeft, asked: Sequence[SheetRow]) -> str | None:
    """Return the only field that a row's words fit, or None."""
    same_words = [one for one in asked if _bare(one.context_text) == _bare(row.context) and row.context]
    same_words = [one for one in same_words if _bare(one.unit) == _bare(row.unit)]
    same_name = [one for one in asked if (_bare(one.name), _bare(one.unit)) == (_bare(row.name), _bare(row.unit))]
    both = [one for one in same_name if one in same_words]
    alike = [one for one in same_name if _is_alike(one.context_text, row.context)]
    for candidates in (both, alike, same_words):
        if candidates:
            return candidates[0].field_id if len(candidates) == 1 else None
    return None


def _bare(text: str) -> str:
    return "".join(text.split())


def _is_alike(asked: str, found: str) -> bool:
    """Whether two contexts are one sentence, in which other spots may have been filled in the meantime."""
    if not found:
        return True
    one, other = _NO_HAN.sub("", asked), _NO_HAN.sub("", found)
    if min(len(one), len(other)) < _FEWEST_HAN:
        return _bare(asked) == _bare(found)
    least: float = load_rules("filling", "sheet.toml")["reading"]["least_likeness"]
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= least and matcher.ratio() >= least
