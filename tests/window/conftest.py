"""The main window on a temporary home, and typing that Qt's test keys cannot do."""

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from assistant.window.application import make_application
from assistant.window.main_window import MainWindow


@pytest.fixture(scope="session")
def qapp_cls():
    return QApplication


@pytest.fixture(scope="session")
def qapp(qapp_args):
    application = QApplication.instance() or make_application(["assistant"])
    yield application
    # The offscreen platform frees what was copied once Python has ended, and crashes where Python made it.
    QApplication.clipboard().clear()


@pytest.fixture
def window(qtbot):
    made = MainWindow()
    qtbot.addWidget(made, before_close_func=lambda w: w.desk.clear())
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def type_chinese():
    """Type text as an input method commits it; QTest's keys abort on Chinese."""

    def type_text(widget, text):
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        QApplication.sendEvent(widget, event)

    return type_text
