"""From process start to a window with a report open, against a bare PySide6 window with a QTextEdit."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile

from assistant.workbench.shipped import shipped_samples
from tests.benchmarks.measure import Row, compare

_FLOOR = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit
application = QApplication([])
window = QMainWindow()
window.setCentralWidget(QTextEdit())
window.show()
QTimer.singleShot(0, application.quit)
application.exec()
"""
_OURS = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from assistant.window.application import make_application
from assistant.window.main_window import MainWindow
application = make_application([])
window = MainWindow()
window.show()
if len(sys.argv) > 1:
    window.open_at_start(Path(sys.argv[1]))
QTimer.singleShot(0, application.quit)
application.exec()
"""


def rows(long: bool) -> list[Row]:
    """Return the rows of this bench."""
    rounds = 9 if long else 5
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "ASSISTANT_HOME": home}

        def run(script: str, *words: str) -> None:
            subprocess.run([sys.executable, "-c", script, *words], check=True, capture_output=True, env=environment)

        sample = str(shipped_samples()[0].path)
        return [
            compare("start page / bare window", lambda: run(_OURS), lambda: run(_FLOOR), rounds=rounds, aim=None),
            compare(
                "report open / bare window", lambda: run(_OURS, sample), lambda: run(_FLOOR), rounds=rounds, aim=2.5
            ),
        ]
