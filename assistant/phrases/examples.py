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
_CLAUSE_END = re.compile("[，：、]")
_LEAST_MORE = 6
"""Characters that an example has more than the phrase; with fewer, as in a heading, the next sentence belongs to it."""


def example_in(text: str, phrase: str, longest: int = LONGEST) -> str:
    """Return a sentence of a text that holds a phrase, of so many characters at most; "" where there is none.

    Slots of the phrase stand for what the text has there. Where the phrase is a sentence by itself, the next one
    follows.
    """
    shorter = ""
    for found in _pattern_of(phrase).finditer(text):
        first, last = _sentence_around(text, found.start(), found.end())
        if last - first < len(found[0]) + _LEAST_MORE:
            _, last = _sentence_around(text, first, min(last + 1, len(text)))
        example = text[first:last].strip().replace("\n", " ")
        if len(example) >= len(found[0]) + _LEAST_MORE:
            return _cut(example, found.start() - first, found.end() - first, longest)
        shorter = max(shorter, example, key=len)
    return shorter if len(phrase) < len(shorter) <= longest else ""


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


def _cut(example: str, start: int, end: int, longest: int) -> str:
    """Return so much of an example around its phrase: whole clauses, where they are not too long."""
    if len(example) <= longest:
        return example
    marks = [0, *(mark.end() for mark in _CLAUSE_END.finditer(example)), len(example)]
    first = max((at for at in marks if at <= start), default=0)
    last = min((at for at in marks if at >= end), default=len(example))
    if last - first > longest - 2:
        first = max(0, start - (longest - 2 - (end - start)) // 2)
        last = max(min(len(example), first + longest - 2), end)
    for at in (at for at in marks if at > last):
        if at - first <= longest - 2:
            last = at
    for at in (at for at in reversed(marks) if at < first):
        if last - at <= longest - 2:
            first = at
    return ("…" if first else "") + example[first:last] + ("…" if last < len(example) else "")
