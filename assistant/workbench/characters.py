"""Special characters, and those that were used last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from assistant.resources import load_rules

MOST_RECENT = 16


@dataclass(frozen=True, slots=True)
class CharacterGroup:
    """Characters that belong together."""

    name: str
    characters: str


def character_groups() -> tuple[CharacterGroup, ...]:
    """Return the groups in the order in which they are shown."""
    return tuple(CharacterGroup(one["name"], one["characters"]) for one in _table()["group"])


def character_name(character: str) -> str:
    """Return what a character is for, "" where it speaks for itself."""
    name: str = _table()["names"].get(character, "")
    return name


def with_recent_character(recent: Sequence[str], character: str) -> tuple[str, ...]:
    """Return the characters used last with this one in front, once."""
    return (character, *(one for one in recent if one != character))[:MOST_RECENT]


def _table() -> dict[str, Any]:
    return load_rules("wording", "characters.toml")
