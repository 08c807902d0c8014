"""Inputs for every reader: real files with bytes changed, parts cut, repeated or spliced, and hostile tokens put in."""

import contextlib
import io
import json
import random
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from assistant.cli import main
from assistant.filling.sheet_reading import read_sheet
from assistant.filling.table_matching import figure_columns, read_table
from assistant.phrases.packs import phrases_in
from assistant.storage.report_file import SUFFIX
from assistant.storage.salvage import salvage_report
from assistant.workbench.opening import open_bytes
from assistant.workbench.pasting import pasted_text
from assistant.writing.draft_reading import read_draft
from tests.reading.word_files import numbered, numbered_document, paragraph
from tests.reading.word_tables import report_with_tables

REPORTS = (".txt", ".docx", ".doc", ".wps", ".rtf", ".pdf", ".baogao")
"""Suffixes of files that are opened as reports."""
SHEET, DRAFT, TABLE, CLIPBOARD, PACK = ".sheet", ".draft", ".table", ".clipboard", ".pack"
UNREAD = ("docProps", "word/theme", "word/styles", "word/webSettings", "word/settings", "word/fontTable", "customXml/_")
CASES = Path(__file__).parent.parent / "cases" / "documents"
RELEASED = Path(__file__).parent.parent / "storage" / "released"
TEXT = "青禾县2025年工作总结\n同志们：\n一、收入情况\n（一）税收。完成XX亿元，增长x.x%。\n2026年X月X日\n"
# What readers look for: in wrong places it leads them astray.
TOKENS = [
    b"{", b"}", b"\\'", b"\\u-1?", b"\\bin99999999 ", b"\\*", b"\\fonttbl", b"<w:p>", b"</w:r>", b"&#0;", b"&#xD800;",
    b'<!DOCTYPE a [<!ENTITY b "c">]>', b"PK\x01\x02", b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x7f\xff\xff\xff", b"%PDF-",
    b"endobj", b"1 0 R", b"stream\n", b"/Length 99999999", b"\xef\xbb\xbf", b"\xff\xfe", b"\r", "\u202e".encode(),
    b"\xed\xa0\x80", b"<del>", b"<!--[if", b"mso-element:comment", b"&nbsp;", b"<table>",
    b"XX%", b"**", "（一）".encode(), b'"version": 99', b"9" * 400, b"null", b"[[[[", b"1e999",
]  # fmt: skip


JSON = (".baogao", PACK)
_LONGEST_JSON = 100_000
WORDS = ["\ud800", "\0", "\n", "\r", "\u202e", "XX", "…" * 300, "\ufffc", "\U0010ffff", "一、", "\t"]
VALUES: list[Any] = [
    None, True, 0, -1, 1 << 63, 10**400, 0.5, -1e300, "", [], {}, [[]], {"": ""}, ["a"] * 200, *WORDS,
    "open", "certain", "number", "title", "png", "iVBORw0KGgo=", "2026-11-21T00:00:00+08:00",
]  # fmt: skip
"""What stands in place of others: of another type, too large, too small, or of another key."""


def seeds() -> list[tuple[str, bytes]]:
    """Return (suffix, bytes) of small files in every format."""
    from tests.reading.test_html import WORD
    from tests.reading.test_pdf import FULL, pdf

    body = paragraph("工作总结") + numbered("收入") + numbered("税收", 1) + paragraph("完成XX亿元。") * 3
    return [
        (".docx", numbered_document(body)),
        (".docx", _stored(numbered_document(body))),
        (".doc", (CASES / "made_by_libreoffice.doc").read_bytes()),
        (".wps", (CASES / "styled_by_libreoffice.doc").read_bytes()),
        (".doc", f"<html><body>{WORD}".encode("gb18030")),
        (CLIPBOARD, WORD.encode()),
        (PACK, _pack()),
        (".rtf", (CASES / "made_by_libreoffice.rtf").read_bytes()[-6000:].join((b"{\\rtf1\\ansi\\ansicpg936 ", b""))),
        (".pdf", pdf([(50, 700 - 20 * line, FULL) for line in range(6)], [(50, 700, "end")])),
        *((".txt", TEXT.encode(encoding)) for encoding in ("utf-8", "gb18030", "utf-16")),
        *_own_files(),
        (".docx", _stored(report_with_tables())),
        (".baogao", (RELEASED / "0.1.0-tables.baogao").read_bytes()),
    ]


def _pack() -> bytes:
    phrases = [{"text": "加强{名称}建设", "category": "做法", "section": "一、收入", "points": 2.5}] * 3
    return json.dumps({"format": "baogao-phrases", "version": 1, "phrases": phrases}, ensure_ascii=False).encode()


def _own_files() -> list[tuple[str, bytes]]:
    """Return a report file, a collection sheet and a draft, as the program writes them."""
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
        source, kept, sheet, draft = (Path(folder) / name for name in ("a.txt", "a.baogao", "a.xlsx", "a.docx"))
        source.write_text(TEXT, "utf-8")
        for words in (
            ["export", "--draft", "--out", kept],
            ["sheet", "--out", sheet],
            ["export", "--draft", "--out", draft],
        ):
            main([words[0], str(source), *map(str, words[1:])])
        return [
            (".baogao", kept.read_bytes()),
            *((kind, made) for kind in (SHEET, TABLE) for made in (sheet.read_bytes(), _stored(sheet.read_bytes()))),
            *((DRAFT, made) for made in (draft.read_bytes(), _stored(draft.read_bytes()))),
        ]


