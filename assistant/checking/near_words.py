"""Rules about idioms, set phrases and longer words with one wrong, missing or swapped character.

The idioms are those of jieba's dictionary; the phrases stand in `resources/wording/formulas.toml`, combinations that
reports use in `collocations.toml` and `frames.toml`. A wrong character counts in an idiom only if it sounds like the
right one, and nowhere if the text reads as words of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise

from assistant.checking.findings import Finding, Severity
from assistant.checking.genre import Sorting, Strings, entries, genre, number_of
from assistant.checking.lines import HAN, Line
from assistant.checking.runs import ask_for, pieces_of, places_of, runs_of
from assistant.checking.sounds import is_same_sound, lookalikes, sounds
from assistant.checking.words_of import cut, is_known, likelihood, stands_alone
from assistant.lexicon import frequencies
from assistant.resources import load_rules

_IDIOM = 4
_LEAST_COUNT = 3
_LEAST_GAIN = 5.0
"""How much likelier than what is printed an idiom must be (natural logarithm)."""


_HALVES_KEPT = 2048
_MARKS = 1 << 20


class _Marks:
    """Which halves may be known: a bit for all that share the end of their hash."""

    def __init__(self, strings: Strings) -> None:
        self._bits = bytearray(_MARKS >> 3)
        for head in strings.heads():
            place = hash(head) % _MARKS
            self._bits[place >> 3] |= 1 << (place & 7)

    def may_hold(self, half: str) -> bool:
        """Whether a half may be one of them."""
        place = hash(half) % _MARKS
        return bool(self._bits[place >> 3] >> (place & 7) & 1)


class _Halves:
    """Words of four characters by either half of them, of which one is right: two numbers a word, no objects."""

    def __init__(self, words: Iterable[str]) -> None:
        by_head, by_tail = Sorting(), Sorting()
        for word in words:
            by_head.add(number_of(word))
            by_tail.add(number_of(word[2:] + word[:2]))
        self._by_head, self._by_tail = Strings(by_head), Strings(by_tail)
        self._heads, self._tails = _Marks(self._by_head), _Marks(self._by_tail)
        self.tails_of = lru_cache(maxsize=_HALVES_KEPT)(self._tails_of)
        self.heads_of = lru_cache(maxsize=_HALVES_KEPT)(self._heads_of)

    def beside(self, head: str, tail: str) -> Iterator[tuple[str, str, int]]:
        """Yield (halves that stand with one of two, the other one, the place where that begins) for what is known."""
        if self._tails.may_hold(tail):
            yield self.heads_of(tail), head, 0
        if self._heads.may_hold(head):
            yield self.tails_of(head), tail, 2

    def may_hold(self, head: str, tail: str) -> bool:
        """Whether a word may begin with a half or end with one; told quickly, and rarely in vain."""
        return self._heads.may_hold(head) or self._tails.may_hold(tail)

    def _tails_of(self, head: str) -> str:
        """Return all second halves that follow a first one, side by side."""
        return self._by_head.pairs_behind(head)

    def _heads_of(self, tail: str) -> str:
        """Return all first halves that stand before a second one, side by side."""
        return self._by_tail.pairs_behind(tail)


@cache
def _idioms() -> _Halves:
    """Return the dictionary's idioms, and collocations of reports."""
    collocations = load_rules("wording", "formulas.toml")["collocations"]["list"].split()
    counted = frequencies().words_of_classes("[il]", length=_IDIOM)
    return _Halves((*collocations, *(word for word, count in counted if count >= _LEAST_COUNT)))


@cache
def _combinations() -> _Halves:
    """Return what stands together in reports: 精准发力."""
    return _Halves(sorted(entry for entry in entries() if len(entry) == _IDIOM))


def _neighbours(window: str, halves: _Halves) -> Iterator[tuple[str, int]]:
    """Yield the words that differ from four characters in one of them, and which one that is."""
    head, tail = window[:2], window[2:]
    for known, own, right in halves.beside(head, tail):
        if own[0] not in known and own[1] not in known:
            continue
        for place in range(0, len(known), 2):
            other = known[place : place + 2]
            if (other[0] == own[0]) is not (other[1] == own[1]):
                yield (other + tail if right == 0 else head + other), right + (other[0] == own[0])


