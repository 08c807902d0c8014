"""The application: one QApplication with Chinese standard dialogs, one main window, one place for surprises."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

from assistant.window.first_paint import FirstPaint
from assistant.window.first_window import FirstWindow
from assistant.window.garbage import GarbageRounds
from assistant.window.language import CHINESE, choose_language, tr
from assistant.window.look import LIGHT, icon, interface_font
from assistant.window.main_window import MainWindow
from assistant.workbench.preferences import load_settings, start_logging

TURN = 0.0002
"""Seconds for which a thread may go on while the window's own waits: a key takes dozens of turns."""


def make_application(arguments: list[str], language: str = CHINESE) -> QApplication:
    """Return the QApplication, with Qt's own texts in the language of the window."""
    # given as Qt's own argument: a style that is set later takes another's place, and both take time to make
    application = QApplication([*arguments, "-style", "fusion"])
    choose_language(application, language)
    application.setApplicationName(tr("报告助手"))
    application.setFont(interface_font())
    application.setDesktopFileName("baogao-assistant")
    return application


def run_application(path: Path | None) -> int:
    """Open the window, with the report in `path` if given, and return the exit status when it is closed."""
    application = make_application(sys.argv[:1], load_settings().language)
    first = FirstWindow(application)
    if not first.take_place(path):
        return 0
    window = MainWindow(begins_with_report=path is not None, furnished_later=True)
    first.file_requested.connect(window.come_forward)
    sys.excepthook = window.keeping.excepthook
    window.show()
    if path is not None:
        window.open_in_steps(path)
    FirstPaint(window.centralWidget(), lambda: window.furnishing.begin(_begin(window)))
    sys.setswitchinterval(TURN)  # what is worked out beside gives way to a key at once
    garbage = GarbageRounds(application)
    garbage.begin()
    status = application.exec()
    garbage.end()
    first.end()
    return status


def _begin(window: MainWindow) -> Iterator[None]:
    """Do what the clerk need not wait for: she sees the window already; stop after each part."""
    QApplication.setWindowIcon(icon("app", LIGHT.accent, 64))
    yield
    start_logging()
    yield
    from assistant.workbench.layouts import find_own_layouts  # not before it is wanted: the start is short

    find_own_layouts()
    yield
    window.keeping.begin()
