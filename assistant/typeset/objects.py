"""Tables and pictures among the paragraphs: what is drawn of their lines, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from assistant.report.model import Paragraph, Report, Role
from assistant.report.pictures import PICTURE_SIGN, Picture
from assistant.report.tables import CellAlign
from assistant.typeset.arrangement import CellPlace, Look, PlacedParagraph, arrange, trimmed
from assistant.typeset.layout import Alignment, Layout

_ALIGNMENTS = {
    CellAlign.LEFT: Alignment.LEFT,
    CellAlign.CENTRE: Alignment.CENTRE,
    CellAlign.RIGHT: Alignment.RIGHT,
    CellAlign.JUSTIFY: Alignment.JUSTIFY,
}


def arrange_report(report: Report, paragraphs: Sequence[Paragraph], layout: Layout) -> tuple[PlacedParagraph, ...]:
    """Return all that is drawn of a report in order: its paragraphs, the lines of its cells, and its pictures.

    `paragraphs` has one for every line of the text.
    """
    if not report.tables and not report.pictures:
        return arrange(report.text, paragraphs, layout)
    return arrange(report.text, paragraphs, layout, dict(_objects(report, paragraphs)))


def _objects(report: Report, paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, tuple[PlacedParagraph, ...]]]:
    """Yield (first code point of a line, what is drawn in its place) for lines in cells and lines with pictures."""
    cells = {
        line: CellPlace(table, index)
        for table in report.tables
        for index, first, behind in table.cell_spans()
        for line in range(first, behind)
    }
    pictures = iter(report.pictures)
    for number, paragraph in enumerate(paragraphs):
        place = cells.get(number)
        if place is None and PICTURE_SIGN not in paragraph.text_of(report.text):
            continue
        if paragraph.role is Role.NOISE:
            for _ in range(paragraph.text_of(report.text).count(PICTURE_SIGN)):
                next(pictures, None)
            continue
        yield paragraph.start, tuple(_pieces(report.text, paragraph, place, pictures))


def _pieces(
    text: str, paragraph: Paragraph, place: CellPlace | None, pictures: Iterator[Picture]
) -> Iterator[PlacedParagraph]:
    """Yield the line's text before, between and behind its pictures, and these; an empty line of a cell is kept."""
    align = _alignment(place)
    start, end = trimmed(text, paragraph)
    signs = [at for at in range(start, end) if text[at] == PICTURE_SIGN]
    if not signs and place is not None:
        yield PlacedParagraph(start, end, Look.CELL, cell=place, align=align)
        return
    begin = start
    for at in chain(signs, [end]):
        if text[begin:at].strip():
            yield PlacedParagraph(begin, at, Look.CELL if place else Look.BODY, cell=place, align=align)
        picture = next(pictures, None) if at < end else None
        if picture is not None:
            yield PlacedParagraph(at, at + 1, Look.PICTURE, cell=place, align=align, picture=picture)
        begin = at + 1


def _alignment(place: CellPlace | None) -> Alignment | None:
    align = place.table.cells[place.index].align if place is not None else None
    return _ALIGNMENTS[align] if align is not None else None
