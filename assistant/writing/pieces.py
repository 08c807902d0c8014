"""Pieces: a paragraph cut where its style changes and where a field stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from assistant.report.fields import Field
from assistant.report.model import Report
from assistant.typeset.arrangement import PlacedParagraph


class FieldPlace(NamedTuple):
    """One occurrence with the field it belongs to."""

    start: int
    """Code points into the report's text."""
    end: int
    field: Field


class Piece(NamedTuple):
    """A stretch of a paragraph that becomes runs of its own."""

    start: int
    """Code points into the report's text."""
    end: int
    is_lead: bool
    """Whether it belongs to the run-in heading or enumeration lead."""
    place: FieldPlace | None
    """The field's place that it belongs to."""


def field_places(report: Report) -> list[FieldPlace]:
    """Return every occurrence in the order of the text."""
    return sorted(
        (
            FieldPlace(occurrence.start, occurrence.end, field)
            for field in report.fields
            for occurrence in field.occurrences
        ),
        key=lambda place: place[:2],
    )


def places_of(
    placed: Iterable[PlacedParagraph], places: list[FieldPlace]
) -> Iterator[tuple[PlacedParagraph, list[FieldPlace]]]:
    """Yield every paragraph with the places that touch it; both come in the order of the text."""
    index = 0
    for paragraph in placed:
        while index < len(places) and places[index].end <= paragraph.start:
            index += 1
        behind = index
        while behind < len(places) and places[behind].start < paragraph.end:
            behind += 1
        yield paragraph, places[index:behind]


def pieces_of(
    paragraph: PlacedParagraph, places: Iterable[FieldPlace], borders: Collection[int] = ()
) -> Iterator[Piece]:
    """Yield the pieces of a paragraph, none of them empty; together they are its whole text.

    `borders` are code points at which it is cut as well.
    """
    cuts = (*paragraph.breaks, *borders)
    position = paragraph.start
    for place in places:
        start, end = max(place.start, position), min(place.end, paragraph.end)
        if start < end:
            yield from _cut(paragraph, position, start, None, cuts)
            yield from _cut(paragraph, start, end, place, cuts)
            position = end
    yield from _cut(paragraph, position, paragraph.end, None, cuts)


def _cut(
    paragraph: PlacedParagraph, start: int, end: int, place: FieldPlace | None, cuts: Collection[int]
) -> Iterator[Piece]:
    """Cut behind the lead, at the breaks of a title, and where comments begin and end."""
    lead_end = paragraph.lead.end if paragraph.lead else start
    if cuts or start < lead_end < end:
        borders = sorted(border for border in {lead_end, *cuts} if start < border < end)
        for first, behind in pairwise((start, *borders, end)):
            yield Piece(first, behind, first < lead_end, place)
    elif start < end:
        yield Piece(start, end, start < lead_end, place)
