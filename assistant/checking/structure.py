"""Rules about the order of a report: enumerations, stated counts, ends of headings, what the genre asks for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise

from assistant.checking.findings import Examined, Finding, Severity
from assistant.report.model import Paragraph, Role
from assistant.report.numbering import chinese_numeral, numeral_value
from assistant.report.outline import Section, all_sections

_COUNT = "一二三四五六七八九十"
_ITEM = re.compile(rf"(?:^|(?<=[。；：，! 　]))([{_COUNT}]{{1,2}})(是|要)(?=[^{_COUNT}、])")


def enumerations(examined: Examined) -> Iterator[Finding]:
    """Yield an item of 一是… 二是… that leaves one out or tells one twice."""
    last: dict[str, int] = {}
    newest = 0
    items = list(_items(examined))
    next_alike = _next_alike(items)
    for index, item in enumerate(items):
        if index == 0 or item.section != items[index - 1].section:
            last, newest = {}, 0
        value, wanted = item.value, last.get(item.word, 0) + 1
        misheard = _misheard(examined.report.text, items[index - 1], item) if value == wanted + 1 > 2 else None
        if misheard is not None:
            yield misheard
        elif value != 1 and value not in (wanted, newest + 1) and wanted > 1:
            right = chinese_numeral(wanted) + item.word
            yield Finding(
                item.start,
                item.start + len(item.printed),
                "structure-enumeration",
                Severity.WARNING,
                fix=right,
                parameters={"printed": item.printed, "right": right},
            )
            following = next_alike[index]
            # one wrong word among right ones: the next goes on as if it were right
            value = wanted if following is not None and following.value == wanted + 1 else value
        last[item.word] = newest = value


_SOUNDS = {2: "而儿尔", 3: "散山伞", 4: "是市事似", 5: "无午物", 6: "留流", 7: "起其期", 8: "把吧", 9: "就久"}


def _misheard(text: str, before: _Item, item: _Item) -> Finding | None:
    """Return the item that is written with a word of the same sound: 一是…。而是…。三是…, or None."""
    wanted = item.value - 1
    sounding = _SOUNDS.get(wanted, "")
    if before.value != wanted - 1 or not sounding:
        return None
    found = re.compile(f"(?<=[。；])[{sounding}]{item.word}").search(text, before.start, item.start)
    if found is None:
        return None
    right = chinese_numeral(wanted) + item.word
    return Finding(
        *found.span(),
        "structure-enumeration",
        Severity.WARNING,
        fix=right,
        parameters={"printed": found[0], "right": right},
    )


def mixed_enumerations(examined: Examined) -> Iterator[Finding]:
    """Yield the one item of a paragraph's list that goes with another word than all others: 一是…二要…三要; a hint."""
    for paragraph in examined.paragraphs:
        items = list(_items_of(paragraph, examined.report.text, 0))
        words = [item.word for item in items]
        if len(items) < 3 or [item.value for item in items] != list(range(1, len(items) + 1)):
            continue
        for item in items:
            if words.count(item.word) == 1:
                right = item.printed[:-1] + next(word for word in words if word != item.word)
                yield Finding(
                    item.start,
                    item.start + len(item.printed),
                    "structure-enumeration",
                    Severity.HINT,
                    fix=right,
                    parameters={"printed": item.printed, "right": right},
                )


def _next_alike(items: Sequence[_Item]) -> list[_Item | None]:
    """Return for each item the next one of the same word."""
    found: list[_Item | None] = []
    latest: dict[str, _Item] = {}
    for item in reversed(items):
        found.append(latest.get(item.word))
        latest[item.word] = item
    return found[::-1]


@dataclass(frozen=True, slots=True)
class _Item:
    """An enumeration word of the text."""

    start: int
    printed: str
    value: int
    word: str
    """是 or 要."""
    section: int
    """How many headings stand before it."""


def _items(examined: Examined) -> Iterator[_Item]:
    section = 0
    for paragraph in examined.paragraphs:
        section += paragraph.role is Role.HEADING
        yield from _items_of(paragraph, examined.report.text, section)


def _items_of(paragraph: Paragraph, text: str, section: int) -> Iterator[_Item]:
    for place, printed, value, word in _items_in(paragraph.text_of(text)):
        yield _Item(paragraph.start + place, printed, value, word, section)


