"""Pages: 22 rows, blank rows, headings that stay with what follows."""

from __future__ import annotations

from itertools import pairwise

import pytest

from assistant.report.model import Role
from assistant.typeset.arrangement import Look, arrange
from assistant.typeset.layout import load_layout
from assistant.typeset.pages import Page, lay_out_pages
from assistant.typeset.titles import title_breaks
from tests.writing.report_values import FULL_REPORT_LINES, Line, chinese, heading, report_of

LAYOUT = load_layout("公文")


def pages_of(lines: list[Line]) -> tuple[str, tuple[Page, ...]]:
    report, paragraphs = report_of(lines)
    return report.text, lay_out_pages(report.text, arrange(report.text, paragraphs, LAYOUT), LAYOUT)


def test_a_full_page_has_22_lines_of_28_characters():
    text, pages = pages_of([Line(chinese(2 * 22 * 28))])
    assert [len(page.lines) for page in pages] == [22, 22, 1]
    assert [page.number for page in pages] == [1, 2, 3]
    assert {len(line.text_of(text)) for line in pages[1].lines} == {28}
    assert len(pages[0].lines[0].text_of(text)) == 26


@pytest.mark.parametrize("year", ["", "2025年"])
def test_a_title_stands_in_the_lines_that_were_chosen_for_it(year):
    """Gaps beside the digits made a full line of a title break once more: one character stood alone."""
    words = "度全县落实全面从严治党主体责任抓党建促发展保民生工作完成情况的报告"
    for length in range(16, len(words)):
        title = year + words[:length]
        text, pages = pages_of([Line(title, Role.TITLE), Line(chinese(10))])
        lines = [line.text_of(text) for line in pages[0].lines if line.paragraph.look is Look.TITLE]
        starts = (0, *title_breaks(title, LAYOUT.page.text_width / LAYOUT.title.cell), len(title))
        assert lines == [title[start:end] for start, end in pairwise(starts)]
        middles = {line.left + line.line.room / 2 for line in pages[0].lines if line.paragraph.look is Look.TITLE}
        assert middles == {LAYOUT.page.text_width / 2}


def test_a_subtitle_breaks_like_a_title():
    subtitle = "——在全市改善就医感受提升患者体验主题活动总结大会上的讲话"
    text, pages = pages_of([Line("讲话", Role.TITLE), Line(subtitle, Role.SUBTITLE), Line(chinese(10))])
    lines = [line.text_of(text) for line in pages[0].lines if line.paragraph.look is Look.SUBTITLE]
    assert "".join(lines) == subtitle
    assert [len(line) >= 10 for line in lines] == [True, True]


def test_blank_lines_take_rows():
    _, pages = pages_of([Line("关于工作的报告", Role.TITLE), Line("同志们：", Role.SALUTATION), Line(chinese(10))])
    assert [line.row for line in pages[0].lines] == [0, 2, 3]


def test_a_heading_moves_to_the_next_page_with_its_text():
    _, pages = pages_of([Line(chinese(26 + 20 * 28)), heading(1, "一、", "主要工作"), Line(chinese(30))])
    assert [len(page.lines) for page in pages] == [21, 3]
    assert pages[1].lines[0].row == 0


def test_a_heading_with_room_for_one_line_of_text_stays():
    _, pages = pages_of([Line(chinese(26 + 19 * 28)), heading(1, "一、", "主要工作"), Line(chinese(30))])
    assert [len(page.lines) for page in pages] == [22, 1]


def test_headings_in_a_row_move_together():
    lines = [
        Line(chinese(26 + 19 * 28)),
        heading(1, "一、", "主要工作"),
        heading(2, "（一）", "机制"),
        Line(chinese(9)),
    ]
    _, pages = pages_of(lines)
    assert [len(page.lines) for page in pages] == [20, 3]


def test_every_character_stands_on_some_page_once():
    text, pages = pages_of(list(FULL_REPORT_LINES))
    shown = "".join(line.text_of(text) for page in pages for line in page.lines)
    assert shown == "".join(line.text for line in FULL_REPORT_LINES if line.role is not Role.NOISE)


def test_the_signature_stands_with_its_indent_from_the_right():
    text, pages = pages_of(list(FULL_REPORT_LINES))
    by_text = {line.text_of(text): line for page in pages for line in page.lines}
    assert by_text["某某市财政局办公室"].line.room == LAYOUT.page.text_width - 630


def test_an_empty_report_has_one_page():
    _, pages = pages_of([Line("")])
    assert [page.lines for page in pages] == [()]
