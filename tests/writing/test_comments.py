"""Findings as Word comments: each at its words, the rest of the document as it was."""

import io

from docx import Document
from docx.oxml.ns import qn

from assistant.writing.comments import AUTHOR, Comment, with_comments


def made(*paragraphs):
    document = Document()
    for runs in paragraphs:
        paragraph = document.add_paragraph()
        for text, bold in runs:
            paragraph.add_run(text).bold = bold
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def commented_words(data):
    """Return [(words between the marks of a comment, its text)] in the order of the text."""
    document = Document(io.BytesIO(data))
    said = {comment.comment_id: comment.text for comment in document.comments}
    found, is_open = [], {}
    for element in document.element.body.iter():
        if element.tag == qn("w:commentRangeStart"):
            is_open[element.get(qn("w:id"))] = ""
        elif element.tag == qn("w:commentRangeEnd"):
            number = element.get(qn("w:id"))
            found.append((is_open.pop(number), said[int(number)]))
        elif element.tag == qn("w:t"):
            is_open = {number: words + (element.text or "") for number, words in is_open.items()}
    return found


def test_comments_stand_at_their_words():
    data = made([("一、抓学习", True)], [("参与核算检测", False), ("演练，", True), ("截止目前完成。", False)])
    text = "一、抓学习\n参与核算检测演练，截止目前完成。"
    spans = [(8, 12, "核酸检测"), (15, 17, "截至"), (11, 14, "跨两段文字")]
    copy = with_comments(data, text, [Comment(*span) for span in spans])
    assert sorted(commented_words(copy)) == [("截止", "截至"), ("核算检测", "核酸检测"), ("测演练", "跨两段文字")]
    document = Document(io.BytesIO(copy))
    assert [p.text for p in document.paragraphs] == text.split("\n")
    assert [run.bold for run in document.paragraphs[1].runs if "练" in run.text] == [True]
    assert {comment.author for comment in document.comments} == {AUTHOR}


def test_a_comment_on_words_of_no_paragraph_goes_to_the_one_before():
    data = made([("标题", False)], [("正文。", False)])
    copy = with_comments(data, "标题\n甲\t乙\n正文。", [Comment(3, 4, "表格里的字")])
    assert [said for _words, said in commented_words(copy)] == ["表格里的字"]


def test_an_empty_document_has_no_comments():
    assert commented_words(with_comments(made([("", False)]), "别的", [Comment(0, 1, "甲")])) == []
