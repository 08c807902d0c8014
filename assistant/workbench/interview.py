"""逐项填写: the fields of a report as questions, one at a time, in the order that the clerk chooses."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.filling.sentences_around import sentence_bounds
from assistant.report.fields import Field, Kind
from assistant.report.model import Paragraph, Report
from assistant.report.relations import Relation
from assistant.workbench.sentences import translated
from assistant.workbench.working import WorkingReport, section_entries

_SIDE = 130
"""Characters of a long sentence that are shown on each side of the place."""
_CUT = "……"
_LONG = 30_000
"""Characters up to which relations are looked for while a value is typed."""


class Order(StrEnum):
    """In which order the questions come."""

    TEXT = "text"
    KIND = "kind"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Question:
    """What is shown of a field when it is asked for."""

    field: Field
    section: str
    """Headings above the first place, outermost first, parted by " › "; "" in front of the first heading."""
    pieces: tuple[str, ...]
    """The sentence around the first place: every second piece is a place of this field."""
    prompt: str
    """What is to be written, in a few words."""


def question_ids(working: WorkingReport, order: Order) -> tuple[str, ...]:
    """Return the ids of all fields in an order; fields without an office come last where offices count."""
    fields = working.report.fields
    if order is Order.KIND:
        kinds = list(Kind)
        fields = tuple(sorted(fields, key=lambda one: kinds.index(one.kind)))
    elif order is Order.OFFICE:
        offices = list(dict.fromkeys(one.source for one in fields if one.source))
        fields = tuple(sorted(fields, key=lambda one: offices.index(one.source) if one.source else len(offices)))
    return tuple(one.id for one in fields)


def question_for(working: WorkingReport, field_id: str) -> Question:
    """Return what is asked about a field.

    Raises:
        KeyError: the report has no such field.
    """
    from assistant.filling.sheet import prompt_for  # not before it is wanted: the start is short

    field = working.report.field(field_id)
    prompt = prompt_for(field, _in_language)
    return Question(field, section_above(working, field.start), _pieces(working, field), prompt)


def section_above(working: WorkingReport, position: int) -> str:
    """Return the headings above a code point, outermost first."""
    heads = [one for one in section_entries(working) if one.position <= position <= one.end]
    return " › ".join(one.number + one.heading for one in heads)


def contradiction_of(working: WorkingReport, field_id: str, value: str) -> str:
    """Return how other figures of the report come to another value than this one of a field, "" where none does.

    Only certain relations count. Long reports are left to the checks, which look at them beside the window.

    Raises:
        KeyError: the report has no such field.
    """
    from assistant.filling.arithmetic import Reckoner, Verdict

    report, places = working.report, working.report.field(field_id).occurrences
    if len(report.text) > _LONG:
        return ""
    reckoner, own = Reckoner.of(report), {place.start for place in places}
    for relation in _relations_in(report):
        instead = {one.start: value for one in relation.operands if one.start in own}
        if instead and relation.is_certain:
            outcome = reckoner.evaluate(relation, instead=instead)
            if outcome.verdict is Verdict.CONTRADICTS:
                return outcome.calculation
    return ""


_relations_of: tuple[Report | None, tuple[Relation, ...]] = None, ()


def _relations_in(report: Report) -> tuple[Relation, ...]:
    """Return the relations of a report; the last one's are kept while a value is typed."""
    from assistant.filling.relations import find_relations  # not before it is wanted: the start is short

    global _relations_of
    if _relations_of[0] is not report:
        _relations_of = report, find_relations(report)
    return _relations_of[1]


def line_at(paragraphs: Sequence[Paragraph], position: int) -> Paragraph | None:
    """Return the paragraph that holds a code point, or None in an empty report."""
    index = bisect_right([one.start for one in paragraphs], position) - 1
    return paragraphs[index] if index >= 0 else None


def _pieces(working: WorkingReport, field: Field) -> tuple[str, ...]:
    text, place = working.report.text, field.occurrences[0]
    line = line_at(working.paragraphs, place.start)
    begin, behind = (line.start, max(line.end, place.end)) if line is not None else (0, len(text))
    start, end = sentence_bounds(text, begin, behind, place.start, place.end)
    start, end = max(start, place.start - _SIDE), min(end, place.end + _SIDE)
    pieces = [_CUT if start > begin and text[start - 1] not in "。！？!?”" else ""]
    done = start
    for one in field.occurrences:
        if start <= one.start and one.end <= end:
            pieces[-1] += text[done : one.start]
            pieces += [text[one.start : one.end], ""]
            done = one.end
    pieces[-1] += text[done:end] + (_CUT if end == place.end + _SIDE and end < behind else "")
    return tuple(pieces)


def _in_language(words: str) -> str:
    return translated("prompts", words)
