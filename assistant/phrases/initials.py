"""Initials: the first letters of a phrase's pinyin, so that dsjy finds 党史教育."""

from __future__ import annotations

import unicodedata

from assistant.pinyin import readings


class _Letters(dict[int, str]):
    """The letter of each character by its code point; found when it is wanted first."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        letter = ""
        if "一" <= character <= "龥":
            letter = unicodedata.normalize("NFD", readings().of(character))[:1] or character
        elif character.isascii() and character.isalpha():
            letter = character.lower()
        self[code] = letter
        return letter


_LETTERS = _Letters()


def initials_of(text: str) -> str:
    """Return one lower-case letter for each Chinese character of `text`, and its Latin letters as they are."""
    return text.translate(_LETTERS)


def spelt_with(text: str, letters: str) -> str:
    """Return the part of a text whose initials are `letters`, the first one; "" where there is none."""
    places = [place for place, character in enumerate(text) if initials_of(character)]
    at = initials_of(text).find(letters.lower()) if letters else -1
    return text[places[at] : places[at + len(letters) - 1] + 1] if at >= 0 else ""
