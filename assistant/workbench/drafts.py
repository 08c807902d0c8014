"""Drafts that colleagues filled in Word, WPS or LibreOffice: which values came back, and what else was changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from assistant.report.errors import AssistantError
from assistant.report.fields import Field
from assistant.storage.atomic import read_file
from assistant.typeset.layout import load_layout
from assistant.typeset.official_lines import imprint_of
from assistant.typeset.pages import first_head
from assistant.workbench.answers import Answer, LoadedAnswers
from assistant.workbench.draft_text import DraftText, TextChange, compare_text
from assistant.workbench.official_parts import official_of
from assistant.workbench.sentences import sentence
from assistant.workbench.working import WorkingReport, tidy_answer

if TYPE_CHECKING:
    from assistant.writing.draft_reading import ReturnedDraft, ReturnedLine

SUFFIX = ".docx"
_LARGEST_BYTES = 100 << 20


@dataclass(frozen=True, slots=True)
class LoadedDraft:
    """What came back in a draft."""

    answers: Mapping[str, Answer]
    problems: tuple[str, ...]
    """Sentences about what could not be taken."""
    changes: tuple[TextChange, ...]
    """Text that was changed outside the fields."""

    @property
    def loaded(self) -> LoadedAnswers:
        """The values as answers from any file."""
        return LoadedAnswers(self.answers, self.problems)


def read_draft_file(working: WorkingReport, path: Path) -> LoadedDraft:
    """Return the values that were filled into a draft of this report, and what was changed in its text.

    A place that still shows its marker, or its stale value, is no answer; where the places of one field tell
    different values, none is taken.

    Raises:
        AssistantError: `draft.foreign` where nothing in it belongs to this report, or a `file.*` code.
    """
    from assistant.writing.draft_reading import read_draft  # lxml takes a while to load

    data = read_file(path, limit_bytes=_LARGEST_BYTES)
    try:
        draft = read_draft(data, working.report.fields)
    except AssistantError as error:
        raise AssistantError(error.code, **{"path": str(path), **error.parameters}) from error
    draft = replace(draft, lines=_without_official_parts(draft.lines, working))
    text = compare_text(working, draft)
    known = {field.id: field for field in working.report.fields}
    told = _told(draft, text)
    if not any(field_id in known for field_id in told) and not text.common_lines:
        raise AssistantError("draft.foreign", path=str(path))
    answers: dict[str, Answer] = {}
    problems = []
    for field_id, texts in told.items():
        if field_id not in known:
            problems.append(sentence("draft.unknown", field=field_id))
            continue
        new = _new_values(working, known[field_id], draft, texts)
        if len(new) == 1:
            answers[field_id] = Answer(new[0])
        elif new:
            values = "、".join(f"“{value}”" for value in new)
            problems.append(sentence("draft.conflict", label=known[field_id].label, values=values))
    return LoadedDraft(answers, tuple(problems), text.changes)


@dataclass(frozen=True, slots=True)
class ReturnedValue:
    """A value that came back, as the clerk looks at it before it is taken."""

    field_id: str
    label: str
    now: str
    """What stands in the report now."""
    value: str
    verdict: Literal["new", "replaces", "misfit"]
    """Whether it fills an open field, replaces a settled value, or does not fit its field."""


def returned_values(working: WorkingReport, draft: LoadedDraft) -> tuple[ReturnedValue, ...]:
    """Return the values of a draft that differ from what the report holds, in the order of the text."""
    rows: list[ReturnedValue] = []
    for field in working.report.fields:
        answer = draft.answers.get(field.id)
        if answer is None:
            continue
        tidy = tidy_answer(working, field.id, answer.value)
        now = working.report.text[field.start : field.occurrences[0].end]
        if tidy is None:
            rows.append(ReturnedValue(field.id, field.label, now, answer.value, "misfit"))
        elif field.state.blocks_final:
            rows.append(ReturnedValue(field.id, field.label, now, tidy, "new"))
        elif tidy != now:
            rows.append(ReturnedValue(field.id, field.label, now, tidy, "replaces"))
    return tuple(rows)


def _without_official_parts(lines: Sequence[ReturnedLine], working: WorkingReport) -> tuple[ReturnedLine, ...]:
    """Return the lines without head and imprint, as they were written; what was changed in them is left to be told."""
    official, layout = official_of(working), load_layout(working.layout)
    head = [line.text for line in first_head(official, layout).lines]
    imprint = [part.text for part in imprint_of(official, layout).parts]
    kept = list(lines)
    _drop(kept, head)
    kept.reverse()
    _drop(kept, imprint[::-1])
    return tuple(reversed(kept))


def _drop(lines: list[ReturnedLine], wanted: Sequence[str]) -> None:
    """Take the first line of each of these texts out, blanks aside."""
    for text in wanted:
        printed = "".join(text.split())
        found = next((line for line in lines if "".join(line.text.split()) == printed), None)
        if found is not None:
            lines.remove(found)


def _told(draft: ReturnedDraft, text: DraftText) -> dict[str, list[str]]:
    """Return what the places of each field show, fields in the order of the draft."""
    told: dict[str, list[str]] = {}
    for line in draft.lines:
        for place in line.places:
            told.setdefault(place.field_id, []).append(place.text)
    for field_id in draft.bound:
        told.setdefault(field_id, [])
    for field_id, value in text.lone_values:
        told.setdefault(field_id, []).append(value)
    return told


def _new_values(working: WorkingReport, field: Field, draft: ReturnedDraft, shown: Sequence[str]) -> list[str]:
    """Return the different values that were given for a field."""
    old = {place.marker for place in field.occurrences}
    old |= {working.report.text[place.start : place.end] for place in field.occurrences if field.state.blocks_final}
    candidates = list(shown)
    bound = draft.bound.get(field.id)
    if bound is not None:
        old.add(bound.was)
        candidates.append(bound.now)
    known = {_without_blanks(value) for value in old}
    tidy = map(_without_blanks, candidates)
    return list(dict.fromkeys(value for value in tidy if value and value not in known))


def _without_blanks(value: str) -> str:
    """Return a value with single spaces for blanks: a marker may hold wider ones, which programs change."""
    return " ".join(value.split())
