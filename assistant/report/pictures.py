"""Pictures: each stands in the text as one sign, U+FFFC, and keeps its bytes beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

PICTURE_SIGN = "\ufffc"
"""The character for an object in the text (Unicode: OBJECT REPLACEMENT CHARACTER)."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture; the n-th of a report belongs to the n-th sign in its text."""

    data: bytes
    kind: str
    """png, jpeg, gif, bmp, tiff, emf or wmf."""
    width_mm: float
    height_mm: float
    description: str = ""
    """What it shows, for those who cannot see it."""
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    """What is cut away on the left, top, right and bottom, as shares of the whole."""


def pictures_after(text: str, pictures: Sequence[Picture], start: int, end: int) -> tuple[Picture, ...]:
    """Return the pictures that are left when the code points from `start` up to `end` are gone."""
    if not pictures:
        return ()
    first = text.count(PICTURE_SIGN, 0, start)
    behind = first + text.count(PICTURE_SIGN, start, end)
    return (*pictures[:first], *pictures[behind:])
