"""Layout: the formats of the lines, and when Qt lays the lines out.

Qt lays out what a change touches before the change is over, and places all lines below anew. A change of many lines
is therefore made while the document has no page; with its page back, all lines are laid out a piece at each turn of
the event loop, and sooner where somebody asks where a line stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QSizeF, QTimer
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument

from assistant.report.model import Role
from assistant.window.page.look import Faces, Highlighter, Look, current_look, pack, unpack
from assistant.window.page.style import Measures, PageStyle

_MANY = 60_000
"""Lines that are placed anew, counted for each change, from which on it is quicker to lay out all lines once: Qt
places some thousand in a millisecond."""
_LAID_OUT = 60
"""Lines that Qt can place in the time in which it lays out one."""
_AT_ONCE = 150
"""Lines that are laid out between two keys."""
_SIZED = (Role.TITLE, Role.CELL)
"""Lines whose faces have sizes of their own, and whose formats are not told by their role alone."""


@contextmanager
def laid_out_later(document: QTextDocument) -> Iterator[None]:
    """Let Qt lay out all lines after the changes that are made within, piece by piece.

    Where lines stand cannot be asked for within.
    """
    size = document.pageSize()
    if size.isNull():
        yield
        return
    document.setPageSize(QSizeF(0, 0))
    try:
        yield
    finally:
        if document.pageSize().isNull():
            document.setPageSize(size)
        _lay_out_on(document, _AT_ONCE)


def _lay_out_on(document: QTextDocument, number: int) -> None:
    """Lay out the lines up to this one, and more at the next turn: Qt's own pieces grow to half of a long text."""
    if not is_laid_out(document) and number < document.blockCount() + _AT_ONCE:
        block = document.findBlockByNumber(min(number, document.blockCount() - 1))
        document.documentLayout().blockBoundingRect(block)
        QTimer.singleShot(0, document, lambda: _lay_out_on(document, number + _AT_ONCE))


@contextmanager
def laid_out_once(document: QTextDocument, changes: int, *, lines: int = 0, are_apart: bool) -> Iterator[None]:
    """Let Qt lay out all lines once after so many changes, and so many new lines, where that is quicker.

    Changes that are apart, each within lines of its own, are told of at once too.
    """
    if changes * document.blockCount() + lines * _LAID_OUT < _MANY:
        yield
        return
    cursor = QTextCursor(document)
    with laid_out_later(document):
        if not are_apart:
            yield
            return
        cursor.beginEditBlock()
        try:
            yield
        finally:
            cursor.endEditBlock()


@contextmanager
def laid_out_again(document: QTextDocument) -> Iterator[None]:
    """Let what is still to be laid out wait for the changes made within; see `finish_layout`."""
    if is_laid_out(document):
        yield
        return
    with laid_out_later(document):
        yield


def is_laid_out(document: QTextDocument) -> bool:
    """Whether Qt has laid out every line."""
    return document.lastBlock().layout().lineCount() > 0


def finish_layout(document: QTextDocument) -> None:
    """Let Qt lay out now what it has not laid out yet.

    WORKAROUND: a change that comes while lines are still to be laid out makes Qt believe that it is done: the lines
    after it stay without layout for good. So this is called before each change, or the layout begins again with it.
    """
    document.documentLayout().blockBoundingRect(document.lastBlock())


def give_looks(document: QTextDocument, looks: Sequence[Look], first: int = 0) -> list[QTextBlock]:
    """Let every block from the first one on carry its look; return the blocks that had another one."""
    changed = []
    block = document.findBlockByNumber(first)
    for look in looks:
        state = pack(look)
        if block.userState() != state:
            block.setUserState(state)
            changed.append(block)
        block = block.next()
    return changed


def lay_out(document: QTextDocument, faces: Faces, first: int, last: int) -> None:
    """Give the blocks from first to last their formats where they differ."""
    cursor = QTextCursor(document)
    block = document.findBlockByNumber(max(first, 0))
    pending: list[tuple[int, int, QTextBlockFormat]] = []
    while block.isValid() and block.blockNumber() <= last:
        wanted = faces.format_for(block, current_look(block))
        if not _is_laid_out(block.blockFormat(), wanted):
            position = block.position()
            if pending and pending[-1][2] is wanted and pending[-1][1] + 1 == position:
                pending[-1] = (pending[-1][0], position + block.length() - 1, wanted)
            else:
                pending.append((position, position + block.length() - 1, wanted))
        block = block.next()
    if pending:
        cursor.beginEditBlock()
        for start, end, wanted in pending:
            _set_formats(cursor, start, end, wanted)
        cursor.endEditBlock()


def lay_out_blocks(document: QTextDocument, highlighter: Highlighter, changed: Sequence[QTextBlock]) -> None:
    """Give blocks that have another look now, in the order of the text, their formats and faces."""
    together = QTextCursor(document)
    together.beginEditBlock()  # else Qt places all lines below anew for each of them
    for number in [block.blockNumber() for block in changed]:
        lay_out(document, highlighter.faces, number, number)
    highlighter.highlight_between(changed[0].position(), changed[-1].position())
    together.endEditBlock()


def _is_laid_out(has: QTextBlockFormat, wanted: QTextBlockFormat) -> bool:
    return (
        has.lineHeight() == wanted.lineHeight()
        and has.textIndent() == wanted.textIndent()
        and has.alignment() == wanted.alignment()
        and has.rightMargin() == wanted.rightMargin()
    )


def resize_lines(document: QTextDocument, highlighter: Highlighter) -> None:
    """Give all lines the indents, heights and faces of another zoom.

    Lines of one format get one again: most of a report's lines are looked at no further.
    """
    known: dict[int, QTextBlockFormat] = {}
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    start, pending, block = 0, None, document.firstBlock()
    while block.isValid():
        look = unpack(block.userState())
        has_own = look is not None and look.role in _SIZED
        index = block.blockFormatIndex()
        wanted = None if has_own else known.get(index)
        if wanted is None:
            wanted = highlighter.faces.format_for(block, current_look(block))
            if not has_own:
                known[index] = wanted
        if pending is not None and wanted is not pending:
            _set_formats(cursor, start, block.position() - 1, pending)
        if wanted is not pending:
            start, pending = block.position(), wanted
        if has_own:
            highlighter.rehighlightBlock(block)
        block = block.next()
    if pending is not None:
        _set_formats(cursor, start, document.characterCount() - 1, pending)
    cursor.endEditBlock()


def _set_formats(cursor: QTextCursor, start: int, end: int, wanted: QTextBlockFormat) -> None:
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.setBlockFormat(wanted)


def set_margins(document: QTextDocument, measures: Measures, *, gap: float) -> None:
    """Give the sheet its margins; `gap` pixels of desk stay free above and below it."""
    style: PageStyle = measures.style
    frame = document.rootFrame()
    made = frame.frameFormat()
    made.setMargin(0)
    made.setTopMargin(measures.millimetres(style.top) + gap)
    made.setBottomMargin(measures.millimetres(style.bottom) + gap)
    made.setLeftMargin(measures.millimetres(style.left))
    made.setRightMargin(measures.millimetres(style.right))
    frame.setFrameFormat(made)
