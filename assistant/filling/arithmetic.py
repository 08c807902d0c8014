"""Arithmetic: whether the figures of a relation agree, what a figure must be, and what is proposed for open fields.

Every printed figure stands for all values that round to it; figures contradict each other only where no choice
of these values would agree.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from decimal import Decimal
from enum import StrEnum

from assistant.filling.equations import calculation, derived_operand, is_complete, solve
from assistant.filling.figures import Measure, Unit, unit_behind
from assistant.filling.intervals import Interval
from assistant.filling.printed import Printed, places_wanted, read_printed, write_figure
from assistant.filling.relations import find_relations
from assistant.report.fields import Field, State
from assistant.report.model import Report
from assistant.report.relations import Operand, OperandRole, Relation, RelationKind

_NOTHING: Mapping[int, str] = {}
_MAY_BE_NEGATIVE = (OperandRole.PERCENT, OperandRole.POINTS)
# Rounded figures leave their result in some doubt: 9.12÷13.57 is 67.1 to 67.3. One unit of the last place and
# its own rounding are taken as exact; more is told as a likely value only.
_SMALL_DOUBT = Decimal("1.5")


class Verdict(StrEnum):
    """How far a relation's figures agree."""

    CONSISTENT = "consistent"
    CONTRADICTS = "contradicts"
    OPEN = "open"
    """Some operand is open, and no other value follows."""
    COMPUTABLE = "computable"
    """Just one operand is open, and it follows from the others."""
    UNTOLD = "untold"
    """The text leaves out what would be needed: the year before, the whole."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a relation with the values that stand in the report."""

    verdict: Verdict
    target: Operand | None = None
    """The open operand where computable, the derived one where contradicted."""
    value: str = ""
    """What it must be, in the form and precision that its place asks for; "" where only bounds are known."""
    is_exact: bool = False
    """Whether the rounding of the other figures leaves at most one unit of the last place in doubt."""
    calculation: str = ""
    """In figures: "9.12÷13.57×100%＝67.2%", "69＞67"."""
    exceeds: bool = False
    """Whether the parts are more than the whole, which no reading of the words allows."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A value that follows for a field, for the clerk to take or leave."""

    value: str
    formula: str
    relation: Relation
    calculation: str


