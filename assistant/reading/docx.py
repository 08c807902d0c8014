"""Word documents (.docx): the text, paragraph by paragraph, with tables, pictures and text boxes at their place.

Macros are not run, links not followed; what is not taken over is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element

from assistant.reading.document_text import MOST_PIECES, DocumentText, plain_text
from assistant.reading.docx_fields import OpenFields
from assistant.reading.docx_numbering import Numbering, W, is_on, read_numbering, value_of
from assistant.reading.docx_package import Package
from assistant.reading.docx_pictures import BLIP, IMAGE_DATA, PictureReader, is_moved
from assistant.reading.docx_tables import MOST_CELLS, Edges, TableReading, begin_table, read_table_styles
from assistant.reading.shown_lines import DocumentObjects, ShownLine, shown_lines
from assistant.report.errors import AssistantError
from assistant.report.pictures import PICTURE_SIGN, Picture
from assistant.report.tables import Table

MOST_STYLES = 10_000
"""Word itself puts up with 4,079."""
_TITLES = ("Title", "AttachmentTitle")
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MARKS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_PASSED_OVER = {f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "delText", "rt", "sdtPr", "tblPr", "sectPr")}
_PRIVATE_SIGNS = range(0xE000, 0xF900)
_NOTED = {
    "object": "notice.objects",
    "altChunk": "notice.embedded",
    "subDoc": "notice.embedded",
    "txbxContent": "notice.text_boxes",
    "ins": "notice.changes",
    "del": "notice.changes",
    "moveTo": "notice.changes",
    "commentReference": "notice.comments",
    "footnoteReference": "notice.footnotes",
    "endnoteReference": "notice.footnotes",
}
_NOTICES = {f"{W}{name}": notice for name, notice in _NOTED.items()} | {
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart": "notice.charts",
    "{urn:schemas-microsoft-com:vml}line": "notice.shapes",
}
_SHAPE = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}wsp"
_ORDER = (
    *("notice.tables_flat", "notice.nested_tables", "notice.diagonals", "notice.pictures", "notice.pictures_moved"),
    *("notice.pictures_framed", "notice.charts", "notice.shapes", *dict.fromkeys(_NOTED.values())),
    *("notice.numbering", "notice.hidden", "notice.contents", "notice.headers"),
)
_PAGE_WORDS = re.compile("[第页共/ \\d\\s·—–-]+")


@dataclass(slots=True)
class _Line:
    """A paragraph that is being read."""

    pieces: list[str] = field(default_factory=list)
    behind: list[ShownLine] = field(default_factory=list)
    """Lines of the text boxes that are anchored in it."""
    pictures: list[Picture] = field(default_factory=list)
    style: str = ""
    is_joined: bool = False
    """Whether its mark is deleted, so that the next paragraph continues it."""


@dataclass(slots=True)
class _Reader:
    """The state of one walk through the body."""

    numbering: Numbering
    pictures: PictureReader
    table_styles: dict[str, Edges]
    lines: list[ShownLine] = field(default_factory=list)
    """Of the body, or of the cell that is being read."""
    body: list[ShownLine] = field(default_factory=list)
    """Lines of the body while a cell is being read."""
    tables: list[TableReading | None] = field(default_factory=list)
    """Those that are open; None for one that cannot be kept as a table."""
    made: list[Table] = field(default_factory=list)
    cells: int = 0
    """Of the tables that are made."""
    counted: int = 0
    """How many of the lines of the body have been looked at for those that are shown."""
    shown: int = 0
    """How many of these are."""
    open: list[_Line] = field(default_factory=list)
    fields: OpenFields = field(default_factory=OpenFields)
    joined: list[str] = field(default_factory=list)
    """Text of paragraphs that the next one continues."""
    joined_pictures: list[Picture] = field(default_factory=list)
    noted: set[str] = field(default_factory=set)


def read_docx(data: bytes) -> DocumentText:
    """Return the text of a Word document; tracked changes accepted, automatic numbers as text.

    Raises:
        AssistantError: `file.encrypted` where it asks for a password, `file.too_large_unpacked` (limit in bytes),
            `file.too_nested` (most), `file.too_complex` (most), `file.unsafe` where it brings entities,
            `file.broken_document` where it cannot be read.
    """
    try:
        package = Package(data)
        body = package.root(package.main).find(f"{W}body")
        if body is None:
            raise AssistantError("file.broken_document")
        styles = package.part("styles")
        if styles is not None and len(styles) > MOST_STYLES:
            raise AssistantError("file.too_complex", most=MOST_STYLES)
        numbering = read_numbering(package.part("numbering"), styles)
        reader = _Reader(numbering, PictureReader(package), read_table_styles(styles))
        _walk(body, reader)
        _note_margins(package, reader)
    except AssistantError:
        raise
    except Exception as error:
        # whatever lxml trips over in a damaged package, the clerk is told the same
        raise AssistantError("file.broken_document") from error
    _end_joined(reader)
    noted = reader.noted | reader.pictures.noted
    objects = DocumentObjects(tuple(reader.lines), tuple(reader.made))
    return DocumentText(
        objects.source_text,
        tuple(name for name in _ORDER if name in noted),
        objects if reader.made or objects.pictures else None,
    )


def _note_margins(package: Package, reader: _Reader) -> None:
    """Note headers and footers that say more than the number of the page."""
    for kind in ("header", "footer"):
        for part in package.parts_of_kind(kind):
            text = "".join(one.text or "" for one in part.iter(f"{W}t"))
            if _PAGE_WORDS.sub("", text):
                reader.noted.add("notice.headers")
                return


def _walk(body: _Element, reader: _Reader) -> None:
    """Read all elements in the order of the document, without recursion: a document may nest as deep as it likes."""
    walker = etree.iterwalk(body, events=("start", "end"))
    for count, (event, element) in enumerate(walker):
        if count > MOST_PIECES:
            raise AssistantError("file.too_complex", most=MOST_PIECES)
        if event == "end":
            if element.tag == f"{W}p":
                _end_paragraph(reader)
            elif element.tag in _ENDS:
                _ENDS[element.tag](reader)
        elif not _begin(element, reader):
            walker.skip_subtree()


def _begin(element: _Element, reader: _Reader) -> bool:
    """Take an element's beginning; return whether what is in it is to be read."""
    tag = element.tag
    if tag in _NOTICES:
        reader.noted.add(_NOTICES[tag])
    if tag in _PASSED_OVER:
        return False
    if tag == f"{W}p":
        _begin_paragraph(element, reader)
    elif tag in (f"{W}t", _MATH):
        _write(reader, element.text or "")
    elif tag in _MARKS:
        _write(reader, _MARKS[tag])
    elif tag in _SPECIAL:
        return _SPECIAL[tag](element, reader)
    return True


