"""Text in XML: what must be escaped, and what XML 1.0 cannot hold at all."""

from __future__ import annotations

import re

_SPECIAL = re.compile('[&<>"\t\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]')
_FORBIDDEN = (*range(0x09), *range(0x0B, 0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
_ATTRIBUTE: dict[int, str | None] = {
    **dict.fromkeys(_FORBIDDEN, None),
    ord("&"): "&amp;",
    ord("<"): "&lt;",
    ord(">"): "&gt;",
    ord('"'): "&quot;",
    ord("\t"): "&#9;",
}
# In a run a tab is an element of its own; a tab inside w:t is drawn as a space.
_RUN_TEXT: dict[int, str | None] = {**_ATTRIBUTE, ord("\t"): '</w:t><w:tab/><w:t xml:space="preserve">'}


def xml_text(text: str) -> str:
    """Return `text` for an attribute or for an element outside of runs; forbidden characters are dropped."""
    return text.translate(_ATTRIBUTE) if _SPECIAL.search(text) else text


def run_text(text: str) -> str:
    """Return `text` for the w:t element of a run; forbidden characters are dropped, tabs become w:tab."""
    return text.translate(_RUN_TEXT) if _SPECIAL.search(text) else text
