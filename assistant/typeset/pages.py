"""Pages: the lines of a report on the rows of its layout's grid, one result for preview, print, PDF and listing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.typeset.arrangement import Lead, Look, PlacedParagraph, style_of_look
from assistant.typeset.layout import Layout, TextStyle
from assistant.typeset.lines import Line, Stretch, break_lines

_KEPT_WITH_NEXT = frozenset(
    {Look.TITLE, Look.HEADING_1, Look.HEADING_2, Look.HEADING_3, Look.HEADING_4, Look.SIGNATURE}
)
"""Never last on a page, never parted."""


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line at its place on a page."""

    row: int
    """Row of the grid, from 0."""
    line: Line
    paragraph: PlacedParagraph
    is_first: bool
    """Whether it begins its paragraph."""
    is_last: bool
    """Whether it ends its paragraph."""
    left: int
    """Indent of the line's room from the text area's left edge, in twips."""

    def text_of(self, text: str) -> str:
        """Return what stands in the line."""
        return text[self.line.start : self.line.end]


@dataclass(frozen=True, slots=True)
class Page:
    """One page; a page without lines does not exist but for an empty report."""

    number: int
    """From 1, as printed."""
    lines: tuple[PageLine, ...]


def lay_out_pages(text: str, paragraphs: Sequence[PlacedParagraph], layout: Layout) -> tuple[Page, ...]:
    """Return the pages of arranged paragraphs."""
    filling = _Filling(layout.page.lines)
    waiting: list[list[PageLine]] = []
    for paragraph in paragraphs:
        waiting.append(paragraph_lines(text, paragraph, layout))
        if paragraph.look not in _KEPT_WITH_NEXT:
            filling.add(waiting)
            waiting = []
    filling.add(waiting)
    return filling.pages()


def paragraph_lines(text: str, paragraph: PlacedParagraph, layout: Layout) -> list[PageLine]:
    """Return the lines of one paragraph, their rows not yet told."""
    style = style_of_look(layout, paragraph.look)
    left, first_left, right = _indents(paragraph, style)
    room = layout.page.text_width - right
    lines: list[Line] = []
    for start, stretches in _between_breaks(paragraph, layout):
        lines += break_lines(text, start, stretches, room - (left if lines else first_left), room - left)
    last = len(lines) - 1
    return [
        PageLine(0, line, paragraph, index == 0, index == last, left if index else first_left)
        for index, line in enumerate(lines)
    ]


def _between_breaks(paragraph: PlacedParagraph, layout: Layout) -> Iterator[tuple[int, list[Stretch]]]:
    """Yield (first code point, parts in one style) of each part between breaks that are set (balanced titles)."""
    start = paragraph.start
    for end in (*paragraph.breaks, paragraph.end):
        yield start, within(stretches_of(paragraph, layout), start, end)
        start = end


def within(stretches: Sequence[Stretch], start: int, end: int) -> list[Stretch]:
    """Return the parts of a paragraph's stretches between two code points."""
    found: list[Stretch] = []
    for stretch in stretches:
        if stretch.end > start:
            found.append(Stretch(min(stretch.end, end), stretch.style))
        if stretch.end >= end:
            break
    return found


def stretches_of(paragraph: PlacedParagraph, layout: Layout) -> tuple[Stretch, ...]:
    """Return the parts of a paragraph that are set in one style each: its lead, and the rest."""
    style = style_of_look(layout, paragraph.look)
    if paragraph.lead is None or paragraph.lead.end <= paragraph.start:
        return (Stretch(paragraph.end, style),)
    lead = Stretch(paragraph.lead.end, lead_style(paragraph.lead, layout))
    return (lead, Stretch(paragraph.end, style)) if lead.end < paragraph.end else (lead,)


def lead_style(lead: Lead, layout: Layout) -> TextStyle:
    """Return the style of a paragraph's lead."""
    if lead.level is None:
        return layout.enumeration_lead or layout.body
    return layout.run_in[lead.level - 1]


def _indents(paragraph: PlacedParagraph, style: TextStyle) -> tuple[int, int, int]:
    """Return the indents of further lines, of the first line, and from the right, in twips."""
    if paragraph.left:
        return paragraph.left, paragraph.left - paragraph.hanging, 0
    if paragraph.right:
        return 0, 0, style.twips(paragraph.right)
    return 0, style.twips(style.first_line), 0


class _Filling:
    """Rows being filled, page by page."""

    def __init__(self, rows: int) -> None:
        self._rows = rows
        self._row = 0
        self._pages: list[list[PageLine]] = [[]]

    def add(self, group: Iterable[Sequence[PageLine]]) -> None:
        """Add paragraphs; all but the last are kept whole and with the first line of what follows."""
        lines = [list(part) for part in group if part]
        kept = sum(len(part) + part[0].paragraph.blank_lines_before for part in lines[:-1])
        last_blank = lines[-1][0].paragraph.blank_lines_before if lines else 0
        needed = kept + last_blank + 1
        if kept and self._row and self._row + needed > self._rows and needed <= self._rows:
            self._next_page()
        for part in lines:
            for _ in range(part[0].paragraph.blank_lines_before):
                self._take_row()
            for line in part:
                row = self._take_row()
                self._pages[-1].append(PageLine(row, line.line, line.paragraph, line.is_first, line.is_last, line.left))

    def _take_row(self) -> int:
        if self._row == self._rows:
            self._next_page()
        self._row += 1
        return self._row - 1

    def _next_page(self) -> None:
        self._pages.append([])
        self._row = 0

    def pages(self) -> tuple[Page, ...]:
        """Return what was filled."""
        return tuple(Page(number, tuple(lines)) for number, lines in enumerate(self._pages, 1))
