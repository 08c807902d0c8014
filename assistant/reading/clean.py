"""Cleaning: what is no part of the report is taken out, and every change is recorded.

The record maps places of the cleaned text back to the source, so that `scan` can speak of the file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant.report.model import lines_with_offsets
from assistant.report.numbering import read_label
from assistant.resources import load_rules

_BLANKS = " \t　\xa0\u2000-\u200a\u202f\u205f"
_BLANK_CHARACTERS = "".join(character for character in map(chr, range(0x3001)) if re.match(f"[{_BLANKS}]", character))
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff\ud800-\udfff]"
)
_LEADING = re.compile(f"[{_BLANKS}]+")
_TRAILING = re.compile(f"[{_BLANKS}]+$")
_LAST_BLANK = re.compile(f"[{_BLANKS}]\\Z")
# A line that ends so is whole; one that ends otherwise in mid-sentence goes on in the next.
_WHOLE = "。！？；：…”’）》】〉」』.!?;:)"
_BROKEN_OFF = "，、（《“‘"
_SHORTEST_BROKEN = 12
# What begins a new paragraph whatever stands before it.
_BEGINS = re.compile("[一二三四五六七八九十]{1,2}[是要]|第[一二三四五]|同志们|各位")
_SHORTEST_WRAPPED, _FEWEST_WRAPPED, _WRAP_SLACK = 18, 3, 2


@dataclass(frozen=True, slots=True)
class Removal:
    """A span of the source that is no part of the cleaned text."""

    start: int
    """First code point in the source's decoded text."""
    end: int
    text: str
    reason: str
    """site_mark, site_line, page_line, blank_line, leading_blank, trailing_blank, invisible, broken_line."""


@dataclass(frozen=True, slots=True)
class CleanedText:
    """The text without what was removed, and the record of it."""

    text: str
    removals: tuple[Removal, ...]
    """In the order of the source, not overlapping."""

    def to_source(self, position: int) -> int:
        """Return where the character at `position` of the cleaned text stands in the source (code points)."""
        return source_positions(self.removals)(position)


def clean_text(source: str, whole: Collection[int] = ()) -> CleanedText:
    """Take noise, stray blanks and broken lines out of the decoded text of a file.

    `whole` are numbers of lines that stay as they are, whatever is in them: those of tables and pictures.
    """
    removals = sorted(_removals(source, whole), key=lambda removal: removal.start)
    kept, done = [], 0
    for removal in removals:
        kept.append(source[done : removal.start])
        done = removal.end
    kept.append(source[done:])
    return CleanedText("".join(kept), tuple(removals))


def source_positions(removals: Iterable[Removal]) -> _Positions:
    """Return a callable that maps positions of the cleaned text to the source; quick for many calls."""
    return _Positions(removals)


class _Positions:
    """The offsets at which the cleaned text skips parts of its source."""

    def __init__(self, removals: Iterable[Removal]) -> None:
        self._starts: list[int] = []
        self._skipped: list[int] = []
        skipped = 0
        for removal in removals:
            self._starts.append(removal.start - skipped)
            skipped += removal.end - removal.start
            self._skipped.append(skipped)

    def __call__(self, position: int) -> int:
        """Return the source position of a character; behind a removal where one stands just before it."""
        index = bisect_right(self._starts, position)
        return position + (self._skipped[index - 1] if index else 0)


def _removals(source: str, whole: Collection[int]) -> Iterator[Removal]:
    """Yield what goes; a blank line goes with the newline before it, the first lines with the one behind."""
    kept: tuple[int, str] | None = None
    blank_before = was_full = has_kept = False
    wrapped = _wrapped_length(source)
    for number, (start, line) in enumerate(lines_with_offsets(source)):
        if number in whole:
            kept, has_kept = None, True
            continue
        reason = _reason_to_drop(line)
        if reason is not None:
            blank_before = True
            yield from _dropped_line(source, start, line, reason, is_first=not has_kept)
            continue
        inner = list(_inner_removals(start, line))
        yield from inner
        text = _without(line, start, inner)
        indented = text != line[: len(text)]
        if kept is not None and not blank_before and _goes_on(kept[1], text, indented=indented, is_full=was_full):
            yield Removal(start - 1, start, "\n", "broken_line")
            text = kept[1] + text
        kept, has_kept = (start, text), True
        was_full = wrapped is not None and abs(len(line.rstrip()) - wrapped) <= _WRAP_SLACK
        blank_before = False


