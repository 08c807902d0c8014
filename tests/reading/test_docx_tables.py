"""Tables and pictures of Word documents: grids, merges, borders; places in the file's text stay what they are."""

import io
import struct

import docx
import pytest

from assistant.reading.docx import read_docx
from assistant.reading.shown_lines import place_objects, positions_in_source
from assistant.report.pictures import PICTURE_SIGN
from assistant.report.tables import NO_BORDER, Border, CellAlign, VerticalAlign, are_placed
from tests.reading.word_files import R, document, paragraph, run
from tests.reading.word_tables import png, report_with_tables


def cell(*texts, properties=""):
    inner = "".join(paragraph(text) if not text.startswith("<w:tbl") else text for text in texts)
    return f"<w:tc>{properties and f'<w:tcPr>{properties}</w:tcPr>'}{inner}</w:tc>"


def row(*cells, properties=""):
    return f"<w:tr>{properties and f'<w:trPr>{properties}</w:trPr>'}{''.join(cells)}</w:tr>"


def table(*rows, properties="", widths=()):
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def placed(body):
    """Return the report's text, its tables, and a function to places in the file's text."""
    found = read_docx(document(body))
    made = place_objects(found.objects)
    assert are_placed(made.tables, made.text.count("\n") + 1)
    to_source = positions_in_source(made.removals, made.insertions)
    for position, one in enumerate(made.text):
        if position not in made.insertions:
            assert found.text[to_source(position)] == one
    kept = len(found.text) - sum(one.end - one.start for one in made.removals)
    assert kept == len(made.text) - len(made.insertions)
    return made.text, made.tables, found


def spans(one):
    return [(c.row, c.column, c.row_span, c.column_span, c.lines) for c in one.cells]


def test_merged_cells():
    body = paragraph("前文") + table(
        row(cell("甲", properties='<w:gridSpan w:val="2"/>'), cell("乙", properties='<w:vMerge w:val="restart"/>')),
        row(cell("丙"), cell("丁", "戊"), cell("", properties="<w:vMerge/>")),
        widths=(1134, 2268, 1701),
    )
    text, (one,), found = placed(body + paragraph("后文"))
    assert found.text == "前文\n甲\n乙\n丙\n丁\n戊\n\n后文"
    assert text == "前文\n甲\n乙\n丙\n丁\n戊\n后文"
    assert spans(one) == [(0, 0, 1, 2, 1), (0, 2, 2, 1, 1), (1, 0, 1, 1, 1), (1, 1, 1, 1, 2)]
    assert one.widths_mm == (20.0, 40.0, 30.0)
    assert found.notices == ()


def test_empty_cells_and_blank_lines_around():
    body = paragraph("前") + paragraph("") + table(row(cell(""), cell("甲"))) + paragraph("") + table(row(cell("乙")))
    text, tables, _ = placed(body)
    assert text == "前\n\n甲\n\n乙\n"
    assert [one.first_line for one in tables] == [1, 4]


def test_a_table_at_the_beginning_gets_a_line_in_front():
    text, (one,), found = placed(table(row(cell("甲"))) + paragraph("后"))
    assert (found.text, text, one.first_line) == ("甲\n后", "\n甲\n后", 1)


def test_rows_that_begin_late_or_end_early():
    late = row(cell("乙"), properties='<w:gridBefore w:val="1"/>')
    text, (one,), _ = placed(
        paragraph("前") + table(row(cell("甲"), cell("丙")), late, row(cell("丁"))) + paragraph("后")
    )
    assert text == "前\n甲\n丙\n\n乙\n丁\n\n后"
    assert spans(one)[2] == (1, 0, 1, 1, 1)
    assert one.cells[2].borders == (NO_BORDER,) * 4


