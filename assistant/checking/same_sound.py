"""A rule about words of the same sound: 建设金度 for 建设进度, 深度溶合 for 深度融合.

A pinyin input method offers the wrong word of the right sound. Two characters are told where a word that reports use
sounds the same and fits far better: by jieba's frequencies along the best cut, by what stands beside it in reports
(`assistant/checking/genre.py`), and by a character that both share. Nothing is told that reports do use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant.checking import common_words
from assistant.checking.findings import Finding, Severity
from assistant.checking.formulas import quoted_spans
from assistant.checking.genre import Genre, genre, is_said
from assistant.checking.lines import HAN, Line
from assistant.checking.runs import Run, runs_of
from assistant.checking.sounds import is_same_sound, sound_keys
from assistant.checking.words_of import UNKNOWN, is_known, likelihood, weight
from assistant.filling.names_in_text import find_names
from assistant.lexicon import frequencies
from assistant.report.fields import Kind
from assistant.resources import load_rules

_WORD = 2
_AROUND = 4
_FUNCTION = re.compile(
    "[的了之已仍为又再不就也都只各其而与和及从将把被等后前上下中内外一二三四五六七八九十两几这那此每某连更最很未已所]"
)
"""Characters that are words of their own so often that one beside another is no slip."""

# Scores are natural logarithms of likelihoods; the weights were set on newspaper text without slips (1.8 million
# characters) and on reports with slips planted by the sounds of their words.
_SHARED = 3.0
"""What a character shared with the printed word counts."""
_BESIDE = 5.0
"""What standing beside the same two characters as in reports counts; on both sides two more."""
_NEXT_TO = 2.0
"""What standing next to the same character as in reports counts."""
_NEARLY = 2.5
"""What sounding only nearly the same takes away: an, en, in for ang, eng, ing and z, c, s for zh, ch, sh."""
_LEAST_SHARED = 9.0
_LEAST_STRANGE = 12.0
_LEAST_BESIDE = 7.5
_LEAST_KNOWN = 8.5
_LEAST_KNOWN_ALONE = 9.0
_LEAST_GAIN_OF_WORD = -1.5
_LEAST_GAIN_OF_TWO = -1.0
"""How much rarer than what is printed a word may be where reports use both."""
_LEAST_SHAPE = 7.0
_LEAST_COMMON = 11.0
_LEAST_COMMON_SHAPE = 7.5
"""The same for words that reports are not known to use, where they sound and where they look alike."""
_DOUBT = 2.0
"""What fits by this much less than that is told as a hint."""
_MERGED = 4.0
"""What a word may gain besides by becoming part of a longer one: 一步 in 下一步."""
_OWN_WORD = -14.0
"""What a word of reports counts that the dictionary does not know: 筑牢."""
_NEVER = -1e9

_TERSE = 3
_PLACE_ENDS = "县市区镇乡村街巷路局办厅院"


@dataclass(frozen=True, slots=True)
class _Place:
    """Two characters of a run, with what stands around them."""

    run: str
    start: int
    is_word: bool
    """Whether jieba's dictionary knows them as a word of the text."""
    is_behind_single: bool
    """Whether the character before is a word of its own, as a surname is."""
    is_name: bool
    """Whether the run stands in quotation marks: names are made of words that stand together nowhere else."""

    @property
    def printed(self) -> str:
        return self.run[self.start : self.start + _WORD]

    @property
    def before(self) -> str:
        return self.run[max(0, self.start - _AROUND) : self.start]

    @property
    def behind(self) -> str:
        return self.run[self.start + _WORD : self.start + _WORD + _AROUND]

    def beside(self, word: str, known: Genre) -> int:
        """Return on how many sides reports have this word beside the two characters there."""
        left = len(self.before) >= _WORD and self.before[-_WORD:] + word in known.strings
        right = len(self.behind) >= _WORD and word + self.behind[:_WORD] in known.strings
        return left + right

    def next_to(self, word: str, known: Genre) -> bool:
        """Whether reports have this word next to one of the characters there."""
        left = bool(self.before) and self.before[-1] + word in known.strings
        right = bool(self.behind) and word + self.behind[0] in known.strings
        return left or right