def _wrapped_length(source: str) -> int | None:
    """Return the length at which the lines of a text were broken by hand or by a PDF, or None.

    At least three lines without end mark share it, and hardly any line is longer.
    """
    lengths = [len(line.rstrip()) for line in source.split("\n") if line.strip()]
    broken = Counter(
        len(line.rstrip())
        for line in source.split("\n")
        if len(line.rstrip()) >= _SHORTEST_WRAPPED and line.rstrip()[-1] not in _WHOLE
    )
    for length, times in broken.most_common(1):
        longer = sum(other > length + _WRAP_SLACK for other in lengths)
        if times >= _FEWEST_WRAPPED and longer * 10 <= len(lengths):
            return length
    return None


def _dropped_line(source: str, start: int, line: str, reason: str, *, is_first: bool) -> Iterator[Removal]:
    end = start + len(line)
    if is_first:
        end = min(end + 1, len(source))
    else:
        start -= 1
    if start < end:
        yield Removal(start, end, source[start:end], reason)


def _reason_to_drop(line: str) -> str | None:
    visible = _INVISIBLE.sub("", line).strip(" \t　\xa0")
    if not visible:
        return "blank_line"
    bare = visible
    for pattern, _ in _noise("part"):
        bare = pattern.sub("", bare)
    if not bare.strip():
        return _noise("part")[0][1]
    return _line_reason(visible)


@lru_cache(maxsize=4096)
def _line_reason(visible: str) -> str | None:
    """Return why the whole line is noise; most lines are none, and one pattern of all rules tells that."""
    if _any_noise_line().fullmatch(visible) is None:
        return None
    return next(reason for pattern, reason in _noise("line") if pattern.fullmatch(visible))


@cache
def _noise(part: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    rules = load_rules("reading", "noise.toml")[part]
    return tuple((re.compile(rule["pattern"]), str(rule["reason"])) for rule in rules)


@cache
def _any_noise_line() -> re.Pattern[str]:
    patterns = (rule["pattern"] for rule in load_rules("reading", "noise.toml")["line"])
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


def _inner_removals(start: int, line: str) -> Iterator[Removal]:
    """Yield marks and invisible characters inside a line, then blanks at its ends; never overlapping."""
    spans = [
        (found.start(), found.end(), reason) for pattern, reason in _noise("part") for found in pattern.finditer(line)
    ]
    if not spans and _INVISIBLE.search(line) is None:
        leading = _LEADING.match(line)
        if leading is not None:
            yield Removal(start, start + leading.end(), leading[0], "leading_blank")
        if _LAST_BLANK.search(line) is not None:
            end = len(line.rstrip(_BLANK_CHARACTERS))
            yield Removal(start + end, start + len(line), line[end:], "trailing_blank")
        return
    taken = [False] * len(line)
    for first, last, _ in spans:
        taken[first:last] = [True] * (last - first)
    spans += [(m.start(), m.end(), "invisible") for m in _INVISIBLE.finditer(line) if not taken[m.start()]]
    for first, last, _ in spans:
        taken[first:last] = [True] * (last - first)
    spans += _end_blanks(line, taken)
    for first, last, reason in sorted(spans):
        yield Removal(start + first, start + last, line[first:last], reason)


def _end_blanks(line: str, taken: list[bool]) -> list[tuple[int, int, str]]:
    """Return runs of blanks that stand at the line's ends once the taken characters are gone."""
    rest: Sequence[int] = range(len(line))
    text = line
    if any(taken):
        rest = [i for i, gone in enumerate(taken) if not gone]
        text = "".join(line[i] for i in rest)
    found = []
    for pattern, reason in ((_LEADING, "leading_blank"), (_TRAILING, "trailing_blank")):
        match = pattern.match(text) if pattern is _LEADING else pattern.search(text)
        if match is not None:
            found += [(rest[i], rest[i] + 1, reason) for i in range(match.start(), match.end())]
    return _merged(found)


def _merged(spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    merged: list[tuple[int, int, str]] = []
    for first, last, reason in spans:
        if merged and merged[-1][1] == first and merged[-1][2] == reason:
            merged[-1] = (merged[-1][0], last, reason)
        else:
            merged.append((first, last, reason))
    return merged


def _without(line: str, start: int, removals: list[Removal]) -> str:
    parts, done = [], 0
    for removal in removals:
        parts.append(line[done : removal.start - start])
        done = removal.end - start
    return "".join(parts) + line[done:]


def _goes_on(line: str, following: str, *, indented: bool, is_full: bool) -> bool:
    """Whether `line` breaks off in mid-sentence and `following` continues it.

    An indent begins a new paragraph; a line as long as the text's wrapped lines (`is_full`) goes on unless it ends.
    """
    if line[-1:] in _WHOLE or read_label(following) or _BEGINS.match(following):
        return False
    if line[-1:] in _BROKEN_OFF:
        return True
    if indented:
        return False
    return is_full or (len(line) >= _SHORTEST_BROKEN and ("。" in line or "；" in line))
