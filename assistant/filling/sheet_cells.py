"""Cells of a returned workbook: whatever a program stored there becomes the text that the office saw.

Excel, WPS and LibreOffice turn what is typed into numbers and dates; here they become words of a report again.
"""

from __future__ import annotations

import csv
import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from itertools import islice
from typing import IO, cast
from xml.etree.ElementTree import iterparse

from openpyxl import load_workbook
from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet.worksheet import Worksheet

from assistant.report.errors import AssistantError
from assistant.resources import load_rules

LARGEST_UNPACKED = 100_000_000
LARGEST_SHEETS = 30_000_000
MOST_TAGS = 900_000
"""Beginnings and ends of elements; a cell has four to six."""
MOST_SHEETS = 200
MOST_ROWS, MOST_COLUMNS = 100_000, 200
_MOST_MERGED = 1_000_000
"""Rows of all merged cells together."""
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MOST_DECIMALS = 6
_FEWEST_MARKS = 2
"""Commas or tabs in a line from which text is a sheet."""
_LARGEST = 1e15
# Shared texts come from openpyxl with "_x005F_" resolved, so that only what stands for no letter is resolved here.
_ESCAPE = re.compile("_x005F_(?=x[0-9A-Fa-f]{4}_)|_x(000D|FFFE|FFFF)_")
_ESCAPED = {"000D": "", "FFFE": "\ufffe", "FFFF": "\uffff"}
_NO_DATE_LETTERS = r'"[^"]*"|\[[^\]]*\]|\\.|am/pm|[hs]+:?m+|m+:?s+'
# What openpyxl, zipfile and the XML parsers have been seen to raise on broken files.
_BROKEN = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)


@dataclass(frozen=True, slots=True)
class CellText:
    """A cell as text, or what keeps it from being one."""

    text: str = ""
    problem: str = ""
    """Code of what is wrong with the cell, or ""."""


@dataclass(frozen=True, slots=True)
class StoredCell:
    """What a program stored in a cell."""

    value: object
    format: str = "General"

    def as_text(self, unit: str | None) -> CellText:
        """Return the cell as the office saw it; `unit` is what its row says behind the value, None where unknown."""
        return _as_text(self.value, self.format, unit)


_EMPTY = StoredCell(None)


@dataclass(frozen=True, slots=True)
class SheetGrid:
    """The cells of one sheet that hold something, by (row, column) from 1."""

    title: str
    cells: Mapping[tuple[int, int], StoredCell]
    merged: Mapping[tuple[int, int], int] = field(default_factory=dict)
    """Rows of the cells that hold the content of cells merged with them from below."""
    uncomputed: frozenset[tuple[int, int]] = frozenset()
    """Formulas that no program has computed yet."""

    def cell(self, row: int, column: int) -> StoredCell:
        """Return what stands in a cell."""
        return self.cells.get((row, column), _EMPTY)

    def rows(self) -> Iterator[tuple[int, dict[int, StoredCell]]]:
        """Yield (row, its cells by column) for every row that holds something, from the top."""
        lines: dict[int, dict[int, StoredCell]] = {}
        for (row, column), cell in self.cells.items():
            lines.setdefault(row, {})[column] = cell
        yield from sorted(lines.items())


def read_grids(data: bytes) -> tuple[SheetGrid, ...]:
    """Return the visible sheets of a workbook; formulas count as what they were last computed to.

    Raises:
        AssistantError: `sheet.encrypted` where it asks for a password, `sheet.old_excel` for the binary format,
            `sheet.too_large` (limit), `sheet.too_complex` (most), `sheet.broken` where it cannot be read.
    """
    typed = _typed_lines(data)
    if typed is not None:
        return (typed,)
    _refuse_foreign(data)
    try:
        # openpyxl tells of pictures and the like, which are not wanted here, and prints what is wrong with styles
        with warnings.catch_warnings(), redirect_stdout(io.StringIO()), zipfile.ZipFile(io.BytesIO(data)) as package:
            warnings.simplefilter("ignore")
            workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            visible = {  # a part counts once, however many sheets it is said to be
                vars(sheet)["_worksheet_path"]: sheet
                for sheet in reversed(workbook.worksheets)
                if isinstance(sheet, ReadOnlyWorksheet) and sheet.sheet_state == "visible"
            }
            return tuple(_grid(sheet, package) for sheet in reversed(visible.values()))
    except _BROKEN as error:
        raise AssistantError("sheet.broken") from error


