"""Marking text as a field: what stands there is asked for from then on."""

from __future__ import annotations

from dataclasses import replace

from assistant.filling.asking import field_of_span as new_field
from assistant.filling.asking import fields_apart, with_new_fields
from assistant.report.fields import Field
from assistant.workbench.working import WorkingReport


def field_of_span(working: WorkingReport, start: int, end: int) -> tuple[WorkingReport, Field | None]:
    """Return a field for the text from code point `start` to `end`, and the working report that knows it.

    None where the text reaches over a line end, is blank, or holds a field already.
    """
    text = working.report.text[start:end]
    taken = any(place.start < end and start < place.end for one in working.report.fields for place in one.occurrences)
    if not text.strip() or "\n" in text or taken:
        return working, None
    field = fields_apart([new_field(working.report.text, start, end)], working.known_fields)[0]
    return replace(working, known_fields={**working.known_fields, field.id: field}), field


def stays_text(working: WorkingReport, field_id: str) -> bool:
    """Whether what stands in a field's places is no marker: as plain text it would not be found as a field again.

    Raises:
        KeyError: the report has no such field.
    """
    field = working.report.field(field_id)
    others = tuple(one for one in working.report.fields if one.id != field_id)
    again = with_new_fields(replace(working.report, fields=others)).fields
    known = {one.id for one in others}
    places = [place for one in again if one.id not in known for place in one.occurrences]
    return not any(own.start < place.end and place.start < own.end for own in field.occurrences for place in places)
