"""The list of keys (Ctrl+/) is true: each key that no menu shows is pressed in its place, and does what is said."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from assistant.window.completion import LIST
from assistant.window.taking_dialog import TakingDialog
from assistant.workbench.answer_rows import Column
from assistant.workbench.help_pages import keys_of_places
from assistant.workbench.unit_info import AnswerBook, save_answer_book
from tests.window.modal import ModalAnswer

REPORT = (
    "xx县2025年工作总结\n一、收入情况\n税收收入完成xx亿元，增长X%。非税收入完成xx万元。\n"
    "二、项目情况\n新开工项目xx个。xx月xx日召开大会。\n（一）学校\n新建学校xx所。"
)
HEADINGS = ["一、收入情况", "二、项目情况", "（一）学校"]


class Clerk:
    """Presses keys where the focus is."""

    def __init__(self, window, qtbot, type_chinese):
        self.window, self.qtbot, self._type_chinese = window, qtbot, type_chinese

    def press(self, keys):
        combination = QKeySequence(keys)[0]
        QTest.keyClick(QApplication.focusWidget(), combination.key(), combination.keyboardModifiers())

    def type(self, words):
        if words.isascii() and words.isprintable():
            QTest.keyClicks(QApplication.focusWidget(), words)
        else:
            self._type_chinese(QApplication.focusWidget(), words)

    def sees(self, is_so):
        """Wait for what a key leads to: a cell, for one, tells what was typed in it at the next turn."""
        self.qtbot.waitUntil(is_so, timeout=5000)

    @property
    def text(self):
        self.window.page.flush()
        return self.window.page.snapshot().text

    @property
    def headings(self):
        return [line for line in self.text.split("\n") if line[0] in "一二三（"]

    def field(self, number):
        return self.window.desk.working.report.fields[number]

    def is_on_page(self):
        return self.window.rooms.open_room is None and self.window.page.hasFocus()


@pytest.fixture
def clerk(window, tmp_path, qtbot, type_chinese):
    path = tmp_path / "范文.txt"
    path.write_text(REPORT, "utf-8")
    save_answer_book(AnswerBook(province="江南省", city="安澜市", county="青禾县"))
    window.files.open_path(path)
    window.hints.dismiss()
    with qtbot.waitActive(window):
        window.activateWindow()
    yield Clerk(window, qtbot, type_chinese)
    window.phrases.close()


# --- 填空 ------------------------------------------------------------


def begin_panel(clerk):
    clerk.window.go_to_field(clerk.field(1).id)
    return clerk.window.fill_panel.card


def enter_in_panel(clerk, keys):
    card = begin_panel(clerk)
    clerk.type("12.5")
    clerk.press(keys)
    assert clerk.field(1).value == "12.5"
    assert card.field_id == clerk.field(2).id


def step_in_panel(by):
    def step(clerk, keys):
        card = begin_panel(clerk)
        clerk.press(keys)
        assert card.field_id == clerk.field(1 + by).id

    return step


# --- 逐项填写 ------------------------------------------------------------


def begin_interview(clerk, number=0):
    clerk.window.rooms.open_interview(clerk.field(number).id)
    return clerk.window.rooms.interview


def enter_in_interview(clerk, keys):
    room = begin_interview(clerk, 1)
    clerk.type("12.5")
    clerk.press(keys)
    assert (clerk.field(1).value, room.current) == ("12.5", clerk.field(2).id)
    room = begin_interview(clerk, 0)
    clerk.press(keys)
    assert clerk.field(0).value == "青禾"


def step_in_interview(by):
    def step(clerk, keys):
        room = begin_interview(clerk, 1)
        clerk.press(keys)
        assert (room.current, clerk.field(1).value) == (clerk.field(1 + by).id, "")

    return step


def ask_office(clerk, keys):
    begin_interview(clerk, 1)
    clerk.press(keys)
    clerk.sees(clerk.window.rooms.interview.question._office.isVisible)
    clerk.type("GK")
    clerk.press("Return")
    clerk.sees(lambda: clerk.field(1).source == "GK")


def take_choice(clerk, keys):
    value = begin_interview(clerk).question.value
    offered = [one.text() for one in value._chips if not one.isHidden()]
    assert len(offered) == 4
    for number, words in enumerate(offered, 1):
        clerk.press(keys[:-1] + str(number))
        assert value.line.text() == words


def open_calendar(clerk, keys):
    dates = [one for one in clerk.window.desk.working.report.fields if one.kind.value == "date"]
    number = clerk.window.desk.working.report.fields.index(dates[-1])
    begin_interview(clerk, number)
    clerk.press(keys)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()


def review(clerk, keys):
    room = begin_interview(clerk)
    clerk.press(keys)
    assert room.is_reviewing


def leave_interview(clerk, keys):
    begin_interview(clerk)
    clerk.press(keys)
    assert clerk.is_on_page()


# --- 填空表 ------------------------------------------------------------


def begin_table(clerk, row=1, column=Column.VALUE):
    clerk.window.rooms.open_answers()
    table = clerk.window.rooms.answers.table
    table.setFocus()
    table.setCurrentIndex(index_in(table, row, column))
    return table


def index_in(table, row, column):
    titles = [table.model().headerData(n, Qt.Orientation.Horizontal) for n in range(table.model().columnCount())]
    return table.model().index(
        row, titles.index({Column.VALUE: "内容", Column.LABEL: "名称", Column.NOTE: "备注"}[column])
    )


def edit_cell(clerk, keys):
    table = begin_table(clerk)
    clerk.press(keys)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    clerk.type("12.5")
    clerk.press("Return")
    clerk.sees(lambda: clerk.field(1).value == "12.5")
    if keys == "Return":
        table.setCurrentIndex(index_in(table, 1, Column.LABEL))
        clerk.press(keys)
        assert clerk.is_on_page()
        assert clerk.window.page.field_at_caret == clerk.field(1).id


def fill_cell(clerk, row, words):
    table = begin_table(clerk, row)
    clerk.press("Return")
    clerk.type(words)
    clerk.press("Return")
    clerk.sees(lambda: clerk.field(row).value == words)
    return table


def copy_cells(clerk, keys):
    table = fill_cell(clerk, 1, "12.5")
    table.setCurrentIndex(index_in(table, 1, Column.VALUE))
    clerk.press(keys)
    assert QGuiApplication.clipboard().text() == "12.5"


def cut_cells(clerk, keys):
    table = fill_cell(clerk, 1, "12.5")
    table.setCurrentIndex(index_in(table, 1, Column.VALUE))
    clerk.press(keys)
    assert (QGuiApplication.clipboard().text(), clerk.field(1).value) == ("12.5", "")


def paste_cells(clerk, keys):
    begin_table(clerk)
    QGuiApplication.clipboard().setText(f"{clerk.field(1).label}\t12.5")
    asked = ModalAnswer(clerk.window, TakingDialog, lambda dialog: dialog.accept())
    clerk.press(keys)
    asked.check()
    assert clerk.field(1).value == "12.5"


def clear_cells(clerk, keys):
    table = fill_cell(clerk, 1, "12.5")
    table.setCurrentIndex(index_in(table, 1, Column.VALUE))
    clerk.press(keys)
    assert clerk.field(1).value == ""


def fill_down(clerk, keys):
    table = fill_cell(clerk, 1, "12.5")
    table.setCurrentIndex(index_in(table, 2, Column.VALUE))
    clerk.press(keys)
    clerk.sees(lambda: clerk.field(2).value == "12.5")


def give_to_all(clerk, keys):
    table = begin_table(clerk, 3)
    rows = [index_in(table, row, Column.NOTE) for row in (3, 4)]
    table.setCurrentIndex(rows[1])
    table.selectionModel().select(rows[0], table.selectionModel().SelectionFlag.Select)
    clerk.press("F2")
    clerk.type("A1")
    clerk.press(keys)
    clerk.sees(lambda: [clerk.field(row).note for row in (3, 4)] == ["A1"] * 2)


def go_right(clerk, keys):
    table = begin_table(clerk)
    clerk.press("Return")
    clerk.press(keys)
    assert table.currentIndex().row() == 1
    assert table.currentIndex().column() > index_in(table, 1, Column.VALUE).column()


def leave_table(clerk, keys):
    begin_table(clerk)
    clerk.press(keys)
    assert clerk.is_on_page()


# --- 正文 ------------------------------------------------------------


def ask_beside(clerk, keys):
    clerk.window.page.go_to_field(clerk.field(1).id)
    clerk.window.page.setFocus()
    clerk.press(keys)
    assert clerk.window.rooms.popup.isVisible()


def go_on_page(by):
    def go(clerk, keys):
        page = clerk.window.page
        page.setFocus()
        page.go_to_field(clerk.field(2).id)
        clerk.press(keys)
        assert page.field_at_caret == clerk.field(2 + by).id

    return go


def step_on_page(back):
    def step(clerk, keys):
        page = clerk.window.page
        page.setFocus()
        page.go_to(clerk.text.index("税收收入"))
        first = page.caret_position
        clerk.press(keys)
        second = page.caret_position
        words = clerk.text[first:second]
        assert words.endswith("\n") if "Down" in keys else words in ("税收", "税收收入")
        clerk.press(back)
        assert page.caret_position == first

    return step


def erase_on_page(clerk, keys):
    page = clerk.window.page
    page.setFocus()
    page.go_to(clerk.text.index("非税收入"))
    before = clerk.text
    clerk.press("Ctrl+Del")
    assert "非税收入" not in clerk.text
    page.undo()
    page.go_to(clerk.text.index("完成xx万元"))
    clerk.press(keys)
    assert len(clerk.text) < len(before)
    assert clerk.text.endswith(before[before.index("完成xx万元") :])


def begin_completion(clerk, mode=None):
    window = clerk.window
    window.page.setFocus()
    window.page.moveCursor(QTextCursor.MoveOperation.End)
    completion = window.phrases.completion
    clerk.qtbot.waitUntil(lambda: window.phrases.has_learnt, timeout=20000)
    if mode is not None:
        completion.set_mode(mode)
    clerk.press("Return")
    clerk.type("坚持以习近平" if mode is None else "坚持")
    clerk.qtbot.waitUntil(lambda: completion.shown != "", timeout=5000)
    return completion


def take_completion(clerk, keys):
    shown = begin_completion(clerk).shown
    clerk.press(keys)
    assert clerk.text.endswith(shown)
    go_on_page(1)(clerk, keys)


def choose_completion(clerk, keys):
    completion = begin_completion(clerk, LIST)
    former = completion._list.currentRow()
    clerk.press(keys)
    assert completion._list.currentRow() == former + 1
    clerk.press("Alt+Up")
    assert completion._list.currentRow() == former
    first = completion._shown[0]
    clerk.press("Alt+1")
    assert clerk.text.endswith(str(getattr(first, "text", first)))


def leave_on_page(clerk, keys):
    completion = begin_completion(clerk)
    clerk.press(keys)
    assert completion.shown == ""
    window = clerk.window
    window.find_bar.open_bar("收入")
    clerk.press(keys)
    assert not window.find_bar.isVisible()
    window.previews.toggle()
    clerk.press(keys)
    assert not window.previews.is_open


def section_on_page(expected):
    def move(clerk, keys):
        clerk.window.page.setFocus()
        clerk.window.page.go_to(clerk.text.index("学校" if "Left" in keys or "Right" in keys else "项目情况"))
        if "Right" in keys:
            clerk.press("Alt+Left")
        if "Down" in keys:
            clerk.press("Alt+Up")
        clerk.press(keys)
        assert clerk.headings == expected

    return move


# --- 查找 ------------------------------------------------------------


def find(forward):
    def go(clerk, keys):
        clerk.window.find_bar.open_bar("收入")
        clerk.press("Return")
        first = clerk.window.page.textCursor().position()
        clerk.press("Return")
        second = clerk.window.page.textCursor().position()
        assert second > first
        if not forward:
            clerk.press(keys)
            assert clerk.window.page.textCursor().position() == first

    return go


def close_find(clerk, keys):
    clerk.window.find_bar.open_bar("收入")
    clerk.press(keys)
    assert not clerk.window.find_bar.isVisible()
    assert clerk.is_on_page()


# --- 大纲 ------------------------------------------------------------


def choose_section(clerk, heading):
    clerk.window.outline.show_position(clerk.text.index(heading))
    clerk.window.outline.tree.setFocus()


def section_in_outline(heading, expected, first=""):
    def change(clerk, keys):
        choose_section(clerk, heading)
        if first:
            clerk.press(first)
            choose_section(clerk, heading)
        clerk.press(keys)
        assert clerk.headings == expected

    return change


def rename_section(clerk, keys):
    choose_section(clerk, "收入情况")
    clerk.press(keys)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    clerk.type("ABC")
    clerk.press("Return")
    clerk.sees(lambda: clerk.headings[0] == "一、ABC")


def insert_section(clerk, keys):
    choose_section(clerk, "收入情况")
    clerk.press(keys)
    assert len([line for line in clerk.headings if line.startswith(("一、", "二、", "三、"))]) == 3


# --- 短语 ------------------------------------------------------------


def begin_phrases(clerk):
    clerk.window.page.moveCursor(QTextCursor.MoveOperation.End)
    clerk.window.phrases.start_search()
    panel = clerk.window.phrases.panel
    clerk.qtbot.waitUntil(lambda: panel.current is not None)
    return panel


def step_phrases(clerk, keys):
    panel = begin_phrases(clerk)
    first = panel.current.text
    clerk.press("Down")
    second = panel.current.text
    assert second != first
    if keys == "Up":
        clerk.press(keys)
        assert panel.current.text == first


def insert_phrase(clerk, keys):
    panel = begin_phrases(clerk)
    QTest.keyClicks(QApplication.focusWidget(), "zzzr")
    clerk.qtbot.waitUntil(lambda: "责任" in panel.current.text)
    chosen = panel.current.text
    clerk.press(keys)
    assert clerk.text.endswith(chosen)


def leave_phrases(clerk, keys):
    begin_phrases(clerk)
    clerk.press(keys)
    assert clerk.is_on_page()


# --- 还可以写 ------------------------------------------------------------


def begin_further(clerk, *, with_sentence):
    window = clerk.window
    window.page.go_to(clerk.text.index("收入情况"))
    window.phrases.further.start()
    panel = window.phrases.further.panel
    assert panel._list.hasFocus()
    for row in range(panel._rows.rowCount()):
        panel._list.setCurrentIndex(panel._rows.index(row, 0))
        if hasattr(panel.current, "heading") and (panel.current.frame or not with_sentence):
            return panel.current
    raise AssertionError("nothing further is offered")


def insert_heading(clerk, keys):
    further, before = begin_further(clerk, with_sentence=False), len(clerk.headings)
    clerk.press(keys)
    assert len(clerk.headings) == before + 1 or further.heading in clerk.text


def insert_sentence(clerk, keys):
    begin_further(clerk, with_sentence=True)
    clerk.window.page.go_to(clerk.text.index("税收收入"))
    before, length = clerk.headings, len(clerk.text)
    clerk.press(keys)
    assert clerk.headings == before
    assert len(clerk.text) > length


def leave_further(clerk, keys):
    begin_further(clerk, with_sentence=False)
    clerk.press(keys)
    assert clerk.is_on_page()


SWAPPED = ["一、项目情况", "（一）学校", "二、收入情况"]
RAISED = ["一、收入情况", "二、项目情况", "三、学校"]
TRIED = {
    ("填空", "Return"): enter_in_panel,
    ("填空", "Up"): step_in_panel(-1),
    ("填空", "Down"): step_in_panel(1),
    ("逐项填写", "Return"): enter_in_interview,
    ("逐项填写", "PgDown"): step_in_interview(1),
    ("逐项填写", "PgUp"): step_in_interview(-1),
    ("逐项填写", "Alt+K"): ask_office,
    ("逐项填写", "Alt+1"): take_choice,
    ("逐项填写", "Alt+Down"): open_calendar,
    ("逐项填写", "Ctrl+Return"): review,
    ("逐项填写", "Esc"): leave_interview,
    ("填空表", "Return"): edit_cell,
    ("填空表", "F2"): edit_cell,
    ("填空表", "Tab"): go_right,
    ("填空表", "Ctrl+Return"): give_to_all,
    ("填空表", "Ctrl+D"): fill_down,
    ("填空表", "Ctrl+C"): copy_cells,
    ("填空表", "Ctrl+X"): cut_cells,
    ("填空表", "Ctrl+V"): paste_cells,
    ("填空表", "Del"): clear_cells,
    ("填空表", "Esc"): leave_table,
    ("正文", "Return"): ask_beside,
    ("正文", "Tab"): take_completion,
    ("正文", "Shift+Tab"): go_on_page(-1),
    ("正文", "Ctrl+Right"): step_on_page("Ctrl+Left"),
    ("正文", "Ctrl+Down"): step_on_page("Ctrl+Up"),
    ("正文", "Ctrl+Backspace"): erase_on_page,
    ("正文", "Alt+Down"): choose_completion,
    ("正文", "Alt+Up"): section_on_page(SWAPPED),
    ("正文", "Alt+Left"): section_on_page(RAISED),
    ("正文", "Alt+Right"): section_on_page(HEADINGS),
    ("正文", "Esc"): leave_on_page,
    ("查找", "Return"): find(forward=True),
    ("查找", "Shift+Return"): find(forward=False),
    ("查找", "Esc"): close_find,
    ("大纲", "Alt+Up"): section_in_outline("项目情况", SWAPPED),
    ("大纲", "Alt+Down"): section_in_outline("收入情况", SWAPPED),
    ("大纲", "Alt+Left"): section_in_outline("学校", RAISED),
    ("大纲", "Alt+Right"): section_in_outline("学校", HEADINGS, first="Alt+Left"),
    ("大纲", "F2"): rename_section,
    ("大纲", "Ins"): insert_section,
    ("大纲", "Del"): section_in_outline("项目情况", ["一、收入情况"]),
    ("短语", "Up"): step_phrases,
    ("短语", "Down"): step_phrases,
    ("短语", "Return"): insert_phrase,
    ("短语", "Esc"): leave_phrases,
    ("还可以写", "Return"): insert_heading,
    ("还可以写", "Ctrl+Return"): insert_sentence,
    ("还可以写", "Esc"): leave_further,
}


def test_every_key_of_a_place_is_tried():
    assert [(row.place, keys) for row in keys_of_places() for keys in row.keys] == list(TRIED)


@pytest.mark.parametrize(("place", "keys"), TRIED)
def test_a_key_does_what_the_list_says(place, keys, clerk):
    TRIED[place, keys](clerk, keys)
