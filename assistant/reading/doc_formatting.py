"""The formatting of a binary Word document that changes what its page says: deleted and hidden runs, numbers.

Source: [MS-DOC] 2.8.5 (PlcBteChpx), 2.8.6 (PlcBtePapx), 2.9.131 (LVL), 2.9.147 (LSTF), 2.9.128 (LFO), 2.9.132 (LFOLVL).
Places are byte offsets into the stream WordDocument.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from assistant.reading.auto_numbers import ListLevel

_PAGE = 512
_DELETED, _INSERTED, _HIDDEN = 0x0800, 0x0801, 0x083C
LIST_LEVEL, LIST = 0x260A, 0x460B
"""Codes of the modifiers that put a paragraph, or those of a style, into a list."""
_OPERAND_BYTES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
_TABLE_DEFINITION = 0xD608
_MOST_LISTS = 4_000
# Number forms by their code in [MS-OSHARED] 2.2.1.3.
_FORMS = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 10: "ideographDigital",
    11: "japaneseCounting", 14: "decimalFullWidth", 18: "decimalEnclosedCircle", 22: "decimalZero", 23: "bullet",
    26: "decimalEnclosedFullstop", 27: "decimalEnclosedParen", 28: "decimalEnclosedCircleChinese",
    29: "ideographEnclosedCircle", 30: "ideographTraditional", 31: "ideographZodiac", 33: "taiwaneseCounting",
    35: "taiwaneseCountingThousand", 37: "chineseCounting", 38: "chineseLegalSimplified",
    39: "chineseCountingThousand", 255: "none",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Runs:
    """Stretches of the stream with what was found of each; not overlapping, in order."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    values: tuple[frozenset[str] | tuple[int, int], ...]

    def at(self, place: int) -> frozenset[str] | tuple[int, int] | None:
        """Return what was found of the byte at `place`, or None."""
        index = bisect_right(self.starts, place) - 1
        return self.values[index] if index >= 0 and place < self.ends[index] else None


def properties(packed: bytes) -> Iterator[tuple[int, int]]:
    """Yield (code, operand) of a list of property modifiers; operands longer than four bytes are cut."""
    place = 0
    while place + 2 <= len(packed):
        code = int.from_bytes(packed[place : place + 2], "little")
        place += 2
        size = _OPERAND_BYTES.get(code >> 13)
        if size is None:
            width = 2 if code == _TABLE_DEFINITION else 1
            size = int.from_bytes(packed[place : place + width], "little") - (code == _TABLE_DEFINITION)
            place += width
        yield code, int.from_bytes(packed[place : place + min(size, 4)], "little")
        place += max(size, 0)


