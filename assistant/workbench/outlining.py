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
    text: str
    """The whole text afterwards."""
    first: int
    """The first of the paragraphs that the edit is about, as they were before."""
    now: int
    """Where that paragraph stands afterwards; those behind it follow."""

    @property
    def position(self) -> int:
        """Where the first of these paragraphs begins afterwards (code point)."""
        return _start_of(self.text, self.now)


def move(working: WorkingReport, first: int, by: int) -> OutlineEdit | None:
    """Move the section whose heading is paragraph `first` past the one above (-1) or below (1); None at the end.

    Raises:
        AssistantError: a `section.*` code.
    """
    siblings = _siblings(working, first)
    at = [section.first for section in siblings].index(first)
    if not 0 <= at + by < len(siblings):
        return None
    return drop(working, first, siblings[at + by].first, before=by < 0)


def drop(working: WorkingReport, first: int, target: int, *, before: bool) -> OutlineEdit | None:
    """Move a section in front of or behind another one; None where nothing changes.

    Raises:
        AssistantError: a `section.*` code.
    """
    if first == target:
        return None
    place = {"before": target} if before else {"after": target}
    new = sections.move_section(working.report, working.paragraphs, first, **place)
    moved, goal = _section(working, first), target if before else _section(working, target).last
    now = goal if goal <= first else goal - (moved.last - moved.first)
    return _edit(working.report, new, first, now)


def drop_last(working: WorkingReport, first: int) -> OutlineEdit | None:
    """Move a section behind all others, on its own level where there is one at the end; None where it stands there.

    Raises:
        AssistantError: a `section.*` code.
    """
    every, moved = all_sections(working.paragraphs), _section(working, first)
    end = max(one.last for one in every)
    ending = [one for one in every if one.last == end]
    fitting = [one for one in ending if one.level <= moved.level] or ending
    return drop(working, first, fitting[-1].first, before=False)


def shift(working: WorkingReport, first: int, by: int) -> OutlineEdit | None:
    """Raise (-1) or lower (1) a section and those below it by one level.

    Raises:
        AssistantError: a `section.*` code.
    """
    change = sections.promote_section if by < 0 else sections.demote_section
    return _edit(working.report, change(working.report, working.paragraphs, first), first)


def insert(working: WorkingReport, first: int) -> OutlineEdit | None:
    """Add an empty section behind the one whose heading is paragraph `first`, of its level.

    Raises:
        AssistantError: `section.unknown`.
    """
    section = _section(working, first)
    return add_written(working, section.last, section.level, _NEW_HEADING)


def add_written(
    working: WorkingReport, at: int, level: int, heading: str, body: tuple[str, ...] = ()
) -> OutlineEdit | None:
    """Add a section with its text in front of paragraph `at`; its number is given here."""
    new = sections.insert_section(working.report, working.paragraphs, at=at, level=level, heading=heading, body=body)
    return _edit(working.report, new, at)


def rename(working: WorkingReport, first: int, heading: str) -> OutlineEdit | None:
    """Put other words in place of a heading's own; None where they are the same or there are none.

    Raises:
        AssistantError: `section.unknown`.
    """
    words = " ".join(heading.split())
    if not words or words == working.paragraphs[first].heading_of(working.report.text):
        return None
    return _edit(working.report, sections.rename_section(working.report, working.paragraphs, first, words), first)


def remove(working: WorkingReport, first: int) -> OutlineEdit | None:
    """Remove a section with all that stands in it.

    Raises:
        AssistantError: `section.unknown`.
    """
    return _edit(working.report, sections.remove_section(working.report, working.paragraphs, first), first)


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


def make_headings(working: WorkingReport, start: int, end: int, level: int | None) -> OutlineEdit | None:
    """Make headings of a level of the paragraphs from one code point to another, or text where `level` is None.

    Of several paragraphs the empty ones stay as they are.

    Raises:
        AssistantError: `section.in_table` where all of them stand in a table, which has no headings.
    """
    cells = {line for table in working.report.tables for line in range(table.first_line, table.end_line)}
    chosen = [i for i, p in enumerate(working.paragraphs) if start <= p.end and (p.start < end or p.start <= start)]
    if cells.issuperset(chosen):
        raise AssistantError("section.in_table")
    if len(chosen) > 1:
        text = working.report.text
        chosen = [i for i in chosen if i not in cells and working.paragraphs[i].text_of(text).strip()]
    if not chosen:
        return None
    return _edit(working.report, sections.set_levels(working.report, working.paragraphs, chosen, level), chosen[0])


def caret_after(working: WorkingReport, edit: OutlineEdit, caret: int) -> int:
    """Return where a caret (code point of the text before) stands afterwards: in the same words, wherever they went.

    In front of a heading's number it stays there; else it is as far from the end of its line as it was.
    """
    line = working.report.text.count("\n", 0, caret)
    paragraph = working.paragraphs[line]
    start = _start_of(edit.text, min(edit.now + line - edit.first, edit.text.count("\n")))
    if caret == paragraph.start and paragraph.role is Role.HEADING:
        return start
    end = edit.text.find("\n", start)
    return max(start, (len(edit.text) if end < 0 else end) - (paragraph.end - caret))


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


def _start_of(text: str, line: int) -> int:
    """Return where a line begins (code point); the text's end behind the last one."""
    start = 0
    for _ in range(line):
        start = text.find("\n", start) + 1 or len(text)
    return start


def _edit(present: Report, new: Report, first: int, now: int | None = None) -> OutlineEdit | None:
    """Return the edit about paragraph `first`, which then is paragraph `now`; None where nothing changes.

    It replaces the lines that differ, with their fields.
    """
    if present == new:
        return None
    now_lines, then_lines = _signed_lines(present), _signed_lines(new)
    front = _equal(now_lines, then_lines)
    behind = min(_equal(now_lines[::-1], then_lines[::-1]), min(len(now_lines), len(then_lines)) - front)
    begin, end = _stretch(present.text, front, len(now_lines) - behind)
    new_begin, new_end = _stretch(new.text, front, len(then_lines) - behind)
    if end == begin or new_end == new_begin:
        # lines are only added or removed: with an unchanged one beside them, for newlines belong to lines
        front, behind = (front - 1, behind) if front else (front, behind - 1)
        begin, end = _stretch(present.text, front, len(now_lines) - behind)
        new_begin, new_end = _stretch(new.text, front, len(then_lines) - behind)
    text, runs = new.text[new_begin:new_end], runs_between(new, new_begin, new_end)
    replacement = Replacement(begin, end, text, runs, with_objects(present, new))
    return OutlineEdit(replacement, new.text, first, first if now is None else now)


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
