"""The English window: nothing Chinese in it but content, no access key twice; chosen in the menu for the next start."""

import re
from collections import Counter

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QTabWidget,
    QTreeWidget,
    QWidget,
)

from assistant.report.errors import AssistantError
from assistant.resources import resource_path
from assistant.window.language import choose_language, speak_english, spoken_language, tr
from assistant.workbench.gallery import preview_of
from assistant.workbench.preferences import load_settings
from assistant.workbench.sentences import describe_error, sentence, speak_with
from assistant.workbench.shipped import shipped_samples
from tests.translations import CHINESE, read_translations

REPORT = "xx县2025年工作总结\n一、收入情况\n完成xx亿元，增长X%。\n二、支出情况\n完成XX亿元。\n"
DIALOGS = (
    *("outline_new", "unit", "official", "export", "mask", "versions", "traces", "phrase_sources", "go_to"),
    *("characters", "check_choices", "count", "keys", "about"),
)
ITSELF = ("语言 Language", "简体中文")


@pytest.fixture
def english(qapp):
    chinese = [one for one in qapp.findChildren(QTranslator) if "qtbase" in one.filePath()]
    for one in chinese:
        qapp.removeTranslator(one)
    english = speak_english(qapp)
    yield
    qapp.removeTranslator(english)
    speak_with(None)
    for one in chinese:
        qapp.installTranslator(one)
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))


@pytest.fixture
def opened(english, window, tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(REPORT, "utf-8")
    window.files.open_path(path)
    return window


def texts(widget):
    """Give what a widget and all in it show or tell a screen reader, but for the rows of lists."""
    for one in (widget, *widget.findChildren(QWidget)):
        yield from (one.toolTip(), one.accessibleName(), one.windowTitle())
        if isinstance(one, QLabel | QAbstractButton):
            yield one.text()
        if isinstance(one, QLineEdit):
            yield one.placeholderText()
        if isinstance(one, QComboBox) and not one.isEditable():
            yield from (one.itemText(number) for number in range(one.count()))
        if isinstance(one, QTabWidget):
            yield from (one.tabText(number) for number in range(one.count()))
        if isinstance(one, QTreeWidget):
            yield from (one.headerItem().text(number) for number in range(one.columnCount()))
    for action in widget.findChildren(QAction):
        yield from (action.text(), action.toolTip())


def left_chinese(widget, window):
    """Return what is Chinese in a widget and neither content nor an example in a translation."""
    quoted = [text for text in read_translations().values() if CHINESE.search(text)]
    fields = window.desk.working.report.fields if window.desk.has_report else ()
    content = [*ITSELF, *quoted, *(field.label for field in fields)]
    content += [path.read_text("utf-8") for path in resource_path("layouts").glob("*.toml")]  # names of layouts, faces
    content += [preview_of(shipped_samples()[0]).title]  # which the start page shows
    return {text for text in texts(widget) if CHINESE.search(text) and not is_content(text, content)}


def is_content(text, content):
    """Whether all that is Chinese in a text comes from the report, or is quoted in a translation."""
    known = " ".join((REPORT, *content))
    return all(run in known for run in re.findall(f"{CHINESE.pattern}+", text))


def test_nothing_chinese_is_left_in_the_window(opened):
    opened.rooms.open_interview()
    opened.rooms.open_answers()
    opened.find_bar.open_bar("")
    opened.phrases.start_search()
    opened.actions_by_name["preview"].trigger()
    assert not left_chinese(opened, opened)


def test_the_start_page_is_english(english, window):
    assert not left_chinese(window.start_page, window)


def test_every_dialog_is_english(opened, monkeypatch):
    shown = []
    for way in ("exec", "show", "open"):
        monkeypatch.setattr(QDialog, way, lambda dialog: shown.append(dialog) or 0)
    for name in DIALOGS:
        opened.actions_by_name[name].trigger()
        dialog = shown.pop()
        assert not left_chinese(dialog, opened), name
        named = dialog.findChildren(QLabel) + dialog.findChildren(QAbstractButton)
        keys = Counter(key for one in named for key in re.findall(r"&(\w)", one.text().casefold()))
        assert all(count == 1 for count in keys.values()), name


def test_no_access_key_stands_twice_in_menu_bar_or_room(opened):
    menus = [action.text() for action in opened.menuBar().actions()]
    rooms = []
    for open_room in (opened.rooms.open_interview, opened.rooms.open_answers):
        open_room()
        buttons = opened.centralWidget().findChildren(QAbstractButton)
        rooms.append([*menus, *(button.text() for button in buttons if button.isVisible())])
    for texts_there in (menus, *rooms):
        keys = Counter(key for text in texts_there for key in re.findall(r"&(\w)", text.casefold()))
        assert len(keys) >= len(menus)
        assert all(count == 1 for count in keys.values()), keys


def test_sentences_and_dates_are_english(english):
    said = describe_error(AssistantError("field.line_break"))
    assert said == "A value cannot have line breaks; it was not used. Please write it in one line."
    assert sentence("saved", path="/a/报告.baogao") == "Saved to “报告.baogao”."
    assert tr("已填 {settled}/{total}", settled=1, total=2) == "1/2 filled"
    assert spoken_language() == "en"
    assert QLocale().dayName(Qt.DayOfWeek.Monday.value) == "Monday"


def test_the_chosen_language_is_kept_and_told_in_both(window):
    (english,) = (a for a in window.findChildren(QAction) if a.objectName() == "language_en")
    english.trigger()
    assert load_settings().language == "en"
    told = " ".join(label.text() for label in window.notices.findChildren(QLabel))
    assert "英语" in told
    assert "English" in told


def test_chinese_loads_no_translator_of_its_own(qapp):
    choose_language(qapp, "zh")
    assert QCoreApplication.translate("window", "保存") == "保存"
    assert QApplication.translate("QPlatformTheme", "Cancel") == "取消"
    assert spoken_language() == "zh"
