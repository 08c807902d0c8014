"""Rewriting: a stretch of the text gives way to one much like it, and only the lines that differ are touched.

So a section that moves costs what its own lines cost, however much stands between its old place and the new one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from assistant.window.page.document import PageDocument
from assistant.window.page.layout import laid_out_once
from assistant.window.page.mirror import Change, write_lines
from assistant.window.page.runs import Line, LineRun, joined, part_of


def rewrite(page: PageDocument, start: int, end: int, new: Sequence[Line]) -> int:
    """Put lines in the place of what stands between two code points; return Qt's position behind them.

    A run that the stretch cuts is none any more. The report has no tables: their cells keep their own lines.
    """
    mirror = page.mirror
    (first, column), (last, behind) = mirror.place_of(start), mirror.place_of(end)
    left, right = mirror.lines[first], mirror.lines[last]
    rest = part_of(right, behind, len(right.text))
    lines = [joined(part_of(left, 0, column), new[0]), *new[1:]]
    lines[-1] = joined(lines[-1], rest)
    changes = list(_changes(first, mirror.lines[first : last + 1], lines))
    with laid_out_once(page.qt, len(changes), lines=sum(len(one.new) for one in changes), are_apart=False):
        for change in reversed(changes):  # those in front keep their numbers
            write_lines(page.qt, _with_new_occurrences(page, change))
    end_line = first + len(lines) - 1
    return mirror.position_of(end_line, len(lines[-1].text) - len(rest.text))


def _with_new_occurrences(page: PageDocument, change: Change) -> Change:
    known = {run.tag for line in change.old for run in line.runs}
    new = tuple(
        line._replace(
            runs=tuple(
                one if one.tag in known else LineRun(*one[:2], page.new_occurrence(one.tag)) for one in line.runs
            )
        )
        for line in change.new
    )
    return change._replace(new=new)


def _changes(first: int, old: Sequence[Line], new: Sequence[Line]) -> Iterator[Change]:
    """Yield which lines give way to which, in the order of the text."""
    before, after = [_signed(line) for line in old], [_signed(line) for line in new]
    shorter = min(len(before), len(after))
    head = next((n for n in range(shorter) if before[n] != after[n]), shorter)
    tail = next((n for n in range(shorter - head) if before[-1 - n] != after[-1 - n]), shorter - head)
    matcher = SequenceMatcher(None, before[head : len(before) - tail], after[head : len(after) - tail])
    for kind, old_first, old_behind, new_first, new_behind in matcher.get_opcodes():
        if kind != "equal":
            gone, come = old[head + old_first : head + old_behind], new[head + new_first : head + new_behind]
            yield Change(first + head + old_first, tuple(gone), tuple(come))


def _signed(line: Line) -> object:
    """Return what a line shows, whichever occurrences of its fields it holds."""
    if not line.runs:
        return line.text, line.pictures
    return line.text, line.pictures, *((start, end, *tag[:2], *tag[3:]) for start, end, tag in line.runs)
