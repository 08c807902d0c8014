"""Rich text (.rtf): groups and control words → text, in any of the code pages that Chinese programs write.

Source: Rich Text Format Specification 1.9.1. Nothing is run, no link followed; pictures and objects are passed over.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field, replace

from assistant.reading.document_text import MOST_NESTED, MOST_PIECES, DocumentText, document_text
from assistant.report.errors import AssistantError

# A group's brace, a control word with its number and one blank, a byte in hexadecimal, a control sign, or plain bytes.
_TOKEN = re.compile(
    rb"[\r\n\x00]+|(?P<brace>[{}])|\\(?P<word>[A-Za-z]{1,32})(?P<number>-?[0-9]{1,10})? ?"
    rb"|(?P<bytes>(?:\\'[0-9A-Fa-f]{2})+)|\\(?P<sign>[^A-Za-z])|(?P<plain>[^\\{}\r\n\x00]+)|\\"
)
_SIGNS = {b"~": "\xa0", b"_": "-", b"-": "", b"\n": "\n", b"\r": "\n", b"\t": "\t"}
_WORDS = {
    "par": "\n", "line": "\n", "lbr": "\n", "sect": "\n", "page": "\n", "column": "\n", "cell": "\n", "row": "\n",
    "nestcell": "\n", "nestrow": "\n", "tab": "\t", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": "　", "enspace": " ", "qmspace": " ",
}  # fmt: skip
# Groups that hold no text of the page's body; any group that begins with \* and is not told of here is passed over too.
_PASSED_OVER = {
    "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "headerl", "headerr", "headerf",
    "footer", "footerl", "footerr", "footerf", "footnote", "annotation", "atnid", "atnauthor", "fldinst",
    "nonshppict", "shprslt", "listtable", "listoverridetable", "revtbl", "rsidtbl", "generator", "xmlnstbl",
    "filetbl", "themedata", "datastore", "latentstyles", "pgptbl", "nonesttables", "tc", "xe", "bkmkstart",
    "bkmkend", "pn", "userprops", "ftnsep", "ftnsepc", "aftnsep", "aftnsepc", "ftncn", "aftncn", "private1",
}  # fmt: skip
_NOTED = {
    "trowd": "notice.tables", "pict": "notice.pictures", "shptxt": "notice.text_boxes", "dptxbxtext":
    "notice.text_boxes", "listtext": "notice.numbering", "pntext": "notice.numbering", "revised": "notice.changes",
    "deleted": "notice.changes", "annotation": "notice.comments", "footnote": "notice.footnotes",
    "v": "notice.hidden",
}  # fmt: skip
_ORDER = tuple(dict.fromkeys(_NOTED.values()))
_CHARSETS = {134: 936, 136: 950, 128: 932, 129: 949, 0: 1252, 161: 1253, 162: 1254, 204: 1251, 238: 1250}
_A_NUMBER = re.compile("[0-9０-９一二三四五六七八九十①-⒛㈠-㈩甲乙丙丁A-Za-z]")


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds within one pair of braces."""

    passed_over: bool = False
    in_fonts: bool = False
    in_shape: bool = False
    hidden: bool = False
    font: int = -1
    skipped_behind_unicode: int = 1
    list_label_at: int = -1
    """Where in the output an automatic number begins, or -1."""


@dataclass(slots=True)
class _Reader:
    """The state of one pass over the file."""

    group: _Group = field(default_factory=_Group)
    outer: list[_Group] = field(default_factory=list)
    output: list[str] = field(default_factory=list)
    waiting: bytearray = field(default_factory=bytearray)
    to_skip: int = 0
    starred: bool = False
    at_begin: bool = False
    code_page: str = "gb18030"
    fonts: dict[int, str] = field(default_factory=dict)
    defined_font: int = -1
    noted: set[str] = field(default_factory=set)


def read_rtf(data: bytes) -> DocumentText:
    """Return the text of a rich text file; tracked changes accepted, automatic numbers as text.

    Raises:
        AssistantError: `file.broken_document` where it is none, `file.too_nested` (most), `file.too_complex` (most).
    """
    start = data.find(b"{\\rtf", 0, 1024)
    if start < 0:
        raise AssistantError("file.broken_document")
    reader = _Reader()
    position, count = start, 0
    while position < len(data):
        found = _TOKEN.match(data, position)
        if found is None:
            break
        position = found.end()
        count += 1
        if count > MOST_PIECES:
            raise AssistantError("file.too_complex", most=MOST_PIECES)
        position += _take(reader, found)
        if not reader.outer:
            break
    _flush(reader)
    notices = tuple(name for name in _ORDER if name in reader.noted)
    return document_text("".join(reader.output).rstrip("\n"), notices)


def _take(reader: _Reader, found: re.Match[bytes]) -> int:
    """Take one token; return how many raw bytes behind it are passed over."""
    kind = found.lastgroup
    if kind == "plain":
        _bytes(reader, found[0])
    elif kind == "bytes":
        _bytes(reader, bytes.fromhex(found[0].decode("ascii").replace("\\'", "")))
    elif kind == "brace":
        _brace(reader, opens=found[0] == b"{")
    elif kind in ("word", "number"):
        number = int(found["number"]) if found["number"] is not None else None
        return _word(reader, found["word"].decode("ascii"), number)
    elif kind == "sign":
        _sign(reader, found["sign"])
    return 0


def _brace(reader: _Reader, *, opens: bool) -> None:
    _flush(reader)
    reader.to_skip = 0
    if opens:
        if len(reader.outer) >= MOST_NESTED:
            raise AssistantError("file.too_nested", most=MOST_NESTED)
        reader.outer.append(reader.group)
        reader.at_begin, reader.starred = True, False
        return
    label_at = reader.group.list_label_at
    reader.group = reader.outer.pop() if reader.outer else _Group()
    if label_at >= 0 and label_at != reader.group.list_label_at:
        _tidy_label(reader, label_at)


