"""What the page needs to know about text while it is being written: roles, and fields in pasted text."""

from __future__ import annotations

from assistant.filling.asking import find_fields
from assistant.reading.clean import clean_text
from assistant.reading.structure import paragraphs_of
from assistant.report.model import Paragraph, Report


def roles_of(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text with their roles."""
    return paragraphs_of(text)


def pasted_report(text: str) -> Report:
    """Return pasted text as a report in small: noise gone, markers as fields.

    Text within one line is left as it is, so that pasting a word with a blank keeps the blank.
    """
    cleaned = text if "\n" not in text else clean_text(text).text
    return Report(cleaned, find_fields(cleaned))
