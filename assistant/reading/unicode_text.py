"""Text files in an encoding that shows itself: a byte order mark, or UTF-8; nothing is guessed here."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from assistant.report.errors import AssistantError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
PROBE = 200_000
"""Bytes or characters at the beginning of a file by which it is judged."""
# Control characters that no text file has; tab, newline, form feed, return and the old end-of-file mark may occur.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f]")


@dataclass(frozen=True, slots=True)
class DecodedText:
    """The text of a file with all newlines as line feeds and nothing else changed."""

    text: str
    encoding: str


def decode_unicode(data: bytes) -> DecodedText | None:
    """Return the text of a file that has a byte order mark or is UTF-8; None where it is neither.

    Raises:
        AssistantError: `file.not_text` where there is a mark and what follows is no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return decoded_as(data, encoding)
    try:
        return decoded_as(data, "utf-8")
    except AssistantError:
        return None


def decoded_as(data: bytes, encoding: str) -> DecodedText:
    """Return the text of a file in this encoding.

    Raises:
        AssistantError: `file.not_text` where the bytes are no text in it.
    """
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise AssistantError("file.not_text") from None
    if len(_CONTROLS.findall(text[:PROBE])) > len(text[:PROBE]) // 1000:
        raise AssistantError("file.not_text")
    return DecodedText(text.replace("\r\n", "\n").replace("\r", "\n"), encoding.removesuffix("-sig"))
