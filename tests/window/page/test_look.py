from __future__ import annotations

import itertools
import re

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QFont, QTextBlock, QWheelEvent
from PySide6.QtWidgets import QApplication

from assistant.report.model import Role
from assistant.window.page import DARK, LIGHT, Mark, Severity, ValueChange, document
from assistant.window.page.look import Look, current_look, pack, unpack
from assistant.window.page.runs import tagged_fragments
from tests.window.page.typing_keys import press, report, shown, type_text

BODY = "国" * 100
LONG = "标题\n一、一级\n" + "\n".join(f"第{n}段‹a:xx›元，" + "文字" * 90 for n in range(200))


def block_of(editor, number) -> QTextBlock:
    return editor.document().findBlockByNumber(number)


def faces(editor, number):
    """Return (start, length, size, family) of what a line's highlighter says."""
    ranges = block_of(editor, number).layout().formats()
    return [(r.start, r.length) for r in ranges]


@pytest.mark.parametrize("look", [Look(), Look(Role.TITLE), Look(Role.HEADING, 4, 300, 4), Look(Role.NOISE, label=2)])
def test_a_look_is_packed_into_a_number_and_back(look):
    assert unpack(pack(look)) == look
    assert unpack(-1) is None


@pytest.mark.parametrize("zoom", [50, 67, 75, 90, 100, 110, 125, 133, 150, 175, 200, 250, 300])
def test_a_line_holds_28_characters_at_every_zoom(page, zoom):
    editor = page(f"标题\n{BODY}\n{BODY}")
    editor.set_zoom(zoom)
    layout = block_of(editor, 1).layout()
    editor.document().documentLayout().blockBoundingRect(block_of(editor, 2))
    assert [layout.lineAt(index).textLength() for index in range(3)] == [26, 28, 28]
    per_point = editor.logicalDpiY() / 72 * zoom / 100
    assert layout.lineAt(2).y() - layout.lineAt(1).y() == pytest.approx(28.95 * per_point, abs=0.1)
    assert layout.lineAt(1).naturalTextWidth() == pytest.approx(28 * 15.75 * per_point, abs=1)


def test_many_lines_that_look_otherwise_are_laid_out_together(page):
    """Each time on its own Qt places all lines below anew: a long paste held the window for minutes."""
    editor = page("标题")
    editor.insert_text("标题\n" + "正文\n" * 100)
    layings = []
    editor.document().contentsChange.connect(lambda *place: layings.append(place))
    editor.flush()
    assert block_of(editor, 99).blockFormat().textIndent() > 0
    assert len(layings) == 1


def test_title_headings_and_body_are_set_in_their_own_ways(page):
    editor = page("标题\n一、一级\n（二）二级。后文。\n正文")
    formats = [block_of(editor, number).blockFormat() for number in range(4)]
    assert formats[0].alignment() == Qt.AlignmentFlag.AlignHCenter
    assert [f.textIndent() > 0 for f in formats] == [False, True, True, True]
    assert faces(editor, 0) == [(0, 2)]
    assert faces(editor, 1) == [(0, 4)]
    assert faces(editor, 2) == [(0, 6)]
    assert faces(editor, 3) == []


def test_a_line_that_becomes_a_heading_looks_so_at_once(qtbot, page):
    editor = page("标题\n正文")
    editor.go_to(3)
    type_text(editor, "一、")
    assert faces(editor, 1) == [(0, 4)]
    press(editor, "home")
    press(editor, "delete", "delete")
    assert faces(editor, 1) == []


def test_a_line_behind_the_title_is_body_soon(qtbot, page):
    editor = page("标题")
    press(editor, "end", "enter")
    type_text(editor, "正文")
    qtbot.waitUntil(lambda: block_of(editor, 1).blockFormat().textIndent() > 0)
    assert block_of(editor, 0).blockFormat().alignment() == Qt.AlignmentFlag.AlignHCenter


def test_roles_that_depend_on_the_place_follow_when_it_is_quiet(page):
    editor = page("标题\n第二行\n第三行")
    editor.go_to(0, 3)
    press(editor, "delete")
    editor.flush()
    assert current_look(block_of(editor, 0)).role is Role.TITLE
    assert block_of(editor, 0).blockFormat().alignment() == Qt.AlignmentFlag.AlignHCenter
    editor.undo()
    editor.flush()
    assert [current_look(block_of(editor, n)).role for n in range(3)] == [Role.TITLE, Role.BODY, Role.BODY]
    assert editor.can_redo


def test_zoom_is_no_edit(qtbot, page):
    editor = page("标题\n共‹a:xx›元" + BODY)
    editor.set_values([ValueChange("a", "12")])
    editor.undo()
    editor.flush()
    with qtbot.waitSignal(editor.zoom_changed) as told, qtbot.assertNotEmitted(editor.snapshot_changed, wait=350):
        editor.set_zoom(175)
    assert told.args == [175]
    assert not editor.is_modified
    assert editor.can_redo
    editor.redo()
    assert shown(editor).startswith("标题\n共‹a:12›元")
    assert block_of(editor, 1).layout().lineAt(0).textLength() == 27  # two digits are one character wide


