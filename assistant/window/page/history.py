"""Undo and redo: one stack for text and values alike.

Qt's own stack is switched off: it also records indents and alignment, so that laying a line out after an undo would
cost the clerk her redo, and a zoom (Qt scales no first-line indent) could not be undone past. Here a step is what
happened to the lines, nothing else. Knows no widget.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

from assistant.window.page.mirror import Change

Caret = tuple[int, int]
"""Anchor and position, as Qt counts."""

Fact = tuple[object, object]
"""Something that is kept beside the text, before and after a change; the page does not look into it."""


@dataclass(slots=True)
class Step:
    """What one undo takes back."""

    caret: Caret
    """Where the caret stood before."""
    kind: Hashable = None
    """Changes of the same kind that follow each other without a pause of the caret are one step."""
    changes: list[Change] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    """What changed beside the text."""


class History:
    """The steps that can be taken back, and those that can be done again."""

    def __init__(self) -> None:
        self._steps: list[Step] = []
        self._done = 0
        self._saved: int | None = 0
        self._sealed = True

    def clear(self) -> None:
        """Forget everything; the present state counts as saved."""
        self._steps.clear()
        self._done, self._saved, self._sealed = 0, 0, True

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._done > 0

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return self._done < len(self._steps)

    @property
    def is_saved(self) -> bool:
        """Whether the present state is the saved one."""
        return self._saved == self._done

    @property
    def depth(self) -> int:
        """How many steps can be taken back."""
        return self._done

    def mark_saved(self) -> None:
        """Note the present state as saved."""
        self._saved = self._done
        self.seal()

    def seal(self) -> None:
        """Let the next change begin a step of its own."""
        self._sealed = True

    def record(self, changes: Sequence[Change], caret: Caret, kind: Hashable, *, join: bool) -> None:
        """Note changes that were just made.

        `join` adds them to the last step whatever it was.
        """
        top = self._step_for(caret, kind, join=join)
        for change in changes:
            _append(top.changes, change)

    def record_fact(self, fact: Fact, caret: Caret, *, join: bool) -> None:
        """Note what was changed beside the text; `join` as in `record`."""
        self._step_for(caret, None, join=join).facts.append(fact)

    def _step_for(self, caret: Caret, kind: Hashable, *, join: bool) -> Step:
        """Return the step that a change belongs to, a new one or the last."""
        self._forget_redo()
        top = self._steps[-1] if self._steps else None
        goes_on = top is not None and (join or (kind is not None and kind == top.kind and not self._sealed))
        if top is None or not goes_on:
            top = Step(caret, kind)
            self._steps.append(top)
            self._done += 1
        elif self._saved == self._done:
            self._saved = None
        self._sealed = False
        return top

    def return_to(self, caret: Caret) -> None:
        """End the last step; undone, it puts the caret here, not where the change itself took it first."""
        self.seal()
        if self._done:
            self._steps[self._done - 1].caret = caret

    def take_back(self) -> Step:
        """Return the step to be undone, and count it as undone."""
        self._done -= 1
        self.seal()
        return self._steps[self._done]

    def do_again(self) -> Step:
        """Return the step to be done again, and count it as done."""
        self._done += 1
        self.seal()
        return self._steps[self._done - 1]

    def drop_redo(self) -> None:
        """Forget the steps that could be done again."""
        self._forget_redo()

    def _forget_redo(self) -> None:
        if self._done < len(self._steps):
            del self._steps[self._done :]
            if self._saved is not None and self._saved > self._done:
                self._saved = None


def _append(changes: list[Change], change: Change) -> None:
    """Add a change; one that only goes on with the same line is merged into the last."""
    if changes:
        last = changes[-1]
        is_one_line = len(last.old) == len(change.new) == 1 and not last.tables and not change.tables
        if is_one_line and last.first == change.first and last.new == change.old:
            changes[-1] = Change(change.first, last.old, change.new)
            return
    changes.append(change)
