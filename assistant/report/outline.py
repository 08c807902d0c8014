"""The outline: the tree of a report's sections, derived from its paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.report.model import Paragraph, Role


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and everything up to the next heading of its level or above."""

    first: int
    """Index of the heading's paragraph."""
    last: int
    """Index behind the section's last paragraph."""
    level: int
    children: tuple[Section, ...] = ()

    def walk(self) -> Iterator[Section]:
        """Yield this section and all below it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()


def outline_of(paragraphs: Sequence[Paragraph]) -> tuple[Section, ...]:
    """Return the sections of highest level, each with its children, in the order of the text.

    A section ends before attachments, signature and date, which belong to the report as a whole.
    """
    heads = [i for i, p in enumerate(paragraphs) if p.role is Role.HEADING]
    end = next(
        (i for i, p in enumerate(paragraphs) if _ends_the_body(p) and heads and i > heads[-1]),
        len(paragraphs),
    )
    sections, _ = _sections_from(paragraphs, heads, 0, 0, end)
    return sections


def _ends_the_body(paragraph: Paragraph) -> bool:
    return paragraph.role in (Role.ATTACHMENT, Role.SIGNATURE, Role.DATE, Role.CLOSING)


def _sections_from(
    paragraphs: Sequence[Paragraph], heads: list[int], position: int, above: int, end: int
) -> tuple[tuple[Section, ...], int]:
    """Return the sections from `heads[position]` on that lie deeper than level `above`, and the next position."""
    found: list[Section] = []
    while position < len(heads):
        first = heads[position]
        level = paragraphs[first].level or 1
        if level <= above:
            break
        children, position = _sections_from(paragraphs, heads, position + 1, level, end)
        last = heads[position] if position < len(heads) else end
        found.append(Section(first, last, level, children))
    return tuple(found), position


def all_sections(paragraphs: Sequence[Paragraph]) -> tuple[Section, ...]:
    """Return every section of the report in the order of the text."""
    return tuple(section for top in outline_of(paragraphs) for section in top.walk())
