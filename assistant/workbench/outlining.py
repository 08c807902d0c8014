"""Edits of the outline: sections moved, raised, lowered, added, renamed and removed, and paragraphs made headings.

Each gives the one stretch of the text that the page must replace, so that undo takes it back as one step.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant.report import sections
from assistant.report.errors import AssistantError
from assistant.report.mentions import find_mentions
from assistant.report.model import Report, Role, lines_with_offsets
from assistant.report.outline import Section, all_sections
from assistant.workbench.versions import Replacement, runs_between, with_objects
from assistant.workbench.working import WorkingReport

_NEW_HEADING = "新的小标题"


@dataclass(frozen=True, slots=True)
class OutlineEdit:
    """What an edit of the outline does to the page."""

    replacement: Replacement
    position: int
    """Where the caret belongs afterwards (code point of the new text)."""


def move(working: WorkingReport, first: int, by: int) -> OutlineEdit | None:
    """Move the section whose heading is paragraph `first` past the one above (-1) or below (1); None at the end.

    Raises:
        AssistantError: a `section.*` code.
    """
    report, paragraphs = working.report, working.paragraphs
    siblings = _siblings(working, first)
    at = [section.first for section in siblings].index(first)
    if not 0 <= at + by < len(siblings):
        return None
    other = siblings[at + by].first
    if by < 0:
        return _edit(report, sections.move_section(report, paragraphs, first, before=other))
    return _edit(report, sections.move_section(report, paragraphs, first, after=other))


def drop(working: WorkingReport, first: int, target: int, *, before: bool) -> OutlineEdit | None:
    """Move a section in front of or behind another one; None where nothing changes.

    Raises:
        AssistantError: a `section.*` code.
    """
    if first == target:
        return None
    place = {"before": target} if before else {"after": target}
    return _edit(working.report, sections.move_section(working.report, working.paragraphs, first, **place))


def shift(working: WorkingReport, first: int, by: int) -> OutlineEdit | None:
    """Raise (-1) or lower (1) a section and those below it by one level.

    Raises:
        AssistantError: a `section.*` code.
    """
    change = sections.promote_section if by < 0 else sections.demote_section
    return _edit(working.report, change(working.report, working.paragraphs, first))


def insert(working: WorkingReport, first: int) -> OutlineEdit | None:
    """Add an empty section behind the one whose heading is paragraph `first`, of its level.

    Raises:
        AssistantError: `section.unknown`.
    """
    section = _section(working, first)
    level = section.level
    return _edit(
        working.report,
        sections.insert_section(working.report, working.paragraphs, at=section.last, level=level, heading=_NEW_HEADING),
    )


def add_written(
    working: WorkingReport, at: int, level: int, heading: str, body: tuple[str, ...] = ()
) -> OutlineEdit | None:
    """Add a section with its text in front of paragraph `at`; its number is given here."""
    return _edit(
        working.report,
        sections.insert_section(working.report, working.paragraphs, at=at, level=level, heading=heading, body=body),
    )


def rename(working: WorkingReport, first: int, heading: str) -> OutlineEdit | None:
    """Put other words in place of a heading's own; None where they are the same or there are none.

    Raises:
        AssistantError: `section.unknown`.
    """
    words = " ".join(heading.split())
    if not words or words == working.paragraphs[first].heading_of(working.report.text):
        return None
    return _edit(working.report, sections.rename_section(working.report, working.paragraphs, first, words))


def remove(working: WorkingReport, first: int) -> OutlineEdit | None:
    """Remove a section with all that stands in it.

    Raises:
        AssistantError: `section.unknown`.
    """
    return _edit(working.report, sections.remove_section(working.report, working.paragraphs, first))


def mentions_of(working: WorkingReport, first: int) -> tuple[str, ...]:
    """Return the words that name a section, or one in it, from elsewhere in the report.

    Raises:
        AssistantError: `section.unknown`.
    """
    section = _section(working, first)
    own = range(section.first, section.last)
    text = working.report.text
    found = find_mentions(text, working.paragraphs)
    return tuple(text[one.start : one.end] for one in found if one.target in own and one.paragraph not in own)


def make_heading(working: WorkingReport, position: int, level: int | None) -> OutlineEdit | None:
    """Make a heading of a level of the paragraph that holds a code point, or text again where `level` is None."""
    index = next(i for i, p in enumerate(working.paragraphs) if position <= p.end)
    return _edit(working.report, sections.set_level(working.report, working.paragraphs, index, level))


def _section(working: WorkingReport, first: int) -> Section:
    for section in all_sections(working.paragraphs):
        if section.first == first:
            return section
    raise AssistantError("section.unknown", paragraph=first)


def _siblings(working: WorkingReport, first: int) -> list[Section]:
    """Return the sections below the same parent, in order."""
    every = all_sections(working.paragraphs)
    for parent in every:
        if any(child.first == first for child in parent.children):
            return list(parent.children)
    below = {child.first for parent in every for child in parent.children}
    found = [section for section in every if section.first not in below]
    if all(section.first != first for section in found):
        raise AssistantError("section.unknown", paragraph=first)
    return found


def _edit(present: Report, new: Report) -> OutlineEdit | None:
    """Return the lines that differ, with their fields, as one replacement; None where nothing does."""
    if present == new:
        return None
    now, then = _signed_lines(present), _signed_lines(new)
    front = _equal(now, then)
    behind = min(_equal(now[::-1], then[::-1]), min(len(now), len(then)) - front)
    begin, end = _stretch(present.text, front, len(now) - behind)
    new_begin, new_end = _stretch(new.text, front, len(then) - behind)
    if end == begin or new_end == new_begin:
        return _with_neighbour(present, new, front, behind)
    text, runs = new.text[new_begin:new_end], runs_between(new, new_begin, new_end)
    return OutlineEdit(Replacement(begin, end, text, runs, with_objects(present, new)), new_begin)


def _with_neighbour(present: Report, new: Report, front: int, behind: int) -> OutlineEdit:
    """Return an edit that only adds or removes lines, with an unchanged line beside them: newlines belong to lines."""
    front, behind = (front - 1, behind) if front else (front, behind - 1)
    begin, end = _stretch(present.text, front, present.text.count("\n") + 1 - behind)
    new_begin, new_end = _stretch(new.text, front, new.text.count("\n") + 1 - behind)
    text, runs = new.text[new_begin:new_end], runs_between(new, new_begin, new_end)
    return OutlineEdit(Replacement(begin, end, text, runs, with_objects(present, new)), new_begin)


def _stretch(text: str, first: int, last: int) -> tuple[int, int]:
    """Return start and end of the lines from `first` to in front of `last` (equal where there are none)."""
    lines = list(lines_with_offsets(text))
    if first >= last:
        return (0, 0)
    return lines[first][0], lines[last - 1][0] + len(lines[last - 1][1])


def _signed_lines(report: Report) -> list[tuple[object, ...]]:
    """Return the lines with the fields that stand in them, so that equal lines hold the same."""
    runs = iter(runs_between(report, 0, len(report.text)))
    run = next(runs, None)
    signed: list[tuple[object, ...]] = []
    for start, line in lines_with_offsets(report.text):
        own = []
        while run is not None and run.start <= start + len(line):
            own.append((run.start - start, run.end - start, run.field_id, run.marker))
            run = next(runs, None)
        signed.append((line, *own))
    return signed


def _equal(one: list[tuple[object, ...]], other: list[tuple[object, ...]]) -> int:
    """Return how many items at the beginning are the same."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


Change = Callable[[WorkingReport], OutlineEdit | None]
"""An edit of the outline, ready to be done."""


def is_heading(working: WorkingReport, first: int) -> bool:
    """Whether paragraph `first` is a heading still: the outline may be older than the text."""
    return 0 <= first < len(working.paragraphs) and working.paragraphs[first].role is Role.HEADING
