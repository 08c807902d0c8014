"""Which characters a text must hold for a pattern to match: most patterns need not be tried on most lines."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from assistant.checking.runs import ask_for, commonness, pieces_of

_MOST = 40
"""More characters than this, any of which would do, rule out too little."""
_MOST_PAIRS = 200


class Sieve:
    """Patterns of which only those are tried on a text that could match there."""

    def __init__(self, patterns: Sequence[re.Pattern[str]]) -> None:
        """Take the patterns; they keep their places."""
        self._by_piece: tuple[dict[str, int], dict[str, int]] = {}, {}
        free = [0, 0]
        for place, pattern in enumerate(patterns):
            for turn, needed in enumerate(needed_pieces(pattern)):
                for piece in needed or ():
                    self._by_piece[turn][piece] = self._by_piece[turn].get(piece, 0) | 1 << place
                free[turn] |= 0 if needed else 1 << place
        self._free = free[0], free[1]
        for by_piece in self._by_piece:
            ask_for(by_piece)

    def to_try(self, text: str) -> Iterator[int]:
        """Yield the places of the patterns that may match somewhere in a text, in their order."""
        pieces = pieces_of(text)
        (first, second), (some, also) = self._by_piece, self._free
        for piece in first.keys() & pieces:
            some |= first[piece]
        for piece in second.keys() & pieces:
            also |= second[piece]
        some &= also
        while some:
            lowest = some & -some
            yield lowest.bit_length() - 1
            some ^= lowest


_Pieces = frozenset[str]
"""Characters or pairs of them of which one is needed."""


def needed_pieces(pattern: re.Pattern[str]) -> tuple[_Pieces | None, _Pieces | None]:
    """Return the rarest characters, or pairs of them, one of which stands in every text that a pattern matches.

    Twice, of other characters; None where nothing more is known to be needed.
    """
    if pattern.flags & re.IGNORECASE:
        return None, None
    try:
        parser: Any = importlib.import_module("re._parser")
        needs = [need for need in _needs(parser.parse(pattern.pattern, pattern.flags)) if need]
    except (ImportError, AttributeError, TypeError, ValueError, LookupError):
        return None, None  # another version of Python: all patterns are tried
    first = _rarest(needs)
    characters = set().union(*(first or ()))
    return first, _rarest(need for need in needs if characters.isdisjoint(set().union(*need)))


_Chain = list[frozenset[str]]
"""Characters side by side, each one of a few."""


def _needs(parsed: Iterable[tuple[Any, Any]]) -> Iterator[frozenset[str]]:
    """Yield sets of pieces of each of which one is needed."""
    chains: list[_Chain] = []
    apart: list[frozenset[str]] = []
    _walk(parsed, [], chains, apart)
    yield from apart
    for chain in chains:
        yield from chain
        for one, other in pairwise(chain):
            if len(one) * len(other) <= _MOST_PAIRS:
                yield frozenset(first + second for first in one for second in other)


def _walk(
    parsed: Iterable[tuple[Any, Any]], current: _Chain, chains: list[_Chain], apart: list[frozenset[str]]
) -> _Chain:
    """Add the chains of a sequence to those found, and return the one that what follows goes on with."""
    for code, value in parsed:
        operation = str(code)
        members = _members(operation, value)
        if members is not None:
            current.append(members)
        elif operation == "SUBPATTERN" and not value[1] and not value[2]:
            current = _walk(value[3], current, chains, apart)
        elif operation == "ASSERT" and value[0] > 0:
            chains.append(_walk(value[1], list(current), chains, apart))
        elif operation == "ASSERT" and not current:
            current = _walk(value[1], [], chains, apart)
        elif operation not in ("AT", "ASSERT_NOT", "ASSERT"):
            chains.append(current)
            current = []
            need = _need_of_part(operation, value)
            if need:
                apart.append(need)
    chains.append(current)
    return current


def _need_of_part(operation: str, value: Any) -> frozenset[str] | None:
    if operation == "BRANCH":
        branches = [_rarest(_needs(branch)) for branch in value[1]]
        return frozenset().union(*(one or () for one in branches)) if all(branches) else None
    if operation in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and value[0] > 0:
        return _rarest(_needs(value[2]))
    return None


def _members(operation: str, value: Any) -> frozenset[str] | None:
    """Return the characters that one place of a pattern may be, None for what is no place or may be too many."""
    if operation == "LITERAL":
        return frozenset(chr(value))
    found: set[str] = set()
    for member, of in value if operation == "IN" else ():
        if str(member) == "LITERAL":
            found.add(chr(of))
        elif str(member) == "RANGE" and of[1] - of[0] < _MOST:
            found.update(map(chr, range(of[0], of[1] + 1)))
        else:
            return None
    return frozenset(found) if 0 < len(found) <= _MOST else None


def _rarest(needs: Iterable[frozenset[str]]) -> frozenset[str] | None:
    return min((need for need in needs if need), key=_commonness, default=None)


def _commonness(pieces: frozenset[str]) -> float:
    return sum(map(commonness, pieces))
