"""Edits of whole sections: move, promote, demote, insert, remove, each with renumbering of headings and mentions.

A list of sibling headings is renumbered only where the edit changed it: numbers that were wrong
elsewhere before stay as they are, for a check to report and the clerk to decide.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from assistant.report.edits import move_occurrences, replace_span
from assistant.report.errors import AssistantError
from assistant.report.fields import Occurrence
from assistant.report.mentions import SectionNumber, with_mentions
from assistant.report.model import Paragraph, Report, Role
from assistant.report.numbering import read_label, write_label
from assistant.report.outline import Section, all_sections
from assistant.report.pictures import PICTURE_SIGN, Picture

DEEPEST = 4
_NEW = -1
_TOP = -2


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph on its way to a new place."""

    origin: int
    """Index of the paragraph in the report as it was, or `_NEW`."""
    text: str
    level: int | None = None
    """Level of a heading that takes part in numbering, else None."""
    label_length: int = 0


def move_section(
    report: Report, paragraphs: Sequence[Paragraph], first: int, *, before: int | None = None, after: int | None = None
) -> Report:
    """Move the section whose heading is paragraph `first` in front of, or behind, another section.

    `before` and `after` are heading paragraphs too; just one is given. The moved section takes the
    level of that one, and its sub-sections go down or up with it.

    Raises:
        AssistantError: `section.unknown` where a paragraph is no heading, `section.into_itself` where the
            target lies in the moved section, `section.too_deep` where a sub-section would pass level 4.
    """
    moved = _section(paragraphs, first)
    target = _section(paragraphs, before if before is not None else after)
    if moved.first <= target.first < moved.last:
        raise AssistantError("section.into_itself")
    lines = _lines(report, paragraphs)
    part = _with_levels(lines[moved.first : moved.last], target.level - moved.level)
    goal = target.first if before is not None else target.last
    if goal <= moved.first:
        order = lines[:goal] + part + lines[goal : moved.first] + lines[moved.last :]
    else:
        order = lines[: moved.first] + lines[moved.last : goal] + part + lines[goal:]
    return _renumbered(report, paragraphs, order)


def promote_section(report: Report, paragraphs: Sequence[Paragraph], first: int) -> Report:
    """Raise a section and its sub-sections by one level; its text stays where it is.

    Raises:
        AssistantError: `section.unknown`, or `section.too_high` where it has level 1.
    """
    return _shifted(report, paragraphs, first, -1)


def demote_section(report: Report, paragraphs: Sequence[Paragraph], first: int) -> Report:
    """Lower a section and its sub-sections by one level; its text stays where it is.

    Raises:
        AssistantError: `section.unknown`, or `section.too_deep` where a sub-section would pass level 4.
    """
    return _shifted(report, paragraphs, first, 1)


def insert_section(
    report: Report, paragraphs: Sequence[Paragraph], *, at: int, level: int, heading: str, body: Sequence[str] = ()
) -> Report:
    """Insert a new heading (without number: it is given here) and body paragraphs in front of paragraph `at`.

    `at` may be the number of paragraphs: the section then comes last.
    """
    lines = _lines(report, paragraphs)
    new = [_Line(_NEW, heading, level), *(_Line(_NEW, text) for text in body)]
    return _renumbered(report, paragraphs, [*lines[:at], *new, *lines[at:]])


def remove_section(report: Report, paragraphs: Sequence[Paragraph], first: int) -> Report:
    """Remove a section with all that stands in it.

    Raises:
        AssistantError: `section.unknown` where paragraph `first` is no heading.
    """
    section = _section(paragraphs, first)
    lines = _lines(report, paragraphs)
    return _renumbered(report, paragraphs, lines[: section.first] + lines[section.last :])


def rename_section(report: Report, paragraphs: Sequence[Paragraph], first: int, heading: str) -> Report:
    """Put other words in place of a heading's own, its number kept.

    Raises:
        AssistantError: `section.unknown` where paragraph `first` is no heading.
    """
    paragraph = paragraphs[_section(paragraphs, first).first]
    return replace_span(report, paragraph.heading_start, paragraph.heading_end, heading)


def set_levels(report: Report, paragraphs: Sequence[Paragraph], indexes: Collection[int], level: int | None) -> Report:
    """Make the paragraphs `indexes` numbered headings of `level`, or text without numbers where `level` is None.

    Raises:
        AssistantError: `numbering.level` for a level other than 1 to 4.
    """
    lines = _lines(report, paragraphs)
    for index in indexes:
        lines[index] = replace(lines[index], level=level)
    if level is None:
        return _renumbered(report, paragraphs, lines, bare=indexes)
    return _renumbered(report, paragraphs, lines, always=indexes)


def _section(paragraphs: Sequence[Paragraph], first: int | None) -> Section:
    for section in all_sections(paragraphs):
        if section.first == first:
            return section
    raise AssistantError("section.unknown", paragraph=first)


def _shifted(report: Report, paragraphs: Sequence[Paragraph], first: int, by: int) -> Report:
    section = _section(paragraphs, first)
    lines = _lines(report, paragraphs)
    lines[section.first : section.last] = _with_levels(lines[section.first : section.last], by)
    return _renumbered(report, paragraphs, lines)


