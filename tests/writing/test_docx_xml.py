"""What stands in the parts of a document: order, attributes, styles, fonts, margins, properties."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import docx
import pytest
from lxml import etree

from assistant.report.model import Role
from assistant.typeset.layout import NumberPosition, load_layout
from assistant.writing.docx import write_docx
from tests.writing.ooxml_schema import W, complaints, part_of, parts_of
from tests.writing.report_values import FULL_REPORT_LINES, PROPERTIES, Line, chinese, field_at, heading, report_of

CHINESE_OR_SHARED_MARK = re.compile("[\u2e80-\u9fff\uff00-\uffef“”‘’—…·×]")


def written(*lines, layout="公文", draft=False, fields=(), properties=PROPERTIES):
    report, paragraphs = report_of(lines or FULL_REPORT_LINES, fields)
    return write_docx(report, paragraphs, load_layout(layout), draft=draft, properties=properties)


def full_draft(layout="公文"):
    text = report_of(FULL_REPORT_LINES)[0].text
    return written(layout=layout, draft=True, fields=(field_at(text, "XX"), field_at(text, "XX", which=1)))


def attribute(element, key):
    return None if element is None else element.get(W + key)


@pytest.mark.parametrize("layout", ["公文", "讲话稿"])
def test_final_and_draft_keep_the_schema(layout):
    assert complaints(written(layout=layout)) == []
    assert complaints(full_draft(layout)) == []


def test_empty_report_keeps_the_schema():
    assert complaints(written(Line(""))) == []


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        (b"<w:pgSz ", b"<w:cols/><w:pgSz "),
        (b'<w:pStyle w:val="Title"/>', b'<w:jc w:val="left"/><w:pStyle w:val="Title"/>'),
        (b'<w:rStyle w:val="Heading2Char"/>', b'<w:sz w:val="32"/><w:rStyle w:val="Heading2Char"/>'),
        (b'w:val="Title"', b'w:val="Tittle"'),
        (b'w:gutter="0"', b""),
        (b"rIdFooterEven", b"rIdFooterOdd"),
        (b"<w:rPr>", b"<w:rPr><w:bold/>"),
    ],
)
def test_checker_sees_what_is_wrong(good, bad):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, data in parts_of(written()).items():
            package.writestr(name, data.replace(good, bad) if name == "word/document.xml" else data)
    assert complaints(buffer.getvalue())


def test_same_input_gives_same_bytes():
    assert written() == written()
    assert full_draft() == full_draft()


def test_section_is_exactly_the_page_of_the_standard():
    section = part_of(written(), "word/document.xml").find(f".//{W}sectPr")
    numbers = {
        tag: {etree.QName(key).localname: value for key, value in section.find(W + tag).attrib.items()}
        for tag in ("pgSz", "pgMar", "docGrid")
    }
    assert numbers == {
        "pgSz": {"w": "11906", "h": "16838"},
        "pgMar": {
            "top": "2098",
            "right": "1474",
            "bottom": "1984",
            "left": "1587",
            "header": "851",
            "footer": "1446",
            "gutter": "0",
        },
        "docGrid": {"type": "lines", "linePitch": "579"},
    }


def styles_of(document):
    return {
        style.find(W + "name").get(W + "val"): style for style in part_of(document, "word/styles.xml").iter(W + "style")
    }


def test_normal_style_gives_22_lines_of_28_characters():
    normal = styles_of(written())["Normal"]
    spacing = normal.find(f"{W}pPr/{W}spacing")
    assert {key: attribute(spacing, key) for key in ("before", "after", "line", "lineRule")} == {
        "before": "0",
        "after": "0",
        "line": "579",
        "lineRule": "exact",
    }
    assert attribute(normal.find(f"{W}rPr/{W}spacing"), "val") == "-5"
    assert attribute(normal.find(f"{W}rPr/{W}sz"), "val") == "32"
    for tag, value in {"widowControl": "0", "autoSpaceDE": "0", "autoSpaceDN": "0", "jc": "both"}.items():
        assert attribute(normal.find(f"{W}pPr/{W}{tag}"), "val") == value
    indent = normal.find(f"{W}pPr/{W}ind")
    assert (attribute(indent, "firstLineChars"), attribute(indent, "firstLine")) == ("200", "630")


@pytest.mark.parametrize(
    ("name", "font", "size", "outline", "first_line"),
    [
        ("Title", "方正小标宋简体", "44", None, ("0", "0")),
        ("Subtitle", "楷体", "32", None, ("0", "0")),
        ("Salutation", "仿宋", "32", None, ("0", "0")),
        ("heading 1", "黑体", "32", "0", ("200", "630")),
        ("heading 2", "楷体", "32", "1", ("200", "630")),
        ("heading 3", "仿宋", "32", "2", ("200", "630")),
        ("heading 4", "仿宋", "32", "3", ("200", "630")),
        ("Signature", "仿宋", "32", None, ("0", "0")),
        ("Date", "仿宋", "32", None, ("0", "0")),
        ("footer", "宋体", "28", None, ("0", "0")),
    ],
)
def test_derived_styles_say_all_they_differ_in(name, font, size, outline, first_line):
    style = styles_of(written())[name]
    slots = style.find(f"{W}rPr/{W}rFonts")
    latin = "宋体" if name == "footer" else "Times New Roman"
    assert [attribute(slots, key) for key in ("eastAsia", "ascii", "hAnsi", "cs")] == [font, latin, latin, latin]
    assert attribute(style.find(f"{W}rPr/{W}sz"), "val") == size
    assert attribute(style.find(f"{W}rPr/{W}b"), "val") == "0"
    assert attribute(style.find(f"{W}pPr/{W}outlineLvl"), "val") == outline
    indent = style.find(f"{W}pPr/{W}ind")
    assert (attribute(indent, "firstLineChars"), attribute(indent, "firstLine")) == first_line
    assert style.find(f"{W}pPr/{W}spacing").get(W + "lineRule") == "exact"


def test_speech_sets_the_third_level_in_bold():
    styles = styles_of(written(layout="讲话稿"))
    assert styles["heading 3"].find(f"{W}rPr/{W}b").attrib == {}
    assert styles["heading 3 Char"].find(f"{W}rPr/{W}b").attrib == {}
    assert attribute(styles["heading 2"].find(f"{W}rPr/{W}b"), "val") == "0"


def test_no_theme_fonts_and_every_font_is_in_the_table_with_alternatives():
    document = written()
    everything = b"".join(parts_of(document).values())
    assert b"Theme=" not in everything
    assert b"python-docx" not in everything
    table = {font.get(W + "name"): font for font in part_of(document, "word/fontTable.xml")}
    used = set(
        re.findall(r'w:(?:ascii|eastAsia|cs)="([^"0-9]{2,}|[^"]*\D[^"]*)"', everything.decode("utf-8", "ignore"))
    )
    assert used - {"zh-CN"} <= set(table)
    assert attribute(table["仿宋"].find(W + "altName"), "val").split(",")[0] == "仿宋_GB2312"
    assert table["Times New Roman"].find(W + "altName") is None


def test_settings():
    official, speech = (part_of(written(layout=name), "word/settings.xml") for name in ("公文", "讲话稿"))
    assert attribute(official.find(W + "characterSpacingControl"), "val") == "doNotCompress"
    assert attribute(official.find(W + "themeFontLang"), "eastAsia") == "zh-CN"
    modes = [
        attribute(setting, "val")
        for setting in official.iter(W + "compatSetting")
        if attribute(setting, "name") == "compatibilityMode"
    ]
    assert modes == ["15"]
    assert official.find(W + "evenAndOddHeaders") is not None
    assert speech.find(W + "evenAndOddHeaders") is None


def test_page_numbers_stand_outside_or_in_the_centre():
    document = written()
    odd, even = (part_of(document, f"word/footer{number}.xml") for number in (1, 2))
    assert attribute(odd.find(f".//{W}jc"), "val") == "right"
    assert attribute(even.find(f".//{W}jc"), "val") == "left"
    assert attribute(odd.find(f".//{W}ind"), "right") == attribute(even.find(f".//{W}ind"), "left") == "280"
    assert "".join(odd.itertext()) == "—  PAGE 1 —"
    assert {slot.get(W + "ascii") for slot in odd.iter(W + "rFonts")} == {"宋体"}
    speech = written(layout="讲话稿")
    assert "word/footer2.xml" not in parts_of(speech)
    assert attribute(part_of(speech, "word/footer1.xml").find(f".//{W}jc"), "val") == "center"


def test_layout_without_page_number_has_no_footer():
    layout = load_layout()
    layout = replace(layout, page_number=replace(layout.page_number, position=NumberPosition.NONE))
    report, paragraphs = report_of(FULL_REPORT_LINES)
    document = write_docx(report, paragraphs, layout, draft=False, properties=PROPERTIES)
    assert complaints(document) == []
    assert not [name for name in parts_of(document) if "footer" in name]


def runs_of(document):
    """Yield (style id of the paragraph, style id of the run, rFonts, text, highlight) of every run."""
    for paragraph in part_of(document, "word/document.xml").iter(W + "p"):
        style = attribute(paragraph.find(f"{W}pPr/{W}pStyle"), "val")
        for run in paragraph.iter(W + "r"):
            yield (
                style,
                attribute(run.find(f"{W}rPr/{W}rStyle"), "val"),
                run.find(f"{W}rPr/{W}rFonts"),
                "".join(run.itertext()),
                attribute(run.find(f"{W}rPr/{W}highlight"), "val"),
            )


@pytest.mark.parametrize("document", [written(), full_draft()], ids=["final", "draft"])
def test_every_run_with_chinese_or_shared_marks_has_the_hint(document):
    for name in parts_of(document):
        if re.fullmatch(r"word/(document|header\d|footer\d)\.xml", name):
            for run in part_of(document, name).iter(W + "r"):
                if CHINESE_OR_SHARED_MARK.search("".join(run.itertext())):
                    assert attribute(run.find(f"{W}rPr/{W}rFonts"), "hint") == "eastAsia"


def test_marks_taken_for_latin_ones_name_the_chinese_font_themselves():
    document = written(Line("“十四五”学习“12345”热线2026—2030年"), Line("APP——", Role.TITLE))
    marks = [(text, slots.get(W + "ascii")) for _, _, slots, text, _ in runs_of(document) if slots.get(W + "ascii")]
    assert marks == [("“", "仿宋"), ("”", "仿宋"), ("—", "仿宋"), ("——", "方正小标宋简体")]


def test_run_in_heading_is_one_paragraph_without_outline_level():
    rest = "。" + chinese(60)
    document = written(heading(2, "（一）", "抓学习", rest), heading(3, "2.", "抓落实", "。真抓。"))
    assert [(style, run_style, text) for style, run_style, _, text, _ in runs_of(document)] == [
        (None, "Heading2Char", "（一）抓学习。"),
        (None, None, rest[1:]),
        (None, "Heading3Char", "2.抓落实。"),
        (None, None, "真抓。"),
    ]
    assert not list(part_of(document, "word/document.xml").iter(W + "keepNext", W + "keepLines", W + "outlineLvl"))
    lead = styles_of(document)["heading 2 Char"]
    assert lead.get(W + "type") == "character"
    assert lead.find(f"{W}rPr/{W}rFonts").get(W + "eastAsia") == "楷体"


def test_stand_alone_headings_and_the_rest_carry_their_styles():
    styles = [
        style for style, *_ in runs_of(written(Line("题", Role.TITLE), heading(1, "一、", "成效"), Line("正文。")))
    ]
    assert styles == ["Title", "Heading1", None]


def test_blank_line_stands_between_title_block_and_text():
    paragraphs = docx.Document(io.BytesIO(written())).paragraphs
    texts = [paragraph.text for paragraph in paragraphs]
    assert texts[:5] == ["关于2025年工作情况的报告", "——在全局干部大会上", "（2026年1月8日）", "", "同志们："]
    assert texts[-6:] == ["", "附件：1.任务清单", "2.统计表", "", "某某市财政局办公室", "2026年1月8日"]
    assert not any("paidbegin" in text for text in texts)


def test_signature_and_date_stand_right_in_characters_and_twips():
    document = written(Line("正文。"), Line("某某市财政局办公室", Role.SIGNATURE), Line("2026年1月8日", Role.DATE))
    indents = [paragraph.find(f"{W}pPr/{W}ind") for paragraph in part_of(document, "word/document.xml").iter(W + "p")]
    places = [(attribute(indent, "rightChars"), attribute(indent, "right")) for indent in indents[-2:]]
    assert places == [("200", "630"), ("300", "945")]


def test_core_and_application_properties():
    zone = timezone(timedelta(hours=8))
    properties = replace(
        PROPERTIES, title="总结 <二> & 三\x01", author="", created=datetime(2026, 1, 8, 9, 0, tzinfo=zone)
    )
    document = written(properties=properties)
    core = docx.Document(io.BytesIO(document)).core_properties
    assert (core.title, core.author, core.last_modified_by) == ("总结 <二> & 三", "", "")
    assert core.created == core.modified
    assert core.created.isoformat().startswith("2026-01-08T01:00:00")
    application = etree.fromstring(parts_of(document)["docProps/app.xml"])
    values = {etree.QName(child).localname: child.text for child in application}
    assert values["Application"] == "报告助手"
    assert re.fullmatch(r"\d{1,2}\.\d{4}", values["AppVersion"])


def test_author_and_naive_time_are_kept():
    properties = replace(PROPERTIES, author="张三", created=datetime(2026, 1, 8, 9, 0))
    core = docx.Document(io.BytesIO(written(properties=properties))).core_properties
    assert (core.author, core.created.hour) == ("张三", 9)


def test_long_title_is_one_paragraph_broken_into_lines():
    title = "关于2025年度全县农业农村工作情况和2026年工作安排的报告"
    document = docx.Document(io.BytesIO(written(Line(title, Role.TITLE))))
    assert [paragraph.text for paragraph in document.paragraphs] == [title.replace("工作情况", "\n工作情况")]
    assert complaints(written(Line(title, Role.TITLE))) == []
