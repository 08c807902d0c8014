"""Cross-mentions: places of the text that name another section by its number, 见第三部分 or 上述（二）.

They are found before an edit of the outline and written anew after it, so that each goes on naming the same section.
A number alone is no mention: 第三部分 must be a part that the report has, （二） must stand behind a word that points
(见, 上述, 按照 …) and be a section of the part in which it is mentioned.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.report.edits import replace_span
from assistant.report.model import Paragraph, Report, Role
from assistant.report.numbering import chinese_numeral, numeral_value, read_label

_NUMERAL = "[一二三四五六七八九十]{1,3}"
_INNER = rf"[（(]({_NUMERAL})[)）]"
_PART = re.compile(rf"第({_NUMERAL})(部分|章|编|篇)(?:第?{_INNER})?")
_HERE = "本部分|本章|本节"
_POINTING = "详见|参见|参照|见|按照|按|根据|依据|上述|前述|前文|上文|下文|下述|前面|后面"
_NEAR = re.compile(rf"(?:{_POINTING}|(?P<here>{_HERE}))的?第?(?P<words>{_INNER})")
_QUOTED = "》”’」』"
"""Behind these a number belongs to another document."""


@dataclass(frozen=True, slots=True)
class SectionNumber:
    """Where a section stands in the numbering."""

    level: int
    value: int
    part: int
    """Value of the heading of level 1 that it stands under; its own where it is one itself, 0 where there is none."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that names a section."""

    start: int
    """First code point of the words that change with the number: 第三部分, 第一部分（二）, or （二）."""
    end: int
    target: int
    """Index of the heading's paragraph."""
    paragraph: int
    """Index of the paragraph in which the mention stands."""
    unit: str = ""
    """部分, 章, 编 or 篇; "" where only the number in brackets is named."""
    here: int = 0
    """Code points of 本部分 in front of it, which no longer hold once the section stands in another part."""


def heading_numbers(paragraphs: Sequence[Paragraph]) -> dict[int, SectionNumber]:
    """Return the numbers of the headings of levels 1 and 2 by index of the paragraph."""
    found: dict[int, SectionNumber] = {}
    part = 0
    for index, paragraph in enumerate(paragraphs):
        label = read_label(paragraph.number or paragraph.expected_number or "")
        if paragraph.role is not Role.HEADING or label is None:
            continue
        if paragraph.level == 1:
            part = label.value
        if paragraph.level in (1, 2):
            found[index] = SectionNumber(paragraph.level, label.value, part)
    return found


def find_mentions(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Mention, ...]:
    """Return the places of a text that name one of its sections, in the order of the text."""
    numbers = heading_numbers(paragraphs)
    by_place = {(one.level, one.value, one.part): index for index, one in numbers.items()}
    found: list[Mention] = []
    part = 0
    for index, paragraph in enumerate(paragraphs):
        if index in numbers:
            part = numbers[index].part
        begin = paragraph.heading_end if paragraph.role is Role.HEADING else paragraph.start
        found += _in_line(text, begin, paragraph.end, index, part, by_place)
    return tuple(found)


def _in_line(
    text: str, start: int, end: int, index: int, part: int, by_place: Mapping[tuple[int, int, int], int]
) -> list[Mention]:
    found: list[Mention] = []
    for match in _PART.finditer(text, start, end):
        if text[match.start() - 1 : match.start()] in tuple(_QUOTED):
            continue
        named = numeral_value(match[1]) or 0
        inner = numeral_value(match[3]) if match[3] else None
        key = (1, named, named) if inner is None else (2, inner, named)
        if key in by_place:
            found.append(Mention(match.start(), match.end(), by_place[key], index, match[2]))
    taken = {one.end for one in found}
    for match in _NEAR.finditer(text, start, end):
        start_of_words = match.start("words")
        key = (2, numeral_value(text[start_of_words + 1 : match.end() - 1]) or 0, part)
        if match.end() not in taken and key in by_place:
            here = start_of_words - match.start() if match["here"] else 0
            found.append(Mention(start_of_words, match.end(), by_place[key], index, here=here))
    return sorted(found, key=lambda one: one.start)


def words_of_mention(mention: Mention, old: SectionNumber, new: SectionNumber, *, part: int) -> str | None:
    """Return how a mention reads once its section has another number, None where it stays as it is.

    `part` is the part in which the mention stands now: a section of another part is named with its part.
    """
    unit = mention.unit or "部分"
    if new.level == 1:
        changed = new != old
        return f"第{chinese_numeral(new.value)}{unit}" if changed else None
    is_near = not mention.unit and new.part == part
    if is_near:
        return f"（{chinese_numeral(new.value)}）" if (new.level, new.value) != (old.level, old.value) else None
    if mention.unit and new == old:
        return None
    return f"第{chinese_numeral(new.part)}{unit}（{chinese_numeral(new.value)}）"


def with_mentions(
    before: Report,
    paragraphs: Sequence[Paragraph],
    after: Report,
    *,
    shifts: Mapping[int, int],
    numbers: Mapping[int, SectionNumber],
    parts: Mapping[int, int],
) -> Report:
    """Return an edited report with its mentions written anew.

    Args:
        before: the report as it was.
        paragraphs: its paragraphs; the mappings go by their indices, which lack those that were removed.
        after: the report as it is now, its headings numbered.
        shifts: how far the text of each paragraph, behind a heading's number, has moved (code points).
        numbers: the numbers of the headings of levels 1 and 2 now.
        parts: the part in which each paragraph stands now, 0 for none.
    """
    old = heading_numbers(paragraphs)
    moved = [one for one in find_mentions(before.text, paragraphs) if one.paragraph in shifts and one.target in numbers]
    changes = []
    for one in moved:
        words = words_of_mention(one, old[one.target], numbers[one.target], part=parts[one.paragraph])
        if words is not None:
            begin = one.start - (one.here if words.startswith("第") else 0)
            changes.append((begin + shifts[one.paragraph], one.end + shifts[one.paragraph], words))
    for start, end, words in sorted(changes, reverse=True):
        after = replace_span(after, start, end, words)
    return after
