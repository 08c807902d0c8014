"""Opening: whatever file or text the clerk brings becomes a report, with a record of what was done to it."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.filling.markers import find_markers
from assistant.reading.clean import Removal, clean_text
from assistant.reading.structure import paragraphs_of
from assistant.reading.unicode_text import DecodedText, decode_unicode
from assistant.report.errors import AssistantError
from assistant.report.model import Paragraph, Report
from assistant.storage.atomic import read_file
from assistant.storage.names import shown_name
from assistant.storage.report_file import LARGEST_BYTES as LARGEST_REPORT
from assistant.storage.report_file import SUFFIX, SavedReport, decode_report

if TYPE_CHECKING:
    from assistant.reading.document_text import DocumentText
    from assistant.reading.html_tables import PageWithTables
    from assistant.reading.shown_lines import DocumentObjects

LARGEST_BYTES = 50 << 20
LONGEST_TEXT = 2_000_000
"""Code points; a report has some 10,000."""
LONGEST_SAVED = 5_000_000
"""Code points of a report that was saved: it may have grown since it was opened."""
MOST_MARKERS = 30_000
"""A masked report has some hundreds."""
DEFAULT_LAYOUT = "公文"
_ZIP, _OLE = b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1")
Conversion = Callable[[bytes, str], bytes]
"""Takes the bytes of a document and its suffix, returns it as .docx, raises AssistantError."""
# What is no report, or none that can be read, whatever its bytes are.
_FOREIGN = {
    *(".odt", ".ofd", ".uof", ".uot", ".pages", ".xps", ".caj", ".xls", ".xlsx", ".et", ".ppt", ".pptx", ".dps"),
    *(".mht", ".mhtml", ".eml", ".msg", ".url", ".lnk", ".exe", ".zip", ".rar", ".7z"),
}
_PICTURES = {".jpg", ".jpeg", ".png", ".bmp", ".gif", ".tif", ".tiff", ".webp", ".heic"}
# Web systems of offices hand out web pages under the name of .doc.
_WEB_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|\?xml[^>]*\?>\s*<html)\b", re.IGNORECASE)
# The program's own file under another name, as mail programs and hasty renaming leave it.
_OWN = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"format"\s*:\s*"baogao"')
SUFFIXES = (".docx", ".doc", ".wps", ".rtf", ".pdf", ".txt", ".baogao")
"""Files that are offered to be opened, and looked for in folders."""
_SUFFIX_OF = {"docx": ".docx", "doc": ".doc", "rtf": ".rtf", "pdf": ".pdf"}
# Beside a document that is open, Word, WPS and LibreOffice keep a small file that says by whom.
_NOTE_OF_USE = re.compile(r"~\$|\.~")
_LONGEST_NOTE = 4096
# What a file is by its name where its bytes do not say; such a file is broken.
_EXPECTED = {
    **dict.fromkeys((".docx", ".docm", ".dotx"), "docx"),
    **dict.fromkeys((".doc", ".wps", ".dot", ".wpt"), "doc"),
    ".pdf": "pdf",
}


"""Suffixes of files that another program may have to convert."""
_LONG_BYTES = 60_000
"""A file with fewer bytes is read before a key is pressed; of one with more that is not sure."""


@dataclass(frozen=True)
class OpenedReport:
    """A report fresh from its file."""

    report: Report
    name: str
    """The file's name without its folder, or "" for pasted text."""
    encoding: str
    """Encoding of a text file; "docx", "doc", "rtf", "pdf", "html" or "baogao" for these."""
    source_text: str
    """The decoded text of the file with newlines as "\\n" and nothing else changed."""
    removals: tuple[Removal, ...] = ()
    """What of the source text is no part of the report, in order."""
    insertions: tuple[int, ...] = ()
    """Code points of the report's text that the source text lacks: signs of pictures, cells that a grid needs."""
    earlier_removals: tuple[Removal, ...] = ()
    """For a .baogao: what was taken out of its source when that was read; places are those of the source."""
    saved: SavedReport | None = None
    """What a .baogao file held besides, else None."""
    notices: tuple[str, ...] = ()
    """Names of sentences about what could not be taken over."""
    digest: str = ""
    """Of the bytes of its file, or "" where it has none."""
    has_fields: bool = True
    """Whether it was looked for fields; else they are still to be found."""

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The report's paragraphs with their roles."""
        return paragraphs_of(self.report.text, self.report.role_overrides, self.report.tables)

    @cached_property
    def to_source(self) -> Callable[[int], int]:
        """Maps code points of the report's text to the source text."""
        from assistant.reading.shown_lines import positions_in_source  # not before it is wanted: the start is short

        return positions_in_source(self.removals, self.insertions)

    @property
    def layout(self) -> str:
        """Name of the layout that the report asks for."""
        return self.saved.layout if self.saved is not None and self.saved.layout else DEFAULT_LAYOUT


