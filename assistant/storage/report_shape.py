"""From the JSON of a `.baogao` file to Report and Field, with every rule of the model checked.

It knows parsed JSON values only, not files; writing stands in `report_file`.
"""

from __future__ import annotations

from assistant.report.fields import Field, Kind, Link, Occurrence, State
from assistant.report.model import Report, Role
from assistant.storage.shape import broken, mapping, member, offset, sequence, string

_FIELD_KEYS = ("id", "kind", "label", "unit", "value", "state", "source", "note", "occurrences")


def report_from_json(value: object, place: str) -> Report:
    """Return the report that stands at `place` of the file.

    Raises:
        AssistantError: `report_file.broken` (place).
    """
    parts = mapping(value, place, keys=("text", "fields", "role_overrides"), more=False)
    text = _text_from(parts["text"], f"{place}.text")
    inner = f"{place}.fields"
    fields = [
        field_from_json(one, f"{inner}[{number}]", text_length=len(text))
        for number, one in enumerate(sequence(parts["fields"], inner))
    ]
    _check_ids(fields, inner)
    _check_overlaps(fields, inner)
    overrides = overrides_from_json(parts["role_overrides"], f"{place}.role_overrides")
    return Report(text=text, fields=tuple(fields), role_overrides=overrides)


def field_from_json(value: object, place: str, *, text_length: int) -> Field:
    """Return the field that stands at `place`; its occurrences lie within `text_length` code points.

    Raises:
        AssistantError: `report_file.broken` (place).
    """
    parts = mapping(value, place, keys=_FIELD_KEYS, more=False)
    inner = f"{place}.occurrences"
    occurrences = tuple(
        _occurrence_from(one, f"{inner}[{number}]", text_length=text_length)
        for number, one in enumerate(sequence(parts["occurrences"], inner))
    )
    if not occurrences:
        raise broken(inner)
    return Field(
        id=string(parts["id"], f"{place}.id"),
        kind=member(Kind, parts["kind"], f"{place}.kind"),
        label=string(parts["label"], f"{place}.label"),
        unit=string(parts["unit"], f"{place}.unit"),
        occurrences=occurrences,
        value=string(parts["value"], f"{place}.value"),
        state=member(State, parts["state"], f"{place}.state"),
        source=string(parts["source"], f"{place}.source"),
        note=string(parts["note"], f"{place}.note"),
    )


def cleaned_from_json(value: object, place: str) -> list[tuple[int, int, str, str]]:
    """Return start, end, text and reason of every piece of removed noise.

    Raises:
        AssistantError: `report_file.broken` (place).
    """
    pieces = []
    for number, one in enumerate(sequence(value, place)):
        inner = f"{place}[{number}]"
        parts = mapping(one, inner, keys=("start", "end", "text", "reason"), more=False)
        end = offset(parts["end"], f"{inner}.end")
        start = offset(parts["start"], f"{inner}.start", limit=end)
        text = string(parts["text"], f"{inner}.text")
        pieces.append((start, end, text, string(parts["reason"], f"{inner}.reason")))
    return pieces


def _text_from(value: object, place: str) -> str:
    lines = [string(line, f"{place}[{number}]") for number, line in enumerate(sequence(value, place))]
    if not lines:
        raise broken(place)
    for number, line in enumerate(lines):
        if "\n" in line or "\r" in line:
            raise broken(f"{place}[{number}]")
    return "\n".join(lines)


def _occurrence_from(value: object, place: str, *, text_length: int) -> Occurrence:
    start, end, marker, link = sequence(value, place, length=4)
    last = offset(end, f"{place}[1]", limit=text_length)
    return Occurrence(
        start=offset(start, f"{place}[0]", limit=last),
        end=last,
        marker=string(marker, f"{place}[2]"),
        link=member(Link, link, f"{place}[3]"),
    )


def _check_ids(fields: list[Field], place: str) -> None:
    seen: set[str] = set()
    for number, one in enumerate(fields):
        if not one.id or one.id in seen:
            raise broken(f"{place}[{number}].id")
        seen.add(one.id)


def _check_overlaps(fields: list[Field], place: str) -> None:
    spans = sorted(
        (occurrence.start, occurrence.end, f"{place}[{number}].occurrences[{index}]")
        for number, one in enumerate(fields)
        for index, occurrence in enumerate(one.occurrences)
    )
    reached = 0
    for start, end, where in spans:
        if start < reached:
            raise broken(where)
        reached = end


def overrides_from_json(value: object, place: str) -> tuple[tuple[str, Role], ...]:
    """Return the (text of a line, role) pairs that the clerk has set by hand.

    Raises:
        AssistantError: `report_file.broken` (place).
    """
    overrides = []
    for number, one in enumerate(sequence(value, place)):
        line, role = sequence(one, f"{place}[{number}]", length=2)
        overrides.append((string(line, f"{place}[{number}][0]"), member(Role, role, f"{place}[{number}][1]")))
    return tuple(overrides)
