"""Pictures of the window's states, for people to look at: `dev.py screenshots [DIR]`."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QApplication

from assistant.window.application import make_application
from assistant.window.main_window import MainWindow
from assistant.workbench.answers import read_answers
from assistant.workbench.shipped import shipped_samples
from assistant.workbench.versions import Reason

SMALL, LARGE = QSize(1366, 768), QSize(1920, 1080)


class Studio:
    """Opens windows in given states and takes their pictures."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        self._application = application
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def settle(self, rounds: int = 30) -> None:
        """Let layouts and timers of zero length do their work."""
        for _ in range(rounds):
            self._application.processEvents()

    def window(self, size: QSize = SMALL, theme: str = "light") -> MainWindow:
        """Return a fresh window."""
        window = MainWindow()
        window.set_theme(theme)
        window.resize(size)
        window.show()
        self.settle()
        return window

    def take(self, name: str, window: MainWindow) -> None:
        """Save the window's picture and close the window."""
        self.settle()
        window.grab().save(str(self._folder / f"{name}.png"))
        print(self._folder / f"{name}.png")
        window.desk.clear()
        window.close()
        window.deleteLater()

    def take_dialog(self, name: str, window: MainWindow, open_dialog: Callable[[], None]) -> None:
        """Save the picture of the dialog that `open_dialog` opens, over its window."""

        def shoot() -> None:
            dialog = self._application.activeModalWidget()
            assert dialog is not None
            self.settle()
            dialog.grab().save(str(self._folder / f"{name}.png"))
            print(self._folder / f"{name}.png")
            dialog.close()

        QTimer.singleShot(200, shoot)
        open_dialog()
        window.desk.clear()
        window.close()
        window.deleteLater()


def fill_some(window: MainWindow, share: float) -> None:
    """Fill the first fields of the open sample with its example answers."""
    answers = read_answers(shipped_samples()[0].answers)
    fields = window.desk.working.report.fields
    for field in fields[: int(len(fields) * share)]:
        window.bridge.fill(field.id, answers[field.id].value)


def main() -> int:
    """Take all pictures."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "screenshots")
    os.environ["ASSISTANT_HOME"] = tempfile.mkdtemp()
    studio = Studio(make_application(sys.argv[:1]), folder)
    sample, other = shipped_samples()[0].path, shipped_samples()[1].path

    studio.take("01-start", studio.window())
    for name, theme in (("01-gallery", "light"), ("01-gallery-dark", "dark")):
        window = studio.window(SMALL, theme)
        window.start_page.gallery.list.setCurrentRow(5)
        studio.take(name, window)
    window = studio.window()
    studio.take_dialog("01-outline", window, window.files.begin_from_outline)
    for name, size, theme in (
        ("02-opened", SMALL, "light"),
        ("03-opened-dark", SMALL, "dark"),
        ("04-opened-large", LARGE, "light"),
    ):
        window = studio.window(size, theme)
        window.open_at_start(sample)
        studio.take(name, window)
    window = studio.window()
    window.open_at_start(sample)
    fill_some(window, 0.4)
    window.go_to_field(next(f.id for f in window.desk.working.report.fields if not f.value))
    studio.take("05-half-filled", window)
    window = studio.window()
    window.open_at_start(sample)
    fill_some(window, 0.4)
    studio.take_dialog("06-export-refused", window, window.files.export)
    window = studio.window()
    window.open_at_start(sample)
    fill_some(window, 1)
    studio.take("07-all-filled", window)
    window = studio.window()
    window.open_at_start(sample)
    fill_some(window, 1)
    studio.take_dialog("08-export-final", window, window.files.export)
    window = studio.window()
    window.open_at_start(other)
    window.find_bar.open_bar("财政")
    studio.take("09-find", window)
    window = studio.window()
    window.open_at_start(Path("没有这个文件.docx"))
    studio.take("10-error", window)
    window = studio.window()
    window.open_at_start(sample)
    window.bridge.fill(window.desk.working.report.fields[3].id, "很多很多很多，写不下的一个很长的回答")
    window.go_to_field(window.desk.working.report.fields[3].id)
    studio.take("11-misfit", window)
    window = studio.window(theme="dark")
    studio.take("12-start-dark", window)
    take_kept(studio, sample)
    return 0


def take_kept(studio: Studio, sample: Path) -> None:
    """Take what is shown of versions and of work that was not saved."""
    for theme in ("light", "dark"):
        window = studio.window(theme=theme)
        window.open_at_start(sample)
        window.keeping.versions.keep(Reason.NAMED, name="送审稿")
        fill_some(window, 0.3)
        window.keeping.versions.keep(Reason.EXPORT)
        fill_some(window, 0.5)
        studio.take_dialog(f"40-versions-{theme}", window, window.keeping.versions.run)
        window = studio.window(theme=theme)
        window.open_at_start(sample)
        fill_some(window, 0.2)
        leave_unsaved(window)
        other = studio.window(theme=theme)
        studio.take_dialog(f"41-recovery-{theme}", other, other.keeping.recovery.run)


def leave_unsaved(window: MainWindow) -> None:
    """Leave a recovery copy behind as if the window had been killed."""
    autosave = window.keeping.autosave
    autosave.run_and_wait()
    autosave.abandon()


if __name__ == "__main__":
    sys.exit(main())
