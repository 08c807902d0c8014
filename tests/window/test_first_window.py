"""A second start of the program: the first window comes forward and opens the file."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog

from assistant.window.first_window import FirstWindow

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from assistant.window.first_window import FirstWindow
application = QCoreApplication([])
path = Path(sys.argv[1]) if len(sys.argv) > 1 else None
sys.exit(7 if FirstWindow(application).take_place(path) else 0)
"""


def start_again(*words):
    return subprocess.Popen([sys.executable, "-c", SECOND, *map(str, words)], env=os.environ)


@pytest.fixture
def first(qtbot):
    made = FirstWindow()
    assert made.take_place(None)
    yield made
    made.end()


def test_the_file_of_a_second_start_is_opened_here(first, window, qtbot, tmp_path):
    path = tmp_path / "总结 一.txt"
    path.write_text("青禾县工作总结\n完成xx万元。", "utf-8")
    first.file_requested.connect(window.come_forward)
    second = start_again(path)
    with qtbot.waitSignal(first.file_requested, timeout=20_000) as asked:
        pass
    assert asked.args == [path]
    assert second.wait(20) == 0
    assert window.desk.working.report.text.startswith("青禾县工作总结")


def test_a_relative_path_is_meant_from_where_the_second_start_was(first, qtbot):
    second = start_again("报告.txt")
    with qtbot.waitSignal(first.file_requested, timeout=20_000) as asked:
        pass
    assert asked.args == [Path.cwd() / "报告.txt"]
    assert second.wait(20) == 0


def test_an_open_dialog_is_not_run_over(first, window, qtbot):
    dialog = QDialog(window)
    told = []
    first.file_requested.connect(lambda path: told.append((path, dialog.isVisible())))
    dialog.setModal(True)
    dialog.show()
    second = start_again()
    qtbot.waitUntil(lambda: bool(first._waiting), timeout=20_000)
    assert second.wait(20) == 0
    assert told == []
    QTimer.singleShot(0, dialog.close)
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert told == [(None, False)]


def test_a_first_window_that_does_not_answer_is_left_alone(first):
    first._watcher.removePaths(first._watcher.directories())
    second = start_again()
    assert second.wait(30) == 7


def test_the_place_is_free_after_the_end(qtbot):
    one, other = FirstWindow(), FirstWindow()
    assert one.take_place(None)
    one.end()
    assert other.take_place(None)
    other.end()
