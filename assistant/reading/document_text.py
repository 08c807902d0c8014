"""What every reader of office documents returns, and the limits that all of them keep."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.reading.shown_lines import DocumentObjects

LARGEST_UNPACKED = 400_000_000
"""Bytes of all parts of a packed document together."""
MOST_NESTED = 2_000
"""Groups or elements within each other; real documents have some dozens."""
MOST_CHARACTERS = 5_000_000
"""Characters of a document with all that is left out of its text; a report has some 10,000."""
MOST_PIECES = 1_500_000
"""Control words, runs or drawing commands of one document; a report of fifty pages has some 100,000."""

_NEWLINES = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class DocumentText:
    """What was read from a document."""

    text: str
    """Paragraphs joined by newlines; a line break inside a paragraph is a newline too. No control characters
    but tab and newline, no lone surrogates."""
    notices: tuple[str, ...]
    """Names of sentences about what was not taken over, in the order of the wording file."""
    objects: DocumentObjects | None = None
    """Tables and pictures, where there are any."""


def document_text(text: str, notices: tuple[str, ...]) -> DocumentText:
    """Return the text with newlines as line feeds and without characters that are no text."""
    return DocumentText(plain_text(text), notices)


def plain_text(text: str) -> str:
    """Return the text with newlines as line feeds and without characters that are no text."""
    return _CONTROLS.sub("", _NEWLINES.sub("\n", text))
