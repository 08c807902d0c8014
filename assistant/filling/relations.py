"""Relations between the figures of a report, found from its wording."""

from __future__ import annotations

from assistant.filling.figure_names import by_name
from assistant.filling.figures import read_figures
from assistant.filling.parts import find_parts
from assistant.filling.ratios import find_ratios
from assistant.filling.repeats import find_repeats
from assistant.report.model import Report
from assistant.report.relations import Relation


def find_relations(report: Report, *, between_plain: bool = False) -> tuple[Relation, ...]:
    """Return the relations that the report's wording tells, in the order of their first figures.

    What follows only from knowing the trade (tax is part of total revenue) is not found. Open and filled
    fields are treated alike, so filling a report changes none of its relations. `between_plain` adds those of
    figures that no field holds: all of them in a report that came finished.
    """
    passages, years = read_figures(report)
    named = by_name(passages)
    found: list[Relation] = []
    for passage in passages:
        if len(passage) > 1 and (between_plain or any(figure.field_id is not None for figure in passage)):
            parts = find_parts(passage, named)
            found += parts.relations
            found += find_ratios(passage, named, parts.whole_of)
    found += find_repeats(passages, years)
    return tuple(sorted(_told_once(found, between_plain), key=lambda relation: relation.operands[0].start))


def _told_once(found: list[Relation], between_plain: bool) -> list[Relation]:
    """Return the relations that tie at least two values, a field's among them if asked; of equal ones the surer."""
    kept: dict[object, Relation] = {}
    for relation in found:
        values = {operand.field_id or operand.start for operand in relation.operands}
        is_plain = all(operand.field_id is None for operand in relation.operands)
        if len(values) < 2 or (is_plain and not between_plain):
            continue
        key = (relation.kind, frozenset(operand.start for operand in relation.operands))
        if key not in kept or (relation.is_certain and not kept[key].is_certain):
            kept[key] = relation
    return list(kept.values())
