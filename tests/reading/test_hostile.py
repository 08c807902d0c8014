"""Files made to do harm, each with the sentence that it gets; none is read for long, and nothing is written."""

import io
import json
import os
import random
import struct
import zipfile

import pypdf
import pytest

from assistant.filling.sheet_cells import read_grids
from assistant.reading.structure import paragraphs_of
from assistant.report.errors import AssistantError
from assistant.workbench.opening import LONGEST_TEXT, MOST_MARKERS, open_path, open_text
from assistant.workbench.proofreading import check
from assistant.workbench.saving import save_checked
from assistant.workbench.sentences import describe_error
from assistant.workbench.table_import import read_table_file
from assistant.workbench.working import start_work
from tests.reading.hostile_shapes import SHAPES
from tests.reading.ole_files import container
from tests.reading.word_files import SPACES, document, numbered, numbered_document, paragraph

BROKEN = "“f.docx”已损坏或不是 Word 文档，没有打开。请用 Word 或 WPS 打开后另存为 .docx 再试。"
LOCKED = "“f.doc”设有打开密码，没有打开。请用 Word 或 WPS 去掉密码后再试。"
UNSAFE = "“f.docx”里有不安全的内容（外部实体），不是 Word 正常保存的文档，没有打开。请向提供方核实后再试。"
RELATION = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="{}"/>'
    "</Relationships>"
)


def with_doctype(doctype, inner):
    body = f"<w:body>{paragraph(inner)}</w:body>"
    return document("", {"word/document.xml": f"<!DOCTYPE w {doctype}><w:document {SPACES}>{body}</w:document>"})


def bomb():
    """A part of 61 MB that packs to 60 kB."""
    return document("", {"word/document.xml": b" " * 61_000_000})


def claimed_bomb():
    """A package that says that it holds 4 GB."""
    data = bytearray(document(paragraph("a")))
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 0xFFFFFF00)
    return bytes(data)


def laughs():
    entities = '<!ENTITY a "ha">' + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
    return with_doctype(f"[{entities.replace('&a0;', '&a;')}]", "&a9;")


def many_parts():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for number in range(10_001):
            package.writestr(f"word/{number}.xml", b"")
    return made.getvalue()


def endless_numbers():
    """A few bytes that stand for a text of two hundred million characters: long numbers before empty paragraphs."""
    level = f'<w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="{"%1" * 50}"/></w:lvl>'
    lists = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
    lists += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return numbered_document(numbered("") * 150_000, lists)


