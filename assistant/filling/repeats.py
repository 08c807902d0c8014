"""One value told twice: the same anniversary, the same year, the same figure in the same words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.filling.figure_names import name_of
from assistant.filling.figures import Figure, Measure, Passage, YearFigure
from assistant.filling.relation_formulas import role_name
from assistant.filling.relation_words import events, pattern, words_of
from assistant.report.relations import Operand, OperandRole, Relation, RelationKind

_SHORTEST_EVENT = 4
MOST_ALIKE = 40
"""So many figures in one relation, and so many later years that a year is held against; more are told in portions."""


def find_repeats(passages: Sequence[Passage], years: Sequence[YearFigure]) -> Iterator[Relation]:
    """Yield the figures of a report that are one value by their wording."""
    figures = [figure for passage in passages for figure in passage if figure.measure is Measure.QUANTITY]
    yield from _anniversaries(figures)
    yield from _ages(figures, years)
    yield from _told_again(figures)
    yield from _years(years)


def _anniversaries(figures: Sequence[Figure]) -> Iterator[Relation]:
    """Yield 成立X周年 told of the same event."""
    by_event: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.unit.dimension == words_of("repeats")["anniversary"] and len(figure.words) >= _SHORTEST_EVENT:
            by_event.setdefault(figure.words[-2 * _SHORTEST_EVENT :], []).append(figure)
    for same in by_event.values():
        for portion in _portions(same):
            yield _equal(portion, f"{name_of(same[0])}周年", is_certain=True)


def _ages(figures: Sequence[Figure], years: Sequence[YearFigure]) -> Iterator[Relation]:
    """Yield 成立X周年 of an event that everybody knows, and the year of the report that it is reckoned from."""
    year = _year_of_report(years)
    ages = [figure for figure in figures if figure.unit.dimension == words_of("repeats")["anniversary"]]
    for figure in ages if year is not None else ():
        event = next((one for one in events() if one.pattern.search(figure.words)), None)
        if event is not None and year is not None:
            operands = (
                Operand(year.start, year.end, OperandRole.AMOUNT_YEAR, year.field_id),
                Operand(figure.start, figure.end, OperandRole.AGE, figure.field_id),
            )
            formula = f"{role_name('year')}－{event.year}＝{event.name}{figure.unit.text}"
            ordered = tuple(sorted(operands, key=lambda one: one.start))
            yield Relation(RelationKind.ANNIVERSARY, ordered, formula, since=event.year)


def _year_of_report(years: Sequence[YearFigure]) -> YearFigure | None:
    """Return the year that a report is about: the only one of its title, else the only one it tells."""
    plain = [year for year in years if not pattern("repeats", "year_compared").search(year.before)]
    told = [year for year in plain if year.line == 0] or plain
    return told[0] if len({year.text for year in told}) == 1 else None


def _told_again(figures: Sequence[Figure]) -> Iterator[Relation]:
    """Yield a figure told a second time in the very words of the first, none of them a plan."""
    by_clause: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        told = figure.words + figure.behind[:6]
        if (
            len(figure.words) >= words_of("repeats")["shortest"]
            and pattern("repeats", "scope").search(figure.words)
            and not pattern("repeats", "planned").search(figure.gap[-40:] + told)
            and figure.year is None
        ):
            by_clause.setdefault((figure.words, figure.unit.dimension), []).append(figure)
    for same in by_clause.values():
        for portion in _portions(same) if len({figure.unit.scale for figure in same}) == 1 else ():
            yield _equal(portion, name_of(same[0]), is_certain=False)


def _portions(same: Sequence[Figure]) -> Iterator[Sequence[Figure]]:
    """Yield figures that are one value in portions of at most `MOST_ALIKE`, each with the first."""
    for start in range(1, len(same), MOST_ALIKE - 1):
        yield [same[0], *same[start : start + MOST_ALIKE - 1]]


def _years(years: Sequence[YearFigure]) -> Iterator[Relation]:
    """Yield years that are one: of one period in the same words, of title and opening, of one paragraph's topic."""
    plain = [year for year in years if not pattern("repeats", "year_compared").search(year.before)]
    masked = [year for year in plain if year.field_id is not None]
    for first, second in sorted({*_pairs_of_one_time(masked), *_pairs_of_one_topic(masked, years)}):
        yield _equal([masked[first], masked[second]], role_name("year"), is_certain=False)
    if years and years[0].line == 0 and not pattern("repeats", "plan_title").search(years[0].behind):
        opening = next((year for year in plain if year.line > 0), None)
        alone = len([year for year in years if year.line == 0]) == 1
        if opening is not None and alone and not opening.before and opening.marker == years[0].marker:
            yield _equal([years[0], opening], role_name("year"), is_certain=False)


def _pairs_of_one_time(masked: Sequence[YearFigure]) -> Iterator[tuple[int, int]]:
    """Yield years that are told in the same words, each with those next behind it."""
    by_words: dict[tuple[str, str], list[int]] = {}
    for index, year in enumerate(masked):
        told = re.match("[^，。；：、]{3,8}", year.behind)
        if told is not None:
            by_words.setdefault((year.marker, told[0]), []).append(index)
    for same in by_words.values():
        for place, first in enumerate(same):
            yield from ((first, second) for second in same[place + 1 : place + 1 + MOST_ALIKE])


def _pairs_of_one_topic(masked: Sequence[YearFigure], years: Sequence[YearFigure]) -> Iterator[tuple[int, int]]:
    """Yield the two years of a paragraph that names its year in a sentence and begins another sentence with it."""
    in_line = Counter(year.line for year in years)
    for index, (one, other) in enumerate(pairwise(masked)):
        if one.marker == other.marker and one.line == other.line and in_line[one.line] == 2:
            starts = [not year.before or year.before[-1] in "。；，、：" for year in (one, other)]
            if starts == [False, True] and other.behind.startswith(("，", ",")):
                yield index, index + 1


def _equal(same: Sequence[Figure | YearFigure], name: str, *, is_certain: bool) -> Relation:
    operands = tuple(Operand(one.start, one.end, OperandRole.SAME, one.field_id) for one in same)
    return Relation(RelationKind.EQUAL, operands, f"{name}＝{name}{role_name('before')}", is_certain)
