from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication

from assistant.window.page import PastedText, Run
from assistant.window.page.clipboard import has_text, text_of
from tests.window.page.typing_keys import report, shown, undo_all

HTML = """<html><body><p style="color:red;font-size:30pt">红色<b>大</b>字</p><table>
<tr><td>甲</td><td>12</td></tr></table>
<img src="data:image/png;base64,iVBORw0KGgo=" /><p>末段</p></body></html>"""


def mime(text=None, html=None):
    data = QMimeData()
    if text is not None:
        data.setText(text)
    if html is not None:
        data.setHtml(html)
    return data


def test_html_with_table_image_and_colour_becomes_plain_text(page):
    editor = page("标题\n")
    editor.go_to(3)
    editor.insertFromMimeData(mime(html=HTML))
    text = editor.snapshot().text
    assert "红色大字" in text
    assert "末段" in text
    assert not set(text) & set("\ufffc\ufdd0\ufdd1\u2028\u2029\r\t")
    assert {f.fontPointSize() for f in formats(editor)} == {0}
    assert {f.foreground().style().value for f in formats(editor)} == {0}
    assert undo_all(editor) == 1
    assert editor.snapshot().text == "标题\n"


def formats(editor):
    found = []
    block = editor.document().firstBlock()
    while block.isValid():
        place = block.begin()
        while not place.atEnd():
            found.append(place.fragment().charFormat())
            place += 1
        block = block.next()
    return found


@pytest.mark.parametrize(
    ("offered", "wanted"),
    [
        ("甲\r\n乙\r丙\u2029丁\u2028戊\x0b己", "甲\n乙\n丙\n丁\n戊\n己"),
        ("甲\u00a0乙\t丙", "甲 乙 丙"),
        ("甲\ufffc\u0000\u200b\ufeff乙", "甲乙"),
        ("𬭩\ufffd", "𬭩\ufffd"),
    ],
)
def test_pasted_text_is_cleaned(offered, wanted):
    assert text_of(mime(offered)).text == wanted


@pytest.mark.parametrize(("url", "is_text"), [("https://example.cn/a", True), ("file:///home/a.docx", False)])
def test_links_are_text_and_files_are_none(url, is_text):
    offered = mime("甲")
    offered.setUrls([QUrl(url)])
    assert has_text(offered) is is_text


def test_a_cell_from_a_table_fills_the_selected_field(page):
    editor = page("标题\n共‹a:xx›元和‹a:xx›")
    editor.go_to_field("a")
    editor.insertFromMimeData(mime("12.5\r\n"))
    editor.flush()
    assert shown(editor) == "标题\n共‹a:12.5›元和‹a:12.5›"
    assert undo_all(editor) == 1


def test_lines_pasted_over_a_field_replace_it(page):
    editor = page("标题\n共‹a:xx›元")
    editor.go_to_field("a")
    editor.insertFromMimeData(mime("甲\n乙"))
    assert shown(editor) == "标题\n共甲\n乙元"


def test_copied_runs_stay_fields_with_new_occurrences(page):
    editor = page("标题\n共‹a:xx›元‹b:12|××›人")
    editor.go_to(3, 10)
    editor.copy()
    assert QApplication.clipboard().text() == "共xx元12人"
    editor.go_to(10)
    editor.paste()
    assert shown(editor) == "标题\n共‹a:xx›元‹b:12›人共‹a:xx›元‹b:12›人"
    occurrences = [placed.tag.occurrence for placed in editor._page.mirror.placed_runs()]
    assert len(set(occurrences)) == 4
    editor.paste()
    assert len(editor.snapshot().runs) == 6


def test_cut_and_paste_moves_a_field(page):
    editor = page("标题\n共‹a:xx›元")
    editor.go_to_field("a")
    editor.cut()
    assert shown(editor) == "标题\n共元"
    editor.go_to(5)
    editor.paste()
    assert shown(editor) == "标题\n共元‹a:xx›"
    undo_all(editor)
    assert shown(editor) == "标题\n共‹a:xx›元"


def test_a_part_of_a_run_is_copied_as_plain_text(page):
    editor = page("标题\n共‹a:石家庄市|xx›")
    editor.go_to(4, 7)
    editor.copy()
    editor.go_to(0)
    editor.paste()
    editor.flush()
    assert shown(editor) == "石家庄标题\n共‹a:石家庄市›"


def test_a_copy_of_an_older_value_takes_the_value_of_its_field(page):
    editor = page("标题\n‹a:甲|xx›。\n")
    editor.go_to(3, 5)
    editor.copy()
    editor.go_to_field("a")
    editor.insert_text("乙")
    editor.go_to(6)
    editor.paste()
    editor.flush()
    assert shown(editor) == "标题\n‹a:乙›。\n‹a:乙›。"


