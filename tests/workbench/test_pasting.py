"""What is taken from the clipboard, and web pages under other names."""

import pytest

from assistant.workbench.opening import open_bytes
from assistant.workbench.pasting import pasted_text


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
    assert pasted_text(plain, html) == text


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_web_page_under_the_name_of_a_document(encoding):
    page = "<!DOCTYPE html>\n<html><head><title>x</title></head><body><p>工作总结</p><p>完成XX亿元。</p></body></html>"
    assert open_bytes(page.encode(encoding), "a.doc", ".doc").report.text == "工作总结\n完成XX亿元。"
