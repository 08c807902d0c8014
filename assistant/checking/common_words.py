"""Common words of two characters that sound or look like two printed ones: 热潮 for 热朝, 麻痹 for 麻瘅.

They are those of jieba's dictionary, names of people and places left out. Reports need not be known to use them, and so
what is printed must be no word at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from assistant.checking.genre import Sorting, Strings, number_of
from assistant.checking.sounds import is_same_sound, lookalikes, sound_keys
from assistant.lexicon import frequencies

_WORD = 2
_LEAST_COUNT = 150
_CLASSES = "(?!n[rstz]|[mrypcuq])[a-z]+"
"""Classes of jieba's words: no names, numerals, pronouns and particles."""


@cache
def _words() -> Strings:
    found = Sorting()
    for word in _each_word():
        found.add(number_of(word))
    return Strings(found)


def _each_word() -> Iterator[str]:
    words = frequencies().words_of_classes(_CLASSES, length=_WORD)
    return (word for word, count in words if count >= _LEAST_COUNT)


@cache
def _by_sound() -> Mapping[tuple[str, ...], str]:
    """Return the words by their syllables, those of one sound in one string."""
    found: dict[tuple[str, ...], str] = {}
    for word in sorted(set(_each_word())):
        for key in sound_keys(word):
            found[key] = found.get(key, "") + word
    return found


@lru_cache(maxsize=8192)
def sounding(printed: str) -> tuple[str, ...]:
    """Return the words that sound exactly like two characters and share one of them."""
    return tuple(sorted(set(_sounding(printed))))


def _sounding(printed: str) -> Iterator[str]:
    for key in sound_keys(printed):
        same = _by_sound().get(key, "")
        for at in range(0, len(same), _WORD):
            word = same[at : at + _WORD]
            if (word[0] == printed[0]) is not (word[1] == printed[1]) and is_same_sound(word, printed):
                yield word


@lru_cache(maxsize=8192)
def looking(printed: str) -> tuple[str, ...]:
    """Return the words that two characters become with another one of like shape."""
    first, second = printed[0], printed[1]
    forms = [one + second for one in lookalikes().get(first, "")]
    forms += [first + one for one in lookalikes().get(second, "")]
    return tuple(form for form in forms if form in _words())
