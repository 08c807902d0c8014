"""Two states of a report side by side: which paragraphs belong together, and which words of them differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from assistant.report.model import Report
from assistant.report.tables import Table

_WORD = re.compile(r"[0-9A-Za-z.,%]+|\s+|.", re.DOTALL)
_FIGURES = re.compile(r"[0-9A-Za-z.,%*×Ｘ○〇某\s]+")
_BEGINNING = 5
"""Characters of a paragraph, figures and markers aside, by which it is known among many."""
_ALIKE = 45.0
"""From which percentage on two paragraphs count as one that was changed."""
_MOST_PAIRS = 60_000
_SHORTEST_EQUAL = 2
"""Equal pieces between changed ones that are shorter count as changed: single characters are equal by chance."""
_LONGEST_EXACT = 6_000
"""Paragraphs longer than this are marked as a whole: comparing them word by word would take seconds."""

Span = tuple[int, int]
"""First code point of a piece of a paragraph, and the one behind it."""


@dataclass(frozen=True, slots=True)
class PairOfParagraphs:
    """A paragraph before and after; None where there is none on that side."""

    before: int | None
    """Number of the line in the former text, from 0."""
    after: int | None
    before_text: str = ""
    after_text: str = ""
    before_marks: tuple[Span, ...] = ()
    """What of the former paragraph is gone."""
    after_marks: tuple[Span, ...] = ()
    """What of the latter paragraph is new."""

    @property
    def is_equal(self) -> bool:
        """Whether both sides are the same."""
        return self.before is not None and self.after is not None and self.before_text == self.after_text


@dataclass(frozen=True, slots=True)
class Difference:
    """How much differs between two states."""

    paragraphs: int
    """Paragraphs that were changed, added or removed."""
    added: int
    """Characters that are new, blanks aside."""
    removed: int


def paired_paragraphs(before: str, after: str) -> tuple[PairOfParagraphs, ...]:
    """Return the paragraphs of two texts in pairs, in the order of the texts."""
    old, new = before.split("\n"), after.split("\n")
    pairs: list[PairOfParagraphs] = []
    for tag, i, i_end, j, j_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs += [PairOfParagraphs(i + n, j + n, old[i + n], new[j + n]) for n in range(i_end - i)]
        else:
            for one, other in _aligned(old[i:i_end], new[j:j_end]):
                number = None if one is None else i + one
                other_number = None if other is None else j + other
                pairs.append(_pair(old, new, number, other_number))
    return tuple(pairs)


def paired_reports(before: Report, after: Report) -> tuple[PairOfParagraphs, ...]:
    """Return the paragraphs of two reports in pairs; cells of tables that kept their lines pair by their place."""
    old, new = before.text.split("\n"), after.text.split("\n")
    tables = list(zip(before.tables, after.tables, strict=False))
    if len(before.tables) != len(after.tables) or any(_lines(one) != _lines(other) for one, other in tables):
        return paired_paragraphs(before.text, after.text)
    pairs: list[PairOfParagraphs] = []
    i = j = 0
    for one, other in tables:
        pairs += _between(old, new, (i, one.first_line), (j, other.first_line))
        pairs += [_pair(old, new, one.first_line + n, other.first_line + n) for n in range(_lines(one))]
        i, j = one.end_line, other.end_line
    return (*pairs, *_between(old, new, (i, len(old)), (j, len(new))))


def _lines(table: Table) -> int:
    return table.end_line - table.first_line


def _between(old: Sequence[str], new: Sequence[str], one: Span, other: Span) -> Iterator[PairOfParagraphs]:
    """Yield the pairs of two stretches of lines, numbered as in the whole."""
    if one[0] == one[1] or other[0] == other[1]:  # text without any line is none
        yield from (_pair(old, new, number, None) for number in range(*one))
        yield from (_pair(old, new, None, number) for number in range(*other))
        return
    for pair in paired_paragraphs("\n".join(old[slice(*one)]), "\n".join(new[slice(*other)])):
        before = None if pair.before is None else pair.before + one[0]
        after = None if pair.after is None else pair.after + other[0]
        yield replace(pair, before=before, after=after)


def difference_of(pairs: Sequence[PairOfParagraphs]) -> Difference:
    """Return how much differs."""
    changed = [pair for pair in pairs if not pair.is_equal]
    removed = sum(_count(pair.before_text, pair.before_marks) for pair in changed)
    added = sum(_count(pair.after_text, pair.after_marks) for pair in changed)
    return Difference(len(changed), added, removed)


def _count(text: str, marks: Sequence[Span]) -> int:
    return sum(not character.isspace() for start, end in marks for character in text[start:end])


def _pair(old: Sequence[str], new: Sequence[str], before: int | None, after: int | None) -> PairOfParagraphs:
    one = "" if before is None else old[before]
    other = "" if after is None else new[after]
    if before is None or after is None:
        return PairOfParagraphs(before, after, one, other, _whole(one), _whole(other))
    before_marks, after_marks = marked_words(one, other)
    return PairOfParagraphs(before, after, one, other, before_marks, after_marks)


def marked_words(before: str, after: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return what is gone from `before` and what is new in `after`; figures are compared as wholes."""
    if max(len(before), len(after)) > _LONGEST_EXACT:
        return _whole(before), _whole(after)
    old, new = _WORD.findall(before), _WORD.findall(after)
    old_starts, new_starts = _starts(old), _starts(new)
    gone: list[Span] = []
    come: list[Span] = []
    i = j = 0
    for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        is_behind_change = block.a > i and block.b > j
        is_before_change = block.size and (block.a + block.size, block.b + block.size) != (len(old), len(new))
        if (
            is_behind_change
            and is_before_change
            and old_starts[block.a + block.size] - old_starts[block.a] < _SHORTEST_EQUAL
        ):
            continue
        if block.a > i:
            gone.append((old_starts[i], old_starts[block.a]))
        if block.b > j:
            come.append((new_starts[j], new_starts[block.b]))
        i, j = block.a + block.size, block.b + block.size
    return tuple(gone), tuple(come)


