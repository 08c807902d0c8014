"""Long titles in the page: broken between words, as they will be printed, once the dictionary has been read aside."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from assistant.window.page import PageEditor
from assistant.window.side_work import SideWork

_AFTER = 300
"""Milliseconds after the first long title was met until the dictionary is read: what comes to sight goes first."""
_LONGEST = 80
"""Characters; what is longer is no title, or makes too many lines."""


class TitleLines(QObject):
    """Tells the page where the further lines of a title begin."""

    def __init__(self, page: PageEditor) -> None:
        super().__init__(page)
        self._page = page
        self._aside = SideWork(self)
        self._is_asked = self._is_ready = False
        self._asked = QTimer(self, interval=_AFTER, singleShot=True)
        self._asked.timeout.connect(self._prepare)
        page.break_titles(self.places)

    def places(self, title: str, capacity: float) -> tuple[int, ...]:
        """Return the code points with which further lines begin; () for short titles, and at first."""
        if not capacity / 2 < len(title) <= _LONGEST:
            return ()
        if not self._is_ready:
            if not self._is_asked:  # each painting asks: it must not begin to wait anew
                self._is_asked = True
                self._asked.start()
            return ()
        from assistant.workbench.title_lines import title_lines  # not before it is wanted: the start is short

        return title_lines(title, capacity)

    def _prepare(self) -> None:
        def read() -> None:
            from assistant.workbench.title_lines import read_dictionary

            read_dictionary()

        def take(_nothing: None) -> None:
            self._is_ready = True
            self._page.lay_out_titles()

        self._aside.begin(read, take)
