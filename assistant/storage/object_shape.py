"""Tables and pictures as JSON of a `.baogao` file, and back with every rule of the model checked."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from assistant.report.model import Report
from assistant.report.pictures import PICTURE_SIGN, Picture
from assistant.report.tables import Border, Cell, CellAlign, Table, VerticalAlign, are_placed
from assistant.storage.shape import broken, mapping, member, offset, sequence, string

_TABLE_KEYS = ("first_line", "widths_mm", "heights_mm", "header_rows", "cells")
_PICTURE_KEYS = ("kind", "width_mm", "height_mm", "description", "crop", "data")
_CELL_VALUES = 9


def objects_to_json(report: Report) -> dict[str, object]:
    """Return the keys of the file that tell of tables and pictures; none where there are none."""
    found: dict[str, object] = {}
    if report.tables:
        found["tables"] = [_table_to_json(one) for one in report.tables]
    if report.pictures:
        found["pictures"] = [_picture_to_json(one) for one in report.pictures]
    return found


def with_objects_from_json(report: Report, values: Mapping[str, object]) -> Report:
    """Return the report with the tables and pictures that stand in the file under these keys.

    Raises:
        AssistantError: `report_file.broken` (place).
    """
    tables = tuple(
        _table_from(one, f"tables[{number}]") for number, one in enumerate(sequence(values["tables"], "tables"))
    )
    pictures = tuple(
        _picture_from(one, f"pictures[{number}]") for number, one in enumerate(sequence(values["pictures"], "pictures"))
    )
    if not tables and not pictures:
        return report
    if not are_placed(tables, report.text.count("\n") + 1):
        raise broken("tables")
    if len(pictures) > report.text.count(PICTURE_SIGN):
        raise broken("pictures")
    return replace(report, tables=tables, pictures=pictures)


def _table_to_json(table: Table) -> dict[str, object]:
    return {
        "first_line": table.first_line,
        "widths_mm": list(table.widths_mm),
        "heights_mm": list(table.heights_mm),
        "header_rows": table.header_rows,
        "cells": [
            [
                *(cell.row, cell.column, cell.row_span, cell.column_span, cell.lines),
                cell.align.value if cell.align else "",
                *(cell.vertical.value, cell.fill),
                [[border.style, border.width] for border in cell.borders],
            ]
            for cell in table.cells
        ],
    }


def _table_from(value: object, place: str) -> Table:
    parts = mapping(value, place, keys=_TABLE_KEYS, more=False)
    return Table(
        offset(parts["first_line"], f"{place}.first_line"),
        _lengths(parts["widths_mm"], f"{place}.widths_mm"),
        _lengths(parts["heights_mm"], f"{place}.heights_mm"),
        tuple(
            _cell_from(one, f"{place}.cells[{number}]")
            for number, one in enumerate(sequence(parts["cells"], f"{place}.cells"))
        ),
        offset(parts["header_rows"], f"{place}.header_rows"),
    )


def _cell_from(value: object, place: str) -> Cell:
    values = sequence(value, place, length=_CELL_VALUES)
    row, column, row_span, column_span, lines = (
        offset(one, f"{place}[{number}]") for number, one in enumerate(values[:5])
    )
    align, vertical, fill, edges = values[5:]
    borders = []
    for number, one in enumerate(sequence(edges, f"{place}[8]", length=4)):
        style, width = sequence(one, f"{place}[8][{number}]", length=2)
        borders.append(Border(string(style, f"{place}[8][{number}]"), offset(width, f"{place}[8][{number}]")))
    return Cell(
        *(row, column, row_span, column_span, lines),
        align=member(CellAlign, align, f"{place}[5]") if align != "" else None,
        vertical=member(VerticalAlign, vertical, f"{place}[6]"),
        borders=(borders[0], borders[1], borders[2], borders[3]),
        fill=string(fill, f"{place}[7]"),
    )


def _picture_to_json(picture: Picture) -> dict[str, object]:
    return {
        "kind": picture.kind,
        "width_mm": picture.width_mm,
        "height_mm": picture.height_mm,
        "description": picture.description,
        "crop": list(picture.crop),
        "data": _packed(picture.data),
    }


@lru_cache(maxsize=32)
def _packed(data: bytes) -> str:
    """Return bytes as text; kept, for the report is written every few seconds and pictures never change."""
    return base64.b64encode(data).decode("ascii")


def _picture_from(value: object, place: str) -> Picture:
    parts = mapping(value, place, keys=_PICTURE_KEYS, more=False)
    try:
        data = base64.b64decode(string(parts["data"], f"{place}.data"), validate=True)
    except (binascii.Error, ValueError) as error:
        raise broken(f"{place}.data") from error
    crop = _lengths(parts["crop"], f"{place}.crop")
    if len(crop) != 4:
        raise broken(f"{place}.crop")
    return Picture(
        data,
        string(parts["kind"], f"{place}.kind"),
        _length(parts["width_mm"], f"{place}.width_mm"),
        _length(parts["height_mm"], f"{place}.height_mm"),
        string(parts["description"], f"{place}.description"),
        (crop[0], crop[1], crop[2], crop[3]),
    )


def _lengths(value: object, place: str) -> tuple[float, ...]:
    return tuple(_length(one, f"{place}[{number}]") for number, one in enumerate(sequence(value, place)))


def _length(value: object, place: str) -> float:
    """Return a length in millimetres, or a share: any number that is not negative."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 10_000:
        raise broken(place)
    return float(value)
