"""Totals: A、B和C合计D, and what is left when a number of things is merged: 将A整合为B，压减C."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.filling.figure_names import shared_names
from assistant.filling.figures import Figure, Measure, Passage
from assistant.filling.relation_formulas import parts_formula, tie
from assistant.filling.relation_words import pattern
from assistant.report.numbering import numeral_value
from assistant.report.relations import OperandRole, Relation, RelationKind

MOST_PARTS = 40
"""A total is held against so many figures in front of it, no more."""


def find_totals(passage: Passage) -> Iterator[Relation]:
    """Yield the sums that the words of a total or of a merger tell."""
    for index, figure in enumerate(passage):
        if figure.measure is not Measure.QUANTITY:
            continue
        parts = _summed(passage, index)
        if parts:
            sure = pattern("total", "sure").search(figure.words) is not None
            names = shared_names(parts[0], len(parts))
            in_one_breath = told_in_one_breath(parts)
            yield _sum(figure, parts, names, is_certain=sure and in_one_breath)
        elif is_merger(passage, index):
            yield _sum(passage[index - 2], [passage[index - 1], figure], (), is_certain=True)


def _sum(whole: Figure, parts: Sequence[Figure], names: Sequence[str], *, is_certain: bool) -> Relation:
    members = [(OperandRole.WHOLE, whole), *((OperandRole.PART, part) for part in parts)]
    told = parts_formula(whole, parts, names, joined=True)
    return tie(RelationKind.SUM, members, told, is_certain=is_certain)


def _summed(passage: Passage, index: int) -> list[Figure]:
    """Return the list of figures right before a total, as many as the total says there are."""
    total = passage[index]
    told = pattern("total", "words").fullmatch(total.words)
    if told is None:
        return []
    run: list[Figure] = []
    for figure in reversed(passage[max(0, index - MOST_PARTS) : index]):
        if not figure.is_like(total) or figure.sentence != total.sentence or (run and not _is_listed(run[-1])):
            break
        if _is_sure_total(figure):
            break
        run.append(figure)
    run.reverse()
    count = numeral_value(told["count"] or "")
    if count is not None:
        return run[-count:] if len(run) >= count else []
    is_sure = pattern("total", "sure").search(total.words) is not None
    return run if len(run) > 1 and (is_sure or told_in_one_breath(run)) else []


def _is_sure_total(figure: Figure) -> bool:
    told = pattern("total", "words").fullmatch(figure.words)
    return told is not None and pattern("total", "sure").search(figure.words) is not None


def told_in_one_breath(parts: Sequence[Figure]) -> bool:
    """Whether a list is joined by 、 or 和 alone; behind a comma something else may begin."""
    return all(part.gap.startswith(("、", "和", "及", "与")) for part in parts[1:])


def _is_listed(figure: Figure) -> bool:
    return pattern("total", "gap").match(figure.gap) is not None


def is_merger(passage: Passage, index: int) -> bool:
    """Whether the figure is what a merger did away with: 将A整合为B，压减C."""
    if index < 2:
        return False
    whole, left, gone = passage[index - 2 : index + 1]
    return (
        whole.is_like(left)
        and left.is_like(gone)
        and whole.sentence == gone.sentence
        and pattern("merging", "from").search(whole.words) is not None
        and pattern("merging", "to").search(left.gap) is not None
        and pattern("merging", "rest").fullmatch(gone.words) is not None
    )
