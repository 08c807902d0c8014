"""A Word document with what reports bring along besides text: three tables, two pictures, a footnote."""

import io
import struct
import zlib

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Mm


def png(width=80, height=60, grey=0x80):
    """Return a picture of one grey."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = b"".join(b"\0" + bytes([grey]) * width for _ in range(height))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def _fill(table, rows):
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            if text is not None:
                cell.text = text


def report_with_tables(*, footnote=True):
    """Return the bytes of the document; its footnote has no text, which only Word puts up with."""
    made = docx.Document()
    made.add_paragraph("某某县2025年工作总结")
    made.add_paragraph("现将有关情况报告如下。")
    made.add_paragraph("一、主要指标")
    made.add_paragraph("全年完成收入XX亿元，具体见下表。")
    _indicators(made)
    made.add_paragraph("表中数据为快报数。")
    made.add_picture(io.BytesIO(png()), width=Mm(80), height=Mm(60))
    made.add_paragraph("二、重点项目")
    projects = made.add_table(3, 4, style="Table Grid")
    projects.cell(0, 0).merge(projects.cell(0, 3)).text = "重点项目进展"
    projects.cell(1, 0).merge(projects.cell(2, 1)).text = "水库除险加固"
    _fill_tail(projects)
    note = made.add_paragraph("项目由县水利局负责")
    if footnote:
        note.add_run()._r.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="2"/>'))
    note.add_run("。现场情况如图。").add_picture(io.BytesIO(png(40, 30, 0x40)), width=Mm(40))
    made.add_paragraph("三、下步打算")
    plain = made.add_table(2, 2)
    _fill(plain, [("牵头单位", "xx局"), ("完成时限", "X月X日")])
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _indicators(made):
    table = made.add_table(4, 3, style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, (Cm(3), Cm(6), Cm(4)), strict=True):
        column.width = width
    _fill(table, [("指标", "单位", "完成数"), ("收入", "亿元", "XX"), (None, "增长%", "X.X"), ("支出", "亿元", "")])
    table.cell(1, 0).merge(table.cell(2, 0))
    for cell in table.rows[0].cells:
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    shade = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="D9D9D9"/>')
    table.cell(0, 0)._tc.get_or_add_tcPr().append(shade)


def _fill_tail(table):
    table.cell(1, 2).text = "投资"
    table.cell(1, 3).text = "XX万元"
    table.cell(2, 2).text = "进度"
    table.cell(2, 3).text = "XX%\n已完工"
