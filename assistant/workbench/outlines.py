"""从提纲开始: outlines by genre, edited as a list of headings with levels, and the report they become."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.report.numbering import write_label
from assistant.resources import load_rules, resource_path

DEEPEST = 4


@dataclass(frozen=True, slots=True)
class PlannedHeading:
    """A heading of an outline, with the sentences that will stand under it."""

    level: int
    text: str
    frame: str = ""
    """Sentences with 【名称】 where a value is to be filled in, or ""."""


Plan = tuple[PlannedHeading, ...]
"""The headings of an outline in the order of the text; none lies deeper than one level below the one before it."""


@dataclass(frozen=True, slots=True)
class Outline:
    """An outline that ships with the program."""

    genre: str
    title: str
    before: tuple[str, ...]
    """Paragraphs between the title and the first heading."""
    plan: Plan
    behind: tuple[str, ...]
    """Paragraphs behind the last section: closing, signature, date."""


def shipped_outlines() -> tuple[Outline, ...]:
    """Return the shipped outlines, in the order of their files' names."""
    return tuple(_read(path.name) for path in sorted(resource_path("outlines").glob("*.toml")))


def _read(name: str) -> Outline:
    rules = load_rules("outlines", name)
    plan = tuple(PlannedHeading(one["level"], one["text"], one.get("frame", "")) for one in rules["heading"])
    return Outline(rules["genre"], rules["title"], tuple(rules["before"]), plan, tuple(rules["behind"]))


def report_text(outline: Outline, plan: Plan) -> str:
    """Return the text of a new report: title, numbered headings with their frames, closing."""
    lines = [outline.title, *outline.before]
    counts = [0] * (DEEPEST + 1)
    for heading in plan:
        counts[heading.level] += 1
        counts[heading.level + 1 :] = [0] * (DEEPEST - heading.level)
        lines.append(write_label(heading.level, counts[heading.level]) + heading.text)
        if heading.frame:
            lines.append(heading.frame)
    return "\n".join([*lines, *outline.behind]) + "\n"


def _end(plan: Plan, index: int) -> int:
    """Return the index behind a heading and everything below it."""
    level = plan[index].level
    return next((at for at in range(index + 1, len(plan)) if plan[at].level <= level), len(plan))


def renamed(plan: Plan, index: int, text: str) -> Plan:
    """Return the plan with another text for a heading."""
    return (*plan[:index], replace(plan[index], text=text), *plan[index + 1 :])


def with_frame(plan: Plan, index: int, frame: str) -> Plan:
    """Return the plan with other sentences under a heading; they become one paragraph."""
    words = "".join(line.strip() for line in frame.splitlines())
    return (*plan[:index], replace(plan[index], frame=words), *plan[index + 1 :])


def with_heading(plan: Plan, index: int, text: str) -> tuple[Plan, int]:
    """Return the plan with a new heading behind a section, of the section's level, and the index of the new one."""
    if not plan:
        return (PlannedHeading(1, text),), 0
    at = _end(plan, index)
    return (*plan[:at], PlannedHeading(plan[index].level, text), *plan[at:]), at


def without_section(plan: Plan, index: int) -> Plan:
    """Return the plan without a heading and everything below it."""
    return (*plan[:index], *plan[_end(plan, index) :])


def moved(plan: Plan, index: int, step: int) -> tuple[Plan, int]:
    """Return the plan with a section before (-1) or behind (1) its sibling, and where it is; unchanged at an end."""
    level, end = plan[index].level, _end(plan, index)
    if step > 0:
        if end == len(plan) or plan[end].level != level:
            return plan, index
        swapped, _ = moved(plan, end, -1)
        return swapped, index + _end(plan, end) - end
    above = next((at for at in range(index - 1, -1, -1) if plan[at].level <= level), None)
    if above is None or plan[above].level != level:
        return plan, index
    return (*plan[:above], *plan[index:end], *plan[above:index], *plan[end:]), above


def shifted(plan: Plan, index: int, by: int) -> Plan:
    """Return the plan with a section one level higher (-1) or deeper (1); unchanged where that cannot be."""
    end = _end(plan, index)
    deepest = max(heading.level for heading in plan[index:end]) + by
    highest = plan[index - 1].level + 1 if index else 1
    if not 1 <= plan[index].level + by <= highest or deepest > DEEPEST:
        return plan
    section = (replace(heading, level=heading.level + by) for heading in plan[index:end])
    return (*plan[:index], *section, *plan[end:])
