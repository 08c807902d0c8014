"""Headings whose number is missing or malformed, found by the headings around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.report.model import Paragraph, Role
from assistant.report.numbering import read_label, write_label
from assistant.resources import load_rules

# A line this long with a comma is the beginning of a sentence that breaks off.
_LONG_LINE = 18
_END = "。！？；：，、.;:,…"


def with_missing_numbers(text: str, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs with unnumbered headings made headings, and with the numbers that belong there.

    A paragraph between （三） and （五） whose first sentence reads like a heading is （四）. A short line
    without end mark that stands between paragraphs of text is a heading without number.
    """
    result = [_with_expected(text, paragraph) for paragraph in paragraphs]
    for first, last in _gaps(text, result):
        index = _missing_between(text, result, first, last)
        if index is not None:
            level, value = _label_of(text, result[first])
            result[index] = _as_heading(text, result[index], level, write_label(level, value + 1))
    return _with_bare_headings(text, result)


def _label_of(text: str, paragraph: Paragraph) -> tuple[int, int]:
    label = read_label(paragraph.text_of(text))
    return (label.level, label.value) if label is not None else (0, 0)


def _with_expected(text: str, paragraph: Paragraph) -> Paragraph:
    if paragraph.role is not Role.HEADING:
        return paragraph
    label = read_label(paragraph.text_of(text))
    if label is None or label.is_well_formed:
        return paragraph
    return replace(paragraph, expected_number=write_label(label.level, label.value))


def _gaps(text: str, paragraphs: Sequence[Paragraph]) -> list[tuple[int, int]]:
    """Return pairs of neighbouring siblings between which just one number is missing."""
    found = []
    last_at: dict[int, int] = {}
    for index, paragraph in enumerate(paragraphs):
        if paragraph.role is not Role.HEADING or paragraph.level is None:
            continue
        level = paragraph.level
        before = last_at.get(level)
        if before is not None and _label_of(text, paragraph)[1] == _label_of(text, paragraphs[before])[1] + 2:
            found.append((before, index))
        last_at = {deeper: at for deeper, at in last_at.items() if deeper < level} | {level: index}
    return found


def _missing_between(text: str, paragraphs: Sequence[Paragraph], first: int, last: int) -> int | None:
    """Return the paragraph that most likely is the missing heading: the form of its siblings decides."""
    candidates = [
        index
        for index in range(first + 1, last)
        if paragraphs[index].role is Role.BODY and _opens_like_heading(text, paragraphs[index])
    ]
    if not paragraphs[first].run_in:
        alone = [i for i in candidates if _stands_alone(paragraphs[i].text_of(text))]
        return alone[0] if alone else None
    return candidates[0] if candidates else None


def _opens_like_heading(text: str, paragraph: Paragraph) -> bool:
    rules = load_rules("reading", "structure.toml")["heading"]
    line = paragraph.text_of(text)
    sentence = re.split("[。！？]", line, maxsplit=1)[0]
    is_other = re.match(rules["unnumbered_not"], line) or re.fullmatch(rules["caption"], line)
    return 4 <= len(sentence) <= rules["unnumbered_longest"] and is_other is None


def _stands_alone(line: str) -> bool:
    has_words = re.search("[一-龥]{2}", line) is not None
    is_sentence = "，" in line and len(line) >= _LONG_LINE
    return has_words and not is_sentence and "。" not in line and "\t" not in line and line[-1] not in _END


def _as_heading(text: str, paragraph: Paragraph, level: int, expected: str | None) -> Paragraph:
    line = paragraph.text_of(text)
    length = len(re.split("[。！？]", line, maxsplit=1)[0])
    return replace(
        paragraph,
        role=Role.HEADING,
        level=level,
        expected_number=expected,
        heading_start=paragraph.start,
        heading_end=paragraph.start + length,
        run_in=length + 1 < len(line),
    )


def _with_bare_headings(text: str, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Make headings of short lines without number and end mark that stand between paragraphs of text.

    A line that names a table or a picture is none. Their level is 1 where the report has no numbered heading of level
    1, else one above the next heading.
    """
    rules = load_rules("reading", "structure.toml")["heading"]
    has_first_level = any(p.role is Role.HEADING and p.level == 1 for p in paragraphs)
    result = list(paragraphs)
    for index, paragraph in enumerate(paragraphs[:-1]):
        line = paragraph.text_of(text)
        if paragraph.role is not Role.BODY or not 2 <= len(line) <= rules["unnumbered_longest"]:
            continue
        following = paragraphs[index + 1]
        if re.fullmatch(rules["caption"], line):
            continue
        if not _stands_alone(line) or following.role not in (Role.BODY, Role.HEADING) or index == 0:
            continue
        if not (following.role is Role.HEADING or "。" in following.text_of(text)):
            continue
        level = 1 if not has_first_level else max(1, min(4, (following.level or 3) - 1))
        result[index] = _as_heading(text, paragraph, level, None)
    return result
