"""The sentence around a place of the text: what a clerk must read to know what is asked."""

from __future__ import annotations

import re

_FARTHEST = 1_000
"""Code points on either side of a spot; who reads a sentence that is longer is helped by its middle."""
_SENTENCE_END = re.compile("[。！？!?]+[”’）》」』)]*")


def sentence_bounds(text: str, start: int, end: int, spot: int, spot_end: int) -> tuple[int, int]:
    """Return the bounds of the sentence, within a line from `start` to `end`, that holds the spot (code points)."""
    start, end = max(start, spot - _FARTHEST), min(end, spot_end + _FARTHEST)
    for match in _SENTENCE_END.finditer(text, start, end):
        if match.end() <= spot:
            start = match.end()
        elif match.start() >= spot_end:
            return start, match.end()
    return start, end
