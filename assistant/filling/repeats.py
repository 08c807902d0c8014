"""One value told twice: the same anniversary, the same year, the same figure in the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from assistant.filling.figure_names import name_of
from assistant.filling.figures import Figure, Measure, Passage, YearFigure
from assistant.filling.relation_formulas import role_name
from assistant.filling.relation_words import events, pattern, words_of
from assistant.report.relations import Operand, OperandRole, Relation, RelationKind

_SHORTEST_EVENT = 4


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
        if len(same) > 1:
            yield _equal(same, f"{name_of(same[0])}周年", is_certain=True)


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
        if len(same) > 1 and len({figure.unit.scale for figure in same}) == 1:
            yield _equal(same, name_of(same[0]), is_certain=False)


def _years(years: Sequence[YearFigure]) -> Iterator[Relation]:
    """Yield years that are one: of one period in the same words, of title and opening, of one paragraph's topic."""
    plain = [year for year in years if not pattern("repeats", "year_compared").search(year.before)]
    for one, other in combinations([year for year in plain if year.field_id is not None], 2):
        if one.marker == other.marker and (_same_time(one, other) or _topic(one, other, years)):
            yield _equal([one, other], role_name("year"), is_certain=False)
    if years and years[0].line == 0 and not pattern("repeats", "plan_title").search(years[0].behind):
        opening = next((year for year in plain if year.line > 0), None)
        alone = len([year for year in years if year.line == 0]) == 1
        if opening is not None and alone and not opening.before and opening.marker == years[0].marker:
            yield _equal([years[0], opening], role_name("year"), is_certain=False)


def _same_time(one: YearFigure, other: YearFigure) -> bool:
    told = [re.match("[^，。；：、]{3,8}", year.behind) for year in (one, other)]
    return told[0] is not None and told[1] is not None and told[0][0] == told[1][0]


def _topic(one: YearFigure, other: YearFigure, years: Sequence[YearFigure]) -> bool:
    """Whether a paragraph names its year inside a sentence and begins another sentence with it."""
    own = [year for year in years if year.line == one.line]
    starts = [not year.before or year.before[-1] in "。；，、：" for year in (one, other)]
    return one.line == other.line and len(own) == 2 and starts == [False, True] and other.behind[:1] in "，,"


def _equal(same: Sequence[Figure | YearFigure], name: str, *, is_certain: bool) -> Relation:
    operands = tuple(Operand(one.start, one.end, OperandRole.SAME, one.field_id) for one in same)
    return Relation(RelationKind.EQUAL, operands, f"{name}＝{name}{role_name('before')}", is_certain)