def same_sound(line: Line) -> Iterator[Finding]:
    """Yield two characters in whose place a word of reports fits far better that sounds or looks the same."""
    known = genre()
    quoted = quoted_spans(line.prose)
    for run in runs_of(line.prose):
        done = 0
        is_name = any(start < run.start and run.end < end for start, end in quoted) or _is_terse(line.prose, run)
        for place in _places(run, known, is_name=is_name) if len(run.text) >= _WORD else ():
            margin, right = _right(place, known) if place.start >= done else (_NEVER, "")
            start = run.start + place.start
            if margin >= -_DOUBT and not _is_own_name(line, start):
                done = place.start + _WORD
                yield Finding(
                    start,
                    start + _WORD,
                    "word-sound",
                    Severity.WARNING if margin >= 0 else Severity.HINT,
                    fix=right,
                    parameters={"printed": place.printed, "right": right},
                )


def _is_terse(text: str, run: Run) -> bool:
    """Whether a run is a member of a list in which words are cut short: 凝众心、集众智."""
    return len(run.text) <= _TERSE and "、" in text[max(0, run.start - 1) : run.start] + text[run.end : run.end + 1]


def _places(run: Run, known: Genre, *, is_name: bool) -> Iterator[_Place]:
    """Yield every two characters that are a word, or parts of two that reports are not known to hold.

    Beside a slip at least one character stands alone: 们学 in 我们学习 is none.
    """
    text, words, of_reports = run.text, run.words, known.words
    start, is_single_before = 0, False
    for index, word in enumerate(words):
        length = len(word)
        if length == _WORD:
            if word not in of_reports or (not is_name and _others(word)):
                yield _Place(text, start, True, is_single_before, is_name)
        elif length == 1:
            # a function word beside a longer word is no slip: 州市|中|处于
            is_function = word in _PARTICLES
            if start > 0 and not is_single_before and not is_function and not is_said(text[start - 1 : start + 1]):
                yield _Place(text, start - 1, False, False, is_name)
            is_word_behind = index + 1 < len(words) and not (is_function and len(words[index + 1]) > 1)
            if is_word_behind and not is_said(text[start : start + _WORD]):
                yield _Place(text, start, False, is_single_before, is_name)
        start += length
        is_single_before = length == 1


_PARTICLES = frozenset("的了之已仍又再就也都只各其而与和及从将把被等后前上下中内外这那此每最很未已所以共同往向对为在是")


def _right(place: _Place, known: Genre) -> tuple[float, str]:
    """Return by how much the best word fits better than is needed to tell it, and that word."""
    printed = place.printed
    if place.is_word and printed in known.words:
        return _right_of_two(place, known)
    sounding = {word for key in sound_keys(printed) for word in known.sounding(key)}
    looking = set(known.looking(printed))
    best = _right_of_common(place, known)
    if not sounding and not looking:
        return best
    if place.is_word and printed in _twins():
        sounding -= _twins()[printed]
    # the likelihood of the whole is reckoned only for words that could gain enough by themselves
    least_old = weight(printed) if place.is_word else weight(printed[0]) + weight(printed[1])
    old: float | None = None
    for word in sorted(sounding | looking):
        needed = _needed(place, word, known, is_look=word not in sounding)
        is_own = weight(word) == UNKNOWN
        alone = _OWN_WORD if is_own else weight(word)
        if needed is None or alone - least_old < needed - _DOUBT - _MERGED:
            continue
        if old is None:
            old = likelihood(place.before + printed + place.behind)
        if is_own:
            gain = likelihood(place.before) + alone + likelihood(place.behind) - old
        else:
            gain = likelihood(place.before + word + place.behind) - old
        if gain >= _LEAST_GAIN_OF_WORD or not place.is_word:
            best = max(best, (gain - needed, word))
    return best


def _right_of_common(place: _Place, known: Genre) -> tuple[float, str]:
    """Return the same for a word that any text may use, where what is printed is none: 掀起新一轮热朝."""
    best = _NEVER, ""
    printed = place.printed
    if place.is_word or place.is_name or is_known(printed):
        return best
    words = [(word, _LEAST_COMMON) for word in common_words.sounding(printed)]
    words += [(word, _LEAST_COMMON_SHAPE) for word in common_words.looking(printed)]
    words = [one for one in words if one[0] not in known.words]
    if not words or _may_be_name(place) or _FUNCTION.search(printed):
        return best
    old = likelihood(place.before + printed + place.behind)
    for word, needed in words:
        best = max(best, (likelihood(place.before + word + place.behind) - old - needed, word))
    return best


