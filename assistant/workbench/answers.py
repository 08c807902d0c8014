"""Answer files: values by field id, applied to a report in one go."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from assistant.reading.unicode_text import decode_unicode
from assistant.report.errors import AssistantError
from assistant.report.fields import State
from assistant.storage.atomic import read_file
from assistant.workbench.working import (
    Settled,
    WorkingReport,
    has_suggested_links,
    settle_fields,
    settled_by,
    with_sources,
)

_LARGEST_BYTES = 8 << 20
_LATER = {".doc", ".csv", ".xls", ".et"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What an answer file says about one field."""

    value: str
    waived: bool = False
    source: str = ""
    """Who gives the value, or ""."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class LoadedAnswers:
    """The answers of a file, and sentences about what of it could not be taken."""

    answers: Mapping[str, Answer]
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswersApplied:
    """A report with answers in it, and what was noticed."""

    working: WorkingReport
    unknown: tuple[str, ...]
    """Ids in the file that the report has no field for."""
    misfits: tuple[tuple[str, str], ...]
    """(id, value) pairs that do not fit the field's kind; the field keeps the value and stays open."""
    suggested: tuple[str, ...]
    """Ids of fields with suggested links that were filled all the same, for the clerk to look at."""


def read_answers(path: Path) -> dict[str, Answer]:
    """Return the answers of a JSON file: `{id: value}` or `{id: {"waive": true}}`.

    Raises:
        AssistantError: `answers.broken` (line), `answers.format_later`, or a `file.*` code.
    """
    if path.suffix.lower() in _LATER:
        raise AssistantError("answers.format_later", path=str(path))
    try:
        found = json.loads(_decoded(read_file(path, limit_bytes=_LARGEST_BYTES)))
    except json.JSONDecodeError as error:
        raise AssistantError("answers.broken", path=str(path), line=error.lineno) from error
    except (ValueError, RecursionError) as error:
        raise AssistantError("answers.broken", path=str(path), line=1) from error
    if not isinstance(found, dict):
        raise AssistantError("answers.broken", path=str(path), line=1)
    return {field_id: _answer(path, field_id, value) for field_id, value in found.items()}


def _decoded(data: bytes) -> str:
    """Return the text of an answer file: JSON is UTF-8, but an editor on Windows may have saved it otherwise."""
    try:
        decoded = decode_unicode(data)
        if decoded is None:
            from assistant.reading.decode import decode_text  # slow to load and seldom needed

            decoded = decode_text(data)
    except AssistantError as error:
        raise ValueError("no text") from error
    return decoded.text


def _answer(path: Path, field_id: str, value: object) -> Answer:
    if isinstance(value, str):
        return Answer(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Answer(str(value))
    if value is None:
        return Answer("")
    if isinstance(value, dict) and value.get("waive") is True:
        return Answer("", waived=True)
    if isinstance(value, dict) and isinstance(value.get("value"), str):
        return Answer(value["value"])
    raise AssistantError("answers.value", path=str(path), field=field_id)


def apply_answers(working: WorkingReport, answers: Mapping[str, Answer]) -> AnswersApplied:
    """Fill the fields of a report with answers; a field without answer stays as it is."""
    unknown, misfits, suggested = [], [], []
    fields = {field.id: field for field in working.report.fields}
    settled: dict[str, Settled] = {}
    told: dict[str, tuple[str, str]] = {}
    for field_id, answer in answers.items():
        field = fields.get(field_id)
        if field is None:
            unknown.append(field_id)
            continue
        if answer.waived:
            settled[field_id] = Settled("", State.WAIVED)
        elif answer.value.strip():
            if has_suggested_links(field):
                suggested.append(field_id)
            settled[field_id], tidy = settled_by(field, answer.value)
            if not tidy.fits:
                misfits.append((field_id, answer.value))
        if answer.source or answer.note:
            told[field_id] = (answer.source, answer.note)
    working = with_sources(settle_fields(working, settled), told) if settled or told else working
    return AnswersApplied(working, tuple(unknown), tuple(misfits), tuple(suggested))
