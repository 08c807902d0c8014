"""Mining: the phrases of one report, by their form and place; one occurrence is enough.

Headings, lead sentences of enumerations, clauses, groups of parallel clauses, parallel lists, quoted expressions,
and sentences whose figures, dates and names became slots. Words and points stand in `resources/phrases/forms.toml`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from typing import NamedTuple

from assistant.phrases.expressions import expressions_in, frames_in
from assistant.phrases.forms import (
    broken_ones,
    categories_of,
    category_of_place,
    clauses_of,
    fits,
    limits,
    points_of,
    trimmed,
)
from assistant.phrases.parallel import parallel_groups, parallel_lists
from assistant.phrases.slots import names_in, with_slots
from assistant.phrases.stretches import Stretches
from assistant.report.model import Paragraph, Role

_SENTENCE = re.compile(r"[^。！？；]+")
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
_AT_ONCE = 200_000
"""Characters that are looked through together: for twice as many, twice as many names would take four times as long."""
_JUDGED_AT_ONCE = 16_000
"""Stretches that are judged together: their text is read for each pattern again, and so much stays at hand."""
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


class _Line(NamedTuple):
    """A paragraph in which phrases are looked for, as it stands in the report; all that read the same are one."""

    heading: str
    """Without its number; "" where it is none."""
    rest: str
    """The text behind the heading."""
    is_salutation: bool


class _Place(NamedTuple):
    """Where a line stands first."""

    section: str
    category: tuple[str, bool]


class _Candidates:
    """The different stretches of a report in the order in which they are met first, each with its form and place."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.forms: list[str] = []
        self.places: list[_Place] = []
        self.times: list[int] = []
        self._of_sentences: dict[str, tuple[int, ...]] = {}

    def add(self, stretches: _Stretches, place: _Place, times: int) -> list[int]:
        """Add what is long and short enough for its form, found so many times; return the numbers."""
        numbers, lengths, found = self.numbers, limits(), []
        for form, stretch in stretches:
            number = numbers.get(stretch)
            if number is not None:
                self.times[number] += times
                found.append(number)
                continue
            shortest, longest = lengths[form]
            if shortest <= len(stretch) <= longest:
                found.append(len(numbers))
                numbers[stretch] = len(numbers)
                self.forms.append(form)
                self.places.append(place)
                self.times.append(times)
        return found

    def add_sentence(self, sentence: str, place: _Place, times: int) -> None:
        """Add the stretches of a sentence; one that was met before is not looked through again."""
        known = self._of_sentences.get(sentence)
        if known is None:
            self._of_sentences[sentence] = tuple(self.add(_of_sentence(sentence), place, times))
        else:
            for number in known:
                self.times[number] += times


def mine_report(text: str, paragraphs: Sequence[Paragraph]) -> list[Mined]:
    """Return the phrases of a report, each once, in the order in which they are met first."""
    candidates = _Candidates()
    places, counts = _lines(text, paragraphs)
    for lines in _some_at_once(places):
        slotted: dict[_Line, tuple[_Place, int]] = {}
        for line, with_gaps in zip(lines, _slotted(lines), strict=True):
            first, times = slotted.get(with_gaps, (places[line], 0))
            slotted[with_gaps] = first, times + counts[line]
        _add_lines(slotted, candidates)
    return _judged(candidates)


def _lines(text: str, paragraphs: Sequence[Paragraph]) -> tuple[dict[_Line, _Place], Counter[_Line]]:
    """Return the different lines in which phrases are looked for with their first places, and how often each stands."""
    places: dict[_Line, _Place] = {}
    counts: Counter[_Line] = Counter()
    section, last = "", len(paragraphs) - _CLOSING_LINES
    for index, paragraph in enumerate(paragraphs):
        role = paragraph.role
        if paragraph.end <= paragraph.start or role in _PASSED_OVER:
            continue
        heading = paragraph.heading_of(text)
        section = heading or section
        rest = text[paragraph.heading_end if heading else paragraph.start : paragraph.end]
        line = _Line(heading, rest, role is Role.SALUTATION)
        counts[line] += 1
        if line not in places:
            is_last = index >= last and role is not Role.HEADING and not paragraph.enumerations
            places[line] = _Place(section, category_of_place(section, role, is_last=is_last))
    return places, counts


