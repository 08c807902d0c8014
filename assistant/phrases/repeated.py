"""Repeated stretches: what reports say again and again inside their sentences, cut at words.

A stretch counts where it is repeated, where what stands before and behind it differs (so that it is not a piece of
a longer one), and where it begins and ends with a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.lexicon import tokenizer

SHORTEST, LONGEST = 4, 32
_SENTENCE_END = re.compile(r"[。！？；：\n]")
_EDGES = "，、 　"
_MARKS = "\n，、；：。“”《》"
_LONG = 7
_PLACES_CUT = 2


def repeated_stretches(lines: Sequence[str]) -> dict[str, list[int]]:
    """Return the stretches of two places or more, and the numbers of the lines in which they stand, one a place."""
    text, starts = _joined(lines)
    found: dict[str, list[int]] = {}
    for places, length in _repeats(text):
        stretch = text[places[0] : places[0] + length]
        bare = stretch.strip(_EDGES)
        if len(bare) < SHORTEST or len(places) < len(found.get(bare, ())):
            continue
        shift = stretch.index(bare)
        if not _is_rounded(text, [place + shift for place in places], len(bare)):
            continue
        if all(_stands_free(text, place + shift, len(bare)) for place in places[:_PLACES_CUT]):
            found[bare] = [starts[text.count("\n", 0, place)] for place in places]
    return found


def _joined(lines: Sequence[str]) -> tuple[str, list[int]]:
    """Return all sentences, one a line, and the number of the line each came from."""
    sentences, numbers = [], []
    for number, line in enumerate(lines):
        for sentence in _SENTENCE_END.split(line):
            if len(sentence) >= SHORTEST:
                sentences.append(sentence)
                numbers.append(number)
    return "\n".join([*sentences, ""]), numbers


def _repeats(text: str) -> Iterator[tuple[list[int], int]]:
    """Yield (places, length) of each stretch that is repeated and cannot be made longer in all its places."""
    places = sorted(
        (at for at, c in enumerate(text) if c >= "一" or c in "“《{"), key=lambda at: text[at : at + LONGEST]
    )
    stack: list[tuple[int, int]] = []
    for index in range(1, len(places) + 1):
        shared = _shared(text, places[index - 1], places[index]) if index < len(places) else 0
        first = index - 1
        while stack and stack[-1][0] > shared:
            length, first = stack.pop()
            if length >= SHORTEST:
                group = places[first:index]
                if len({text[place - 1] for place in group}) > 1 or text[group[0] - 1] == "\n":
                    yield group, length
        if shared and (not stack or stack[-1][0] < shared):
            stack.append((shared, first))


def _shared(text: str, one: int, other: int) -> int:
    length = 0
    while length < LONGEST and text[one + length] == text[other + length] != "\n":
        length += 1
    return length


def _is_rounded(text: str, places: Sequence[int], length: int) -> bool:
    """Tell whether a stretch often ends before a mark, and a short one stands between marks or is a saying."""
    ends = sum(text[place + length] in _MARKS for place in places) / len(places)
    begins = sum(text[place - 1] in _MARKS for place in places) / len(places)
    if length >= _LONG:
        return ends >= 0.3 and begins + ends >= 0.6
    return ends >= 0.5 and (begins >= 0.4 or (length == SHORTEST and ends >= 0.7))


def _stands_free(text: str, place: int, length: int) -> bool:
    """Tell whether a stretch begins and ends with a word of its sentence."""
    first = text.rfind("\n", 0, place) + 1
    position, cuts = first, {first}
    for word in tokenizer().cut(text[first : text.index("\n", place)]):
        position += len(word)
        cuts.add(position)
    return place in cuts and place + length in cuts
