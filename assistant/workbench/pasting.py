"""Pasting: what other programs put on the clipboard becomes plain paragraphs, and tables become tables."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from assistant.reading.document_text import plain_text
from assistant.report.edits import replace_span
from assistant.report.errors import AssistantError
from assistant.report.model import Report
from assistant.report.tables import lines_of_tables
from assistant.workbench.opening import OpenedReport, open_page, open_text

if TYPE_CHECKING:
    from assistant.reading.html_tables import PageWithTables

__all__ = ["ClipboardText", "PageWithTables", "Pasted", "opened_paste", "pasted_page", "pasted_text", "with_page"]


@dataclass(frozen=True, slots=True)
class Pasted:
    """A report with what was pasted."""

    report: Report
    caret: int
    """The code point with which the line behind it begins."""


class ClipboardText(NamedTuple):
    """What a clipboard offers as text."""

    text: str
    """Lines parted by newlines; "" where there is none."""
    notice: str = ""
    """Name of a sentence about what could not be read, or ""."""


def pasted_text(plain: str, html: str) -> ClipboardText:
    """Return the text that a clipboard offers in one or both forms.

    Plain text goes first: it holds automatic numbers as they are printed. But the plain text of Word also holds what
    its page does not show, deleted text and comments among it; then the page is read.

    Raises:
        AssistantError: `paste.unread` where there is a page alone, and too much to read.
    """
    found = _better_form(plain, html)
    return found._replace(text=plain_text(found.text))


def _better_form(plain: str, html: str) -> ClipboardText:
    if not html:
        return ClipboardText(plain)
    from assistant.reading.html import hides_text, read_html  # lxml is slow to load: not before it is wanted

    if plain and not hides_text(html):
        return ClipboardText(plain)
    try:
        return ClipboardText(read_html(html).text or plain)
    except AssistantError as error:
        if not plain:
            raise AssistantError("paste.unread") from error
        return ClipboardText(plain, "paste.with_hidden")


def pasted_page(html: str) -> PageWithTables | None:
    """Return paragraphs and tables that a clipboard offers; None where there is no table.

    Raises:
        AssistantError: `paste.table_unread` where there is too much to read.
    """
    if "<table" not in html.lower():
        return None
    from assistant.reading.html_tables import read_page  # lxml is slow to load: not before it is wanted

    try:
        page = read_page(html)
    except AssistantError as error:
        raise AssistantError("paste.table_unread") from error
    return page if page.tables else None


def opened_paste(plain: str, html: str) -> OpenedReport | None:
    """Return what a clipboard offers in one or both forms as a report; None where it holds no words.

    Raises:
        AssistantError: as for `open_text`, or `paste.unread` where there is too much to read.
    """
    text, notice = pasted_text(plain, html)
    if not text.strip():
        return None
    try:
        page = pasted_page(html)
    except AssistantError:
        page, notice = None, notice or "notice.table_unread"
    opened = open_text(text) if page is None else open_page(page)
    return replace(opened, notices=(*opened.notices, notice)) if notice else opened


def with_page(report: Report, start: int, end: int, page: PageWithTables) -> Pasted:
    """Return the report with a page in place of the code points from start to end; its tables are tables.

    Raises:
        AssistantError: `paste.in_table` where a cell would have to hold a table.
    """
    text = report.text
    first, last = text.count("\n", 0, start), text.count("\n", 0, end)
    if any(table.first_line <= last and first < table.end_line for table in report.tables):
        raise AssistantError("paste.in_table")
    cells = lines_of_tables(report.tables)
    has_line_before = (start == 0 or text[start - 1] == "\n") and first > 0 and first - 1 not in cells
    has_line_behind = text[end : end + 1] == "\n" and last + 1 not in cells
    begins_new = start > 0 and text[start - 1] != "\n"
    leads = begins_new or (page.tables[0].first_line == 0 and not has_line_before)
    ends = text[end : end + 1] != "\n" or (page.tables[-1].end_line == len(page.lines) and not has_line_behind)
    words = "\n" * leads + "\n".join(page.lines) + "\n" * ends
    made = replace_span(report, start, end, words)
    begin = first + leads
    tables = tuple(replace(table, first_line=table.first_line + begin) for table in page.tables)
    placed = tuple(sorted((*made.tables, *tables), key=lambda table: table.first_line))
    return Pasted(replace(made, tables=placed), start + len(words) + (not ends))
