"""Repeated stretches: what reports say again and again inside their sentences, cut at words.

A stretch counts where it is repeated, where what stands before and behind it differs (so that it is not a piece of
a longer one), and where it begins and ends with a word. Cutting into words takes most of the time, so it comes last
and cuts only the run of characters in which a stretch begins or ends.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from assistant.phrases.forms import broken_ones, fits
from assistant.phrases.stretches import Stretches
from assistant.phrases.tokenizer import tokenizer

SHORTEST, LONGEST = 4, 32
_SENTENCE_END = re.compile(r"[。！？；：\n]")
_EDGES = "，、 　"
_MARKS = frozenset("\n，、；：。“”《》")
_LONG = 7
_PLACES_CUT = 2
_RUN = re.compile(r"[\u4E00-\u9FD5a-zA-Z0-9+#&._%\-]+")
"""What jieba cuts into words in one go; every other character is a word by itself."""
_REMEMBERED = 1 << 12


def repeated_stretches(lines: Sequence[str]) -> dict[str, list[int]]:
    """Return the phrases of two places or more, and the numbers of the lines in which they stand, one a place."""
    sentences, numbers = _sentences(lines)
    text = "\n".join([*sentences, ""])
    starts = list(accumulate((len(sentence) + 1 for sentence in sentences), initial=0))
    found: dict[str, list[int]] = {}
    for bare, choices in _whole(_candidates(text)).items():
        for places in choices:
            if all(_stands_free(text, place, len(bare)) for place in places[:_PLACES_CUT]):
                found[bare] = [numbers[bisect_right(starts, place) - 1] for place in places]
                break
    return found


def _sentences(lines: Sequence[str]) -> tuple[list[str], list[int]]:
    """Return all sentences, and the number of the line that each came from."""
    sentences, numbers = [], []
    for number, line in enumerate(lines):
        for sentence in _SENTENCE_END.split(line):
            if len(sentence) >= SHORTEST:
                sentences.append(sentence)
                numbers.append(number)
    return sentences, numbers


def _candidates(text: str) -> dict[str, list[list[int]]]:
    """Return the repeated stretches that stand between marks often enough, each with its places.

    The same stretch may be found with a mark at its edge and without: most places come first.
    """
    found: dict[str, list[list[int]]] = {}
    for places, length in _repeats(text):
        stretch = text[places[0] : places[0] + length]
        bare = stretch.strip(_EDGES)
        if len(bare) < SHORTEST:
            continue
        shift = stretch.index(bare)
        shifted = [place + shift for place in places] if shift else places
        if _is_rounded(text, shifted, len(bare)):
            found.setdefault(bare, []).insert(0, shifted)
    for choices in found.values():
        choices.sort(key=len, reverse=True)
    return found


def _whole(candidates: dict[str, list[list[int]]]) -> dict[str, list[list[int]]]:
    stretches = [stretch for stretch in candidates if fits(stretch, "repeated")]
    broken = broken_ones(Stretches(stretches))
    return {stretch: candidates[stretch] for index, stretch in enumerate(stretches) if index not in broken}


def _repeats(text: str) -> Iterator[tuple[list[int], int]]:
    """Yield (places, length) of each stretch that is repeated and cannot be made longer in all its places."""
    for _beginning, places in sorted(_places_by_beginning(text).items()):
        places.sort(key=lambda at: text[at : at + LONGEST])
        stack: list[tuple[int, int]] = []
        for index in range(1, len(places) + 1):
            shared = _shared(text, places[index - 1], places[index]) if index < len(places) else 0
            first = index - 1
            while stack and stack[-1][0] > shared:
                length, first = stack.pop()
                group = places[first:index]
                if len({text[place - 1] for place in group}) > 1 or text[group[0] - 1] == "\n":
                    yield group, length
            if shared and (not stack or stack[-1][0] < shared):
                stack.append((shared, first))


def _places_by_beginning(text: str) -> dict[str, list[int]]:
    """Return the places at which a stretch could begin, by their first characters, where these come again."""
    firsts: dict[str, int] = {}
    again: dict[str, list[int]] = {}
    for at in range(len(text) - SHORTEST):
        beginning = text[at : at + SHORTEST]
        first = firsts.setdefault(beginning, at)
        if first != at:
            if beginning in again:
                again[beginning].append(at)
            elif (beginning[0] >= "一" or beginning[0] in "“《{") and "\n" not in beginning:
                again[beginning] = [first, at]
    return again


def _shared(text: str, one: int, other: int) -> int:
    """Return how many characters from two places on are the same; the first of them are known to be."""
    length = SHORTEST
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
    return _is_cut(text, place) and _is_cut(text, place + length)


def _is_cut(text: str, place: int) -> bool:
    """Tell whether a word begins at a place."""
    if not (_RUN.match(text, place) and _RUN.match(text, place - 1)):
        return True
    first = text.rfind("\n", 0, place) + 1
    run = next(run for run in _RUN.finditer(text, first) if run.end() > place)
    return place - run.start() in _cuts_of(run[0])


@lru_cache(maxsize=_REMEMBERED)
def _cuts_of(run: str) -> frozenset[int]:
    """Return where the words of a run begin."""
    return frozenset(accumulate((len(word) for word in tokenizer().cut(run)), initial=0))
