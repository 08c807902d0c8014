"""The dictionary of jieba in a lean form: one stretch of bytes that words are looked up in, not half a million objects.

jieba's own table takes sixty megabytes and half a second; this one eight and a tenth of that, and says the same.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from itertools import chain
from math import log
from pathlib import Path

ALL_FREQUENCIES = 60101967
"""Sum of the frequencies in jieba's dictionary."""
_LOG_OF_ALL = log(ALL_FREQUENCIES)
_MOST_KEPT = 12_000
"""Pieces of text whose answer is kept; a report has some thousands."""
_NOT_KEPT = -1
_NO_WORD = 1.0
"""Stands for the likelihood of what only begins words; those of words are negative."""
_BLANK = ord(" ")
_GROUP = re.compile(
    rb"\n([\x00-\x7f]|[\xc0-\xdf].|[\xe0-\xef]..|[\xf0-\xf7]...)[^\n]*(?:\n\1[^\n]*)*", re.DOTALL | re.ASCII
)
"""Lines that follow each other and begin with the same character."""
_PAIR = re.compile(
    rb"(\n(?:[\x00-\x7f]|[\xc0-\xdf].|[\xe0-\xef]..|[\xf0-\xf7]...))"
    rb"([\x00-\x1f\x21-\x7f]|[\xc0-\xdf].|[\xe0-\xef]..|[\xf0-\xf7]...)[^\n]*(?:\1\2[^\n]*)*",
    re.DOTALL,
)
"""Lines that follow each other and begin with the same two characters."""
_JOINED = re.compile(r"([\u4E00-\u9FD5a-zA-Z0-9+#&\._%\-]+)")
_CHINESE = re.compile("[\u4e00-\u9fd5]+")
_LATIN = re.compile("[a-zA-Z0-9]")
_MARKS = re.compile("\r\n|.", re.DOTALL)
"""As jieba parts a text before it looks words up."""


