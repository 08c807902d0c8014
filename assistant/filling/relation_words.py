"""The words that tell relations, from `resources/filling/relations.toml`, ready to be matched."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from assistant.resources import load_rules


def words_of(section: str) -> Any:
    """Return a section of the words as it stands in the file."""
    return load_rules("filling", "relations.toml")[section]


@cache
def pattern(section: str, name: str) -> re.Pattern[str]:
    """Return one of the file's patterns, its <pieces> put in."""
    return re.compile(_with_pieces(words_of(section)[name]))


@cache
def complements() -> tuple[tuple[tuple[re.Pattern[str], ...], bool], ...]:
    """Return the sets of names that make up a whole, and whether all members must be there."""
    sets = words_of("complement")
    return tuple((tuple(map(re.compile, one["members"])), bool(one.get("all", False))) for one in sets)


@dataclass(frozen=True, slots=True)
class Event:
    """Something whose anniversaries are told."""

    name: str
    year: int
    pattern: re.Pattern[str]
    """Fits the end of the words before the number of years."""


@cache
def events() -> tuple[Event, ...]:
    """Return the events whose years everybody knows."""
    return tuple(Event(one["name"], one["year"], re.compile(f"(?:{one['told']})$")) for one in words_of("event"))


def _with_pieces(text: str) -> str:
    pieces = words_of("pieces")
    while "<" in text and (found := re.search(r"(?<!\?P)<(\w+)>", text)):
        text = text.replace(found[0], pieces[found[1]])
    return text