def _starts(words: Sequence[str]) -> list[int]:
    starts = [0]
    for word in words:
        starts.append(starts[-1] + len(word))
    return starts


def _whole(text: str) -> tuple[Span, ...]:
    return ((0, len(text)),) if text else ()


def _aligned(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int | None, int | None]]:
    """Yield which changed paragraphs belong together, in order: the pairs that are most alike in sum."""
    if len(old) * len(new) > _MOST_PAIRS:
        yield from _aligned_by_beginnings(old, new)
        return
    from rapidfuzz.fuzz import ratio  # not needed before two states are compared

    alike = [[score if (score := ratio(one, other)) >= _ALIKE else 0.0 for other in new] for one in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + alike[i][j])
    i = j = 0
    while i < len(old) or j < len(new):
        both = i < len(old) and j < len(new)
        if both and alike[i][j] and best[i][j] == best[i + 1][j + 1] + alike[i][j]:
            yield i, j
            i, j = i + 1, j + 1
        elif i < len(old) and (j == len(new) or best[i][j] == best[i + 1][j]):
            yield i, None
            i += 1
        else:
            yield None, j
            j += 1


def _aligned_by_beginnings(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int | None, int | None]]:
    """Yield the same for many paragraphs, by their first words without figures; what lies between is aligned finely."""
    matcher = SequenceMatcher(None, [_beginning(one) for one in old], [_beginning(one) for one in new], autojunk=False)
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        if tag == "equal":
            yield from ((i + number, j + number) for number in range(i_end - i))
        elif (i_end - i) * (j_end - j) > _MOST_PAIRS:
            yield from ((number, None) for number in range(i, i_end))
            yield from ((None, number) for number in range(j, j_end))
        else:
            for one, other in _aligned(old[i:i_end], new[j:j_end]):
                yield None if one is None else i + one, None if other is None else j + other


def _beginning(text: str) -> str:
    return _FIGURES.sub("", text)[:_BEGINNING]
