"""The mirror: the document's lines as plain values, kept in step with every change.

It is what snapshots and undo are made of: reading it costs nothing, and comparing it with the document after a
change tells what the change was. Knows no widget.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice, pairwise
from typing import NamedTuple

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument

from assistant.report.pictures import PICTURE_SIGN
from assistant.report.tables import Table
from assistant.window.page.objects import insert_pictures
from assistant.window.page.runs import Line, LineReader, PlacedRun, Snapshot, Utf16, format_of, plain_format


class Change(NamedTuple):
    """Lines that took the place of others."""

    first: int
    old: tuple[Line, ...]
    new: tuple[Line, ...]
    tables: tuple[tuple[Table, ...], tuple[Table, ...]] | None = None
    """The tables before and after, where a table came or went; then the lines are those of the whole document."""

    @property
    def reversed(self) -> Change:
        """What takes the change back."""
        return Change(self.first, self.new, self.old, (self.tables[1], self.tables[0]) if self.tables else None)


class Mirror:
    """The lines of a document."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._reader = LineReader()
        self._starts: list[int] = []
        self._snapshot: Snapshot | None = None
        self.has_cells = False
        """Whether some lines stand in cells, which are never joined with those of others."""
        self.lines: list[Line] = [Line("")]
        """One for each block of the document."""

    def reset(self, lines: Sequence[Line]) -> None:
        """Take the lines of a document that was built anew."""
        self.lines = list(lines)
        self._starts.clear()
        self._snapshot = None
        self._reader = LineReader()  # a document that was emptied numbers its formats anew

    def read_all(self) -> list[Line]:
        """Read every line from the document; equal to `lines` at any time."""
        block = self._document.firstBlock()
        lines = []
        while block.isValid():
            lines.append(self._reader.read(block))
            block = block.next()
        return lines

    def follow(self, position: int, added: int) -> list[Change]:
        """Read again what a change touched; return how the lines differ now, in the order of the text."""
        document = self._document
        first = max(document.findBlock(position).blockNumber(), 0)
        last_block = document.findBlock(min(position + added, document.characterCount() - 1))
        last = last_block.blockNumber()
        surplus = document.blockCount() - len(self.lines)
        new = []
        block = document.findBlockByNumber(first)
        for _ in range(first, last + 1):
            new.append(self._reader.read(block))
            block = block.next()
        old = self.lines[first : last - surplus + 1]
        changes = _within_cells(first, old, new) if self.has_cells else differences(first, old, new)
        if changes:
            self.lines[first : last - surplus + 1] = new
            del self._starts[first + 1 :]
            self._snapshot = None
        return changes

    def placed_runs(self) -> Iterator[PlacedRun]:
        """Yield every run in the order of the text."""
        for number, line in enumerate(self.lines):
            for run in line.runs:
                yield PlacedRun(number, run, line.text[run.start : run.end])

    def snapshot(self) -> Snapshot:
        """Return text and runs as values, the same ones as long as nothing changes."""
        if self._snapshot is None:
            self._snapshot = Snapshot(tuple(self.lines))
        return self._snapshot

    @property
    def starts(self) -> list[int]:
        """The code point at which each line begins."""
        return self._starts_to(len(self.lines))

    def _starts_to(self, count: int) -> list[int]:
        """Return where lines begin, at least so many: what stands before a change need not be counted again."""
        starts = self._starts
        if not starts:
            starts.append(0)
        if len(starts) < count:
            lengths = [len(line.text) + 1 for line in self.lines[len(starts) - 1 : count - 1]]
            starts.extend(islice(accumulate(lengths, initial=starts[-1]), 1, None))
        return starts

    def place_of(self, code_point: int) -> tuple[int, int]:
        """Return line and column of a code point; one beyond the text is its end."""
        line = max(bisect_right(self.starts, code_point) - 1, 0)
        return line, min(max(code_point - self.starts[line], 0), len(self.lines[line].text))

    def position_of(self, line: int, column: int) -> int:
        """Return Qt's position of a place."""
        return self._document.findBlockByNumber(line).position() + Utf16(self.lines[line].text).unit(column)

    def code_point_of(self, position: int) -> int:
        """Return the code point of one of Qt's positions."""
        line, column = self.column_of(position)
        return self._starts_to(line + 1)[line] + column

    def column_of(self, position: int) -> tuple[int, int]:
        """Return line and column of one of Qt's positions."""
        block = self._document.findBlock(min(position, self._document.characterCount() - 1))
        line = block.blockNumber()
        return line, Utf16(self.lines[line].text).code_point(position - block.position())


def differences(first: int, old: Sequence[Line], new: Sequence[Line]) -> list[Change]:
    """Return what has to be replaced to make `new` of `old`, without equal lines."""
    if len(old) == len(new):
        return _hunks(first, old, new)
    shorter = min(len(old), len(new))
    head = 0
    while head < shorter and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < shorter - head and old[len(old) - 1 - tail] == new[len(new) - 1 - tail]:
        tail += 1
    return [Change(first + head, tuple(old[head : len(old) - tail]), tuple(new[head : len(new) - tail]))]