def _typed_lines(data: bytes) -> SheetGrid | None:
    """Return a sheet that was saved as text (.csv, or Excel's Unicode text), or None where the data is none.

    Excel and WPS write .csv in the encoding of the system, GB 18030, and Unicode text as UTF-16 with tabs.
    """
    if data.startswith((_OLE, b"PK")):
        return None
    encodings = ("utf-16",) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        lines = text.splitlines()
        mark = "\t" if any(line.count("\t") >= _FEWEST_MARKS for line in lines) else ","
        if "\0" in text or not any(line.count(mark) >= _FEWEST_MARKS for line in lines):
            return None
        rows = islice(csv.reader(io.StringIO(text), delimiter=mark), MOST_ROWS)
        return SheetGrid(
            "",
            {
                (number, column): StoredCell(value)
                for number, row in enumerate(rows, 1)
                for column, value in enumerate(row[:MOST_COLUMNS], 1)
                if value
            },
        )
    return None


def _refuse_foreign(data: bytes) -> None:
    if data.startswith(_OLE):
        raise AssistantError("sheet.encrypted" if _ENCRYPTED in data else "sheet.old_excel")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _refuse_too_large(package)
    except _BROKEN as error:
        raise AssistantError("sheet.broken") from error


def _refuse_too_large(package: zipfile.ZipFile) -> None:
    parts = package.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise AssistantError("sheet.encrypted")
    if sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise AssistantError("sheet.too_large", limit=LARGEST_UNPACKED)
    written = [part for part in parts if part.filename.lower().endswith(".xml")]
    if sum(part.file_size for part in written) > LARGEST_SHEETS:
        raise AssistantError("sheet.too_large", limit=LARGEST_SHEETS)
    tags = sheets = 0
    for part in written:
        data = package.read(part)
        tags += data.count(b"<")
        sheets += data.count(b"sheetId")
    if tags > MOST_TAGS or sheets > MOST_SHEETS:
        raise AssistantError("sheet.too_complex", most=MOST_TAGS if tags > MOST_TAGS else MOST_SHEETS)


def _grid(sheet: ReadOnlyWorksheet, package: zipfile.ZipFile) -> SheetGrid:
    # WPS writes dimensions that are smaller than the sheet.
    sheet.reset_dimensions()
    cells = {}
    lines = cast(Worksheet, sheet).iter_rows(max_col=MOST_COLUMNS)  # one function under both names
    for row, line in enumerate(islice(lines, MOST_ROWS), 1):
        for column, cell in enumerate(line, 1):
            if cell.value is not None and cell.value != "":
                cells[row, column] = StoredCell(cell.value, cell.number_format or "General")
    # openpyxl has no public name for the part that a sheet stands in
    with package.open(vars(sheet)["_worksheet_path"]) as part:
        merged, uncomputed = _merged_and_uncomputed(part)
    return SheetGrid(sheet.title, cells, merged, uncomputed)


def _merged_and_uncomputed(part: IO[bytes]) -> tuple[dict[tuple[int, int], int], frozenset[tuple[int, int]]]:
    """Return what openpyxl does not tell of a sheet that is read in passing: merged cells, formulas without result."""
    merged: dict[tuple[int, int], int] = {}
    left_rows = _MOST_MERGED
    uncomputed = set()
    for _event, element in iterparse(part):
        kind = element.tag.rpartition("}")[2]
        if kind == "mergeCell":
            left, top, _right, bottom = range_boundaries(element.get("ref", ""))
            if left is not None and top is not None and bottom is not None and left_rows > 0:
                rows = range(top + 1, min(bottom, MOST_ROWS) + 1)
                left_rows -= len(rows)
                merged |= {(row, left): top for row in rows}
        elif kind == "c":
            found = {child.tag.rpartition("}")[2] for child in element if child.text}
            if "f" in found and "v" not in found and element.get("r") and element.get("t") != "str":
                uncomputed.add(coordinate_to_tuple(element.get("r", "")))
        elif kind == "row":
            element.clear()
    return merged, frozenset(uncomputed)


