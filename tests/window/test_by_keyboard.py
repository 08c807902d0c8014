"""The whole job by keys alone: from the start page to the final document of a real sample."""

import shutil

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from assistant.filling.markers import find_markers
from assistant.window.export_dialog import ExportDialog
from assistant.workbench.opening import open_path
from tests.window.modal import ModalAnswer

_KEY = Qt.Key
_MOST_KEYS = 3
"""Keys for one field besides the characters of its value."""
MADE_UP = {
    "number": "12",
    "percent": "5.6",
    "date": "2026年3月5日",
    "place": "青禾",
    "org": "青禾县财政",
    "person": "周知远",
    "session": "二十届四中全会",
    "text": "财政",
}


class Clerk:
    """Presses keys where the focus is, and counts them."""

    def __init__(self, type_chinese):
        self._type_chinese = type_chinese
        self.keys = 0

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        self.keys += 1
        QTest.keyClick(QApplication.focusWidget(), key, modifier)

    def type(self, text):
        """Type a value; an input method commits what is not ASCII."""
        widget = QApplication.focusWidget()
        if text.isascii():
            QTest.keyClicks(widget, text)
        else:
            self._type_chinese(widget, text)


def answer_for(field):
    if field.kind.value == "date" and "至" in field.occurrences[0].marker:
        return "3月5日至8日"
    return MADE_UP[field.kind.value]


def test_from_the_start_page_to_the_final_document(window, samples_dir, tmp_path, qtbot, type_chinese, monkeypatch):
    source = tmp_path / "sample.txt"
    shutil.copyfile(next(samples_dir.glob("001*.txt")), source)
    target = tmp_path / "final.docx"
    clerk = Clerk(type_chinese)
    with qtbot.waitActive(window):
        window.activateWindow()
    window.start_page.setFocus()

    # the dialog that names a file is the system's own
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(source), ""))
    clerk.press(_KEY.Key_O, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(window.desk.has_report and window.page.hasFocus()), timeout=5000)
    clerk.press(_KEY.Key_F6)
    room = window.rooms.interview
    asked = 0
    while not room.is_reviewing:
        field = window.desk.working.report.field(room.current)
        clerk.keys = 0
        clerk.type(answer_for(field))
        clerk.press(_KEY.Key_Return)
        if not room.is_reviewing and room.current == field.id:
            clerk.press(_KEY.Key_Y, Qt.KeyboardModifier.AltModifier)
            qtbot.waitUntil(lambda asked=field.id: room.is_reviewing or room.current != asked, timeout=2000)
        assert clerk.keys <= _MOST_KEYS, field.label
        asked += 1
    assert asked == len(window.desk.working.report.fields) == 31

    def export(dialog):
        qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget()), timeout=2000)
        for _ in range(20):
            if isinstance(QApplication.focusWidget(), QLineEdit):
                break
            clerk.press(_KEY.Key_Tab)
        assert isinstance(QApplication.focusWidget(), QLineEdit)
        clerk.press(_KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
        clerk.type(str(target))
        assert dialog._path.text() == str(target)
        clerk.press(_KEY.Key_Return)
        assert not dialog.isVisible()

    exporting = ModalAnswer(window, ExportDialog, export)
    clerk.press(_KEY.Key_E, Qt.KeyboardModifier.ControlModifier)
    exporting.check()
    qtbot.waitUntil(target.exists, timeout=10000)
    written = open_path(target).report.text
    assert find_markers(written) == ()
    assert written.split("\n") == window.page.snapshot().text.split("\n")