def read_any(data: bytes, suffix: str) -> str:
    """Read an input by its reader; return the text of a report or of a clipboard, "" for a sheet, table or draft.

    Raises:
        AssistantError: what the clerk is told.
    """
    if suffix == SHEET:
        read_sheet(data)
    elif suffix == TABLE:
        for table in read_table(data):
            figure_columns(table.grid)
    elif suffix == DRAFT:
        read_draft(data, ())
    elif suffix == PACK:
        phrases_in(data)
    elif suffix == CLIPBOARD:
        return pasted_text("", data.decode("utf-8", "replace")).text
    else:
        if suffix == SUFFIX:
            salvage_report(data)  # what a damaged report file still yields
        return open_bytes(data, f"f{suffix}", suffix).report.text
    return ""


def _stored(data: bytes) -> bytes:
    """Return a package without what is not read, uncompressed, so that changes reach the XML."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(made, "w") as target:
        for part in source.infolist():
            if not part.filename.startswith(UNREAD):
                target.writestr(part.filename, source.read(part))
    return made.getvalue()


def with_true_sums(data: bytes) -> bytes:
    """Return a stored package with its check sums put right, so that what was changed is read and not refused."""
    changed = bytearray(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for part in package.infolist():
                at = part.header_offset
                start = at + 30 + int.from_bytes(changed[at + 26 : at + 28], "little")
                start += int.from_bytes(changed[at + 28 : at + 30], "little")
                total = zipfile.crc32(changed[start : start + part.file_size]).to_bytes(4, "little")
                changed[at + 14 : at + 18] = total
                directory = changed.find(part.CRC.to_bytes(4, "little"), package.start_dir)
                if directory >= 0:
                    changed[directory : directory + 4] = total
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        pass
    return bytes(changed)


def mutants(
    chance: random.Random, files: list[tuple[str, bytes]], *, spliced: list[tuple[str, bytes]] | None = None
) -> Iterator[tuple[str, bytes]]:
    """Yield (suffix, bytes) of changed files without end; pieces of those in `spliced` are put in, or of their own."""
    while True:
        suffix, data = chance.choice(files)
        if data.startswith(b"{") and suffix in JSON and chance.random() < 0.8:
            yield suffix, with_other_values(chance, data)
            continue
        changed = bytearray(data)
        for _ in range(chance.choice((1, 1, 2, 4, 16))):
            _change(chance, changed, spliced or files)
        made = bytes(changed)
        if made.startswith(b"PK") and chance.random() < 0.8:
            made = with_true_sums(made)
        yield (chance.choice((".txt", ".docx", ".doc", ".pdf", "")) if chance.random() < 0.02 else suffix), made


def with_other_values(chance: random.Random, data: bytes) -> bytes:
    """Return a JSON document in which some values are others: still JSON, so that more than the parser sees it."""
    whole = json.loads(data)
    for _ in range(chance.choice((1, 1, 2, 5))):
        within: list[Any] = []
        waiting: list[Any] = [whole]
        while waiting:
            one = waiting.pop()
            if isinstance(one, dict | list) and one:
                within.append(one)
                waiting += one.values() if isinstance(one, dict) else one
        if not within:
            break
        _change_value(chance, chance.choice(within), within)
        data = json.dumps(whole).encode()
        whole = json.loads(data)
        if len(data) > _LONGEST_JSON:
            break
    return data


def _change_value(chance: random.Random, holder: Any, others: list[Any]) -> None:
    keys = list(holder) if isinstance(holder, dict) else range(len(holder))
    key, kind = chance.choice(keys), chance.randrange(6)
    if kind == 0:
        del holder[key]
    elif kind == 1 and isinstance(holder, list):
        holder[key:key] = [holder[key]] * chance.choice((1, 2, 50))
    elif kind == 2 and isinstance(holder[key], int) and not isinstance(holder[key], bool):
        holder[key] += chance.choice((-1, 1, 7, -1000, 1 << 40))
    elif kind == 3 and isinstance(holder[key], str):
        holder[key] = holder[key][: chance.randrange(len(holder[key]) + 1)] + chance.choice(WORDS)
    elif kind == 4:
        other = chance.choice(others)
        holder[key] = json.loads(json.dumps(other if chance.random() < 0.5 else chance.choice(list(other))))
    else:
        holder[key] = chance.choice(VALUES)


def _change(chance: random.Random, data: bytearray, files: list[tuple[str, bytes]]) -> None:
    at = chance.randrange(len(data) + 1)
    length = chance.choice((1, 2, 4, 64, 1000))
    kind = chance.randrange(7)
    if kind <= 1 and at < len(data):
        data[at] = chance.randrange(256)
    elif kind == 2:
        token = chance.choice(TOKENS)
        data[at : at + len(token)] = token
    elif kind == 3:
        data[at:at] = chance.choice(TOKENS) * chance.choice((1, 3, 300))
    elif kind == 4:
        del data[at : at + length]
    elif kind == 5:
        data[at:at] = data[at : at + length] * chance.choice((1, 2, 30))
    else:
        other = chance.choice(files)[1]
        start = chance.randrange(len(other))
        data[at : at + length] = other[start : start + length]


def peak_bytes() -> int:
    """Return the most memory that the process has held; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
