"""A draft that came back: what stands now in the places of its fields, and the text around them.

Word keeps tags, LibreOffice drops tags and keeps bindings and bookmarks, others keep only one of the three: any of
them tells the field.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from assistant.report.errors import AssistantError
from assistant.report.fields import Field
from assistant.writing.controls import BOOKMARK, VALUES_NAMESPACE, bookmark_key

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_V = f"{{{VALUES_NAMESPACE}}}"
# What a damaged package brings about.
_UNREADABLE = (
    *(zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError),
    *(KeyError, OSError, ValueError, RuntimeError, EOFError),
)
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
# The XML of a report of a hundred pages has 2 MB; a draft of 30,000 fields, which is all that is opened, has 30 MB.
_LARGEST_PART = 60_000_000
_MOST_PIECES = 1_500_000
"""Elements of one part."""
_MOST_ITEMS = 20
"""Data parts that are looked into; the program's own is the first one that Word knows."""
_MARKS = {f"{_W}tab": "\t", f"{_W}noBreakHyphen": "-"}
"""A line break is none of them: those in a long title are the layout's, not the report's."""
_PASSED_OVER = {
    _W + tag
    for tag in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "instrText", "delText", "drawing", "pict", "object", "tbl")
}
_VALUE_PATH = re.compile(r"value\[(\d+)\]\s*$")
_DATA_PART = re.compile(r"customXml/item\d+\.xml")


@dataclass(frozen=True, slots=True)
class ReturnedPlace:
    """A place of a field in a returned draft."""

    start: int
    """First code point, counted in its line."""
    end: int
    field_id: str
    text: str
    """What stands there now; "" where the program shows its own words for an empty control."""


@dataclass(frozen=True, slots=True)
class ReturnedLine:
    """A paragraph of a returned draft as it reads with all tracked changes accepted."""

    text: str
    places: tuple[ReturnedPlace, ...]
    """In the order of the text; they do not overlap."""


@dataclass(frozen=True, slots=True)
class BoundValue:
    """A value of the data part: what it was when the draft was written, and what it is now."""

    was: str
    now: str


@dataclass(frozen=True, slots=True)
class ReturnedDraft:
    """What a draft holds when it comes back."""

    lines: tuple[ReturnedLine, ...]
    bound: Mapping[str, BoundValue]
    """By field id."""


