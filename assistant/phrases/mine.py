"""Mining: the phrases of one report, by their form and place; one occurrence is enough.

Headings, lead sentences of enumerations, clauses, groups of parallel clauses, parallel lists, quoted expressions,
and sentences whose figures, dates and names became slots. Words and points stand in `resources/phrases/forms.toml`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby

from assistant.phrases.expressions import expressions_in, frames_in
from assistant.phrases.forms import broken_ones, categories_of, fits, points_of, trimmed
from assistant.phrases.slots import names_in, with_slots
from assistant.phrases.stretches import Stretches
from assistant.report.model import Paragraph, Role

_SENTENCE = re.compile(r"[^。！？；]+")
_CLAUSE_END = re.compile(r"[，：:；,]")
_QUOTED = re.compile(r"“([^“”]{2,20})”")
_WITH_QUOTED = re.compile(r"(?:^|(?<=[，、：]))[一-龥]{2,4}“[^“”]{2,14}”(?=[，、]|$)")
"""坚定“四个自信”: one of a list."""
_ENUMERATED = re.compile(r"(?:^|(?<=[。；：]))[一二三四五六七八九十][是要]([^。；]{4,40})[。；]")
_EDGES = " 　，、；：。！？\t"
_CLOSING_LINES = 2
_MOST_FIGURES = 5
_PIECE = 12
"""Characters up to which a clause with a figure means little without its neighbours: 已解决{数}条."""
_SLOT = re.compile(r"\{[^{}]+\}")
_PASSED_OVER = (Role.NOISE, Role.SIGNATURE, Role.DATE, Role.ATTACHMENT)


@dataclass(frozen=True, slots=True)
class Mined:
    """A phrase of one report."""

    text: str
    """With slots as {名称}."""
    form: str
    """heading, lead, group, parallel_list, quoted, frame, figures, fixed, clause or repeated."""
    points: float
    """What its form is worth."""
    category: str
    section: str
    """Words of the heading above its first place, or ""."""
    times: int = 1
    """How often it stands in the report."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A paragraph in which phrases are looked for."""

    heading: str
    """With slots, without its number; "" where it is none."""
    line: str
    """The text behind the heading, with slots."""
    section: str
    role: Role
    is_last: bool


@dataclass(slots=True)
class _Candidate:
    form: str
    place: _Place
    times: int = 1


def mine_report(text: str, paragraphs: Sequence[Paragraph]) -> list[Mined]:
    """Return the phrases of a report, each once, in the order in which they are met first."""
    places = list(_places(text, paragraphs))
    lines = [place.line for place in places]
    expressions, frames = _by_line(expressions_in(lines)), _by_line(frames_in(Stretches(lines)))
    candidates: dict[str, _Candidate] = {}
    for index, place in enumerate(places):
        fixed = (("fixed", one) for one in expressions.get(index, ()))
        framed = (("frame", one) for one in frames.get(index, ()))
        for form, phrase in chain(_of_place(place), fixed, framed):
            known = candidates.get(phrase)
            if known is not None:
                known.times += 1
            elif fits(phrase, form):
                candidates[phrase] = _Candidate(form, place)
    return _judged(list(candidates), list(candidates.values()))


def _judged(stretches: Sequence[str], candidates: Sequence[_Candidate]) -> list[Mined]:
    """Return those of the candidates that are phrases."""
    quoted = {index for index, one in enumerate(candidates) if one.form == "quoted"}
    broken = broken_ones(Stretches(stretches), quoted)
    stretches = [stretch for index, stretch in enumerate(stretches) if index not in broken]
    candidates = [candidate for index, candidate in enumerate(candidates) if index not in broken]
    phrases = Stretches(stretches)
    points = points_of(phrases, [one.form for one in candidates])
    found = [(one.place.section, one.place.role, one.place.is_last) for one in candidates]
    return [
        Mined(phrase, one.form, worth, category, one.place.section, one.times)
        for phrase, one, worth, category in zip(
            stretches, candidates, points, categories_of(phrases, found), strict=True
        )
    ]


