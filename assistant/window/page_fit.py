"""How large the page is shown: as the clerk chose, but no wider than the room that the panels leave."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QStyle

from assistant.window.page import PageEditor

_BESIDE = 8
"""Pixels of desk that are to be seen beside the sheet, both sides together."""
_SMALLEST = 50
_LEAST_WHOLE = 80
"""Per cent below which the whole sheet is not worth its margins: the text is shown larger without them."""
_REST = 80
"""Milliseconds after which a window that is being made larger or smaller has come to rest."""
_LONG = 60_000
"""Characters from which another size of the sheet takes noticeable time: only a report that is opened gets it."""


class PageFit(QObject):
    """Fits the page into its room whenever that changes; what the clerk chose stays remembered."""

    def __init__(self, page: PageEditor, chosen: int) -> None:
        """Begin with the zoom that the clerk chose last, in per cent."""
        super().__init__(page)
        self._page = page
        self.chosen = chosen
        page.set_zoom(chosen)
        self._rest = QTimer(self, interval=_REST, singleShot=True)
        self._rest.timeout.connect(self._fit_again)
        page.installEventFilter(self)

    @property
    def _room(self) -> int:
        bar = self._page.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self._page)
        return self._page.width() - bar - _BESIDE

    def fit(self) -> None:
        """Show the page as the clerk chose, or as wide as its room where that is less."""
        room = self._room
        if room <= 0:
            return
        whole = self._page.width_at(100, is_narrow=False)
        is_narrow = self.chosen * whole > 100 * room and 100 * room < _LEAST_WHOLE * whole
        fitting = int(100 * room / self._page.width_at(100, is_narrow=is_narrow))
        self._page.show_at(max(_SMALLEST, min(self.chosen, fitting)), is_narrow=is_narrow)

    def choose(self, percent: int) -> None:
        """Show the page at a zoom that the clerk asks for, also where it is wider than its room."""
        self._page.set_zoom(percent)
        self.chosen = self._page.zoom

    def choose_width(self) -> None:
        """Make the sheet just as wide as its room, and remember that."""
        room = self._room
        whole = 100 * room / self._page.width_at(100, is_narrow=False)
        narrow = 100 * room / self._page.width_at(100, is_narrow=True)
        self.chosen = max(_SMALLEST, int(whole if whole >= _LEAST_WHOLE else narrow))
        self.fit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Fit the page once its room has another size."""
        if event.type() is QEvent.Type.Resize:
            self._rest.start()
        return False

    def _fit_again(self) -> None:
        if self._page.isVisible() and self._page.document().characterCount() < _LONG:
            self.fit()
