"""Figures: every number of a text, masked, filled or plain, with its unit and the words that belong to it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache, lru_cache
from itertools import pairwise

from assistant.filling.relation_words import pattern, words_of
from assistant.report.fields import Kind
from assistant.report.model import Report, lines_with_offsets

# Plain numbers; ordinals, parts of names and of dates are sorted out by what stands around them.
_PLAIN = re.compile(r"(?<![0-9.．,A-Za-z第—～~\-/])[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?(?![0-9]|[.,][0-9])")
_ONLY_YEAR = re.compile(r"\d{4}")
_FARTHEST = 300
"""Words farther from a figure say nothing of it, and a paragraph may be the whole report."""


class Measure(StrEnum):
    """What sort of figure it is."""

    QUANTITY = "quantity"
    PERCENT = "percent"
    POINTS = "points"
    TIMES = "times"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit printed behind a figure."""

    measure: Measure
    dimension: str
    """What can be added and compared: figures of one dimension, or alike ones ("个", "项")."""
    scale: Decimal
    """How much one is in the dimension's own unit: 亿元 is 100000000 元."""
    more: str
    """余, 多, … between figure and unit, or ""."""
    text: str
    """As printed: 亿元, %, 个百分点."""
    length: int
    """Code points from the figure's end to the unit's end."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the text and its surroundings in its paragraph."""

    start: int
    end: int
    unit: Unit
    field_id: str | None
    marker: str
    """The mask of a field, or "" for plain text."""
    gap: str
    """The words between the figure before and this one, years left out; of many the nearest 300 characters."""
    words: str
    """The end of the gap that lies in the figure's own clause."""
    behind: str
    """The words up to the next figure, or to the paragraph's end; of many the nearest 300 characters."""
    sentence: int
    segment: int
    """Changes with every ；as well."""
    year: tuple[int, int, str | None] | None
    """The year told right before it: start, end, field id."""

    @property
    def measure(self) -> Measure:
        """What sort of figure it is."""
        return self.unit.measure

    @property
    def counted(self) -> str:
        """What a quantity counts, by its unit; alike counters ("个", "项") are one."""
        return _class_of(self.unit.dimension)

    def is_like(self, other: Figure) -> bool:
        """Whether the two count the same sort of things, so that one can be part of the other."""
        return (self.measure is Measure.QUANTITY and other.measure is Measure.QUANTITY) and _class_of(
            self.unit.dimension
        ) == _class_of(other.unit.dimension)


Passage = tuple[Figure, ...]
"""The figures of a paragraph in order, years left out."""


@dataclass(frozen=True, slots=True)
class YearFigure:
    """A year, masked or plain, with what stands around it in its paragraph."""

    start: int
    end: int
    field_id: str | None
    marker: str
    text: str
    """As it stands in the report."""
    before: str
    """At most the nearest 300 characters, as in `behind`."""
    behind: str
    line: int


@dataclass(frozen=True, slots=True)
class _Spot:
    start: int
    end: int
    unit: Unit
    field_id: str | None
    marker: str

    @property
    def stop(self) -> int:
        return self.end + self.unit.length


@lru_cache(maxsize=2)
def read_figures(report: Report) -> tuple[tuple[Passage, ...], tuple[YearFigure, ...]]:
    """Return the figures of each paragraph that has any, and all years; those of the last report are kept."""
    spots = _field_spots(report)
    passages, years = [], []
    for number, (start, line) in enumerate(lines_with_offsets(report.text)):
        own = sorted(_line_spots(start, line, spots.get(start, [])), key=lambda spot: spot.start)
        for spot in own:
            if spot.unit.measure is Measure.YEAR:
                at, stop = spot.start - start, spot.stop - start
                before, behind = line[max(0, at - _FARTHEST) : at], line[stop : stop + _FARTHEST]
                told = report.text[spot.start : spot.end]
                years.append(YearFigure(spot.start, spot.end, spot.field_id, spot.marker, told, before, behind, number))
        passage = tuple(_figures(start, line, own))
        if passage:
            passages.append(passage)
    return tuple(passages), tuple(years)


