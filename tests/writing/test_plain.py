"""Plain text for Notepad and WPS."""

from __future__ import annotations

import pytest

from assistant.report.model import Report
from assistant.writing.plain import write_text


def test_lines_end_as_windows_wants_and_a_mark_stands_in_front():
    assert write_text(Report("标题\n增长XX%。\n")) == b"\xef\xbb\xbf" + "标题\r\n增长XX%。\r\n".encode()


def test_other_line_ends():
    assert write_text(Report("一\n二"), newline="\n").decode("utf-8-sig") == "一\n二"


@pytest.mark.parametrize("text", ["", "😀𠮷", "a\x00b"])
def test_any_text_comes_back(text):
    assert write_text(Report(text)).decode("utf-8-sig") == text


def test_half_a_character_is_no_crash():
    assert write_text(Report("a\ud800b")).decode("utf-8-sig") == "a?b"
