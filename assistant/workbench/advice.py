"""Advice on the open report: values that follow from others, and findings to be seen while writing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from assistant.checking.findings import Finding
from assistant.checking.findings import Severity as Severity
from assistant.report.fields import Field, State
from assistant.report.model import Report
from assistant.workbench.field_edits import FieldEdit
from assistant.workbench.proofreading import CheckChoices, check, wants
from assistant.workbench.sentences import describe_finding, sentence
from assistant.workbench.unit_info import proposal_for_stale
from assistant.workbench.working import WorkingReport

_AROUND = 6


@dataclass(frozen=True, slots=True)
class Advice:
    """A value that a field probably has, and why; the clerk takes it or leaves it."""

    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding as the window shows it."""

    start: int
    end: int
    severity: Severity
    message: str
    rule: str = ""
    fix: str | None = None
    """What stands in place of the printed words once mended, or None where the clerk must decide."""
    printed: str = ""
    context: str = ""
    """The printed words with a few characters around them."""


def advice_for(working: WorkingReport, *, this_year: int) -> Mapping[str, Advice]:
    """Return advice by field id: what follows by arithmetic, and the next year for a year taken over."""
    from assistant.filling.arithmetic import proposals  # not before it is wanted: the start is short

    found = {field.id: advice for field in working.report.fields if (advice := _next_year(field, this_year))}
    for field_id, proposal in proposals(working.report).items():
        reason = sentence("advice.formula", formula=proposal.formula, calculation=proposal.calculation)
        found[field_id] = Advice(proposal.value, reason)
    return found


def _next_year(field: Field, this_year: int) -> Advice | None:
    value = proposal_for_stale(field, this_year=this_year) if field.state is State.STALE else ""
    return Advice(value, sentence("advice.year", old=field.value)) if value else None


def values_mended(report: Report, remarks: Sequence[Remark]) -> Mapping[Remark, FieldEdit]:
    """Return what mends the remarks that stand within filled values: the field gets it, in all its places.

    Of several remarks on one value the first is mended: the others speak of what stands there no more.
    """
    places = sorted(
        ((place.start, place.end, field) for field in report.fields if field.value for place in field.occurrences),
        key=lambda one: one[:2],
    )
    starts = [start for start, _end, _field in places]
    found: dict[Remark, FieldEdit] = {}
    mended: set[str] = set()
    for one in remarks:
        at = bisect_right(starts, one.start) - 1
        if one.fix is None or at < 0:
            continue
        start, end, field = places[at]
        if one.end <= end and report.text[start:end] == field.value and field.id not in mended:
            mended.add(field.id)
            value = field.value[: one.start - start] + one.fix + field.value[one.end - start :]
            found[one] = FieldEdit(field.id, value)
    return found


def remarks_on(
    working: WorkingReport,
    choices: CheckChoices | None = None,
    *,
    entries: Mapping[str, str] | None = None,
    breathe: Callable[[], None] | None = None,
) -> tuple[Remark, ...]:
    """Return the findings that are not about open fields, in the order of the text.

    `entries` are those of the answer book; `breathe` is called between small pieces of work, and may wait or stop it.
    """
    text = working.report.text
    pausing = {} if breathe is None else {"breathe": breathe}
    return tuple(
        _remark(one, text)
        for one in check(working.report, working.paragraphs, choices or CheckChoices(), entries=entries, **pausing)
        if not one.rule.startswith("placeholder-") or one.rule == "placeholder-deleted"
    )


def wanted_remarks(remarks: Sequence[Remark], choices: CheckChoices, unit: str = "") -> tuple[Remark, ...]:
    """Return the remarks that the clerk wants to see, who writes for a unit."""
    wanted = wants(choices, unit)
    return tuple(one for one in remarks if wanted(one.rule, one.printed))


def moved_remarks(remarks: Sequence[Remark], before: str, after: str) -> tuple[Remark, ...]:
    """Return remarks about a text, at their new places, as far as what they speak of still stands in a later one."""
    if before == after or not remarks:
        return tuple(remarks)
    old, new = before.split("\n"), after.split("\n")
    shorter = min(len(old), len(new))
    head = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    tail = next((i for i in range(shorter - head) if old[-1 - i] != new[-1 - i]), shorter - head)
    old_starts, new_starts = _starts(old), _starts(new)
    moved = []
    for one in remarks:
        line = bisect_right(old_starts, one.start) - 1
        column, end = one.start - old_starts[line], one.end - old_starts[line]
        if line >= max(head, len(old) - tail):
            there, by = line + len(new) - len(old), 0
        elif line < head or len(old) == len(new):
            there = line
            by = 0 if old[line][:end] == new[line][:end] else len(new[line]) - len(old[line])
        else:
            continue
        start = new_starts[there] + column + by
        if start >= new_starts[there] and after[start : start + one.end - one.start] == one.printed:
            moved.append(one if start == one.start else replace(one, start=start, end=start + one.end - one.start))
    return tuple(moved)


def _starts(lines: Sequence[str]) -> list[int]:
    """Return the code point at which each line begins."""
    return list(accumulate((len(line) + 1 for line in lines[:-1]), initial=0))


def _remark(one: Finding, text: str) -> Remark:
    start, end = one.start, one.end
    before = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
    behind = text[end : end + _AROUND].partition("\n")[0]
    printed = text[start:end]
    return Remark(
        start, end, one.severity, describe_finding(one), one.rule, one.fix, printed, f"{before}{printed}{behind}"
    )
