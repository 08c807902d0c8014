"""Work beside the window: only the newest result counts, errors arrive, waiting takes no input."""

from __future__ import annotations

import subprocess
import sys
import threading
import time

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from assistant.window.in_parts import InParts
from assistant.window.side_work import GivenUpError, SideWork
from assistant.window.waiting import WaitGivenUpError, Waiting


@pytest.fixture
def side(qapp):
    parent = QObject()
    made = SideWork(parent)
    yield made
    made.end()


def test_only_the_newest_result_is_taken_over(side, qtbot):
    may_end, taken = threading.Event(), []
    side.begin(lambda: may_end.wait(5), lambda _: taken.append("old"))
    side.begin(lambda: threading.current_thread().name, taken.append)
    may_end.set()
    qtbot.waitUntil(lambda: len(taken) == 1)
    assert taken[0].startswith("side-work")


def test_what_was_dropped_is_not_taken_over(side, qtbot):
    done, taken = [], []
    side.begin(lambda: done.append(1), taken.append)
    side.drop()
    side.begin(lambda: 2, done.append)
    qtbot.waitUntil(lambda: done == [1, 2])
    assert not taken


def test_work_that_breathes_stops_when_newer_work_is_begun(side, qtbot):
    began, stopped, taken = threading.Event(), [], []

    def breathing():
        began.set()
        try:
            while True:
                side.breathe()
        except GivenUpError:
            stopped.append(1)
            raise

    side.begin(breathing, taken.append)
    assert began.wait(5)
    side.begin(lambda: "newer", taken.append)
    qtbot.waitUntil(lambda: taken == ["newer"])
    assert stopped == [1]


def test_work_that_breathes_waits_while_somebody_types(side, qtbot):
    waited = []

    def work():
        side.breathe()
        started = time.monotonic()
        side.give_way()
        side.breathe()
        return time.monotonic() - started

    side.begin(work, waited.append)
    qtbot.waitUntil(lambda: bool(waited))
    assert waited[0] >= 0.25


def test_an_error_is_raised_on_the_windows_thread(side, qtbot):
    with qtbot.captureExceptions() as errors:
        side.begin(lambda: 1 // 0, lambda _: None)
        qtbot.waitUntil(lambda: bool(errors))
    assert errors[0][0] is ZeroDivisionError


def test_parts_follow_each_other_and_give_way_to_a_newer_value(qapp, qtbot):
    shown = []

    def parts(value):
        for part in range(3):
            shown.append((value, part))
            yield

    parent = QObject()
    in_parts = InParts(parent, parts)
    in_parts.show("a", at_once=False)
    assert not shown
    in_parts.show("b", at_once=True)
    assert shown == [("b", 0), ("b", 1), ("b", 2)]
    in_parts.show("c", at_once=False)
    qtbot.waitUntil(lambda: ("c", 2) in shown)
    assert shown[3:] == [("c", 0), ("c", 1), ("c", 2)]


def test_waiting_gives_the_result_and_takes_no_input_meanwhile(qtbot):
    line = QLineEdit()
    qtbot.addWidget(line)
    line.show()
    may_end = threading.Event()

    def press() -> None:
        qtbot.keyClick(line, Qt.Key.Key_A)
        may_end.set()

    QTimer.singleShot(0, press)
    waiting = Waiting(line, "…", can_be_given_up=False)
    assert waiting.run(lambda: may_end.wait(5) and "done") == "done"
    assert line.text() == ""
    qtbot.keyClick(line, Qt.Key.Key_B)
    assert line.text() == "b"


def test_an_error_comes_out_of_waiting(qtbot):
    line = QLineEdit()
    qtbot.addWidget(line)
    with pytest.raises(ZeroDivisionError):
        Waiting(line, "…", can_be_given_up=True).run(lambda: 1 // 0)


def test_waiting_is_told_after_a_while_and_can_be_given_up(qtbot):
    line = QLineEdit()
    qtbot.addWidget(line)
    may_end = threading.Event()
    looks = QTimer(line)

    def give_up() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            looks.stop()
            dialog.canceled.emit()

    looks.timeout.connect(give_up)
    looks.start(20)
    with pytest.raises(WaitGivenUpError):
        Waiting(line, "…", can_be_given_up=True).run(lambda: may_end.wait(5))
    may_end.set()


@pytest.mark.parametrize("is_sealed", [False, True])
def test_what_is_being_written_can_no_longer_be_given_up(is_sealed, qtbot):
    line = QLineEdit()
    qtbot.addWidget(line)
    asked, sealed, outcome = threading.Event(), threading.Event(), []
    waiting = Waiting(line, "…", can_be_given_up=True)

    def give_up() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None and (sealed.is_set() or not is_sealed):
            looks.stop()
            dialog.canceled.emit()
            asked.set()

    def work() -> str:
        if is_sealed:
            waiting.seal()
            sealed.set()
        assert asked.wait(10)
        try:
            waiting.seal()
            outcome.append("written")
        except WaitGivenUpError:
            outcome.append("given up")
            raise
        return "done"

    looks = QTimer(line)
    looks.timeout.connect(give_up)
    looks.start(20)
    if is_sealed:
        assert waiting.run(work) == "done"
    else:
        with pytest.raises(WaitGivenUpError):
            waiting.run(work)
    qtbot.waitUntil(lambda: outcome == ["written" if is_sealed else "given up"])


_ENDING = """
import random, sys, time
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject
from assistant.window.side_work import SideWork
application, chance = QCoreApplication([]), random.Random(1)
sys.setswitchinterval(1e-5)
def wait(seconds):
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        pass
for _ in range(4000):
    parent = QObject()
    SideWork(parent).begin(lambda seconds=chance.random() * 3e-4: wait(seconds), print)
    wait(chance.random() * 6e-4)
    shiboken6.delete(parent)
"""


def test_a_window_that_goes_while_a_result_is_told_does_no_harm():
    """A result was told to what the window's end had just deleted: the process crashed."""
    done = subprocess.run([sys.executable, "-c", _ENDING], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