def open_path(path: Path, *, convert: Conversion | None = None, fields_later: bool = False) -> OpenedReport:
    """Read a report from a file; `fields_later` leaves it to the caller to look for fields in one that is not long.

    `convert` has another program save a binary Word or WPS document as .docx where our own reader fails.

    Raises:
        AssistantError: `file.*` or `report_file.*` where it cannot be used.
    """
    suffix = path.suffix.lower()
    data = read_file(path, limit_bytes=LARGEST_REPORT if suffix == SUFFIX else LARGEST_BYTES)
    if _NOTE_OF_USE.match(path.name) and len(data) <= _LONGEST_NOTE:
        raise AssistantError("file.note_of_use", path=str(path))
    try:
        opened = open_bytes(data, shown_name(path), suffix, convert=convert, fields_later=fields_later)
    except AssistantError as error:
        raise AssistantError(error.code, **{"path": str(path), **error.parameters}) from error
    if suffix != SUFFIX:
        return opened  # it is never written to
    from assistant.storage.kept_copy import digest_of  # not before it is wanted: the start is short

    return replace(opened, digest=digest_of(data))


def is_long(path: Path) -> bool:
    """Whether a file may take longer to read than a window should stand still; not for one that cannot be read."""
    try:
        return path.stat().st_size > _LONG_BYTES
    except (OSError, ValueError):  # ValueError: a name that no system has
        return False


def read_source(path: Path) -> str:
    """Return the text of a report file as it was decoded, without looking for fields; it may be of any length.

    Raises:
        AssistantError: `file.*` or `report_file.*` where it cannot be used.
    """
    suffix = path.suffix.lower()
    if suffix in ("", ".txt", ".md"):
        data = read_file(path, limit_bytes=LARGEST_BYTES)
        if not (data.startswith((_ZIP, _OLE, b"%PDF-", b"{\\rtf")) or _OWN.match(data)):
            try:
                return _decoded(data).text
            except AssistantError as error:
                raise AssistantError(error.code, **{"path": str(path), **error.parameters}) from error
    return open_path(path).source_text


def open_standard_input() -> OpenedReport:
    """Read a report as text from standard input."""
    data = b"" if sys.stdin is None else sys.stdin.buffer.read(LARGEST_BYTES + 1)
    if len(data) > LARGEST_BYTES:
        raise AssistantError("file.too_large", path="-", size=len(data), limit=LARGEST_BYTES)
    if not data:
        raise AssistantError("file.empty", path="-")
    return open_bytes(data, "", "")


def open_bytes(
    data: bytes, name: str, suffix: str, *, convert: Conversion | None = None, fields_later: bool = False
) -> OpenedReport:
    """Read a report from the bytes of a file; what they are decides, the suffix only helps. Options: `open_path`.

    Raises:
        AssistantError: `file.*` or `report_file.*` where they cannot be used.
    """
    kind = _kind_of(data, suffix)
    if suffix == SUFFIX and kind in _SUFFIX_OF:
        # not opened as what it is: saving would write over it
        raise AssistantError("report_file.foreign", suffix=_SUFFIX_OF[kind])
    if suffix == SUFFIX or kind == "baogao":
        return _open_saved(data, name)
    if suffix in _FOREIGN:
        raise AssistantError("file.format_unknown", suffix=suffix)
    if suffix in _PICTURES:
        raise AssistantError("file.picture")
    if kind == "html":
        from assistant.reading.html import read_html  # lxml is slow to load and seldom needed

        document = read_html(_decoded(data).text)
        return open_text(document.text, name=name, encoding=kind, notices=document.notices)
    if kind == "txt":
        decoded = _decoded(data)
        return open_text(decoded.text, name=name, encoding=decoded.encoding, fields_later=fields_later)
    if kind == "doc" and convert is not None:
        from assistant.reading.office_program import read_doc_or_convert

        document = read_doc_or_convert(data, suffix or ".doc", convert)
    else:
        document = _readers()[kind](data)
    if document.objects is not None:
        return _with_objects(
            document.objects, OpenedReport(Report(""), name, kind, document.text, notices=document.notices)
        )
    return open_text(document.text, name=name, encoding=kind, notices=document.notices, fields_later=fields_later)


