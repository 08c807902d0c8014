"""Examples: the sentence of a report in which a phrase stands, looked up when it is wanted."""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 120
"""Characters of an example; longer sentences are cut at both ends."""
_SLOT = re.compile(r"\{[^{}]+\}")
_VALUE = r"[^。！？；\n]{1,24}?"
_BETWEEN = r"[，：:；,](?:[^。！？\n]{0,8}?)"
_END = "。！？；\n"
_LEAST_MORE = 6
"""Characters that an example has more than the phrase; with fewer, as in a heading, the next sentence belongs to it."""


def example_in(text: str, phrase: str) -> str:
    """Return a sentence of a text that holds a phrase, "" where there is none.

    Slots of the phrase stand for what the text has there. Where the phrase is a sentence by itself, the next one
    follows.
    """
    longest = ""
    for found in _pattern_of(phrase).finditer(text):
        first, last = _sentence_around(text, found.start(), found.end())
        if last - first < len(found[0]) + _LEAST_MORE:
            _, last = _sentence_around(text, first, min(last + 1, len(text)))
        example = text[first:last].strip()
        if len(example) >= len(found[0]) + _LEAST_MORE:
            return _cut(example, found.start() - first, found.end() - first)
        longest = max(longest, example, key=len)
    return longest if len(longest) > len(phrase) else ""


def _pattern_of(phrase: str) -> re.Pattern[str]:
    """Return a pattern of a phrase: slots stand for any words, and words may follow a mark that mining left out."""
    bare = _SLOT.sub("\0", phrase).strip("\0")
    return re.compile("".join(_parts_of(bare)))


def _parts_of(bare: str) -> Iterator[str]:
    for piece in re.split("([\0，])", bare):
        yield _VALUE if piece == "\0" else _BETWEEN if piece == "，" else re.escape(piece)


def _sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    first = max((text.rfind(mark, 0, start) for mark in _END), default=-1) + 1
    ends = (at for mark in _END if (at := text.find(mark, end)) >= 0)
    last = min(ends, default=len(text))
    return first, min(last + (text[last : last + 1] != "\n"), len(text))


def _cut(example: str, start: int, end: int) -> str:
    """Return an example around its phrase."""
    if len(example) <= LONGEST:
        return example
    first = max(0, min(start - (LONGEST - (end - start)) // 2, len(example) - LONGEST))
    last = max(first + LONGEST, end)
    return ("…" if first else "") + example[first:last] + ("…" if last < len(example) else "")
