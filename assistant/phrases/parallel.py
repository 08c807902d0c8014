"""Parallel stretches: like clauses and like items side by side, cut free from what stands before and behind them.

What may stand at a cut is told by `resources/phrases/forms.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby, islice, pairwise

from assistant.resources import load_rules

_SHORTEST, _LONGEST = 3, 16
_SAYING, _SHORT = 4, 8
_MOST_IN_A_ROW = 48


def parallel_groups(clauses: Sequence[str]) -> Iterator[str]:
    """Yield the longest runs of neighbouring clauses of like length; very long ones by like clauses, too.

    The first clause may be longer, where its end begins like the next one: 使成员各负其责，各尽其职.
    """
    for run in _runs(clauses):
        yield "，".join(run)
        if sum(map(len, run)) > _MOST_IN_A_ROW:
            pieces = (list(piece) for _mark, piece in groupby(run, key=lambda clause: clause.find("、")))
            yield from ("，".join(piece) for piece in pieces if len(piece) > 1)
    for one, other in pairwise(clauses):
        length = len(other)
        if len(one) > length and _SAYING <= length <= _SHORT and one[-length] == other[0] != one[0]:
            yield f"{one[-length:]}，{other}"


def parallel_lists(clause: str) -> Iterator[str]:
    """Yield the lists of like items parted by 、 in a clause, without what stands before and behind the list."""
    items = clause.split("、")
    if len(items) < 3:
        yield from _pair(*items) if len(items) == 2 else ()
        return
    items[0] = _end_like(items[0], items[1], is_sure=len(items) > 3)
    items[-1] = _beginning_like(items[-1], items[-2], is_sure=len(items) > 3)
    for run in _runs(items):
        yield "、".join(run)
    for index, (one, other) in enumerate(pairwise(items[1:]), 2):
        # 各股室主要负责同志率先垂范、带头推进
        if len(one) > len(other) + 2 and (end := _end_like(one, other)) != one:
            yield from ("、".join(run) for run in islice(_runs([end, *items[index:]]), 1))


def _pair(one: str, other: str) -> Iterator[str]:
    """Yield two items that are alike, cut at one end: 切实做到级级负责、层层有责; sayings, at both."""
    beginning = one.rfind(other[:2])
    length = len(one) - beginning
    if beginning > 0 and _SAYING <= length <= _SHORT and length < len(other) and _behind().match(other[length:]):
        # 继续保持稳中有进、稳中提质的良好势头
        yield f"{one[beginning:]}、{other[:length]}"
        return
    if len(one) > len(other):
        one = _end_like(one, other)
    elif len(one) < len(other):
        other = _beginning_like(other, one)
    elif len(one) > _LONGEST:
        return
    if len(one) == len(other) >= _SHORTEST:
        yield f"{one}、{other}"


def _end_like(longer: str, item: str, *, is_sure: bool = False) -> str:
    """Return the end of the first item of a list that is like the second one, all of it where it has none."""
    begins_alike = longer[longer.rfind(item[:2]) :] if item[:2] in longer else ""
    if len(item) >= _SAYING and abs(len(begins_alike) - len(item)) <= 2:
        return begins_alike
    head, end = longer[: -len(item)], longer[-len(item) :]
    if "{" in end:
        return longer
    if not head or not item or not (_is_sure_cut(head, is_sure) or _are_alike(end, item) or _before().search(head)):
        return longer
    return end


def _beginning_like(longer: str, item: str, *, is_sure: bool = False) -> str:
    """Return the beginning of the last item of a list that is like the one before, all of it where it has none."""
    beginning, rest = longer[: len(item)], longer[len(item) :]
    is_free = _is_sure_cut(rest, is_sure) or (len(rest) > 1 and _are_alike(beginning, item))
    return beginning if rest and item and (is_free or _behind().match(rest)) else longer


def _is_sure_cut(rest: str, is_sure: bool) -> bool:
    """Tell whether a long list may be cut there anyhow; a single character belongs to its item: 可看、可交流."""
    return is_sure and len(rest) > 1 and "{" not in rest


def _are_alike(one: str, other: str) -> bool:
    """Tell whether two stretches of the same length begin alike, or share a third of their characters."""
    if not one:
        return False
    if (one[0] == other[0] and len(one) <= _SHORT) or (len(one) <= _SAYING and one[-1] == other[-1]):
        return True
    same = sum(first == second for first, second in zip(one, other, strict=True))
    return same > 1 and same * 3 >= len(one)


def _runs(items: Sequence[str]) -> Iterator[list[str]]:
    first = 0
    while first < len(items) - 1:
        last = first + 1
        while last < len(items) and _are_parallel(items[last - 1], items[last]):
            last += 1
        run = items[first:last]
        if len(run) > 1 and (len(run) > 2 or len(run[0]) >= _SHORTEST):
            yield list(run)
        first = max(last, first + 1)


def _are_parallel(one: str, other: str) -> bool:
    if len(one) == len(other):
        return _SHORTEST <= len(one) <= _LONGEST or (len(one) == 2 and (one[0] == other[0] or one[1] == other[1]))
    same = 2 if min(len(one), len(other)) >= _SAYING else 1
    return abs(len(one) - len(other)) <= same and one[:same] == other[:same]


@cache
def _before() -> re.Pattern[str]:
    return re.compile(load_rules("phrases", "forms.toml")["cut"]["before"])


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(load_rules("phrases", "forms.toml")["cut"]["behind"])
