"""Edits of fields as values: another value or flag for a field, another text and tag for a run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.report.fields import State
from assistant.window.page.mirror import Change
from assistant.window.page.runs import Line, LineRun, PlacedRun, Tag, storable


@dataclass(frozen=True, slots=True)
class ValueChange:
    """Another value or flag for all occurrences of a field."""

    field_id: str
    value: str | None = None
    """What is to stand in every occurrence; "" brings each one's own marker back, None leaves the text."""
    flag: State | None = None
    """WAIVED, CONFIRMED, STALE, or None for a field that is simply open or filled."""
    text_by_occurrence: Sequence[str] = ()
    """Texts that differ from occurrence to occurrence, in the order of the text; they win over `value`."""


@dataclass(frozen=True, slots=True)
class RunEdit:
    """Another text and tag for one run; tag None makes it plain text."""

    line: int
    run: LineRun
    text: str
    tag: Tag | None

    def keeps_text_in(self, line: Line) -> bool:
        """Whether its line has that text there."""
        return line.text[self.run.start : self.run.end] == self.text

    def is_done_in(self, line: Line) -> bool:
        """Whether there is nothing to be done in its line as it stands."""
        return self.run.tag == self.tag and self.keeps_text_in(line)


def edit_for(placed: PlacedRun, change: ValueChange, index: int) -> RunEdit:
    """Return what a change of value does to one run, the `index`-th of its field."""
    text = change.text_by_occurrence[index] if index < len(change.text_by_occurrence) else change.value
    if text is None:
        text = placed.text
    text = storable(" ".join(text.split("\n"))) or placed.tag.marker
    return RunEdit(placed.line, placed.run, text, placed.tag._replace(flag=change.flag))


def end_of_difference(change: Change) -> tuple[int, int]:
    """Return line and column, within the new lines, behind what differs."""
    if not change.new:
        return 0, 0
    new = change.new[-1].text
    old = change.old[-1].text if change.old else ""
    tail = 0
    limit = min(len(new), len(old)) if len(change.old) == len(change.new) else 0
    while tail < limit and new[-1 - tail] == old[-1 - tail]:
        tail += 1
    return len(change.new) - 1, len(new) - tail
