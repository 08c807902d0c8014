"""年份顺延: the years and dates of a report that is used again, moved on by one year, all of them at once."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.report.fields import Field, Kind, State
from assistant.workbench.field_edits import FieldEdit
from assistant.workbench.taking import Proposal, Verdict, proposals_from_edits
from assistant.workbench.unit_info import proposal_for_stale
from assistant.workbench.working import WorkingReport

_DATE_WITH_YEAR = re.compile(r"((?:19|20)[0-9]{2})(年.+)")


def next_year_proposals(working: WorkingReport, *, this_year: int) -> tuple[Proposal, ...]:
    """Return what each year and date taken over would become a year later, in the order of the text.

    A year alone follows from the report's own year and is sure; the day of a whole date often moves with it, so that
    such a date is offered and not ticked. Years far from now stay: 1949年, 到2035年.
    """
    edits, dates = [], set()
    for field in working.report.fields:
        value = proposal_for_stale(field, this_year=this_year)
        if not value and (value := _a_year_later(field, this_year)):
            dates.add(field.id)
        if value:
            edits.append(FieldEdit(field.id, value))
    found = proposals_from_edits(working, edits)
    return tuple(replace(one, verdict=Verdict.RECKONED) if one.edit.field_id in dates else one for one in found)


def _a_year_later(field: Field, this_year: int) -> str:
    """Return a whole date a year later, "" where it is none, or of a year that does not move."""
    found = _DATE_WITH_YEAR.fullmatch(field.value)
    if field.state is not State.STALE or field.kind is not Kind.DATE or found is None:
        return ""
    year = replace(field, value=found[1])
    moved = proposal_for_stale(year, this_year=this_year)
    return moved + found[2] if moved else ""
