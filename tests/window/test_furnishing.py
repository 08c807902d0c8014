"""A window that is furnished after its first paint: seen and written in at once, and whole when more is asked for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMessageBox

from assistant.storage.recovery import read_unsaved
from assistant.window.furnishing import Furnishing
from assistant.window.main_window import MainWindow
from assistant.workbench.builtin_phrases import own_library_path
from assistant.workbench.exporting import save_working
from assistant.workbench.opening import open_path
from assistant.workbench.recovering import copy_path
from assistant.workbench.shipped import shipped_samples
from assistant.workbench.working import start_work
from tests.window.modal import ModalAnswer

_TEXT = "青禾县总结\n完成投资X亿元，增长X%。"


@pytest.fixture
def make_bare(qtbot):
    """Return what makes a window without panels, as the program starts with."""

    def make(*, begins_with_report):
        made = MainWindow(begins_with_report=begins_with_report, furnished_later=True)
        qtbot.addWidget(made, before_close_func=lambda w: w.desk.clear())
        made.resize(1366, 768)
        with qtbot.waitExposed(made):
            made.show()
        assert not made.furnishing.is_done
        return made

    return make


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(_TEXT, "utf-8")
    return path


def test_the_text_is_there_before_the_panels(make_bare, report, qtbot):
    window = make_bare(begins_with_report=True)
    window.open_in_steps(report)
    assert window.page.snapshot().text == _TEXT
    assert window.windowTitle().startswith("青禾县总结")
    assert window.fill_dock.isVisible()
    qtbot.waitUntil(lambda: window.furnishing.is_done and window.fill_panel.card.field_id is not None)
    assert window.fill_dock.widget() is window.fill_panel
    assert len(window.desk.working.report.fields) == 2


def test_panels_take_the_room_that_was_kept_for_them(make_bare, report, qtbot):
    window = make_bare(begins_with_report=True)
    window.open_in_steps(report)
    qtbot.wait(0)
    before = window.page.geometry()
    window.furnishing.finish()
    qtbot.waitUntil(lambda: window.fill_panel.isVisible())
    assert window.page.geometry() == before


def test_what_is_typed_before_the_panels_is_kept_and_copied(make_bare, report, qtbot, type_chinese):
    window = make_bare(begins_with_report=True)
    window.open_in_steps(report)
    window.page.moveCursor(QTextCursor.MoveOperation.End)
    type_chinese(window.page, "另有X项。")
    assert window.keeping.autosave.run_and_wait()
    assert read_unsaved(copy_path(window.keeping.autosave.session))[1].report.text == _TEXT + "另有X项。"
    window.furnishing.begin(iter(()))
    qtbot.waitUntil(lambda: window.furnishing.is_done)
    window.page.flush()
    assert window.desk.working.report.text == _TEXT + "另有X项。"
    assert not window.desk.is_saved


def test_a_key_of_an_action_finds_the_window_whole(make_bare, report, qtbot):
    window = make_bare(begins_with_report=True)
    window.open_in_steps(report)
    with qtbot.waitActive(window):
        window.activateWindow()
    window.furnishing.begin(iter(()))
    qtbot.keyClick(window.page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.find_bar.isVisible()


def test_letters_do_not_wait_for_the_panels(make_bare, report, qtbot):
    window = make_bare(begins_with_report=True)
    window.open_in_steps(report)
    window.furnishing.begin(iter(()))
    qtbot.keyClick(window.page, "a")
    assert not window.furnishing.is_done
    assert window.page.snapshot().text == "a" + _TEXT


def test_a_sample_is_opened_by_a_click_on_a_bare_start_page(make_bare, qtbot):
    window = make_bare(begins_with_report=False)
    window.furnishing.begin(iter(()))
    qtbot.mousePress(window.start_page, Qt.MouseButton.LeftButton)
    assert window.furnishing.is_done
    window.start_page.sample_requested.emit(shipped_samples()[0].path)
    assert window.desk.working.report.fields


def test_what_follows_the_furniture_is_done_part_by_part_and_once(make_bare, qtbot):
    window = make_bare(begins_with_report=False)
    done = []

    def following():
        done.append(1)
        yield
        done.append(2)

    window.furnishing.begin(following())
    qtbot.waitUntil(lambda: done == [1, 2])
    window.furnishing.finish()
    assert done == [1, 2]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_a_dialog_that_is_shown_at_the_start_is_answered_by_keys_and_clicks(make_bare, qtbot, key):
    """As that of unsaved reports: its keys reach the window while the part that shows it is at work."""
    window = make_bare(begins_with_report=False)
    done = []

    def parts():
        box = QMessageBox(window)
        box.addButton("恢复", QMessageBox.ButtonRole.AcceptRole)
        box.addButton("以后再说", QMessageBox.ButtonRole.RejectRole)
        box.exec()
        done.append("answered")
        yield
        done.append("gone on")

    def answer(box):
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
        qtbot.keyClick(box.buttons()[0], key)

    given = ModalAnswer(window, QMessageBox, answer)
    window.furnishing.begin(parts())
    qtbot.waitUntil(lambda: "gone on" in done)
    given.check()
    assert done == ["answered", "gone on"]
    assert window.furnishing.is_done


def test_a_damaged_report_is_offered_for_rescue_at_the_start(make_bare, report, tmp_path):
    damaged = save_working(start_work(open_path(report)), tmp_path / "b.baogao")
    data = damaged.read_bytes()
    damaged.write_bytes(data[: data.index("增长".encode())])
    window = make_bare(begins_with_report=True)
    answer = ModalAnswer(window, QMessageBox, lambda box: box.buttons()[0].click())
    window.open_in_steps(damaged)
    answer.check()
    assert window.furnishing.is_done


def test_it_can_be_closed_before_the_panels_are_there(make_bare):
    window = make_bare(begins_with_report=False)
    assert window.close()


def test_a_whole_window_has_nothing_to_furnish(window):
    assert isinstance(window.furnishing, Furnishing)
    assert window.furnishing.is_done


def test_the_library_is_made_ready_beside_the_window(window, report, qtbot):
    window.files.open_path(report)
    window.phrases.learn_aside()
    qtbot.waitUntil(lambda: window.phrases.has_learnt)
    assert own_library_path().is_file()
    assert window.phrases._library is None
    window.phrases.close()
