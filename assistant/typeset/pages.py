"""Pages: the lines of a report on the rows of its layout's grid, one result for preview, print, PDF and listing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.typeset.arrangement import Lead, Look, PlacedParagraph, style_of_look
from assistant.typeset.layout import Layout, NumberPosition, TextStyle
from assistant.typeset.letter import letter_head_of
from assistant.typeset.lines import Line, Stretch, break_lines
from assistant.typeset.official import OfficialParts
from assistant.typeset.official_lines import Head, Imprint, OfficialLine, Rule, grid_shift, head_of, imprint_of

_KEPT_WITH_NEXT = frozenset(
    {Look.TITLE, Look.HEADING_1, Look.HEADING_2, Look.HEADING_3, Look.HEADING_4, Look.SIGNATURE}
    | {Look.ATTACHMENT_LABEL, Look.ATTACHMENT_TITLE}
)
"""Never last on a page, never parted."""
_NO_HEAD, _NO_IMPRINT = Head(), Imprint()
_ANCHOR = 20
"""Height of the paragraph behind the text that the imprint hangs on in the DOCX."""


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
    """One page; without lines are that of an empty report, and pages that only the imprint needs."""

    number: int
    """From 1, as printed."""
    lines: tuple[PageLine, ...]
    head: Head = _NO_HEAD
    imprint: Imprint = _NO_IMPRINT
    is_numbered: bool = True

    @property
    def official_lines(self) -> tuple[OfficialLine, ...]:
        """The lines of head and imprint."""
        return (*self.head.lines, *self.imprint.lines)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules of head and imprint."""
        return (*self.head.rules, *self.imprint.rules)


def row_top(layout: Layout, page: Page, row: int) -> float:
    """Return the top of a row of a page, in twips from the paper's top; rows stand below the head."""
    return layout.page.top + grid_shift(layout.page) + page.head.height + row * layout.page.pitch


def lay_out_pages(
    text: str, paragraphs: Sequence[PlacedParagraph], layout: Layout, official: OfficialParts | None = None
) -> tuple[Page, ...]:
    """Return the pages of arranged paragraphs, with head and imprint where the document is issued."""
    official = official or OfficialParts()
    head = first_head(official, layout)
    room = layout.page.text_height - grid_shift(layout.page) - head.height
    filling = _Filling(layout.page.lines, max(1, int(room // layout.page.pitch)) if head.lines else layout.page.lines)
    waiting: list[list[PageLine]] = []
    for paragraph in paragraphs:
        if paragraph.starts_page:
            filling.add(waiting)
            filling.start_page()
            waiting = []
        waiting.append(paragraph_lines(text, paragraph, layout))
        if not paragraph.keeps_next and paragraph.look not in _KEPT_WITH_NEXT:
            filling.add(waiting)
            waiting = []
    filling.add(waiting)
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
    foot = row_top(layout, last, last.lines[-1].row + 1 if last.lines else 0)
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

    def __init__(self, rows: int, first_rows: int) -> None:
        self._rows = rows
        self._rows_here = first_rows
        self._row = 0
        self._pages: list[list[PageLine]] = [[]]

    def add(self, group: Iterable[Sequence[PageLine]]) -> None:
        """Add paragraphs; all but the last are kept whole and with the first line of what follows."""
        lines = [list(part) for part in group if part]
        for index, part in enumerate(lines):
            self._take_blank_rows(part)
            if not index:
                # the blank lines above a group are not kept with it
                kept = sum(len(one) for one in lines[:-1])
                needed = kept + sum(one[0].paragraph.blank_lines_before for one in lines[1:]) + 1
                if kept and self._row and self._row + needed > self._rows_here and needed <= self._rows:
                    self._next_page()
            for line in part:
                row = self._take_row()
                self._pages[-1].append(PageLine(row, line.line, line.paragraph, line.is_first, line.is_last, line.left))

    def _take_blank_rows(self, part: Sequence[PageLine]) -> None:
        for _ in range(part[0].paragraph.blank_lines_before):
            self._take_row()

    def _take_row(self) -> int:
        if self._row == self._rows_here:
            self._next_page()
        self._row += 1
        return self._row - 1

    def start_page(self) -> None:
        """Go on at the head of a page."""
        if self._row:
            self._next_page()

    def _next_page(self) -> None:
        self._pages.append([])
        self._row = 0
        self._rows_here = self._rows

    def pages(self) -> tuple[Page, ...]:
        """Return what was filled."""
        return tuple(Page(number, tuple(lines)) for number, lines in enumerate(self._pages, 1))
