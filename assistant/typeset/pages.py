"""Pages: the lines of a report on the rows of its layout's grid, one result for preview, print, PDF and listing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from assistant.report.pictures import Picture
from assistant.typeset.arrangement import Lead, Look, PlacedParagraph, style_of_look
from assistant.typeset.layout import Layout, NumberPosition, TextStyle
from assistant.typeset.letter import letter_head_of
from assistant.typeset.lines import Line, Stretch, break_lines
from assistant.typeset.official import OfficialParts
from assistant.typeset.official_lines import Head, Imprint, OfficialLine, Rule, grid_shift, head_of, imprint_of
from assistant.typeset.tables import (
    GAP,
    Fill,
    GridLine,
    PlacedPicture,
    TableBlock,
    TablePart,
    measure_table,
    picture_size,
)

_KEPT_WITH_NEXT = frozenset(
    {Look.TITLE, Look.HEADING_1, Look.HEADING_2, Look.HEADING_3, Look.HEADING_4, Look.SIGNATURE}
    | {Look.ATTACHMENT_LABEL, Look.ATTACHMENT_TITLE}
)
"""Never last on a page, never parted."""
_NO_HEAD, _NO_IMPRINT = Head(), Imprint()
_TOLERANCE = 1e-6
"""Rows: sums of fractions are no reason for another page."""
_ANCHOR = 20
"""Height of the paragraph behind the text that the imprint hangs on in the DOCX."""


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line at its place on a page."""

    row: float
    """Row of the grid, from 0; lines in tables, and behind tables and pictures, stand between two rows."""
    line: Line
    paragraph: PlacedParagraph
    is_first: bool
    """Whether it begins its paragraph."""
    is_last: bool
    """Whether it ends its paragraph."""
    left: int
    """Indent of the line's room from the text area's left edge, in twips."""
    pitch: int = 0
    """Height of the line in twips, 0 for the layout's own."""

    def text_of(self, text: str) -> str:
        """Return what stands in the line."""
        return text[self.line.start : self.line.end]


@dataclass(frozen=True, slots=True)
class Page:
    """One page; without lines are that of an empty report, and pages that only the imprint needs."""

    number: int
    """From 1, as printed."""
    lines: tuple[PageLine, ...]
    rows: float = 0
    """How many rows are filled."""
    repeated: tuple[PageLine, ...] = ()
    """Lines of header rows that were on an earlier page already."""
    grid_lines: tuple[GridLine, ...] = ()
    """Lengths of these, of fills and pictures are twips from the text area's left and the top of the first row."""
    fills: tuple[Fill, ...] = ()
    pictures: tuple[PlacedPicture, ...] = ()
    head: Head = _NO_HEAD
    imprint: Imprint = _NO_IMPRINT
    is_numbered: bool = True

    @property
    def is_blank(self) -> bool:
        """Whether nothing of the report stands on it."""
        return not self.rows

    @property
    def official_lines(self) -> tuple[OfficialLine, ...]:
        """The lines of head and imprint."""
        return (*self.head.lines, *self.imprint.lines)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules of head and imprint."""
        return (*self.head.rules, *self.imprint.rules)


def row_top(layout: Layout, page: Page, row: float) -> float:
    """Return the top of a row of a page, in twips from the paper's top; rows stand below the head."""
    return layout.page.top + grid_shift(layout.page) + page.head.height + row * layout.page.pitch


def lay_out_pages(
    text: str, paragraphs: Iterable[PlacedParagraph], layout: Layout, official: OfficialParts | None = None
) -> tuple[Page, ...]:
    """Return the pages of arranged paragraphs, with head and imprint where the document is issued."""
    official = official or OfficialParts()
    head = first_head(official, layout)
    room = layout.page.text_height - grid_shift(layout.page) - head.height
    filling = _Filling(layout, max(1.0, room / layout.page.pitch) if head.lines else None)
    for table, group in groupby(paragraphs, key=lambda paragraph: paragraph.cell and paragraph.cell.table):
        if table is None:
            for paragraph in group:
                filling.take(text, paragraph)
        else:
            filling.take_table(measure_table(text, list(group), layout))
    filling.settle()
    first, *others = filling.pages()
    first = replace(first, head=head, is_numbered=not head.is_letter)
    return _with_imprint((first, *others), imprint_of(official, layout), layout)


