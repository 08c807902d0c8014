"""Stretches of reports, one a line, so that a pattern is looked for in thousands of them in one go."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from operator import itemgetter


def stretch_pattern(source: str) -> re.Pattern[str]:
    """Return a pattern of the rules for `Stretches`: it never reaches beyond the end of a stretch.

    A leading ^ belongs to all of the pattern. It becomes the line end before the stretch, which is found many times
    faster than the beginning of a line.
    """
    if source.startswith("^"):
        source = "\n" + source.removeprefix("^")
    return re.compile(source.replace("[^", "[^\n"), re.MULTILINE)


class Stretches:
    """Stretches that patterns are looked for in; they hold no line ends."""

    def __init__(self, stretches: Sequence[str]) -> None:
        """Put them together."""
        self.each = stretches
        self.text = "\n" + "\n".join(stretches)
        self._starts = list(accumulate(map((1).__add__, map(len, stretches)), initial=0))

    def holding(self, pattern: re.Pattern[str]) -> set[int]:
        """Return the indices of the stretches in which a pattern of `stretch_pattern` is found."""
        starts = self._starts
        return {bisect_right(starts, found.start()) - 1 for found in pattern.finditer(self.text)}

    def places_of(self, pattern: re.Pattern[str]) -> Iterator[tuple[int, re.Match[str]]]:
        """Yield the places of a pattern of `stretch_pattern`, each with the index of its stretch."""
        for found in pattern.finditer(self.text):
            yield bisect_right(self._starts, found.start()) - 1, found

    def by_stretch(self, places: Iterable[tuple[int, str]]) -> list[tuple[int, Counter[str]]]:
        """Return what was found at places of the text by the index of its stretch, and how often it was found there."""
        found: dict[int, Counter[str]] = {}
        for at, what in places:
            found.setdefault(bisect_right(self._starts, at) - 1, Counter())[what] += 1
        return sorted(found.items(), key=itemgetter(0))
