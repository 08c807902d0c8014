"""Steps of the caret by words and paragraphs as Word makes them: Qt takes a whole clause of Chinese for one word."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from assistant.window.page.runs import Utf16

WordAt = Callable[[str, int], tuple[int, int]]
"""Gives where the word begins and ends that a character of a line belongs to (code points)."""
_Key, _Mode, _Move = QKeySequence.StandardKey, QTextCursor.MoveMode, QTextCursor.MoveOperation
_BY_WORD = {
    _Key.MoveToNextWord: (True, _Mode.MoveAnchor),
    _Key.MoveToPreviousWord: (False, _Mode.MoveAnchor),
    _Key.SelectNextWord: (True, _Mode.KeepAnchor),
    _Key.SelectPreviousWord: (False, _Mode.KeepAnchor),
}


def stepped(event: QKeyEvent, cursor: QTextCursor, word_at: WordAt) -> QTextCursor | None:
    """Return the cursor after a step by a word or, with Ctrl and an arrow up or down, a paragraph; None for other keys.

    With Shift the selection goes along.
    """
    for key, (forward, mode) in _BY_WORD.items():
        if event.matches(key):
            cursor.setPosition(beside_word(cursor, word_at, forward=forward), mode)
            return cursor
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    shift = held & Qt.KeyboardModifier.ShiftModifier
    if held & ~Qt.KeyboardModifier.ShiftModifier != Qt.KeyboardModifier.ControlModifier:
        return None
    mode = _Mode.KeepAnchor if shift else _Mode.MoveAnchor
    if event.key() == Qt.Key.Key_Down:
        if not cursor.movePosition(_Move.NextBlock, mode):
            cursor.movePosition(_Move.EndOfBlock, mode)
        return cursor
    if event.key() == Qt.Key.Key_Up:
        cursor.movePosition(_Move.PreviousBlock if cursor.atBlockStart() else _Move.StartOfBlock, mode)
        return cursor
    return None


def beside_word(cursor: QTextCursor, word_at: WordAt, *, forward: bool) -> int:
    """Return where the word at the caret ends, blanks behind it included, or where the one in front of it begins.

    Both are Qt's positions. From the edge of a paragraph the step leads to the edge of the next one.
    """
    block, line = cursor.block(), cursor.block().text()
    units = Utf16(line)
    at = units.code_point(cursor.positionInBlock())
    if at == (len(line) if forward else 0):
        beside = QTextCursor(cursor)
        beside.movePosition(_Move.NextCharacter if forward else _Move.PreviousCharacter)
        return beside.position()
    if forward:
        at = max(word_at(line, at)[1], at + 1)
        while at < len(line) and line[at].isspace():
            at += 1
    else:
        while at > 0 and line[at - 1].isspace():
            at -= 1
        at = min(word_at(line, at - 1)[0], at - 1) if at else 0
    return block.position() + units.unit(at)
