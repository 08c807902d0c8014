"""Comments of drafts that we write: at their words, in every program that opens the draft, and gone when it is read."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.report.model import Role
from assistant.typeset.layout import load_layout
from assistant.writing.docx import write_docx
from assistant.writing.own_comments import AUTHOR, Comment
from tests.writing.ooxml_schema import complaints
from tests.writing.report_values import FULL_REPORT_LINES, PROPERTIES, Line, field_at, heading, report_of
from tests.writing.test_comments import commented_words

LINES = (
    Line("关于工作情况的报告", Role.TITLE),
    heading(2, "（一）", "抓服务", "。全年办理XX件，截止目前完成。"),
    Line("相关网站推荐", Role.NOISE),
    Line("二是抓落实。"),
)


def written(comments, lines=LINES):
    text = "\n".join(line.text for line in lines)
    fields = (field_at(text, "XX"),) if "XX" in text else ()
    report, paragraphs = report_of(lines, fields)
    data = write_docx(
        report,
        paragraphs,
        load_layout(),
        draft=True,
        properties=PROPERTIES,
        comments=[Comment(*one) for one in comments],
    )
    assert complaints(data) == []
    return data


def span_of(words, lines=LINES):
    start = "\n".join(line.text for line in lines).index(words)
    return start, start + len(words)


def test_comments_stand_at_their_words():
    words = ["截止", "抓服务。全年", "工作", "二是抓落实。"]
    data = written([(*span_of(one), f"说{one}") for one in words])
    assert sorted(commented_words(data)) == sorted((one, f"说{one}") for one in words)
    assert {comment.author for comment in docx.Document(io.BytesIO(data)).comments} == {AUTHOR}


def test_a_comment_that_begins_in_a_field_holds_all_of_it():
    start, _ = span_of("X件")
    assert commented_words(written([(start, start + 2, "单位")])) == [("XX件", "单位")]


def test_a_comment_on_a_line_that_is_not_drawn_stands_at_the_next_words():
    assert commented_words(written([(*span_of("网站推荐"), "网页文字")])) == [("二", "网页文字")]


def test_a_draft_without_comments_has_no_part_for_them():
    assert "word/comments.xml" not in zipfile.ZipFile(io.BytesIO(written([]))).namelist()


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 30)), max_size=6))
def test_every_comment_is_there_once_wherever_it_stands(spans):
    data = written([(start, start + length, f"第{index}条") for index, (start, length) in enumerate(spans)])
    assert sorted(said for _, said in commented_words(data)) == sorted(f"第{i}条" for i in range(len(spans)))
    assert all(words for words, _ in commented_words(data))


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_libreoffice_keeps_the_comments(soffice, tmp_path, kind):
    document = tmp_path / "draft.docx"
    document.write_bytes(written([(*span_of("截止"), "应为“截至”"), (*span_of("抓服务。全年"), "跨两种字体")]))
    kept = soffice(document, kind)
    if kind == "docx":
        assert sorted(commented_words(kept.read_bytes())) == [("截止", "应为“截至”"), ("抓服务。全年", "跨两种字体")]
    else:
        content = zipfile.ZipFile(kept).read("content.xml").decode()
        assert content.count("<office:annotation ") == 2
        assert "应为“截至”" in content


def test_all_looks_take_comments():
    data = written(
        [(*span_of(line.text, FULL_REPORT_LINES), line.text) for line in FULL_REPORT_LINES], FULL_REPORT_LINES
    )
    assert len(commented_words(data)) == len(FULL_REPORT_LINES)
