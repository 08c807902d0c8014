"""The page in rooms of any width: never wider than the room, margins given up first, the clerk's zoom remembered."""

import pytest
from PySide6.QtCore import Qt

from assistant.workbench.paging import page_report
from assistant.workbench.preferences import load_settings
from assistant.workbench.shipped import shipped_samples

SMALL = (911, 441)
"""What a screen of 1366 × 768 at 150 % has for a window."""


@pytest.fixture
def small(window):
    window.resize(*SMALL)
    window.files.open_path(shipped_samples()[0].path)
    return window


def is_fitted(window):
    page = window.page
    return page.horizontalScrollBar().maximum() == 0 and page.viewport().width() >= int(
        page.width_at(page.zoom, is_narrow=True)
    )


def test_a_small_window_shows_whole_lines_of_readable_type(small, qtbot):
    qtbot.waitUntil(lambda: is_fitted(small))
    assert small.page.zoom >= 55  # 58 with the font of one system, 57 with another's
    assert (small.width(), small.height()) == SMALL  # no panel makes it higher than the screen


def test_a_larger_window_brings_the_clerks_zoom_and_the_margins_back(small, qtbot):
    qtbot.waitUntil(lambda: small.page.zoom < 100)
    small.resize(1800, 800)
    qtbot.waitUntil(lambda: small.page.zoom == 100)
    assert small.page.width_at(100, is_narrow=False) == pytest.approx(small.page._sheet.width)


def test_what_did_not_fit_is_not_taken_for_the_clerks_choice(small, qtbot):
    qtbot.waitUntil(lambda: small.page.zoom < 100)
    assert load_settings().zoom == 100
    small.actions_by_name["zoom_in"].trigger()
    assert load_settings().zoom == small.page.zoom
    shown = small.page.zoom
    small.actions_by_name["zoom_fit"].trigger()
    assert small.page.zoom < shown
    assert is_fitted(small)


def test_the_lines_are_the_same_with_margins_and_without(window, tmp_path):
    path = tmp_path / "长段.txt"
    path.write_text("标题\n" + "国" * 100, "utf-8")
    window.files.open_path(path)
    block = window.page.document().findBlockByNumber(1)
    window.page.show_at(100, is_narrow=False)
    whole = [block.layout().lineAt(n).textLength() for n in range(4)]
    window.page.show_at(100, is_narrow=True)
    assert [block.layout().lineAt(n).textLength() for n in range(4)] == whole == [26, 28, 28, 18]


def test_panels_make_way_for_a_preview_beside_the_page_in_a_small_window(small, qtbot):
    panels = (small.outline_dock, small.fill_dock)
    small.actions_by_name["preview_beside"].trigger()
    assert [panel.isHidden() for panel in panels] == [True, True]
    qtbot.waitUntil(lambda: abs(small.previews._split.sizes()[0] - small.previews._split.sizes()[1]) < 12)
    small.actions_by_name["preview_beside"].trigger()
    qtbot.waitUntil(lambda: [panel.isHidden() for panel in panels] == [False, False])


def test_a_preview_makes_no_window_wider(small, qtbot):
    for way in ("preview", "preview_beside", "preview_beside", "preview", "preview"):
        small.actions_by_name[way].trigger()
        if small.previews.is_open:
            qtbot.waitUntil(small.outline_dock.isHidden)
        else:
            qtbot.waitUntil(small.outline_dock.isVisible)
        assert small.width() == SMALL[0]


def test_a_larger_window_keeps_panels_beside_a_preview(window, qtbot):
    window.files.open_path(shipped_samples()[0].path)
    docks = (window.outline_dock, window.fill_dock)
    for width, hidden in ((1600, [False, False]), (1366, [True, False]), (1100, [True, True])):
        window.resize(width, 768)
        window.actions_by_name["preview_beside"].trigger()
        assert [panel.isHidden() for panel in docks] == hidden
        window.actions_by_name["preview_beside"].trigger()
        qtbot.waitUntil(lambda: not any(panel.isHidden() for panel in docks))


TITLE = "青禾县财政局2026年上半年工作总结和下半年工作打算"
PRINTED = ["青禾县财政局2026年", "上半年工作总结和下半年工作打算"]


def lines_of(page, number=0):
    block = page.document().findBlockByNumber(number)
    page.document().documentLayout().blockBoundingRect(block)
    lines = [block.layout().lineAt(n) for n in range(block.layout().lineCount())]
    return [block.text()[line.textStart() : line.textStart() + line.textLength()] for line in lines], lines


