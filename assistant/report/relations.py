"""Relations: what a report's own wording says about how its figures hang together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class RelationKind(StrEnum):
    """How the operands of a relation hang together."""

    SHARE = "share"
    """percent = part ÷ whole."""
    RATIO = "ratio"
    """times = part ÷ whole."""
    GROWTH = "growth"
    """percent = increase ÷ base, where amount = base + increase; per year where years are operands."""
    INCREASE = "increase"
    """amount = base + increase."""
    SUM = "sum"
    """whole = all parts together."""
    PART_LE_WHOLE = "part_le_whole"
    """Each part ≤ whole; nothing is said of the parts together."""
    PP_CHANGE = "pp_change"
    """points = percent - base percent."""
    EQUAL = "equal"
    """All operands are one value."""
    ANNIVERSARY = "anniversary"
    """age = year - the year in which the event happened (`since`), which the text need not tell."""


class OperandRole(StrEnum):
    """What an operand is in its relation."""

    PART = "part"
    WHOLE = "whole"
    AMOUNT = "amount"
    BASE = "base"
    INCREASE = "increase"
    DECREASE = "decrease"
    """An increase that the text tells as a decrease: 减收, 下降."""
    PERCENT = "percent"
    DECLINE = "decline"
    """A growth rate that the text tells as a decline: 下降X%."""
    POINTS = "points"
    POINTS_DOWN = "points_down"
    TIMES = "times"
    AMOUNT_YEAR = "amount_year"
    BASE_YEAR = "base_year"
    SAME = "same"
    AGE = "age"
    """How many years ago it was: 成立100周年."""


@dataclass(frozen=True, slots=True)
class Operand:
    """A figure of the text that takes part in a relation."""

    start: int
    """First code point in the report's text; the unit is not part of the span."""
    end: int
    role: OperandRole
    field_id: str | None
    """None for a figure that is plain text."""


@dataclass(frozen=True, slots=True)
class Relation:
    """Figures of a report that the wording ties together; at least two, at least one of them a field."""

    kind: RelationKind
    operands: tuple[Operand, ...]
    formula: str
    """In the report's own words: "税收收入÷一般公共预算收入×100%＝占比"."""
    is_certain: bool = True
    """Whether the wording leaves no other reading; else a reader would suppose so, and nothing is proposed from it."""

    since: int = 0
    """The year that an anniversary counts from."""

    def with_role(self, *roles: OperandRole) -> tuple[Operand, ...]:
        """Return the operands that have one of these roles, in order."""
        return tuple(operand for operand in self.operands if operand.role in roles)
