"""How wide every character is, from tables of our own: lines break alike on machines with other fonts.

A Chinese character and a Chinese mark are as wide as the font is high; digits and Latin letters have the widths of
Times New Roman where the layout names that font, else half of a Chinese character.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Mapping

from assistant.resources import load_rules
from assistant.typeset.layout import TextStyle

_LATIN_END = 0x2E80
"""Code points below are digits, letters or marks that may be set in the Latin font; all above are Chinese."""
_ALWAYS_LATIN_END = 0x590
_TAB = "\t"


@functools.cache
def _chinese_marks() -> frozenset[str]:
    return frozenset(load_rules("typeset", "line_breaking.toml")["chinese_marks"])


@functools.cache
def is_latin(character: str) -> bool:
    """Whether a character is set in the Latin font: digits, letters and their marks, but not “ ” — … · ×."""
    code = ord(character)
    if code >= _LATIN_END or character in _chinese_marks():
        return False
    return code < _ALWAYS_LATIN_END or unicodedata.east_asian_width(character) in ("Na", "N", "H")


@functools.cache
def _latin_table(*, bold: bool) -> Mapping[str, float]:
    """Return the width of every known Latin character, in widths of one Chinese character."""
    rules = load_rules("typeset", "latin_widths.toml")
    return {
        chr(block["first"] + index): width / rules["units"]
        for block in rules["bold" if bold else "regular"]
        for index, width in enumerate(block["widths"])
    }


def natural_width(character: str, style: TextStyle) -> float:
    """Return the width of a character in twips, letter spacing included.

    Combining and invisible characters have no width of their own; a tab counts as one Chinese character.
    """
    em = style.size * 10
    if character == _TAB:
        return em
    if not is_latin(character):
        return 0.0 if unicodedata.category(character) in ("Mn", "Me", "Cf") else em + style.letter_spacing
    if unicodedata.category(character) in ("Mn", "Me", "Cf", "Cc"):
        return 0.0
    if style.latin_font not in load_rules("typeset", "latin_widths.toml")["fonts"]:
        return em / 2 + style.letter_spacing
    return em * _latin_table(bold=style.bold).get(character, 0.5) + style.letter_spacing


class Widths:
    """Widths in one style, each looked up once: a long report asks hundreds of thousands of times."""

    def __init__(self, style: TextStyle) -> None:
        self._style = style
        self._known: dict[str, float] = {}

    def of(self, text: str) -> list[float]:
        """Return the width of every character of `text`, in twips."""
        known = self._known
        for character in set(text).difference(known):
            known[character] = natural_width(character, self._style)
        return [known[character] for character in text]


@functools.cache
def widths_of(style: TextStyle) -> Widths:
    """Return the widths in a style; the same object for equal styles."""
    return Widths(style)