@lru_cache(maxsize=4096)
def _items_in(line: str) -> tuple[tuple[int, str, int, str], ...]:
    """Return place, text, number and word of each item; lines stay, so that an edit costs one of them."""
    return tuple((one.start(), one[0], numeral_value(one[1]) or 0, one[2]) for one in _ITEM.finditer(line))


_STATED = re.compile(
    rf"(?:讲|谈|提|提出|强调|做好|抓好|汇报|如下|以下|下面|存在|从|就)[^。；，]{{0,8}}?([{_COUNT}两2-9])(?:点|个方面|方面)(?:的)?(?:汇报|报告|总结|述职|意见|要求|工作|内容|问题|情况|建议|体会|想法|措施|打算|不足)?(?:(?:，|向|作|进行)[^。；，]{{0,6}}?(?:汇报|报告|总结|说明|述职|交流|发言)(?:工作|情况)?(?:如下)?)?[。：:]?$"
)


def stated_counts(examined: Examined) -> Iterator[Finding]:
    """Yield a count that announces more or fewer headings than follow: 讲三点意见 before four."""
    heads = [p for p in examined.paragraphs if p.role is Role.HEADING]
    places = {head.start: place for place, head in enumerate(heads)}
    text = examined.report.text
    for paragraph, behind in zip(examined.paragraphs, examined.paragraphs[1:], strict=False):
        found = _STATED.search(paragraph.text_of(text).rstrip())
        if found is None or behind.role is not Role.HEADING:
            continue
        stated, there = _stated(found), _siblings(heads, places[behind.start])
        if there > 1 and stated != there:
            yield _miscounted(paragraph.start + found.start(1), stated, there)


def stated_items(examined: Examined) -> Iterator[Finding]:
    """Yield a count that announces more or fewer items than follow: 存在三个方面问题 before 一是 and 二是."""
    text = examined.report.text
    paragraphs = {paragraph.start: paragraph for paragraph in examined.paragraphs}
    items = list(_items(examined))
    starts = sorted(paragraphs)
    for index, item in enumerate(items):
        if item.value != 1:
            continue
        own = paragraphs[starts[bisect_right(starts, item.start) - 1]]
        place = bisect_right(starts, item.start) - 2
        before = paragraphs[starts[place]] if item.start == own.start and place >= 0 else own
        lead = text[before.start : min(before.end, item.start)].rstrip()
        found = _STATED.search(lead[-_LONGEST_LEAD:])
        if found is None or (before.role is Role.HEADING and not before.run_in):
            continue
        stated, there = _stated(found), _followed(items, index)
        if there > 1 and stated != there:
            start = before.start + max(0, len(lead) - _LONGEST_LEAD) + found.start(1)
            yield _miscounted(start, stated, there)


_LONGEST_LEAD = 60
"""Characters before an item that may announce it."""


def _followed(items: Sequence[_Item], index: int) -> int:
    """Return how many items count on from one; 0 where a number among them is wrong."""
    first = items[index]
    count = 1
    for item in items[index + 1 :]:
        if item.section != first.section or item.value == 1:
            break
        if item.word == first.word:
            if item.value != count + 1:
                return 0
            count += 1
    return count


def _stated(found: re.Match[str]) -> int:
    return 2 if found[1] == "两" else numeral_value(found[1]) or 0


def _miscounted(start: int, stated: int, there: int) -> Finding:
    """Return the finding about a count; before a measure word two is 两, not 二."""
    right = "两" if there == 2 else chinese_numeral(there)
    return Finding(
        start,
        start + 1,
        "structure-count",
        Severity.WARNING,
        fix=right if there <= len(_COUNT) else None,
        parameters={"printed": stated, "there": there},
    )


_MOST_SIBLINGS = 1_000
"""Headings that are looked through for those which an announcement counts."""


def _siblings(heads: list[Paragraph], first: int) -> int:
    """Return how many headings of the first one's level follow up to a higher one, itself included."""
    level, count = heads[first].level or 1, 0
    for head in islice(heads, first, first + _MOST_SIBLINGS):
        if (head.level or 1) < level:
            break
        count += head.level == level
    return count


def only_children(examined: Examined) -> Iterator[Finding]:
    """Yield a heading that is the only one below its section, as a hint."""
    for section in all_sections(examined.paragraphs):
        if len(section.children) == 1:
            child = examined.paragraphs[section.children[0].first]
            yield _whole(child, "structure-only-child", printed=child.number or "")


