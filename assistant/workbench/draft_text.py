"""The text of a returned draft beside the report's: changes outside the fields, and values whose control is gone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from assistant.report.model import Role
from assistant.workbench.working import WorkingReport

if TYPE_CHECKING:
    from assistant.writing.draft_reading import ReturnedDraft, ReturnedLine

_PADDING = " \t\u3000\u00a0"
_FIRST_SIGN, _SIGNS = 0xE000, 0x1900
"""Private characters stand for fields while lines are compared."""
_LONGEST_VALUE = 60
_MOST_COMPARED = 2000
_MOST_ALIKE = 200
"""A line that has changed is looked for among so many lines of the draft."""
_LONG = 5_000
"""Where more lines, or characters of a paragraph, differ, what is met often is passed over in comparing them."""
_LIKE = 0.6
"""difflib's own measure of a close match."""


@dataclass(frozen=True, slots=True)
class TextChange:
    """A change outside the fields."""

    start: int
    """Code points into the report's text: what stands there now is `old`."""
    end: int
    old: str
    new: str
    line: str
    """The changed paragraph of the draft, to be looked at."""


@dataclass(frozen=True, slots=True)
class DraftText:
    """How the text of a draft and of the report differ."""

    changes: tuple[TextChange, ...]
    lone_values: tuple[tuple[str, str], ...]
    """(field id, value) where a paragraph kept its words and lost its controls."""
    common_lines: int
    """Paragraphs that both have."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with a sign for each field in it."""

    signed: str
    """The line's text, one private character for each place of a field."""
    starts: tuple[int, ...]
    """Where each character of `signed` begins, and where the last ends; in the report's text, else in the line."""
    fields: tuple[str, ...]
    """Ids of its fields in order."""
    text: str


def compare_text(working: WorkingReport, draft: ReturnedDraft) -> DraftText:
    """Return how the text of a draft differs from the report's, values aside."""
    placed = {place.field_id for line in draft.lines for place in line.places} | set(draft.bound)
    signs = {field_id: chr(_FIRST_SIGN + number % _SIGNS) for number, field_id in enumerate(sorted(placed))}
    ours = list(_report_lines(working, signs))
    theirs = [line for line in (_draft_line(one, signs) for one in draft.lines) if line.signed]
    changes: list[TextChange] = []
    values: list[tuple[str, str]] = []
    common = 0
    for kind, a, b, c, d in _opcodes([one.signed for one in ours], [one.signed for one in theirs]):
        if kind == "equal":
            common += b - a
            continue
        pairs, lone_ours, lone_theirs = _paired(ours[a:b], theirs[c:d])
        for our, their in pairs:
            found = _values_between(our, their.text)
            if found is None:
                changes += _line_changes(working.report.text, our, their)
            else:
                values += found
                common += 1
        changes += [_removed(working.report.text, line) for line in lone_ours]
        at = ours[b - 1].starts[-1] if b else 0
        changes += [TextChange(at, at, "", f"\n{line.text}", line.text) for line in lone_theirs]
    return DraftText(tuple(changes), tuple(values), common)


