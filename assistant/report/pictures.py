"""Pictures: each stands in the text as one sign, U+FFFC, and keeps its bytes beside it."""

from __future__ import annotations

import re
import struct
from collections.abc import Sequence
from dataclasses import dataclass

PICTURE_SIGN = "\ufffc"
"""The character for an object in the text (Unicode: OBJECT REPLACEMENT CHARACTER)."""

MOST_PIXELS = 200_000_000
"""Of all pictures of a report together, as `pixels_to_unpack` counts them; so many take seconds to unpack."""
# Where width and height stand, and how.
_HEADS = {"png": (16, ">II"), "gif": (6, "<HH"), "bmp": (18, "<ii")}
_JPEG_FRAME = re.compile(
    rb"\xff[\xc0-\xc3\xc5-\xc7\xc9-\xcb\xcd-\xcf]\x00[\x0b-\x17]\x08(..)(..)[\x01-\x04]", re.DOTALL
)
_LONGEST_HEAD = 1 << 20
_SHARE_OF_JPEG = 8
"""A JPEG is unpacked in the size in which it is shown."""


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


def pixels_to_unpack(data: bytes, kind: str) -> int:
    """Return how many pixels a picture makes a reader unpack, as its head says; 0 where it does not say."""
    head = _HEADS.get(kind)
    if head is not None:
        place, form = head
        if len(data) < place + struct.calcsize(form):
            return 0
        width, height = struct.unpack_from(form, data, place)
        return int(abs(width * height))
    frame = _JPEG_FRAME.search(data[:_LONGEST_HEAD]) if kind == "jpeg" else None
    if frame is None:
        return 0
    return int.from_bytes(frame[1], "big") * int.from_bytes(frame[2], "big") // _SHARE_OF_JPEG