def marked_runs(stream: bytes, table: bytes) -> Runs:
    """Return the runs that are "deleted", "inserted" or "hidden"; `table` is the PlcBteChpx."""
    found: list[tuple[int, int, frozenset[str] | tuple[int, int]]] = []
    names = {_DELETED: "deleted", _INSERTED: "inserted", _HIDDEN: "hidden"}
    for page in _pages(stream, table):
        count = page[-1]
        for index in range(min(count, (_PAGE - 5) // 5)):
            start, end = struct.unpack_from("<II", page, index * 4)
            at = page[(count + 1) * 4 + index] * 2
            if at and at < _PAGE - 1:
                marks = properties(page[at + 1 : at + 1 + page[at]])
                words = frozenset(names[code] for code, value in marks if code in names and value & 0xFF == 1)
                if words:
                    found.append((start, end, words))
    return _runs(found)


@dataclass(frozen=True, slots=True)
class DocList:
    """A list as paragraphs name it."""

    own_id: int
    """Of the definition that it counts with."""
    levels: dict[int, ListLevel]
    restarts: frozenset[int] = frozenset()
    """Levels that begin anew where the list is used for the first time."""


def numbered_paragraphs(stream: bytes, table: bytes, styles: Mapping[int, tuple[int, int]]) -> Runs:
    """Return the paragraphs that stand in a list as (list index from 1, level); `table` is the PlcBtePapx.

    `styles` has the same by the index of each style that numbers; what a paragraph says itself goes before that.
    """
    found: list[tuple[int, int, frozenset[str] | tuple[int, int]]] = []
    for page in _pages(stream, table):
        count = page[-1]
        for index in range(min(count, (_PAGE - 5) // 17)):
            start, end = struct.unpack_from("<II", page, index * 4)
            at = page[(count + 1) * 4 + index * 13] * 2
            if not at or at >= _PAGE - 4:
                continue
            length = page[at] * 2 - 1 if page[at] else page[at + 1] * 2
            at += 1 if page[at] else 2
            style = int.from_bytes(page[at : at + 2], "little")
            values = dict(properties(page[at + 2 : at + length]))
            own, level = styles.get(style, (0, 0))
            own, level = values.get(LIST, own), values.get(LIST_LEVEL, level)
            if 0 < own < 0x7FF:
                found.append((start, end, (own, min(level, 8))))
    return _runs(found)


def _runs(found: list[tuple[int, int, frozenset[str] | tuple[int, int]]]) -> Runs:
    found.sort(key=lambda one: one[:2])
    starts, ends, values = zip(*found, strict=True) if found else ((), (), ())
    return Runs(tuple(starts), tuple(ends), tuple(values))


def _pages(stream: bytes, table: bytes) -> Iterator[bytes]:
    count = (len(table) - 4) // 8
    seen: set[int] = set()
    for index in range(count):
        number = int.from_bytes(table[(count + 1) * 4 + index * 4 :][:4], "little") & 0x3FFFFF
        page = stream[number * _PAGE : (number + 1) * _PAGE]
        if len(page) == _PAGE and number not in seen:
            seen.add(number)
            yield page


def lists_of(table: bytes, lists_at: int, uses_at: int) -> dict[int, DocList]:
    """Return the lists by their index; offsets are those of PlfLst and PlfLfo in the table stream.

    Raises:
        struct.error: the table ends too early.
    """
    (count,) = struct.unpack_from("<H", table, lists_at)
    at = lists_at + 2 + 28 * count
    levels: dict[int, dict[int, ListLevel]] = {}
    for index in range(min(count, _MOST_LISTS)):
        own_id, flags = struct.unpack_from("<i22xB", table, lists_at + 2 + 28 * index)
        levels[own_id] = {}
        for level in range(1 if flags & 1 else 9):
            levels[own_id][level], at = _level(table, at)
    (used,) = struct.unpack_from("<I", table, uses_at)
    used = min(used, _MOST_LISTS)
    found = {}
    at = uses_at + 4 + 16 * used
    for index in range(used):
        own_id, changed = struct.unpack_from("<i8xB", table, uses_at + 4 + 16 * index)
        changes, at = _changes(table, at, changed)
        if own_id in levels:
            own = {level: _changed(one, changes[level]) if level in changes else one
                   for level, one in levels[own_id].items()}  # fmt: skip
            restarts = frozenset(level for level, (start, _) in changes.items() if start is not None)
            found[index + 1] = DocList(own_id, own, restarts)
    return found


_Change = tuple[int | None, ListLevel | None]
"""Where a level of a use of a list begins, and the level in its place; None where that is as in the list."""


def _changes(table: bytes, at: int, count: int) -> tuple[dict[int, _Change], int]:
    """Return what one use of a list changes of its levels, and where the next use begins."""
    found: dict[int, _Change] = {}
    if len(table) < at + 4:
        return found, at
    at += 4
    for _ in range(count):
        start, flags = struct.unpack_from("<iI", table, at)
        at += 8
        level = None
        if flags & 0x20:
            level, at = _level(table, at)
        found[flags & 0xF] = (start if flags & 0x10 else None, level)
    return found, at


def _changed(level: ListLevel, change: _Change) -> ListLevel:
    start, other = change
    level = other if other is not None else level
    return replace(level, start=start) if start is not None else level


def _level(table: bytes, at: int) -> tuple[ListLevel, int]:
    """Return one level and where the next begins."""
    start, form, flags, run_bytes, paragraph_bytes = struct.unpack_from("<iBB18xBB", table, at)
    at += 28 + run_bytes + paragraph_bytes
    (length,) = struct.unpack_from("<H", table, at)
    text = table[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace")
    pattern = "".join(f"%{ord(sign) + 1}" if sign < "\t" else sign for sign in text.replace("%", ""))
    return ListLevel(_FORMS.get(form, "decimal"), pattern, start, bool(flags & 4)), at + 2 + 2 * length