def _some_at_once(lines: Iterable[_Line]) -> Iterator[list[_Line]]:
    some: list[_Line] = []
    size = 0
    for line in lines:
        some.append(line)
        size += len(line.heading) + len(line.rest)
        if size >= _AT_ONCE:
            yield some
            some, size = [], 0
    if some:
        yield some


def _slotted(lines: Sequence[_Line]) -> Iterator[_Line]:
    """Yield lines with slots; their names are looked for in all of them together."""
    parts = [part for heading, rest, _is_salutation in lines for part in (heading, rest)]
    text = "\n".join(parts)
    slotted = with_slots(text, names_in(text)).split("\n")
    for line, heading, rest in zip(lines, slotted[::2], slotted[1::2], strict=True):
        yield _Line(heading.strip(_EDGES), rest, line.is_salutation)


def _add_lines(lines: Mapping[_Line, tuple[_Place, int]], candidates: _Candidates) -> None:
    """Add the stretches of different lines, each with its first place and how often it stands."""
    stretches = Stretches([line.rest for line in lines])
    besides: dict[int, _Stretches] = {}
    for form, found in (("fixed", expressions_in(stretches)), ("frame", frames_in(stretches))):
        for index, phrase in found:
            besides.setdefault(index, []).append((form, phrase))
    for index, ((heading, rest, is_salutation), (place, times)) in enumerate(lines.items()):
        if heading:
            candidates.add([("heading", heading)], place, times)
            candidates.add_sentence(heading, place, times)
        if is_salutation:
            candidates.add([("heading", rest.strip(_EDGES))], place, times)
        else:
            candidates.add([("lead", lead.strip(_EDGES)) for lead in _ENUMERATED.findall(rest)], place, times)
            for sentence in _SENTENCE.findall(rest):
                candidates.add_sentence(sentence, place, times)
        if index in besides:
            candidates.add(besides[index], place, times)


def _judged(candidates: _Candidates) -> list[Mined]:
    """Return those of the candidates that are phrases."""
    found: list[Mined] = []
    stretches = iter(candidates.numbers)
    for first in range(0, len(candidates.forms), _JUDGED_AT_ONCE):
        some = slice(first, first + _JUDGED_AT_ONCE)
        forms, places, times = candidates.forms[some], candidates.places[some], candidates.times[some]
        found += _phrases_among(Stretches(list(islice(stretches, len(forms)))), forms, places, times)
    return found


def _phrases_among(stretches: Stretches, forms: list[str], places: list[_Place], times: list[int]) -> Iterator[Mined]:
    broken = broken_ones(stretches, {index for index, form in enumerate(forms) if form == "quoted"})
    points = points_of(stretches, forms)
    categories = categories_of(stretches, [place.category for place in places])
    sections = [place.section for place in places]
    columns = zip(stretches.each, forms, points, categories, sections, times, strict=True)
    return (Mined._make(column) for index, column in enumerate(columns) if index not in broken)


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


def _of_sentence(sentence: str) -> _Stretches:
    """Return the stretches of a sentence."""
    sentence = trimmed(sentence.strip(_EDGES))
    found: _Stretches = []
    if not sentence:
        return found
    if "“" in sentence:
        # before the same in quotes, which is a variant of it
        for pattern in (_QUOTED, _WITH_QUOTED):
            found += [("quoted", quoted) for quoted in pattern.findall(sentence)]
    clauses = clauses_of(sentence)
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
    return found


def _slotted_runs(clauses: Sequence[str]) -> Iterator[list[str]]:
    """Yield the runs of neighbouring clauses that tell one figure after another."""
    for has_figure, run in groupby(clauses, key=lambda clause: _FIGURE in clause):
        found = list(run)
        if has_figure and 1 < len(found) <= _MOST_FIGURES:
            yield found
