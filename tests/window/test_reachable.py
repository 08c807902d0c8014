"""Every panel and dialog by keyboard and by ear: names, order of the tab key, no cut words, room on a small screen."""

import re
from collections import Counter

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMenu, QProgressDialog, QPushButton, QWidget

from assistant.window.fill_rows import FillRows
from tests.window import places
from tests.window.walking import cut, nameless, out_of_order, takes_keys

SMALL = 910, 480
"""What a screen of 1366 × 768 pixels has at 150 %, the bar of the system not counted."""


def settle():
    for _ in range(20):
        QApplication.processEvents()


def wrongs_of(name: str, place: QWidget) -> list[str]:
    found = [f"{name}: no name: {one}" for one in nameless(place)]
    found += [f"{name}: cut: {one}" for one in cut(place)]
    found += [f"{name}: tab goes back: {one}" for one in out_of_order(place)]
    smallest = place.minimumSizeHint()
    if place.isWindow() and (smallest.width() > SMALL[0] or smallest.height() > SMALL[1] - 30):
        found.append(f"{name}: at least {smallest.width()} × {smallest.height()}")
    return found


@pytest.fixture
def opened(window, qtbot):
    window.resize(*SMALL)
    places.prepare(window)
    with qtbot.waitActive(window):
        window.activateWindow()
    settle()
    return window


def test_the_start_page_can_be_reached_and_read(window, qtbot):
    window.resize(*SMALL)
    with qtbot.waitActive(window):
        window.activateWindow()
    settle()
    assert wrongs_of("start", window.start_page) == []


def test_every_panel_can_be_reached_and_read(opened):
    wrong = []
    for name, opens in places.panels(opened).items():
        place = opens()
        settle()
        wrong += wrongs_of(name, place)
        opened.rooms.close()
        opened.previews.close()
        if place.isWindow():
            place.close()
        settle()
    assert wrong == []


def test_every_dialog_can_be_reached_and_read(opened, tmp_path, qtbot):
    wrong, seen = [], []
    for name, opens in places.dialogs(opened, tmp_path).items():
        timer = QTimer(opened, interval=10)

        def look(name=name, timer=timer):
            dialog = QApplication.activeModalWidget()
            if dialog is None or isinstance(dialog, QProgressDialog):
                return
            timer.stop()
            settle()
            seen.append(name)
            wrong.extend(wrongs_of(name, dialog))
            dialog.close()

        timer.timeout.connect(look)
        timer.start()
        opens()
        qtbot.waitUntil(lambda name=name: name in seen)
    assert wrong == []
    assert seen == list(places.dialogs(opened, tmp_path))


def test_every_action_stands_in_a_menu_under_a_name_and_keys_of_its_own(window):
    menus = window.menuBar().findChildren(QMenu)
    in_menus = [one for menu in menus for one in menu.actions() if not one.isSeparator()]
    own = [one for one in window.actions() if not one.isSeparator()]
    assert [one.objectName() for one in own if one not in in_menus] == []
    assert [one.objectName() for one in in_menus if not one.text()] == []
    keys = Counter(keys.toString() for one in in_menus for keys in one.shortcuts())
    assert [one for one, count in keys.items() if count > 1] == []


def test_enter_presses_every_button_that_has_the_keys(opened):
    for name, opens in places.panels(opened).items():
        place = opens()
        settle()
        buttons = [one for one in place.findChildren(QPushButton) if takes_keys(one)]
        assert [one.text() for one in buttons if not one.autoDefault()] == [], name
        if name in ("interview", "review", "answers"):
            opened.rooms.close()
    assert all(one.autoDefault() for one in opened.start_page.findChildren(QPushButton))


def test_enter_goes_on_with_the_report_that_the_start_page_offers_first(window, tmp_path, qtbot):
    path = tmp_path / "总结.txt"
    path.write_text("工作总结\n一、甲事\n完成xx项。", "utf-8")
    window.files.open_path(path)
    window.leave_to_start_page()
    with qtbot.waitActive(window):
        window.activateWindow()
    button = QApplication.focusWidget()
    assert button.accessibleName().startswith("继续上次的报告")
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert window.desk.has_report


def test_what_others_see_by_colour_and_badge_is_said(opened):
    rows = opened.fill_panel.findChild(FillRows)
    said = [rows.index(number).data(Qt.ItemDataRole.AccessibleTextRole) for number in range(rows.rowCount())]
    fields = {one.label: one for one in opened.desk.working.report.fields}
    assert "县名，未填" in said
    assert "对重点税源企业数，52户" in said
    assert any(re.fullmatch(r"1\.组织收入量质齐升，已填 \d+/\d+", one) for one in said)
    assert sum(one.endswith("，未填") for one in said) == sum(one.state.blocks_final for one in fields.values())
    model = opened.outline.tree.model()
    first = model.index(0, 0)
    assert re.match("一、上半年主要工作，未填和待核 \\d+ 项", first.data(Qt.ItemDataRole.AccessibleTextRole))
