"""The style sheet of a binary Word document, as far as it numbers paragraphs.

Source: [MS-DOC] 2.9.271 (STSH), 2.9.260 (STD), 2.9.334 (UpxPapx). Headings are numbered by their style in most
documents that were laid out with care: the paragraph itself then names no list.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

from assistant.reading.doc_formatting import LIST, LIST_LEVEL, properties

_PARAGRAPH_STYLE = 1
_MOST_STEPS = 40
_MOST_STYLES = 4_000


@dataclass(frozen=True, slots=True)
class _Style:
    base: int
    """Index of the style that it is based on."""
    list_index: int | None
    """Index of its list from 1, 0 for none, None where it says nothing."""
    level: int | None


def lists_of_styles(packed: bytes) -> dict[int, tuple[int, int]]:
    """Return (list index from 1, level) by the index of each paragraph style that numbers; `packed` is the STSH.

    A style sheet that breaks off gives what stands before that.
    """
    styles: dict[int, _Style] = {}
    try:
        (head,) = struct.unpack_from("<H", packed)
        count, base_bytes = struct.unpack_from("<HH", packed, 2)
        at = 2 + head
        for index in range(min(count, _MOST_STYLES)):
            (length,) = struct.unpack_from("<H", packed, at)
            if (style := _style(packed[at + 2 : at + 2 + length], base_bytes)) is not None:
                styles[index] = style
            at += 2 + length + length % 2
    except struct.error:
        pass
    found = {index: _resolved(index, styles) for index in styles}
    return {index: one for index, one in found.items() if one[0] > 0}


def _style(packed: bytes, base_bytes: int) -> _Style | None:
    """Return one style, None where it is none of paragraphs or says nothing."""
    if len(packed) < base_bytes + 4 or base_bytes < 4:
        return None
    (kind_and_base,) = struct.unpack_from("<H", packed, 2)
    if kind_and_base & 0xF != _PARAGRAPH_STYLE:
        return None
    (name_length,) = struct.unpack_from("<H", packed, base_bytes)
    at = base_bytes + 4 + 2 * name_length
    at += at % 2
    (length,) = struct.unpack_from("<H", packed, at)
    values = dict(properties(packed[at + 4 : at + 2 + length]))
    return _Style(kind_and_base >> 4, values.get(LIST), values.get(LIST_LEVEL))


def _resolved(index: int, styles: dict[int, _Style]) -> tuple[int, int]:
    """Return list and level of a style or of the nearest that it is based on; list 0 where there is none."""
    list_index: int | None = None
    level: int | None = None
    for _ in range(_MOST_STEPS):
        style = styles.get(index)
        if style is None:
            break
        list_index = style.list_index if list_index is None else list_index
        level = style.level if level is None else level
        index = style.base
    return list_index or 0, level or 0
