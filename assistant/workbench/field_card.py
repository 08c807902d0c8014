"""What a field's card tells where the pointer rests on it: name, kind, unit, places, source, relations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.report.fields import State
from assistant.report.model import Report
from assistant.workbench.sentences import kind_word, sentence, state_word
from assistant.workbench.working import WorkingReport, has_suggested_links

LONGEST_TEXT = 60_000
"""Characters up to which relations are told."""
_MOST_FORMULAS = 4


@dataclass(frozen=True, slots=True)
class FieldCard:
    """The lines of a card."""

    label: str
    about: str
    """Kind, unit and state."""
    value: str
    """What it holds, or an answer that did not fit; "" for none."""
    lines: tuple[str, ...]
    """Places, source, note and relations, each with its name."""


def formulas_of(report: Report) -> Mapping[str, tuple[str, ...]]:
    """Return the relations of a report in its own words, by the ids of the fields in them."""
    if len(report.text) > LONGEST_TEXT:
        return {}
    from assistant.filling.relations import find_relations  # not before it is wanted: the start is short

    found: dict[str, list[str]] = {}
    for relation in find_relations(report):
        for field_id in {one.field_id for one in relation.operands if one.field_id is not None}:
            if relation.formula not in found.setdefault(field_id, []):
                found[field_id].append(relation.formula)
    return {field_id: tuple(own[:_MOST_FORMULAS]) for field_id, own in found.items()}


def field_card(working: WorkingReport, field_id: str, formulas: Mapping[str, tuple[str, ...]]) -> FieldCard | None:
    """Return the card of a field, or None where the report has none with this id."""
    field = next((one for one in working.report.fields if one.id == field_id), None)
    if field is None:
        return None
    about = [
        kind_word(field.kind),
        *([sentence("card.unit", unit=field.unit)] if field.unit else []),
        state_word(field.state),
    ]
    lines = []
    if len(field.occurrences) > 1:
        told = "card.places_guessed" if has_suggested_links(field) else "card.places"
        lines.append(sentence(told, count=len(field.occurrences)))
    if field.state is State.OPEN and field.value:
        lines.append(sentence("card.misfit"))
    lines += [sentence("card.source", source=field.source)] if field.source else []
    lines += [sentence("card.note", note=field.note)] if field.note else []
    lines += [sentence("card.relation", formula=formula) for formula in formulas.get(field_id, ())]
    return FieldCard(field.label, " · ".join(about), field.value, tuple(lines))
