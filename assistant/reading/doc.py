"""Binary Word documents (.doc of Word 6 to 2003, .wps of WPS): file information block, piece table → text.

Source: [MS-DOC] 2.4.1 (retrieving text), 2.5 (the block), 2.8.35 (pieces). Macros and links are not looked at.
"""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass

import olefile

from assistant.reading.auto_numbers import Counters
from assistant.reading.doc_formatting import Runs, lists_of, marked_runs, numbered_paragraphs
from assistant.reading.doc_styles import lists_of_styles
from assistant.reading.document_text import MOST_CHARACTERS, MOST_PIECES, DocumentText, document_text
from assistant.report.errors import AssistantError

# WPS writes the same structure as Word; versions of it have named the stream after themselves.
_MAIN_STREAMS = ("WordDocument", "WpsDocument")
_WORKS_STREAMS = ("MatOST", "CONTENTS")
_WORD_97 = 0xC1
_ENCRYPTED, _SECOND_TABLE, _COMPLEX = 0x0100, 0x0200, 0x0004
_LENGTHS_AT, _TABLES_AT = 0x4C, 0x9A
# Which pair of offset and length in the table of the block says where a part stands.
_STYLES, _RUN_PAGES, _PARAGRAPH_PAGES, _PIECES, _LISTS, _LIST_USES = 1, 12, 13, 33, 73, 74
# Bytes 0x80 to 0x9F of a compressed piece mean Windows-1252.
_SIGNS = {"\r": "\n", "\x07": "\n", "\x0b": "\n", "\x0c": "\n", "\x0e": "\n", "\x1e": "-", "\x1f": "", "\x13": "",
          "\x14": "", "\x15": "", "\x01": "", "\x02": "", "\x05": "", "\x08": ""}  # fmt: skip
