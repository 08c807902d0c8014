"""Where a file dialog begins, and a folder shown in the desktop's own way."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

from assistant.window.desk import Desk


def start_folder(desk: Desk, last: str = "") -> Path:
    """Return the folder of the open report, else the one used last, else the clerk's documents: never the program's."""
    if desk.path is not None:
        return desk.path.parent
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return next((Path(one) for one in (last, documents) if one and Path(one).is_dir()), Path.home())


def show_folder(folder: Path) -> None:
    """Open a folder in the desktop's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
