"""The dictionary of jieba in a lean form: one stretch of bytes that words are looked up in, not half a million objects.

jieba's own table takes sixty megabytes and half a second; this one eight and a tenth of that, and says the same.
"""

from __future__ import annotations

import logging
import re
from array import array
from collections.abc import Iterator
from functools import cache
from itertools import chain

import jieba

ALL_FREQUENCIES = 60101967
"""Sum of the frequencies in jieba's dictionary."""
_MOST_KEPT = 40_000
"""Pieces of text whose answer is kept; a long report has some ten thousand."""
_NOT_KEPT = -1
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
jieba.setLogLevel(logging.WARNING)


class Frequencies:
    """What jieba asks its table: is this a word, or the beginning of one, and how frequent is it?"""

    def __init__(self, rows: bytes) -> None:
        """Take the dictionary as jieba has it: a word, its frequency and its class in each line."""
        self._rows = b"\n" + rows.rstrip(b"\n") + b"\n"
        self._groups: dict[str, tuple[tuple[int, int], ...]] = {}
        for found in _GROUP.finditer(self._rows):
            first = found[1].decode("utf-8")
            self._groups[first] = (*self._groups.get(first, ()), (found.start(), found.end() + 1))
        self._kept: dict[str, int | None] = {}
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
        """Yield Chinese words of a length and of some of jieba's classes ("i": idioms), with their frequencies."""
        row = re.compile(rb"\n([\xe3-\xe9].{%d}) (\d+) [%s](?=\n)" % (length * 3 - 1, classes.encode("ascii")))
        for found in row.finditer(self._rows):
            word = found[1].decode("utf-8")
            if len(word) == length:
                yield word, int(found[2])

    def words_at(self, text: str, start: int) -> list[tuple[int, int]]:
        """Return (end, frequency) of the words that begin at a place of a text; the character alone always is one."""
        first = text[start]
        kept = self._kept
        count = kept.get(first, _NOT_KEPT)
        found = [(start + 1, (self._look_up(first) if count == _NOT_KEPT else count) or 0)]
        spans = self._spans.get(first)
        if spans is None:
            spans = self._spans[first] = self._spans_by_second(first)
        last = len(text)
        if start + 1 == last or text[start + 1] not in spans[0]:
            return found
        for end in range(start + 2, last + 1):
            piece = text[start:end]
            count = kept.get(piece, _NOT_KEPT)
            if count == _NOT_KEPT:
                count = self._look_up(piece)
            if count is None:
                break
            if count:
                found.append((end, count))
        return found

    def forget(self) -> None:
        """Keep no answers of before."""
        self._kept.clear()

    def _look_up(self, piece: str) -> int | None:
        if len(piece) > 1:
            spans = self._spans.get(piece[0])
            if spans is None:
                spans = self._spans[piece[0]] = self._spans_by_second(piece[0])
            if piece[1] not in spans[0]:
                return None
        try:
            return self._kept[piece]
        except KeyError:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            found = self._kept[piece] = self._find(piece)
            return found

    def _spans_by_second(self, first: str) -> tuple[str, array[int]]:
        """Return the second characters, and of each in turn where its rows begin and end.

        A character's rows are gone through when it is met first. There are some hundred thousand pairs: as a string
        and numbers side by side they take a megabyte, as objects twenty.
        """
        spans: dict[str, tuple[int, int]] = {}
        for start, end in self._groups.get(first, ()):
            for found in _PAIR.finditer(self._rows, start, end):
                second = found[2].decode("utf-8")
                # a few rows of one beginning stand apart from the others: the span then holds all between them too
                begin = spans[second][0] if second in spans else found.start()
                spans[second] = begin, found.end() + 1
        return "".join(spans), array("I", chain.from_iterable(spans.values()))

    def _find(self, piece: str) -> int | None:
        start_of_row = b"\n" + piece.encode("utf-8", "surrogatepass")
        if len(piece) > 1:
            seconds, spans = self._spans[piece[0]]
            at = 2 * seconds.index(piece[1])
            return self._between(start_of_row, spans[at], spans[at + 1])
        found = [self._between(start_of_row, start, end) for start, end in self._groups.get(piece, ())]
        return max((one for one in found if one is not None), default=None)

    def _between(self, start_of_row: bytes, start: int, end: int) -> int | None:
        at = self._rows.find(start_of_row + b" ", start, end)
        if at >= 0:
            number = at + len(start_of_row) + 1
            return int(self._rows[number : self._rows.index(b" ", number)])
        return 0 if self._rows.find(start_of_row, start, end) >= 0 else None


@cache
def frequencies() -> Frequencies:
    """Return the dictionary; it is read once."""
    with jieba.get_dict_file() as source:
        return Frequencies(source.read())


@cache
def tokenizer() -> jieba.Tokenizer:
    """Return a jieba that cuts with the lean dictionary, exactly as with its own."""
    made = jieba.Tokenizer()
    made.FREQ, made.total, made.initialized = frequencies(), ALL_FREQUENCIES, True
    return made
