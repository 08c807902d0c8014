"""One field filled at a time, as tests do it."""

from __future__ import annotations

from assistant.report.edits import fill_fields, set_state
from assistant.report.fields import State
from assistant.report.model import Report


def fill_field(report: Report, field_id: str, value: str, *, state: State | None = None) -> Report:
    """Put a value in every place of a field; "" brings the markers back. `state` is FILLED where not given."""
    filled = fill_fields(report, {field_id: value})
    return set_state(filled, field_id, state) if value and state is not None else filled
