"""Mining: the phrases of one report, by their form and place; one occurrence is enough.

Headings, lead sentences of enumerations, clauses, groups of parallel clauses, parallel lists, quoted expressions,
and sentences whose figures, dates and names became slots. Words and points stand in `resources/phrases/forms.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.phrases.forms import categories_of, form_points, is_phrase, length_limit, trimmed
from assistant.phrases.slots import with_slots
from assistant.report.model import Paragraph, Role

_SENTENCE = re.compile(r"[^。！？；]+")
_CLAUSE = re.compile(r"[^，：:；,]+")
_QUOTED = re.compile(r"“([^“”]{2,20})”")
_ENUMERATED = re.compile(r"(?:^|(?<=[。；：]))[一二三四五六七八九十][是要]([^。；]{4,40})[。；]")
_CLOSING_LINES = 2
_SLOT = re.compile(r"\{[^{}]+\}")


@dataclass(frozen=True, slots=True)
class Mined:
    """A phrase as it was found in a place."""

    text: str
    """With slots as {名称}."""
    form: str
    """heading, lead, group, parallel_list, quoted, frame, clause or repeated."""
    points: float
    """What its form is worth."""
    category: str
    section: str
    """Words of the heading above, or ""."""
    example: str
    """The sentence it stands in."""


def mine_report(text: str, paragraphs: Sequence[Paragraph]) -> list[Mined]:
    """Return the phrases of a report, in the order of the text; the same phrase may come more than once."""
    found: list[Mined] = []
    section, last = "", len(paragraphs) - _CLOSING_LINES
    for index, paragraph in enumerate(paragraphs):
        if paragraph.end <= paragraph.start or paragraph.role in (Role.NOISE, Role.SIGNATURE, Role.DATE):
            continue
        heading = paragraph.heading_of(text)
        if heading:
            section = heading
        for form, phrase, example in _of_paragraph(text, paragraph):
            category = categories_of(phrase, section, paragraph.role, is_last=index >= last)
            found.append(Mined(phrase, form, form_points(phrase, form), category, section, example))
    return found


def _of_paragraph(text: str, paragraph: Paragraph) -> Iterator[tuple[str, str, str]]:
    """Yield (form, phrase, example) of a paragraph."""
    heading = with_slots(paragraph.heading_of(text))
    body = paragraph.text_of(text)
    if heading:
        yield from _kept("heading", heading, heading)
        yield from _of_sentence(heading)
        body = text[paragraph.heading_end : paragraph.end].lstrip("。 　")
    if paragraph.role is Role.SALUTATION:
        yield from _kept("heading", with_slots(body), body)
        return
    line = with_slots(body)
    for lead in _ENUMERATED.finditer(line):
        yield from _kept("lead", lead[1], lead[1])
    for sentence in _SENTENCE.finditer(line):
        yield from _of_sentence(sentence[0].strip())


def _of_sentence(sentence: str) -> Iterator[tuple[str, str, str]]:
    sentence = trimmed(sentence)
    if "{" in sentence and len(_SLOT.findall(sentence)) * 6 < len(sentence):
        yield from _kept("frame", sentence, sentence)
    clauses = [clause[0].strip() for clause in _CLAUSE.finditer(sentence)]
    for clause in clauses:
        yield from _kept("clause", trimmed(clause), sentence)
        for run in _parallel_lists(clause):
            yield from _kept("parallel_list", run, sentence)
    separators = re.findall("[，：:；,]", sentence)
    if all(mark in "，," for mark in separators):
        for run in _parallel_runs(clauses, "，"):
            yield from _kept("group", run, sentence)
    for quoted in _QUOTED.finditer(sentence):
        yield from _kept("quoted", quoted[1], sentence)


def _parallel_runs(items: Sequence[str], separator: str) -> Iterator[str]:
    """Yield the longest runs of neighbouring items of like length, joined again."""
    first = 0
    while first < len(items) - 1:
        last = first + 1
        while last < len(items) and _are_parallel(items[last - 1], items[last]):
            last += 1
        if last - first > 1:
            yield separator.join(items[first:last])
        first = max(last, first + 1)


def _parallel_lists(clause: str) -> Iterator[str]:
    """Yield the lists of like items parted by 、 in a clause, without what stands before and behind the list."""
    items = clause.split("、")
    if len(items) < 3:
        yield from _parallel_runs(items, "、")
        return
    length = len(items[1])
    if len(items[0]) > length and (len(items) > 3 or items[0][-length] == items[1][0]):
        items[0] = items[0][-length:]
    length = len(items[-2])
    if len(items[-1]) > length and (len(items) > 3 or items[-1][0] == items[-2][0]):
        items[-1] = items[-1][:length]
    yield from _parallel_runs(items, "、")


def _are_parallel(one: str, other: str) -> bool:
    if len(one) == len(other):
        return 3 <= len(one) <= 16
    return abs(len(one) - len(other)) <= 2 and min(len(one), len(other)) >= 4 and (one[:2] == other[:2])


def _kept(form: str, phrase: str, example: str) -> Iterator[tuple[str, str, str]]:
    phrase = phrase.strip(" 　，、；：。")
    if len(phrase) <= length_limit(form) and is_phrase(phrase, form):
        yield form, phrase, example