def test_fields_of_another_report_do_not_come_along(page):
    editor = page("标题\n共‹a:xx›元")
    editor.go_to(3, 7)
    editor.copy()
    editor.load(report("别的\n"))
    editor.go_to(3)
    editor.paste()
    assert shown(editor) == "别的\n共xx元"


def test_fields_are_found_in_pasted_text(page):
    editor = page("标题\n")
    editor.clean_paste = lambda text: PastedText(text, (Run(1, 3, "n", "xx"),))
    editor.go_to(3)
    editor.insertFromMimeData(mime("共xx元"))
    assert shown(editor) == "标题\n共‹n:xx›元"


def test_files_and_pictures_are_not_taken(page):
    editor = page("标题\n")
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("a.docx")])
    assert not editor.canInsertFromMimeData(files)
    picture = QMimeData()
    picture.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    assert not editor.canInsertFromMimeData(picture)
    assert editor.canInsertFromMimeData(mime("甲"))


def test_foreign_data_in_the_own_format_is_only_text(page):
    editor = page("标题\n")
    data = mime("甲")
    data.setData("application/x-baogao-runs+json", b"{broken")
    editor.go_to(3)
    editor.insertFromMimeData(data)
    assert editor.snapshot().text == "标题\n甲"


def test_the_menu_is_chinese_and_offers_what_is_possible(page):
    editor = page("标题\n‹a:xx›")
    QApplication.clipboard().clear()
    menu = editor.new_menu()
    entries = {action.text().split("(")[0]: action.isEnabled() for action in menu.actions() if action.text()}
    assert entries == {"撤销": False, "重做": False, "剪切": False, "复制": False, "粘贴": False, "全选": True}
    editor.go_to_field("a")
    entries = {action.text().split("(")[0]: action.isEnabled() for action in editor.new_menu().actions()}
    assert entries["剪切"]
    assert entries["复制"]


def drop(editor, data, position):
    cursor = editor.textCursor()
    cursor.setPosition(position)
    point = editor.cursorRect(cursor).center()
    target = editor.viewport()
    held = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(target, QDragEnterEvent(point, Qt.DropAction.CopyAction, data, *held))
    QApplication.sendEvent(target, QDragMoveEvent(point, Qt.DropAction.CopyAction, data, *held))
    QApplication.sendEvent(target, QDropEvent(QPointF(point), Qt.DropAction.CopyAction, data, *held))


def test_dropped_text_is_cleaned_and_one_step(page):
    editor = page("标题\n共‹a:xx›元")
    drop(editor, mime("甲\u00a0乙\r\n丙", "<b style='color:red'>甲</b>"), 7)
    assert shown(editor) == "标题\n共‹a:xx›元甲 乙\n丙"
    assert editor._page.mirror.read_all() == editor._page.mirror.lines
    assert undo_all(editor) == 1


def test_text_dropped_into_a_run_becomes_part_of_its_value(page):
    editor = page("标题\n‹a:十二|xx›元，‹a:十二|xx›")
    drop(editor, mime("万"), 4)
    editor.flush()
    assert shown(editor) == "标题\n‹a:十万二›元，‹a:十万二›"
    assert undo_all(editor) == 1


def test_undone_a_drop_leaves_the_caret_where_it_was(page):
    editor = page("标题\n共‹a:xx›元")
    editor.go_to(1, 2)
    drop(editor, mime("高质量"), 7)
    assert shown(editor) == "标题\n共‹a:xx›元高质量"
    assert editor.selected_span == (10, 10)
    editor.undo()
    assert editor.selected_span == (1, 2)


def test_the_usual_keys_undo_copy_and_paste(qtbot, page):
    editor = page("标题\n共‹a:xx›元")
    control = Qt.KeyboardModifier.ControlModifier
    editor.go_to_field("a")
    qtbot.keyClick(editor, Qt.Key.Key_C, control)
    qtbot.keyClick(editor, Qt.Key.Key_End)
    qtbot.keyClick(editor, Qt.Key.Key_V, control)
    assert shown(editor) == "标题\n共‹a:xx›元‹a:xx›"
    qtbot.keyClick(editor, Qt.Key.Key_Z, control)
    assert shown(editor) == "标题\n共‹a:xx›元"
    qtbot.keyClick(editor, Qt.Key.Key_Z, control | Qt.KeyboardModifier.ShiftModifier)
    assert shown(editor) == "标题\n共‹a:xx›元‹a:xx›"
    qtbot.keyClick(editor, Qt.Key.Key_A, control)
    qtbot.keyClick(editor, Qt.Key.Key_X, control)
    assert shown(editor) == ""
    qtbot.keyClick(editor, Qt.Key.Key_V, control)
    assert shown(editor) == "标题\n共‹a:xx›元‹a:xx›"