def near_idioms(line: Line) -> Iterator[Finding]:
    """Yield four characters that are an idiom but for one of the same sound or of like shape."""
    for start, window in _windows(line):
        found = [
            right
            for right, hole in _neighbours(window, _idioms())
            if _is_alike(window[hole], right[hole])
            and _gain(window, right) >= _LEAST_GAIN
            and _is_slip(line, start, window, right, hole)
        ]
        if found:
            yield _finding(start, window, max(found, key=likelihood))


def _is_alike(printed: str, right: str) -> bool:
    if printed in _NEVER_SLIPS:
        return False
    return bool(sounds(printed) & sounds(right)) or (
        printed not in _FUNCTION and printed in lookalikes().get(right, "")
    )


def near_combinations(line: Line) -> Iterator[Finding]:
    """Yield four characters that reports have but for one of the same sound or of like shape: 评忧选先."""
    for start, window in _windows(line):
        for right, hole in _neighbours(window, _combinations()):
            if _is_alike(window[hole], right[hole]) and _is_slip(line, start, window, right, hole):
                yield _finding(start, window, right)


@lru_cache(maxsize=64)
def _windows(line: Line) -> tuple[tuple[int, str], ...]:
    """Return where four characters begin of which one is a word by itself and a half may be right, and those."""
    known = _idioms(), _combinations()
    found = []
    for run in runs_of(line.prose):
        text, offset = run.text, run.start
        for place in _broken(run.words, len(text)) if len(text) >= _IDIOM else ():
            head, tail = text[place : place + 2], text[place + 2 : place + _IDIOM]
            if known[0].may_hold(head, tail) or known[1].may_hold(head, tail):
                found.append((offset + place, text[place : place + _IDIOM]))
    return tuple(found)


def _gain(window: str, right: str) -> float:
    return likelihood(right) - likelihood(window)


def _finding(start: int, printed: str, right: str) -> Finding:
    told = {"printed": printed, "right": right}
    return Finding(start, start + len(printed), "word-near", Severity.WARNING, fix=right, parameters=told)


def _broken(words: Iterable[str], length: int) -> Iterator[int]:
    """Yield where four characters begin of which one is a word by itself: what is left of an idiom with a slip."""
    position, next_from = 0, 0
    for word in words:
        if len(word) == 1:
            first = max(next_from, position - _IDIOM + 1)
            yield from range(first, min(position, length - _IDIOM) + 1)
            next_from = position + 1
        position += len(word)


_ONLY_HAN = re.compile(f"[{HAN}]+")
_FORM = re.compile("以.[为促带代].|[一二三四五六七八九十].[一二三四五六七八九十].|[有无].[有无].")
"""Forms that writers fill with words of their own: 以生为本 is no slip for 以信为本."""


def _is_slip(line: Line, start: int, window: str, right: str, hole: int) -> bool:
    if _FORM.fullmatch(window) and _FORM.fullmatch(right) and hole % 2:
        return False
    if is_known(window) or window in genre().strings:
        return False
    # 有条有理 and 有条有里 are one slip; words of two characters that both exist are probably meant
    pieces = cut(window)
    if len(pieces) == 2 and all(len(one) == 2 for one in pieces):
        return False
    return stands_alone(line.prose, start, start + len(window))


_ENDINGS = frozenset("度率性感力化员点面局网站厅所关岗链图表书册单款费税额值量型法案权")
"""Characters that end words of three: 满意度, 覆盖率, 网格化."""
_NEVER_SLIPS = frozenset("是的了")
"""Words by themselves wherever they stand: 一是高质量 holds no 提高质量."""
_FUNCTION = frozenset(
    "数期者制式线是时之这显那为与和或在有要也已都就还又再将被把从到对向以而且所其并的地得着了过不没上下中内外前后来去会能可应须使让给用做作大小多少高新好"
)
STANDS_ALONE = _ENDINGS | _FUNCTION
"""Characters that often are words by themselves, or end other words."""


