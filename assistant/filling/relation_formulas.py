"""Relations put together: operands from figures, and the formula in the report's own words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.filling.figure_names import name_of
from assistant.filling.figures import Figure
from assistant.filling.relation_words import words_of
from assistant.report.relations import Operand, OperandRole, Relation, RelationKind

Member = tuple[OperandRole, Figure]


def tie(
    kind: RelationKind,
    members: Sequence[Member],
    formula: str,
    *,
    is_certain: bool = True,
    years: Sequence[tuple[OperandRole, Figure]] = (),
) -> Relation:
    """Return the relation of these figures; of those in `years` the year told before them takes part as well."""
    operands = [Operand(figure.start, figure.end, role, figure.field_id) for role, figure in members]
    for role, figure in years:
        if figure.year is not None:
            start, end, field_id = figure.year
            operands.append(Operand(start, end, role, field_id))
    return Relation(kind, tuple(sorted(operands, key=lambda one: one.start)), formula, is_certain)


def formula(template: str, names: Mapping[str, str]) -> str:
    """Return one of the formulas of relations.toml with names put in."""
    shown = {role: name or role_name(role) for role, name in names.items()}
    return str(words_of("formulas")[template]).format_map(shown)


def role_name(role: str) -> str:
    """Return what a figure is called whose own clause does not name it."""
    return str(words_of("role_names").get(role, ""))


def parts_formula(whole: Figure, parts: Sequence[Figure], names: Sequence[str] = (), *, joined: bool) -> str:
    """Return 总数＝甲＋乙 (joined) or 甲、乙≤总数."""
    own = list(names) if len(names) == len(parts) else [name_of(part) for part in parts]
    default = role_name("part")
    numbered = [name or f"{default}{number}" for number, name in enumerate(own, 1)]
    total = name_of(whole) or role_name("whole")
    return f"{total}＝{'＋'.join(numbered)}" if joined else f"{'、'.join(numbered)}≤{total}"
