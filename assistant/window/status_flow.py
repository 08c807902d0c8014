"""What a click on the status line leads to, and how much is selected."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMenu

from assistant.report.counting import count_words
from assistant.window.actions import Actions
from assistant.window.language import tr
from assistant.window.page import PageEditor
from assistant.window.page.place import whole_run
from assistant.window.status_line import LENGTH, PAGES, PROGRESS, REMARKS, ZOOM, StatusLine

_REST = 150
"""Milliseconds after which a selection is counted: it grows with every move of the mouse."""
_ACTIONS = {PROGRESS: "next_open", PAGES: "go_to", LENGTH: "count"}
_ZOOMS = (200, 150, 125, 100, 75, 50)


class StatusFlow(QObject):
    """Brings the status line together with what its facts are about."""

    def __init__(
        self,
        line: StatusLine,
        page: PageEditor,
        actions: Actions,
        *,
        show_remarks: Callable[[], None],
        set_zoom: Callable[[int], None],
    ) -> None:
        super().__init__(line)
        self._line, self._page, self._actions = line, page, actions
        self._show_remarks, self._set_zoom = show_remarks, set_zoom
        hints = {name: actions[wish].toolTip() for name, wish in _ACTIONS.items()}
        line.tell_what_leads(hints | {REMARKS: tr("打开“检查”（F4 到下一处）"), ZOOM: tr("显示比例")})
        line.fact_clicked.connect(self._follow)
        self._resting = QTimer(self, singleShot=True, interval=_REST)
        self._resting.timeout.connect(self._count)
        page.selectionChanged.connect(self._resting.start)

    def _follow(self, name: str) -> None:
        if name in _ACTIONS:
            self._actions[_ACTIONS[name]].trigger()
        elif name == REMARKS:
            self._show_remarks()
        else:
            menu = self.zoom_menu()
            menu.exec(self._line.above(ZOOM) - menu.rect().bottomLeft())
            menu.deleteLater()

    def zoom_menu(self) -> QMenu:
        """Return the choice of zooms."""
        menu = QMenu(self._line)
        menu.addAction(self._actions["zoom_fit"])
        menu.addSeparator()
        for percent in _ZOOMS:
            menu.addAction(f"{percent}%", lambda percent=percent: self._set_zoom(percent))
        menu.adjustSize()
        return menu

    def _count(self) -> None:
        """Count what is selected; a field that was gone to is not."""
        cursor = self._page.textCursor()
        is_counted = cursor.hasSelection() and whole_run(cursor) is None
        self._line.show_selected(count_words(cursor.selectedText().replace("\u2029", "\n")) if is_counted else 0)
