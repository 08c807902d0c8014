"""Advice on the open report: values that follow from others, and findings to be seen while writing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.checking.findings import Finding
from assistant.checking.findings import Severity as Severity
from assistant.report.fields import Field, State
from assistant.workbench.proofreading import LONG_TEXT, CheckChoices, check, check_at_once
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
    if len(working.report.text) > LONG_TEXT:
        return {}
    from assistant.filling.arithmetic import proposals  # not before it is wanted: the start is short

    found = {field.id: advice for field in working.report.fields if (advice := _next_year(field, this_year))}
    for field_id, proposal in proposals(working.report).items():
        reason = sentence("advice.formula", formula=proposal.formula, calculation=proposal.calculation)
        found[field_id] = Advice(proposal.value, reason)
    return found


def _next_year(field: Field, this_year: int) -> Advice | None:
    value = proposal_for_stale(field, this_year=this_year) if field.state is State.STALE else ""
    return Advice(value, sentence("advice.year", old=field.value)) if value else None


def remarks_on(
    working: WorkingReport,
    choices: CheckChoices | None = None,
    *,
    at_once: bool = False,
    entries: Mapping[str, str] | None = None,
) -> tuple[Remark, ...]:
    """Return the findings that are not about open fields, in the order of the text.

    `at_once` leaves out what needs dictionaries: figures and numbers of headings only. `entries` are those of the
    answer book.
    """
    text = working.report.text
    look = check_at_once if at_once else check
    return tuple(
        _remark(one, text)
        for one in look(working.report, working.paragraphs, choices or CheckChoices(), entries=entries)
        if not one.rule.startswith("placeholder-") or one.rule == "placeholder-deleted"
    )


def _remark(one: Finding, text: str) -> Remark:
    start, end = one.start, one.end
    before = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
    behind = text[end : end + _AROUND].partition("\n")[0]
    printed = text[start:end]
    return Remark(
        start, end, one.severity, describe_finding(one), one.rule, one.fix, printed, f"{before}{printed}{behind}"
    )
