"""Word documents as real programs make them: tracked changes, content controls, links, tables, damage."""

import io
import random
import zipfile

import docx
import pytest

from assistant.reading.docx import read_docx
from assistant.report.errors import AssistantError

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def document(body):
    """Return a .docx whose body is this XML."""
    buffer, made = io.BytesIO(), io.BytesIO()
    docx.Document().save(buffer)
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(made, "w") as target:
        for part in source.infolist():
            data = source.read(part)
            if part.filename == "word/document.xml":
                data = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode()
            target.writestr(part, data)
    return made.getvalue()


def run(text):
    return f"<w:r><w:t>{text}</w:t></w:r>"


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
            ("notice.tables",),
        ),
        (f"<w:p><w:pPr><w:numPr/></w:pPr>{run('总体情况')}</w:p>", "总体情况", ("notice.numbering",)),
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
        assert told in ("read", "file.broken_document", "file.too_large_unpacked", "file.encrypted", "file.old_word")


@pytest.mark.parametrize("part", ["word/document.xml", "[Content_Types].xml", "_rels/.rels"])
def test_parts_that_are_something_else(part):
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document("<w:p/>"))) as source, zipfile.ZipFile(made, "w") as target:
        for one in source.infolist():
            target.writestr(one, b"<a/>" if one.filename == part else source.read(one))
    with pytest.raises(AssistantError, match=r"file\.broken_document"):
        read_docx(made.getvalue())
