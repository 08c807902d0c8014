"""Values to choose from for a field: what the unit's own entries say, and what the report holds already."""

from __future__ import annotations

from collections import Counter

from assistant.report.fields import Field, Kind, State
from assistant.workbench.unit_info import AnswerBook, proposals_for
from assistant.workbench.working import WorkingReport

MOST_OFFERS = 12
_OF_KIND = {
    Kind.PLACE: ("county", "city", "province"),
    Kind.ORG: ("unit", "unit_short", "superior"),
    Kind.PERSON: ("secretary", "head"),
    Kind.TEXT: ("industry", "unit_short", "county"),
}
_FROM_REPORT = (Kind.PLACE, Kind.ORG, Kind.PERSON, Kind.SESSION, Kind.DATE, Kind.TEXT)


def offers_for(working: WorkingReport, field: Field, book: AnswerBook) -> tuple[str, ...]:
    """Return values that a field may have, the likeliest first, without the one it has."""
    found = [one.value for one in proposals_for(working, book) if one.field.id == field.id]
    found += [value for name, value in book.own if name and (name in field.label or field.label in name)]
    if field.kind in _FROM_REPORT:
        same = [
            one.value
            for one in working.report.fields
            if one.id != field.id and (one.kind, one.unit) == (field.kind, field.unit) and one.value
            if one.state is not State.OPEN
        ]
        found += [value for value, _count in Counter(same).most_common()]
    found += [getattr(book, name) for name in _OF_KIND.get(field.kind, ())]
    if field.kind is Kind.TEXT:
        found += [value for _name, value in book.own]
    shown = (value for value in dict.fromkeys(found) if value and value != field.value)
    return tuple(shown)[:MOST_OFFERS]
