"""Mining: the phrases of one report, by their form and place; one occurrence is enough.

Headings, lead sentences of enumerations, clauses, groups of parallel clauses, parallel lists, quoted expressions,
and sentences whose figures, dates and names became slots. Words and points stand in `resources/phrases/forms.toml`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, islice
from typing import NamedTuple

from assistant.phrases.expressions import expressions_in, frames_in
from assistant.phrases.forms import broken_ones, categories_of, category_of_place, fits, limits, points_of, trimmed
from assistant.phrases.parallel import parallel_groups, parallel_lists
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
_FIGURE = "{数}"
_NAMED_AT_ONCE = 200_000
"""Characters whose names are looked for together: for twice as many, twice as many names take four times as long."""
_PLACES_AT_ONCE = 4_000
_PASSED_OVER = (Role.NOISE, Role.SIGNATURE, Role.DATE, Role.ATTACHMENT)


_Stretches = list[tuple[str, str]]
"""(form, stretch), forms that are worth more first."""


class Mined(NamedTuple):
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


class _Place(NamedTuple):
    """A paragraph in which phrases are looked for."""

    heading: str
    """With slots, without its number; "" where it is none."""
    line: str
    """The text behind the heading, with slots."""
    section: str
    role: Role
    category: tuple[str, bool]


class _Candidates:
    """The different stretches of a report in the order in which they are met first, each with its form and place."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.forms: list[str] = []
        self.places: list[_Place] = []
        self.times: list[int] = []

    def add(self, stretches: _Stretches, place: _Place) -> None:
        """Add what is long and short enough for its form."""
        numbers, lengths = self.numbers, limits()
        for form, stretch in stretches:
            known = numbers.get(stretch)
            if known is not None:
                self.times[known] += 1
                continue
            shortest, longest = lengths[form]
            if shortest <= len(stretch) <= longest:
                numbers[stretch] = len(numbers)
                self.forms.append(form)
                self.places.append(place)
                self.times.append(1)


def mine_report(text: str, paragraphs: Sequence[Paragraph]) -> list[Mined]:
    """Return the phrases of a report, each once, in the order in which they are met first."""
    candidates = _Candidates()
    remaining = _places(text, paragraphs)
    while places := list(islice(remaining, _PLACES_AT_ONCE)):
        lines = [place.line for place in places]
        besides: dict[int, _Stretches] = {}
        for form, found in (("fixed", expressions_in(lines)), ("frame", frames_in(Stretches(lines)))):
            for index, phrase in found:
                besides.setdefault(index, []).append((form, phrase))
        for index, place in enumerate(places):
            candidates.add(_of_place(place) + besides.get(index, []), place)
    return _judged(candidates)


def _judged(candidates: _Candidates) -> list[Mined]:
    """Return those of the candidates that are phrases."""
    stretches, forms = Stretches(list(candidates.numbers)), candidates.forms
    broken = broken_ones(stretches, {index for index, form in enumerate(forms) if form == "quoted"})
    points = points_of(stretches, forms)
    categories = categories_of(stretches, [place.category for place in candidates.places])
    sections = [place.section for place in candidates.places]
    columns = zip(stretches.each, forms, points, categories, sections, candidates.times, strict=True)
    return [Mined._make(column) for index, column in enumerate(columns) if index not in broken]


def _places(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[_Place]:
    names, named = None, 0
    section, last = "", len(paragraphs) - _CLOSING_LINES
    for index, paragraph in enumerate(paragraphs):
        if paragraph.end > named:
            end = text.find("\n", paragraph.start + _NAMED_AT_ONCE)
            named = end if end >= 0 else len(text)
            names = names_in(text[paragraph.start : named])
        role = paragraph.role
        if paragraph.end <= paragraph.start or role in _PASSED_OVER:
            continue
        heading = paragraph.heading_of(text)
        section = heading or section
        start = paragraph.heading_end if heading else paragraph.start
        is_last = index >= last and role is not Role.HEADING and not paragraph.enumerations
        heading = with_slots(heading, names).strip(_EDGES) if heading else ""
        line = with_slots(text[start : paragraph.end], names)
        yield _Place(heading, line, section, role, category_of_place(section, role, is_last=is_last))


def phrases_from_repeats(repeats: Mapping[str, Sequence[int]], sources: Sequence[int]) -> dict[int, list[Mined]]:
    """Return the phrases among repeated stretches by the source of their lines.

    `repeats` names the line of each place of a stretch, `sources` the source of each line.
    """
    stretches = Stretches([stretch for stretch in repeats if fits(stretch, "repeated")])
    broken = broken_ones(stretches)
    points = points_of(stretches, ["repeated"] * len(stretches.each))
    place = category_of_place("", Role.BODY, is_last=False)
    categories = categories_of(stretches, [place] * len(stretches.each))
    found: dict[int, list[Mined]] = {}
    for index, (stretch, worth, category) in enumerate(zip(stretches.each, points, categories, strict=True)):
        if index in broken:
            continue
        for source, times in Counter(sources[place] for place in repeats[stretch]).items():
            found.setdefault(source, []).append(Mined(stretch, "repeated", worth, category, "", times))
    return found


def _of_place(place: _Place) -> _Stretches:
    """Return the stretches of a paragraph."""
    line = place.line
    found: _Stretches = []
    if place.heading:
        found.append(("heading", place.heading))
        _add_of_sentence(place.heading, found)
    if place.role is Role.SALUTATION:
        found.append(("heading", line.strip(_EDGES)))
        return found
    found += [("lead", lead.strip(_EDGES)) for lead in _ENUMERATED.findall(line)]
    for sentence in _SENTENCE.findall(line):
        _add_of_sentence(sentence, found)
    return found


def _add_of_sentence(sentence: str, found: _Stretches) -> None:
    sentence = trimmed(sentence.strip(_EDGES))
    if not sentence:
        return
    if "“" in sentence:
        # before the same in quotes, which is a variant of it
        for pattern in (_QUOTED, _WITH_QUOTED):
            found += [("quoted", quoted) for quoted in pattern.findall(sentence)]
    clauses = [trimmed(clause.strip(_EDGES)) for clause in _CLAUSE_END.split(sentence)]
    if len(clauses) > 1:
        if "：" not in sentence:
            found += [("group", run) for run in parallel_groups(clauses)]
        if "{" in sentence and len(_SLOT.findall(sentence)) * 6 < len(sentence):
            found.append(("frame", sentence))
    in_frames: set[str] = set()
    if _FIGURE in sentence:
        for figures in _slotted_runs(clauses):
            in_frames.update(clause for clause in figures if len(clause) <= _PIECE)
            found.append(("figures", "，".join(figures)))
    for clause in clauses:
        if "、" in clause:
            found += [("parallel_list", items) for items in parallel_lists(clause)]
        if clause not in in_frames:
            found.append(("clause", clause))


def _slotted_runs(clauses: Sequence[str]) -> Iterator[list[str]]:
    """Yield the runs of neighbouring clauses that tell one figure after another."""
    for has_figure, run in groupby(clauses, key=lambda clause: _FIGURE in clause):
        found = list(run)
        if has_figure and 1 < len(found) <= _MOST_FIGURES:
            yield found
