"""The words of a text as jieba cuts them, for rules that must know where a word begins and ends."""

from __future__ import annotations

from functools import lru_cache

from assistant.checking.lines import HAN
from assistant.lexicon import frequencies, tokenizer

_AROUND = 8


@lru_cache(maxsize=4096)
def cut(text: str) -> tuple[str, ...]:
    """Return the words of a text by the dictionary alone; unknown ones fall into single characters."""
    return tuple(tokenizer().cut(text, HMM=False))


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a word of the surroundings begins at `start` and another ends at `end` (code points)."""
    first = start
    while first > 0 and start - first < _AROUND and _is_han(text[first - 1]):
        first -= 1
    last = end
    while last < len(text) and last - end < _AROUND and _is_han(text[last]):
        last += 1
    position, borders = first, {first}
    for word in cut(text[first:last]):
        position += len(word)
        borders.add(position)
    return start in borders and end in borders


def is_known(word: str) -> bool:
    """Whether a word stands in the dictionary."""
    return bool(frequencies().get(word))


def _is_han(character: str) -> bool:
    return HAN[0] <= character <= HAN[2]
