"""Where a file dialog begins, and a folder shown in the desktop's own way."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

from assistant.window.desk import Desk

if TYPE_CHECKING:
    from assistant.window.file_flow import FileFlow


def start_folder(desk: Desk, last: str = "") -> Path:
    """Return the folder of the open report, else the one used last, else the clerk's documents: never the program's."""
    if desk.path is not None:
        return desk.path.parent
    return Path(last) if last and Path(last).is_dir() else documents_folder()


def documents_folder() -> Path:
    """Return the clerk's documents, or her home where the system has no folder for them."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) if documents and Path(documents).is_dir() else Path.home()


class ExchangeFolder:
    """Where sheets, tables and drafts go to and come from: the folder used last, from one day to the next."""

    def __init__(self, desk: Desk, files: FileFlow) -> None:
        self._desk, self._files = desk, files

    def begin(self) -> Path:
        """Return where a dialog begins: the folder used last while it is there, else that of the report."""
        settings = self._files.settings
        last = Path(settings.exchange_folder)
        is_there = bool(settings.exchange_folder) and last.is_dir()
        return last if is_there else start_folder(self._desk, settings.last_folder)

    def keep(self, path: Path) -> None:
        """Begin the next time in the folder of a file that was chosen."""
        self._files.keep_settings(exchange_folder=str(path.absolute().parent))


def show_folder(folder: Path) -> None:
    """Open a folder in the desktop's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