@dataclass(frozen=True, slots=True)
class Reckoner:
    """A report with its fields at hand, to look at many relations."""

    report: Report
    fields: Mapping[str, Field]
    _read: dict[Operand, Printed | None] = dataclass_field(default_factory=dict)
    """Figures as they stand in the report: one of them may take part in many relations."""

    @classmethod
    def of(cls, report: Report) -> Reckoner:
        """Return the reckoner of a report."""
        return cls(report, {field.id: field for field in report.fields})

    def evaluate(self, relation: Relation, *, instead: Mapping[int, str] = _NOTHING) -> Outcome:
        """Return whether a relation holds; `instead` has other values for operands, by their start."""
        if not is_complete(relation):
            return Outcome(Verdict.UNTOLD)
        known = self._known(relation, instead)
        missing = [operand for operand in relation.operands if operand not in known]
        if relation.kind is RelationKind.PART_LE_WHOLE:
            return _compare(relation, known)
        if missing:
            return self._follow(relation, missing, instead)
        if relation.kind is RelationKind.EQUAL:
            return self._compare_equals(relation, known, instead)
        target = derived_operand(relation)
        span = solve(relation, target, _spans(known))
        if span is None:
            return Outcome(Verdict.OPEN)
        if span.meets(known[target].span):
            return Outcome(Verdict.CONSISTENT)
        return self._contradiction(relation, target, known, instead)

    def reckon(self, relation: Relation, target: Operand, *, instead: Mapping[int, str] = _NOTHING) -> Outcome | None:
        """Return what one operand must be, given the others, whatever stands there; None where that is untold."""
        known = {one: value for one, value in self._known(relation, instead).items() if one != target}
        unit = unit_behind(self.report.text, target.end)
        if unit is None or len(known) < len(relation.operands) - 1:
            return None
        middle = solve(relation, target, {one: Interval.exactly(value.value) for one, value in known.items()})
        span = solve(relation, target, _spans(known))
        if middle is None or span is None or (middle.low < 0 and target.role not in _MAY_BE_NEGATIVE):
            return None
        present = None if self._is_asked(target) else read_printed(self.report, target, instead)
        places = present.places if present is not None else self._places(target, unit, known)
        like = present.text if present is not None else next(iter(known.values())).text if len(known) == 1 else ""
        value = write_figure(middle.low, unit, places, like)
        doubt = max(span.high - middle.low, middle.low - span.low)
        is_exact = doubt <= unit.scale.scaleb(-places) * _SMALL_DOUBT
        return Outcome(Verdict.COMPUTABLE, target, value, is_exact, _shown(relation, target, known, value))

    def _follow(self, relation: Relation, missing: Sequence[Operand], instead: Mapping[int, str]) -> Outcome:
        """Return what the only missing operand must be."""
        outcome = self.reckon(relation, missing[0], instead=instead) if len(missing) == 1 else None
        is_derived = missing[0] == derived_operand(relation)
        if outcome is None or not (outcome.is_exact or is_derived) or not self._is_asked(missing[0]):
            return Outcome(Verdict.OPEN)
        return outcome

    def _compare_equals(
        self, relation: Relation, known: Mapping[Operand, Printed], instead: Mapping[int, str]
    ) -> Outcome:
        """Compare figures that must be one; the odd one out is told, the last where none is."""
        lows = sorted(value.span.low for value in known.values())
        highs = sorted(value.span.high for value in known.values())
        agreeing = {
            one: bisect_right(lows, value.span.high) - bisect_left(highs, value.span.low)
            for one, value in known.items()
        }
        if min(agreeing.values()) == len(known):
            return Outcome(Verdict.CONSISTENT)
        target = min(reversed(relation.operands), key=lambda one: agreeing[one])
        best = max(known, key=lambda one: agreeing[one])
        pair = Relation(relation.kind, (best, target), relation.formula, relation.is_certain)
        return self._contradiction(pair, target, {one: known[one] for one in (best, target)}, instead)

    def _contradiction(
        self, relation: Relation, target: Operand, known: Mapping[Operand, Printed], instead: Mapping[int, str]
    ) -> Outcome:
        right = self.reckon(relation, target, instead=instead)
        if right is None:
            return Outcome(Verdict.OPEN)
        over = relation.kind is RelationKind.SUM and _parts_are_more(known, target)
        return Outcome(Verdict.CONTRADICTS, target, right.value, right.is_exact, right.calculation, over)

    def _known(self, relation: Relation, instead: Mapping[int, str]) -> dict[Operand, Printed]:
        """Return the operands that have a value; open, stale and waived fields have none."""
        known = {}
        for operand in relation.operands:
            state = self._state(operand)
            if operand.start in instead or state not in (State.OPEN, State.STALE, State.WAIVED):
                printed = self._printed(operand, instead)
                if printed is not None:
                    known[operand] = printed
        return known

    def _printed(self, operand: Operand, instead: Mapping[int, str]) -> Printed | None:
        if operand.start in instead:
            return read_printed(self.report, operand, instead)
        if operand not in self._read:
            self._read[operand] = read_printed(self.report, operand, _NOTHING)
        return self._read[operand]

    def _state(self, operand: Operand) -> State | None:
        return self.fields[operand.field_id].state if operand.field_id is not None else None

    def _is_asked(self, operand: Operand) -> bool:
        """Whether a value is still to be given."""
        return self._state(operand) in (State.OPEN, State.STALE)

    def _places(self, target: Operand, unit: Unit, known: Mapping[Operand, Printed]) -> int:
        occurrences = self.fields[target.field_id].occurrences if target.field_id is not None else ()
        marker = next((place.marker for place in occurrences if place.start == target.start), "")
        return places_wanted(marker, unit, list(known.values()))


