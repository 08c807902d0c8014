"""Rules about the numbers of headings (GB/T 9704-2012 clause 7.3.3; GB/T 15834-2011 B.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from operator import ne

from assistant.checking.findings import Examined, Finding, Severity
from assistant.checking.words_of import is_known
from assistant.report.model import Paragraph, Role
from assistant.report.numbering import Label, read_label, write_label


def number_missing(examined: Examined) -> Iterator[Finding]:
    """Yield a heading without number between numbered ones."""
    for paragraph in _headings(examined):
        if paragraph.number is None and paragraph.expected_number is not None:
            text = paragraph.text_of(examined.report.text)
            yield Finding(
                paragraph.start,
                paragraph.end,
                "structure-number-missing",
                Severity.ERROR,
                fix=paragraph.expected_number + _without_scrap(text, paragraph.expected_number),
                parameters={"expected": paragraph.expected_number},
            )


def _without_scrap(text: str, expected: str) -> str:
    """Return a heading without what is left of its number: 二持续打好 where （二） belongs."""
    digits = expected.strip("（）()、.．")
    rest = text.removeprefix(digits).lstrip("，、.．） ")
    is_scrap = text.startswith(digits) and bool(rest) and not is_known(text[: len(digits) + 1])
    return rest if is_scrap and rest[0] not in "是要" else text


_COMMON_FORM = re.compile("[0-9]{1,2}(?P<form>、|）)|(?P<sign>[①-⑳])")
"""Forms of which the standard says nothing and that many reports have throughout: 1、 1） ①."""


def number_form(examined: Examined) -> Iterator[Finding]:
    """Yield a heading whose number is printed in another form than its level asks for: (一） 1、 一.

    A common form is a habit, and only a hint, where all numbers of its level have it.
    """
    headings = _headings(examined)
    forms: dict[int | None, set[str]] = {}
    for paragraph in headings:
        forms.setdefault(paragraph.level, set()).add(_form(paragraph))
    for paragraph in headings:
        is_habit = forms[paragraph.level] == {_form(paragraph)} != {""}
        if paragraph.number is not None and paragraph.expected_number is not None:
            text = paragraph.text_of(examined.report.text)
            yield Finding(
                paragraph.start,
                paragraph.end,
                "structure-number-form",
                Severity.HINT if is_habit else Severity.WARNING,
                fix=paragraph.expected_number + text[len(paragraph.number) :],
                parameters={"printed": paragraph.number, "expected": paragraph.expected_number},
            )


def _form(paragraph: Paragraph) -> str:
    """Return in which of the common forms a number is printed, "" in none of them."""
    found = _COMMON_FORM.fullmatch(paragraph.number or "")
    return (found["form"] or "sign") if found is not None else ""


def number_sequence(examined: Examined) -> Iterator[Finding]:
    """Yield a heading whose number does not follow its sibling's, or that does not begin with one.

    Of two readings that with fewer wrong numbers is told: each counted from the one before (a number is left out),
    or each by its place (one number among right ones is wrong).
    """
    families = _siblings(examined)
    counted_on = _counted_on(families)
    for siblings in families:
        values = [label.value for _, label in siblings]
        first = values[0] if siblings[0][1].level in counted_on else 1
        followed = [first, *(value + 1 for value in values[:-1])]
        placed = list(range(first, first + len(values)))
        wanted = min((followed, placed), key=lambda right: sum(map(ne, right, values)))
        before = None
        for (paragraph, label), right in zip(siblings, wanted, strict=True):
            is_next = label.value == right + 1 and wanted is followed
            if is_next and (before is not None or label.level == 1):
                lost = _misprinted(examined, before, paragraph, write_label(label.level, right, like=label.printed))
                yield lost or _out_of_sequence(examined, paragraph, label, right)
            elif label.value != right:
                yield _out_of_sequence(examined, paragraph, label, right)
            before = paragraph


def _counted_on(families: list[list[tuple[Paragraph, Label]]]) -> set[int]:
    """Return the levels whose numbers run through the whole report: 1. 2. below （一）, 3. 4. below （二）."""
    found = set[int]()
    for level in {siblings[0][1].level for siblings in families}:
        same = [[label.value for _, label in siblings] for siblings in families if siblings[0][1].level == level]
        runs_on = all(behind[0] == before[-1] + 1 for before, behind in pairwise(same))
        if runs_on and sum(map(len, same[1:])) > (0 if level > _CHINESE_LEVELS and len(same[0]) > 1 else 1):
            found.add(level)
    return found


_CHINESE_LEVELS = 2
"""Levels that are numbered in Chinese: there a single number that runs on is probably wrong."""
_LONGEST_HEADING = 40


def _misprinted(examined: Examined, before: Paragraph | None, behind: Paragraph, expected: str) -> Finding | None:
    """Return the line between two headings that is the missing one, its number printed so that it is none: 三，坚持."""
    digits = expected.strip("（）()、.．")
    printed = re.compile(rf"[(（]?{digits}[)）]?[，,。．:： 　]")
    text = examined.report.text
    first = before.start if before is not None else -1
    for paragraph in examined.paragraphs:
        found = printed.match(paragraph.text_of(text)) if first < paragraph.start < behind.start else None
        if found is not None and paragraph.end - paragraph.start <= _LONGEST_HEADING:
            return Finding(
                paragraph.start,
                paragraph.end,
                "structure-number-form",
                Severity.WARNING,
                fix=expected + paragraph.text_of(text)[found.end() :],
                parameters={"printed": found[0].strip(), "expected": expected},
            )
    return None


def _siblings(examined: Examined) -> list[list[tuple[Paragraph, Label]]]:
    """Return the numbered headings below each heading, in the order of their first ones."""
    families: list[list[tuple[Paragraph, Label]]] = []
    current: dict[int, list[tuple[Paragraph, Label]]] = {}
    for paragraph in examined.paragraphs:
        if paragraph.role is Role.ATTACHMENT:
            current = {}  # an attachment is numbered anew
        label = _label(examined, paragraph) if paragraph.role is Role.HEADING else None
        if label is None:
            continue
        current = {level: family for level, family in current.items() if level <= label.level}
        if label.level not in current:
            families.append(current.setdefault(label.level, []))
        current[label.level].append((paragraph, label))
    return families


def _out_of_sequence(examined: Examined, paragraph: Paragraph, label: Label, wanted: int) -> Finding:
    expected = write_label(label.level, wanted, like=label.printed)
    return Finding(
        paragraph.start,
        paragraph.end,
        "structure-number-sequence",
        Severity.ERROR,
        fix=expected + paragraph.text_of(examined.report.text)[len(paragraph.number or "") :],
        parameters={"printed": label.printed, "expected": expected},
    )


def _label(examined: Examined, paragraph: Paragraph) -> Label | None:
    """Return the label as printed, or the one that belongs there; None for headings without any."""
    printed = read_label(paragraph.text_of(examined.report.text))
    return printed or (read_label(paragraph.expected_number) if paragraph.expected_number else None)


def _headings(examined: Examined) -> list[Paragraph]:
    return [paragraph for paragraph in examined.paragraphs if paragraph.role is Role.HEADING]