def _as_text(value: object, number_format: str, unit: str | None) -> CellText:
    if value is None:
        return CellText()
    if isinstance(value, bool):
        return CellText("TRUE" if value else "FALSE", "sheet.value_boolean")
    if isinstance(value, int | float):
        return _number(value, number_format, unit)
    if isinstance(value, datetime | date):
        return CellText(_date(value, number_format))
    if isinstance(value, time):
        return CellText(f"{value:%H:%M}".removeprefix("0"))
    if isinstance(value, str):
        text = _plain(value)
        is_error = re.search(load_rules("filling", "sheet.toml")["reading"]["errors"], text)
        return CellText(text, "sheet.value_error" if is_error else "")
    return CellText(str(value), "sheet.value_format")


def _plain(text: str) -> str:
    """Return a text without the escapes of workbooks, and without blanks around it."""
    return _ESCAPE.sub(lambda match: _ESCAPED.get(match[1], "_"), text).strip()


def _number(value: float, number_format: str, unit: str | None) -> CellText:
    """Return a number with the decimals that its format shows; where it shows no fixed number, the shortest form."""
    shown = _section(number_format, value)
    # spreadsheets keep fifteen digits; longer numbers (of identity cards, accounts) have lost their end
    if shown is None or not abs(value) < _LARGEST:
        return CellText(f"{value:.15g}", "sheet.value_format")
    figure = Decimal(repr(value))
    is_percent = "%" in shown
    if is_percent:
        figure *= 100
    places = re.search(r"\.([0#?]+)", shown)
    if re.search("[0#?]", shown):
        decimals = places[1] if places is not None else ""
        text = _rounded(figure, len(decimals) - len(decimals.lstrip("0")), len(decimals))
    else:
        text = _rounded(figure, 0, _MOST_DECIMALS)
    ratio_units = load_rules("filling", "sheet.toml")["reading"]["ratio_units"]
    return CellText(text + ("%" if is_percent and unit not in ratio_units else ""))


def _section(number_format: str, value: float) -> str | None:
    """Return the part of a number format that shows this value, or None where it shows something else than the value.

    Formats can scale (万元 with `0!.0,`), or show fractions and powers of ten: what the office saw is not known then.
    """
    bare = re.sub(r'"[^"]*"|\[[^\]]*\]|[_*].', "", number_format)
    parts = bare.split(";")
    part = parts[1] if value < 0 and len(parts) > 1 and parts[1] else parts[0]
    part = re.sub(r"\\[^0-9#?.,]", "", part)
    scales = re.search(r",(?=[^0#?]*$|\.)", part) and re.search("[0#?],", part)
    if scales or re.search(r"[!\\/]|E[+-]", part):
        return None
    return part


def _rounded(figure: Decimal, least: int, most: int) -> str:
    """Return a figure with at least and at most so many decimals, rounded as spreadsheets round."""
    text = f"{figure.quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP):f}"
    whole, _, decimals = text.partition(".")
    decimals = decimals[:least] + decimals[least:].rstrip("0")
    text = f"{whole}.{decimals}" if decimals else whole
    return text.removeprefix("-") if not re.search("[1-9]", text) else text


def _date(value: date, number_format: str) -> str:
    """Return a date with the parts that its format shows: a month typed alone is stored with a first day."""
    letters = re.sub(_NO_DATE_LETTERS, "", number_format.lower().split(";")[0])
    parts = {"y": f"{value.year}年", "m": f"{value.month}月", "d": f"{value.day}日"}
    return "".join(part for letter, part in parts.items() if letter in letters or not re.search("[ymd]", letters))
