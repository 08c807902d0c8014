"""What comes from and goes to the clipboard: clean text from anywhere, and runs between places of one report."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QByteArray, QMimeData

from assistant.report.fields import Link, State
from assistant.report.pictures import PICTURE_SIGN
from assistant.window.page.runs import Line, LineRun, Run, Tag
from assistant.workbench.pasting import ClipboardText, pasted_text

OWN_FORMAT = "application/x-baogao-runs+json"
_SPACES = re.compile("[\t\u00a0\u2007\u202f]")
_NOTHING = re.compile(
    "[\x00-\x09\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufdd0-\ufdef\ufeff"
    "\ufff9-\ufffc\ufffe\uffff\ud800-\udfff]"
)


@dataclass(frozen=True, slots=True)
class PastedText:
    """Text to be inserted, and which parts of it are fields (positions within the text)."""

    text: str
    runs: tuple[Run, ...] = ()


def clean_text(text: str) -> str:
    """Return text from elsewhere as plain characters; its paragraphs are parted by newlines already."""
    return _NOTHING.sub("", _SPACES.sub(" ", text))


def text_of(source: QMimeData) -> ClipboardText:
    """Return the clean text that clipboard or drop offers."""
    found = pasted_text(source.text() if source.hasText() else "", source.html() if source.hasHtml() else "")
    text = clean_text(found.text)
    # A cell copied from a table, or a line from Word, ends with a line break that nobody meant.
    return found._replace(text=text[:-1] if text.endswith("\n") and text.count("\n") == 1 else text)


def has_text(source: QMimeData) -> bool:
    """Whether there is text to insert; files are not text."""
    if source.hasFormat(OWN_FORMAT):
        return True
    if source.hasUrls() and any(url.isLocalFile() for url in source.urls()):
        return False
    return source.hasText() or source.hasHtml()


def to_mime(pasted: PastedText, origin: str) -> QMimeData:
    """Return text with its runs for the clipboard; `origin` names the report that the fields belong to."""
    data = QMimeData()
    data.setText(pasted.text.replace(PICTURE_SIGN, ""))
    runs = [[r.start, r.end, r.field_id, r.marker, r.link, r.flag or ""] for r in pasted.runs]
    packed = json.dumps({"origin": origin, "text": pasted.text, "runs": runs})
    data.setData(OWN_FORMAT, QByteArray(packed.encode()))
    return data


def cells_to_mime(rows: Sequence[Sequence[str]]) -> QMimeData:
    """Return cells for the clipboard as programs with tables write them: a table, and lines with tabs."""
    data = to_mime(PastedText("\n".join("\t".join(row) for row in rows)), "")
    shown = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    data.setHtml(f"<table>{shown}</table>")
    return data


def from_mime(source: QMimeData, origin: str) -> PastedText | None:
    """Return what `to_mime` wrote for the same report, else None."""
    if not source.hasFormat(OWN_FORMAT):
        return None
    try:
        packed = json.loads(bytes(source.data(OWN_FORMAT).data()))
        if packed["origin"] != origin:
            return None
        runs = tuple(
            Run(start, end, field_id, marker, Link(link), State(flag) if flag else None)
            for start, end, field_id, marker, link, flag in packed["runs"]
        )
        return PastedText(packed["text"], runs)
    except (ValueError, KeyError, TypeError):
        return None


def lines_of(pasted: PastedText) -> list[Line]:
    """Return pasted text as lines; runs that do not lie within one line are left out."""
    lines, start, index = [], 0, 0
    runs = sorted(pasted.runs, key=lambda run: run.start)
    for line in pasted.text.split("\n"):
        end = start + len(line)
        own: list[LineRun] = []
        while index < len(runs) and runs[index].start < end:
            run = runs[index]
            index += 1
            if start <= run.start < run.end <= end and (not own or own[-1].end <= run.start - start):
                tag = Tag(run.field_id, run.marker, 0, run.link, run.flag)
                own.append(LineRun(run.start - start, run.end - start, tag))
        lines.append(Line(line, tuple(own)))
        start = end + 1
    return lines
