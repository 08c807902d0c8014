"""The look of the collection sheet: a workbook of rows, ready to be sent, filled and printed.

It knows cells and styles, not reports. Every text is written as text, so that no formula can come in by a value.
"""

from __future__ import annotations

import io
import math
import re
import unicodedata
import zipfile
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from assistant.resources import load_rules

TITLE_ROW, HOW_ROW, SIGN_ROW, HEAD_ROW = 1, 2, 3, 4
_FIRST_ROW = HEAD_ROW + 1
_DANGEROUS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t")
_NOT_XML = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_TEXT_FORMAT = "@"
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)
# a digit of the first font (11 points) beside one of the cells (10.5 points), in pixels
_DIGIT_WIDTH = 8 / 7
_A4, _LONGEST_TITLE, _LONGEST_PROMPT = 9, 32, 255

_STYLE = "_style"
"""How openpyxl calls the look of a cell; its own guide copies looks by this name, but its types do not know it."""
_Styles = dict[tuple[str, bool], StyleArray]
"""How cells look, by column and by whether they are marked as text."""


@dataclass(frozen=True, slots=True)
class SpotText:
    """A text whose every second piece is a spot that catches the eye."""

    pieces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A row of the sheet: what stands in its cells by the column's key, and what to write."""

    cells: Mapping[str, int | str | SpotText]
    prompt_title: str
    prompt: str


class _GrowingRow(RowDimension):
    """A row with a height to begin with, which grows when more is written into it."""

    @property
    def customHeight(self) -> bool:  # noqa: N802 - the name is openpyxl's
        """Never: a custom height would stay as it is."""
        return False


def build_workbook(lines: Sequence[SheetLine], heading: str, how: str, sign: str, when: datetime) -> bytes:
    """Return the .xlsx file of a collection sheet; the same input gives the same bytes.

    Args:
        lines: the rows.
        heading: what stands above the table.
        how: how to fill the sheet, in a few sentences.
        sign: the line for office, person and date.
        when: the time that the properties tell.
    """
    rules = load_rules("filling", "sheet.toml")
    workbook = Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    sheet.title = rules["wording"]["tab"]
    # the widths of columns are told in digits of a workbook's first font, which openpyxl has no public name for
    vars(workbook)["_fonts"][0] = Font(name=rules["look"]["face"], size=rules["look"]["head_size"])
    _set_page(sheet, rules)
    _write_top(sheet, rules, (heading, how, sign))
    _write_head(sheet, rules)
    styles: _Styles = {}
    for row, line in enumerate(lines, _FIRST_ROW):
        _write_line(sheet, rules, row, line, styles)
    _add_prompts(sheet, rules, lines)
    _set_view(sheet, rules, lines)
    moment = when.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    workbook.properties = DocumentProperties(title=_clean(heading), creator="", created=moment, modified=moment)
    return _packed(workbook, _as_text_area(rules, len(lines)))


def _columns(rules: Mapping[str, Any]) -> list[tuple[str, Mapping[str, Any]]]:
    """Return (letter, description) of every column."""
    return [(get_column_letter(number), column) for number, column in enumerate(rules["column"], 1)]


def _value_letter(rules: Mapping[str, Any]) -> str:
    return next(letter for letter, column in _columns(rules) if column["key"] == "value")


def _last_shown(rules: Mapping[str, Any]) -> str:
    return [letter for letter, column in _columns(rules) if not column.get("hidden")][-1]


def _set_page(sheet: Worksheet, rules: Mapping[str, Any]) -> None:
    look = rules["look"]
    for letter, column in _columns(rules):
        sheet.column_dimensions[letter].width = column["width"]
        sheet.column_dimensions[letter].hidden = bool(column.get("hidden"))
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.left = margins.right = look["side_margin"]
    margins.top, margins.bottom = look["top_margin"], look["bottom_margin"]
    margins.header = margins.footer = look["footer_margin"]
    sheet.print_options.horizontalCentered = True
    sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    footer = sheet.oddFooter
    assert footer is not None
    footer.center.text, footer.center.size = rules["wording"]["footer"], look["footer_size"]


