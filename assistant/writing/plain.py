"""Plain text: the report's text for Notepad and WPS, rows of tables as lines with tabs between their cells."""

from __future__ import annotations

import codecs

from assistant.report.model import Report
from assistant.report.pictures import PICTURE_SIGN
from assistant.report.tables import Table

_PICTURE = "〔图片〕"


def write_text(report: Report, *, newline: str = "\r\n") -> bytes:
    """Return the report's text in UTF-8 with a byte order mark, its lines ended by `newline`.

    Notepad and WPS of older Windows take a file without the mark for GBK. Open fields stand there as their markers.
    """
    text = report.text
    if report.tables:
        text = "\n".join(_with_rows(text.split("\n"), report.tables))
    if report.pictures:
        text = text.replace(PICTURE_SIGN, _PICTURE)
    return codecs.BOM_UTF8 + text.replace("\n", newline).encode("utf-8", "replace")


def _with_rows(lines: list[str], tables: tuple[Table, ...]) -> list[str]:
    shown: list[str] = []
    done = 0
    for table in tables:
        shown += lines[done : table.first_line]
        grid = [[""] * len(table.widths_mm) for _ in table.heights_mm]
        for index, first, behind in table.cell_spans():
            cell = table.cells[index]
            # A tab inside a cell would shift the columns of all that follow.
            grid[cell.row][cell.column] = " ".join(" ".join(lines[first:behind]).split("\t")).strip()
        shown += ["\t".join(row).rstrip("\t") for row in grid]
        done = table.end_line
    return shown + lines[done:]