def test_a_table_in_a_cell_is_read_as_its_lines():
    inner = table(row(cell("内一"), cell("内二")))
    text, (one,), found = placed(paragraph("前") + table(row(cell("外", inner, "完"), cell("旁"))) + paragraph("后"))
    assert text == "前\n外\n内一\n内二\n完\n旁\n后"
    assert [c.lines for c in one.cells] == [4, 1]
    assert found.notices == ("notice.nested_tables",)


def test_lines_that_end_without_a_mark_are_not_joined_in_cells():
    long = "这一行没有结束，后面还有很多字，而且不以句号结尾；"
    text, _, _ = placed(paragraph("前") + table(row(cell(long + "，"), cell("接着"))) + paragraph("后"))
    assert text == f"前\n{long}，\n接着\n后"


def test_borders_of_table_and_cell():
    borders = '<w:tblBorders><w:top w:val="double" w:sz="12"/><w:insideV w:val="dotted" w:sz="4"/></w:tblBorders>'
    own = '<w:tcBorders><w:bottom w:val="thick" w:sz="18"/><w:tl2br w:val="single" w:sz="4"/></w:tcBorders>'
    more = '<w:shd w:val="clear" w:fill="d9d9d9"/><w:vAlign w:val="center"/>'
    body = table(row(cell("甲", properties=own + more), cell("乙")), properties=borders)
    _, (one,), found = placed(paragraph("前") + body + paragraph("后"))
    first = one.cells[0]
    assert first.borders == (Border("double", 12), Border("dotted", 4), Border("thick", 18), NO_BORDER)
    assert (first.fill, first.vertical) == ("D9D9D9", VerticalAlign.CENTRE)
    assert found.notices == ("notice.diagonals",)


def test_deleted_rows_and_tables_in_text_boxes():
    gone = row(cell("删"), properties="<w:del/>")
    box = f"<w:r><w:pict><w:txbxContent>{table(row(cell('框')))}</w:txbxContent></w:pict></w:r>"
    text, (one,), found = placed(paragraph("前", box) + table(row(cell("甲")), gone) + paragraph("后"))
    assert text == "前\n框\n甲\n后"
    assert spans(one) == [(0, 0, 1, 1, 1)]
    assert "notice.tables_flat" in found.notices


def test_hidden_words_of_a_merged_cell_are_told():
    body = table(
        row(cell("甲", properties='<w:vMerge w:val="restart"/>'), cell("乙")),
        row(cell("藏", properties="<w:vMerge/>"), cell("丙")),
    )
    found = read_docx(document(paragraph("前") + body + paragraph("后")))
    made = place_objects(found.objects)
    assert made.text == "前\n甲\n乙\n丙\n后"
    assert [(one.reason, one.text) for one in made.removals] == [("merged_cell", "\n藏")]


def test_all_of_a_report(tmp_path):
    found = read_docx(report_with_tables())
    made = place_objects(found.objects)
    assert [len(one.cells) for one in made.tables] == [11, 6, 4]
    assert [(one.kind, one.width_mm, one.height_mm) for one in found.objects.pictures] == [
        ("png", 80.0, 60.0),
        ("png", 40.0, 30.0),
    ]
    lines = made.text.split("\n")
    first = made.tables[0]
    assert lines[first.first_line : first.end_line] == [
        "指标", "单位", "完成数", "收入", "亿元", "XX", "增长%", "X.X", "支出", "亿元", "",
    ]  # fmt: skip
    assert (first.header_rows, first.cells[0].align, first.cells[0].fill) == (1, CellAlign.CENTRE, "D9D9D9")
    assert first.cells[3].row_span == 2
    assert [round(width) for width in first.widths_mm] == [30, 60, 40]
    assert first.cells[0].borders == (Border(),) * 4
    assert made.tables[2].cells[0].borders == (NO_BORDER,) * 4
    assert lines[first.end_line + 1] == PICTURE_SIGN
    assert lines[made.tables[1].end_line : made.tables[2].first_line] == [
        "项目由县水利局负责。现场情况如图。", PICTURE_SIGN, "三、下步打算",
    ]  # fmt: skip
    assert found.notices == ("notice.pictures_moved", "notice.footnotes")
    # the file's own text has neither signs nor anything else that its paragraphs do not have
    paragraphs = [one.text for one in docx.Document(io.BytesIO(report_with_tables())).paragraphs]
    assert PICTURE_SIGN not in found.text
    assert set(paragraphs) <= set(found.text.split("\n"))


