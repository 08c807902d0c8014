"""The panels round the page: where they stand, how wide they are, which are shown; kept from one day to the next."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QMargins, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QSizePolicy, QTabWidget, QWidget

from assistant.window.actions import Actions

_LAYOUT = 1
"""Number of this arrangement of panels; what was stored for another one is not taken."""
_OUTLINE_WIDTH, _SIDE_WIDTH = 250, 330
_FALLBACK_SIZE = (1280, 800)
_LEAST_SIZE = QSize(680, 400)
"""The window can be made as small as this; a screen of 1366 × 768 pixels has that much at 175 % too."""
_SEPARATOR = 8
"""Pixels between a panel and what stands beside it, and a little."""
_FRAME = QMargins(8, 40, 8, 8)
"""What the system may draw round a window that was never shown: its frame is not known yet."""
_SMALL = 1200
"""Pixels below which panels take less of a window."""
_LOWEST = 240
"""No panel makes the window higher than a small screen: what is in it shrinks or scrolls."""
_MOST_OF_WINDOW, _MOST_OF_SMALL = 0.55, 0.5
"""Share of the window that panels may take of it together; the page has the rest."""


class _NoTitle(QWidget):
    """Stands in the place of a title bar where a tab shows the title already."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(0)


class Panel(QDockWidget):
    """A panel that can be moved to another side and hidden; its title stands on its tab, or above it, but not twice."""

    def __init__(self, window: QMainWindow, title: str, name: str, *, narrowest: int) -> None:
        """Make it with its place and its title, empty still; it is never narrower than so many pixels."""
        super().__init__(title, window)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._narrowest = narrowest
        nothing = QWidget(self)
        nothing.setMinimumHeight(1)
        self.put(nothing)
        self.setFeatures(
            QDockWidget.DockWidgetFeature.DockWidgetMovable | QDockWidget.DockWidgetFeature.DockWidgetClosable
        )
        self._window = window
        self._no_title: QWidget | None = None

    def put(self, inside: QWidget) -> None:
        """Put into the panel what it shows, in the place of what it showed."""
        old = self.widget()
        inside.setMinimumSize(self._narrowest, _LOWEST)
        self.setWidget(inside)
        if old is not None:
            old.deleteLater()

    def show_title(self) -> None:
        """Show the title above the panel just where no tab shows it."""
        has_tab = any(not one.isHidden() for one in self._window.tabifiedDockWidgets(self))
        if has_tab is (self._no_title is not None):
            return
        old = self._no_title
        self._no_title = _NoTitle(self) if has_tab else None
        self.setTitleBarWidget(self._no_title)  # type: ignore[arg-type]  # None brings Qt's own title back
        if old is not None:
            old.deleteLater()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the title follow when the panel comes to sight."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self.show_title)