def _places(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[_Place]:
    names = names_in(text)
    section, last = "", len(paragraphs) - _CLOSING_LINES
    for index, paragraph in enumerate(paragraphs):
        if paragraph.end <= paragraph.start or paragraph.role in _PASSED_OVER:
            continue
        heading = paragraph.heading_of(text)
        section = heading or section
        start = paragraph.heading_end if heading else paragraph.start
        is_last = index >= last and paragraph.role is not Role.HEADING and not paragraph.enumerations
        heading = with_slots(heading, names).strip(_EDGES) if heading else ""
        line = with_slots(text[start : paragraph.end], names)
        yield _Place(heading, line, section, paragraph.role, is_last)


def _by_line(found: Iterable[tuple[int, str]]) -> dict[int, list[str]]:
    by_line: dict[int, list[str]] = {}
    for index, phrase in found:
        by_line.setdefault(index, []).append(phrase)
    return by_line


def phrases_from_repeats(repeats: Mapping[str, Sequence[int]], sources: Sequence[int]) -> dict[int, list[Mined]]:
    """Return the phrases among repeated stretches by the source of their lines.

    `repeats` names the line of each place of a stretch, `sources` the source of each line.
    """
    stretches = [stretch for stretch in repeats if fits(stretch, "repeated")]
    broken = broken_ones(Stretches(stretches))
    stretches = [stretch for index, stretch in enumerate(stretches) if index not in broken]
    phrases = Stretches(stretches)
    points = points_of(phrases, ["repeated"] * len(stretches))
    categories = categories_of(phrases, [("", Role.BODY, False)] * len(stretches))
    found: dict[int, list[Mined]] = {}
    for stretch, worth, category in zip(stretches, points, categories, strict=True):
        for source, times in Counter(sources[place] for place in repeats[stretch]).items():
            found.setdefault(source, []).append(Mined(stretch, "repeated", worth, category, "", times))
    return found


def _of_place(place: _Place) -> Iterator[tuple[str, str]]:
    """Yield (form, stretch) of a paragraph; forms that are worth more come first."""
    line = place.line
    if place.heading:
        yield "heading", place.heading
        yield from _of_sentence(place.heading)
    if place.role is Role.SALUTATION:
        yield "heading", line.strip(_EDGES)
        return
    for lead in _ENUMERATED.finditer(line):
        yield "lead", lead[1].strip(_EDGES)
    for sentence in _SENTENCE.findall(line):
        yield from _of_sentence(sentence)


def _of_sentence(sentence: str) -> Iterator[tuple[str, str]]:
    sentence = trimmed(sentence.strip(_EDGES))
    if not sentence:
        return
    if "“" in sentence:
        # before the same in quotes, which is a variant of it
        for pattern in (_QUOTED, _WITH_QUOTED):
            for quoted in pattern.findall(sentence):
                yield "quoted", quoted
    clauses = [trimmed(clause.strip(_EDGES)) for clause in _CLAUSE_END.split(sentence)]
    if len(clauses) > 1:
        if "：" not in sentence:
            for run in parallel_runs(clauses, "，"):
                yield "group", run
        if "{" in sentence and len(_SLOT.findall(sentence)) * 6 < len(sentence):
            yield "frame", sentence
    in_frames: set[str] = set()
    for figures in _slotted_runs(clauses):
        in_frames.update(clause for clause in figures if len(clause) <= _PIECE)
        yield "figures", "，".join(figures)
    for clause in clauses:
        if "、" in clause:
            for items in _parallel_lists(clause):
                yield "parallel_list", items
        if clause not in in_frames:
            yield "clause", clause


def _slotted_runs(clauses: Sequence[str]) -> Iterator[list[str]]:
    """Yield the runs of neighbouring clauses that tell one figure after another."""
    for has_figure, run in groupby(clauses, key=lambda clause: "{数}" in clause):
        found = list(run)
        if has_figure and 1 < len(found) <= _MOST_FIGURES:
            yield found


def parallel_runs(items: Sequence[str], separator: str) -> Iterator[str]:
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
    if len(items) > 2:
        length = len(items[1])
        if len(items[0]) > length and (len(items) > 3 or items[0][-length] == items[1][0]):
            items[0] = items[0][-length:]
        length = len(items[-2])
        if len(items[-1]) > length and (len(items) > 3 or items[-1][0] == items[-2][0]):
            items[-1] = items[-1][:length]
    yield from parallel_runs(items, "、")


def _are_parallel(one: str, other: str) -> bool:
    if len(one) == len(other):
        return 3 <= len(one) <= 16
    return abs(len(one) - len(other)) <= 2 and min(len(one), len(other)) >= 4 and one[:2] == other[:2]