def near_endings(line: Line) -> Iterator[Finding]:
    """Yield a word of three characters whose last one is another of its sound: 满意渡, 覆盖绿."""
    for run in runs_of(line.prose):
        start = run.start
        for word, behind in pairwise(run.words) if len(run.text) >= _IDIOM else ():
            if len(word) == 2 and len(behind) == 1 and behind not in STANDS_ALONE:
                right = _right_ending(word, behind)
                if right is not None:
                    yield _finding(start, word + behind, word + right)
            start += len(word)


@lru_cache(maxsize=8192)
def _right_ending(word: str, printed: str) -> str | None:
    """Return the ending that reports have behind a word and that sounds like the printed character, or None."""
    if word + printed in genre().strings:
        return None
    return next((one for one in _endings_behind(word) if is_same_sound(one, printed)), None)


@lru_cache(maxsize=8192)
def _endings_behind(word: str) -> tuple[str, ...]:
    return tuple(one for one in genre().strings.behind(word) if one in _ENDINGS and is_known(word + one))


@cache
def _phrases() -> tuple[tuple[str, str, str], ...]:
    rows = load_rules("wording", "formulas.toml")["phrases"]["list"].split()
    return tuple((row, row[: len(row) // 2], row[len(row) // 2 :]) for row in rows if len(row) > _IDIOM)


@cache
def _phrases_by_pair() -> dict[str, tuple[tuple[str, str, str], ...]]:
    """Return the phrases by the characters with which their halves begin: most lines hold none of them."""
    by_pair: dict[str, tuple[tuple[str, str, str], ...]] = {}
    for one in _phrases():
        for half in one[1:]:
            by_pair[half[:2]] = (*by_pair.get(half[:2], ()), one)
    ask_for(by_pair)
    return by_pair


def near_phrases(line: Line) -> Iterator[Finding]:
    """Yield a long set phrase with one character wrong, missing, doubled or swapped."""
    text = line.prose
    by_pair = _phrases_by_pair()
    pairs = by_pair.keys() & pieces_of(text)
    for phrase, head, tail in sorted({one for pair in pairs for one in by_pair[pair]}):
        if not (head in text or tail in text) or text.count(head) == text.count(tail) == text.count(phrase):
            continue
        for place in places_of(text, head):
            if not text.startswith(tail, place + len(head)):
                yield from _compared(text, phrase, place, ahead=True)
        for place in places_of(text, tail):
            if not text.endswith(head, 0, place):
                yield from _compared(text, phrase, place + len(tail), ahead=False)


def _compared(text: str, phrase: str, border: int, *, ahead: bool) -> Iterator[Finding]:
    for length in (len(phrase), len(phrase) - 1, len(phrase) + 1):
        start, end = (border, border + length) if ahead else (border - length, border)
        window = text[max(0, start) : end]
        if start >= 0 and len(window) == length and _differs_by_one(window, phrase):
            if length < len(phrase) and not (stands_alone(text, start, end) and _breaks_a_word(window, phrase)):
                continue
            yield _finding(start, window, phrase)
            return


def _breaks_a_word(window: str, phrase: str) -> bool:
    """Whether a missing character leaves half a word behind."""
    return _single_characters(window) > _single_characters(phrase)


def _single_characters(text: str) -> int:
    return sum(len(word) == 1 for word in cut(text))


def _differs_by_one(window: str, phrase: str) -> bool:
    """Whether one slip of the pen parts the two: a character of the same sound, a missing, doubled or swapped one."""
    if not _ONLY_HAN.fullmatch(window):
        return False
    if len(window) == len(phrase):
        places = [i for i, (one, other) in enumerate(zip(window, phrase, strict=True)) if one != other]
        if len(places) == 1:
            place = places[0]
            if not _is_alike(window[place], phrase[place]):
                return False
            # a word that exists in its own right is meant
            return all(not is_known(window[i : i + 2]) for i in (place - 1, place) if 0 <= i < len(window) - 1)
        swapped = len(places) == 2 and places[1] == places[0] + 1
        return swapped and sorted(window) == sorted(phrase)
    longer, shorter = (window, phrase) if len(window) > len(phrase) else (phrase, window)
    gaps = [i for i in range(len(longer)) if longer[:i] + longer[i + 1 :] == shorter]
    if not gaps or gaps[0] == 0 or gaps[-1] == len(longer) - 1:
        return False
    # one too many is a slip only where it is doubled
    return len(window) < len(phrase) or len(gaps) > 1
