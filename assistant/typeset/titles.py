"""Titles longer than a line, broken where a reader would breathe: no word is split, and the lines make a shape.

Source: GB/T 9704-2012 7.3.1 (words whole, lines symmetric, trapezium or rhomb); reference layout-rules 6.9.
"""

from __future__ import annotations

import functools
import importlib
import re
import unicodedata
from collections.abc import Sequence
from itertools import combinations, pairwise
from math import ceil
from typing import Any, NamedTuple

from assistant.resources import load_rules

_REACH = 220
_NEARLY_FULL = 1.0
"""Characters that a nearly full line has free at most."""
_MOST_LINES = 4
_NESTED = 6.0
"""What a break inside 《》 or （） costs, in characters of imbalance."""
_BAD, _GOOD, _FLAT = 5.0, 2.0, 4.0
_STEP = 3.0
"""By how much neighbouring lines differ at best, in characters."""


class _Candidate(NamedTuple):
    offset: int
    cost: float


@functools.lru_cache(maxsize=256)
def title_breaks(title: str, capacity: float) -> tuple[int, ...]:
    """Return the code points of `title` at which its further lines begin; () where it fits into one line.

    `capacity` is the width of a line in Chinese characters. Where words leave no way to keep to it, the line breaking
    of the program that draws the title decides, and () is returned.
    """
    widths = _offsets(title)
    if widths[-1] <= capacity:
        return ()
    candidates = _candidates(title)
    fewest = ceil(widths[-1] / capacity)
    for count in range(fewest, min(fewest + 1, _MOST_LINES) + 1):
        best = _best(widths, candidates, count, capacity)
        if best is not None:
            return best
    return ()


def title_reach(title: str, capacity: float) -> int:
    """Return by how many twips the lines of a title may reach into each margin, 0 where none is nearly full.

    Lines are chosen without the gaps that are drawn between digits and Chinese, by LibreOffice always: a full line
    must not break once more. `capacity` is as for `title_breaks`.
    """
    width = _offsets(title)[-1]
    is_nearly_full = capacity - _NEARLY_FULL < width <= capacity
    return _REACH if is_nearly_full or title_breaks(title, capacity) else 0


def _offsets(title: str) -> list[float]:
    """Return the width of every beginning of the title, the whole one last."""
    widths = [0.0]
    for character in title:
        wide = unicodedata.east_asian_width(character) in "WFA"
        widths.append(widths[-1] + (1.0 if wide else 0.7 if character.isupper() else 0.5))
    return widths


def _best(
    widths: Sequence[float], candidates: Sequence[_Candidate], count: int, capacity: float
) -> tuple[int, ...] | None:
    best: tuple[float, tuple[int, ...]] | None = None
    for chosen in combinations(candidates, count - 1):
        offsets = (0, *(one.offset for one in chosen), len(widths) - 1)
        lines = [widths[behind] - widths[start] for start, behind in pairwise(offsets)]
        if max(lines) > capacity or min(lines) < _rules()["shortest"]:
            continue
        cost = sum(one.cost for one in chosen) + _shape_cost(lines)
        if best is None or cost < best[0]:
            best = (cost, offsets[1:-1])
    return None if best is None else best[1]


def _shape_cost(lines: Sequence[float]) -> float:
    """Return how far the lines are from a shape: growing downwards, or longest in the middle."""
    growing = sum(_step_cost(behind - line) for line, behind in pairwise(lines))
    if len(lines) == 2:
        shrinking = 2.0 + _step_cost(lines[0] - lines[1])
        return min(growing, shrinking)
    middle = len(lines) // 2
    rhomb = sum(
        _step_cost(behind - line if number < middle else line - behind)
        for number, (line, behind) in enumerate(pairwise(lines))
    )
    return min(growing, rhomb + abs(lines[0] - lines[-1]) / 2)


def _step_cost(step: float) -> float:
    """Return the cost of a line that is longer than its neighbour by `step`, which it should be."""
    return abs(step - _STEP) + (_FLAT if step < 1 else 0)


def _candidates(title: str) -> list[_Candidate]:
    together = {
        offset for found in re.finditer(_rules()["together"], title) for offset in range(found.start() + 1, found.end())
    }
    found = []
    words = _words(title)
    offset = 0
    for word, behind in pairwise(words):
        offset += len(word)
        if offset not in together and not _is_forbidden(word, behind):
            found.append(_Candidate(offset, _break_cost(title[:offset], word, behind)))
    return found


def _is_forbidden(word: str, behind: str) -> bool:
    rules = _rules()
    if behind[0] in rules["head_never"] or word[-1] in rules["end_never"]:
        return True
    # a lone character belongs to the word in front of it: 工作|会, 示范|区
    return len(behind) == 1 and behind not in rules["head_badly"] + rules["head_well"] and "一" <= behind <= "龥"


def _break_cost(before: str, word: str, behind: str) -> float:
    rules = _rules()
    cost = 0.0
    if before.count("《") > before.count("》") or before.count("（") > before.count("）"):
        cost += _NESTED
    if word in rules["end_badly"]:
        cost += _BAD
    elif word[-1] in rules["end_well"]:
        cost -= _GOOD
    if behind in rules["head_badly"]:
        cost += _BAD
    elif behind in rules["head_well"] or behind[0] in rules["end_never"]:
        cost -= _GOOD
    return cost


def _words(title: str) -> Sequence[str]:
    """Return the title's words as jieba cuts them."""
    # imported here: most titles fit into a line, and the dictionary takes as long as the rest of an export
    lexicon: Any = importlib.import_module("assistant.lexicon")
    words: Sequence[str] = lexicon.cut_words(title)
    return words


def _rules() -> dict[str, Any]:
    return load_rules("typeset", "titles.toml")
