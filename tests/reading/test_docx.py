"""Word documents as real programs make them: tracked changes, content controls, links, tables, damage."""

import io
import random
import zipfile

import pytest

from assistant.reading.docx import read_docx
from assistant.report.errors import AssistantError
from tests.reading.word_files import SPACES, W, document, numbered, numbered_document, paragraph, run, with_comments


@pytest.mark.parametrize(
    ("body", "text", "notices"),
    [
        (f"<w:p>{run('收入')}{run('XX亿元。')}</w:p>", "收入XX亿元。", ()),
        (
            f"<w:p>{run('甲')}<w:ins>{run('乙')}</w:ins><w:del><w:r><w:delText>丙</w:delText></w:r></w:del></w:p>",
            "甲乙",
            ("notice.changes",),
        ),
        (f"<w:p>{run('甲')}<w:sdt><w:sdtPr/><w:sdtContent>{run('乙')}</w:sdtContent></w:sdt></w:p>", "甲乙", ()),
        (f"<w:sdt><w:sdtContent><w:p>{run('甲')}</w:p></w:sdtContent></w:sdt><w:p>{run('乙')}</w:p>", "甲\n乙", ()),
        (f"<w:p><w:hyperlink>{run('甲')}</w:hyperlink><w:smartTag>{run('乙')}</w:smartTag></w:p>", "甲乙", ()),
        (f"<w:p>{run('甲')}<w:r><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r></w:p>", "甲\n乙\t丙", ()),
        (
            f"<w:tbl><w:tr><w:tc><w:p>{run('甲')}</w:p></w:tc><w:tc><w:p>{run('乙')}</w:p></w:tc></w:tr></w:tbl>",
            "甲\n乙",
            (),
        ),
        ("<w:p><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>", "", ()),
    ],
)
def test_what_a_reader_of_the_page_sees(body, text, notices):
    found = read_docx(document(body))
    assert (found.text, found.notices) == (text, notices)


def test_damage_is_told_by_one_code():
    whole = bytearray(document(f"<w:p>{run('收入XX亿元。' * 50)}</w:p>"))
    chance = random.Random(7)
    for _ in range(150):
        damaged = bytearray(whole)
        for _ in range(3):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        try:
            read_docx(bytes(damaged))
        except AssistantError as error:
            told = error.code
        else:
            told = "read"
        assert told in ("read", "file.broken_document", "file.too_large_unpacked", "file.encrypted", "file.too_complex")


def test_parts_that_are_something_else():
    with pytest.raises(AssistantError, match=r"file\.broken_document"):
        read_docx(document("", {"word/document.xml": "<a/>"}))
    # a list of relations that says nothing leaves the usual names
    assert read_docx(document(paragraph("甲"), {"_rels/.rels": "<a/>"})).text == "甲"


def test_automatic_numbers_are_text():
    body = [numbered("收入"), numbered("税收", 1), numbered("增值税", 2), numbered("消费税", 2), numbered("非税", 1)]
    body += [numbered("支出"), numbered("民生", 1), numbered("要点", 0, 2), numbered("另起", 0, 3), paragraph("完")]
    read = read_docx(numbered_document("".join(body)))
    assert read.text.split("\n") == [
        *("一、收入", "（一）税收", "1.增值税", "2.消费税", "（二）非税"),
        *("二、支出", "（一）民生", "要点", "五、另起", "完"),
    ]
    assert read.notices == ("notice.numbering",)


def test_numbers_of_styles():
    """A heading style that carries the list; its level is the one that names the style."""
    styles = (
        f'<w:styles {SPACES}><w:style w:type="paragraph" w:styleId="1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="2"><w:basedOn w:val="1"/></w:style>'
        # styles based on each other in a circle
        '<w:style w:type="paragraph" w:styleId="3"><w:basedOn w:val="4"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="4"><w:basedOn w:val="3"/></w:style></w:styles>'
    )
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="japaneseCounting"/>'
        f'<w:pStyle w:val="{level + 1}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for level, text in enumerate(["第%1部分", "（%2）"])
    )
    numbering = f'<w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
    numbering += '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    body = "".join(
        paragraph(text, properties=f'<w:pStyle w:val="{style}"/>{other}')
        for style, text, other in [
            (1, "甲", ""),
            (2, "乙", ""),
            (1, "无", '<w:numPr><w:numId w:val="0"/></w:numPr>'),
            (2, "丙", ""),
            (3, "丁", ""),
        ]
    )
    parts = {"word/numbering.xml": f"<w:numbering {SPACES}>{numbering}</w:numbering>", "word/styles.xml": styles}
    assert read_docx(document(body, parts)).text == "第一部分 甲\n（一）乙\n无\n（二）丙\n丁"


FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
BOX = "<w:txbxContent>" + paragraph("框内") + "</w:txbxContent>"


@pytest.mark.parametrize(
    ("body", "text", "notices"),
    [
        # a field: its result, not its code
        (
            paragraph(FIELD.format("begin"), "<w:r><w:instrText> DATE </w:instrText></w:r>", FIELD.format("separate"))
            + paragraph("三月", FIELD.format("end"), "完"),
            "\n三月完",
            (),
        ),
        # a table of contents is no part of the text
        (
            paragraph(FIELD.format("begin"), "<w:r><w:instrText> TOC </w:instrText></w:r>", FIELD.format("separate"))
            + paragraph("一、收入\t1")
            + paragraph(FIELD.format("end"), "正文"),
            "正文",
            ("notice.contents",),
        ),
        # the text of a text box behind its paragraph, once, though it stands there in two forms
        (
            paragraph(
                "甲",
                f"<w:r><mc:AlternateContent><mc:Choice>{BOX}</mc:Choice><mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback>"
                "</mc:AlternateContent></w:r>",
                "乙",
            )
            + paragraph("丙"),
            "甲乙\n框内\n丙",
            ("notice.text_boxes",),
        ),
        # a paragraph whose mark was deleted goes on in the next one
        (paragraph("甲", properties="<w:rPr><w:del/></w:rPr>") + paragraph("乙"), "甲乙", ()),
        (paragraph("甲", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r>"), "甲", ("notice.hidden",)),
        (paragraph("甲", '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>乙</w:t></w:r>'), "甲乙", ()),
        (paragraph("<w:r><w:ruby><w:rt><w:r><w:t>pin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>拼</w:t></w:r></w:rubyBase>"
                   "</w:ruby></w:r>"), "拼", ()),
        (paragraph('<w:r><w:sym w:font="a" w:char="00D7"/><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'), "×", ()),
        (paragraph("甲") + '<w:altChunk r:id="rId9"/>', "甲", ("notice.embedded",)),
        (paragraph("甲", '<w:subDoc r:id="rId9"/>'), "甲", ("notice.embedded",)),
        (paragraph('<w:hyperlink r:id="rId9"><w:r><w:t>链接</w:t></w:r></w:hyperlink>'), "链接", ()),
    ],
)  # fmt: skip
def test_what_word_keeps_beside_the_text(body, text, notices):
    read = read_docx(document(body))
    assert (read.text, read.notices) == (text, notices)


def test_comments_are_told():
    body = paragraph("甲", '<w:r><w:commentReference w:id="0"/></w:r>')
    read = read_docx(with_comments(document(body)))
    assert (read.text, read.notices) == ("甲", ("notice.comments",))


def test_strict_documents():
    strict = document(paragraph("甲"))
    with zipfile.ZipFile(io.BytesIO(strict)) as source:
        xml = source.read("word/document.xml").decode()
    xml = xml.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
        'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/other.xml"/>'
        "</Relationships>"
    )
    data = document("", {"_rels/.rels": rels, "word/other.xml": xml})
    assert read_docx(data).text == "甲"


def test_title_set_in_several_lines_is_one_line():
    title = (
        '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>关于工作</w:t><w:br/><w:t>情况的报告</w:t></w:r></w:p>'
    )
    body = "<w:p><w:r><w:t>第一行</w:t><w:br/><w:t>第二行</w:t></w:r></w:p>"
    assert read_docx(document(title + body)).text == "关于工作情况的报告\n第一行\n第二行"
