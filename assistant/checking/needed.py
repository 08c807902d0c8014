"""Which characters a text must hold for a pattern to match: most patterns need not be tried on most lines."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable
from typing import Any

from assistant.lexicon import frequencies

_MOST = 40
"""More characters than this, any of which would do, rule out too little."""
_COMMON = 10_000_000
"""How common digits and marks count, which the dictionary does not know."""


def needed_characters(pattern: re.Pattern[str]) -> frozenset[str] | None:
    """Return the rarest characters one of which stands in every text that a pattern matches; None where unknown."""
    try:
        parser: Any = importlib.import_module("re._parser")
        return _of_sequence(parser.parse(pattern.pattern, pattern.flags))
    except (ImportError, AttributeError, TypeError, ValueError, LookupError):
        return None  # another version of Python: all patterns are tried


def _of_sequence(parsed: Iterable[tuple[Any, Any]]) -> frozenset[str] | None:
    """Return the rarest need of the parts of a pattern that stand one after the other."""
    needs = [need for operation, value in parsed if (need := _of_part(str(operation), value))]
    return min(needs, key=_commonness, default=None)


def _of_part(operation: str, value: Any) -> frozenset[str] | None:
    if operation == "LITERAL":
        return frozenset(chr(value))
    if operation == "IN":
        return _of_class(value)
    if operation == "BRANCH":
        branches = [_of_sequence(branch) for branch in value[1]]
        return frozenset().union(*(one or () for one in branches)) if all(branches) else None
    if operation == "SUBPATTERN":
        return _of_sequence(value[3])
    if operation == "ASSERT":
        return _of_sequence(value[1])
    if operation in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and value[0] > 0:
        return _of_sequence(value[2])
    return None


def _of_class(members: Iterable[tuple[Any, Any]]) -> frozenset[str] | None:
    found: set[str] = set()
    for operation, value in members:
        if str(operation) == "LITERAL":
            found.add(chr(value))
        elif str(operation) == "RANGE" and value[1] - value[0] < _MOST:
            found.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return None
    return frozenset(found) if len(found) <= _MOST else None


def _commonness(characters: frozenset[str]) -> int:
    known = frequencies()
    return sum((known.get(one) or 1) if one >= "\u4e00" else _COMMON for one in characters)