def _tidy_label(reader: _Reader, start: int) -> None:
    """Leave of an automatic number what is printed, without the tab behind it; a bullet is no number."""
    label = "".join(reader.output[start:]).strip(" \t\xa0")
    reader.output[start:] = [label] if _A_NUMBER.search(label) else []


def _bytes(reader: _Reader, data: bytes) -> None:
    reader.at_begin = False
    if reader.to_skip:
        gone = min(reader.to_skip, len(data))
        reader.to_skip -= gone
        data = data[gone:]
    if reader.group.in_fonts or reader.group.passed_over or reader.group.hidden:
        return
    reader.waiting += data


def _flush(reader: _Reader) -> None:
    """Turn the bytes gathered so far into text by the code page of their font."""
    if reader.waiting:
        code_page = reader.fonts.get(reader.group.font, reader.code_page)
        # A font that claims to be western still gets Chinese bytes from Chinese programs, and the reverse not.
        if code_page == "cp1252" and reader.code_page != "cp1252":
            code_page = reader.code_page
        reader.output.append(bytes(reader.waiting).decode(code_page, "replace"))
        reader.waiting.clear()


def _write(reader: _Reader, text: str) -> None:
    if not (reader.group.passed_over or reader.group.hidden or reader.group.in_fonts):
        _flush(reader)
        reader.output.append(text)


def _sign(reader: _Reader, sign: bytes) -> None:
    if sign == b"*":
        reader.starred = reader.at_begin
        return
    if reader.to_skip:
        reader.to_skip -= 1
    elif sign in (b"\\", b"{", b"}"):
        _bytes(reader, sign)
    elif sign in _SIGNS:
        _write(reader, _SIGNS[sign])
    reader.at_begin = False


def _word(reader: _Reader, word: str, number: int | None) -> int:
    if word in _NOTED and number != 0 and not (reader.group.passed_over and word != "shptxt"):
        reader.noted.add(_NOTED[word])
    begins, starred = reader.at_begin, reader.starred
    reader.at_begin = reader.starred = False
    if word == "u" and number is not None:
        _unicode(reader, number)
    elif word == "bin":
        return max(0, number or 0)
    elif begins and (starred or word in _PASSED_OVER or word in ("upr", "shptxt", "listtext", "pntext")):
        _destination(reader, word)
    elif word in _WORDS:
        _write(reader, _WORDS[word])
    else:
        _property(reader, word, number)
    return 0


def _destination(reader: _Reader, word: str) -> None:
    """Enter a group that is named by its first word."""
    group = reader.group
    if word == "fonttbl":
        reader.group = replace(group, in_fonts=True)
    elif word == "shpinst":
        # a shape's properties are no text; what stands in its text box is
        reader.group = replace(group, passed_over=True, in_shape=not group.passed_over)
    elif word == "shptxt":
        reader.group = replace(group, passed_over=group.passed_over and not group.in_shape, in_shape=False)
        _write(reader, "\n")
    elif word == "upr":
        reader.group = replace(group, passed_over=True, in_shape=not group.passed_over)
    elif word == "ud":
        reader.group = replace(group, passed_over=group.passed_over and not group.in_shape)
    elif word in ("listtext", "pntext"):
        _flush(reader)
        reader.group = replace(group, list_label_at=len(reader.output))
    else:
        reader.group = replace(group, passed_over=True, in_shape=False)


def _unicode(reader: _Reader, number: int) -> None:
    unit = number % 0x10000
    if not (reader.group.passed_over or reader.group.hidden or reader.group.in_fonts):
        _flush(reader)
        last = reader.output[-1][-1:] if reader.output else ""
        if 0xDC00 <= unit < 0xE000 and "\ud800" <= last <= "\udbff":
            reader.output[-1] = reader.output[-1][:-1] + chr(0x10000 + ((ord(last) - 0xD800) << 10) + unit - 0xDC00)
        else:
            reader.output.append(chr(unit))
    reader.to_skip = reader.group.skipped_behind_unicode


def _property(reader: _Reader, word: str, number: int | None) -> None:
    """Take what concerns fonts, code pages and hidden text; all other formatting is passed over."""
    if word == "f" and number is not None:
        if reader.group.in_fonts:
            reader.defined_font = number
        else:
            _flush(reader)
            reader.group = replace(reader.group, font=number)
    elif word == "fcharset" and reader.group.in_fonts:
        reader.fonts[reader.defined_font] = _codec(_CHARSETS.get(number or 0)) or reader.code_page
    elif word == "cpg" and reader.group.in_fonts:
        reader.fonts[reader.defined_font] = _codec(number) or reader.code_page
    elif word == "ansicpg":
        reader.code_page = _codec(number) or "gb18030"
    elif word == "uc":
        reader.group = replace(reader.group, skipped_behind_unicode=min(max(0, number or 0), 16))
    elif word in ("v", "deleted"):
        _flush(reader)
        reader.group = replace(reader.group, hidden=number != 0)
    elif word == "plain":
        _flush(reader)
        reader.group = replace(reader.group, hidden=False, font=-1)


def _codec(code_page: int | None) -> str | None:
    """Return the codec of a Windows code page that Python has; gb18030 covers 936."""
    if code_page == 936:
        return "gb18030"
    name = {65001: "utf-8", 10008: "gb18030"}.get(code_page or 0, f"cp{code_page}")
    try:
        codecs.lookup(name)
    except LookupError:
        return None
    return name
