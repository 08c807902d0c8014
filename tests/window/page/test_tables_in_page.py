"""Tables and pictures on the page: a real grid to write in, which no key breaks and every undo restores."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor, QTextTable
from PySide6.QtWidgets import QApplication

from assistant.report.model import Report
from assistant.report.pictures import PICTURE_SIGN, Picture
from assistant.report.tables import are_placed
from assistant.window.page import PageEditor, ValueChange
from assistant.workbench.live_text import roles_of
from tests.reading.word_tables import png
from tests.report.grids import grid
from tests.window.page.typing_keys import compose, press, report, type_text, undo_all

GRID = grid("aab cdb", first_line=1, d=2)
"""a over two columns; b over two rows."""
TEXT = "前文\n合计\n备注\n收入\n‹f:XX›\n亿元\n后文"
SEEN = Picture(png(), "png", 40.0, 30.0)


def with_table():
    return replace(report(TEXT), tables=(GRID,))


@pytest.fixture(autouse=True)
def empty_clipboard(qapp):
    yield
    qapp.clipboard().clear()


@pytest.fixture
def editor(qtbot):
    made = PageEditor(derive=roles_of)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    made.load(with_table())
    return made


def put(editor, words, offset=0, *, to=None):
    """Put the caret at words of the text, or select up to the end of others."""
    text = editor.snapshot().text
    start = text.index(words) + offset
    editor.go_to(start, text.index(to) + len(to) if to else None)


def state(editor):
    """Return all that the document holds, after checking that mirror and document agree."""
    page = editor._page
    assert page.mirror.read_all() == page.mirror.lines
    shown = editor.snapshot()
    assert are_placed(shown.tables, shown.text.count("\n") + 1)
    frames = [one for one in editor.document().rootFrame().childFrames() if isinstance(one, QTextTable)]
    assert len(frames) == len(shown.tables)
    return shown


def test_what_was_loaded_is_shown_and_told(editor):
    shown = state(editor)
    assert (shown.text, shown.tables) == (with_table().text, (GRID,))
    assert [(run.start, run.field_id) for run in shown.runs] == [(shown.text.index("XX"), "f")]
    assert not editor.is_modified
    (table,) = editor.document().rootFrame().childFrames()
    assert (table.rows(), table.columns()) == (2, 3)
    assert table.cellAt(0, 2).rowSpan() == 2


def test_cells_stand_beside_each_other(editor):
    layout = editor.document().documentLayout()
    boxes = [layout.blockBoundingRect(editor.document().findBlockByNumber(number)) for number in range(7)]
    assert boxes[4].top() < boxes[3].center().y() < boxes[5].bottom()
    assert boxes[3].left() < boxes[4].left() < boxes[2].left()
    assert boxes[6].top() > boxes[5].bottom()


def test_typing_breaking_and_erasing_in_a_cell(editor):
    put(editor, "收入", 2)
    type_text(editor, "总额")
    press(editor, "enter")
    type_text(editor, "（含税）")
    shown = state(editor)
    assert shown.text == "前文\n合计\n备注\n收入总额\n（含税）\nXX\n亿元\n后文"
    assert [cell.lines for cell in shown.tables[0].cells] == [1, 1, 2, 2]
    for _ in range(5):
        press(editor, "backspace")
    assert state(editor).text.split("\n")[3:5] == ["收入总额", "XX"]
    undo_all(editor)
    assert state(editor).text == with_table().text
    assert state(editor).tables == (GRID,)


@pytest.mark.parametrize(("words", "offset", "key"), [
    ("收入", 0, "backspace"), ("收入", 2, "delete"), ("合计", 0, "backspace"),
    ("前文", 2, "delete"), ("后文", 0, "backspace"), ("亿元", 2, "delete"),
])  # fmt: skip
def test_keys_at_the_edge_of_a_cell_do_nothing(editor, words, offset, key):
    put(editor, words, offset)
    press(editor, key)
    assert state(editor).text == with_table().text
    assert not editor.can_undo


def test_backspace_joins_lines_within_a_cell(editor):
    put(editor, "亿元")
    press(editor, "backspace")
    shown = state(editor)
    assert (shown.text, shown.tables[0].cells[3].lines) == ("前文\n合计\n备注\n收入\nXX亿元\n后文", 1)
    editor.undo()
    assert state(editor).tables == (GRID,)
    editor.redo()
    assert state(editor).tables[0].cells[3].lines == 1


def test_deleting_over_cells_empties_them(editor):
    put(editor, "合计", 1, to="收入")
    press(editor, "delete")
    shown = state(editor)
    assert shown.text.split("\n")[0] == "前文"
    assert [cell.lines for cell in shown.tables[0].cells][:1] == [1]
    assert len(shown.tables[0].cells) == 4
    undo_all(editor)
    assert (state(editor).text, state(editor).tables) == (with_table().text, (GRID,))


def test_a_table_goes_as_a_whole_and_comes_back(editor):
    put(editor, "前文", 1, to="后")
    type_text(editor, "新")
    shown = state(editor)
    assert (shown.text, shown.tables, shown.runs) == ("前新文", (), ())
    editor.undo()
    shown = state(editor)
    assert (shown.text, shown.tables) == (with_table().text, (GRID,))
    assert [run.field_id for run in shown.runs] == ["f"]
    editor.redo()
    assert state(editor).text == "前新文"


def test_everything_selected_and_deleted(editor):
    editor.selectAll()
    press(editor, "delete")
    assert (state(editor).text, state(editor).tables) == ("", ())
    editor.undo()
    assert state(editor).tables == (GRID,)


def test_tab_goes_from_cell_to_cell(editor):
    put(editor, "前文", 2)
    press(editor, "tab")
    assert editor.field_at_caret == "f"
    seen = []
    put(editor, "合计")
    for _ in range(4):
        press(editor, "tab")
        seen.append(editor.textCursor().selectedText().replace("\u2029", "|"))
    assert seen == ["备注", "收入", "XX|亿元", ""]
    assert editor.caret_position == with_table().text.index("后文")
    put(editor, "收入")
    press(editor, "tab", shift=True)
    assert editor.textCursor().selectedText() == "备注"


def test_pasted_lines_stay_in_the_cell(editor):
    put(editor, "备注", 2)
    source = QMimeData()
    source.setText("一\n二\n三")
    QApplication.clipboard().setMimeData(source)
    editor.paste()
    shown = state(editor)
    assert shown.text.split("\n")[2:5] == ["备注一", "二", "三"]
    assert shown.tables[0].cells[1].lines == 3
    undo_all(editor)
    assert state(editor).tables == (GRID,)


def test_values_go_into_cells(editor):
    editor.set_values([ValueChange("f", "12.5")])
    assert state(editor).text.split("\n")[4] == "12.5"
    editor.undo()
    assert state(editor).text == with_table().text


def test_composing_over_cells(editor):
    put(editor, "合计", 0, to="收入")
    compose(editor, "xin", commit="新")
    shown = state(editor)
    assert len(shown.tables[0].cells) == 4
    assert shown.text.count("新") == 1
    undo_all(editor)
    assert state(editor).text == with_table().text


def test_a_rectangle_of_cells_is_copied_with_tabs(editor):
    (table,) = editor.document().rootFrame().childFrames()
    cursor = QTextCursor(table.cellAt(1, 0).firstCursorPosition())
    cursor.setPosition(table.cellAt(1, 1).lastPosition(), QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    editor.copy()
    assert QApplication.clipboard().text() == "收入\tXX 亿元"


def test_cells_keep_their_type_at_every_zoom(editor):
    for zoom in (50, 150, 100):
        editor.set_zoom(zoom)
        assert state(editor).tables == (GRID,)
    put(editor, "收入", 2)
    press(editor, "enter")
    type_text(editor, "1.二")
    editor.flush()
    block = editor.textCursor().block()
    assert block.blockFormat().textIndent() == 0


def test_a_report_over_another_is_one_step(editor):
    other = Report("别的\n格\n末", tables=(grid("a", first_line=1),))
    editor.show_report(other)
    assert (state(editor).text, state(editor).tables) == (other.text, other.tables)
    editor.undo()
    shown = state(editor)
    assert (shown.text, shown.tables) == (with_table().text, (GRID,))
    editor.load(Report("没有表格"))
    assert state(editor).tables == ()


def test_pictures_are_signs_that_can_be_deleted_and_brought_back(editor):
    editor.load(Report(f"前\n{PICTURE_SIGN}\n后{PICTURE_SIGN}文", pictures=(SEEN, replace(SEEN, width_mm=20.0))))
    assert state(editor).pictures == (SEEN, replace(SEEN, width_mm=20.0))
    layout = editor.document().documentLayout()
    box = layout.blockBoundingRect(editor.document().findBlockByNumber(1))
    assert box.height() == pytest.approx(30 / 25.4 * editor.logicalDpiY(), rel=0.1)
    put(editor, PICTURE_SIGN, 1)
    press(editor, "backspace")
    assert state(editor).pictures == (replace(SEEN, width_mm=20.0),)
    editor.undo()
    assert state(editor).pictures[0] == SEEN
    put(editor, "后", 0)
    press(editor, "backspace")
    assert state(editor).text == f"前\n{PICTURE_SIGN}后{PICTURE_SIGN}文"
    undo_all(editor)
    assert state(editor).pictures == (SEEN, replace(SEEN, width_mm=20.0))


def test_a_picture_that_qt_cannot_read_is_a_frame(editor):
    editor.load(Report(f"前\n{PICTURE_SIGN}", pictures=(Picture(b"\xd7\xcd\xc6\x9a", "wmf", 50.0, 25.0),)))
    box = editor.document().documentLayout().blockBoundingRect(editor.document().lastBlock())
    assert box.height() == pytest.approx(25 / 25.4 * editor.logicalDpiY(), rel=0.15)


_ACTIONS = st.one_of(
    st.tuples(st.just("key"), st.sampled_from(["backspace", "delete", "enter", "tab", "left", "right", "home", "end"])),
    st.tuples(st.just("type"), st.sampled_from("字1。")),
    st.tuples(st.just("select"), st.integers(0, 20), st.integers(0, 20)),
    st.tuples(st.just("undo")),
    st.tuples(st.just("redo")),
    st.tuples(st.just("paste"), st.sampled_from(["甲", "甲\n乙"])),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_ACTIONS, max_size=12))
def test_no_action_breaks_a_grid_and_undo_brings_all_back(editor, actions):
    start = Report(
        f"前文\n合计\n备注\n收入\n{PICTURE_SIGN}\n亿元\n后文{PICTURE_SIGN}", tables=(GRID,), pictures=(SEEN, SEEN)
    )
    editor.load(start)
    for kind, *values in actions:
        if kind == "key" or kind == "type":
            press(editor, values[0])
        elif kind == "select":
            length = len(editor.snapshot().text)
            editor.go_to(min(values[0], length), min(values[1], length))
        elif kind == "paste":
            editor.insert_text(values[0])
        else:
            getattr(editor, kind)()
        state(editor)
    undo_all(editor)
    shown = state(editor)
    assert (shown.text, shown.tables, shown.pictures) == (start.text, start.tables, start.pictures)


def test_a_table_stands_in_the_middle_of_the_text(editor):
    (table,) = editor.document().rootFrame().childFrames()
    box = editor.document().documentLayout().frameBoundingRect(table)
    measures = editor._sheet.measures
    left, right = measures.millimetres(28), measures.millimetres(210 - 26)
    assert left <= box.left()
    assert box.right() <= right
    assert box.right() - right == pytest.approx(left - box.left(), abs=15)
