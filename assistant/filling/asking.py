"""From markers to fields: each marker gets kind, unit and label, and markers of one value become one field."""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace

from assistant.filling.kinds import Guess, guess_kind
from assistant.filling.labels import label_for, unique_labels
from assistant.filling.markers import Marker, find_markers
from assistant.report.fields import Field, Kind, Occurrence
from assistant.report.model import Report

_CONTEXT = 10


@dataclass(frozen=True, slots=True)
class _Seen:
    """A marker with what its line says about it."""

    marker: Marker
    before: str
    behind: str
    guess: Guess


def find_fields(text: str) -> tuple[Field, ...]:
    """Return the fields of a text, in the order of their first occurrence."""
    seen = [_seen(text, marker) for marker in find_markers(text)]
    groups: dict[Hashable, list[_Seen]] = {}
    for one in seen:
        groups.setdefault(_same_value(one), []).append(one)
    members = list(groups.values())
    ids = _ids(members)
    labels = unique_labels([_label(group[0]) for group in members])
    return tuple(
        Field(
            field_id,
            group[0].guess.kind,
            label,
            group[0].guess.unit,
            tuple(Occurrence(one.marker.start, one.marker.end, one.marker.text) for one in group),
        )
        for field_id, label, group in zip(ids, labels, members, strict=True)
    )


def with_new_fields(report: Report) -> Report:
    """Return the report with a field for every marker that stands in none yet.

    Used when text was typed or pasted: what is masked there must be asked for as well.
    """
    taken = [(o.start, o.end) for field in report.fields for o in field.occurrences]
    known_ids = {field.id for field in report.fields}
    known_labels = [field.label for field in report.fields]
    new = []
    for field in find_fields(report.text):
        free = tuple(o for o in field.occurrences if not any(a < o.end and o.start < b for a, b in taken))
        if not free:
            continue
        field_id = next(i for i in (field.id, *(f"{field.id}-{n}" for n in range(2, 10**6))) if i not in known_ids)
        known_ids.add(field_id)
        label = unique_labels([*known_labels, field.label])[-1]
        known_labels.append(field.label)
        new.append(replace(field, id=field_id, label=label, occurrences=free))
    if not new:
        return report
    return replace(report, fields=tuple(sorted((*report.fields, *new), key=lambda field: field.start)))


def _seen(text: str, marker: Marker) -> _Seen:
    line_start = text.rfind("\n", 0, marker.start) + 1
    line_end = text.find("\n", marker.end)
    before = text[line_start : marker.start]
    behind = text[marker.end : line_end if line_end >= 0 else len(text)]
    return _Seen(marker, before, behind, guess_kind(marker, before, behind))


def _same_value(one: _Seen) -> Hashable:
    """Return a key that markers of certainly one value share: one session of the party congress, else the place."""
    if one.guess.kind is Kind.SESSION:
        return (Kind.SESSION, one.marker.text)
    return one.marker.start


def _label(one: _Seen) -> str:
    return label_for(one.marker, one.guess, one.before, one.behind)


def _ids(groups: Sequence[Sequence[_Seen]]) -> list[str]:
    """Return an id for each group: a short hash of the words around its first marker.

    Ids made from the context stay the same when other parts of the text change, and an answer meant for
    another text finds no field rather than a wrong one.
    """
    used: dict[str, int] = {}
    ids = []
    for group in groups:
        first = group[0]
        context = "\x1f".join((first.before[-_CONTEXT:], first.marker.text, first.behind[:_CONTEXT]))
        digest = "f" + hashlib.blake2b(context.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
        used[digest] = used.get(digest, 0) + 1
        ids.append(digest if used[digest] == 1 else f"{digest}-{used[digest]}")
    return ids