def _begin_paragraph(paragraph: _Element, reader: _Reader) -> None:
    properties = paragraph.find(f"{W}pPr")
    line = _Line()
    label = reader.numbering.label(properties)
    if label:
        reader.noted.add("notice.numbering")
        line.pieces.append(label)
    if properties is not None:
        marks = properties.find(f"{W}rPr")
        style = properties.find(f"{W}pStyle")
        line.style = style.get(f"{W}val", "") if style is not None else ""
        line.is_joined = marks is not None and marks.find(f"{W}del") is not None
    if reader.tables and not reader.open and (table := reader.tables[-1]) is not None:
        table.note_paragraph(properties)
    reader.open.append(line)


def _end_paragraph(reader: _Reader) -> None:
    line = reader.open.pop()
    text = plain_text("".join(line.pieces)).replace(PICTURE_SIGN, "")
    if line.style in _TITLES or (line.style == "Subtitle" and text.startswith("—")):
        text = text.replace("\n", "")  # a title is one line of text, over however many lines it is set
    if text.strip() and line.pictures:
        reader.noted.add("notice.pictures_moved")
    if reader.open:
        reader.open[-1].behind += [*shown_lines(text, line.pictures), *line.behind]
        return
    if reader.fields.in_contents and not text and not line.pictures:
        return
    reader.joined.append(text)
    reader.joined_pictures += line.pictures
    if not line.is_joined:
        _write_joined(reader)
    reader.lines += line.behind


def _end_joined(reader: _Reader) -> None:
    """Write what was to be continued by a paragraph that never came."""
    if any(reader.joined) or reader.joined_pictures:
        _write_joined(reader)
    reader.joined.clear()


def _write_joined(reader: _Reader) -> None:
    """Write the paragraphs that make one."""
    reader.lines += shown_lines("".join(reader.joined), reader.joined_pictures)
    reader.joined, reader.joined_pictures = [], []


def _picture(mark: _Element, reader: _Reader) -> bool:
    """Take a picture into the paragraph in which it stands."""
    if reader.open and reader.fields.is_text:
        picture = reader.pictures.take(mark)
        if picture is not None:
            reader.open[-1].pictures.append(picture)
            if is_moved(mark):
                reader.noted.add("notice.pictures_moved")
    return True


def _shape(shape: _Element, reader: _Reader) -> bool:
    """Note a shape without text: it is drawn, not written."""
    if next(shape.iter(f"{W}txbxContent"), None) is None:
        reader.noted.add("notice.shapes")
    return True