def test_a_long_title_breaks_as_it_is_printed_and_stands_in_the_middle(window, tmp_path, qtbot, type_chinese):
    path = tmp_path / "总结.txt"
    path.write_text(f"{TITLE}\n一、工作\n正文。", "utf-8")
    window.files.open_path(path)
    printed = PRINTED
    qtbot.waitUntil(lambda: lines_of(window.page)[0] == printed)
    first = lines_of(window.page)[1][0]
    middle = (first.cursorToX(0)[0] + first.cursorToX(len(printed[0]) - 1)[0]) / 2
    half = window.page.width_at(100, is_narrow=False) * 156 / 210 / 2
    letter = first.cursorToX(1)[0] - first.cursorToX(0)[0]
    assert middle + letter / 2 == pytest.approx(half * window.page.zoom / 100, abs=letter / 2)
    for zoom in (50, 67, 80, 94, 100, 110, 125, 150, 175, 200, 300):
        window.page.set_zoom(zoom)
        assert lines_of(window.page)[0] == printed
    window.page.moveCursor(window.page.textCursor().MoveOperation.Start)
    window.page.go_to(len(TITLE))
    type_chinese(window.page, "情况")
    assert window.page.snapshot().text.startswith(TITLE + "情况\n")
    qtbot.waitUntil(lambda: len(lines_of(window.page)[0]) == 2)
    qtbot.keyClick(window.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: lines_of(window.page)[0] == printed)


def test_a_long_title_is_broken_however_often_the_page_is_painted_meanwhile(window, tmp_path, qtbot):
    path = tmp_path / "总结.txt"
    path.write_text(f"{TITLE}\n一、工作\n正文。", "utf-8")
    window.files.open_path(path)

    def is_broken_while_painted():
        window.page.viewport().repaint()
        return lines_of(window.page)[0] == PRINTED

    assert not is_broken_while_painted()
    qtbot.waitUntil(is_broken_while_painted)


LONGER_TITLES = (
    "青禾县财政局关于2026年上半年一般公共预算执行情况和下半年工作安排及重点项目资金保障情况的汇报",
    "青禾县财政局关于深入学习贯彻全国财政工作会议精神进一步加强预算绩效管理工作情况的报告",
    "青禾县人民政府办公室关于印发《青禾县2026年优化营商环境重点任务分工方案》和建立工作专班进一步压实各级各部门责任的通知",
    "县人民政府办公室关于印发《青禾县2026年优化营商环境重点任务分工方案》和建立工作专班进一步压实各级各部门责任的通知",
)


@pytest.mark.parametrize("title", LONGER_TITLES)
def test_a_title_of_more_lines_breaks_as_it_is_printed_and_each_stands_in_the_middle(window, tmp_path, qtbot, title):
    path = tmp_path / "总结.txt"
    path.write_text(f"{title}\n一、工作\n正文。", "utf-8")
    window.files.open_path(path)
    working = window.desk.working
    lines = [line.line for line in page_report(working).pages[0].lines]
    printed = [working.report.text[one.start : one.end].strip() for one in lines if one.start < len(title)]
    assert len(printed) >= 3
    qtbot.waitUntil(lambda: lines_of(window.page)[0] == printed)
    for zoom in (50, 67, 80, 94, 100, 125, 150, 200, 300):
        window.page.set_zoom(zoom)
        window.page.grab()
        words, drawn = lines_of(window.page)
        assert words == printed
        ends = [(one.cursorToX(one.textStart())[0], one.cursorToX(one.textStart() + 1)[0]) for one in drawn]
        letter = ends[0][1] - ends[0][0]
        middles = []
        for line, text in zip(drawn, words, strict=True):
            last = line.textStart() + len(text) - 1  # what is left behind it is no part of the words
            middles.append((line.cursorToX(line.textStart())[0] + line.cursorToX(last)[0] + letter) / 2)
        assert max(middles) - min(middles) < letter / 2


def test_the_buttons_of_a_question_are_in_sight_in_a_small_window(window, tmp_path, qtbot):
    path = tmp_path / "长句.txt"
    path.write_text("工作总结\n" + "各级各部门坚持问题导向和目标导向，" * 12 + "完成投资xx亿元。", "utf-8")
    window.resize(*SMALL)
    window.files.open_path(path)
    window.rooms.open_interview()
    question = window.rooms.interview.question

    def is_in_sight(widget):
        shown = widget.visibleRegion().boundingRect()
        return shown.size() == widget.size()

    qtbot.waitUntil(lambda: is_in_sight(question._next))
    question.start_asking()
    qtbot.waitUntil(lambda: is_in_sight(question._office))
    assert is_in_sight(question._next)


def test_a_narrow_notice_has_its_buttons_below(window):
    window.notices.tell("定稿已导出，可以打印。", action="打开文件", wish=lambda: None)
    window.notices.resize(400, 80)
    assert window.notices._action.y() > window.notices._text.y()
    window.notices.resize(900, 80)
    assert window.notices._action.x() > window.notices._text.x()
