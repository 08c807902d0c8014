"""Initials: the first letters of a phrase's pinyin, so that dsjy finds 党史教育."""

from __future__ import annotations

from functools import cache

from pypinyin import Style, lazy_pinyin


def initials_of(text: str) -> str:
    """Return one lower-case letter for each Chinese character of `text`, and its Latin letters as they are."""
    return "".join(letter for c in text if (letter := _initial(c)))


@cache
def _initial(character: str) -> str:
    if "一" <= character <= "龥":
        return lazy_pinyin(character, style=Style.FIRST_LETTER)[0][:1]
    return character.lower() if character.isascii() and character.isalpha() else ""