def cyclic_pdf():
    """A tree of pages whose root is its own child."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 9>>endobj\n"
        b"trailer<</Root 1 0 R>>"
    )


def scanned_pdf():
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def locked_docx():
    """What Word makes of a .docx with a password: an OLE container around the encrypted package."""
    return container({"EncryptedPackage": b"\x10", "EncryptionInfo": b"\x04"})


def locked_doc():
    return container({"WordDocument": struct.pack("<H8xH", 0xA5EC, 0x0100)})


def endless_pieces():
    """A .doc whose table of pieces claims more of them than its stream could hold."""
    stream = bytearray(4096)
    struct.pack_into("<HH6xH", stream, 0, 0xA5EC, 0xC1, 0)
    struct.pack_into("<I", stream, 0x4C, 1000)
    struct.pack_into("<II", stream, 0x9A + 8 * 33, 0, 4000)
    pieces = struct.pack("<201I", *range(0, 4000 * 201, 4000)) + bytes(8 * 200)
    table = b"\x02" + struct.pack("<I", len(pieces)) + pieces
    return container({"WordDocument": bytes(stream), "0Table": table})


def deep_pdf():
    deep = b"[" * 100_000
    return b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages " + deep + b">>endobj\ntrailer<</Root 1 0 R>>"


def saved(**changes):
    """A report file with keys put in."""
    whole = {
        "format": "baogao",
        "version": 2,
        "program": "0",
        "title": "",
        "layout": "公文",
        "report": {},
        "source": {"name": "", "encoding": ""},
        "cleaned": [],
    }
    return json.dumps(whole | changes).encode()


NOTE_OF_USE = "“{}”是 Word 或 WPS 打开文档时留下的小文件，不是文档本身，没有打开。请打开同一文件夹里名字相近的文档。"
DEEP = "<w:p>" + "<w:r>" * 100_000 + "</w:r>" * 100_000 + "</w:p>"
HOSTILE = [
    ("f.docx", bomb, "“f.docx”解压后超过 57 MB，没有打开。请删去文档中的大图片后另存再试。"),
    ("f.docx", claimed_bomb, "“f.docx”解压后超过 381 MB，没有打开。请删去文档中的大图片后另存再试。"),
    ("f.docx", laughs, UNSAFE),
    ("f.docx", lambda: with_doctype('[<!ENTITY x SYSTEM "file:///etc/passwd">]', "&x;"), UNSAFE),
    ("f.docx", lambda: with_doctype('SYSTEM "http://example.invalid/x.dtd"', "a"), UNSAFE),
    ("f.docx", lambda: document(DEEP),
     "“f.docx”的内容层层嵌套超过 256 层，不像正常的文档，没有打开。请把文字复制到新文档后再试。"),
    ("f.docx", lambda: document("<w:r/>" * 3_000_001),
     "“f.docx”的内容过于零碎（超过 1500000 项），没有打开。请把文字复制到新文档后再试。"),
    ("f.docx", many_parts, "“f.docx”的内容过于零碎（超过 10000 项），没有打开。请把文字复制到新文档后再试。"),
    ("f.docx", lambda: document("", {"_rels/.rels": RELATION.format("../../../../etc/passwd")}), BROKEN),
    ("f.docx", lambda: document("", {"_rels/.rels": RELATION.format("_rels/.rels")}), BROKEN),
    ("f.docx", lambda: b"PK\x03\x04" + bytes(range(256)) * 9, BROKEN),
    ("f.rtf", lambda: b"{\\rtf1" + b"{" * 100_000,
     "“f.rtf”的内容层层嵌套超过 2000 层，不像正常的文档，没有打开。请把文字复制到新文档后再试。"),
    ("f.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 600,
     "“f.doc”已损坏或不是 Word 文档，没有打开。请用 Word 或 WPS 打开后另存为 .docx 再试。"),
    ("f.pdf", cyclic_pdf, "“f.pdf”已损坏或不是 PDF 文件，没有打开。请向提供方重新索取，或复制其中的文字后粘贴。"),
    ("f.pdf", scanned_pdf,
     "“f.pdf”里没有可以读取的文字，可能是扫描件，没有打开。请用文字识别软件转为 Word，或向提供方索取电子稿。"),
    ("f.txt", lambda: ("收" * (LONGEST_TEXT + 1)).encode(),
     f"“f.txt”的文字超过 {LONGEST_TEXT} 字的上限，没有打开。请拆分后再试。"),
    ("f.docx", endless_numbers, f"“f.docx”的文字超过 {LONGEST_TEXT} 字的上限，没有打开。请拆分后再试。"),
    ("f.txt", lambda: ("收入X元，" * (MOST_MARKERS + 1)).encode(),
     f"“f.txt”有 {MOST_MARKERS + 1} 处占位符，超过 {MOST_MARKERS} 处的上限，没有打开。请拆分后再试。"),
    ("f.docx", locked_docx, LOCKED.replace("f.doc", "f.docx")),
    ("f.doc", locked_doc, LOCKED),
    ("f.doc", endless_pieces, BROKEN.replace("f.docx", "f.doc")),
    ("f.wps", lambda: container({"MatOST": b""}),
     "“f.wps”是微软 Works 的文档，不是 WPS 文字，没有打开。请用制作它的程序另存为 .docx 或 .txt 后再打开。"),
    ("f.wps", lambda: container({"KSOUNKNOWN": b""}),
     "“f.wps”不是 Word 或 WPS 文字文档，没有打开。请用制作它的程序另存为 .docx 或 .txt 后再打开。"),
    ("f.doc", lambda: b"<html><body>" + b"<div>" * 100_000 + "深".encode(),
     "“f.doc”的内容层层嵌套超过 200 层，不像正常的文档，没有打开。请把文字复制到新文档后再试。"),
    ("f.pdf", deep_pdf, "“f.pdf”已损坏或不是 PDF 文件，没有打开。请向提供方重新索取，或复制其中的文字后粘贴。"),
    ("f.baogao", lambda: b"[" * 100_000,
     "“f.baogao”已损坏，没有打开（文件写法不对）。请打开备份，或用原文件重新开始。"),
    ("f.baogao", lambda: saved(version=99),
     "“f.baogao”由更新的版本保存，本版本不能打开，文件未改动。请升级后再打开。"),
    ("f.baogao", lambda: saved(extra="\ud800"),
     "“f.baogao”已损坏，没有打开（extra写法不对）。请打开备份，或用原文件重新开始。"),
    ("f.txt", lambda: random.Random(1).randbytes(5000),
     "“f.txt”不是文本文件，或者编码无法识别，没有打开。请用记事本另存为 UTF-8 后再试。"),
    ("f.pdf", lambda: SHAPES["pages of one content"][1](500),
     "“f.pdf”解压后超过 29 MB，没有打开。请删去文档中的大图片后另存再试。"),
    ("f.docx", lambda: document("", {"word/styles.xml": f"<w:styles {SPACES}>{'<w:style/>' * 10_001}</w:styles>"}),
     "“f.docx”的内容过于零碎（超过 10000 项），没有打开。请把文字复制到新文档后再试。"),
    ("f.baogao", lambda: saved(extra=[[]] * 2_000_001),
     "“f.baogao”的内容过于零碎（超过 4000000 项），没有打开。请把文字复制到新文档后再试。"),
    ("f.baogao", lambda: saved(report={"text": ["收" * 5_000_001], "fields": [], "role_overrides": []}),
     "“f.baogao”的文字超过 5000000 字的上限，没有打开。请拆分后再试。"),
    ("f.baogao", lambda: document(paragraph("正文")),
     "“f.baogao”里面是 .docx 文件，不是报告助手保存的，没有打开。请把扩展名改为 .docx 后再打开。"),
    ("~$报告.docx", lambda: b"\x05admin".ljust(162, b"\0"), NOTE_OF_USE.format("~$报告.docx")),
    (".~报告.docx", lambda: b"\x05admin".ljust(162, b"\0"), NOTE_OF_USE.format(".~报告.docx")),
    (".~lock.报告.docx#", lambda: b",li,office-1,21.11.2026 09:00;", NOTE_OF_USE.format(".~lock.报告.docx#")),
    ("f.jpg", lambda: b"\xff\xd8\xff\xe0",
     "“f.jpg”是图片，没有打开。请用文字识别软件转为 Word 后再打开，或向提供方索取电子稿。"),
    ("f.eml", lambda: b"From: a",
     "“f.eml”是 .eml 文件，不能作为报告读取，没有打开。请另存为 .docx 或 .txt 后再打开。"),
    ("f.xlsx", lambda: b"PK\x03\x04",
     "“f.xlsx”是 .xlsx 文件，不能作为报告读取，没有打开。请另存为 .docx 或 .txt 后再打开。"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "make", "sentence"), HOSTILE)
def test_its_sentence(tmp_path, name, make, sentence):
    path = tmp_path / name
    path.write_bytes(make())
    with pytest.raises(AssistantError) as caught:
        open_path(path)
    assert describe_error(caught.value) == sentence
    assert [one.name for one in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(
    ("shape", "count", "sentence"),
    [
        ("rows of a sheet", 80_000, "“f.xlsx”的内容过于零碎（超过 900000 项），没有采用。请删去多余的行列后另存再试。"),
        ("sheets", 201, "“f.xlsx”的内容过于零碎（超过 200 项），没有采用。请删去多余的行列后另存再试。"),
    ],
)
def test_the_sentence_of_a_workbook(tmp_path, shape, count, sentence):
    path = tmp_path / "f.xlsx"
    path.write_bytes(SHAPES[shape][1](count))
    with pytest.raises(AssistantError) as caught:
        read_table_file(path)
    assert describe_error(caught.value) == sentence


def test_cells_merged_again_and_again_are_counted_once():
    (grid,) = read_grids(SHAPES["merged cells of a sheet"][1](300))
    assert len(grid.merged) <= 100_000


def test_names_that_lead_out_of_the_package_are_only_names(tmp_path):
    path = tmp_path / "f.docx"
    path.write_bytes(document(paragraph("正文"), {"../../escaped.txt": b"x", "/etc/escaped": b"x"}))
    assert open_path(path).report.text == "正文"
    assert [one.name for one in tmp_path.iterdir()] == ["f.docx"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has none of these")
def test_devices_pipes_and_links(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    (tmp_path / "circle.txt").symlink_to(tmp_path / "circle.txt")
    (tmp_path / "nowhere.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "folder.txt").mkdir()
    told = {}
    for path in sorted(tmp_path.iterdir()):
        with pytest.raises(AssistantError) as caught:
            open_path(path)
        told[path.stem] = describe_error(caught.value)
    assert told == {
        "circle": "“circle.txt”读取失败（ELOOP）。请确认磁盘或网络位置可用后再试。",
        "folder": "“folder.txt”是文件夹，不是文件，没有读写。请选择其中的文件，或换一个名字。",
        "nowhere": "找不到文件“nowhere.txt”。请核对位置和文件名后再打开。",
        "pipe": "“pipe.txt”是设备或管道，不是普通文件，没有读写。请另选一个文件。",
        "zero": "“zero.txt”是设备或管道，不是普通文件，没有读写。请另选一个文件。",
    }


@pytest.mark.skipif(os.name == "nt", reason="Windows asks for rights to make links")
def test_a_link_to_a_report_is_read_and_stays_a_link_when_it_is_saved(tmp_path):
    (tmp_path / "真.txt").write_text("青禾县工作总结", "utf-8")
    (tmp_path / "链.txt").symlink_to(tmp_path / "真.txt")
    working = start_work(open_path(tmp_path / "链.txt"))
    save_checked(working, tmp_path / "真.baogao", known_digest=None)
    (tmp_path / "链.baogao").symlink_to(tmp_path / "真.baogao")
    save_checked(working, tmp_path / "链.baogao", known_digest=None)
    assert (tmp_path / "链.baogao").is_symlink()
    assert open_path(tmp_path / "真.baogao").report.text == "青禾县工作总结"


@pytest.mark.parametrize("name", ["报告.docx", "报告.txt", "报告", "报告.baogao.doc"])
def test_a_report_file_under_another_name_is_read_as_what_it_is(tmp_path, name):
    working = start_work(open_text("青禾县工作总结\n完成XX亿元。"))
    save_checked(working, tmp_path / "报告.baogao", known_digest=None)
    path = (tmp_path / "报告.baogao").rename(tmp_path / name)
    opened = open_path(path)
    assert opened.report == working.report
    assert opened.encoding == "baogao"


def test_control_and_direction_marks_are_taken_out(tmp_path):
    path = tmp_path / "f.txt"
    path.write_bytes("收\u202e入\u200b12\u2066亿元\ufeff。".encode("utf-16"))
    assert open_path(path).report.text == "收入12亿元。"


def test_halves_of_pairs_are_taken_out(tmp_path):
    path = tmp_path / "f.rtf"
    path.write_bytes(rb"{\rtf1\uc0\u55362 a\u57271 b\u55362\u57271 c}")
    assert open_path(path).report.text == "ab𠮷c"


@pytest.mark.parametrize("sign", ["9", "９", "（", "【", " "])
def test_a_gigantic_paragraph_is_read_in_one_pass(tmp_path, sign):
    """A pattern that begins anew at each sign would take minutes here."""
    path = tmp_path / "f.txt"
    path.write_text("青禾县工作总结\n完成XX亿元，" + sign * 30_000 + "。", "utf-8")
    assert open_path(path).report.text.startswith("青禾县工作总结\n完成XX亿元，")


@pytest.mark.parametrize(
    "line", ["X" * 20_000 + "1", "1" + "*" * 20_000 + "年", "* " * 20_000 + "1", "9" * 60_000 + "X", "X@" * 9_000]
)
def test_masks_of_absurd_length_are_read_in_one_pass(line):
    """Tried from each of its marks, a run of them took a minute."""
    report = open_text(f"青禾县工作总结\n{line}").report
    assert report.fields


def test_findings_of_a_gigantic_paragraph_have_an_end():
    report = open_text("青禾县工作总结\n完成XX亿元" + "（" * 3_000).report
    assert 0 < len(check(report, paragraphs_of(report.text))) < 1000
