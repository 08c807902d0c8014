"""What all rules about words ask of a line: its runs of Chinese with their words, and its pairs of characters.

Each is worked out once for a line, not by every rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from functools import lru_cache
from itertools import chain
from operator import add
from typing import NamedTuple

from assistant.checking.lines import HAN
from assistant.checking.words_of import cut
from assistant.lexicon import ALL_FREQUENCIES, frequencies

_RUN = re.compile(f"[{HAN}]+")
_PAIR = 2
_COMMON = 10_000_000.0
"""How common digits and marks count, which the dictionary does not know."""
_LINES_AT_ONCE = 8
"""All rules look at one line before they come to the next; a line has two or three forms."""


class Run(NamedTuple):
    """Chinese characters side by side."""

    start: int
    """Code point of the line at which they begin."""
    text: str
    words: tuple[str, ...]

    @property
    def end(self) -> int:
        """Code point behind the last one."""
        return self.start + len(self.text)


@lru_cache(maxsize=_LINES_AT_ONCE)
def runs_of(prose: str) -> tuple[Run, ...]:
    """Return the runs of a line."""
    return tuple(Run(found.start(), found[0], cut(found[0])) for found in _RUN.finditer(prose))


_asked_for: set[str] = set()
"""All characters and pairs of them that some rule asks a line for."""


def ask_for(pieces: Iterable[str]) -> None:
    """Let `pieces_of` tell of these characters and pairs too."""
    _asked_for.update(pieces)
    pieces_of.cache_clear()


@lru_cache(maxsize=_LINES_AT_ONCE)
def pieces_of(text: str) -> Set[str]:
    """Return which characters and pairs of them stand in a line, of those that were asked for."""
    return _asked_for.intersection(chain(text, map(add, text, text[1:])))


def places_of(text: str, word: str) -> Iterator[int]:
    """Yield every code point at which a word begins."""
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + 1)


class Spotter:
    """Words of two characters or more that are looked for all at once."""

    def __init__(self, words: Iterable[str]) -> None:
        """Take the words."""
        self._by_pair: dict[str, list[str]] = {}
        for word in words:
            pairs = (word[at : at + _PAIR] for at in range(len(word) - 1))
            self._by_pair.setdefault(min(pairs, key=commonness), []).append(word)
        ask_for(self._by_pair)

    def find(self, text: str) -> list[tuple[int, str]]:
        """Return where words stand in a text, and they, in order; of two at one place the longer one first."""
        found = []
        for pair in self._by_pair.keys() & pieces_of(text):
            for word in self._by_pair[pair]:
                found += [(place, word) for place in places_of(text, word)]
        return sorted(found, key=lambda one: (one[0], -len(one[1])))


def commonness(piece: str) -> float:
    """Return how common a character or a pair of them is, to choose the rarest by."""
    known = frequencies()
    single = [float(known.get(one) or 1) if one >= HAN[0] else _COMMON for one in piece]
    if len(single) == 1:
        return single[0]
    return single[0] * single[1] / ALL_FREQUENCIES + (known.get(piece) or 0)