def first_head(official: OfficialParts, layout: Layout) -> Head:
    """Return the head of the first page: that of a document, or of a letter."""
    is_letter = official.is_letter and official.has_head
    return letter_head_of(official, layout) if is_letter else head_of(official, layout)


def _with_imprint(pages: tuple[Page, ...], imprint: Imprint, layout: Layout) -> tuple[Page, ...]:
    """Return the pages with the imprint on the last one, which is an even one where both sides are printed.

    Source: GB/T 33476.2-2016 7.3.1; GB/T 9704-2012 7.5: with an empty page before it, neither has a number.
    """
    if not imprint.parts:
        return pages
    last = pages[-1]
    is_two_sided = layout.page_number.position is NumberPosition.OUTSIDE
    foot = row_top(layout, last, last.rows)
    if foot + _ANCHOR <= imprint.top and not (is_two_sided and last.number % 2):
        return (*pages[:-1], replace(last, imprint=imprint))
    if is_two_sided and last.number % 2 == 0:
        blank = Page(last.number + 1, (), is_numbered=False)
        return (*pages, blank, Page(last.number + 2, (), imprint=imprint, is_numbered=False))
    return (*pages, Page(last.number + 1, (), imprint=imprint))


def paragraph_lines(text: str, paragraph: PlacedParagraph, layout: Layout) -> list[PageLine]:
    """Return the lines of one paragraph, their rows not yet told."""
    style = style_of_look(layout, paragraph.look)
    left, first_left, right = _indents(paragraph, style)
    room = layout.page.text_width - right + 2 * paragraph.reach
    lines: list[Line] = []
    for start, stretches in _between_breaks(paragraph, layout):
        lines += break_lines(text, start, stretches, room - (left if lines else first_left), room - left)
    last = len(lines) - 1
    return [
        PageLine(0, line, paragraph, index == 0, index == last, (left if index else first_left) - paragraph.reach)
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


@dataclass(slots=True)
class _Sheet:
    """A page that is being filled."""

    lines: list[PageLine] = field(default_factory=list)
    repeated: list[PageLine] = field(default_factory=list)
    grid_lines: list[GridLine] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    pictures: list[PlacedPicture] = field(default_factory=list)
    rows: float = 0


class _Filling:
    """Rows being filled, page by page; tables and pictures take parts of rows."""

    def __init__(self, layout: Layout, first_rows: float | None) -> None:
        self._layout = layout
        self._pitch = layout.page.pitch
        self._rows = layout.page.text_height / self._pitch
        self._rows_here = self._rows if first_rows is None else first_rows
        # A whole number as long as nothing but lines stands on the page.
        self._row: float = 0
        self._sheets = [_Sheet()]
        self._waiting: list[list[PageLine]] = []
        self._is_behind_table = False

    def take(self, text: str, paragraph: PlacedParagraph) -> None:
        """Take the next paragraph or picture; headings wait for what follows them."""
        self._is_behind_table = False
        if paragraph.starts_page:
            self.settle()
            if self._row:
                self._next_page()
        if paragraph.picture is not None:
            self._take_picture(paragraph.picture)
            return
        self._waiting.append(paragraph_lines(text, paragraph, self._layout))
        if not paragraph.keeps_next and paragraph.look not in _KEPT_WITH_NEXT:
            self.settle()

    def settle(self, *, then: float = 0) -> None:
        """Put down what waits; all but the last are kept whole and with the first line of what follows.

        Where a table or picture follows, all are kept with its first `then` twips.
        """
        lines = [part for part in self._waiting if part]
        self._waiting = []
        for index, part in enumerate(lines):
            self._take_blank_rows(part)
            if not index:
                # the blank lines above a group are not kept with it
                kept = sum(len(one) for one in (lines if then else lines[:-1]))
                needed = kept + sum(one[0].paragraph.blank_lines_before for one in lines[1:])
                needed_here = needed + (then / self._pitch if then else 1)
                if kept and self._row and not self._fits(needed_here) and needed_here <= self._rows:
                    self._next_page()
            for line in part:
                row = self._take_row()
                self._sheets[-1].lines.append(
                    PageLine(row, line.line, line.paragraph, line.is_first, line.is_last, line.left)
                )

    def _take_blank_rows(self, part: Sequence[PageLine]) -> None:
        for _ in range(part[0].paragraph.blank_lines_before):
            self._take_row()

    def take_table(self, block: TableBlock) -> None:
        """Take a table, its rows on as many pages as they need."""
        if self._is_behind_table:
            self._skip(GAP)
        self.settle(then=block.heights[0])
        self._is_behind_table = True
        first, headers = 0, 0.0
        for band, height in enumerate(block.heights):
            taken = headers + sum(block.heights[first:band])
            if not self._fits((taken + height) / self._pitch) and (band > first or self._row):
                self._put_part(block, first, band, is_continued=headers > 0)
                self._next_page()
                first = band
                headers = sum(block.heights[: block.headers]) if band >= block.headers else 0.0
        self._put_part(block, first, len(block.heights), is_continued=headers > 0)

    def _put_part(self, block: TableBlock, first: int, behind: int, *, is_continued: bool) -> None:
        if is_continued:
            self._sheets[-1].repeated += self._put(block.part(0, block.headers))
        if behind > first:
            self._sheets[-1].lines += self._put(block.part(first, behind))

    def _put(self, part: TablePart) -> list[PageLine]:
        """Put grounds, edges and pictures of a part where the page is filled to; return its lines."""
        sheet, top = self._sheets[-1], self._row * self._pitch
        sheet.grid_lines += [one.moved(0, top) for one in part.edges]
        sheet.fills += [replace(one, top=one.top + top) for one in part.fills]
        sheet.pictures += [replace(one, top=one.top + top) for one in part.pictures]
        self._skip(part.height)
        pitch = self._layout.table_pitch
        return [
            PageLine((one.top + top) / self._pitch, one.line, one.paragraph, one.is_first, one.is_last, one.left, pitch)
            for one in part.lines
        ]

    def _take_picture(self, picture: Picture) -> None:
        """Take a picture, in the middle of the text area; on the next page where it does not fit."""
        page = self._layout.page
        width, height = picture_size(picture, page.text_width, page.text_height)
        self.settle(then=height)
        if self._row and not self._fits(height / self._pitch):
            self._next_page()
        left, top = (page.text_width - width) / 2, self._row * self._pitch
        self._sheets[-1].pictures.append(PlacedPicture(left, top, width, height, picture))
        self._skip(height)

    def _skip(self, twips: float) -> None:
        self._row += twips / self._pitch

    def _fits(self, rows: float) -> bool:
        return self._row + rows <= self._rows_here + _TOLERANCE

    def _take_row(self) -> float:
        if not self._fits(1):
            self._next_page()
        self._row += 1
        return self._row - 1

    def _next_page(self) -> None:
        self._sheets[-1].rows = self._row
        self._sheets.append(_Sheet())
        self._row = 0
        self._rows_here = self._rows

    def pages(self) -> tuple[Page, ...]:
        """Return what was filled."""
        self._sheets[-1].rows = self._row
        return tuple(
            Page(
                number,
                tuple(sheet.lines),
                sheet.rows,
                tuple(sheet.repeated),
                tuple(sheet.grid_lines),
                tuple(sheet.fills),
                tuple(sheet.pictures),
            )
            for number, sheet in enumerate(self._sheets, 1)
        )