def read_draft(data: bytes, fields: Iterable[Field]) -> ReturnedDraft:
    """Return what a draft holds; `fields` are those of the report, to know them by bookmark and name.

    Raises:
        AssistantError: `file.encrypted`, `file.broken_document`, `file.too_large_unpacked` (limit in bytes),
            `file.too_complex` (most).
    """
    if data.startswith(_OLE):
        raise AssistantError(
            "file.encrypted" if "EncryptedPackage".encode("utf-16-le") in data else "file.broken_document"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            body = _root(package, "word/document.xml")
            names = dict.fromkeys(name for name in package.namelist() if _DATA_PART.fullmatch(name))
            items = [_root(package, name) for name in islice(names, _MOST_ITEMS)]
    except _UNREADABLE as error:
        raise AssistantError("file.broken_document") from error
    values = [value for item in items if item.tag == f"{_V}values" for value in item.iter(f"{_V}value")]
    reader = _DraftReader(fields, [value.get("field", "") for value in values])
    lines = [reader.line(paragraph) for paragraph in body.iter(f"{_W}p") if _is_read(paragraph)]
    bound = {
        value.get("field", ""): BoundValue(value.get("was", ""), value.text or "")
        for value in values
        if value.get("field")
    }
    return ReturnedDraft(tuple(lines), bound)


def _root(package: zipfile.ZipFile, name: str) -> etree._Element:
    if package.getinfo(name).file_size > _LARGEST_PART:
        raise AssistantError("file.too_large_unpacked", limit=_LARGEST_PART)
    data = package.read(name)
    # every element costs a hundred bytes and more once parsed
    if max(data.count(b"<"), data.count(b"=")) > 2 * _MOST_PIECES:
        raise AssistantError("file.too_complex", most=_MOST_PIECES)
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def _is_read(paragraph: etree._Element) -> bool:
    """Whether a paragraph belongs to the text: not to a text box, nor to a deletion."""
    return not any(one.tag in (f"{_W}txbxContent", f"{_W}del", f"{_W}moveFrom") for one in paragraph.iterancestors())


class _DraftReader:
    """Reads lines; a bookmark or a control may begin in one paragraph and end in another."""

    def __init__(self, fields: Iterable[Field], bound_ids: list[str]) -> None:
        known = list(fields)
        self._ids = {field.id for field in known} | set(bound_ids)
        self._by_bookmark = {bookmark_key(i): i for i in self._ids}
        self._by_label = {field.label[:64]: field.id for field in known}
        self._bound_ids = bound_ids
        self._pieces: list[str] = []
        self._length = 0
        self._found: list[tuple[int, int, str, bool]] = []
        self._bookmarks: dict[str, tuple[int, str]] = {}

    def line(self, paragraph: etree._Element) -> ReturnedLine:
        """Return one paragraph with its places; where control and bookmark tell of one place, it counts once."""
        self._pieces, self._length, self._found, self._bookmarks = [], 0, [], {}
        whole = next((one for one in paragraph.iterancestors(f"{_W}sdt")), None)
        self._walk(paragraph)
        text = "".join(self._pieces)
        if whole is not None and (field_id := self._field_of(whole)):
            self._found.append((0, len(text), field_id, _is_placeholder(whole)))  # a control around the paragraph
        for start, field_id in self._bookmarks.values():  # their ends were lost
            self._found.append((start, start, field_id, True))
        places: list[ReturnedPlace] = []
        # controls are found before the bookmarks around them, and an outer control after the inner one
        for start, end, field_id, is_empty in sorted(self._found, key=lambda one: (one[0], -one[1], one[3])):
            if places and (start < places[-1].end or (start, end) == (places[-1].start, places[-1].end)):
                continue
            places.append(ReturnedPlace(start, end, field_id, "" if is_empty else text[start:end]))
        return ReturnedLine(text, tuple(places))

    def _walk(self, element: etree._Element) -> None:
        for child in element:
            if child.tag in _PASSED_OVER:
                continue
            if child.tag == f"{_W}t":
                self._add(child.text or "")
            elif child.tag in _MARKS:
                self._add(_MARKS[child.tag])
            elif child.tag == f"{_W}bookmarkStart":
                self._open_bookmark(child)
            elif child.tag == f"{_W}bookmarkEnd":
                self._close_bookmark(child)
            elif child.tag == f"{_W}sdt":
                start = self._length
                self._walk(child)
                if field_id := self._field_of(child):
                    self._found.append((start, self._length, field_id, _is_placeholder(child)))
            else:
                self._walk(child)

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def _open_bookmark(self, element: etree._Element) -> None:
        name = element.get(f"{_W}name", "")
        if name.startswith(BOOKMARK):
            key = name[len(BOOKMARK) :].rpartition("_")[0]
            if key in self._by_bookmark:
                self._bookmarks[element.get(f"{_W}id", "")] = (self._length, self._by_bookmark[key])

    def _close_bookmark(self, element: etree._Element) -> None:
        start, field_id = self._bookmarks.pop(element.get(f"{_W}id", ""), (0, ""))
        if field_id:
            self._found.append((start, self._length, field_id, False))

    def _field_of(self, control: etree._Element) -> str:
        """Return the field of a control: by tag, binding, or title, whichever the last program kept; or ""."""
        properties = control.find(f"{_W}sdtPr")
        if properties is None:
            return ""
        tag = _value(properties, "tag")
        if tag in self._ids:
            return tag
        for binding in properties.iter(f"{_W}dataBinding"):
            number = _VALUE_PATH.search(binding.get(f"{_W}xpath", ""))
            if number and 0 < int(number[1]) <= len(self._bound_ids) and VALUES_NAMESPACE in _mappings(binding):
                return self._bound_ids[int(number[1]) - 1]
        return self._by_label.get(_value(properties, "alias"), "")


def _mappings(binding: etree._Element) -> str:
    return binding.get(f"{_W}prefixMappings") or VALUES_NAMESPACE


def _value(properties: etree._Element, tag: str) -> str:
    element = properties.find(_W + tag)
    return "" if element is None else element.get(f"{_W}val", "")


def _is_placeholder(control: etree._Element) -> bool:
    return control.find(f"{_W}sdtPr/{_W}showingPlcHdr") is not None
