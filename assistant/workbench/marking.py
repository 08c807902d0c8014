"""Marking text as a field: what stands there is asked for from then on."""

from __future__ import annotations

from dataclasses import replace

from assistant.filling.asking import field_of_span as new_field
from assistant.filling.asking import fields_apart
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