PIC = (
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="1440000" cy="720000"/><wp:docPr id="1" name="a" descr="大坝 近景"/><a:graphic '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:embed="{}"/>'
    '<a:srcRect l="10000" b="25000"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>'
    "</w:r>"
)


def with_picture(body, data, target="media/a.png", mode=""):
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="p1" '
        f'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="{target}"{mode}/>'
        "</Relationships>"
    )
    return document(body, {"word/_rels/document.xml.rels": relations, "word/media/a.png": data})


def test_pictures_that_unpack_to_more_than_any_report_has_are_told():
    """Each has some kilobytes and stands for a quarter of a gigabyte."""
    head = png(80, 60)[:16] + struct.pack(">II", 10_000, 10_000) + png(80, 60)[24:]
    relation, parts = '<Relationship Id="q{0}" Type="{1}/image" Target="media/q{0}.png"/>', {}
    for number in range(3):
        parts[f"word/media/q{number}.png"] = head + bytes([number])
    rows = "".join(relation.format(number, R) for number in range(3))
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{space}">{rows}</Relationships>'
    body = "".join(paragraph(PIC.format(f"q{number}")) * 5 for number in range(3))
    found = read_docx(document(paragraph("前") + body, parts))
    assert len(found.objects.pictures) == 10  # each of the first two in five places
    assert "notice.pictures" in found.notices


def test_size_crop_and_description_of_a_picture():
    found = read_docx(with_picture(paragraph("前") + paragraph(PIC.format("p1")), png()))
    (picture,) = found.objects.pictures
    assert (picture.width_mm, picture.height_mm) == (40.0, 20.0)
    assert (picture.crop, picture.description) == ((0.1, 0.0, 0.0, 0.25), "大坝 近景")
    assert found.text == "前\n"
    assert place_objects(found.objects).text == f"前\n{PICTURE_SIGN}"


@pytest.mark.parametrize(
    ("data", "target", "mode"),
    [(b"no picture", "media/a.png", ""), (b"", "file:///c:/a.png", ' TargetMode="External"'), (b"", "media/b.png", "")],
)
def test_pictures_that_are_not_there_are_told(data, target, mode):
    found = read_docx(with_picture(paragraph("前", PIC.format("p1")), data, target, mode))
    assert (found.text, found.objects, found.notices) == ("前", None, ("notice.pictures",))


def test_old_drawings_and_kinds_that_only_word_shows():
    shape = '<w:r><w:pict><v:shape style="width:144pt;height:72pt"><v:imagedata r:id="p1"/></v:shape></w:pict></w:r>'
    found = read_docx(with_picture(paragraph(shape) + paragraph("后"), b"\xd7\xcd\xc6\x9a" + bytes(40)))
    (picture,) = found.objects.pictures
    assert (picture.kind, picture.width_mm, picture.height_mm) == ("wmf", 50.8, 25.4)
    assert found.notices == ("notice.pictures_framed",)


def test_headers_that_say_something_are_told():
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="h1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/>'
        "</Relationships>"
    )
    spaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

    def read(words):
        header = f"<w:hdr {spaces}><w:p>{run(words)}</w:p></w:hdr>"
        parts = {"word/_rels/document.xml.rels": relations, "word/header1.xml": header}
        return read_docx(document(paragraph("甲"), parts)).notices

    assert read("内部资料　注意保存") == ("notice.headers",)
    assert read("第 3 页 共 9 页") == ()
