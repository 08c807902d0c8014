"""Mining: the phrases of one report, by their form and place; one occurrence is enough.

Headings, lead sentences of enumerations, clauses, groups of parallel clauses, parallel lists, quoted expressions,
and sentences whose figures, dates and names became slots. Words and points stand in `resources/phrases/forms.toml`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from assistant.phrases.expressions import expressions_in, frames_in, known_expressions
from assistant.phrases.forms import category_of, form_points, is_phrase, length_limit, trimmed
from assistant.phrases.slots import names_in, with_slots
from assistant.report.model import Paragraph, Role

_SENTENCE = re.compile(r"[^。！？；]+")
_CLAUSE_END = re.compile(r"[，：:；,]")
_QUOTED = re.compile(r"“([^“”]{2,20})”")
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
    example: str
    """The sentence it stands in."""
    times: int = 1
    """How often it stands in the report."""


@dataclass(slots=True)
class _Candidate:
    form: str
    section: str
    example: str
    role: Role
    is_last: bool
    times: int = 1


@dataclass(frozen=True, slots=True)
class _Told:
    """What the whole report tells."""

    names: re.Pattern[str] | None
    expressions: tuple[str, ...]


def mine_report(text: str, paragraphs: Sequence[Paragraph]) -> list[Mined]:
    """Return the phrases of a report, each once, in the order in which they are met first."""
    candidates: dict[str, _Candidate] = {}
    told = _Told(names_in(text), known_expressions(text))
    section, last = "", len(paragraphs) - _CLOSING_LINES
    for index, paragraph in enumerate(paragraphs):
        if paragraph.end <= paragraph.start or paragraph.role in _PASSED_OVER:
            continue
        section = paragraph.heading_of(text) or section
        is_last = index >= last and paragraph.role is not Role.HEADING and not paragraph.enumerations
        for form, phrase, example in _of_paragraph(text, paragraph, told):
            known = candidates.get(phrase)
            if known is None:
                candidates[phrase] = _Candidate(form, section, example, paragraph.role, is_last)
            else:
                known.times += 1
    return [
        Mined(
            phrase,
            one.form,
            form_points(phrase, one.form),
            category_of(phrase, one.section, one.role, is_last=one.is_last),
            one.section,
            one.example,
            one.times,
        )
        for phrase, one in candidates.items()
        if len(phrase) <= length_limit(one.form) and is_phrase(phrase, one.form)
    ]


def phrases_from_repeats(
    repeats: Mapping[str, Sequence[int]], sources: Sequence[int], lines: Sequence[str]
) -> dict[int, list[Mined]]:
    """Return the phrases among repeated stretches by the source of their lines.

    `repeats` names the line of each place of a stretch, `sources` the source of each line.
    """
    found: dict[int, list[Mined]] = {}
    for stretch, places in repeats.items():
        if len(stretch) > length_limit("repeated") or not is_phrase(stretch, "repeated"):
            continue
        points = form_points(stretch, "repeated")
        category = category_of(stretch, "", Role.BODY, is_last=False)
        example = next((s for s in _SENTENCE.findall(lines[places[0]]) if stretch in s), stretch).strip(_EDGES)
        for source, times in Counter(sources[place] for place in places).items():
            found.setdefault(source, []).append(Mined(stretch, "repeated", points, category, "", example, times))
    return found


def _of_paragraph(text: str, paragraph: Paragraph, told: _Told) -> Iterator[tuple[str, str, str]]:
    """Yield (form, stretch, sentence) of a paragraph; forms that are worth more come first."""
    line = text[paragraph.start : paragraph.end]
    heading = paragraph.heading_of(text)
    if heading:
        heading = with_slots(heading, told.names).strip(_EDGES)
        yield "heading", heading, heading
        yield from _of_sentence(heading)
        line = text[paragraph.heading_end : paragraph.end]
    line = with_slots(line, told.names)
    if paragraph.role is Role.SALUTATION:
        yield "heading", line.strip(_EDGES), line
        return
    for lead in _ENUMERATED.finditer(line):
        yield "lead", lead[1].strip(_EDGES), lead[1]
    for sentence in _SENTENCE.findall(line):
        yield from _of_sentence(sentence)
    for expression in expressions_in(line, told.expressions):
        yield "fixed", expression, expression
    for frame in frames_in(line):
        yield "frame", frame, line


def _of_sentence(sentence: str) -> Iterator[tuple[str, str, str]]:
    sentence = trimmed(sentence.strip(_EDGES))
    if not sentence:
        return
    clauses = [trimmed(clause.strip(_EDGES)) for clause in _CLAUSE_END.split(sentence)]
    if len(clauses) > 1:
        if "：" not in sentence:
            for run in parallel_runs(clauses, "，"):
                yield "group", run, sentence
        if "{" in sentence and len(_SLOT.findall(sentence)) * 6 < len(sentence):
            yield "frame", sentence, sentence
    in_frames: set[str] = set()
    for figures in _slotted_runs(clauses):
        in_frames.update(clause for clause in figures if len(clause) <= _PIECE)
        yield "figures", "，".join(figures), sentence
    for clause in clauses:
        if "、" in clause:
            for items in _parallel_lists(clause):
                yield "parallel_list", items, sentence
        if clause not in in_frames:
            yield "clause", clause, sentence
    if "“" in sentence:
        for quoted in _QUOTED.findall(sentence):
            yield "quoted", quoted, sentence


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
