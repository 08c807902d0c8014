"""The main window: start page, or outline, page and fill panel around one report."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from assistant.window.actions import Actions
from assistant.window.desk import Desk
from assistant.window.file_flow import FileFlow
from assistant.window.first_paint import FirstPaint
from assistant.window.furnishing import FurnishedWindow, Furnishing
from assistant.window.keeping import Keeping
from assistant.window.language import tr
from assistant.window.look import Colours, apply_look, colours_for, is_dark
from assistant.window.notice_bar import NoticeBar
from assistant.window.page_bridge import PageBridge, make_page, page_colours
from assistant.window.page_fit import PageFit
from assistant.window.panels import Panel, Panels, place_window
from assistant.window.preview_flow import PreviewFlow
from assistant.window.status_line import StatusLine
from assistant.window.wiring import connect_first, connect_start_page
from assistant.workbench.opening import OpenedReport
from assistant.workbench.preferences import sealed, unsealed
from assistant.workbench.sentences import sentence
from assistant.workbench.working import blocking_fields

if TYPE_CHECKING:
    from assistant.window.start_page import StartPage

_OUTLINE_WIDTH, _SIDE_WIDTH = 160, 300
"""Below these a panel cannot be read, in pixels."""
_QUIET_REASONS = {"blank_line", "leading_blank", "trailing_blank", "invisible"}


class MainWindow(FurnishedWindow):
    """The one window of the program.

    What a clerk sees first is made at once; panels and flows are the furniture, which may come after the first paint.
    """

    def __init__(self, *, begins_with_report: bool = False, furnished_later: bool = False) -> None:
        """Make the window with its start page, or without one where `open_in_steps` follows.

        With `furnished_later` whoever makes it lets `furnishing` begin once it has been painted.
        """
        super().__init__()
        self._start_page: StartPage | None = None
        self.desk = Desk(self)
        self.actions_by_name = Actions(self)
        self._build_pages()
        self.bridge = PageBridge(self, self.page, self.desk)
        self.files = FileFlow(self, self.desk, self.flush)
        self.previews = PreviewFlow(self.page, self.desk, self.flush, self.actions_by_name, self.notices)
        self._build_docks()
        self._build_bars()
        self.keeping = Keeping(self, self.desk, self.page, self.files)
        connect_first(self)
        self._restore()
        self.furnishing = Furnishing(self)
        if not furnished_later:
            self.furnishing.finish()
        if begins_with_report:
            self.apply_theme()
            self._show_workspace(visible=True)
        else:
            self.show_start_page()

    @property
    def start_page(self) -> StartPage:
        """The start page, made when it is first asked for."""
        if self._start_page is None:
            from assistant.window.start_page import StartPage  # not where a report is opened at once
            from assistant.workbench.shipped import shipped_samples

            self._start_page = StartPage(self)
            self._start_page.show_samples(shipped_samples())
            self._stack.addWidget(self._start_page)
            connect_start_page(self)
        return self._start_page

    def _build_pages(self) -> None:
        self.notices = NoticeBar(self)
        self.page = make_page(self)
        self.workspace = QWidget(self)
        workspace = QVBoxLayout(self.workspace)
        workspace.setContentsMargins(0, 0, 0, 0)
        workspace.setSpacing(0)
        workspace.addWidget(self.page, 1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.workspace)
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(centre)

    def _build_docks(self) -> None:
        self.panels = Panels(self, self.actions_by_name)
        self.outline_dock = Panel(self, tr("大纲"), "outline_dock", narrowest=_OUTLINE_WIDTH)
        self.fill_dock = Panel(self, tr("填空"), "fill_dock", narrowest=_SIDE_WIDTH)
        self.check_dock = Panel(self, tr("检查"), "check_dock", narrowest=_SIDE_WIDTH)
        self.phrase_dock = Panel(self, tr("短语"), "phrase_dock", narrowest=_SIDE_WIDTH)
        self.panels.add(self.outline_dock, Qt.DockWidgetArea.LeftDockWidgetArea)
        for dock in (self.fill_dock, self.check_dock, self.phrase_dock):
            self.panels.add(dock, Qt.DockWidgetArea.RightDockWidgetArea)

    def _build_bars(self) -> None:
        spacer = QWidget(self, sizePolicy=QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred))
        self._export = QPushButton(tr("导出…"), self)
        self._export.setProperty("primary", True)
        self._export.setAutoDefault(True)  # Enter presses it too where it has the keys
        self._export.setToolTip(tr("导出 Word 文档（Ctrl+E）"))
        self._export.clicked.connect(self.files.export)
        self.actions_by_name.tool_bar.addWidget(spacer)
        self.actions_by_name.tool_bar.addWidget(self._export)
        self.status_line = StatusLine(self)
        self.setStatusBar(self.status_line)

    # -- showing -----------------------------------------------------------------------------------

    def show_start_page(self) -> None:
        """Show where to begin; nothing is open."""
        self.desk.clear()
        self._show_workspace(visible=False)
        self.start_page.show_recent(self.files.settings.recent)
        self.start_page.take_keys()
        self.apply_theme()

    def _show_workspace(self, *, visible: bool) -> None:
        if self.furnishing.is_done:
            self.rooms.close()
            self.writing.leave_full_screen()
        page = self.workspace if visible else self.start_page
        if self._start_page is not None:  # what is hidden in a stack takes its room all the same
            used = QSizePolicy.Policy.Ignored if visible else QSizePolicy.Policy.Preferred
            self._start_page.setSizePolicy(used, used)
            self._stack.updateGeometry()
        self._stack.setCurrentWidget(page)
        if visible:
            self.actions_by_name.tool_bar.show()
            self.panels.show()
        else:
            self.panels.hide()
            self.actions_by_name.tool_bar.hide()
        self.status_line.setVisible(visible)
        self.actions_by_name.enable(has_report=visible)
        self.show_title()

    def leave_to_start_page(self) -> None:
        """Go back to the start page, unless unsaved work is to be kept first."""
        if self.files.may_leave():
            self.notices.hide()
            self.show_start_page()

    def show_opened(self, opened: OpenedReport) -> None:
        """Show a freshly opened report."""
        self.notices.hide()
        self._show_workspace(visible=True)
        self.load_page()
        removed = sum(one.reason not in _QUIET_REASONS for one in opened.removals)
        if removed:
            self.notices.tell(sentence("opened.cleaned", count=removed))
        if opened.has_fields and self.furnishing.is_done:
            self.unit.offer()

    def load_page(self) -> None:
        """Put the report that lies on the desk into the page."""
        if self.furnishing.is_done:
            self.rooms.close()
        self.fit.fit()  # before there is text to be laid out
        if self.furnishing.is_done:
            self.showing.drop()  # else its parts would come between those of the page, two at each turn
        self._go_through(self.page.load_steps(self.desk.working.report))
        self.page.setFocus()
        if self.furnishing.is_done:
            self._go_through(self.showing.show_rest())
            self.proofing.show_marks()
            self._choose_first_open()

    @staticmethod
    def _go_through(parts: Iterator[None]) -> None:
        """Do all parts; between two of them the window is painted and takes no input."""
        for _ in parts:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    def _choose_first_open(self) -> None:
        blocking = blocking_fields(self.desk.working.report)
        self.fill_panel.choose_field(blocking[0].id if blocking else None)

    def show_title(self) -> None:
        """Put the report's name and whether it is saved into the title bar."""
        if not self.desk.has_report:
            self.setWindowTitle(tr("报告助手"))
            return
        name = self.desk.path.stem if self.desk.path is not None else (self.desk.working.title or tr("未命名"))
        name += tr("（只读）") if self.desk.is_read_only else ""
        self.setWindowTitle(tr("{dot}{name} - 报告助手", dot="" if self.desk.is_saved else "● ", name=name))

    def set_zoom(self, percent: int) -> None:
        """Show the page larger or smaller, and remember it for the next report."""
        if self.previews.zoomed is not self.page:
            self.previews.zoomed.set_zoom(percent)
            return
        self.fit.choose(percent)
        self.files.keep_settings(zoom=self.fit.chosen)

    def fit_width(self) -> None:
        """Make the sheets just as wide as the room for them."""
        if not self.previews.fit():
            self.fit.choose_width()
            self.files.keep_settings(zoom=self.fit.chosen)

    def flush(self) -> None:
        """Take everything that was typed, in the card and in the page, into the report."""
        if self.desk.has_report:
            if self.furnishing.is_done:
                self.rooms.leave()
                self.fill_panel.card.leave()
            self.page.flush()

    def escape(self) -> None:
        """Close the room that is open, the find bar or the preview, and go back to the page."""
        if self.rooms.escape():
            return
        if self.find_bar.isVisible():
            self.find_bar.close_bar()
        elif not self.previews.is_open and not self.hints.dismiss():
            self.writing.leave_full_screen()
        self.previews.leave()
        self.page.setFocus()

    def go_to(self, position: int) -> None:
        """Put the caret at a code point of the text, in the page and in an open preview."""
        self.previews.go_to(position)
        self.page.go_to(position)
        self.page.setFocus()

    def start_filling(self) -> None:
        """Put the caret into the value of the field at hand: the one at the caret, else the next open one."""
        if self.rooms.start_typing():
            return
        if not self.desk.working.report.fields:
            self.notices.tell(sentence("no.fields"))
            return
        self.fill_dock.show()
        self.fill_dock.raise_()
        if self.page.hasFocus() and self.page.field_at_caret is None:
            self.page.next_open_field(True)
        self.fill_panel.start_typing()

    def tell_all_settled(self) -> None:
        """Say that no field is open any more, and offer the export."""
        self.notices.tell(sentence("all.settled"))
        self._export.setFocus()

    def go_to_field(self, field_id: str) -> None:
        """Show a field in the page and begin its value."""
        self.page.go_to_field(field_id)
        self.fill_panel.choose_field(field_id)
        self.fill_panel.start_typing()

    def next_open(self, *, forward: bool) -> None:
        """Put the caret on the next or former open field, or say that none is left."""
        self.page.setFocus()
        if not self.page.next_open_field(forward):
            self.notices.tell(sentence("nothing.open"))

    # -- theme, settings, end ------------------------------------------------------------------------

    def set_theme(self, theme: str) -> None:
        """Show the window light, dark, or as the system has it, and remember it."""
        self.files.keep_settings(theme=theme)
        self.apply_theme()

    def apply_theme(self) -> None:
        """Show everything in the colours of the chosen theme."""
        self.actions_by_name.show_theme(self.files.settings.theme)
        colours = colours_for(self.files.settings.theme)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        apply_look(application, colours)
        self.previews.set_desk_colour(colours.line)
        self.actions_by_name.set_colours(colours)
        if self.furnishing.is_done:
            self.colour_furniture(colours)
        if self._start_page is not None and self._stack.currentWidget() is self._start_page:
            self._start_page.set_colours(colours)
        self.page.set_colours(page_colours(dark=is_dark(self.files.settings.theme)))

    def colour_furniture(self, colours: Colours) -> None:
        """Show panels and flows in the colours of a theme."""
        for part in (self.help, self.outline, self.fill_panel, self.proofing.panel, self.rooms):
            part.set_colours(colours)

    def _restore(self) -> None:
        settings = self.files.settings
        self.fit = PageFit(self.page, settings.zoom)
        self.status_line.show_zoom(self.page.zoom)
        place_window(self, unsealed(settings.window_geometry))
        self.panels.take_state(unsealed(settings.panel_places))
        self.previews.share = settings.preview_share

    def open_in_steps(self, path: Path) -> None:
        """Open a file so that its text can be seen and written in at once; fields and panels follow the first paint."""
        with self._showing_nothing():
            self.files.open_path(path, fields_later=True)
        if self.desk.has_report:
            FirstPaint(self.page.viewport(), lambda: self.furnishing.begin(self._end_opening()))
        else:
            self.show_start_page()

    @contextmanager
    def _showing_nothing(self) -> Iterator[None]:
        """Leave everything round the page as it is, whatever happens to the report within."""
        if self.furnishing.is_done:
            self.showing.is_waiting = True
        try:
            yield
        finally:
            if self.furnishing.is_done:
                self.showing.is_waiting = False

    def _end_opening(self) -> Iterator[None]:
        """Find the fields of a report that is shown already, and show what follows from it; stop after each part."""
        if self.desk.has_report and not self.desk.working.known_fields:
            with self._showing_nothing():
                self.bridge.find_fields()
            yield
        yield from self.showing.show_in_parts()
        self._begin_work()

    def _begin_work(self) -> None:
        if self.desk.has_report:
            self._choose_first_open()
            self.unit.offer()
            self.phrases.forget_report()
            self.hints.offer()

    def come_forward(self, path: Path | None) -> None:
        """Show the window before all others, and open a file there if one is given."""
        self.furnishing.finish()
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        if path is not None:
            self.files.open_path(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved changes, and remember the window's place."""
        self.furnishing.finish()
        if not self.files.may_leave():
            event.ignore()
            return
        self.keeping.end()
        self.rooms.close()
        self.writing.leave_full_screen()
        self.files.keep_settings(
            window_geometry=sealed(bytes(self.saveGeometry().data())),
            panel_places=sealed(self.panels.state),
            preview_share=self.previews.share,
            answer_columns=sealed(self.rooms.columns),
        )
        event.accept()
