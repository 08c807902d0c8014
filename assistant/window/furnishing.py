"""Furnishing: panels and flows of the window, made part by part after its first paint, so that no part delays a key.

They take as long to load as page and report together, and nobody looks at them before the text. Each part loads what
it needs where it is made.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMainWindow

from assistant.window.look import colours_for

if TYPE_CHECKING:
    from assistant.window.draft_flow import DraftFlow
    from assistant.window.fill_panel import FillPanel
    from assistant.window.find_bar import FindBar
    from assistant.window.find_flow import FindFlow
    from assistant.window.help_flow import HelpFlow
    from assistant.window.hint_flow import HintFlow
    from assistant.window.link_flow import LinkFlow
    from assistant.window.main_window import MainWindow
    from assistant.window.mask_flow import MaskFlow
    from assistant.window.official_dialog import OfficialFlow
    from assistant.window.outline_flow import OutlineFlow
    from assistant.window.outline_panel import OutlinePanel
    from assistant.window.page_count import PageCount
    from assistant.window.phrase_flow import PhraseFlow
    from assistant.window.proofing import Proofing
    from assistant.window.room_flow import RoomFlow
    from assistant.window.sheet_flow import SheetFlow
    from assistant.window.showing import Showing
    from assistant.window.table_flow import TableFlow
    from assistant.window.unit_flow import UnitFlow
    from assistant.window.writing_flow import WritingFlow
    from assistant.window.year_flow import YearFlow

_WANTS_ALL = {
    QEvent.Type.Shortcut,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.ContextMenu,
    QEvent.Type.Close,
    QEvent.Type.Drop,
}
"""What the clerk may do only with a window that has everything; typing may begin before."""


class FurnishedWindow(QMainWindow):
    """A window with all that furnishing puts into it."""

    outline: OutlinePanel
    fill_panel: FillPanel
    find_bar: FindBar
    proofing: Proofing
    phrases: PhraseFlow
    help: HelpFlow
    finding: FindFlow
    links: LinkFlow
    sheets: SheetFlow
    unit: UnitFlow
    drafts: DraftFlow
    official: OfficialFlow
    tables: TableFlow
    masks: MaskFlow
    years: YearFlow
    rooms: RoomFlow
    writing: WritingFlow
    sections: OutlineFlow
    showing: Showing
    hints: HintFlow
    pages: PageCount


class Furnishing(QObject):
    """Furnishes one window: part by part beside typing, at once where somebody asks for more than that."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._furniture = _furniture(window)
        self._following: list[Iterator[None]] = []
        self._is_at_work = False
        """Whether a part is being made: one that follows may show a dialog, whose clicks come back to the filter."""
        self.is_done = False
        """Whether every panel and flow is there."""
        self._timer = QTimer(self, interval=0, singleShot=True)
        self._timer.timeout.connect(self._go_on)

    def begin(self, then: Iterator[None]) -> None:
        """Make the parts, one at each turn of the event loop; go on with `then`, which stops after each part, too."""
        self._following.append(then)
        if not self._timer.isActive():
            self._application.installEventFilter(self)
            self._timer.start()

    def finish(self) -> None:
        """Do now what is still to be done; a part that is at work already goes on by itself."""
        if self._is_at_work:
            return
        while self._is_left():
            pass
        self._end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Have everything there before the clerk asks for any of it."""
        kind = event.type()
        if kind in _WANTS_ALL or (kind is QEvent.Type.KeyPress and _is_no_letter(event)):
            self.finish()
        return False

    @property
    def _application(self) -> QCoreApplication:
        application = QCoreApplication.instance()
        assert application is not None
        return application

    def _is_left(self) -> bool:
        """Do one part, and tell whether there may be more."""
        self._is_at_work = True
        try:
            return self._do_one()
        finally:
            self._is_at_work = False

    def _do_one(self) -> bool:
        for _ in self._furniture:
            return True
        self.is_done = True
        while self._following:
            for _ in self._following[0]:
                return True
            del self._following[0]
        return False

    def _go_on(self) -> None:
        if self._is_left():
            self._timer.start()
        else:
            self._end()

    def _end(self) -> None:
        self._timer.stop()
        self._application.removeEventFilter(self)


def _is_no_letter(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and not event.text() and event.key() not in _HELD


_HELD = {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta}


def _furniture(window: MainWindow) -> Iterator[None]:
    """Furnish the window, and stop after each part."""
    for part in (
        _find_bar,
        _flows,
        _further_flows,
        _outline,
        _fill_panel,
        _proofing,
        _phrases,
        _keeping,
        _wires,
    ):
        part(window)
        yield


def _find_bar(window: MainWindow) -> None:
    from assistant.window.find_bar import FindBar
    from assistant.window.find_flow import FindFlow
    from assistant.window.help_flow import HelpFlow
    from assistant.window.link_flow import LinkFlow

    window.help = HelpFlow(window, window.actions_by_name)
    window.find_bar = FindBar(window)
    layout = window.workspace.layout()
    assert layout is not None
    layout.addWidget(window.find_bar)
    window.finding = FindFlow(window.find_bar, window.page, window.desk, window.bridge)
    window.links = LinkFlow(window, window.desk, window.bridge)


def _flows(window: MainWindow) -> None:
    from assistant.window.draft_flow import DraftFlow
    from assistant.window.mask_flow import MaskFlow
    from assistant.window.sheet_flow import SheetFlow
    from assistant.window.start_folder import ExchangeFolder
    from assistant.window.table_flow import TableFlow
    from assistant.window.unit_flow import UnitFlow
    from assistant.window.year_flow import YearFlow

    desk, flush = window.desk, window.flush
    folder = ExchangeFolder(desk, window.files)
    window.sheets, window.unit = SheetFlow(window, desk, flush, folder), UnitFlow(window, desk, flush)
    window.drafts, window.tables = DraftFlow(window, desk, flush, folder), TableFlow(window, desk, flush, folder)
    window.masks, window.years = MaskFlow(window, desk, flush), YearFlow(window, desk, flush)


def _further_flows(window: MainWindow) -> None:
    from assistant.window.official_dialog import OfficialFlow
    from assistant.window.page_count import PageCount
    from assistant.window.room_flow import RoomFlow
    from assistant.window.writing_flow import WritingFlow

    desk, page, flush, actions = window.desk, window.page, window.flush, window.actions_by_name
    window.official = OfficialFlow(window, desk, flush)
    window.rooms = RoomFlow(window, desk, page, flush, actions)
    window.pages = PageCount(window, desk, page, window.status_line)
    window.writing = WritingFlow(window, desk, page, window.files, flush, actions, window.pages)


def _outline(window: MainWindow) -> None:
    from assistant.window.outline_flow import OutlineFlow
    from assistant.window.outline_panel import OutlinePanel

    window.outline = OutlinePanel(window)
    window.outline_dock.put(window.outline)
    window.sections = OutlineFlow(window.outline, window.desk, window.page, window.flush, window.actions_by_name)


def _fill_panel(window: MainWindow) -> None:
    from assistant.window.fill_panel import FillPanel

    window.fill_panel = FillPanel(window)
    window.fill_dock.put(window.fill_panel)


def _proofing(window: MainWindow) -> None:
    from assistant.window.proofing import Proofing

    desk, page, actions = window.desk, window.page, window.actions_by_name
    window.proofing = Proofing(window, window.check_dock, desk=desk, page=page, actions=actions)


def _phrases(window: MainWindow) -> None:
    from assistant.window.phrase_flow import PhraseFlow

    window.phrases = PhraseFlow(
        window, window.desk, window.page, window.files, window.actions_by_name, window.phrase_dock
    )


def _keeping(window: MainWindow) -> None:
    from assistant.window.hint_flow import HintFlow
    from assistant.window.showing import Showing

    window.keeping.furnish(window.actions_by_name, window.flush)
    window.showing = Showing(
        window,
        window.desk,
        window.page,
        outline=window.outline,
        proofing=window.proofing,
        status=window.status_line,
        fill_panel=window.fill_panel,
        rooms=window.rooms,
    )
    window.keeping.show_in(window.notices, window.status_line, window.fill_panel, window.rooms)
    window.keeping.guard(window.drafts, window.sheets, window.tables, window.years)
    window.hints = HintFlow(window, window.files, window.outline, window.page, window.fill_panel)


def _wires(window: MainWindow) -> None:
    from assistant.window.wiring import connect_actions, connect_export, connect_filling, connect_panels

    connect_panels(window)
    connect_filling(window)
    connect_export(window)
    connect_actions(window)
    window.colour_furniture(colours_for(window.files.settings.theme))
    window.desk.file_changed.emit()
