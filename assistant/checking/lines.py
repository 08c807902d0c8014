"""Lines: one paragraph each as the rules about marks and words see it, with what they must not touch masked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.report.model import Paragraph, Report, Role

FIELD = "\ue000"
"""Stands for every character of a field in a line."""
NAME = "\ue001"
"""Stands for every character of a title in 《》, of a file name or an address."""
HAN = "\u4e00-\u9fff"
LONGEST_LINE = 2_000
"""Characters; a longer paragraph is looked at in pieces that end with a sentence, so that no rule looks back far."""

_OPENING, _CLOSING = "“‘《（(【", "”’》）)】"
_NAMES = re.compile(
    r"《[^《》\n]*》|[A-Za-z0-9_./:-]+\.(?:docx?|xlsx?|pdf|com|cn|net|org|gov)[A-Za-z0-9_./-]*|https?://\S+"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph by itself, or a piece of a very long one: two lines that are equal have the same findings."""

    text: str
    """As printed; what a finding quotes."""
    masked: str
    """The same length with fields masked by FIELD: what rules about marks and expressions look at."""
    prose: str
    """The same length with 《titles》, file names and addresses masked too: what rules about words look at."""
    role: Role
    label_end: int
    """Code point behind the heading's number, 0 where there is none."""
    heading_end: int
    """Code point behind the heading's own words, 0 where there is none."""
    run_in: bool

    @property
    def is_bare_heading(self) -> bool:
        """Whether the line is a heading and nothing else."""
        return self.role is Role.HEADING and not self.run_in


def lines_of(report: Report, paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, Line]]:
    """Yield (first code point, line) for every paragraph that is not noise, very long ones in pieces."""
    masked = _with_fields_masked(report)
    for paragraph in paragraphs:
        if paragraph.role is Role.NOISE:
            continue
        whole = masked[paragraph.start : paragraph.end]
        first = 0
        for last in _ends_of_pieces(whole):
            start, inner = paragraph.start + first, whole[first:last]
            is_heading = paragraph.role is Role.HEADING and first == 0
            yield (
                start,
                Line(
                    report.text[start : paragraph.start + last],
                    inner,
                    _NAMES.sub(lambda found: NAME * len(found[0]), inner),
                    paragraph.role,
                    len(paragraph.number or "") if is_heading else 0,
                    max(0, paragraph.heading_end - start) if is_heading else 0,
                    paragraph.run_in,
                ),
            )
            first = last


def _ends_of_pieces(text: str) -> Iterator[int]:
    """Yield where the pieces of a paragraph end: behind its last sentence that ends outside of quotes and brackets."""
    first = 0
    while len(text) - first > LONGEST_LINE:
        depth, first_end, best = 0, 0, 0
        for place in range(first, first + LONGEST_LINE):
            character = text[place]
            depth += (character in _OPENING) - (character in _CLOSING)
            if character in "。！？；":
                first_end = place + 1
                best = place + 1 if depth <= 0 else best
        first = best or first_end or first + LONGEST_LINE
        yield first
    yield len(text)


def _with_fields_masked(report: Report) -> str:
    parts, done = [], 0
    places = sorted((place.start, place.end) for field in report.fields for place in field.occurrences)
    for start, end in places:
        value = report.text[start:end]
        # a figure that is filled in is text like any other, so that dates and ranges are looked at
        parts += [report.text[done:start], value if value.isascii() and value[:1].isdigit() else FIELD * (end - start)]
        done = end
    return "".join(parts) + report.text[done:]
