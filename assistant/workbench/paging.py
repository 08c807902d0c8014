"""The pages of the report at hand, as preview, print and PDF show them and `assistant layout` lists them."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from assistant.report.outline import all_sections
from assistant.typeset.arrangement import PlacedParagraph
from assistant.typeset.drawing import DrawnPage, DrawnText, Span, draw_page
from assistant.typeset.layout import Layout, NumberPosition, load_layout
from assistant.typeset.objects import arrange_report
from assistant.typeset.pages import Page, PageLine, lay_out_pages, row_top
from assistant.typeset.tables import GridLine
from assistant.workbench.official_parts import official_of
from assistant.workbench.working import WorkingReport

__all__ = ["DrawnPage", "DrawnText", "GridLine", "PagePainter", "PagedReport", "layout_values", "page_report"]


@dataclass(frozen=True, slots=True)
class PagedReport:
    """A report on its pages, each of them drawn when it is asked for."""

    working: WorkingReport
    layout: Layout
    pages: tuple[Page, ...]
    marked: tuple[Span, ...] = ()
    """Places that a draft marks."""
    draft_mark: str = ""

    @property
    def is_two_sided(self) -> bool:
        """Whether the page number changes sides, which is for paper printed on both."""
        return self.layout.page_number.position is NumberPosition.OUTSIDE

    def drawn(self, index: int) -> DrawnPage:
        """Return what stands on the page with this index (from 0)."""
        page = self.pages[index]
        text = self.working.report.text
        if not page.lines:
            return draw_page(text, page, self.layout, (), self.draft_mark)
        lines = [one.line for one in (*page.lines, *page.repeated)]
        first, end = min(one.start for one in lines), max(one.end for one in lines)
        marked = [span for span in self.marked if span.start < end and first < span.end]
        return draw_page(text, page, self.layout, marked, self.draft_mark)

    def position_at(self, index: int, top: float) -> int | None:
        """Return the code point that the line at a height of a page begins with; `top` in twips from the paper's top.

        None where the page has no line.
        """
        best: PageLine | None = None
        page = self.pages[index]
        for line in page.lines:
            is_lower = best is None or line.row >= best.row
            if best is None or (is_lower and row_top(self.layout, page, line.row) <= top):
                best = line
        return None if best is None else best.line.start

    def place_of(self, position: int) -> tuple[int, float]:
        """Return (index of the page, twips from its top) of the line in which a code point stands."""
        written = [index for index, page in enumerate(self.pages) if page.lines]
        starts = [self.pages[index].lines[0].line.start for index in written]
        index = written[max(0, bisect.bisect_right(starts, position) - 1)] if written else 0
        lines = self.pages[index].lines
        row = next((line.row for line in reversed(lines) if line.line.start <= position), 0)
        return index, row_top(self.layout, self.pages[index], row)


PagePainter = Callable[[PagedReport], bytes]
"""Paints the pages as a PDF; the window has one, for Qt is loaded there only."""


def go_on() -> None:
    """Neither wait nor stop."""


def page_starts(working: WorkingReport, *, breathe: Callable[[], None] = go_on) -> tuple[int, ...]:
    """Return the code point with which each page begins; an empty page begins where the one before it did.

    `breathe` is called before each paragraph, and may wait or stop the work.

    Raises:
        AssistantError: `layout.unknown` or `layout.invalid`.
    """
    starts: list[int] = []
    for page in page_report(working, breathe=breathe).pages:
        starts.append(page.lines[0].line.start if page.lines else (starts[-1] if starts else 0))
    return tuple(starts)


def page_report(
    working: WorkingReport, *, draft: bool = False, layout: Layout | None = None, breathe: Callable[[], None] = go_on
) -> PagedReport:
    """Return the report on the pages of its own layout or of another; a draft marks what is open or stale.

    `breathe` as in `page_starts`.

    Raises:
        AssistantError: `layout.unknown` or `layout.invalid`.
    """
    layout = layout or load_layout(working.layout)
    text = working.report.text
    breathe()
    arranged = arrange_report(working.report, working.paragraphs, layout)
    pages = lay_out_pages(text, _one_by_one(arranged, breathe), layout, official_of(working))
    if not draft:
        return PagedReport(working, layout, pages)
    marked, mark = _draft_marks(working, pages)
    return PagedReport(working, layout, pages, marked, mark)


def _one_by_one(paragraphs: Iterable[PlacedParagraph], breathe: Callable[[], None]) -> Iterator[PlacedParagraph]:
    for paragraph in paragraphs:
        breathe()
        yield paragraph


def _draft_marks(working: WorkingReport, pages: tuple[Page, ...]) -> tuple[tuple[Span, ...], str]:
    from assistant.report.fields import State
    from assistant.writing.page_margins import draft_mark_text
    from assistant.writing.pieces import field_places, places_of

    placed = [line.paragraph for page in pages for line in page.lines if line.is_first]
    drawn = [place for _, own in places_of(placed, field_places(working.report)) for place in own]
    states = [place.field.state for place in drawn]
    marked = tuple(Span(place.start, place.end) for place in drawn if place.field.state.blocks_final)
    return marked, draft_mark_text(states.count(State.OPEN), states.count(State.STALE))


def bookmarks_of(paged: PagedReport) -> list[tuple[str, int, int, float]]:
    """Return (heading, level, index of the page, points from its top) of every section."""
    working = paged.working
    found = []
    for section in all_sections(working.paragraphs):
        paragraph = working.paragraphs[section.first]
        index, top = paged.place_of(paragraph.start)
        words = (paragraph.number or paragraph.expected_number or "") + paragraph.heading_of(working.report.text)
        found.append((words.strip(), section.level, index, top / 20))
    return found


def layout_values(working: WorkingReport) -> dict[str, Any]:
    """Return pages and lines for JSON: the text of every line without the spaces at its ends."""
    text = working.report.text
    return {
        "layout": working.layout,
        "pages": [{"number": page.number, "lines": list(_lines_of(page, text))} for page in page_report(working).pages],
    }


def _lines_of(page: Page, text: str) -> Iterator[str]:
    """Yield what stands in the lines of a page, head and imprint included, from the top down."""
    yield from (line.text for line in page.head.lines)
    yield from (line.text_of(text).strip() for line in page.lines)
    yield from (line.text for line in page.imprint.lines)
