"""Word documents (.docx): the text, paragraph by paragraph, tables cell by cell and text boxes at their place.

Macros are not run, links not followed, pictures not looked at; what is not taken over is told.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element

from assistant.reading.document_text import MOST_PIECES, DocumentText, document_text
from assistant.reading.docx_numbering import Numbering, W, is_on, read_numbering, value_of
from assistant.reading.docx_package import Package
from assistant.report.errors import AssistantError

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MARKS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_PASSED_OVER = {f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "delText", "rt", "sdtPr", "tblPr", "sectPr")}
_PRIVATE_SIGNS = range(0xE000, 0xF900)
_NOTED = {
    "tbl": "notice.tables",
    "object": "notice.pictures",
    "txbxContent": "notice.text_boxes",
    "ins": "notice.changes",
    "del": "notice.changes",
    "moveTo": "notice.changes",
    "commentReference": "notice.comments",
    "footnoteReference": "notice.footnotes",
    "endnoteReference": "notice.footnotes",
}
_NOTICES = {f"{W}{name}": notice for name, notice in _NOTED.items()} | {
    "{http://schemas.openxmlformats.org/drawingml/2006/main}blip": "notice.pictures",
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart": "notice.pictures",
    "{urn:schemas-microsoft-com:vml}imagedata": "notice.pictures",
}
_ORDER = (*dict.fromkeys(_NOTED.values()), "notice.numbering", "notice.hidden", "notice.contents")


@dataclass(slots=True)
class _Line:
    """A paragraph that is being read."""

    pieces: list[str] = field(default_factory=list)
    behind: list[str] = field(default_factory=list)
    """Lines of the text boxes that are anchored in it."""
    is_title: bool = False
    is_joined: bool = False
    """Whether its mark is deleted, so that the next paragraph continues it."""


@dataclass(slots=True)
class _Reader:
    """The state of one walk through the body."""

    numbering: Numbering
    lines: list[str] = field(default_factory=list)
    open: list[_Line] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    """"code" or "result" of each field that is open, "contents" for a table of contents."""
    joined: str = ""
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
        reader = _Reader(read_numbering(package.part("numbering"), package.part("styles")))
        _walk(body, reader)
    except AssistantError:
        raise
    except Exception as error:
        # whatever lxml trips over in a damaged package, the clerk is told the same
        raise AssistantError("file.broken_document") from error
    if reader.joined:
        reader.lines.append(reader.joined)
    return document_text("\n".join(reader.lines), tuple(name for name in _ORDER if name in reader.noted))


def _walk(body: _Element, reader: _Reader) -> None:
    """Read all elements in the order of the document, without recursion: a document may nest as deep as it likes."""
    walker = etree.iterwalk(body, events=("start", "end"))
    for count, (event, element) in enumerate(walker):
        if count > MOST_PIECES:
            raise AssistantError("file.too_complex", most=MOST_PIECES)
        if event == "end":
            if element.tag == f"{W}p":
                _end_paragraph(reader)
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
        line.is_title = style is not None and style.get(f"{W}val") == "Title"
        line.is_joined = marks is not None and marks.find(f"{W}del") is not None
    reader.open.append(line)


def _end_paragraph(reader: _Reader) -> None:
    line = reader.open.pop()
    text = "".join(line.pieces)
    if line.is_title:
        text = text.replace("\n", "")  # a title is one line of text, over however many lines it is set
    if reader.open:
        reader.open[-1].behind += [text, *line.behind]
        return
    if "contents" in reader.fields and not text:
        return
    text = reader.joined + text
    reader.joined = text if line.is_joined else ""
    if not line.is_joined:
        reader.lines.append(text)
    reader.lines += line.behind


def _write(reader: _Reader, text: str) -> None:
    if reader.open and not any(state != "result" for state in reader.fields):
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
    return properties is None or properties.find(f"{W}del") is None


def _field_mark(mark: _Element, reader: _Reader) -> bool:
    """Follow a field: its code is no text, its result is, except that of a table of contents."""
    kind = mark.get(f"{W}fldCharType")
    if kind == "begin":
        reader.fields.append("code")
    elif kind == "separate" and reader.fields and reader.fields[-1] == "code":
        reader.fields[-1] = "result"
    elif kind == "end" and reader.fields:
        reader.fields.pop()
    return False


def _field_code(code: _Element, reader: _Reader) -> bool:
    if reader.fields and (code.text or "").split()[:1] == ["TOC"]:
        reader.fields[-1] = "contents"
        reader.noted.add("notice.contents")
    return False


def _content_control(control: _Element, reader: _Reader) -> bool:
    """Whether a content control holds text of the report; one that holds a table of contents does not."""
    gallery = control.find(f"{W}sdtPr/{W}docPartObj")
    if value_of(gallery, "docPartGallery") == "Table of Contents":
        reader.noted.add("notice.contents")
        return False
    return True


def _alternative(choice: _Element, reader: _Reader) -> bool:
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
    f"{W}tr": _row,
    f"{W}fldChar": _field_mark,
    f"{W}instrText": _field_code,
    f"{W}sdt": _content_control,
    f"{W}sym": _sign,
    f"{_COMPATIBLE}Choice": _alternative,
    f"{_COMPATIBLE}Fallback": _alternative,
}
