"""Report and Paragraph: the values that every room works on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from assistant.report.fields import Field
from assistant.report.pictures import Picture
from assistant.report.tables import Table


class Role(StrEnum):
    """What a paragraph is in its report."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    SALUTATION = "salutation"
    HEADING = "heading"
    BODY = "body"
    CLOSING = "closing"
    SIGNATURE = "signature"
    DATE = "date"
    ATTACHMENT = "attachment"
    CELL = "cell"
    """A line in a cell of a table."""
    PICTURE = "picture"
    """A line that holds a picture and nothing else."""
    NOISE = "noise"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the report as the clerk sees it, with what was derived from its text."""

    start: int
    """First code point of the line in the report's text."""
    end: int
    """Code point behind the line's last character (where its newline stands)."""
    role: Role
    level: int | None = None
    """1 to 4 for headings, else None."""
    number: str | None = None
    """The heading's number as printed ("一、", "（二）", "(五）", "3."), or None where it has none."""
    expected_number: str | None = None
    """The number that belongs there, where the printed one is missing or malformed."""
    heading_start: int = 0
    """Where the heading's own words begin, behind the number (code point in the report's text)."""
    heading_end: int = 0
    """Code point behind the heading's words, without a closing 。; equal to start where there is no heading."""
    run_in: bool = False
    """Whether body text follows the heading in the same paragraph."""
    enumerations: tuple[str, ...] = ()
    """Enumeration words in the paragraph ("一是", "二要"), in order."""

    def text_of(self, text: str) -> str:
        """Return the paragraph's line out of the report's text."""
        return text[self.start : self.end]

    def heading_of(self, text: str) -> str:
        """Return the heading's words without number, or "" where it is no heading."""
        return text[self.heading_start : self.heading_end] if self.role is Role.HEADING else ""


@dataclass(frozen=True, slots=True)
class Report:
    """The document being written: its text, its fields, and the clerk's own overrides of roles."""

    text: str
    """Paragraphs joined by one newline each; never contains \\r."""
    fields: tuple[Field, ...] = ()
    """In the order of their first occurrence; occurrences of all fields never overlap."""
    role_overrides: tuple[tuple[str, Role], ...] = ()
    """(text of a line, role) pairs that the clerk has set by hand."""
    tables: tuple[Table, ...] = ()
    """In the order of the text."""
    pictures: tuple[Picture, ...] = ()
    """In the order of their signs (U+FFFC) in the text."""

    def field(self, field_id: str) -> Field:
        """Return the field with this id.

        Raises:
            KeyError: the report has no such field.
        """
        for field in self.fields:
            if field.id == field_id:
                return field
        raise KeyError(field_id)


def lines_with_offsets(text: str) -> Iterator[tuple[int, str]]:
    """Yield (first code point, line) for every line of `text`; lines are parted by newlines alone."""
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1
