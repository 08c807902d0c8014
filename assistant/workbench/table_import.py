"""Figures from any Excel table 从表格取数: its sheets, and what each of them gives for a report's open figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.report.errors import AssistantError
from assistant.report.fields import Field, Kind
from assistant.storage.atomic import read_file
from assistant.workbench.working import WorkingReport

_LARGEST_BYTES = 50 << 20


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet of a workbook, as `read_table_file` gives it."""

    title: str
    grid: Mapping[tuple[int, int], str]
    unreadable: int
    """Cells that could not be read."""
    columns: tuple[tuple[int, str], ...]
    """(column, its heading) of the columns with figures; a heading may be empty."""


@dataclass(frozen=True, slots=True)
class TableProposal:
    """A value that a table gives for a field."""

    field_id: str
    label: str
    name: str
    """Name of the row and heading of the column."""
    value: str
    unit: str
    original: str
    """Figure and unit as the table has them, where they were converted, else ""."""
    is_exact: bool
    place: str
    """The cell, as spreadsheets name it."""


def asked_figures(working: WorkingReport) -> tuple[Field, ...]:
    """Return the fields that a table may fill: figures that are open or stale."""
    figures = (Kind.NUMBER, Kind.PERCENT)
    return tuple(one for one in working.report.fields if one.kind in figures and one.state.blocks_final)


def read_table_file(path: Path) -> tuple[Table, ...]:
    """Return the visible sheets of a workbook that hold something.

    Raises:
        AssistantError: `sheet.*` or `file.*` where the file cannot be used.
    """
    # openpyxl takes a sixth of a second to load.
    from assistant.filling.table_matching import figure_columns, read_table

    data = read_file(path, limit_bytes=_LARGEST_BYTES)
    try:
        sheets = read_table(data)
    except AssistantError as error:
        raise AssistantError(error.code, **{"path": str(path), **error.parameters}) from error
    return tuple(
        Table(one.title, one.grid, one.unreadable, tuple((c.column, c.heading) for c in figure_columns(one.grid)))
        for one in sheets
    )


def proposals_from(table: Table, fields: Sequence[Field], column: int | None = None) -> tuple[TableProposal, ...]:
    """Return what a table gives for these fields; `column` is where its amounts stand, if the clerk has said so."""
    from openpyxl.utils.cell import get_column_letter

    from assistant.filling.table_matching import match_table

    labels = {one.id: one.label for one in fields}
    return tuple(
        TableProposal(
            match.field_id,
            labels[match.field_id],
            f"{match.name} · {match.heading}" if match.heading else match.name,
            match.value,
            match.unit,
            match.original,
            match.is_exact,
            f"{get_column_letter(match.column)}{match.row}",
        )
        for match in match_table(table.grid, fields, value_column=column)
    )
