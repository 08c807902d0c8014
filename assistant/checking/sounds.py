"""How characters sound and which look alike (`resources/wording/sounds.toml`): what an input method mixes up."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import product

from assistant.pinyin import readings
from assistant.resources import load_rules

_SHORTEST_GROUP = 2


@lru_cache(maxsize=8192)
def sounds(character: str) -> frozenset[str]:
    """Return all syllables of a character without tone, those that are often confused made alike."""
    return frozenset(map(_alike, readings().of(character).split(",")))


@lru_cache(maxsize=8192)
def usual_sounds(character: str) -> tuple[str, ...]:
    """Return the syllables by which a character is usually typed, made alike; () where none is known."""
    told = _readings().get(character)
    if told is None:
        told = readings().of(character).split(",")[0]
    return tuple(map(_alike, told.split()))


def is_same_sound(word: str, other: str) -> bool:
    """Whether two words of one length are typed alike to the letter: 终端 and 中断, not 联手 and 两手."""
    return all(_syllables(one) & _syllables(two) for one, two in zip(word, other, strict=True))


@lru_cache(maxsize=8192)
def _syllables(character: str) -> frozenset[str]:
    told = _readings().get(character) or readings().of(character).replace(",", " ")
    return frozenset(map(_bare, told.split()))


def sound_keys(word: str) -> Iterator[tuple[str, ...]]:
    """Yield a word's syllables in every usual reading."""
    return product(*map(usual_sounds, word))


@cache
def lookalikes() -> Mapping[str, str]:
    """Return the characters that look like a character, by that character."""
    found: dict[str, str] = {}
    for group in load_rules("wording", "sounds.toml")["shapes"]["groups"].split():
        for character in group if len(group) >= _SHORTEST_GROUP else "":
            found[character] = "".join(dict.fromkeys(found.get(character, "") + group.replace(character, "")))
    return found


@cache
def _readings() -> Mapping[str, str]:
    readings: dict[str, str] = load_rules("wording", "sounds.toml")["readings"]
    return readings


@lru_cache(maxsize=4096)
def _alike(syllable: str) -> str:
    """Return a syllable without tone, zh, ch, sh as z, c, s, and ang, eng, ing as an, en, in."""
    return re.sub("(?<=[aei])ng$", "n", re.sub("^(z|c|s)h", r"\1", _bare(syllable)))


@lru_cache(maxsize=4096)
def _bare(syllable: str) -> str:
    """Return a syllable without tone."""
    bare = unicodedata.normalize("NFD", syllable)
    bare = "".join(one for one in bare if not unicodedata.combining(one) or one == "\u0308")
    return unicodedata.normalize("NFC", bare).replace("ü", "v")
