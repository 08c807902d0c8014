"""Pieces: a paragraph cut where its style changes and where a field stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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


def pieces_of(paragraph: PlacedParagraph, places: Iterable[FieldPlace]) -> Iterator[Piece]:
    """Yield the pieces of a paragraph, none of them empty; together they are its whole text."""
    position = paragraph.start
    for place in places:
        start, end = max(place.start, position), min(place.end, paragraph.end)
        if start < end:
            yield from _cut_at_lead(paragraph, position, start, None)
            yield from _cut_at_lead(paragraph, start, end, place)
            position = end
    yield from _cut_at_lead(paragraph, position, paragraph.end, None)


def _cut_at_lead(paragraph: PlacedParagraph, start: int, end: int, place: FieldPlace | None) -> Iterator[Piece]:
    """Cut behind the lead and at the breaks of a title."""
    lead_end = paragraph.lead.end if paragraph.lead else start
    if paragraph.breaks or start < lead_end < end:
        borders = sorted(border for border in {lead_end, *paragraph.breaks} if start < border < end)
        for first, behind in pairwise((start, *borders, end)):
            yield Piece(first, behind, first < lead_end, place)
    elif start < end:
        yield Piece(start, end, start < lead_end, place)
