"""The place of typing: whether what is typed next belongs to a field's run or to the text around it.

Inside a run it does; at its edges only while that run is being typed into, or just after it was emptied.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QTextCursor

from assistant.window.page.runs import FoundRun, Run, Tag, runs_at_ends, runs_touching


@dataclass(slots=True)
class TypingPlace:
    """What the last keys did to a run; forgotten as soon as the caret is moved."""

    active: int | None = None
    """The occurrence that is being typed into."""
    vacant: Tag | None = None
    """The run that was just deleted and may be typed anew, here and now."""
    was: str = ""
    """What stood in the vacant run."""
    position: int = -1
    """Where the caret must stand for this to hold."""

    def clear(self) -> None:
        """Forget: the caret was moved."""
        self.active, self.vacant, self.was, self.position = None, None, "", -1

    def stay(self, position: int, tag: Tag | None) -> None:
        """Note that the caret stands at `position` after typing into this run."""
        self.active, self.vacant, self.was = (tag.occurrence if tag else None), None, ""
        self.position = position

    def leave_vacant(self, position: int, tag: Tag, was: str) -> None:
        """Note that this run was deleted at `position`."""
        self.active, self.vacant, self.was, self.position = None, tag, was, position

    def tag_for(self, cursor: QTextCursor) -> Tag | None:
        """Return the run that text typed at the cursor belongs to, or None."""
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        touching = runs_at_ends(cursor.document(), start, end)
        if start < end:
            return next((run.tag for run in touching if run.start <= start and end <= run.end), None)
        holds = self.position == start
        if holds and self.vacant is not None:
            return self.vacant
        for run in touching:
            if run.start < start < run.end or (holds and run.tag.occurrence == self.active):
                return run.tag
        return None


def whole_run(cursor: QTextCursor) -> FoundRun | None:
    """Return the run that is selected exactly, or None."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    if start == end:
        return None
    runs = runs_at_ends(cursor.document(), start, end)
    return next((run for run in runs if (run.start, run.end) == (start, end)), None)


def run_beside(cursor: QTextCursor) -> FoundRun | None:
    """Return the run at the caret: the selected one, the one it stands in, or the one it stands beside."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    runs = runs_at_ends(cursor.document(), start, end)
    if start < end:
        return next((run for run in runs if run.start <= start and end <= run.end), None)
    inside = [run for run in runs if run.start <= start < run.end]
    return next(iter(inside or runs), None)


def cut_runs(cursor: QTextCursor) -> list[FoundRun]:
    """Return the runs that the selection cuts: partly within it, partly without."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    runs = [run for run in runs_at_ends(cursor.document(), start, end) if run.start < end and run.end > start]
    return [run for run in runs if (run.start < start or run.end > end) and not (run.start <= start and end <= run.end)]


CaretEnd = tuple[QTextCursor, int | None, int]
"""An end of the selection: Qt's own moving cursor, the run it lies in, and how far from its start (-1: at its end)."""


def caret_in_runs(cursor: QTextCursor) -> list[CaretEnd]:
    """Return both ends of the selection: by Qt's own moving cursor, and by run where they lie in one."""
    ends: list[CaretEnd] = []
    for position in (cursor.anchor(), cursor.position()):
        own = QTextCursor(cursor.document())
        own.setPosition(position)
        runs = runs_touching(cursor.document(), position, position)
        run = next((r for r in runs if cursor.selectionStart() >= r.start and cursor.selectionEnd() <= r.end), None)
        behind = -1 if run is not None and position == run.end else 0
        offset = behind or (position - run.start if run is not None else 0)
        ends.append((own, run.tag.occurrence if run is not None else None, offset))
    return ends


def positions_in_runs(ends: Sequence[CaretEnd]) -> tuple[int, int]:
    """Return where both ends of a selection stand after an edit; an end within a run stays within it."""
    found = []
    for own, occurrence, offset in ends:
        block = own.block()
        near = runs_touching(own.document(), block.position(), block.position() + block.length())
        run = next((one for one in near if one.tag.occurrence == occurrence), None)
        if run is None:
            found.append(own.position())
        else:
            found.append(run.end if offset < 0 else min(run.start + offset, run.end))
    return found[0], found[1]


def touches(runs: Sequence[Run], start: int, end: int) -> bool:
    """Whether a stretch of the text shares a character with a run, or lies within one."""
    at = bisect_right(runs, start, key=lambda run: run.end)
    return at < len(runs) and runs[at].start < end