class Panels(QObject):
    """Owns which panels are shown and where; they are there while a report is open, as the clerk arranged them.

    Signals:
        was_reset: everything is to stand where it stands at first.
    """

    was_reset = Signal()

    def __init__(self, window: QMainWindow, actions: Actions) -> None:
        super().__init__(window)
        self._window, self._actions = window, actions
        self._panels: list[Panel] = []
        self._state = QByteArray()
        self._is_shown = False
        self._given_way: list[Panel] = []
        self._widths: dict[Panel, int] = {}
        self._front: list[Panel] = []
        self._wanted = (0, 0)
        self._fitted: tuple[int, ...] = ()
        self._titles = QTimer(self, interval=0, singleShot=True)
        self._titles.timeout.connect(self._show_titles)
        window.setTabPosition(Qt.DockWidgetArea.RightDockWidgetArea, QTabWidget.TabPosition.North)
        window.setTabPosition(Qt.DockWidgetArea.LeftDockWidgetArea, QTabWidget.TabPosition.North)
        actions["reset_panels"].triggered.connect(lambda _checked=False: self.reset())
        window.installEventFilter(self)
        self._noting = QTimer(self, interval=0, singleShot=True)
        self._noting.timeout.connect(self._note_widths)

    def add(self, panel: Panel, area: Qt.DockWidgetArea) -> Panel:
        """Take a panel; the first in an area stands in front there, the others are tabs behind it."""
        beside = next((one for one in self._panels if self._window.dockWidgetArea(one) is area), None)
        self._window.addDockWidget(area, panel)
        if beside is not None:
            self._window.tabifyDockWidget(beside, panel)
        panel.hide()
        self._panels.append(panel)
        menu, before = self._actions.menu("view"), self._actions["reset_panels"]
        menu.insertAction(before, panel.toggleViewAction())
        panel.installEventFilter(self)
        panel.visibilityChanged.connect(lambda _seen: self._titles.start())
        panel.dockLocationChanged.connect(lambda _area: self._titles.start())
        return panel

    def _show_titles(self) -> None:
        for panel in self._panels:
            panel.show_title()

    # -- with a report, and without ----------------------------------------------------------------

    def show(self) -> None:
        """Show the panels round a report as they were left, else as they are at first."""
        if self._is_shown:
            return
        self._is_shown = True
        if self._state.isEmpty() or not self._window.restoreState(self._state, _LAYOUT):
            self._arrange()
        self._titles.start()
        self.leave_room()

    def hide(self) -> None:
        """Hide the panels: nothing is open."""
        self._keep()
        self._is_shown = False
        for panel in self._panels:
            panel.hide()

    def make_way(self, wanted: int, wanted_left: int) -> None:
        """Hide panels of a window narrower than so many pixels, for a preview; bring them back where there is room.

        `wanted_left` is the same for the panels on the left: they go first.
        """
        self._wanted = wanted, wanted_left
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See whether the middle of the window has room once it, or the window, has become wider or narrower."""
        if watched is self._window and event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._fit()
        elif event.type() is QEvent.Type.Resize:
            self._noting.start()  # later: where the middle presses them, they may be about to make way
        return False

    def _note_widths(self) -> None:
        """Note how wide the panels stand while there is room for them."""
        if self._is_shown and not self._given_way:
            in_sight = [one for one in self._panels if not one.visibleRegion().isEmpty()]
            self._widths = {one: one.width() for one in in_sight}  # those that lie behind a tab may stand otherwise

    def _fit(self) -> None:
        """Hide panels where what stands in the middle has no room beside them, and bring them back where it has.

        The window stays as large as it is. Nothing is done while neither room nor wish has changed, so that a panel
        which the clerk opens all the same stays open.
        """
        middle = self._window.centralWidget()
        if not self._is_shown or self._window.isFullScreen():
            return
        facts = (self._window.width(), middle.minimumSizeHint().width(), *self._wanted)
        if facts == self._fitted:
            return
        self._fitted = facts
        going = self._without_room(*facts)
        if going and not self._given_way:
            self._front = [one for one in self._panels if not one.visibleRegion().isEmpty()]
        back = [one for one in self._given_way if one not in going]
        self._given_way = going
        for panel in going:
            panel.hide()
        self._bring_back(back)

    def _bring_back(self, panels: list[Panel]) -> None:
        """Show panels that gave way, as wide as they were, the one in front that was."""
        for panel in panels:
            panel.show()
        wide = [one for one in panels if one in self._widths]
        self._window.resizeDocks(wide, [self._widths[one] for one in wide], Qt.Orientation.Horizontal)
        for panel in panels:
            if panel in self._front:
                self.bring_to_front(panel)

    def _without_room(self, width: int, middle: int, wanted: int, wanted_left: int) -> list[Panel]:
        """Return the panels for which a window of this width has no room: none, those on the left, or all."""
        left = Qt.DockWidgetArea.LeftDockWidgetArea
        there = [one for one in self._panels if one in self._given_way or not one.isHidden()]
        on_left = [one for one in there if self._window.dockWidgetArea(one) is left]
        others = [one for one in there if one not in on_left]
        narrowest_others = middle + _narrowest(others)
        if width < max(wanted, narrowest_others):
            return there
        return on_left if width < max(wanted_left, narrowest_others + _narrowest(on_left)) else []

    def reset(self) -> None:
        """Put every panel back to where it is at first."""
        self._state = QByteArray()
        if self._is_shown:
            self._arrange()
        self.was_reset.emit()

    def _arrange(self) -> None:
        first, *others = self._panels
        for panel in self._panels:  # one above the other they would make the window higher, if only for a moment
            self._window.removeDockWidget(panel)
        self._window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, first)
        self._window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, others[0])
        for panel in others[1:]:
            self._window.tabifyDockWidget(others[0], panel)
        for panel in self._panels:
            panel.show()
        self._given_way, self._fitted = [], ()
        self._actions.tool_bar.show()
        widths = [_OUTLINE_WIDTH, _SIDE_WIDTH]
        self._window.resizeDocks([first, others[0]], widths, Qt.Orientation.Horizontal)
        self.bring_to_front(others[0])
        self._titles.start()

    def bring_to_front(self, panel: Panel) -> None:
        """Show a panel before those on whose tabs it lies."""
        for other in self._window.tabifiedDockWidgets(panel):
            if not other.isHidden():
                other.raise_()  # Qt takes the first tab for the front one until another one was raised
                break
        panel.raise_()
        QTimer.singleShot(0, panel, panel.raise_)

    # -- from one day to the next ------------------------------------------------------------------

    def _keep(self) -> None:
        """Note how the panels stand, or would if the middle left room to all."""
        if self._is_shown:
            gone, self._given_way, self._fitted = self._given_way, [], ()
            self._bring_back(gone)
            self._state = self._window.saveState(_LAYOUT)

    @property
    def state(self) -> bytes:
        """What `take_state` takes, as the panels stand now, or stood when a report was open last."""
        self._keep()
        return bytes(self._state.data())

    def take_state(self, state: bytes) -> None:
        """Have the panels stand, when next they are shown, as they stood when `state` was asked for."""
        self._state = QByteArray(state)

    def leave_room(self) -> None:
        """Make panels narrower where they leave too little of the window to the page, as on a smaller screen."""
        widest: dict[Qt.DockWidgetArea, Panel] = {}
        for panel in self._panels:
            area = self._window.dockWidgetArea(panel)
            if not panel.isHidden() and panel.width() > (widest[area].width() if area in widest else 0):
                widest[area] = panel
        sides = [
            panel
            for area, panel in widest.items()
            if area in (Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea)
        ]
        share = _MOST_OF_WINDOW if self._window.width() >= _SMALL else _MOST_OF_SMALL
        taken, most = sum(one.width() for one in sides), self._window.width() * share
        if sides and taken > most:
            widths = [max(1, int(one.width() * most / taken)) for one in sides]
            self._window.resizeDocks(sides, widths, Qt.Orientation.Horizontal)


def _narrowest(panels: list[Panel]) -> int:
    """Return the pixels that panels of one side take at least; those that lie on tabs take them together."""
    return max((one.minimumSizeHint().width() + _SEPARATOR for one in panels), default=0)


def place_window(window: QMainWindow, geometry: bytes) -> None:
    """Put the window where it was, but on a screen that is there now and no larger than that.

    From then on it keeps the size that it is given: without a smallest size of its own Qt makes a window larger
    whenever what is shown in it wants more room.
    """
    window.setMinimumSize(_LEAST_SIZE)
    kept = QByteArray(geometry)
    if kept.isEmpty() or not window.restoreGeometry(kept):
        window.resize(*_FALLBACK_SIZE)
        shown = QGuiApplication.primaryScreen()
        if shown is not None:
            window.resize(window.size().boundedTo((shown.availableGeometry() - _FRAME).size()))
        return  # the system places a new window best
    screen = QGuiApplication.screenAt(window.frameGeometry().center()) or QGuiApplication.primaryScreen()
    if screen is not None and not window.isMaximized():
        put_into(window, screen.availableGeometry())


def put_into(window: QWidget, room: QRect) -> None:
    """Make the window no larger than `room`, and move it in there where it stands outside."""
    smallest = window.minimumSize()
    wide = max(min(window.width(), room.width()), smallest.width())
    high = max(min(window.height(), room.height()), smallest.height())
    left = max(room.left(), min(window.x(), room.right() + 1 - wide))
    top = max(room.top(), min(window.y(), room.bottom() + 1 - high))
    if (wide, high) != (window.width(), window.height()):
        window.resize(wide, high)
    if (left, top) != (window.x(), window.y()):
        window.move(left, top)
