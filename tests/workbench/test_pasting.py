"""What is taken from the clipboard, and web pages under other names."""

import pytest

from assistant.report.errors import AssistantError
from assistant.report.model import Report
from assistant.report.tables import are_placed
from assistant.workbench.opening import open_bytes
from assistant.workbench.pasting import opened_paste, pasted_page, pasted_text, with_page


@pytest.mark.parametrize(
    ("plain", "html", "text"),
    [
        ("一、收入", "<p>收入</p>", "一、收入"),
        ("完成11 12亿元", "<p>完成<del>11</del> 12亿元</p>", "完成 12亿元"),
        ("", "<p>甲</p><p>乙</p>", "甲\n乙"),
        ("甲", "", "甲"),
        ("一、收入\x0b完成12亿元。\r\n二、支出\r好。\x85", "", "一、收入\n完成12亿元。\n二、支出\n好。\n"),
        ("甲", "<b>" * 5000 + "<del>x", "甲"),
        ("", "", ""),
    ],
)
def test_the_form_that_says_what_the_page_shows(plain, html, text):
    assert pasted_text(plain, html).text == text


def test_what_could_not_be_read_is_told():
    nested = "<b>" * 5000
    with pytest.raises(AssistantError, match=r"paste\.unread"):
        pasted_text("", nested)
    assert pasted_text("甲", f"{nested}<del>x").notice == "paste.with_hidden"
    assert pasted_text("甲", nested).notice == ""
    assert pasted_text("", "<p>甲").notice == ""
    with pytest.raises(AssistantError, match=r"paste\.table_unread"):
        pasted_page(f"{nested}{TABLE}")
    with pytest.raises(AssistantError, match=r"paste\.unread"):
        opened_paste("", nested)
    assert opened_paste("甲", f"{nested}{TABLE}").notices == ("notice.table_unread",)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_web_page_under_the_name_of_a_document(encoding):
    page = "<!DOCTYPE html>\n<html><head><title>x</title></head><body><p>工作总结</p><p>完成XX亿元。</p></body></html>"
    assert open_bytes(page.encode(encoding), "a.doc", ".doc").report.text == "工作总结\n完成XX亿元。"


TABLE = "<table><tr><td>项目</td><td>金额</td></tr><tr><td>税收</td><td>xx</td></tr></table>"


@pytest.mark.parametrize(
    ("text", "start", "end", "html", "expected", "first"),
    [
        ("标题\n正文。", 6, 6, TABLE, "标题\n正文。\n项目\n金额\n税收\nxx\n", 2),
        ("标题\n\n后文", 3, 3, TABLE, "标题\n项目\n金额\n税收\nxx\n后文", 1),
        ("标题\n前后文", 4, 4, TABLE, "标题\n前\n项目\n金额\n税收\nxx\n后文", 2),
        ("", 0, 0, TABLE, "\n项目\n金额\n税收\nxx\n", 1),
        (
            "标题\n旧的\n后文",
            3,
            5,
            f"<p>见表：</p>{TABLE}<p>以上。</p>",
            "标题\n见表：\n项目\n金额\n税收\nxx\n以上。\n后文",
            2,
        ),
    ],
)
def test_a_table_comes_in_as_one(text, start, end, html, expected, first):
    pasted = with_page(Report(text), start, end, pasted_page(html))
    assert pasted.report.text == expected
    assert [table.first_line for table in pasted.report.tables] == [first]
    assert are_placed(pasted.report.tables, expected.count("\n") + 1)


def test_a_second_table_stands_behind_the_first_with_a_line_between():
    report = with_page(Report("标题\n\n后文"), 3, 3, pasted_page(TABLE)).report
    line = report.text.index("后文")
    again = with_page(report, line, line, pasted_page(TABLE)).report
    assert are_placed(again.tables, again.text.count("\n") + 1)
    assert len(again.tables) == 2


def test_a_cell_holds_no_table():
    report = with_page(Report("标题\n\n后文"), 3, 3, pasted_page(TABLE)).report
    inside = report.text.index("税收")
    with pytest.raises(AssistantError, match=r"paste\.in_table"):
        with_page(report, inside, inside, pasted_page(TABLE))