def evaluate(relation: Relation, report: Report, *, instead: Mapping[int, str] = _NOTHING) -> Outcome:
    """Return whether a relation holds in a report; `instead` has other values for operands, by their start."""
    return Reckoner.of(report).evaluate(relation, instead=instead)


def reckon(
    relation: Relation, report: Report, target: Operand, *, instead: Mapping[int, str] = _NOTHING
) -> Outcome | None:
    """Return what one operand must be, given the others, whatever stands there; None where that is untold."""
    return Reckoner.of(report).reckon(relation, target, instead=instead)


def proposals(report: Report) -> Mapping[str, Proposal]:
    """Return values that follow for open (and stale) fields, by field id; nothing is written.

    Only certain relations propose; where two of them propose values that differ, neither is trusted.
    """
    reckoner = Reckoner.of(report)
    found: dict[str, list[tuple[Proposal, Printed]]] = {}
    for relation in find_relations(report):
        outcome = reckoner.evaluate(relation) if relation.is_certain else Outcome(Verdict.OPEN)
        if outcome.verdict is not Verdict.COMPUTABLE or outcome.target is None or outcome.target.field_id is None:
            continue
        value = read_printed(report, outcome.target, {outcome.target.start: outcome.value})
        if value is not None:
            proposal = Proposal(outcome.value, relation.formula, relation, outcome.calculation)
            found.setdefault(outcome.target.field_id, []).append((proposal, value))
    return {field_id: own[0][0] for field_id, own in found.items() if _agree(value for _, value in own)}


def _agree(values: Iterable[Printed]) -> bool:
    first, *others = values
    return all(abs(other.value - first.value) <= max(other.step, first.step) for other in others)


# --- Comparing and showing --------------------------------------------------------------------------------------------


def _spans(known: Mapping[Operand, Printed]) -> dict[Operand, Interval]:
    return {operand: printed.span for operand, printed in known.items()}


def _compare(relation: Relation, known: Mapping[Operand, Printed]) -> Outcome:
    """Compare each part with the whole."""
    whole = next((value for one, value in known.items() if one.role is OperandRole.WHOLE), None)
    parts = {one: value for one, value in known.items() if one.role is OperandRole.PART}
    if whole is not None:
        for operand, part in parts.items():
            if part.span.low > whole.span.high:
                told = f"{_with_unit(part, whole)}＞{_with_unit(whole, part)}"
                return Outcome(Verdict.CONTRADICTS, operand, calculation=told, exceeds=True)
    return Outcome(Verdict.CONSISTENT if len(known) == len(relation.operands) else Verdict.OPEN)


def _parts_are_more(known: Mapping[Operand, Printed], whole: Operand) -> bool:
    """Whether the parts of a sum are more than its whole."""
    parts = sum((value.span.low for one, value in known.items() if one != whole), Decimal(0))
    return parts > known[whole].span.high


def _shown(relation: Relation, target: Operand, known: Mapping[Operand, Printed], value: str) -> str:
    """Return the calculation of the derived operand, or of another one as what the equation gives.

    Units are told where they differ: 13000万元÷1.2亿元.
    """
    scales = {one.unit.scale for one in known.values() if one.unit.measure is Measure.QUANTITY}
    shown = {one: _named(figure) if len(scales) > 1 else figure.text for one, figure in known.items()}
    shown[target] = value
    result = shown.pop(derived_operand(relation))
    return calculation(relation, {one: shown[one] for one in relation.operands if one in shown}, result)


def _with_unit(figure: Printed, other: Printed) -> str:
    return figure.text if figure.unit.scale == other.unit.scale else _named(figure)


def _named(figure: Printed) -> str:
    return figure.text + figure.unit.text
