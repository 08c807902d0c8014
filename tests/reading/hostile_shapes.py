"""Files that grow to any size in one shape: what makes a reader look again and again at what it has read."""

import io
import json
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

from tests.reading import word_files
from tests.reading.word_tables import png

DRAFT, SHEET, CLIPBOARD = ".draft", ".sheet", ".clipboard"
_WORDS = "完成XX亿元。"
_RELATION = f'<Relationship Id="r{{number}}" Type="{word_files.R}/{{kind}}" Target="{{target}}"{{mode}}/>'
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

paragraph: Callable[..., str] = word_files.paragraph
run: Callable[[str], str] = word_files.run


def _document(body: str, parts: dict[str, Any] | None = None) -> bytes:
    made: bytes = word_files.document(paragraph("青禾县工作总结") + body, parts)
    return made


def _relations(rows: str) -> dict[str, Any]:
    return {"word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{rows}</Relationships>'}


def _table(*rows: list[str], before: str = "") -> str:
    cells = "".join(f"<w:tr>{before}{''.join(f'<w:tc>{cell}</w:tc>' for cell in row)}</w:tr>" for row in rows)
    return f"<w:tbl>{cells}</w:tbl>"


# --- Word documents -------------------------------------------------------------------------------------------------


def _nested_tables(count: int) -> bytes:
    inner = paragraph(_WORDS)
    for _ in range(60):  # the parser ends at 256 elements within each other
        inner = _table([inner + paragraph("a")])
    return _document(inner * (count // 60 + 1))


def _merged_cells(count: int) -> bytes:
    merged = "<w:tcPr><w:vMerge/></w:tcPr>"
    return _document(_table(*[[merged + paragraph("a")]] * count))


def _deep_numbering(count: int) -> bytes:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1.%2.%3.%4.%5.%6.%7.%8.%9."/>'
        "</w:lvl>"
        for level in range(9)
    )
    numbering = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
    uses = "".join(f'<w:num w:numId="{i}"><w:abstractNumId w:val="0"/></w:num>' for i in range(1, count + 1))
    body = "".join(word_files.numbered("工作", number % 9, number + 1) for number in range(count))
    whole: bytes = word_files.numbered_document(paragraph("总结") + body, numbering + uses)
    return whole


def _chained_styles(count: int) -> bytes:
    styles = "".join(
        f'<w:style w:type="{kind}" w:styleId="s{i}"><w:basedOn w:val="s{i - 1}"/></w:style>'
        for i in range(count)
        for kind in ("paragraph", "table")
    )
    body = paragraph(_WORDS, properties=f'<w:pStyle w:val="s{count - 1}"/>')
    return _document(body, {"word/styles.xml": f"<w:styles {word_files.SPACES}>{styles}</w:styles>"})


def _hyperlinks(count: int) -> bytes:
    kind, mode = "hyperlink", ' TargetMode="External"'
    rows = "".join(
        _RELATION.format(number=i, kind=kind, target=f"http://example.invalid/{i}", mode=mode) for i in range(count)
    )
    links = "".join(f'<w:hyperlink r:id="r{number}">{run(_WORDS)}</w:hyperlink>' for number in range(count))
    return _document(paragraph(links), _relations(rows))


def _pictures(count: int) -> bytes:
    """Pictures that each name another relation; all of them lead to one part."""
    rows = "".join(
        _RELATION.format(number=number, kind="image", target="media/a.png", mode="") for number in range(count)
    )
    data = '<w:pict><v:shape style="width:20pt;height:20pt"><v:imagedata r:id="r{}"/></v:shape></w:pict>'
    body = paragraph("".join(f"<w:r>{data.format(number)}</w:r>" for number in range(count)))
    return _document(body, {"word/media/a.png": png(), **_relations(rows)})


def _one_header_many_times(count: int) -> bytes:
    """A list of relations that names one part again and again, and a part that is read in full each time."""
    rows = "".join(_RELATION.format(number=i, kind="header", target="header1.xml", mode="") for i in range(count))
    header = f"<w:hdr {word_files.SPACES}>{paragraph('青禾县') * (count // 10)}</w:hdr>"
    return _document(paragraph(_WORDS), {"word/header1.xml": header, **_relations(rows)})


def _joined_paragraphs(count: int) -> bytes:
    return _document(paragraph(_WORDS, properties="<w:rPr><w:del/></w:rPr>") * count)


def _text_boxes(count: int) -> bytes:
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph(_WORDS)}</w:txbxContent></v:textbox></w:pict></w:r>"
    return _document(paragraph(box * count))


def _nested_text_boxes(count: int) -> bytes:
    inner = run(_WORDS)
    for _ in range(50):
        inner = f"<w:txbxContent>{paragraph(inner)}</w:txbxContent>"
    return _document(paragraph(inner) * (count // 50 + 1))


def _in_body(piece: str) -> Callable[[int], bytes]:
    return lambda count: _document(piece * count)


def _in_paragraph(piece: str, end: str = "") -> Callable[[int], bytes]:
    return lambda count: _document(paragraph(piece * count + end))


def _alternating(count: int) -> bytes:
    choice = f'<mc:AlternateContent><mc:Choice Requires="wps">{run(_WORDS)}</mc:Choice></mc:AlternateContent>'
    return _document(paragraph(choice * count))


# --- Rich text, PDF, web pages --------------------------------------------------------------------------------------


def _rtf(piece: str, end: str = "") -> Callable[[int], bytes]:
    return lambda count: ("{\\rtf1\\ansi\\ansicpg936 a\\par " + piece * count + end + "}").encode("gb18030")


def _html(piece: str) -> Callable[[int], bytes]:
    return lambda count: f"<html><body><p>青禾县</p>{piece * count}".encode()


# No table of what stands where: the reader has to look for it.
_PDF_END = b"trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n"


def _pdf_page(command: bytes, form: bytes = b"/X Do") -> Callable[[int], bytes]:
    def made(count: int) -> bytes:
        inner = form * (count // 10 + 1) if form != b"/X Do" else form
        content = b"BT /F1 12 Tf 50 700 Td " + command * count + b" ET"
        parts = [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>"
            b"/XObject<</X 6 0 R>>>>>>",
            b"<</Length %d>>stream\n%b\nendstream" % (len(content), content),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>/Length %d>>stream\n%b\n"
            b"endstream" % (len(inner), inner),
        ]
        whole = b"%PDF-1.4\n" + b"".join(b"%d 0 obj%bendobj\n" % (i, part) for i, part in enumerate(parts, 1))
        return whole + _PDF_END

    return made


def _pdf_pages_of_one_content(count: int) -> bytes:
    """As many pages as are read, which share a content that unpacks to much."""
    content = zlib.compress(b" " * 600_000)
    kids = b" ".join(b"3 0 R" for _ in range(min(count, 500)))
    return (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[%b]/Count %d>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n"
        b"4 0 obj<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream endobj\n%b"
        % (kids, min(count, 500), len(content), content, _PDF_END)
    )


def _pdf_pages(count: int) -> bytes:
    kids = b" ".join(b"3 0 R" for _ in range(count))
    return (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[%b]/Count %d>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n%b" % (kids, count, _PDF_END)
    )


# --- Workbooks, drafts, report files --------------------------------------------------------------------------------


def _workbook(rows: str, behind: str = "", strings: str = "", sheets: int = 1) -> bytes:
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    overrides = (("workbook", "sheet.main"), ("worksheets/sheet1", "worksheet"), ("sharedStrings", "sharedStrings"))
    types = "".join(
        f'<Override PartName="/xl/{part}.xml" ContentType="{kinds}.{kind}+xml"/>' for part, kind in overrides
    )
    package = "application/vnd.openxmlformats-package.relationships+xml"
    relation = _RELATION.format(number=1, kind="officeDocument", target="xl/workbook.xml", mode="")
    links = _RELATION.format(number=1, kind="worksheet", target="worksheets/sheet1.xml", mode="")
    links += _RELATION.format(number=2, kind="sharedStrings", target="sharedStrings.xml", mode="")
    listed = "".join(
        f'<sheet name="a{i}" sheetId="{i}" r:id="r1" xmlns:r="{word_files.R}"/>' for i in range(1, sheets + 1)
    )
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{package}"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}">{relation}</Relationships>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{links}</Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_SHEET}"><sheets>{listed}</sheets></workbook>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_SHEET}"><sheetData>{rows}</sheetData>{behind}</worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{_SHEET}">{strings}</sst>',
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name, text in parts.items():
            target.writestr(name, text)
    return made.getvalue()


_HEADS = "".join(
    f'<c r="{at}1" t="inlineStr"><is><t>{name}</t></is></c>' for at, name in (("A", "编号"), ("B", "名称"), ("C", "值"))
)


def _sheet_rows(count: int) -> bytes:
    cells = '<row r="{0}"><c r="A{0}"><v>1</v></c><c r="B{0}"><v>2</v></c><c r="C{0}"><v>3</v></c></row>'
    return _workbook(f'<row r="1">{_HEADS}</row>' + "".join(cells.format(i) for i in range(2, count + 2)))


def _sheet_merged(count: int) -> bytes:
    merged = "".join(f'<mergeCell ref="A{number}:XFD1048576"/>' for number in range(2, count + 2))
    return _workbook(f'<row r="1">{_HEADS}</row>', f"<mergeCells>{merged}</mergeCells>")


def _sheets(count: int) -> bytes:
    """A workbook that shows one part again and again, each time as another sheet."""
    rows = "".join(f'<row r="{number}"><c r="A{number}"><v>1</v></c></row>' for number in range(1, count // 10 + 2))
    return _workbook(rows, sheets=count)


def _sheet_far_rows(count: int) -> bytes:
    """Rows whose numbers leave gaps that a reader might fill with empty ones."""
    cells = '<row r="{0}"><c r="A{0}"><v>1</v></c></row>'
    rows = "".join(cells.format(1 + (number + 1) * 100_000) for number in range(count))
    return _workbook(f'<row r="1">{_HEADS}</row>{rows}')


def _draft_controls(count: int) -> bytes:
    """Controls and bookmarks of fields, none of them ended."""
    control = f'<w:sdt><w:sdtPr><w:tag w:val="f1"/></w:sdtPr><w:sdtContent>{run(_WORDS)}</w:sdtContent></w:sdt>'
    marks = "".join(f'<w:bookmarkStart w:id="{number}" w:name="baogao_f1_{number}"/>' for number in range(count))
    return _document(paragraph(control * count + marks))


def _saved(**report: Any) -> bytes:
    whole: dict[str, Any] = {
        "format": "baogao",
        "version": 2,
        "program": "0",
        "title": "",
        "layout": "公文",
        "cleaned": [],
    }
    whole["source"] = {"name": "", "encoding": ""}
    return json.dumps({**whole, "report": report}).encode()


def _saved_fields(count: int) -> bytes:
    words = {"kind": "number", "label": "", "unit": "", "value": "", "state": "open", "source": "", "note": ""}
    fields = [
        {"id": f"f{number}", **words, "occurrences": [[4 * number, 4 * number + 2, "XX", "certain"]]}
        for number in range(count)
    ]
    return _saved(text=["XX亿元" * count], fields=fields, role_overrides=[])


_GRID_BEFORE = '<w:trPr><w:gridBefore w:val="99"/></w:trPr>'
SHAPES: dict[str, tuple[str, Callable[[int], bytes]]] = {
    "tables": (".docx", _in_body(_table([paragraph(_WORDS)]) + paragraph("a"))),
    "tables without grid": (".docx", _in_body(_table([paragraph(_WORDS)], before=_GRID_BEFORE))),
    "nested tables": (".docx", _nested_tables),
    "rows": (".docx", lambda count: _document(_table(*[[paragraph(_WORDS)]] * count))),
    "cells in a row": (".docx", lambda count: _document(_table([paragraph(_WORDS)] * count))),
    "merged cells": (".docx", _merged_cells),
    "a cell of many paragraphs": (".docx", lambda count: _document(_table([paragraph(_WORDS) * count]))),
    "a cell of one paragraph": (".docx", lambda count: _document(_table([paragraph(_WORDS * count)]))),
    "deep numbering": (".docx", _deep_numbering),
    "chained styles": (".docx", _chained_styles),
    "footnotes": (".docx", _in_paragraph(f'{run("完成")}<w:r><w:footnoteReference w:id="2"/></w:r>')),
    "comments": (".docx", _in_paragraph(f'{run("完成")}<w:r><w:commentReference w:id="2"/></w:r>')),
    "hyperlinks": (".docx", _hyperlinks),
    "pictures": (".docx", _pictures),
    "headers": (".docx", _one_header_many_times),
    "tracked changes": (".docx", _in_paragraph(f"<w:ins>{run(_WORDS)}</w:ins><w:del>{run('a')}</w:del>")),
    "joined paragraphs": (".docx", _joined_paragraphs),
    "text boxes": (".docx", _text_boxes),
    "nested text boxes": (".docx", _nested_text_boxes),
    "fields never ended": (".docx", _in_paragraph(_FIELD.format("begin") + _FIELD.format("separate") + run("完成"))),
    "fields of fields": (".docx", _in_paragraph(_FIELD.format("begin"), run("完成"))),
    "ends of fields": (".docx", _in_paragraph(_FIELD.format("end") + run("完成"))),
    "alternatives": (".docx", _alternating),
    "content controls": (".docx", _in_paragraph(f"<w:sdt><w:sdtContent>{run(_WORDS)}</w:sdtContent></w:sdt>")),
    "line breaks": (".docx", _in_paragraph(f"{run('完成')}<w:r><w:br/></w:r>")),
    "runs of one drawing": (".docx", _in_paragraph("<w:drawing><a/></w:drawing>")),
    "runs": (".docx", _in_paragraph(run("完"))),
    "signs": (".docx", _in_paragraph('<w:r><w:sym w:char="4E00"/></w:r>')),
    "empty paragraphs": (".docx", _in_body("<w:p/>")),
    "groups": (".rtf", _rtf("{\\b \\'cd\\'ea}")),
    "groups within groups": (".rtf", _rtf("{" * 9 + "a" + "}" * 9)),
    "numbers of lists": (".rtf", _rtf("{\\listtext 1.\\tab}\\'cd\\'ea\\par ")),
    "numbers of lists never ended": (".rtf", _rtf("{\\listtext 1}", "a\\par")),
    "unicode": (".rtf", _rtf("\\u23436?")),
    "halves of pairs": (".rtf", _rtf("\\u-10240?")),
    "fonts": (".rtf", _rtf("{\\fonttbl{\\f1\\fcharset134 a;}}\\f1 a")),
    "rich footnotes": (".rtf", _rtf("{\\footnote \\'cd\\'ea}a")),
    "rich tables": (".rtf", _rtf("\\trowd\\cellx1000 \\intbl \\'cd\\'ea\\cell\\row ")),
    "hexadecimal": (".rtf", _rtf("\\'cd\\'ea")),
    "lines of a page": (".pdf", _pdf_page(b"(12345) Tj 0 -1 Td ")),
    "pieces of a line": (".pdf", _pdf_page(b"(1) Tj 1 0 Td ")),
    "drawn forms": (".pdf", _pdf_page(b"/X Do (12345678901) Tj ")),
    "saved states": (".pdf", _pdf_page(b"q (12345678901) Tj ")),
    "blanks of a page": (".pdf", _pdf_page(b" " * 300)),
    "forms of a page": (".pdf", _pdf_page(b"/X Do ")),
    "forms of many commands": (".pdf", _pdf_page(b"/X Do ", b"q Q ")),
    "pages": (".pdf", _pdf_pages),
    "pages of one content": (".pdf", _pdf_pages_of_one_content),
    "cells of a page": (".doc", _html("<table><tr><td>完成XX亿元")),
    "rows of a page": (".doc", _html("<tr><td>完成</td></tr>")),
    "tags never ended": (".doc", _html("<p>完成XX亿元")),
    "ends of tags": (".doc", _html("</div>完成")),
    "signs of a page": (".doc", _html("&nbsp;&#20;完")),
    "breaks of a page": (".doc", _html("完\n ")),
    "comments of a page": (".doc", _html("<!--[if a]>")),
    "styles of a page": (CLIPBOARD, _html('<span style="display :">完成</span>')),
    "links of a page": (CLIPBOARD, _html('<a href="http://example.invalid/">完成</a>')),
    "rows of a sheet": (SHEET, _sheet_rows),
    "merged cells of a sheet": (SHEET, _sheet_merged),
    "sheets": (SHEET, _sheets),
    "shared texts": (SHEET, lambda count: _workbook(f'<row r="1">{_HEADS}</row>', strings="<si><t>a</t></si>" * count)),
    "gaps of a sheet": (SHEET, _sheet_far_rows),
    "fields of a draft": (DRAFT, _draft_controls),
    "fields of a report file": (".baogao", _saved_fields),
}  # fmt: skip
"""(suffix, what makes a file of about so many pieces) by the name of the shape."""
