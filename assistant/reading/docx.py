"""Word documents: the text of a .docx, paragraph by paragraph, tables cell by cell at their place."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.oxml.ns import qn
from lxml.etree import _Element

from assistant.reading.document_text import LARGEST_UNPACKED, DocumentText
from assistant.report.errors import AssistantError

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MARKS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
# deleted text, properties, field codes, and what stands in a text box (told, not read)
_PASSED_OVER = {
    qn(tag)
    for tag in ("w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:instrText", "w:delText", "w:drawing", "w:pict", "w:object")
}
_NOT_BODY = {qn(tag) for tag in ("w:txbxContent", "w:del", "w:moveFrom")}
_NOTED = {
    "notice.tables": "w:tbl",
    "notice.pictures": "w:drawing",
    "notice.text_boxes": "w:txbxContent",
    "notice.numbering": "w:numPr",
    "notice.changes": "w:ins",
    "notice.footnotes": "w:footnoteReference",
}


def read_docx(data: bytes) -> DocumentText:
    """Return the text of a Word document.

    Raises:
        AssistantError: `file.encrypted` where it asks for a password,
            `file.too_large_unpacked`, `file.broken_document` where it cannot be read.
    """
    _refuse_foreign(data)
    try:
        document = docx.Document(io.BytesIO(data))
        lines = list(_lines(document))
        body = document.element.body
        notices = tuple(name for name, tag in _NOTED.items() if next(body.iter(qn(tag)), None) is not None)
    except Exception as error:
        # whatever python-docx and lxml trip over in a damaged package, the clerk is told the same
        raise AssistantError("file.broken_document") from error
    text = "\n".join(lines).replace("\r\n", "\n").replace("\r", "\n")
    return DocumentText(text, notices)


def _refuse_foreign(data: bytes) -> None:
    if data.startswith(_OLE):
        raise AssistantError("file.encrypted" if _ENCRYPTED in data else "file.broken_document")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
            size = sum(part.file_size for part in package.infolist())
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise AssistantError("file.broken_document") from error
    if size > LARGEST_UNPACKED:
        raise AssistantError("file.too_large_unpacked", limit=LARGEST_UNPACKED)
    if "[Content_Types].xml" not in names:
        raise AssistantError("file.broken_document")


def _lines(document: Document) -> Iterator[str]:
    """Yield the text of the body's paragraphs, those inside tables and content controls at their place."""
    for paragraph in document.element.body.iter(qn("w:p")):
        if not any(ancestor.tag in _NOT_BODY for ancestor in paragraph.iterancestors()):
            yield "".join(_pieces(paragraph))


def _pieces(paragraph: _Element) -> Iterator[str]:
    """Yield the pieces of a paragraph's text as it reads with all tracked changes accepted.

    Runs may stand in hyperlinks, insertions, smart tags and content controls; python-docx passes most over.
    """
    for child in paragraph:
        if child.tag in _PASSED_OVER:
            continue
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in _MARKS:
            yield _MARKS[child.tag]
        else:
            yield from _pieces(child)
