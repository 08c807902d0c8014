"""Deciding links: what the clerk is shown of a field's places, and what becomes of her ticks."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from assistant.filling.relinking import likely_same, relink
from assistant.report.fields import Field, Kind, Occurrence, State
from assistant.workbench.working import WorkingReport

_CONTEXT = 16
_NAMES = (Kind.PLACE, Kind.ORG, Kind.PERSON, Kind.SESSION, Kind.TEXT)
"""Kinds of which the same name mostly is the same value; two figures of one name mostly are not."""
_NUMBER = re.compile(r"（\d+）$")
MOST_CANDIDATES = 40


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    """One place that the clerk can tick as belonging to a field."""

    before: str
    shown: str
    behind: str
    belongs: bool
    """Whether it belongs to the field now."""
    field_id: str
    index: int
    """Its number among the places of its own field."""


def same_named(working: WorkingReport, field_id: str) -> tuple[Field, ...]:
    """Return the open fields that are called like a settled one, their number aside: names, not figures.

    Raises:
        KeyError: the report has no such field.
    """
    field = working.report.field(field_id)
    if field.state.blocks_final or not field.value or field.kind not in _NAMES:
        return ()
    name = _NUMBER.sub("", field.label)
    return tuple(
        one
        for one in working.report.fields
        if one.id != field_id
        and one.state is State.OPEN
        and (one.kind, one.unit, _NUMBER.sub("", one.label)) == (field.kind, field.unit, name)
    )


def place_choices(working: WorkingReport, field_id: str) -> tuple[PlaceChoice, ...]:
    """Return the places of a field, then those of fields that may be the same value.

    Raises:
        KeyError: the report has no such field.
    """
    field = working.report.field(field_id)
    others = likely_same(field, working.report.fields)[:MOST_CANDIDATES]
    return tuple(
        _choice(working.report.text, owner, index, place, belongs=owner is field)
        for owner in (field, *others)
        for index, place in enumerate(owner.occurrences)
    )


def _choice(text: str, field: Field, index: int, place: Occurrence, *, belongs: bool) -> PlaceChoice:
    before = text[max(0, place.start - _CONTEXT) : place.start].rsplit("\n", 1)[-1]
    behind = text[place.end : place.end + _CONTEXT].split("\n", 1)[0]
    return PlaceChoice(before, text[place.start : place.end], behind, belongs, field.id, index)


def field_with_value(working: WorkingReport, field_id: str, ticked: Collection[tuple[str, int]]) -> Field | None:
    """Return the field whose value all ticked (field id, index of the place) pairs get once they are one field.

    It is the field itself, else one that is joined to it; None where nothing is filled, or joined ones differ.

    Raises:
        KeyError: the report has no such field.
    """
    own = working.report.field(field_id)
    ids = {owner for owner, _ in ticked}
    filled = [one for one in working.report.fields if one.id in ids and one.value and one.state is not State.OPEN]
    if own.value and own.state is not State.OPEN:
        return own
    return filled[0] if len({one.value for one in filled}) == 1 else None


def fields_relinked(
    working: WorkingReport, field_id: str, ticked: Collection[tuple[str, int]]
) -> tuple[WorkingReport, tuple[Field, ...]]:
    """Return the fields that the clerk's ticks make of a field and those joined to it.

    `ticked` holds (field id, index of the place) pairs. Joining takes all places of the other field that
    are ticked; the rest of it stays a field. The working report knows the new fields, its text is as it was.

    Raises:
        KeyError: the report has no such field.
        ValueError: nothing is ticked.
    """
    field = working.report.field(field_id)
    keep = {index for owner, index in ticked if owner == field_id}
    joined, rests = [], []
    for other in working.report.fields:
        chosen = tuple(p for i, p in enumerate(other.occurrences) if (other.id, i) in ticked)
        if other.id == field_id or not chosen:
            continue
        joined.append(replace(other, occurrences=chosen))
        left = tuple(p for p in other.occurrences if p not in chosen)
        if left:
            rests.append(replace(other, occurrences=left))
    made = relink(working.report.text, field, keep=keep, join=joined, known=working.known_fields)
    known = {**working.known_fields, **{one.id: one for one in (*made, *rests)}}
    return replace(working, known_fields=known), (*made, *rests)