def _right_of_two(place: _Place, known: Genre) -> tuple[float, str]:
    """Return the same for a word that reports use elsewhere: 切实旅行职责, 激发市场主题活力.

    It is doubted only where reports have another word of exactly its sound beside what stands there, and never it.
    """
    best = _NEVER, ""
    for margin, word in _others(place.printed):
        beside = place.beside(word, known)
        if beside and not place.beside(place.printed, known) and beside > place.next_to(place.printed, known):
            best = max(best, (margin, word))
    return best


@lru_cache(maxsize=8192)
def _others(printed: str) -> tuple[tuple[float, str], ...]:
    """Return the words of reports that sound exactly like another and are not much rarer, with how far they are not."""
    known = genre()
    same = {one for key in sound_keys(printed) for one in known.sounding(key) if is_same_sound(one, printed)}
    margins = ((weight(one) - weight(printed) - _LEAST_GAIN_OF_TWO, one) for one in same)
    own = {printed, *_twins().get(printed, ())}
    return tuple((margin, one) for margin, one in margins if margin >= -_DOUBT and one not in own)


def _needed(place: _Place, word: str, known: Genre, *, is_look: bool) -> float | None:
    """Return how much likelier a word must make the text to doubt what is printed; None where nothing could."""
    printed = place.printed
    shared = (word[0] == printed[0]) + (word[1] == printed[1])
    beside = place.beside(word, known)
    evidence = _SHARED * shared + (_BESIDE + 2 * (beside - 1) if beside else 0.0)
    evidence += _NEXT_TO if place.next_to(word, known) else 0.0
    evidence -= 0.0 if is_look or is_same_sound(word, printed) else _NEARLY
    if place.is_name and not beside:
        return None
    if place.is_word:
        is_right = not place.beside(printed, known)
        return (_LEAST_KNOWN if beside else _LEAST_KNOWN_ALONE) - evidence if is_right else None
    if is_look:
        return _LEAST_SHAPE + _SHARED - evidence
    if beside:
        return _LEAST_BESIDE - evidence
    if _may_be_name(place) or _FUNCTION.search(printed + word):
        return None
    return (_LEAST_SHARED if shared else _LEAST_STRANGE) - evidence


def _may_be_name(place: _Place) -> bool:
    """Whether a surname stands first, or right before, or a place ends there: 李欣成 is no 形成, 青禾县 no 和县."""
    surnames: str = load_rules("wording", "sounds.toml")["surnames"]["list"]
    before = place.before[-1:] if place.is_behind_single else ""
    return place.printed[1] in _PLACE_ENDS or any(one in surnames for one in before + place.printed[0])


def _is_own_name(line: Line, start: int) -> bool:
    """Whether the two characters belong to a person's name beside a title, or to what a company calls itself.

    A character of which the dictionary knows nothing is a name's too: 镇长贠靖.
    """
    end = start + _WORD
    if any(not frequencies().get(one) for one in line.prose[start:end]):
        return True
    if any(one.start < end and start < one.end for one in find_names(line.prose, None) if one.kind is Kind.PERSON):
        return True
    return any(found.start("own") <= start and end <= found.end("own") for found in _own_name().finditer(line.prose))


@cache
def _own_name() -> re.Pattern[str]:
    ends = "|".join(load_rules("wording", "sounds.toml")["own_names"]["ends"].split())
    return re.compile(f"(?:(?<=[省市县区州盟])|(?<![{HAN}]))(?=(?P<own>[{HAN}]{{2,4}})[{HAN}]{{0,10}}(?:{ends}))")


@cache
def _twins() -> dict[str, set[str]]:
    """Return words of one sound of which either may stand beside the same words: 权利 and 权力."""
    found: dict[str, set[str]] = {}
    for group in load_rules("wording", "sounds.toml")["twins"]["groups"].split():
        words = set(group.split("/"))
        for word in words:
            found.setdefault(word, set()).update(words)
    return found
