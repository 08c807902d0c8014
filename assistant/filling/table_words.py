"""The words by which tables are understood, from `resources/filling/tables.toml`, ready to be matched."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from assistant.resources import load_rules


@cache
def table_pattern(*keys: str) -> re.Pattern[str]:
    """Return one of the file's patterns, the unit put in."""
    rules = load_rules("filling", "tables.toml")
    found: Any = rules
    for key in keys:
        found = found[key]
    return re.compile(str(found).replace("<unit>", rules["unit"]))


@cache
def tiers() -> tuple[tuple[re.Pattern[str], int], ...]:
    """Return which amounts a report rather tells, by their headings: (pattern, rank)."""
    return tuple(
        (re.compile(one["pattern"]), one["rank"]) for one in load_rules("filling", "tables.toml")["column"]["tiers"]
    )


@cache
def opposites() -> tuple[tuple[str, str], ...]:
    """Return pairs of words that make two names two things."""
    return tuple((one, other) for one, other in load_rules("filling", "tables.toml")["row"]["opposites"])
