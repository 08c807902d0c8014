"""Ranking: what form, frequency and number of reports make of a phrase together."""

from __future__ import annotations

import math

from assistant.resources import load_rules

_PINNED = 100.0
_USED = 0.5


def rank_score(points: float, times: int, documents: int, pinned: int, used: int) -> float:
    """Return the score of a phrase from the points of its form, where and how often it was found, and its use."""
    worth = load_rules("phrases", "forms.toml")["points"]
    seen = float(worth["every_time"]) * math.log2(times) + float(worth["every_document"]) * (documents - 1)
    return points + min(seen, 6.0) + _USED * math.log2(1 + used) + (_PINNED if pinned else 0.0)


def listing_floor() -> float:
    """Return the score below which a phrase is not listed."""
    return float(load_rules("phrases", "forms.toml")["points"]["floor"])


def section_fit(section: str, heading: str) -> float:
    """Return how well a heading that a phrase came from fits the heading `section`: 0 to 2 points."""
    pairs = {section[i : i + 2] for i in range(len(section) - 1)}
    if not pairs:
        return 0.0
    return 2.0 * len(pairs & {heading[i : i + 2] for i in range(len(heading) - 1)}) / len(pairs)
