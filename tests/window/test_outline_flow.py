"""Changing the outline by keys: the text follows, numbers follow, and one undo takes each change back."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit

_ALT, _CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
TEXT = (
    "工作总结\n一、甲事\n甲事完成xx项。\n（一）甲一\n正文甲一。\n（二）甲二\n正文甲二xx人。\n"
    "二、乙事\n乙事完成X%。\n三、丙事\n丙事正文。"
)


@pytest.fixture
def outlined(window, tmp_path):
    path = tmp_path / "总结.txt"
    path.write_text(TEXT, "utf-8")
    window.files.open_path(path)
    return window


def text_of(window):
    return window.page.snapshot().text


def headings(window):
    return [line for line in text_of(window).split("\n") if line[0] in "一二三四（"]


def choose(window, heading):
    tree, text = window.outline.tree, text_of(window)
    window.outline.show_position(text.index(heading))
    tree.setFocus()
    return tree


def fields_of(window):
    return {
        one.id: [text_of(window)[place.start : place.end] for place in one.occurrences]
        for one in window.desk.working.report.fields
    }


def undone(window):
    window.page.undo()
    window.page.flush()
    return text_of(window)


@pytest.mark.parametrize(
    ("chosen", "key", "modifier", "expected"),
    [
        ("乙事", Qt.Key.Key_Up, _ALT, ["一、乙事", "二、甲事", "（一）甲一", "（二）甲二", "三、丙事"]),
        ("甲事", Qt.Key.Key_Down, _ALT, ["一、乙事", "二、甲事", "（一）甲一", "（二）甲二", "三、丙事"]),
        ("甲二", Qt.Key.Key_Left, _ALT, ["一、甲事", "（一）甲一", "二、甲二", "三、乙事", "四、丙事"]),
        ("乙事", Qt.Key.Key_Right, _ALT, ["一、甲事", "（一）甲一", "（二）甲二", "（三）乙事", "二、丙事"]),
        ("甲一", Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, ["一、甲事", "（一）甲二", "二、乙事", "三、丙事"]),
        (
            "甲一",
            Qt.Key.Key_Insert,
            Qt.KeyboardModifier.NoModifier,
            ["一、甲事", "（一）甲一", "（二）新的小标题", "（三）甲二", "二、乙事", "三、丙事"],
        ),
        (
            "丙事",
            Qt.Key.Key_Delete,
            Qt.KeyboardModifier.NoModifier,
            ["一、甲事", "（一）甲一", "（二）甲二", "二、乙事"],
        ),
    ],
)
def test_a_key_changes_the_outline_and_undo_takes_it_back(outlined, qtbot, chosen, key, modifier, expected):
    before = fields_of(outlined)
    tree = choose(outlined, chosen)
    qtbot.keyClick(tree, key, modifier)
    assert headings(outlined) == expected
    assert all(values == before[field_id] for field_id, values in fields_of(outlined).items())
    assert undone(outlined) == TEXT
    assert fields_of(outlined) == before


def section_chosen(window):
    return window.outline.tree.currentIndex().data()


def caret_line(window):
    text, at = text_of(window), window.page.caret_position
    return text[text.rfind("\n", 0, at) + 1 :].split("\n")[0]


@pytest.mark.parametrize(("key", "expected"), [(Qt.Key.Key_Down, "三、甲事"), (Qt.Key.Key_Up, "一、丙事")])
def test_a_section_that_is_moved_twice_stays_chosen_and_goes_on(outlined, qtbot, key, expected):
    tree = choose(outlined, expected[2:])
    qtbot.keyClick(tree, key, _ALT)
    qtbot.keyClick(tree, key, _ALT)
    assert section_chosen(outlined) == caret_line(outlined) == expected
    assert tree.hasFocus()


def test_a_section_stays_chosen_where_a_mention_in_front_of_it_changes(window, tmp_path, qtbot):
    path = tmp_path / "总结.txt"
    path.write_text("工作总结\n问题见第二部分。\n一、甲事\n正文。\n二、乙事\n正文。", "utf-8")
    window.files.open_path(path)
    qtbot.keyClick(choose(window, "一、甲事"), Qt.Key.Key_Insert)
    assert "见第三部分" in text_of(window)
    assert section_chosen(window) == caret_line(window) == "二、新的小标题"


def test_the_caret_in_the_page_keeps_its_place_in_the_words_that_move(outlined, qtbot):
    outlined.page.setFocus()
    at = TEXT.index("正文甲二") + 2
    outlined.page.go_to(at, at + 3)
    outlined.actions_by_name["section_up"].trigger()
    start, end = outlined.page.selected_span
    assert text_of(outlined)[start:end] == "甲二x"
    assert headings(outlined)[1] == "（一）甲二"


def test_a_heading_level_is_given_to_all_selected_paragraphs_and_the_caret_stays(outlined):
    outlined.page.setFocus()
    start, end = TEXT.index("甲事完成"), TEXT.index("（二）甲二")
    outlined.page.go_to(start + 2, end)  # ends in front of the last one, which is not chosen with it
    outlined.actions_by_name["heading_3"].trigger()
    assert text_of(outlined).split("\n")[1:6] == [
        "一、甲事",
        "1.甲事完成xx项。",
        "2.甲一",
        "3.正文甲一。",
        "（一）甲二",
    ]
    assert undone(outlined) == TEXT


def test_what_is_typed_after_a_level_was_given_to_an_empty_paragraph_follows_its_number(outlined, qtbot):
    outlined.page.setFocus()
    outlined.page.go_to(TEXT.index("\n二、乙事"))
    qtbot.keyClick(outlined.page, Qt.Key.Key_Return)
    outlined.actions_by_name["heading_2"].trigger()
    qtbot.keyClicks(outlined.page, "abc")
    assert "（三）abc" in text_of(outlined)


def test_a_new_section_is_named_in_place_where_a_filter_would_hide_it(outlined, qtbot):
    outlined.outline.words.setText("乙事")
    tree = choose(outlined, "乙事")
    qtbot.keyClick(tree, Qt.Key.Key_Insert)
    assert outlined.outline.words.text() == ""
    assert tree.findChild(QLineEdit).text() == "新的小标题"


def test_escape_empties_the_filter_first_and_the_arrow_leads_into_the_tree(outlined, qtbot):
    words = outlined.outline.words
    words.setFocus()
    words.setText("乙")
    qtbot.keyClick(words, Qt.Key.Key_Down)
    assert section_chosen(outlined) == "二、乙事"
    assert outlined.outline.tree.hasFocus()
    words.setFocus()
    qtbot.keyClick(words, Qt.Key.Key_Escape)
    assert words.text() == ""
    assert words.hasFocus()


@pytest.mark.parametrize(
    ("dragged", "expected"),
    [("一、甲事", ["一、乙事", "二、丙事", "三、甲事"]), ("（一）甲一", ["一、甲事", "（一）甲二", "二、乙事"])],
)
def test_a_section_dropped_below_all_others_comes_last(outlined, dragged, expected):
    outlined.outline.tree.drop_last_requested.emit(TEXT.split("\n").index(dragged))
    assert headings(outlined)[:3] == expected
    assert caret_line(outlined).endswith(dragged[-2:])
    assert undone(outlined) == TEXT


def test_a_line_shows_where_a_dragged_section_would_come(outlined):
    tree = outlined.outline.tree
    rows = {index.data(): index for index in (item.index() for item in outlined.outline._items)}
    for over, lower, goal in (
        ("二、乙事", False, ("二、乙事", True)),
        ("二、乙事", True, ("二、乙事", False)),
        ("一、甲事", True, ("（一）甲一", True)),
        ("（二）甲二", True, ("（二）甲二", False)),
    ):
        rect = tree.visualRect(rows[over])
        found = tree._goal_at(rect.center() + QPoint(0, 5 if lower else -5))
        assert (found[0].data(), found[1]) == goal
    assert tree._goal_at(QPoint(20, tree.viewport().height() - 2)) is None


def test_a_heading_is_renamed_in_place(outlined, qtbot):
    tree = choose(outlined, "甲二")
    qtbot.keyClick(tree, Qt.Key.Key_F2)
    editor = tree.findChild(QLineEdit)
    assert editor.text() == "甲二"
    editor.setText("另一件事")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "（二）另一件事" in headings(outlined))
    assert undone(outlined) == TEXT


def test_after_a_click_on_a_section_its_keys_work_in_the_page(outlined, qtbot):
    outlined.go_to(TEXT.index("乙事"))
    with qtbot.waitActive(outlined):
        outlined.activateWindow()
    qtbot.keyClick(outlined.page, Qt.Key.Key_Up, _ALT)
    assert headings(outlined)[:2] == ["一、乙事", "二、甲事"]
    qtbot.keyClick(outlined.page, Qt.Key.Key_Down, _ALT)
    assert headings(outlined)[:2] == ["一、甲事", "（一）甲一"]


def test_a_section_is_dragged_in_front_of_another(outlined):
    places = [i for i, line in enumerate(TEXT.split("\n")) if line in ("三、丙事", "一、甲事")]
    outlined.sections.drop(places[1], places[0], True)
    assert headings(outlined)[:2] == ["一、丙事", "二、甲事"]
    assert undone(outlined) == TEXT


def test_what_cannot_be_done_is_told(outlined, qtbot):
    tree = choose(outlined, "甲事")
    qtbot.keyClick(tree, Qt.Key.Key_Left, _ALT)
    assert "不能再升级" in outlined.notices._text.text()
    assert text_of(outlined) == TEXT


@pytest.mark.parametrize(
    ("words", "action", "expected"),
    [
        ("丙事正文。", "heading_1", "四、丙事正文。"),
        ("丙事正文。", "heading_2", "（一）丙事正文。"),
        ("甲一", "heading_1", "二、甲一"),
        ("乙事", "body_text", "\n乙事\n"),
    ],
)
def test_keys_for_levels_change_the_paragraph_at_the_caret(outlined, words, action, expected):
    outlined.page.go_to(TEXT.index(words))
    outlined.actions_by_name[action].trigger()
    assert expected in text_of(outlined)
    assert undone(outlined) == TEXT


def test_marked_text_becomes_a_field(outlined):
    start = TEXT.index("正文甲一")
    outlined.page.go_to(start, start + 4)
    count = len(outlined.desk.working.report.fields)
    outlined.actions_by_name["mark_field"].trigger()
    assert len(outlined.desk.working.report.fields) == count + 1
    assert ["正文甲一"] in fields_of(outlined).values()
    new = next(one for one in outlined.desk.working.report.fields if one.occurrences[0].start == start)
    assert outlined.fill_panel.card.field_id == new.id
    outlined.page.go_to(start)
    outlined.actions_by_name["mark_field"].trigger()
    assert "选中" in outlined.notices._text.text()


def test_what_still_names_a_section_that_was_deleted_is_told(window, tmp_path, qtbot):
    path = tmp_path / "总结.txt"
    path.write_text("工作总结\n问题见第二部分。\n一、甲事\n正文。\n二、乙事\n正文。", "utf-8")
    window.files.open_path(path)
    tree = choose(window, "二、乙事")
    qtbot.keyClick(tree, Qt.Key.Key_Delete)
    assert window.notices.text == "这一节已删除，按 Ctrl+Z 可以恢复。文中还有 1 处提到它（“第二部分”），请查看。"
    assert window.notices.isVisible()
    window.page.undo()
    assert not window.notices.isVisible()
