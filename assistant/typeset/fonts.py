"""Fonts of a layout that a machine lacks, and characters that a font lacks."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from assistant.typeset.layout import Layout

_SMALL = "_GB2312"


class MissingFont(NamedTuple):
    """A font that is not installed, and the one that stands in for it, "" where the program must choose."""

    name: str
    stand_in: str


def missing_fonts(layout: Layout, installed: Collection[str]) -> tuple[MissingFont, ...]:
    """Return the layout's Chinese fonts that are not among the installed ones."""
    known = {name.casefold() for name in installed}
    return tuple(
        MissingFont(face.name, next((one for one in face.fallbacks if one.casefold() in known), ""))
        for face in layout.fonts
        if face.name.casefold() not in known
    )


def lacking_characters(layout: Layout, text: str) -> str:
    """Return the Chinese characters of a text that a font of the layout lacks, each once, in order.

    Fonts named …_GB2312 hold the 6763 characters of that standard alone; 喆 and 堃 in names are not among them.
    """
    styles = (layout.title, layout.subtitle, layout.body, *layout.headings, *layout.run_in)
    if not any(style.font.endswith(_SMALL) for style in styles):
        return ""
    return "".join(one for one in dict.fromkeys(text) if "\u3400" <= one <= "\U0003ffff" and _is_rare(one))


def _is_rare(character: str) -> bool:
    if "\uff00" <= character <= "\uffef":
        return False
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return False
