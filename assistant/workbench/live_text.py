"""What the page needs to know about text while it is being written: roles, and fields in pasted text."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from assistant.reading.clean import clean_text
from assistant.reading.structure import paragraphs_of
from assistant.report.fields import Field
from assistant.report.model import Paragraph, Report, Role
from assistant.report.tables import Table
from assistant.workbench.working import WorkingReport


@lru_cache(maxsize=1)
def roles_of(text: str, tables: tuple[Table, ...] = ()) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text with the roles that the page shows: a date below the title is set like it.

    Those of the last text are kept: who reads a long file beside the window asks for them there already.
    """
    paragraphs = paragraphs_of(text, (), tables)
    front = next((i for i, p in enumerate(paragraphs) if p.role in (Role.BODY, Role.HEADING)), len(paragraphs))
    return tuple(
        replace(p, role=Role.SUBTITLE) if i < front and p.role is Role.DATE else p for i, p in enumerate(paragraphs)
    )


def fields_of(text: str) -> tuple[Field, ...]:
    """Return the fields of a text, as opening a report finds them."""
    from assistant.filling.asking import find_fields  # not before it is wanted: the start is short

    return find_fields(text)


def pasted_report(working: WorkingReport, text: str) -> tuple[WorkingReport, Report]:
    """Return pasted text as a report in small, noise gone and markers as fields, and the report that knows these.

    The fields are new ones even where the same words stand in the report already: the same sentence
    pasted twice may hold two values. Text within one line is left as it is, so that blanks in it stay.
    """
    from assistant.filling.asking import fields_apart, find_fields

    several = "\n" in text.rstrip("\n")
    cleaned = clean_text(text).text + ("\n" if text.endswith("\n") else "") if several else text
    new = fields_apart(find_fields(cleaned), working.known_fields)
    known = {**working.known_fields, **{field.id: field for field in new}}
    return replace(working, known_fields=known), Report(cleaned, new)
