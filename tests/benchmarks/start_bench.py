"""From process start to a usable window, and memory, against a bare PySide6 window with an empty QTextEdit.

A window is usable once it has been painted, with the report's text where one is opened, and has taken a key that was
pressed then. The floor is measured in the same way. The time is that of the moment, not of the end of the process.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from assistant.workbench.exporting import save_working
from assistant.workbench.opening import open_path
from assistant.workbench.shipped import shipped_samples
from assistant.workbench.working import start_work
from tests.benchmarks.measure import Row

_MEASURING = """
import os, sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent


class Usable(QObject):
    # waits for the paint, presses a key, waits for the character
    def __init__(self, editor):
        super().__init__(editor)
        self.editor = editor
        editor.viewport().installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self.editor.textChanged.connect(self.end)
            key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
            QCoreApplication.postEvent(self.editor, key)
        return False

    def end(self):
        print(time.perf_counter(), flush=True)
        os._exit(0)
"""
_FLOOR = (
    _MEASURING
    + """
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit
application = QApplication([])
window = QMainWindow()
editor = QTextEdit()
window.setCentralWidget(editor)
waiting = Usable(editor)
window.show()
application.exec()
"""
)
_STARTED = """
from PySide6.QtWidgets import QApplication, QMainWindow

def measure(begin):
    # the program is started as a clerk starts it; what measures comes in when the loop that paints begins
    loop = QApplication.exec

    def exec(*_):
        begin(next(one for one in QApplication.topLevelWidgets() if isinstance(one, QMainWindow)))
        return loop()

    QApplication.exec = exec
    sys.argv[0] = "assistant"
    from assistant.__main__ import main
    main()
"""
_OURS = (
    _MEASURING
    + _STARTED
    + """
def begin(window):
    assert window.page.snapshot().text
    window.waiting = Usable(window.page)

measure(begin)
"""
)
_OURS_START_PAGE = (
    _MEASURING
    + _STARTED
    + """
class Painted(Usable):
    def __init__(self, widget):
        QObject.__init__(self, widget)
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            self.end()
        return False

def begin(window):
    window.waiting = Painted(window.start_page)

measure(begin)
"""
)
_STALL = (
    _MEASURING
    + _STARTED
    + """
class Turns(QObject):
    # from the first paint on: the longest time between two turns of the event loop
    def __init__(self, window):
        super().__init__(window)
        self.last, self.longest = None, 0.0
        window.page.viewport().installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self.first = time.perf_counter()
            self.startTimer(1)
        return False

    def timerEvent(self, event):
        now = time.perf_counter()
        self.longest = max(self.longest, now - (self.last or self.first))
        self.last = now
        if now - self.first > 6:
            print(self.longest * 1000, flush=True)
            os._exit(0)

def begin(window):
    window.turns = Turns(window)

measure(begin)
"""
)
_PEAK = """
import os, sys

def tell_peak():
    # highest resident memory so far, KiB; what getrusage tells begins with that of the parent
    status = dict(line.split(":", 1) for line in open("/proc/self/status", encoding="ascii"))
    print(status["VmHWM"].split()[0], flush=True)
    os._exit(0)
"""
_FLOOR_MEMORY = (
    _PEAK
    + """
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit
application = QApplication([])
window = QMainWindow()
window.setCentralWidget(QTextEdit())
window.show()
application.processEvents()
tell_peak()
"""
)
_OURS_MEMORY = (
    _PEAK
    + _STARTED
    + """
from PySide6.QtCore import QTimer

def begin(window):
    # checked; four seconds later completion has learnt; then phrases and text are searched
    def wait():
        is_checked = window.furnishing.is_done and window.proofing.is_settled
        QTimer.singleShot(4000 if is_checked else 100, search if is_checked else wait)

    def search():
        window.phrases.start_search()
        window.page.find("\u5de5\u4f5c")
        QTimer.singleShot(2000, tell_peak)

    QTimer.singleShot(100, wait)

measure(begin)
"""
)


def rows(long: bool) -> list[Row]:
    """Return the rows of this bench."""
    rounds = 21 if long else 9
    sample = str(shipped_samples()[0].path)
    real = next(iter(sorted(Path(os.environ.get("ASSISTANT_SAMPLES", "../shared/samples")).glob("002*"))), None)
    with tempfile.TemporaryDirectory() as home:
        own = str(save_working(start_work(open_path(Path(sample))), Path(home) / "own.baogao"))
        starts = (
            ("start page / bare window", _OURS_START_PAGE, [], None),
            ("report open / bare window", _OURS, [sample], 2.5),
            ("report of its own kind open / bare window", _OURS, [own], 2.5),
        )
        found = _start_rows(starts, home, rounds)
        stalls = [float(_run(_STALL, home, [str(real or sample)])) for _ in range(rounds // 3)]
        found.append(Row("longest stall once a report is seen / 100 ms", statistics.median(stalls), 100.0, 1.0))
        if sys.platform.startswith("linux"):
            peak = float(_run(_OURS_MEMORY, home, [str(real or sample)])) / 1024
            bare = float(_run(_FLOOR_MEMORY, home)) / 1024
            found.append(Row("peak memory, checked, searched / bare (MiB)", peak, bare, 3.0))
    return found


def _start_rows(starts: Sequence[tuple[str, str, list[str], float | None]], home: str, rounds: int) -> list[Row]:
    """Measure all starts and the floor in turns, so that what the machine does besides hits them alike.

    The first round is left out: it fills the caches of the disk.
    """
    floors: list[float] = []
    times: dict[str, list[float]] = {what: [] for what, *_ in starts}
    for _ in range(rounds + 1):
        for what, ours, words, _aim in starts:
            times[what].append(_moment(ours, home, words))
            floors.append(_moment(_FLOOR, home))
    floor = statistics.median(floors[len(starts) :])
    return [Row(what, statistics.median(times[what][1:]), floor, aim) for what, _ours, _words, aim in starts]


def _moment(script: str, home: str, words: Sequence[str] = ()) -> float:
    """Return after how many milliseconds from the start of its process a window was usable."""
    started = time.perf_counter()
    return (float(_run(script, home, words)) - started) * 1000


def _run(script: str, home: str, words: Sequence[str] = ()) -> str:
    environment = {**os.environ, "ASSISTANT_HOME": home}
    done = subprocess.run(
        [sys.executable, "-c", script, *words], check=True, capture_output=True, encoding="utf-8", env=environment
    )
    return done.stdout.split()[-1]
