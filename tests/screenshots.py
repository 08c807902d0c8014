"""Pictures of the window's states, for people to look at: `dev.py screenshots [DIR]`.

Each is a picture of the screen, with whatever lies over the window. Scale and language hold for a whole process, so the
pictures are taken by several: light and dark, 100 and 150 %, 1366 × 768 and 1920 × 1080, Chinese and English.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from assistant.window.application import make_application
from assistant.window.language import CHINESE, ENGLISH
from assistant.window.main_window import MainWindow
from assistant.window.panels import put_into
from assistant.window.tab_order import below_frame
from assistant.workbench.preferences import Settings, save_settings
from assistant.workbench.shipped import shipped_samples
from tests.window import places

SMALL, LARGE = QSize(1366, 768), QSize(1920, 1080)
LIGHT, DARK = "light", "dark"
_REST = 400
"""Milliseconds."""
_LONG_NAME = "关于进一步加强全县一般公共预算收入和政府性基金预算收入组织工作并按月通报各乡镇各部门完成情况的情况汇报"


class Run(NamedTuple):
    """What holds for one process."""

    name: str
    scale: float
    language: str


RUNS = (Run("zh", 1.0, CHINESE), Run("zh-150", 1.5, CHINESE), Run("en", 1.0, ENGLISH), Run("en-150", 1.5, ENGLISH))


class Studio:
    """Opens windows in given states and takes pictures of the screen."""

    def __init__(self, application: QApplication, folder: Path, run: Run) -> None:
        self._application, self._folder, self._run = application, folder, run
        self._number = 0
        self._folder_of_files = Path(tempfile.mkdtemp())

    def settle(self, rounds: int = 40) -> None:
        """Let layouts and timers of zero length do their work."""
        for _ in range(rounds):
            self._application.processEvents()

    @contextmanager
    def window(self, size: QSize = SMALL, theme: str = LIGHT, *, share: float | None = None) -> Iterator[MainWindow]:
        """Give a fresh window; `share` of a shipped sample is filled in it, with None the start page is shown."""
        save_settings(Settings(theme=theme, hints_seen=share is not None, language=self._run.language))
        window = MainWindow()
        window.move(0, 0)
        window.resize(size / self._run.scale)
        window.show()
        window.activateWindow()
        self.settle()
        if share is not None:
            places.prepare(window, share)
            window.notices.hide()
            self.settle()
        yield window
        window.desk.clear()
        window.close()
        window.deleteLater()
        self.settle()

    def take(self, name: str, window: MainWindow) -> None:
        """Save a picture of the screen where the window stands."""
        self.settle()
        while window.desk.has_report and not window.proofing.is_settled:
            self._application.processEvents()
        while not (window.desk.has_report or window.start_page.gallery.is_settled):
            self._application.processEvents()
        self.settle()
        QTest.qWait(_REST)  # what is looked up beside, as phrases are
        screen = QGuiApplication.primaryScreen()
        picture = screen.grabWindow(0, 0, 0, window.width(), window.height())
        self._number += 1
        path = self._folder / f"{self._run.name}-{self._number:02}-{name}.png"
        picture.save(str(path))
        print(path)

    def take_dialog(self, name: str, window: MainWindow, opens: Callable[[], object]) -> None:
        """Save a picture of the window with the modal dialog over it that `opens` opens."""
        is_taken = False
        timer = QTimer(window, interval=50)

        def shoot() -> None:
            nonlocal is_taken
            dialog = self._application.activeModalWidget()
            if dialog is None or is_taken:
                return
            timer.stop()
            is_taken = True
            self.settle()
            put_into(dialog, below_frame(window.geometry()))  # the screen of the picture, not that of Xvfb
            self.settle()
            self.take(name, window)
            dialog.close()

        timer.timeout.connect(shoot)
        timer.start()
        opens()
        while not is_taken:
            self._application.processEvents()

    def dialogs(self, window: MainWindow) -> dict[str, Callable[[], object]]:
        """Return what opens the dialogs of a window."""
        return places.dialogs(window, self._folder_of_files)


def take_starts(studio: Studio) -> None:
    """Take the start page as it is at first, with a sample chosen, and with the window on a large screen."""
    for theme in (LIGHT, DARK):
        with studio.window(theme=theme) as window:
            studio.take(f"start-{theme}", window)
            window.start_page.gallery.list.setCurrentRow(5)
            studio.take(f"gallery-{theme}", window)
            studio.take_dialog(f"outline-{theme}", window, window.files.begin_from_outline)
    with studio.window() as window:
        window.files.open_sample(shipped_samples()[0].path)
        studio.take("hints", window)
        QApplication.clipboard().setText("县财政局工作总结")
        window.files.open_clipboard()
        studio.take("nearly-empty", window)


def take_pages(studio: Studio) -> None:
    """Take the page with its fields: fresh, half filled, with card and small input, large and dark."""
    for theme in (LIGHT, DARK):
        with studio.window(theme=theme, share=0.3) as window:
            window.go_to_field(places.first_open(window))
            studio.take(f"page-{theme}", window)
            show_card(window)
            studio.take(f"card-{theme}", window)
            for name in ("popup", "find_bar", "check_panel", "phrases", "further"):
                places.panels(window)[name]()
                studio.take(f"{name}-{theme}", window)
    with studio.window(LARGE, share=0.6) as window:
        studio.take("page-large", window)
    with studio.window(share=0.0) as window:
        window.files.open_path(Path("没有这个文件.docx"))
        studio.take("error", window)
        window.writing.toggle_full_screen()
        studio.take("full-screen", window)


def show_card(window: MainWindow) -> None:
    """Rest the pointer on the field at the caret."""
    page = window.page
    point = page.field_rect.center()
    place = page.viewport().mapToGlobal(point)
    QApplication.sendEvent(page.viewport(), QHelpEvent(QHelpEvent.Type.ToolTip, point, place))


def take_rooms(studio: Studio) -> None:
    """Take the rooms of filling and the previews."""
    for theme in (LIGHT, DARK):
        with studio.window(theme=theme, share=0.3) as window:
            for name in ("interview", "review", "answers"):
                places.panels(window)[name]()
                studio.take(f"{name}-{theme}", window)
                window.rooms.close()
            for name in ("preview", "beside"):
                places.panels(window)[name]()
                studio.take(f"{name}-{theme}", window)
                window.previews.close()


def take_dialogs(studio: Studio) -> None:
    """Take every dialog over its window; a few of them dark as well, and the windows that stay open."""
    with studio.window(share=0.3) as window:
        for name, opens in studio.dialogs(window).items():
            studio.take_dialog(name, window, opens)
    with studio.window(theme=DARK, share=0.3) as window:
        for name in ("export", "layout", "versions", "links", "check_choices"):
            studio.take_dialog(f"{name}-dark", window, studio.dialogs(window)[name])
    with studio.window(share=1) as window:
        studio.take_dialog("export-final", window, window.files.export)
        for name in ("characters", "help_pages"):
            place = places.panels(window)[name]()
            studio.take(name, window)
            place.close()


def take_long_names(studio: Studio) -> None:
    """Take a report whose names and values are as long as they come."""
    folder = Path(tempfile.mkdtemp())
    path = folder / f"{_LONG_NAME}.txt"
    path.write_text(f"{_LONG_NAME}\n一、{_LONG_NAME}\n{_LONG_NAME[:30]}完成xx万元。\n由xx负责。", "utf-8")
    with studio.window() as window:
        window.files.open_path(path)
        window.bridge.fill(window.desk.working.report.fields[-1].id, _LONG_NAME)
        window.go_to_field(window.desk.working.report.fields[0].id)
        studio.take("long-names", window)


def take_all(run: Run, folder: Path) -> None:
    """Take the pictures of one process: all of them at 100 %, else those where room is short."""
    os.environ["ASSISTANT_HOME"] = tempfile.mkdtemp()
    studio = Studio(make_application(sys.argv[:1], run.language), folder, run)
    take_starts(studio)
    take_pages(studio)
    take_rooms(studio)
    take_dialogs(studio)
    take_long_names(studio)


def main() -> int:
    """Take all pictures, each run in a process of its own."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "screenshots")
    if len(sys.argv) > 2:
        take_all(next(run for run in RUNS if run.name == sys.argv[2]), folder)
        return 0
    folder.mkdir(parents=True, exist_ok=True)
    worst = 0
    for run in RUNS:
        environment = os.environ | {"QT_SCALE_FACTOR": str(run.scale)}
        call = [sys.executable, "-m", "tests.screenshots", str(folder), run.name]
        worst = max(worst, subprocess.run(call, env=environment, check=False).returncode)
    return worst


if __name__ == "__main__":
    sys.exit(main())