def _kind_of(data: bytes, suffix: str) -> str:
    """Return what the bytes are: a .doc is often something else by name only."""
    beginning = data[:1024]
    if data.startswith(_ZIP):
        return "docx"
    if data.startswith(_OLE):
        return "doc"
    if _OWN.match(beginning):
        return "baogao"
    if beginning.lstrip().startswith(b"{\\rtf"):
        return "rtf"
    if _WEB_PAGE.match(beginning):
        return "html"
    if b"%PDF-" in beginning:
        return "pdf"
    return _EXPECTED.get(suffix, "txt")


def _decoded(data: bytes) -> DecodedText:
    decoded = decode_unicode(data)
    if decoded is None:
        from assistant.reading.decode import decode_text  # the tables for guessing are slow to load and seldom needed

        decoded = decode_text(data)
    return decoded


def open_text(
    text: str,
    *,
    name: str = "",
    encoding: str = "utf-8",
    notices: tuple[str, ...] = (),
    fields_later: bool = False,
) -> OpenedReport:
    """Make a report of plain text, such as pasted text; `fields_later` as for `open_path`.

    Raises:
        AssistantError: `file.empty` where nothing is left once noise is gone, `file.too_long` (characters, most),
            `file.too_many_markers` (markers, most).
    """
    _refuse_too_long(text)
    cleaned = clean_text(text)
    _refuse_empty(cleaned.text, name)
    if fields_later and len(cleaned.text) <= MOST_MARKERS:  # a text with fewer characters has fewer markers
        report = Report(cleaned.text)
        return OpenedReport(report, name, encoding, text, cleaned.removals, notices=notices, has_fields=False)
    from assistant.filling.asking import find_fields  # not before it is wanted: the start is short

    _refuse_too_many_markers(cleaned.text)
    report = Report(cleaned.text, find_fields(cleaned.text))
    return OpenedReport(report, name, encoding, text, cleaned.removals, notices=notices)


def open_page(page: PageWithTables) -> OpenedReport:
    """Make a report of a page from the clipboard, its tables as tables.

    Raises:
        AssistantError: as for `open_text`.
    """
    from assistant.reading.shown_lines import DocumentObjects, ShownLine, added

    leads = page.tables[0].first_line == 0
    lines = [ShownLine(line, line) for line in page.lines]
    shown = [*([added("")] if leads else []), *lines, added("")]
    tables = tuple(replace(table, first_line=table.first_line + leads) for table in page.tables)
    text = "\n".join(page.lines)
    return _with_objects(DocumentObjects(tuple(shown), tables), OpenedReport(Report(""), "", "utf-8", text))


def _with_objects(objects: DocumentObjects, opened: OpenedReport) -> OpenedReport:
    """Return an opened document with its report: text, tables and pictures."""
    from assistant.filling.asking import find_fields
    from assistant.reading.shown_lines import place_objects

    _refuse_too_long(opened.source_text)
    placed = place_objects(objects)
    _refuse_empty(placed.text, opened.name)
    _refuse_too_many_markers(placed.text)
    report = Report(
        placed.text, find_fields(placed.text, placed.tables), tables=placed.tables, pictures=objects.pictures
    )
    return replace(opened, report=report, removals=placed.removals, insertions=placed.insertions)


def _refuse_too_long(text: str, most: int = LONGEST_TEXT) -> None:
    if len(text) > most:
        raise AssistantError("file.too_long", characters=len(text), most=most)


def _refuse_empty(text: str, name: str) -> None:
    if not text.strip():
        raise AssistantError("file.empty", path=name)


def _refuse_too_many_markers(text: str) -> None:
    markers = len(find_markers(text))
    if markers > MOST_MARKERS:
        raise AssistantError("file.too_many_markers", markers=markers, most=MOST_MARKERS)


def _readers() -> dict[str, Callable[[bytes], DocumentText]]:
    """Return the reader of each kind of document; their libraries take a tenth of a second to load."""
    from assistant.reading.doc import read_doc
    from assistant.reading.docx import read_docx
    from assistant.reading.pdf import read_pdf
    from assistant.reading.rtf import read_rtf

    return {"docx": read_docx, "doc": read_doc, "rtf": read_rtf, "pdf": read_pdf}


def _open_saved(data: bytes, name: str) -> OpenedReport:
    saved = decode_report(data)
    _refuse_too_long(saved.report.text, LONGEST_SAVED)
    return opened_from(saved, name)


def opened_from(saved: SavedReport, name: str) -> OpenedReport:
    """Return what a report file held as an opened report."""
    removals = tuple(Removal(one.start, one.end, one.text, one.reason) for one in saved.cleaned)
    return OpenedReport(saved.report, name, "baogao", saved.report.text, saved=saved, earlier_removals=removals)
