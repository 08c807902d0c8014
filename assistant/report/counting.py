"""Counting a report as offices do: by the rules of Word's 字数统计, and without punctuation.

Word counts every Chinese character and every Chinese mark as one, and every run of other characters between blanks or
Chinese characters as one word: "2025年增长12.5%。" is 2025, 年, 增, 长, 12.5%, 。: six.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_IDEOGRAPHS = "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u303b\u3040-\u30ff\u3100-\u312f\u31a0-\u31ff\u3400-\u4dbf"
_IDEOGRAPHS += "\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
_MARKS = "\u00b7\u2014\u2018\u2019\u201c\u201d\u2026\u3001-\u3004\u3008-\u3020\u3030-\u3037\u303c-\u303f"
_MARKS += "\ufe10-\ufe1f\ufe30-\ufe4f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\uffe0-\uffe6"
# Signs that Chinese typefaces draw as wide as a character: ①, ㎡, ℃, ‰, ×, →, ■, １, Ａ.
_SIGNS = "\u00d7\u00f7\u2030\u2032\u2033\u203b\u2100-\u214f\u2150-\u218f\u2190-\u21ff\u2200-\u22ff\u2460-\u24ff"
_SIGNS += "\u2500-\u26ff\u3200-\u33ff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"

_WIDE = re.compile(f"[{_IDEOGRAPHS}{_MARKS}{_SIGNS}]")
_WIDE_UNMARKED = re.compile(f"[{_IDEOGRAPHS}{_SIGNS}]")
_WORD = re.compile(rf"[^\s{_IDEOGRAPHS}{_MARKS}{_SIGNS}]+")
_HAS_LETTER = re.compile(r"\w")
_BLANK = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Counts:
    """How long a text is."""

    words: int
    """字数 as Word counts."""
    words_unmarked: int
    """字数 without punctuation: neither Chinese marks nor words that are marks alone."""
    characters: int
    """Characters without blanks."""
    characters_and_blanks: int
    """Characters with blanks, line breaks not counted."""
    chinese: int
    """Chinese characters and marks."""
    foreign: int
    """Words of other scripts, figures among them."""
    paragraphs: int
    """Lines that are not empty."""


def count_text(text: str) -> Counts:
    """Return how long a text is."""
    chinese = len(_WIDE.findall(text))
    foreign = _WORD.findall(text)
    spelled = sum(_HAS_LETTER.search(word) is not None for word in foreign)
    blanks = len(_BLANK.findall(text))
    return Counts(
        words=chinese + len(foreign),
        words_unmarked=len(_WIDE_UNMARKED.findall(text)) + spelled,
        characters=len(text) - blanks,
        characters_and_blanks=len(text) - text.count("\n"),
        chinese=chinese,
        foreign=len(foreign),
        paragraphs=sum(bool(line.strip()) for line in text.split("\n")),
    )


def count_words(text: str) -> int:
    """Return 字数 as Word counts it."""
    return len(_WIDE.findall(text)) + len(_WORD.findall(text))