class Frequencies:
    """What jieba asks its table: is this a word, or the beginning of one, and how frequent is it?"""

    def __init__(self, rows: bytes) -> None:
        """Take the dictionary as jieba has it: a word, its frequency and its class in each line."""
        self._rows = b"\n" + rows.rstrip(b"\n") + b"\n"
        groups = [(found[1].decode("utf-8"), found.start(), found.end() + 1) for found in _GROUP.finditer(self._rows)]
        self._firsts = "".join([first for first, _, _ in groups])
        self._bounds = array("I", chain.from_iterable((start, end) for _, start, end in groups))
        self._kept: dict[str, int | None] = {}
        self._pairs: dict[str, tuple[float | None, float | None]] = {}
        self._longer: dict[str, float | None] = {}
        self._spans: dict[str, tuple[str, array[int]]] = {}

    def __contains__(self, piece: str) -> bool:
        """Whether a piece of text is a word or begins one."""
        return self._look_up(piece) is not None

    def __getitem__(self, piece: str) -> int:
        """Return how frequent a word is; 0 for what only begins one.

        Raises:
            KeyError: no word begins so.
        """
        found = self._look_up(piece)
        if found is None:
            raise KeyError(piece)
        return found

    def get(self, piece: str, default: int | None = None) -> int | None:
        """Return how frequent a word is, 0 for what only begins one, else the default."""
        found = self._look_up(piece)
        return default if found is None else found

    def words_of_classes(self, classes: str, *, length: int) -> Iterator[tuple[str, int]]:
        """Yield Chinese words of a length and of some of jieba's classes, with their frequencies.

        `classes` is a regular expression: "[il]" are idioms and set expressions.
        """
        row = re.compile(rb"\n([\xe3-\xe9].{%d}) (\d+) (?:%s)(?=\n)" % (length * 3 - 1, classes.encode("ascii")))
        for found in row.finditer(self._rows):
            word = found[1].decode("utf-8")
            if len(word) == length:
                yield word, int(found[2])

    def route(self, text: str, least: float) -> tuple[float, list[int]]:
        """Return the likelihood of a text's best cut and where the word ends that begins at each place.

        The likelihood is a natural logarithm. A character alone always is a word, and counts `least` where the
        dictionary does not know it.
        """
        pairs, longer, last = self._pairs, self._longer, len(text)
        best, steps = [0.0] * (last + 1), [0] * last
        for start in range(last - 1, -1, -1):
            pair = text[start : start + 2]
            known = pairs.get(pair)
            if known is None:
                known = self._look_up_pair(pair)
            most, likely = known
            most = (log(least) - _LOG_OF_ALL if most is None else most) + best[start + 1]
            step = start + 1
            if likely is not None:
                end = start + 2
                while True:
                    if likely < _NO_WORD and likely + best[end] >= most:
                        most, step = likely + best[end], end
                    end += 1
                    if end > last:
                        break
                    piece = text[start:end]
                    likely = longer.get(piece, _NOT_KEPT)
                    if likely == _NOT_KEPT:
                        likely = self._look_up_longer(piece)
                    if likely is None:
                        break
            best[start], steps[start] = most, step
        return best[0], steps

    def _look_up_pair(self, pair: str) -> tuple[float | None, float | None]:
        """Return how likely the first character is, None where it is no word, and how likely both are together."""
        if len(self._pairs) >= _MOST_KEPT:
            self._pairs.clear()
        count = self._look_up(pair[0])
        together = _likelihood(self._look_up(pair)) if len(pair) > 1 else None
        found = self._pairs[pair] = (log(count) - _LOG_OF_ALL if count else None), together
        return found

    def _look_up_longer(self, piece: str) -> float | None:
        if len(self._longer) >= _MOST_KEPT:
            self._longer.clear()
        found = self._longer[piece] = _likelihood(self._find(piece))
        return found

    def forget(self) -> None:
        """Keep no answers of before."""
        self._kept.clear()
        self._pairs.clear()
        self._longer.clear()

    def _look_up(self, piece: str) -> int | None:
        kept = self._kept
        found = kept.get(piece, _NOT_KEPT)
        if found == _NOT_KEPT:
            if len(kept) >= _MOST_KEPT:
                kept.clear()
            found = kept[piece] = self._find(piece)
        return found

    def _spans_by_second(self, first: str) -> tuple[str, array[int]]:
        """Return the second characters, and of each in turn where its rows begin and end.

        A character's rows are gone through when it is met first. There are some hundred thousand pairs: as a string
        and numbers side by side they take a megabyte, as objects twenty.
        """
        spans: dict[str, tuple[int, int]] = {}
        for start, end in self._groups_of(first):
            for found in _PAIR.finditer(self._rows, start, end):
                second = found[2].decode("utf-8")
                # a few rows of one beginning stand apart from the others: the span then holds all between them too
                begin = spans[second][0] if second in spans else found.start()
                spans[second] = begin, found.end() + 1
        return "".join(spans), array("I", chain.from_iterable(spans.values()))

    def _groups_of(self, first: str) -> Iterator[tuple[int, int]]:
        """Yield where rows begin and end that follow each other and begin with a character; few have several places."""
        at = self._firsts.find(first) if first else -1
        while at >= 0:
            yield self._bounds[2 * at], self._bounds[2 * at + 1]
            at = self._firsts.find(first, at + 1)

    def _find(self, piece: str) -> int | None:
        start_of_row = b"\n" + piece.encode("utf-8", "surrogatepass")
        if len(piece) < 2:
            found = [self._between(start_of_row, start, end) for start, end in self._groups_of(piece)]
            return max((one for one in found if one is not None), default=None)
        first = piece[0]
        seconds, spans = self._spans.get(first) or self._spans.setdefault(first, self._spans_by_second(first))
        at = 2 * seconds.find(piece[1])
        return self._between(start_of_row, spans[at], spans[at + 1]) if at >= 0 else None

    def _between(self, start_of_row: bytes, start: int, end: int) -> int | None:
        rows = self._rows
        at = rows.find(start_of_row, start, end)
        if at < 0:
            return None
        number = at + len(start_of_row)
        if rows[number] != _BLANK:  # a longer word stands first
            at = rows.find(start_of_row + b" ", at, end)
            number = at + len(start_of_row)
        return int(rows[number + 1 : rows.index(b" ", number + 1)]) if at >= 0 else 0


def _likelihood(count: int | None) -> float | None:
    """Return how likely a word is (natural logarithm), _NO_WORD for what only begins words, else None."""
    return log(count) - _LOG_OF_ALL if count else _NO_WORD if count == 0 else None


@cache
def frequencies() -> Frequencies:
    """Return the dictionary; jieba's file is read once, its code not at all."""
    found = find_spec("jieba")
    assert found is not None, "jieba is installed with the program"
    assert found.origin is not None
    return Frequencies((Path(found.origin).parent / "dict.txt").read_bytes())


def cut_words(text: str) -> list[str]:
    """Return the words of a text by the dictionary alone, exactly as jieba does it without its model."""
    if _CHINESE.fullmatch(text):
        return _words_of_chinese(text)
    words: list[str] = []
    for number, block in enumerate(_JOINED.split(text)):
        if number % 2:
            words += _words_of_block(block)
        else:  # marks one by one; jieba keeps the two characters of a line break together
            words += _MARKS.findall(block)
    return words


def _words_of_chinese(text: str) -> list[str]:
    _, steps = frequencies().route(text, 1)
    words, place, last = [], 0, len(text)
    while place < last:
        end = steps[place]
        words.append(text[place:end])
        place = end
    return words


def _words_of_block(block: str) -> Iterator[str]:
    """Yield the words of a stretch without marks and blanks; Latin letters and figures stay together."""
    _, steps = frequencies().route(block, 1)
    place, latin = 0, ""
    while place < len(block):
        word = block[place : steps[place]]
        place = steps[place]
        if len(word) == 1 and _LATIN.match(word):
            latin += word
            continue
        if latin:
            yield latin
            latin = ""
        yield word
    if latin:
        yield latin