def _write_top(sheet: Worksheet, rules: Mapping[str, Any], texts: tuple[str, str, str]) -> None:
    look = rules["look"]
    width = sum(column["width"] for column in rules["column"] if not column.get("hidden"))
    plain = Font(name=look["face"], size=look["size"], color=look["ink"])
    title = Font(name=look["head_face"], size=look["title_size"], color=look["ink"])
    heights = (
        look["title_height"] * _lines_of(texts[0], width * look["size"] / look["title_size"]),
        look["line_height"] * _lines_of(texts[1], width) + look["row_padding"],
        look["sign_height"],
    )
    for row, text, height in zip((TITLE_ROW, HOW_ROW, SIGN_ROW), texts, heights, strict=True):
        cell = _cell(sheet, f"A{row}", text)
        cell.font = title if row == TITLE_ROW else plain
        cell.alignment = Alignment("center" if row == TITLE_ROW else "left", "center", wrap_text=True)
        cell.protection = Protection(locked=row != SIGN_ROW)
        sheet.merge_cells(f"A{row}:{_last_shown(rules)}{row}")
        sheet.row_dimensions[row].height = height


def _write_head(sheet: Worksheet, rules: Mapping[str, Any]) -> None:
    look = rules["look"]
    for letter, column in _columns(rules):
        cell = _cell(sheet, f"{letter}{HEAD_ROW}", column["title"])
        cell.font = Font(name=look["head_face"], size=look["head_size"], color=look["ink"])
        cell.fill = PatternFill("solid", look["head_fill"])
        cell.border = _border(look)
        cell.alignment = Alignment("center", "center", wrap_text=True)
    sheet.row_dimensions[HEAD_ROW].height = look["head_height"]


def _write_line(sheet: Worksheet, rules: Mapping[str, Any], row: int, line: SheetLine, styles: _Styles) -> None:
    """Write a row; `styles` keeps how the cells of a column look, for openpyxl takes long to find that out."""
    look = rules["look"]
    most_lines = 1
    for letter, column in _columns(rules):
        content = line.cells[column["key"]]
        cell = _cell(sheet, f"{letter}{row}", content)
        kind = letter, bool(cell.quotePrefix)
        if kind in styles:
            setattr(cell, _STYLE, copy(styles[kind]))
        else:
            styles[kind] = _styled(cell, column, look)
        if not column.get("hidden"):
            text = "".join(content.pieces) if isinstance(content, SpotText) else str(content)
            most_lines = max(most_lines, _lines_of(text, column["width"]))
    height = max(look["least_row_height"], most_lines * look["line_height"] + look["row_padding"])
    sheet.row_dimensions[row] = _GrowingRow(sheet, row, ht=height)


def _styled(cell: Cell, column: Mapping[str, Any], look: Mapping[str, Any]) -> StyleArray:
    """Give the cell of a column its look, and return it."""
    cell.font = Font(name=look["face"], size=look["size"], color=look["ink"])
    cell.border = _border(look)
    cell.alignment = Alignment(column["align"], "center", wrap_text=not column.get("hidden"))
    cell.protection = Protection(locked=not column.get("edit"))
    if column.get("text"):
        cell.number_format = _TEXT_FORMAT
    if column["key"] == "value":
        cell.fill = PatternFill("solid", look["value_fill"])
    style: StyleArray = getattr(cell, _STYLE)
    return style


def _cell(sheet: Worksheet, place: str, content: int | str | SpotText) -> Cell:
    """Write a cell; a text is written as text whatever it looks like."""
    cell = sheet[place]
    assert isinstance(cell, Cell)
    if isinstance(content, int):
        cell.value = content
        return cell
    text = _clean(content) if isinstance(content, str) else _rich(content)
    if text:
        cell.value = text
        cell.data_type = "s"
        cell.quotePrefix = str(text[0]).startswith(_DANGEROUS)
    return cell


def _rich(content: SpotText) -> CellRichText:
    look = load_rules("filling", "sheet.toml")["look"]
    spot = InlineFont(rFont=look["face"], sz=look["size"], b=True, color=look["spot_ink"])
    pieces = [_clean(piece) for piece in content.pieces]
    return CellRichText([TextBlock(spot, piece) if i % 2 else piece for i, piece in enumerate(pieces) if piece])


def printable(text: str) -> str:
    """Return a text without the characters that cannot stand in a workbook."""
    return _NOT_XML.sub("", text)


