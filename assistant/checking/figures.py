"""Rules about figures: those that contradict what the report's own words say of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from assistant.checking.findings import Examined, Finding, Severity
from assistant.filling.arithmetic import Outcome, Reckoner, Verdict
from assistant.filling.equations import derived_operand
from assistant.filling.figure_names import FAR
from assistant.filling.figures import read_figures
from assistant.filling.relations import find_relations
from assistant.report.model import Report
from assistant.report.relations import Operand, Relation, RelationKind

_DIGITS = "0123456789"
_MOST_FINDINGS = 300
"""Who has more figures that contradict each other mends none by hand, and each is tried with other digits."""
_CROWDED = 100
"""Figures of one sentence from which the clerk is told that not all of them are held against each other."""
_MOST_TRIED = 40
"""A relation of more figures is not tried for a slip of one digit."""
_Value = str | int
"""What tells values apart: the field's id, else the figure's place."""


@dataclass(frozen=True, slots=True)
class _Judged:
    number: int
    relation: Relation
    outcome: Outcome

    @property
    def contradicts(self) -> bool:
        return self.outcome.verdict is Verdict.CONTRADICTS

    @property
    def is_sound(self) -> bool:
        """Whether it speaks for its figures; a bound that holds says too little."""
        return self.outcome.verdict is Verdict.CONSISTENT and self.relation.kind is not RelationKind.PART_LE_WHOLE

    @property
    def is_clear(self) -> bool:
        """Whether no reading of the words allows it: a sum that is only supposed may leave parts out."""
        return self.relation.is_certain or self.outcome.exceeds


@dataclass(frozen=True, slots=True)
class _Case:
    """A report's relations as they were judged, by the values that take part."""

    reckoner: Reckoner
    by_value: Mapping[_Value, Sequence[_Judged]]

    @property
    def report(self) -> Report:
        return self.reckoner.report

    def of(self, operand: Operand) -> Sequence[_Judged]:
        return self.by_value[_value(operand)]

    def broken(self, operand: Operand) -> list[_Judged]:
        return [one for one in self.of(operand) if one.contradicts]


def contradictions(examined: Examined) -> Iterator[Finding]:
    """Yield each figure that contradicts others by what the text says of them.

    One wrong figure often breaks several relations: it is told once, as the figure that most of the broken
    relations and fewest of the sound ones share; then one that a single other digit would mend; then the one
    that is reckoned from the others.
    """
    reckoner = Reckoner.of(examined.report)
    by_value: dict[_Value, list[_Judged]] = {}
    broken: dict[int, _Judged] = {}
    for number, relation in enumerate(find_relations(examined.report, between_plain=True)):
        judged = _Judged(number, relation, reckoner.evaluate(relation))
        for value in dict.fromkeys(map(_value, relation.operands)):
            by_value.setdefault(value, []).append(judged)
        if judged.contradicts:
            broken[number] = judged
    case = _Case(reckoner, by_value)
    for _ in range(_MOST_FINDINGS):
        if not broken:
            return
        suspect = _suspect(case, next(iter(broken.values())))
        own = [one for one in case.broken(suspect) if broken.pop(one.number, None) is not None]
        yield _finding(case, suspect, own)


def crowded_sentences(examined: Examined) -> Iterator[Finding]:
    """Yield a sentence of so many figures that each is held only against those near it, as a hint: it is told."""
    passages, _ = read_figures(examined.report)
    for passage in passages:
        for _, group in groupby(passage, key=lambda figure: figure.sentence):
            figures = list(group)
            if len(figures) > _CROWDED:
                yield Finding(
                    figures[0].start,
                    figures[-1].end,
                    "figure-crowded",
                    Severity.HINT,
                    parameters={"count": len(figures), "most": FAR},
                )


def _value(operand: Operand) -> _Value:
    return operand.field_id or operand.start


def _suspect(case: _Case, broken: _Judged) -> Operand:
    """Return the figure of a broken relation that is most likely wrong."""
    operands = broken.relation.operands
    weights = {
        operand: sum(one.contradicts for one in case.of(operand)) - sum(one.is_sound for one in case.of(operand))
        for operand in operands
    }
    heaviest = [operand for operand in operands if weights[operand] == max(weights.values())]
    # of figures that an earlier report gave and new ones, an old one is the likelier to be wrong now
    heaviest = [operand for operand in heaviest if _is_taken_over(case.report, operand)] or heaviest
    tried = heaviest if len(operands) <= _MOST_TRIED else ()
    slips = {_value(operand): operand for operand in tried if _slips(case, operand, case.broken(operand))}
    if len(slips) == 1:
        return next(iter(slips.values()))
    target = broken.outcome.target or derived_operand(broken.relation)
    return max(heaviest, key=lambda operand: (_value(operand) == _value(target), operand.start))


def _is_taken_over(report: Report, operand: Operand) -> bool:
    """Whether a figure is a field's that still stands as in the report that is used again."""
    field = next((one for one in report.fields if one.id == operand.field_id), None)
    return field is not None and bool(field.value) and field.value == field.occurrences[0].marker


def _slips(case: _Case, operand: Operand, own: Sequence[_Judged]) -> list[str]:
    """Return the values one digit away from the printed one with which nothing is broken: it may be a slip."""
    printed = case.report.text[operand.start : operand.end]
    return [
        value
        for place, old in enumerate(printed)
        if old in _DIGITS
        for new in _DIGITS
        if new != old and _mends(case, operand, value := printed[:place] + new + printed[place + 1 :], own)
    ]


def _mends(case: _Case, suspect: Operand, value: str, relations: Sequence[_Judged]) -> bool:
    """Whether with this value in place none of the relations is broken."""
    for one in relations:
        places = [operand.start for operand in one.relation.operands if _value(operand) == _value(suspect)]
        outcome = case.reckoner.evaluate(one.relation, instead=dict.fromkeys(places, value))
        if outcome.verdict is Verdict.CONTRADICTS:
            return False
    return True


def _finding(case: _Case, suspect: Operand, own: Sequence[_Judged]) -> Finding:
    told, outcome = _explanation(case, suspect, own)
    right, calculation = outcome.value, outcome.calculation
    slips = _slips(case, suspect, own)
    if not outcome.is_exact and len(slips) == 1:
        right = slips[0]
        again = case.reckoner.reckon(told, derived_operand(told), instead={suspect.start: right})
        calculation = again.calculation if again is not None else calculation
    is_unique = right != "" and told.is_certain and (outcome.is_exact or len(slips) == 1)
    return Finding(
        suspect.start,
        suspect.end,
        "figure-contradiction",
        Severity.WARNING if any(one.is_clear for one in own) else Severity.HINT,
        fix=right if is_unique and _mends(case, suspect, right, case.of(suspect)) else None,
        parameters={
            "printed": case.report.text[suspect.start : suspect.end],
            "right": right,
            "formula": told.formula,
            "calculation": calculation,
        },
    )


def _explanation(case: _Case, suspect: Operand, own: Sequence[_Judged]) -> tuple[Relation, Outcome]:
    """Return the relation that says best what the figure must be, and its reckoning: a certain, exact one."""
    reckoned: list[tuple[Relation, Outcome]] = []
    for one in own:
        operand = next(other for other in one.relation.operands if _value(other) == _value(suspect))
        found = case.reckoner.reckon(one.relation, operand)
        if found is not None:
            reckoned.append((one.relation, found))
    certain = [one for one in reckoned if one[0].is_certain] or reckoned
    exact = [one for one in certain if one[1].is_exact]
    # Bounds say nothing of the right figure; an equation explains more.
    return (exact or certain or [(own[0].relation, own[0].outcome)])[0]