def _opcodes(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield how to get from one sequence to the other; what both begin and end with is not compared further."""
    shorter = min(len(ours), len(theirs))
    head = next((at for at in range(shorter) if ours[at] != theirs[at]), shorter)
    tail = next((at for at in range(shorter - head) if ours[-1 - at] != theirs[-1 - at]), shorter - head)
    if head:
        yield "equal", 0, head, 0, head
    our_end, their_end = len(ours) - tail, len(theirs) - tail
    middle, other = ours[head:our_end], theirs[head:their_end]
    if isinstance(middle, str) and len(middle) > _LONG and len(other) > _LONG:
        yield "replace", head, our_end, head, their_end
    else:
        is_long = len(middle) > _LONG or len(other) > _LONG
        for kind, a, b, c, d in SequenceMatcher(None, middle, other, autojunk=is_long).get_opcodes():
            yield kind, head + a, head + b, head + c, head + d
    if tail:
        yield "equal", our_end, len(ours), their_end, len(theirs)


def _report_lines(working: WorkingReport, signs: dict[str, str]) -> Iterator[_Line]:
    text = working.report.text
    places = sorted(
        (place.start, place.end, field.id)
        for field in working.report.fields
        if field.id in signs
        for place in field.occurrences
    )
    index = 0
    for paragraph in working.paragraphs:
        while index < len(places) and places[index][1] <= paragraph.start:
            index += 1
        behind = index
        while behind < len(places) and places[behind][0] < paragraph.end:
            behind += 1
        line = paragraph.text_of(text)
        if paragraph.role in (Role.NOISE, Role.PICTURE) or not line.strip(_PADDING):
            continue
        start = paragraph.start + len(line) - len(line.lstrip(_PADDING))
        end = paragraph.start + len(line.rstrip(_PADDING))
        yield _signed(text, start, end, places[index:behind], signs)


def _draft_line(line: ReturnedLine, signs: dict[str, str]) -> _Line:
    start = len(line.text) - len(line.text.lstrip(_PADDING))
    end = max(start, len(line.text.rstrip(_PADDING)))
    return _signed(line.text, start, end, [(one.start, one.end, one.field_id) for one in line.places], signs)


def _signed(text: str, start: int, end: int, places: Sequence[tuple[int, int, str]], signs: dict[str, str]) -> _Line:
    pieces, starts, fields = [], [], []
    position = start
    for first, last, field_id in places:
        first, last = max(first, position), max(min(last, end), position)
        pieces.append(text[position:first] + signs[field_id])
        starts += [*range(position, first), first]
        fields.append(field_id)
        position = last
    pieces.append(text[position:end])
    starts += [*range(position, end), end]
    return _Line("".join(pieces), tuple(starts), tuple(fields), text[start:end])


def _paired(ours: list[_Line], theirs: list[_Line]) -> tuple[list[tuple[_Line, _Line]], list[_Line], list[_Line]]:
    """Pair the lines of a stretch that differs: one by one where there are as many, else by likeness."""
    if len(ours) == len(theirs):
        return list(zip(ours, theirs, strict=True)), [], []
    pairs, rest = [], list(theirs)
    lone = []
    for our in ours:
        best = max(rest[:_MOST_ALIKE], key=lambda their: _likeness(our, their), default=None)
        if best is not None and _likeness(our, best) > _LIKE:
            pairs.append((our, best))
            rest.remove(best)
        else:
            lone.append(our)
    return pairs, lone, rest


def _likeness(one: _Line, other: _Line) -> float:
    return SequenceMatcher(None, one.signed[:_MOST_COMPARED], other.signed[:_MOST_COMPARED]).quick_ratio()


def _is_sign(character: str) -> bool:
    return _FIRST_SIGN <= ord(character) < _FIRST_SIGN + _SIGNS


def _values_between(our: _Line, text: str) -> list[tuple[str, str]] | None:
    """Return the values that stand in `text` where our line has fields; None where other words stand around them."""
    if not our.fields:
        return None
    words = "".join("\0" if _is_sign(character) else character for character in our.signed).split("\0")
    if not text.startswith(words[0]) or not text.endswith(words[-1]):
        return None
    position = len(words[0])
    values = []
    for number, (field_id, behind) in enumerate(zip(our.fields, words[1:], strict=True), 1):
        last = number == len(our.fields)
        found = len(text) - len(behind) if last else text.find(behind, position + 1)
        if not behind and not last:
            return None  # two fields side by side: nobody can tell where one ends
        if not position < found <= position + _LONGEST_VALUE:
            return None
        values.append((field_id, text[position:found]))
        position = found + len(behind)
    return values


def _line_changes(text: str, our: _Line, their: _Line) -> Iterator[TextChange]:
    for kind, a, b, c, d in _opcodes(our.signed, their.signed):
        if kind == "equal" or any(map(_is_sign, our.signed[a:b])):
            continue
        start, end = our.starts[a], our.starts[b]
        new = "".join("" if _is_sign(one) else one for one in their.signed[c:d])
        if text[start:end] != new:
            yield TextChange(start, end, text[start:end], new, their.text)


def _removed(text: str, line: _Line) -> TextChange:
    start, end = line.starts[0], line.starts[-1]
    return TextChange(start, end, text[start:end], "", "")
