"""A list of thousands of rows, such as all open fields of a long report: it is filled in parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from assistant.window.in_parts import InParts

_AT_ONCE = 300
"""Rows that come in between two keys."""


class LongList(QListWidget):
    """A list in a frame whose rows each stand for a value (`Qt.ItemDataRole.UserRole`) and say in full what they show.

    All rows are as high as the first: else Qt measures each of them before the list appears.
    """

    def __init__(self, parent: QWidget, name: str) -> None:
        """Make an empty list; `name` is what screen readers say."""
        super().__init__(parent)
        self.setObjectName("framed")
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self._rows = InParts[Sequence[tuple[str, object]]](self, self._parts_of)

    def show_rows(self, rows: Sequence[tuple[str, object]]) -> None:
        """Show rows (words, value): the first of them at once."""
        self.clear()
        self._add(rows[:_AT_ONCE])
        self._rows.show(rows[_AT_ONCE:], at_once=False)

    def _parts_of(self, rows: Sequence[tuple[str, object]]) -> Iterator[None]:
        for first in range(0, len(rows), _AT_ONCE):
            self._add(rows[first : first + _AT_ONCE])
            yield

    def _add(self, rows: Sequence[tuple[str, object]]) -> None:
        for words, value in rows:
            item = QListWidgetItem(words, self)
            item.setData(Qt.ItemDataRole.UserRole, value)
            item.setToolTip(words)
