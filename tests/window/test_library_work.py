"""Work on the library beside the window: it can be given up, its errors arrive, what it finished stays."""

import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressDialog, QWidget

from assistant.phrases.library import open_library
from assistant.window import library_work
from assistant.window.library_work import LibraryWork
from tests.window.modal import ModalAnswer


@pytest.fixture
def parent(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def path(tmp_path):
    open_library(tmp_path / "library").close()
    return tmp_path / "library"


def test_the_window_goes_on_meanwhile(parent, path):
    went_on = threading.Event()
    QTimer.singleShot(0, parent, went_on.set)
    work = LibraryWork(parent, "")
    assert work.run(path, lambda library: (went_on.wait(10), library.count())) == (True, 0)


def test_it_is_given_up_by_the_button_and_ends_by_itself(parent, path, monkeypatch):
    monkeypatch.setattr(library_work, "_PATIENCE", 0)
    answer = ModalAnswer(parent, QProgressDialog, lambda dialog: dialog.canceled.emit())
    work = LibraryWork(parent, "整理", steps=5, can_be_given_up=True)

    def action(library):
        work.tell(1, "已读")
        assert work._given_up.wait(10)
        return "kept"

    assert work.run(path, action) == "kept"
    assert work.is_given_up
    answer.check()


def test_its_error_is_raised_here(parent, path):
    def fail(library):
        raise OSError("disk")

    with pytest.raises(OSError, match="disk"):
        LibraryWork(parent, "").run(path, fail)