# --- Tables ---------------------------------------------------------------------------------------------------------


def _begin_table(table: _Element, reader: _Reader) -> bool:
    """Begin a table; one in a cell or text box is read as the lines of its cells."""
    if reader.tables:
        reader.noted.add("notice.nested_tables")
    elif reader.open:
        reader.noted.add("notice.tables_flat")
    is_kept = not reader.tables and not reader.open
    reader.tables.append(begin_table(table, reader.table_styles) if is_kept else None)
    return True


def _begin_cell(cell: _Element, reader: _Reader) -> bool:
    table = reader.tables[-1] if reader.tables else None
    if table is not None:
        _end_joined(reader)
        reader.body, reader.lines = reader.lines, table.begin_cell(cell).lines
    return True


def _end_cell(reader: _Reader) -> None:
    table = reader.tables[-1] if reader.tables else None
    if table is not None and table.cell is not None:
        _end_joined(reader)
        table.end_cell()
        reader.lines = reader.body


def _end_table(reader: _Reader) -> None:
    table = reader.tables.pop() if reader.tables else None
    if table is None:
        return
    count = reader.cells + sum(len(row) for row in table.rows)
    found = table.finish(_lines_shown(reader)) if count <= MOST_CELLS else None
    if found is None:
        reader.noted.add("notice.tables_flat")
        reader.lines += table.all_lines
        return
    if table.has_diagonals:
        reader.noted.add("notice.diagonals")
    reader.made.append(found[0])
    reader.cells += len(found[0].cells)
    reader.lines += found[1]


def _lines_shown(reader: _Reader) -> int:
    """Return how many lines of the body the report has so far; each is looked at once."""
    reader.shown += sum(line.text is not None for line in reader.lines[reader.counted :])
    reader.counted = len(reader.lines)
    return reader.shown


def _write(reader: _Reader, text: str) -> None:
    if reader.open and reader.fields.is_text:
        reader.open[-1].pieces.append(text)


def _run(run: _Element, reader: _Reader) -> bool:
    """Whether a run is to be read: hidden text is not."""
    if is_on(run.find(f"{W}rPr"), "vanish"):
        reader.noted.add("notice.hidden")
        return False
    return True


def _row(row: _Element, reader: _Reader) -> bool:
    """Whether a row of a table still stands there."""
    properties = row.find(f"{W}trPr")
    if properties is not None and properties.find(f"{W}del") is not None:
        return False
    table = reader.tables[-1] if reader.tables else None
    if table is not None:
        table.begin_row(row)
    return True


def _field_mark(mark: _Element, reader: _Reader) -> bool:
    """Follow a field: its code is no text, its result is, except that of a table of contents."""
    reader.fields.mark(mark.get(f"{W}fldCharType"))
    return False


def _field_code(code: _Element, reader: _Reader) -> bool:
    if reader.fields.names_contents(code.text or ""):
        reader.noted.add("notice.contents")
    return False


def _content_control(control: _Element, reader: _Reader) -> bool:
    """Whether a content control holds text of the report; one that holds a table of contents does not."""
    gallery = control.find(f"{W}sdtPr/{W}docPartObj")
    if value_of(gallery, "docPartGallery") == "Table of Contents":
        reader.noted.add("notice.contents")
        return False
    return True


def _alternative(choice: _Element, _reader: _Reader) -> bool:
    """Whether this is the form of a shape to be read: the same text stands in each, so the first is enough."""
    return choice.getprevious() is None


def _sign(sign: _Element, reader: _Reader) -> bool:
    """Read a sign of a named face; those of picture faces are no text."""
    code = sign.get(f"{W}char", "")
    value = int(code, 16) if len(code) <= 6 and all(c in "0123456789abcdefABCDEF" for c in code) and code else 0
    if value and value not in _PRIVATE_SIGNS and value < 0x110000:
        _write(reader, chr(value))
    return False


_SPECIAL: dict[object, Callable[[_Element, _Reader], bool]] = {
    f"{W}r": _run,
    f"{W}tbl": _begin_table,
    f"{W}tr": _row,
    f"{W}tc": _begin_cell,
    BLIP: _picture,
    IMAGE_DATA: _picture,
    _SHAPE: _shape,
    f"{W}fldChar": _field_mark,
    f"{W}instrText": _field_code,
    f"{W}sdt": _content_control,
    f"{W}sym": _sign,
    f"{_COMPATIBLE}Choice": _alternative,
    f"{_COMPATIBLE}Fallback": _alternative,
}
_ENDS: dict[object, Callable[[_Reader], None]] = {f"{W}tc": _end_cell, f"{W}tbl": _end_table}