def test_a_caret_at_the_lower_edge_is_still_seen_at_another_zoom(page):
    editor = page(LONG)
    editor.go_to(len(editor.snapshot().text) // 2)
    bar = editor.verticalScrollBar()
    for zoom in (120, 200, 60, 100):
        bar.setValue(bar.value() + editor.cursorRect().bottom() - editor.viewport().rect().bottom())
        editor.set_zoom(zoom)
        assert editor.cursorRect().bottom() <= editor.viewport().rect().bottom()


@pytest.mark.parametrize("share", [0.0, 0.5])
def test_the_topmost_line_stays_at_another_zoom_where_the_caret_is_out_of_sight(page, qtbot, share):
    editor = page(LONG)
    editor.go_to(round(len(editor.snapshot().text) * share))
    for zoom in (120, 200, 60, 100):  # quickly, as the wheel does: not all is laid out in between
        bar = editor.verticalScrollBar()
        bar.setValue(bar.value() + 700)
        place = editor.cursorRect()
        top = editor._sheet.topmost()
        editor.set_zoom(zoom)
        assert place.bottom() < 0
        assert abs(editor._sheet.topmost() - top) <= 30  # a line's characters
    qtbot.waitUntil(lambda: has_all_lines(editor))
    top = editor._sheet.topmost()
    assert abs(editor.cursorForPosition(editor.viewport().rect().topLeft()).position() - top) <= 30


def test_zoom_has_limits(page):
    editor = page("标题")
    editor.set_zoom(1000)
    assert editor.zoom == 300
    editor.set_zoom(1)
    assert editor.zoom == 50


@pytest.mark.parametrize("zoom", [50, 100, 150, 300])
def test_points_and_places_agree_at_every_zoom(page, zoom):
    editor = page("标题\n" + "\n".join(f"第{n}段‹a:xx›元，" + "文字" * 40 for n in range(30)))
    editor.set_zoom(zoom)
    editor.go_to(editor.snapshot().text.index("第20段"))
    start = editor.textCursor().position()
    for offset in range(0, 60, 7):
        cursor = editor.textCursor()
        cursor.setPosition(start + offset)
        rect = editor.cursorRect(cursor)
        point = rect.center()
        point.setX(rect.left() + 1)
        assert editor.cursorForPosition(point).position() == start + offset
    cursor.setPosition(start + 4)
    run = editor.run_at(editor.cursorRect(cursor).center() + QPointF(4, 0).toPoint())
    assert run is not None
    assert run.tag.field_id == "a"


def has_all_lines(editor):
    """Whether every line is laid out, each below the one before it."""
    heights = []
    block = editor.document().firstBlock()
    while block.isValid():
        if not block.layout().lineCount():
            return False
        heights.append(editor.document().documentLayout().blockBoundingRect(block).top())
        block = block.next()
    return heights == sorted(set(heights))


@pytest.mark.parametrize(
    "meanwhile",
    [
        lambda editor: None,
        lambda editor: editor.set_colours(DARK),
        lambda editor: editor.insert_text("又一句"),
        lambda editor: editor.insert_text("又\n一句"),
        lambda editor: editor.set_values([ValueChange("a", "12")]),
        lambda editor: editor.resize(700, 500),
        lambda editor: editor.lay_out_titles(),
        lambda editor: editor.undo(),
    ],
    ids=["nothing", "colours", "words", "lines", "values", "size", "titles", "undo"],
)
def test_every_line_is_laid_out_after_a_zoom(page, qtbot, meanwhile):
    editor = page(LONG)
    editor.insert_text("先写的")
    for zoom in (150, 60, 100):
        editor.set_zoom(zoom)
        meanwhile(editor)
        qtbot.waitUntil(lambda: has_all_lines(editor))


def test_many_places_are_changed_at_once_and_laid_out_after(page, qtbot):
    editor = page(LONG)
    before = editor.snapshot()
    places = [(at.start(), at.end(), "词语又") for at in re.finditer("文字", before.text)]
    assert editor.replace_spans(places) == 200 * 90
    assert editor.snapshot().text == before.text.replace("文字", "词语又")
    qtbot.waitUntil(lambda: has_all_lines(editor))
    editor.undo()
    assert editor.snapshot() == before
    qtbot.waitUntil(lambda: has_all_lines(editor))
    editor.redo()
    assert editor.snapshot().text == before.text.replace("文字", "词语又")


def test_the_wheel_with_ctrl_zooms(page):
    editor = page("标题")
    for delta in (60, 60, -120, -120):
        wheel = QWheelEvent(
            QPointF(9, 9), QPointF(9, 9), QPointF(0, 0).toPoint(), QPointF(0, delta).toPoint(),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(editor.viewport(), wheel)
    assert editor.zoom == 90


def test_the_sheet_lies_in_the_middle_of_the_desk(page):
    editor = page("标题")
    editor.resize(1200, 700)
    left = editor.viewport().geometry().left()
    right = editor.width() - editor.viewport().geometry().right()
    assert left > 100
    assert abs(left - right) <= 20


def test_a_wide_sheet_shows_where_its_lines_begin(page):
    editor = page(f"标题\n{BODY}")
    editor.set_zoom(300)
    cursor = editor.textCursor()
    cursor.setPosition(3 + 26)
    assert 0 <= editor.cursorRect(cursor).left() <= 200


def pixels(editor, number, column):
    cursor = editor.textCursor()
    cursor.setPosition(block_of(editor, number).position() + column)
    rect = editor.cursorRect(cursor)
    image = editor.viewport().grab().toImage()
    ratio = image.devicePixelRatio()
    around = itertools.product(range(rect.left() + 2, rect.left() + 18), range(rect.top(), rect.bottom()))
    return {image.pixelColor(round(x * ratio), round(y * ratio)).name() for x, y in around}


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_fields_are_painted_by_their_state(page, colours):
    editor = page("标题\n文‹a:xx›文‹b:12|xx›文")
    editor.set_colours(colours)
    assert QColor(colours.open_field).name() in pixels(editor, 1, 1)
    assert QColor(colours.filled_field).name() in pixels(editor, 1, 4)
    plain = pixels(editor, 1, 6)
    assert QColor(colours.sheet).name() in plain
    assert QColor(colours.open_field).name() not in plain


def test_marks_and_matches_are_painted_and_move_with_the_text(page):
    editor = page("标题\n有一处错误")
    editor.show_marks([Mark(6, 8, Severity.ERROR)])
    editor.matches("一处")
    assert QColor(LIGHT.match).name() in pixels(editor, 1, 1)
    editor.go_to(3)
    type_text(editor, "还")
    assert QColor(LIGHT.match).name() in pixels(editor, 1, 2)
    assert QColor(LIGHT.match).name() not in pixels(editor, 1, 0)
    editor.matches("")
    assert QColor(LIGHT.match).name() not in pixels(editor, 1, 2)
    (mark,) = editor._sheet.marks.of_line(1)
    assert editor.snapshot().text.split("\n")[1][mark.start : mark.end] == "错误"


def test_the_windows_font_is_not_the_pages(page):
    editor = page(f"标题\n{BODY}")
    editor.setFont(QFont("WenQuanYi Micro Hei", 30))
    assert editor.document().defaultFont().pixelSize() == round(16 * editor.logicalDpiY() / 72)
    QApplication.sendEvent(editor, QEvent(QEvent.Type.ApplicationFontChange))
    assert block_of(editor, 1).layout().lineAt(1).textLength() == 28


def _shown(editor):
    """Return what the page shows, block by block."""
    found, block = [], editor.document().firstBlock()
    while block.isValid():
        made = block.blockFormat()
        tags = [(f.start - block.position(), f.end - block.position(), f.tag.marker) for f in tagged_fragments(block)]
        height = editor.document().documentLayout().blockBoundingRect(block).height()
        lines = block.layout().lineCount()
        found.append((block.text(), block.userState(), made.textIndent(), made.alignment(), tags, lines, height))
        block = block.next()
    return found


def test_a_long_report_comes_in_piece_by_piece_and_looks_the_same(page, monkeypatch):
    text = "标题一\n" + "一、做法\n完成投资‹a:xx›亿元，" + "培训干部若干人次。" * 9 + "\n\n（一）成效。明显。\n"
    many = page(text * 50)
    steps = sum(1 for _ in many.load_steps(report(text * 50)))
    assert steps == 0
    monkeypatch.setattr(document, "LINES_AT_ONCE", 7)
    pieces = page("旧文")
    assert sum(1 for _ in pieces.load_steps(report(text * 50))) == 35
    assert pieces.snapshot() == many.snapshot()
    assert _shown(pieces) == _shown(many)
    assert all(lines for *_, lines, _ in _shown(pieces))
    assert not pieces.can_undo
    assert not pieces.is_modified


def test_marks_come_some_at_a_time_and_not_over_a_text_that_was_changed_meanwhile(page):
    editor = page("一二三四五\n" * 1200)
    many = [Mark(6 * line, 6 * line + 2, Severity.HINT) for line in range(1200)]
    assert sum(1 for _ in editor.show_marks_in_parts(many)) == 1
    assert editor._sheet.marks.count == 1200
    parts = editor.show_marks_in_parts(many[:1100])
    next(parts)
    editor.insert_text("甲")
    assert list(parts) == []
    assert editor._sheet.marks.count == 1200


def test_only_places_within_the_span_are_highlighted(page):
    editor = page("甲重点\n甲重点重点\n甲重点")
    editor.look_within((5, 7))
    editor.matches("重点")
    colour = QColor(LIGHT.match).name()
    assert [colour in pixels(editor, line, 1) for line in range(3)] == [False, True, False]
    assert colour not in pixels(editor, 1, 3)
    editor.look_within(None)
    assert [colour in pixels(editor, line, 1) for line in range(3)] == [True, True, True]
