"""Changing the outline: each wish becomes one replacement in the page, so that undo takes it back as one step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from assistant.report.errors import AssistantError
from assistant.window.actions import Actions
from assistant.window.desk import Desk
from assistant.window.outline_panel import OutlinePanel
from assistant.window.page import PageEditor
from assistant.window.page_bridge import put_replacement
from assistant.window.waiting import WaitGivenUpError, waited_for
from assistant.workbench.sentences import describe_error, sentence
from assistant.workbench.working import WorkingReport

if TYPE_CHECKING:
    from assistant.workbench.outlining import OutlineEdit

_MOVES = ("up", "down", "promote", "demote")
_Change = Callable[[WorkingReport, tuple[int, int]], object]
"""Works out an edit of the report, from which to which code point something is selected; anything else is none."""
_LEVELS = {"heading_1": 1, "heading_2": 2, "heading_3": 3, "heading_4": 4, "body_text": None}


class OutlineFlow(QObject):
    """Moves, raises, lowers, adds, renames and removes sections, and makes headings of paragraphs.

    Signals:
        told: a sentence for the notice bar (str, bool: whether it is an error).
    """

    told = Signal(str, bool)

    def __init__(
        self, outline: OutlinePanel, desk: Desk, page: PageEditor, flush: Callable[[], None], actions: Actions
    ) -> None:
        super().__init__(outline)
        self._outline, self._desk, self._page, self._flush = outline, desk, page, flush
        outline.tree.change_requested.connect(self.change)
        outline.tree.rename_requested.connect(self.rename)
        outline.tree.drop_requested.connect(self.drop)
        outline.tree.drop_last_requested.connect(self.drop_last)
        for name, level in _LEVELS.items():
            actions[name].triggered.connect(partial(self._set_level, level))
        actions["mark_field"].triggered.connect(lambda _checked=False: self.mark_field())

    def change(self, first: int, wish: str) -> None:
        """Do what was asked for with the section whose heading is paragraph `first`."""
        from assistant.workbench import outlining  # not before it is wanted: the start is short

        changes = {
            "up": lambda working, _span: outlining.move(working, first, -1),
            "down": lambda working, _span: outlining.move(working, first, 1),
            "promote": lambda working, _span: outlining.shift(working, first, -1),
            "demote": lambda working, _span: outlining.shift(working, first, 1),
            "insert": lambda working, _span: outlining.insert(working, first),
            "remove": lambda working, _span: outlining.remove(working, first),
        }
        left = self._mentions_of(first) if wish == "remove" else ()
        keeps_caret = wish in _MOVES and self._page.hasFocus()
        if not self._do(first, changes[wish], keeps_caret=keeps_caret):
            return
        if wish == "remove":
            told = sentence("outline.removed")
            told += sentence("outline.still_mentioned", count=len(left), words=left[0]) if left else ""
            self.told.emit(told, False)
        elif wish == "insert":
            self._flush()
            self._outline.rename(self._page.caret_position)

    def _mentions_of(self, first: int) -> tuple[str, ...]:
        """Return the words that name a section from elsewhere."""
        from assistant.workbench import outlining

        if not self._desk.has_report:
            return ()
        self._flush()
        is_there = outlining.is_heading(self._desk.working, first)
        return outlining.mentions_of(self._desk.working, first) if is_there else ()

    def rename(self, first: int, heading: str) -> None:
        """Put other words in place of a heading's own."""
        from assistant.workbench import outlining

        self._do(first, lambda working, _span: outlining.rename(working, first, heading))

    def drop(self, first: int, target: int, before: bool) -> None:
        """Move a section in front of or behind another one."""
        from assistant.workbench import outlining

        self._do(first, lambda working, _span: outlining.drop(working, first, target, before=before))

    def drop_last(self, first: int) -> None:
        """Move a section behind all others."""
        from assistant.workbench import outlining

        self._do(first, lambda working, _span: outlining.drop_last(working, first))

    def _set_level(self, level: int | None, _checked: bool = False) -> None:
        """Make headings of the paragraph at the caret, or of those that are selected, or text of headings."""
        from assistant.workbench import outlining

        self._do(None, lambda working, span: outlining.make_headings(working, *span, level), keeps_caret=True)

    def mark_field(self) -> None:
        """Make a field of the marked text; it is asked for from then on."""
        from assistant.workbench.marking import field_of_span

        if not self._desk.has_report or self._desk.is_read_only:
            return
        self._flush()
        start, end = self._page.selected_span
        text = self._page.snapshot().text[start:end]
        if not text.strip() or "\n" in text:
            self.told.emit(sentence("outline.many_lines" if text.strip() else "outline.nothing_marked"), False)
            return
        working, field = field_of_span(self._desk.working, start, end)
        if field is None:
            self.told.emit(sentence("outline.not_a_field"), False)
            return
        self._desk.put(working)
        self._page.mark_as_field(start, end, field)
        self._page.flush()

    def _do(self, first: int | None, change: _Change, *, keeps_caret: bool = False) -> bool:
        """Make a change in the page, one step of undo; tell where it cannot be made."""
        from assistant.workbench.outlining import OutlineEdit, is_heading

        if not self._desk.has_report or self._desk.is_read_only:
            return False
        self._flush()
        if first is not None and not is_heading(self._desk.working, first):
            return False
        try:
            edit = self._worked_out(change)
        except AssistantError as error:
            self.told.emit(describe_error(error), True)
            return False
        except WaitGivenUpError:
            return False
        if not isinstance(edit, OutlineEdit):
            return False
        self._put(edit, keeps_caret=keeps_caret)
        return True

    def _worked_out(self, change: _Change) -> object:
        """Return the edit that a change comes to; in a long report it is worked out beside the window.

        Raises:
            AssistantError: the change cannot be made.
            WaitGivenUpError: the clerk did not want to wait any longer.
        """
        working, span = self._desk.working, self._page.selected_span
        words, length = sentence("outline.wait"), len(working.report.text)
        return waited_for(self._outline.window(), words, length, lambda: change(working, span))

    def _put(self, edit: OutlineEdit, *, keeps_caret: bool) -> None:
        """Put an edit into the page; the caret keeps its place in the words, or goes to the heading it is about."""
        from assistant.workbench.outlining import caret_after

        working, span = self._desk.working, self._page.selected_span
        put_replacement(self._page, edit.replacement)
        if keeps_caret:
            start, end = (caret_after(working, edit, at) for at in span)
            self._page.go_to(start, end)
        else:
            self._page.go_to(edit.position)
