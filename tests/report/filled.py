"""One field filled at a time, as tests do it."""

from __future__ import annotations

from dataclasses import replace

from assistant.report.edits import fill_fields
from assistant.report.fields import State
from assistant.report.model import Report


def fill_field(report: Report, field_id: str, value: str, *, state: State | None = None) -> Report:
    """Put a value in every place of a field; "" brings the markers back. `state` is FILLED where not given."""
    filled = fill_fields(report, {field_id: value})
    return set_state(filled, field_id, state) if value and state is not None else filled


def set_state(report: Report, field_id: str, state: State) -> Report:
    """Return the report with one field in another state, its text as it is."""
    return replace(
        report, fields=tuple(replace(one, state=state) if one.id == field_id else one for one in report.fields)
    )
