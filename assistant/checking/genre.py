"""What reports are made of: the words that they use and what stands beside them, as far as the program knows.

The sources are `resources/wording/collocations.toml`, `frames.toml` and `formulas.toml`, the phrases mined from the
project's own sample reports, and those samples.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from heapq import merge
from sys import byteorder

from assistant.checking.lines import HAN
from assistant.checking.sounds import lookalikes, sound_keys
from assistant.checking.words_of import cut, is_known
from assistant.lexicon import frequencies
from assistant.resources import load_rules, resource_path

_WORD = 2
_LONGEST_STRING = 4
_UNIT = 16
"""Bits of one character in the number of a string."""
_PARTS = 16
_MISPRINTED = frozenset(("组识", "即有"))
"""Slips that jieba's dictionary took over from its sources."""
_RUN = re.compile(f"[{HAN}]+")
_SLOT = re.compile(r"\{[^{}]*\}")


class Strings:
    """Tens of thousands of short strings, eight bytes each: the code points of up to four characters in one number."""

    def __init__(self, numbers: Iterable[int]) -> None:
        """Take the strings as `number_of` tells them, in order."""
        self._numbers = array("Q", numbers)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._numbers)

    def behind(self, head: str) -> tuple[str, ...]:
        """Return the characters with which strings go on that are one longer than this beginning of theirs."""
        first = number_of(head) << _UNIT
        begin = bisect_left(self._numbers, first)
        behind = self._numbers[begin : bisect_left(self._numbers, first + (1 << _UNIT), begin)]
        return tuple(chr(number - first) for number in behind)

    def heads(self) -> Iterator[str]:
        """Yield the two characters with which a string of four begins, for each of them."""
        width = 2 * _UNIT
        return ((number >> width).to_bytes(4, "big").decode("utf-16-be") for number in self._numbers)

    def pairs_behind(self, head: str) -> str:
        """Return the pairs of characters with which strings go on behind this beginning, side by side."""
        width = 2 * _UNIT
        first = number_of(head) << width
        begin = bisect_left(self._numbers, first)
        behind = self._numbers[begin : bisect_left(self._numbers, first + (1 << width), begin)]
        if byteorder == "little":
            behind.byteswap()
        whole = behind.tobytes().decode("utf-16-be", "surrogatepass")
        return "".join([whole[at : at + 2] for at in range(2, len(whole), _LONGEST_STRING)])

    def __contains__(self, string: str) -> bool:
        """Whether a string is one of them."""
        number = number_of(string)
        at = bisect_left(self._numbers, number)
        return at < len(self._numbers) and self._numbers[at] == number


class Sorting:
    """Puts numbers in order, each once, a part at a time: as objects all of them would take ten times the memory."""

    def __init__(self) -> None:
        self._parts = [array("Q") for _ in range(_PARTS)]

    def add(self, number: int) -> None:
        """Take a number."""
        self._parts[number % _PARTS].append(number)

    def __iter__(self) -> Iterator[int]:
        """Yield the numbers in order."""
        return merge(*(array("Q", sorted(set(part))) for part in self._parts))


def number_of(string: str) -> int:
    """Return the number of a string: its code units side by side."""
    return int.from_bytes(string.encode("utf-16-be", "surrogatepass"), "big")


@dataclass(frozen=True, slots=True)
class Genre:
    """The words of two characters that reports use, and the strings of up to four characters that they hold."""

    words: frozenset[str]
    by_sound: Mapping[tuple[str, ...], str]
    """Words by their syllables, those of one sound in one string."""
    strings: Strings
    """All strings of two to four characters."""
    ends: Strings
    """What clauses end with: strings of two and three characters."""

    def sounding(self, key: tuple[str, ...]) -> Iterator[str]:
        """Yield the words of these syllables."""
        words = self.by_sound.get(key, "")
        return (words[at : at + _WORD] for at in range(0, len(words), _WORD))

    def looking(self, form: str) -> Iterator[str]:
        """Yield the words that a form which is no word becomes where one character only looks like the right one."""
        if form in _MISPRINTED or not is_known(form):
            for place, character in enumerate(form):
                for other in lookalikes().get(character, ""):
                    word = form[:place] + other + form[place + 1 :]
                    if word in self.words:
                        yield word


@cache
def genre() -> Genre:
    """Return what is known of reports; the first call takes a tenth of a second."""
    known = genre_of(_sources())
    frequencies().forget()  # what the sources' words were asked for is asked again by few reports
    return known


def genre_of(texts: Iterator[str]) -> Genre:
    """Return what texts tell of their words and strings."""
    words: set[str] = set()
    strings, ends = Sorting(), Sorting()
    for text in texts:
        for run in _RUN.findall(text):
            ends.add(number_of(run[-2:]))
            ends.add(number_of(run[-3:]))
            if len(run) == _WORD:
                words.add(run)  # 筑牢: a word of reports that no dictionary knows
            for word in cut(run):
                words.update(_words_in(word))
            for length in (2, 3, 4):
                for start in range(len(run) - length + 1):
                    strings.add(number_of(run[start : start + length]))
    by_sound: dict[tuple[str, ...], str] = {}
    for word in sorted(words):
        for key in sound_keys(word):
            by_sound[key] = by_sound.get(key, "") + word
    return Genre(frozenset(words), by_sound, Strings(strings), Strings(ends))


@lru_cache(maxsize=16384)
def is_said(pair: str) -> bool:
    """Whether reports have two characters side by side."""
    return pair in genre().strings


@lru_cache(maxsize=8192)
def continuation(head: str) -> str | None:
    """Return what follows three characters wherever reports go on behind them: 面 behind 良好局."""
    behind = genre().strings.behind(head) if len(head) == _LONGEST_STRING - 1 else ()
    if len(behind) != 1 or head in genre().ends or head[1:] in genre().ends:
        return None
    return behind[0]


def _words_in(word: str) -> Iterator[str]:
    """Yield a word of two characters, or those at both ends of a longer one: 形式 and 主义 of 形式主义."""
    if len(word) == _WORD:
        yield word
    elif len(word) > _WORD:
        yield from (half for half in (word[:_WORD], word[-_WORD:]) if is_known(half))


@cache
def set_phrases() -> frozenset[str]:
    """Return the entries of `collocations.toml`: words that stand together, none of them cut off."""
    trades = load_rules("wording", "collocations.toml")["trades"]
    return frozenset(entry for entries in trades.values() for entry in entries.split())


@cache
def entries() -> frozenset[str]:
    """Return all combinations of words of `collocations.toml` and `frames.toml`."""
    frames = load_rules("wording", "collocations.toml")["frames"]["list"].split()
    topics = load_rules("wording", "frames.toml")["topics"].values()
    return set_phrases() | frozenset(frames) | frozenset(entry for topic in topics for entry in topic.split())


def _sources() -> Iterator[str]:
    collocations = load_rules("wording", "collocations.toml")
    yield collocations["frames"]["list"]
    yield from collocations["trades"].values()
    yield from load_rules("wording", "frames.toml")["topics"].values()
    formulas = load_rules("wording", "formulas.toml")
    yield formulas["collocations"]["list"]
    yield formulas["phrases"]["list"]
    yield "\n".join("、".join(one["members"]) for one in formulas["series"])
    rows = resource_path("phrases", "from_samples.tsv").read_text("utf-8").splitlines()
    yield "\n".join(_SLOT.sub(" ", row.partition("\t")[0]) for row in rows)
    for path in sorted(resource_path("samples").glob("*.txt")):
        yield path.read_text("utf-8")