def empty_sections(examined: Examined) -> Iterator[Finding]:
    """Yield a heading with nothing below it where its siblings have text."""
    for siblings in _families(all_sections(examined.paragraphs)):
        empty = [one for one in siblings if _is_empty(examined, one)]
        if len(siblings) > len(empty) > 0:
            for one in empty:
                yield _whole(examined.paragraphs[one.first], "structure-empty")


def _families(sections: tuple[Section, ...]) -> Iterator[tuple[Section, ...]]:
    below = {child.first for section in sections for child in section.children}
    yield tuple(one for one in sections if one.first not in below)
    for section in sections:
        yield section.children


def _is_empty(examined: Examined, section: Section) -> bool:
    head = examined.paragraphs[section.first]
    return section.last - section.first == 1 and not head.run_in


_ENDS = "。；：，、．.;:,"


def heading_ends(examined: Examined) -> Iterator[Finding]:
    """Yield a heading on a line of its own that ends with a mark (GB/T 15834-2011 B.4).

    A full stop behind all headings, or behind a whole sentence, is a habit and only a hint; behind a few short ones it
    slipped in. Items of a list end as the list does.
    """
    ends: list[tuple[int, str]] = []
    clauses = set[int]()
    bare = [p for p in examined.paragraphs if p.role is Role.HEADING and not p.run_in]
    listed = _listed(examined.paragraphs)
    for paragraph in bare:
        text = paragraph.text_of(examined.report.text).rstrip()
        if paragraph.start in listed:
            continue
        # a full stop behind a whole sentence is common practice below the second level
        is_sentence = text.endswith("。") and (paragraph.level or 1) > 2
        if text and text[-1] in _ENDS and not is_sentence and "。" not in text[:-1]:
            ends.append((paragraph.start + len(text), text[-1]))
            if "，" in text or len(text) > _LONGEST_NAME:
                clauses.add(paragraph.start + len(text))
    stops = sum(mark == "。" for _, mark in ends)
    for end, mark in ends:
        is_habit = mark == "。" and (stops > 2 or stops * 2 > len(bare) or end in clauses)
        severity = Severity.HINT if is_habit else Severity.WARNING
        yield Finding(end - 1, end, "structure-heading-end", severity, fix="", parameters={"printed": mark})


_LONGEST_NAME = 20
"""Characters; a longer heading, or one with a comma, is a sentence that may end like one."""


def _listed(paragraphs: Sequence[Paragraph]) -> set[int]:
    """Return where headings begin that are items of a list: next to another of their level, without text between."""
    found = set[int]()
    for one, other in pairwise(paragraphs):
        if one.role is other.role is Role.HEADING and one.level == other.level and not one.run_in and not other.run_in:
            found |= {one.start, other.start}
    return found


_SPEECH = re.compile("讲话|致辞|发言|党课")
_LEAST_LENGTH = 600


def missing_parts(examined: Examined) -> Iterator[Finding]:
    """Yield what reports of this genre have and this one lacks: title, salutation, signature and date; hints."""
    text = examined.report.text
    if len(text) < _LEAST_LENGTH or not examined.paragraphs:
        return
    roles = {paragraph.role for paragraph in examined.paragraphs}
    first, last = examined.paragraphs[0], examined.paragraphs[-1]
    if Role.TITLE not in roles:
        yield _at_edge(first.start, min(first.end, first.start + 8), "structure-no-title")
    titles = "".join(p.text_of(text) for p in examined.paragraphs if p.role in (Role.TITLE, Role.SUBTITLE))
    if _SPEECH.search(titles) and Role.SALUTATION not in roles:
        yield _at_edge(first.start, min(first.end, first.start + 8), "structure-no-salutation")
    if Role.DATE not in roles and not _SPEECH.search(titles) and Role.SALUTATION not in roles:
        yield _at_edge(max(last.start, last.end - 8), last.end, "structure-no-date")


def _whole(paragraph: Paragraph, rule: str, **parameters: object) -> Finding:
    return Finding(paragraph.start, paragraph.end, rule, Severity.HINT, parameters=parameters)


def _at_edge(start: int, end: int, rule: str) -> Finding:
    return Finding(start, end, rule, Severity.HINT)