_FIELD = re.compile("[\x13\x14\x15]")
# A field's code, and a drawn shape with its stand-in.
_CODE = re.compile("\x13\\s*SHAPE[^\x13\x15]*\x15|\x13[^\x13-\x15]*\x14")
_CONTENTS = re.compile("\x13\\s*TOC\\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the text that stands in one place of the stream."""

    text: str
    start: int
    """Byte offset of its first character."""
    width: int
    """Bytes of one character."""


def read_doc(data: bytes) -> DocumentText:
    """Return the text of a binary Word document: body, cells of tables, text boxes behind the body.

    Raises:
        AssistantError: `file.encrypted`, `file.broken_document`, `file.works` where it is one of Microsoft Works,
            `file.not_word` where the container holds something else, `file.too_complex` (most), `file.too_long`
            (characters, most).
    """
    try:
        stream, block, table = _streams(data)
        if block < _WORD_97:
            return _old_text(stream)
        return _text(stream, table)
    except AssistantError:
        raise
    except Exception as error:
        # whatever olefile and struct trip over in a damaged file, the clerk is told the same
        raise AssistantError("file.broken_document") from error


def _streams(data: bytes) -> tuple[bytes, int, bytes]:
    """Return the main stream, its version number, and the table stream."""
    with olefile.OleFileIO(io.BytesIO(data)) as container:
        if container.exists("EncryptedPackage"):
            raise AssistantError("file.encrypted")
        main = next((name for name in _MAIN_STREAMS if container.exists(name)), None)
        if main is None:
            is_works = any(container.exists(name) for name in _WORKS_STREAMS)
            raise AssistantError("file.works" if is_works else "file.not_word")
        stream = container.openstream(main).read()
        version, flags = struct.unpack_from("<2xH6xH", stream)
        if flags & _ENCRYPTED:
            raise AssistantError("file.encrypted")
        name = "1Table" if flags & _SECOND_TABLE else "0Table"
        table = container.openstream(name).read() if version >= _WORD_97 else b""
    return stream, version, table


def _old_text(stream: bytes) -> DocumentText:
    """Return the text of Word 6 and 95, which stands in one stretch of bytes in the code page of its maker."""
    flags, start, end = struct.unpack_from("<10xH12xII", stream)
    if flags & _COMPLEX or not 0 < start <= end <= len(stream):
        raise AssistantError("file.broken_document")
    (length,) = struct.unpack_from("<I", stream, 0x34)
    text = stream[start : min(end, start + length) if length else end].decode("gb18030", "replace")
    return _told("".join(_shown(text)), text, set())


def _text(stream: bytes, table: bytes) -> DocumentText:
    lengths = struct.unpack_from("<8I", stream, _LENGTHS_AT)
    body, notes, _, _, comments, end_notes, boxes, _ = lengths
    if body > MOST_CHARACTERS:
        raise AssistantError("file.too_long", characters=body, most=MOST_CHARACTERS)
    pieces = list(_pieces(stream, _part(stream, table, _PIECES)))
    whole = "".join(piece.text for piece in pieces)
    marks = marked_runs(stream, _part(stream, table, _RUN_PAGES))
    kept, told = _without_marked(pieces, marks, body) if marks.starts else (list(whole[:body]), set())
    labels = _labels(stream, table, pieces, body)
    for place, label in labels.items():
        kept[place] = label + kept[place]
        told.add("notice.numbering")
    if notes or end_notes:
        told.add("notice.footnotes")
    if comments:
        told.add("notice.comments")
    box_text = ""
    if boxes:
        first = sum(lengths[:6])
        box_text = "\n" + "".join(_shown(whole[first : first + boxes]))
        told.add("notice.text_boxes_at_end")
    shown = "".join(_shown("".join(kept)))
    return _told(shown.rstrip("\n") + box_text, whole[:body], told)


def _told(text: str, printed: str, told: set[str]) -> DocumentText:
    if "\x07" in printed:
        told.add("notice.tables")
    printed = _CODE.sub("", printed)
    if "\x01" in printed or ("\x08" in printed and "notice.text_boxes_at_end" not in told):
        told.add("notice.pictures")
    return document_text(text.rstrip("\n"), tuple(sorted(told)))


def _part(stream: bytes, table: bytes, index: int) -> bytes:
    start, length = struct.unpack_from("<II", stream, _TABLES_AT + 8 * index)
    return table[start : start + length]


def _pieces(stream: bytes, packed: bytes) -> Iterator[_Piece]:
    """Yield the pieces in the order of the text; property lists may stand before them."""
    at = 0
    while packed[at : at + 1] == b"\x01":
        at += 3 + int.from_bytes(packed[at + 1 : at + 3], "little")
    if packed[at : at + 1] != b"\x02":
        raise AssistantError("file.broken_document")
    packed = packed[at + 5 : at + 5 + int.from_bytes(packed[at + 1 : at + 5], "little")]
    count = (len(packed) - 4) // 12
    if count > MOST_PIECES:
        raise AssistantError("file.too_complex", most=MOST_PIECES)
    # Pieces may name the same bytes again and again; a text longer than its stream is none that Word wrote.
    rest = min(4 * len(stream), 2 * MOST_CHARACTERS)
    for index in range(count):
        first, last = struct.unpack_from("<II", packed, 4 * index)
        (place,) = struct.unpack_from("<I", packed, 4 * (count + 1) + 8 * index + 2)
        rest -= max(0, last - first)
        if last < first or rest < 0:
            raise AssistantError("file.broken_document")
        yield _piece(stream, place, last - first)


def _piece(stream: bytes, place: int, length: int) -> _Piece:
    if place & 0x40000000:
        start = (place & 0x3FFFFFFF) // 2
        data = stream[start : start + length]
        text = "".join(
            bytes([one]).decode("cp1252", "replace") if 0x80 <= one < 0xA0 else chr(one) for one in data
        ) if any(0x80 <= one < 0xA0 for one in data) else data.decode("latin-1")  # fmt: skip
        return _Piece(text.ljust(length, "\0"), start, 1)
    start = place & 0x3FFFFFFF
    # One code unit is one character position of the file, so halves of a pair are kept apart until the end.
    units = stream[start : start + 2 * length]
    units = units[: len(units) // 2 * 2]
    text = "".join(map(chr, struct.unpack(f"<{len(units) // 2}H", units)))
    return _Piece(text.ljust(length, "\0"), start, 2)


def _places(pieces: list[_Piece], body: int) -> Iterator[tuple[int, str, int]]:
    """Yield (index in the text, character, byte offset) of the body."""
    index = 0
    for piece in pieces:
        for offset, sign in enumerate(piece.text):
            if index >= body:
                return
            yield index, sign, piece.start + offset * piece.width
            index += 1


def _without_marked(pieces: list[_Piece], marks: Runs, body: int) -> tuple[list[str], set[str]]:
    """Return the body's characters, "" for each that is deleted or hidden, and what is to be told."""
    kept, told = [], set()
    for _, sign, place in _places(pieces, body):
        words = marks.at(place)
        if isinstance(words, frozenset):
            told.add("notice.hidden" if "hidden" in words else "notice.changes")
            sign = "" if {"deleted", "hidden"} & words else sign
        kept.append(sign)
    return kept, told


def _labels(stream: bytes, table: bytes, pieces: list[_Piece], body: int) -> dict[int, str]:
    """Return the automatic numbers by the index of their paragraph's first character."""
    starts = [struct.unpack_from("<II", stream, _TABLES_AT + 8 * index) for index in (_LISTS, _LIST_USES)]
    if not starts[0][1]:
        return {}
    styles = lists_of_styles(_part(stream, table, _STYLES))
    numbered = numbered_paragraphs(stream, _part(stream, table, _PARAGRAPH_PAGES), styles)
    if not numbered.starts:
        return {}
    lists = lists_of(table, starts[0][0], starts[1][0])
    counters, labels = Counters(), {}
    begun: set[int] = set()
    is_first = True
    for index, sign, place in _places(pieces, body):
        found = numbered.at(place) if is_first else None
        if isinstance(found, tuple) and (one := lists.get(found[0])) is not None:
            for level in one.restarts if found[0] not in begun else ():
                counters.restart(one.own_id, level)
            begun.add(found[0])
            if label := counters.next_label(one.own_id, one.levels, found[1]):
                labels[index] = label
        is_first = sign in "\r\x07"
    return labels


def _shown(text: str) -> Iterator[str]:
    """Yield what the page shows: of fields their results only, of a table of contents nothing."""
    fields: list[str] = []
    hidden = done = 0
    for found in _FIELD.finditer(text):
        if not hidden:
            yield _plain(text[done : found.start()])
        done = found.end()
        if found[0] == "\x13":
            fields.append("contents" if _CONTENTS.match(text, found.start()) else "code")
            hidden += 1
        elif found[0] == "\x14" and fields and fields[-1] == "code":
            fields[-1] = "result"
            hidden -= 1
        elif found[0] == "\x15" and fields:
            hidden -= fields.pop() != "result"
    if not hidden:
        yield _plain(text[done:])


def _plain(text: str) -> str:
    joined = "".join(_SIGNS.get(sign, sign) for sign in text)
    return joined.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
