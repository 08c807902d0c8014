"""Words of the text, as a double click selects them."""

from __future__ import annotations

from collections.abc import Callable

from assistant.checking.words_of import cut

_AROUND = 12
"""Characters on either side that are looked at: more do not change where the word begins and ends."""


def word_at(line: str, at: int) -> tuple[int, int]:
    """Return where the word begins and ends that the character at `at` of a line belongs to (code points).

    Chinese is cut by the dictionary; letters and digits that stand together are one word, and so is a figure with its
    decimal point. Any other character is one by itself.
    """
    if not 0 <= at < len(line):
        return max(0, min(at, len(line))), max(0, min(at, len(line)))
    if _is_plain(line[at]):
        return _stretch(line, at, _is_plain)
    if not _is_han(line[at]):
        return at, at + 1
    first, last = _stretch(line, at, _is_han)
    first, last = max(first, at - _AROUND), min(last, at + _AROUND)
    start = first
    for word in cut(line[first:last]):
        if start + len(word) > at:
            return start, start + len(word)
        start += len(word)
    return at, at + 1


def _stretch(line: str, at: int, belongs: Callable[[str], bool]) -> tuple[int, int]:
    start = end = at
    while start > 0 and belongs(line[start - 1]):
        start -= 1
    while end < len(line) and belongs(line[end]):
        end += 1
    return start, end


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _is_plain(character: str) -> bool:
    return character.isascii() and (character.isalnum() or character in "._%")
