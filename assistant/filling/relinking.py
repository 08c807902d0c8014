"""Links that the clerk decides: places taken out of a field, and other fields joined to it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from assistant.filling.asking import field_at, fields_apart
from assistant.report.fields import Field, Link, Occurrence


def relink(
    text: str, field: Field, *, keep: Collection[int], join: Sequence[Field], known: Mapping[str, Field]
) -> tuple[Field, ...]:
    """Return the field with the places that the clerk ticked, and a new field for each place taken out.

    `keep` holds indices into the field's occurrences; at least one must stay or be joined. All places of
    the field are certain afterwards. New fields get ids and labels that no known field has.

    Raises:
        ValueError: nothing would be left of the field.
    """
    kept = [place for index, place in enumerate(field.occurrences) if index in keep]
    joined = [place for other in join for place in other.occurrences]
    places = sorted((replace(place, link=Link.CERTAIN) for place in (*kept, *joined)), key=lambda place: place.start)
    if not places:
        raise ValueError("a field without places")
    out = [place for index, place in enumerate(field.occurrences) if index not in keep]
    alone = fields_apart([_alone(text, field, place) for place in out], known)
    return (replace(field, occurrences=tuple(places)), *alone)


def _alone(text: str, field: Field, place: Occurrence) -> Field:
    """Return a field of one place; while it is masked it is described by the words around it."""
    own = (replace(place, link=Link.CERTAIN),)
    masked = text[: place.start] + place.marker + text[place.end :]
    found = field_at(masked, place.start)
    described = found if found is not None else field
    return replace(described, occurrences=own, value=field.value, state=field.state)


def likely_same(field: Field, others: Sequence[Field]) -> tuple[Field, ...]:
    """Return other fields that may be the same value: of the same kind, with the same unit, printed alike first."""
    marker = field.occurrences[0].marker
    alike = [other for other in others if other.id != field.id and (other.kind, other.unit) == (field.kind, field.unit)]
    return tuple(sorted(alike, key=lambda other: (other.occurrences[0].marker != marker, other.start)))