def _lines(report: Report, paragraphs: Sequence[Paragraph]) -> list[_Line]:
    return [
        _Line(
            index,
            p.text_of(report.text),
            p.level if p.role is Role.HEADING and (p.number or p.expected_number) else None,
            p.heading_start - p.start if p.role is Role.HEADING else 0,
        )
        for index, p in enumerate(paragraphs)
    ]


def _with_levels(lines: Sequence[_Line], by: int) -> list[_Line]:
    levels = [line.level + by for line in lines if line.level is not None]
    if levels and min(levels) < 1:
        raise AssistantError("section.too_high")
    if levels and max(levels) > DEEPEST:
        raise AssistantError("section.too_deep")
    return [line if line.level is None else replace(line, level=line.level + by) for line in lines]


def _sibling_lists(lines: Sequence[_Line]) -> dict[int, list[int]]:
    """Return where the numbered headings below each parent stand in `lines`, keyed by the parent's origin."""
    found: dict[int, list[int]] = {}
    above: list[_Line] = []
    for position, line in enumerate(lines):
        if line.level is None:
            continue
        while above and (above[-1].level or 0) >= line.level:
            above.pop()
        found.setdefault(above[-1].origin if above else _TOP, []).append(position)
        above.append(line)
    return found


def _members(lines: Sequence[_Line]) -> dict[int, list[tuple[int, int | None]]]:
    return {
        parent: [(lines[position].origin, lines[position].level) for position in positions]
        for parent, positions in _sibling_lists(lines).items()
    }


def _renumbered(
    report: Report,
    paragraphs: Sequence[Paragraph],
    order: Sequence[_Line],
    *,
    always: Collection[int] = (),
    bare: Collection[int] = (),
) -> Report:
    """Return the report with its paragraphs in a new order, the lists that the edit changed renumbered.

    Lists that hold a line of `always` are renumbered anyhow; the lines `bare` lose their numbers.
    """
    before, now = _members(_lines(report, paragraphs)), _members(order)
    labels: dict[int, str] = {}
    for parent, positions in _sibling_lists(order).items():
        if before.get(parent) != now[parent] or not set(positions).isdisjoint(always):
            values: Counter[int] = Counter()  # a list may hold points that skip a level: each level counts its own
            for position in positions:
                level = order[position].level or 1
                values[level] += 1
                printed = order[position].text[: order[position].label_length].strip()
                labels[position] = write_label(level, values[level], like=printed)
    labels |= dict.fromkeys(bare, "")
    made, shifts = _rebuilt(report, paragraphs, order, labels)
    numbers, parts = _numbers_now(order, labels)
    return with_mentions(report, paragraphs, made, shifts=shifts, numbers=numbers, parts=parts)


def _numbers_now(order: Sequence[_Line], labels: Mapping[int, str]) -> tuple[dict[int, SectionNumber], dict[int, int]]:
    """Return the numbers of the headings of levels 1 and 2, and the part of every line, by origin."""
    numbers: dict[int, SectionNumber] = {}
    parts: dict[int, int] = {}
    part = 0
    for position, line in enumerate(order):
        label = read_label(labels.get(position, line.text[: line.label_length]).strip())
        if line.level == 1 and label is not None:
            part = label.value
        if line.level in (1, 2) and label is not None and line.origin != _NEW:
            numbers[line.origin] = SectionNumber(line.level, label.value, part)
        parts[line.origin] = part
    return numbers, parts


def _rebuilt(
    report: Report, paragraphs: Sequence[Paragraph], order: Sequence[_Line], labels: Mapping[int, str]
) -> tuple[Report, dict[int, int]]:
    """Return the report with its lines in another order, and how far the text of each paragraph has moved."""
    texts: list[str] = []
    shifts: dict[int, int] = {}
    position = 0
    for index, line in enumerate(order):
        label = labels.get(index)
        text = line.text if label is None else label + line.text[line.label_length :]
        if line.origin != _NEW:
            by = 0 if label is None else len(label) - line.label_length
            shifts[line.origin] = position + by - paragraphs[line.origin].start
        texts.append(text)
        position += len(text) + 1
    starts = [paragraph.start for paragraph in paragraphs]

    def moved(occurrence: Occurrence) -> Occurrence | None:
        index = bisect_right(starts, occurrence.start) - 1
        return occurrence.shifted(shifts[index]) if index in shifts else None

    text = "\n".join(texts)
    made = replace(report, text=text, fields=move_occurrences(report.fields, moved))
    return _with_objects_moved(made, report, order) if report.tables or report.pictures else made, shifts


def _with_objects_moved(made: Report, report: Report, order: Sequence[_Line]) -> Report:
    """Let tables and pictures follow their lines, which a section takes along as a whole."""
    numbers = {line.origin: number for number, line in enumerate(order) if line.origin != _NEW}
    tables = [replace(one, first_line=numbers[one.first_line]) for one in report.tables if one.first_line in numbers]
    pictures: dict[int, list[Picture]] = {}
    following = iter(report.pictures)
    for number, line in enumerate(report.text.split("\n")):
        if PICTURE_SIGN in line:
            pictures[number] = list(islice(following, line.count(PICTURE_SIGN)))
    moved = [picture for line in order for picture in pictures.get(line.origin, ())]
    return replace(made, tables=tuple(sorted(tables, key=lambda table: table.first_line)), pictures=tuple(moved))