def _clean(text: str) -> str:
    """Return a text as it is stored: what XML forbids is escaped, and so is what only looks like an escape."""
    escaped = _LOOKS_ESCAPED.sub("_x005F_", printable(text))
    return escaped.replace("\ufffe", "_xFFFE_").replace("\uffff", "_xFFFF_")


def _border(look: Mapping[str, Any]) -> Border:
    side = Side("thin", look["line"])
    return Border(side, side, side, side)


def _lines_of(text: str, width: float) -> int:
    """Return about how many lines a text takes in a column; a Chinese character is two characters wide."""
    room = max(2.0, width * _DIGIT_WIDTH - 1)
    return sum(max(1, math.ceil(_width(line) / room)) for line in text.split("\n"))


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(one) in "WFA" else 1 for one in text)


def _add_prompts(sheet: Worksheet, rules: Mapping[str, Any], lines: Sequence[SheetLine]) -> None:
    """Let each cell of the column 值 say what belongs there; nothing is refused, an answer may need words."""
    letter = _value_letter(rules)
    places: dict[tuple[str, str], list[str]] = {}
    for row, line in enumerate(lines, _FIRST_ROW):
        places.setdefault((line.prompt_title, line.prompt), []).append(f"{letter}{row}")
    for (title, prompt), cells in places.items():
        validation = DataValidation(
            sqref=" ".join(cells),
            showInputMessage=True,
            allow_blank=True,
            promptTitle=_clean(title)[:_LONGEST_TITLE],
            prompt=_clean(prompt)[:_LONGEST_PROMPT],
        )
        sheet.add_data_validation(validation)


def _set_view(sheet: Worksheet, rules: Mapping[str, Any], lines: Sequence[SheetLine]) -> None:
    """Freeze the head, begin at the first empty value, and protect what need not be changed, without a password."""
    letter, last = _value_letter(rules), _last_shown(rules)
    end = HEAD_ROW + len(lines)
    sheet.freeze_panes = f"C{_FIRST_ROW}"
    first = next((row for row, line in enumerate(lines, _FIRST_ROW) if not line.cells["value"]), _FIRST_ROW)
    chosen = sheet.sheet_view.selection[-1]
    chosen.activeCell = chosen.sqref = f"{letter}{first}"
    sheet.auto_filter.ref = f"A{HEAD_ROW}:{last}{end}"
    sheet.print_area = f"A1:{last}{end}"
    protection = sheet.protection
    protection.sheet = True
    # True forbids: what helps to read, print and sort one's own rows stays allowed.
    protection.formatCells = protection.formatColumns = protection.formatRows = False
    protection.autoFilter = protection.insertRows = False


def _as_text_area(rules: Mapping[str, Any], count: int) -> str:
    """Return the cells in which figures are meant to be text."""
    letters = [letter for letter, column in _columns(rules) if column.get("text")]
    return f"{letters[0]}{_FIRST_ROW}:{letters[-1]}{max(_FIRST_ROW, HEAD_ROW + count)}"


def _packed(workbook: Workbook, text_area: str) -> bytes:
    """Return the workbook's file with fixed times, and without the remark that a figure is written as text."""
    raw, packed = io.BytesIO(), io.BytesIO()
    ExcelWriter(workbook, _Undated(raw, "w", strict_timestamps=False)).save()
    remark = f'<ignoredErrors><ignoredError sqref="{text_area}" numberStoredAsText="1"/></ignoredErrors>'
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                # openpyxl has no words for it; its place is behind the footer
                data = data.replace(b"</headerFooter>", b"</headerFooter>" + remark.encode("ascii"), 1)
            entry = zipfile.ZipInfo(name, _FIXED_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            target.writestr(entry, data)
    return packed.getvalue()


class _Undated(zipfile.ZipFile):
    """A package whose parts do not ask the clock: where its battery is empty, it says 1970, which a .zip cannot."""

    def writestr(self, zinfo_or_arcname: str | zipfile.ZipInfo, *args: Any, **options: Any) -> None:
        """Write a part under a name, with a fixed date."""
        named = isinstance(zinfo_or_arcname, str)
        entry = zipfile.ZipInfo(str(zinfo_or_arcname), _FIXED_DATE) if named else zinfo_or_arcname
        super().writestr(entry, *args, **options)
