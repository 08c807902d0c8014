"""One field answered at a time, as tests do it."""

from __future__ import annotations

from assistant.filling.values import TidyValue
from assistant.report.fields import State
from assistant.workbench.working import Settled, WorkingReport, settle_fields, settled_by


def answer_field(working: WorkingReport, field_id: str, answer: str) -> tuple[WorkingReport, TidyValue]:
    """Fill a field with an answer; one that does not fit is kept, an empty one brings the markers back."""
    settled, tidy = settled_by(working.report.field(field_id), answer)
    return settle_fields(working, {field_id: settled}), tidy


def waive_field(working: WorkingReport, field_id: str) -> WorkingReport:
    """Let a field stay masked."""
    return settle_fields(working, {field_id: Settled("", State.WAIVED)})
