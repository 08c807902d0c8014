"""Equations: what each operand of a relation is, reckoned from the others, and how that is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.filling.intervals import Interval
from assistant.report.relations import Operand, OperandRole, Relation, RelationKind

_HUNDRED = Interval.exactly(100)
_ONE = Interval.exactly(1)
# The operand that is reckoned from the others when a report is written.
_DERIVED = {
    RelationKind.SHARE: (OperandRole.PERCENT,),
    RelationKind.RATIO: (OperandRole.TIMES,),
    RelationKind.GROWTH: (OperandRole.PERCENT, OperandRole.DECLINE),
    RelationKind.INCREASE: (OperandRole.INCREASE, OperandRole.DECREASE),
    RelationKind.SUM: (OperandRole.WHOLE,),
    RelationKind.PP_CHANGE: (OperandRole.POINTS, OperandRole.POINTS_DOWN),
    RelationKind.PART_LE_WHOLE: (OperandRole.PART,),
    RelationKind.ANNIVERSARY: (OperandRole.AGE,),
}


def derived_operand(relation: Relation) -> Operand:
    """Return the operand that is reckoned from the others: the percent of a share, the total of a sum."""
    derived = relation.with_role(*_DERIVED.get(relation.kind, ()))
    return derived[0] if derived else relation.operands[-1]


def is_complete(relation: Relation) -> bool:
    """Whether the text tells every operand of the equation; 收入X亿元，增长X% leaves out the year before."""
    roles = {operand.role for operand in relation.operands}
    if relation.kind is RelationKind.SHARE or relation.kind is RelationKind.RATIO:
        return {OperandRole.PART, OperandRole.WHOLE} <= roles
    if relation.kind in (RelationKind.GROWTH, RelationKind.INCREASE, RelationKind.PP_CHANGE):
        return len(relation.operands) > 2
    return True


@dataclass(frozen=True, slots=True)
class _Values:
    """The known operands of a relation by role, falls as negative growth."""

    relation: Relation
    known: Mapping[Operand, Interval]

    def of(self, *roles: OperandRole) -> Interval:
        operand = next(one for one in self.relation.operands if one.role in roles)
        return _signed(operand, self.known[operand])

    def has(self, *roles: OperandRole) -> bool:
        return any(one.role in roles for one in self.known)


def _signed(operand: Operand, value: Interval) -> Interval:
    falls = (OperandRole.DECLINE, OperandRole.DECREASE, OperandRole.POINTS_DOWN)
    return -value if operand.role in falls else value


def solve(relation: Relation, target: Operand, known: Mapping[Operand, Interval]) -> Interval | None:
    """Return what `target` must be, given all other operands; None where that cannot be told."""
    values = _Values(relation, known)
    try:
        found = _reckon(relation, target, values)
    except (ZeroDivisionError, ArithmeticError, StopIteration, KeyError):
        return None
    return _signed(target, found) if found is not None else None


def _reckon(relation: Relation, target: Operand, values: _Values) -> Interval | None:
    kind = relation.kind
    if kind in (RelationKind.SHARE, RelationKind.RATIO):
        return _share(target, values)
    if kind is RelationKind.GROWTH:
        return _yearly_growth(target, values) if _is_yearly(relation) else _growth(target, values)
    if kind is RelationKind.INCREASE:
        return _difference(target, values, (OperandRole.AMOUNT,), (OperandRole.BASE,))
    if kind is RelationKind.PP_CHANGE:
        return _difference(target, values, (OperandRole.PERCENT,), (OperandRole.BASE,))
    if kind is RelationKind.SUM:
        return _sum(relation, target, values)
    if kind is RelationKind.ANNIVERSARY:
        since = Interval.exactly(relation.since)
        is_age = target.role is OperandRole.AGE
        return values.of(OperandRole.AMOUNT_YEAR) - since if is_age else values.of(OperandRole.AGE) + since
    if kind is RelationKind.EQUAL:
        return next(value for operand, value in values.known.items() if operand is not target)
    return None


def _share(target: Operand, values: _Values) -> Interval:
    factor = _ONE if values.relation.kind is RelationKind.RATIO else _HUNDRED
    quotient = (OperandRole.TIMES, OperandRole.PERCENT)
    if target.role is OperandRole.PART:
        return values.of(OperandRole.WHOLE) * values.of(*quotient) / factor
    if target.role is OperandRole.WHOLE:
        return values.of(OperandRole.PART) / values.of(*quotient) * factor
    return values.of(OperandRole.PART) / values.of(OperandRole.WHOLE) * factor


def _growth(target: Operand, values: _Values) -> Interval:
    """Reckon one of amount, base or increase, and rate; each stands once in the term, so no width is made up."""
    rate = (OperandRole.PERCENT, OperandRole.DECLINE)
    change = (OperandRole.INCREASE, OperandRole.DECREASE)
    if target.role in rate:
        if values.has(OperandRole.BASE):
            return (values.of(OperandRole.AMOUNT) / values.of(OperandRole.BASE) - _ONE) * _HUNDRED
        return _HUNDRED / (values.of(OperandRole.AMOUNT) / values.of(*change) - _ONE)
    if target.role in change:
        return values.of(OperandRole.AMOUNT) / (_ONE + _HUNDRED / values.of(*rate))
    if target.role is OperandRole.BASE:
        return values.of(OperandRole.AMOUNT) / (_ONE + values.of(*rate) / _HUNDRED)
    if values.has(OperandRole.BASE):
        return values.of(OperandRole.BASE) * (_ONE + values.of(*rate) / _HUNDRED)
    return values.of(*change) * (_ONE + _HUNDRED / values.of(*rate))


def _is_yearly(relation: Relation) -> bool:
    return bool(relation.with_role(OperandRole.BASE_YEAR))


def _yearly_growth(target: Operand, values: _Values) -> Interval | None:
    years = values.of(OperandRole.AMOUNT_YEAR).low - values.of(OperandRole.BASE_YEAR).low
    if years <= 0 or target.role in (OperandRole.AMOUNT_YEAR, OperandRole.BASE_YEAR):
        return None
    if target.role in (OperandRole.PERCENT, OperandRole.DECLINE):
        whole = values.of(OperandRole.AMOUNT) / values.of(OperandRole.BASE)
        return (whole.power(1 / years) - _ONE) * _HUNDRED
    factor = (_ONE + values.of(OperandRole.PERCENT, OperandRole.DECLINE) / _HUNDRED).power(years)
    if target.role is OperandRole.BASE:
        return values.of(OperandRole.AMOUNT) / factor
    return values.of(OperandRole.BASE) * factor


def _difference(
    target: Operand, values: _Values, later: tuple[OperandRole, ...], earlier: tuple[OperandRole, ...]
) -> Interval:
    change = (OperandRole.INCREASE, OperandRole.DECREASE, OperandRole.POINTS, OperandRole.POINTS_DOWN)
    if target.role in change:
        return values.of(*later) - values.of(*earlier)
    if target.role in later:
        return values.of(*earlier) + values.of(*change)
    return values.of(*later) - values.of(*change)


def _sum(relation: Relation, target: Operand, values: _Values) -> Interval:
    parts = [one for one in relation.with_role(OperandRole.PART) if one != target]
    total = Interval.exactly(0)
    for part in parts:
        total += values.known[part]
    return total if target.role is OperandRole.WHOLE else values.of(OperandRole.WHOLE) - total


def calculation(relation: Relation, printed: Mapping[Operand, str], value: str) -> str:
    """Return how the derived operand is reckoned, in figures: 9.12÷13.57×100%＝67.2%."""
    by_role: dict[OperandRole, list[str]] = {}
    for operand, text in printed.items():
        by_role.setdefault(operand.role, []).append(text)
    first = {role: texts[0] for role, texts in by_role.items()}
    if relation.kind is RelationKind.SUM:
        return f"{'＋'.join(by_role[OperandRole.PART])}＝{value}"
    if relation.kind is RelationKind.EQUAL:
        return f"{next(iter(first.values()))}＝{value}"
    if relation.kind is RelationKind.ANNIVERSARY:
        age, year = first.get(OperandRole.AGE), first.get(OperandRole.AMOUNT_YEAR)
        return f"{year}－{relation.since}＝{value}" if year is not None else f"{relation.since}＋{age}＝{value}"
    return _written(relation, first, value)


def _written(relation: Relation, first: Mapping[OperandRole, str], value: str) -> str:
    change = first.get(OperandRole.INCREASE) or first.get(OperandRole.DECREASE)
    amount, base = first.get(OperandRole.AMOUNT), first.get(OperandRole.BASE)
    whole, part = first.get(OperandRole.WHOLE), first.get(OperandRole.PART)
    if relation.kind is RelationKind.SHARE:
        return f"{part}÷{whole}×100%＝{value}%"
    if relation.kind is RelationKind.RATIO:
        return f"{part}÷{whole}＝{value}"
    if relation.kind is RelationKind.PP_CHANGE:
        return _subtraction(first[OperandRole.PERCENT], base or "", value, relation.with_role(OperandRole.POINTS_DOWN))
    if relation.kind is RelationKind.INCREASE:
        return _subtraction(amount or "", base or "", value, relation.with_role(OperandRole.DECREASE))
    if _is_yearly(relation):
        years = f"{first.get(OperandRole.AMOUNT_YEAR)}－{first.get(OperandRole.BASE_YEAR)}"
        return f"［（{amount}÷{base}）^（1÷（{years}））－1］×100%＝{value}%"
    if base is None:
        mark = "＋" if relation.with_role(OperandRole.DECREASE) else "－"
        return f"{change}÷（{amount}{mark}{change}）×100%＝{value}%"
    top = f"{base}－{amount}" if relation.with_role(OperandRole.DECLINE) else f"{amount}－{base}"
    return f"（{top}）÷{base}×100%＝{value}%"


def _subtraction(later: str, earlier: str, value: str, falls: Sequence[Operand]) -> str:
    return f"{earlier}－{later}＝{value}" if falls else f"{later}－{earlier}＝{value}"
