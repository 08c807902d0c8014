"""The own unit's values (单位信息), what they propose for a report, and using a finished report again."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.report.fields import Field
from assistant.storage.answer_book import AnswerBook, is_lost, is_usable_value, load_answer_book, save_answer_book
from assistant.workbench.working import WorkingReport, start_work_on

__all__ = ["AnswerBook", "is_lost", "is_usable_value", "load_answer_book", "save_answer_book"]


@dataclass(frozen=True, slots=True)
class BookProposal:
    """A value that the unit's own entries propose for an open field."""

    field: Field
    value: str


def proposals_for(working: WorkingReport, book: AnswerBook) -> tuple[BookProposal, ...]:
    """Return what the unit's own values propose for the open fields of a report, in the order of the text."""
    entries = book.entries()
    if not entries:
        return ()
    from assistant.filling.proposals_from_book import book_proposals  # not before it is wanted: the start is short

    found = book_proposals(working.report, entries)
    return tuple(BookProposal(field, found[field.id]) for field in working.report.fields if field.id in found)


def reused(working: WorkingReport) -> WorkingReport:
    """Return a new report on the basis of a finished one: its figures, dates and names are stale."""
    from assistant.filling.reuse import reuse_report

    entries = load_answer_book().entries()
    return start_work_on(working, reuse_report(working.report, book=entries or None))


def proposal_for_stale(field: Field, *, this_year: int) -> str:
    """Return what a stale field probably becomes (the next year for a year), or ""."""
    from assistant.filling.reuse import proposed_value

    return proposed_value(field, this_year)