def unit_behind(text: str, position: int) -> Unit | None:
    """Return the unit that stands at `position` of the text, right behind a figure; None where there is none."""
    tail = text[position : position + 12].split("\n")[0]
    found = _unit_pattern().match(tail)
    if found is None:
        return None
    measure = next(one for one in Measure if found[one.value] is not None)
    scale = Decimal(1)
    for factor in found["factors"] or "":
        scale *= words_of("units")["factors"][factor]
    return Unit(measure, found["counter"] or measure.value, scale, found["more"] or "", found["printed"], found.end())


@cache
def _unit_pattern() -> re.Pattern[str]:
    units = words_of("units")
    counters = "|".join(sorted(units["counters"], key=len, reverse=True))
    return re.compile(
        rf"[ 　]?(?P<more>{units['more']})?[ 　]?"
        rf"(?P<printed>(?P<points>{units['points']})|(?P<percent>{units['percent']})"
        rf"|(?P<times>{units['times']})|(?P<year>{units['year']})"
        rf"|(?P<quantity>(?P<factors>[{''.join(units['factors'])}]*)"
        rf"(?!{units['not_counter']})(?P<counter>{counters})))"
    )


@cache
def _class_of(dimension: str) -> str:
    for alike in words_of("units")["alike"]:
        if dimension in alike:
            return str(alike[0])
    return dimension


def _field_spots(report: Report) -> dict[int, list[_Spot]]:
    """Return the places of all fields by the start of their line; those that are no figures have no measure."""
    by_line: dict[int, list[_Spot]] = {}
    starts = [start for start, _ in lines_with_offsets(report.text)]
    for field in report.fields:
        for place in field.occurrences:
            unit = None
            if field.kind in (Kind.NUMBER, Kind.PERCENT) or (field.kind is Kind.DATE and field.unit == "年"):
                unit = unit_behind(report.text, place.end)
            start = starts[bisect_right(starts, place.start) - 1]
            spot = _Spot(place.start, place.end, unit or _NO_UNIT, field.id, place.marker)
            by_line.setdefault(start, []).append(spot)
    return by_line


_NO_UNIT = Unit(Measure.QUANTITY, "", Decimal(1), "", "", 0)


def _line_spots(start: int, line: str, fields: Sequence[_Spot]) -> Iterator[_Spot]:
    yield from (spot for spot in fields if spot.unit is not _NO_UNIT)
    # the places of fields never overlap, so that only the last one that begins before a number can meet it
    places = sorted((spot.start, spot.end) for spot in fields)
    for found in _PLAIN.finditer(line):
        first, last = start + found.start(), start + found.end()
        unit = unit_behind(line, found.end())
        before = bisect_left(places, (last, last)) - 1
        if unit is None or (before >= 0 and first < places[before][1]):
            continue
        if unit.measure is not Measure.YEAR or _ONLY_YEAR.fullmatch(found[0]):
            yield _Spot(first, last, unit, None, "")


def _figures(start: int, line: str, spots: Sequence[_Spot]) -> Iterator[Figure]:
    """Yield the figures of a line; a year goes with the figure it stands before."""
    sentence = segment = done = 0
    gap, year = "", None
    numbers = [spot for spot in spots if spot.unit.measure is not Measure.YEAR]
    following = dict(pairwise(numbers))
    for spot in spots:
        gap += line[done : spot.start - start]
        done = spot.stop - start
        if len(gap) > 2 * _FARTHEST:
            passed, gap = gap[:-_FARTHEST], gap[-_FARTHEST:]
            sentence += len(pattern("units", "sentence_end").findall(passed))
            segment += len(pattern("units", "segment_end").findall(passed))
        if spot.unit.measure is Measure.YEAR:
            gap, year = gap.removesuffix("的"), (spot.start, spot.end, spot.field_id)
            if line[done : done + 1] == "的":
                done += 1
            continue
        sentence += len(pattern("units", "sentence_end").findall(gap))
        segment += len(pattern("units", "segment_end").findall(gap))
        words = pattern("units", "clause_end").split(gap)[-1].strip()
        behind = line[done : following[spot].start - start if spot in following else len(line)][:_FARTHEST]
        gap, words = gap[-_FARTHEST:], words[-_FARTHEST:]
        yield Figure(
            spot.start, spot.end, spot.unit, spot.field_id, spot.marker, gap, words, behind, sentence, segment, year
        )
        gap, year = "", None
