"""Help on the spot: F1 in window and dialogs, the list of keys, 关于."""

import importlib
import pkgutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QTextBrowser

import assistant.window
from assistant.window.about_dialog import AboutDialog
from assistant.window.help_flow import PAGES_OF_PLACES
from assistant.window.help_window import HelpWindow
from assistant.window.keys_dialog import KeysDialog, shown_keys
from assistant.window.look import LIGHT
from assistant.window.unit_dialog import UnitDialog
from assistant.workbench.help_pages import KeyRow, help_pages
from assistant.workbench.shipped import shipped_samples
from tests.window import places
from tests.window.modal import ModalAnswer


@pytest.fixture
def opened(window):
    window.files.open_path(shipped_samples()[0].path)
    return window


def test_every_place_is_a_class_and_leads_to_a_page():
    classes = {
        name
        for module in pkgutil.walk_packages(assistant.window.__path__, "assistant.window.")
        for name in vars(importlib.import_module(module.name))
    }
    assert set(PAGES_OF_PLACES) <= classes
    assert set(PAGES_OF_PLACES.values()) <= {page.id for page in help_pages()}


def test_f1_opens_the_page_of_the_place(opened, qtbot):
    opened.activateWindow()
    for widget, title in ((opened.page, "写和改"), (opened.outline, "大纲"), (opened.fill_panel, "填空")):
        widget.setFocus()
        opened.actions_by_name["help"].trigger()
        shown = opened.findChild(HelpWindow)
        assert shown.isVisible()
        assert shown._list.currentItem().text() == title
        shown.close()
        opened.activateWindow()


def test_f1_works_in_a_dialog(opened, qtbot):
    opened.activateWindow()

    def look(dialog):
        qtbot.waitUntil(dialog.isActiveWindow)
        qtbot.keyClick(dialog, Qt.Key.Key_F1)
        assert dialog.findChild(HelpWindow)._list.currentItem().text() == "写和改"
        dialog.reject()

    answer = ModalAnswer(opened, UnitDialog, look)
    opened.actions_by_name["unit"].trigger()
    answer.check()


def test_f1_leads_from_every_dialog_to_a_page_of_its_own(window, tmp_path, qtbot):
    places.prepare(window)
    with qtbot.waitActive(window):
        window.activateWindow()
    without, seen = set(), []
    for name, opens in places.dialogs(window, tmp_path).items():

        def look(dialog, name=name):
            seen.append(name)
            if type(dialog).__name__ not in PAGES_OF_PLACES:
                without.add(name)
            dialog.close()

        answer = ModalAnswer(window, QDialog, look)
        opens()
        qtbot.waitUntil(lambda answer=answer: answer.was_asked)
        answer.check()
    assert len(seen) == len(places.dialogs(window, tmp_path))
    assert without == {"about", "keys"}


def test_searching_narrows_the_list_and_marks_the_words(opened, qtbot):
    shown = HelpWindow(opened, LIGHT)
    shown.show_page("keep")
    qtbot.keyClicks(shown._words, "Ctrl+K")
    assert shown._list.count() == 2
    assert shown._list.currentItem().text() in ("短语", "写第一份报告")
    assert shown._text.extraSelections()
    qtbot.keyClick(shown._words, Qt.Key.Key_Down)
    assert shown._list.currentRow() == 1
    shown._words.setText("没有这样的词")
    assert (shown._list.count(), shown._nothing.isVisible()) == (0, True)
    shown._words.clear()
    assert shown._list.count() == len(help_pages())


def test_every_key_of_the_menus_is_listed(opened):
    listed = {(row.place, keys) for row in opened.actions_by_name.all_keys() for keys in row.keys}
    titles = {
        "file": "文件",
        "edit": "编辑",
        "fill": "填空",
        "paragraph": "段落",
        "phrase": "短语",
        "check": "检查",
        "view": "视图",
        "help": "帮助",
    }
    for name, title in titles.items():
        for action in opened.actions_by_name.menu(name).actions():
            for sequence in action.shortcuts():
                assert (title, sequence.toString()) in listed, action.text()


def test_keys_are_narrowed_by_words(opened):
    dialog = KeysDialog(opened, [KeyRow("文件", ("Ctrl+S",), "保存"), KeyRow("大纲", ("Alt+Up",), "整节上移")])
    dialog._words.setText("alt")
    assert [place.isHidden() for place in dialog._places] == [True, False]
    dialog._words.setText("保存")
    assert [place.isHidden() for place in dialog._places] == [False, True]


@pytest.mark.parametrize(
    ("keys", "shown"), [("Return", "回车"), ("Alt+Up", "Alt+↑"), ("Ctrl++", "Ctrl+加号"), ("F4", "F4")]
)
def test_keys_are_shown_as_a_clerk_reads_them(keys, shown):
    assert shown_keys(keys) == shown


def test_about_names_version_folder_and_licences(opened, tmp_path):
    about, licences = "报告助手 1.2\n\n离线工作。", "| a |\n|---|\n| Qt |"
    dialog = AboutDialog(opened, LIGHT, about=about, data_folder=tmp_path, licences=licences)
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert "报告助手 1.2" in texts
    assert f"数据文件夹：{tmp_path}" in texts
    assert "Qt" in dialog.findChild(QTextBrowser).toPlainText()
