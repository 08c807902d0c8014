"""Word documents: the text of a .docx, paragraph by paragraph, tables cell by cell at their place."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table, _Cell
from lxml.etree import XMLSyntaxError

from assistant.report.errors import AssistantError

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
LARGEST_UNPACKED = 400_000_000


@dataclass(frozen=True, slots=True)
class DocxText:
    """What was read from a document."""

    text: str
    """Paragraphs joined by newlines; a line break inside a paragraph is a newline too."""
    tables: int
    pictures: int


def read_docx(data: bytes) -> DocxText:
    """Return the text of a Word document.

    Raises:
        AssistantError: `file.encrypted` where it asks for a password, `file.old_word` for the binary format,
            `file.too_large_unpacked`, `file.broken_document` where it cannot be read.
    """
    _refuse_foreign(data)
    try:
        document = docx.Document(io.BytesIO(data))
        lines = list(_lines(document))
        pictures = len(document.inline_shapes)
        tables = len(document.tables)
    except (PackageNotFoundError, XMLSyntaxError, zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise AssistantError("file.broken_document") from error
    text = "\n".join(lines).replace("\r\n", "\n").replace("\r", "\n")
    return DocxText(text, tables, pictures)


def _refuse_foreign(data: bytes) -> None:
    if data.startswith(_OLE):
        raise AssistantError("file.encrypted" if _ENCRYPTED in data else "file.old_word")
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
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from _table_lines(block)
        else:
            yield block.text


def _table_lines(table: Table) -> Iterator[str]:
    """Yield the cells' paragraphs row by row; a merged cell once."""
    seen: set[object] = set()
    for row in table.rows:
        for cell in row.cells:
            if cell._tc in seen:  # python-docx has no public identity for merged cells
                continue
            seen.add(cell._tc)
            yield from _cell_lines(cell)


def _cell_lines(cell: _Cell) -> Iterator[str]:
    for block in cell.iter_inner_content():
        if isinstance(block, Table):
            yield from _table_lines(block)
        else:
            yield block.text
