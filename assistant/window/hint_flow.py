"""Shows the hints for a first report once, when it opens."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from assistant.window.file_flow import FileFlow
from assistant.window.look import colours_for


class HintFlow(QObject):
    """Lets the hints appear beside outline, page and fill panel, until they were seen."""

    def __init__(self, window: QWidget, files: FileFlow, outline: QWidget, page: QWidget, panel: QWidget) -> None:
        super().__init__(window)
        self._window, self._files = window, files
        self._places = (outline, page, panel)
        if not files.settings.hints_seen:
            # Behind the event loop: the panels have their places by then, and the page comes first.
            files.opened.connect(lambda _opened: self.offer())

    def offer(self) -> None:
        """Show the hints about the report that lies open, once the window has come to rest."""
        QTimer.singleShot(0, self._show)

    def dismiss(self) -> bool:
        """Let the hints go, as with Escape; return whether any were shown."""
        from assistant.window.hints import HintBubble

        bubble = self._window.findChild(HintBubble)
        if bubble is None or not bubble.isVisible():
            return False
        bubble.end()
        return True

    def _show(self) -> None:
        from assistant.window.hints import HintBubble, first_hints  # most starts show none

        if self._files.settings.hints_seen or self._window.findChild(HintBubble) or not self._places[1].isVisible():
            return
        bubble = HintBubble(self._window, first_hints(*self._places), colours_for(self._files.settings.theme))
        bubble.seen.connect(lambda: self._files.keep_settings(hints_seen=True))
