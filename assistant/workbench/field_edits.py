"""Edits of fields as the window's rooms ask for them: values, sources, notes and decisions, of one field or of many.

What stands in the text is changed in the page; what is kept beside it (who gives a value, a note, an answer that did
not fit) is told as `Facts` before and after, so that one undo takes back text and facts alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from assistant.report.fields import Field, State
from assistant.workbench.working import WorkingReport, filled_state, tidy_answer


@dataclass(frozen=True, slots=True)
class FieldEdit:
    """What is to become of a field; None leaves a part as it is."""

    field_id: str
    value: str | None = None
    """The answer as typed; "" brings the markers back."""
    source: str | None = None
    note: str | None = None
    state: State | None = None
    """CONFIRMED lets the value stand (with `value`: although it does not fit), WAIVED lets the field stay masked,
    OPEN asks for it again, STALE brings back what stood there in the report that is used again, to be confirmed."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is kept of a field beside the text."""

    source: str = ""
    note: str = ""
    answer: str = ""
    """An answer that did not fit, kept while the field is open."""


@dataclass(frozen=True, slots=True)
class TextValue:
    """What is to stand in the places of a field; None leaves the text."""

    field_id: str
    value: str | None
    flag: State | None = None
    """WAIVED, CONFIRMED or STALE where the clerk has decided, else None."""


@dataclass(frozen=True, slots=True)
class PlannedEdits:
    """What edits come to: in the text, and beside it."""

    values: tuple[TextValue, ...]
    before: Mapping[str, Facts]
    after: Mapping[str, Facts]
    """Facts by field id; only fields whose facts change."""


def facts_of(working: WorkingReport, field: Field) -> Facts:
    """Return what is kept of a field beside the text."""
    return Facts(field.source, field.note, working.kept_answers.get(field.id, ""))


def plan_edits(working: WorkingReport, edits: Iterable[FieldEdit]) -> PlannedEdits:
    """Return what edits come to; those of fields that the report does not have are left out."""
    fields = {field.id: field for field in working.report.fields}
    values: list[TextValue] = []
    before: dict[str, Facts] = {}
    after: dict[str, Facts] = {}
    for edit in edits:
        field = fields.get(edit.field_id)
        if field is None:
            continue
        value, answer = _value_of(working, field, edit)
        if value is not None:
            values.append(value)
        old = facts_of(working, field)
        new = Facts(
            old.source if edit.source is None else edit.source.strip(),
            old.note if edit.note is None else edit.note.strip(),
            old.answer if answer is None else answer,
        )
        if new != old:
            before[field.id], after[field.id] = old, new
    return PlannedEdits(tuple(values), before, after)


def _value_of(working: WorkingReport, field: Field, edit: FieldEdit) -> tuple[TextValue | None, str | None]:
    """Return what goes into the text, and the answer that is kept beside it; None for what stays as it is."""
    if edit.state is State.WAIVED:
        return TextValue(field.id, "", State.WAIVED), ""
    if edit.state is State.OPEN:
        return TextValue(field.id, ""), ""
    if edit.state is State.CONFIRMED:
        return TextValue(field.id, edit.value, State.CONFIRMED), ""
    if edit.state is State.STALE:
        return TextValue(field.id, "", State.STALE), ""
    if edit.value is None:
        return None, None
    if not edit.value.strip():
        return TextValue(field.id, ""), ""
    tidy = tidy_answer(working, field.id, edit.value)
    if tidy is None:
        return TextValue(field.id, ""), " ".join(edit.value.split())
    state = filled_state(field, tidy)
    return TextValue(field.id, tidy, state if state is State.CONFIRMED else None), ""


def with_facts(working: WorkingReport, facts: Mapping[str, Facts]) -> WorkingReport:
    """Return the working report with other facts; a field that is out of the text keeps them for its return."""
    kept = {**working.kept_answers, **{field_id: one.answer for field_id, one in facts.items()}}
    known = {
        field_id: _told(field, facts[field_id]) if field_id in facts else field
        for field_id, field in working.known_fields.items()
    }
    fields = tuple(_told(one, facts[one.id]) if one.id in facts else one for one in working.report.fields)
    return replace(
        working,
        report=replace(working.report, fields=fields),
        known_fields=known,
        kept_answers={field_id: answer for field_id, answer in kept.items() if answer},
    )


def _told(field: Field, facts: Facts) -> Field:
    value = facts.answer if field.state is State.OPEN else field.value
    return replace(field, source=facts.source, note=facts.note, value=value)