def _within_cells(first: int, old: Sequence[Line], new: Sequence[Line]) -> list[Change]:
    """Return the same with at least one line on either side: a cell must not be left without any."""
    if len(old) == len(new):
        return _hunks(first, old, new)
    return [Change(first, tuple(old), tuple(new))]


def _hunks(first: int, old: Sequence[Line], new: Sequence[Line]) -> list[Change]:
    hunks: list[Change] = []
    start: int | None = None
    for index in range(len(old) + 1):
        differ = index < len(old) and old[index] != new[index]
        if differ and start is None:
            start = index
        elif not differ and start is not None:
            hunks.append(Change(first + start, tuple(old[start:index]), tuple(new[start:index])))
            start = None
    return hunks


def are_apart(changes: Sequence[Change]) -> bool:
    """Whether each of the changes is within lines of its own: none moves another then, in whatever order."""
    in_order = sorted(changes, key=lambda change: change.first)
    is_within_lines = all(len(one.old) == len(one.new) and not one.tables for one in changes)
    return is_within_lines and all(one.first + len(one.old) <= other.first for one, other in pairwise(in_order))


def write_lines(document: QTextDocument, change: Change) -> None:
    """Put the new lines of a change in the place of its old ones; those must stand in the document."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    if len(change.old) == len(change.new):
        for number, (old, new) in enumerate(zip(change.old, change.new, strict=True), change.first):
            _rewrite_line(cursor, number, old, new)
    else:
        _replace_block_range(cursor, change)
    cursor.endEditBlock()


def _rewrite_line(cursor: QTextCursor, number: int, old: Line, new: Line) -> None:
    """Replace only what differs within one line, so that the rest keeps its marks and carets."""
    before, after = _cells(old), _cells(new)
    shorter = min(len(before), len(after))
    head = 0
    while head < shorter and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < shorter - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    position = cursor.document().findBlockByNumber(number).position()
    units = Utf16(old.text)
    cursor.setPosition(position + units.unit(head))
    cursor.setPosition(position + units.unit(len(before) - tail), QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    insert_line(cursor, new, head, len(after) - tail)


def _replace_block_range(cursor: QTextCursor, change: Change) -> None:
    document = cursor.document()
    old_last = document.findBlockByNumber(change.first + max(len(change.old), 1) - 1)
    cursor.setPosition(document.findBlockByNumber(min(change.first, document.blockCount() - 1)).position())
    if not change.old:  # lines that come in before another, or behind the last
        _insert_between(cursor, change)
        return
    cursor.setPosition(old_last.position() + old_last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
    if not change.new:
        _remove_lines(cursor, change)
        return
    cursor.removeSelectedText()
    insert_lines(cursor, change.new)


def _insert_between(cursor: QTextCursor, change: Change) -> None:
    document = cursor.document()
    if change.first < document.blockCount():
        insert_lines(cursor, (*change.new, Line("")))
        return
    cursor.movePosition(QTextCursor.MoveOperation.End)
    insert_lines(cursor, (Line(""), *change.new))


def _remove_lines(cursor: QTextCursor, change: Change) -> None:
    """Remove whole lines with the line break before or behind them."""
    document = cursor.document()
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    if change.first + len(change.old) < document.blockCount():
        end += 1
    elif start > 0:
        start -= 1
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()


def insert_lines(cursor: QTextCursor, lines: Sequence[Line]) -> None:
    """Insert lines at the cursor, which has no selection."""
    for index, line in enumerate(lines):
        if index:
            cursor.insertBlock(cursor.blockFormat(), QTextCharFormat())
        insert_line(cursor, line, 0, len(line.text))


def insert_line(cursor: QTextCursor, line: Line, start: int, end: int) -> None:
    """Insert the part of a line from column `start` to `end`, with its runs."""
    done = start
    pictures = iter(line.pictures[line.text.count(PICTURE_SIGN, 0, start) :]) if line.pictures else iter(())
    for run_start, run_end, tag in line.runs:
        if run_end <= start or run_start >= end:
            continue
        run_start, run_end = max(run_start, start), min(run_end, end)
        if run_start > done:
            _insert_plain(cursor, line.text[done:run_start], pictures)
        cursor.insertText(line.text[run_start:run_end], format_of(tag))
        done = run_end
    if done < end:
        _insert_plain(cursor, line.text[done:end], pictures)


def _insert_plain(cursor: QTextCursor, text: str, pictures: Iterator[str]) -> None:
    """Insert text without fields; signs of pictures get the next ones."""
    if PICTURE_SIGN in text:
        insert_pictures(cursor, text, pictures)
    else:
        cursor.insertText(text, plain_format())


def _cells(line: Line) -> list[tuple[str, object]]:
    tags: list[object] = [None] * len(line.text)
    for start, end, tag in line.runs:
        tags[start:end] = [tag] * (end - start)
    if line.pictures:
        names = iter(line.pictures)
        return [
            (next(names, one) if one == PICTURE_SIGN else one, tag) for one, tag in zip(line.text, tags, strict=True)
        ]
    return list(zip(line.text, tags, strict=True))
