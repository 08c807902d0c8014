"""Readable tables of what was found, for the command line."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from assistant.phrases.library import Phrase
from assistant.report.fields import Field
from assistant.report.model import Role
from assistant.workbench.opening import OpenedReport
from assistant.workbench.sentences import kind_word, reason_word, role_word, sentence, severity_word, state_word

_CONTEXT = 10


def scan_table(opened: OpenedReport) -> str:
    """Return outline and fields of a report as text."""
    text = opened.report.text
    parts = [sentence("scan.head", name=opened.name or "-", encoding=opened.encoding, chars=len(text))]
    for paragraph in opened.paragraphs:
        if paragraph.role is Role.HEADING:
            indent = "  " * (paragraph.level or 1)
            number = paragraph.number or paragraph.expected_number or ""
            parts.append(f"{indent}{number}{paragraph.heading_of(text)}")
        elif paragraph.role is not Role.BODY:
            parts.append(f"[{role_word(paragraph.role.value)}] {paragraph.text_of(text)[:40]}")
    parts.append("")
    parts.append(sentence("scan.fields", count=len(opened.report.fields)))
    parts.append(_table([_field_row(field, text) for field in opened.report.fields], _field_head()))
    for removal in opened.removals:
        if removal.text.strip():
            parts.append(sentence("scan.removed", reason=reason_word(removal.reason), text=removal.text.strip()[:40]))
    parts += [sentence(notice) for notice in opened.notices]
    return "\n".join(parts)


def open_fields_table(fields: Sequence[Field]) -> str:
    """Return the fields that forbid a final export as text."""
    rows = [(f.id, kind_word(f.kind), f.label, f.unit, state_word(f.state), str(len(f.occurrences))) for f in fields]
    return _table(rows, tuple(sentence("head.open").split("|")))


def findings_table(found: Mapping[str, Any], source_text: str) -> str:
    """Return findings, as `check_values` gives them, as text with their lines."""
    rows = [
        (
            str(source_text.count("\n", 0, one["start"]) + 1),
            severity_word(one["severity"]),
            one["text"].replace("\n", " ").strip()[:16],
            one["message"],
        )
        for one in found["findings"]
    ]
    return _table(rows, tuple(sentence("head.findings").split("|"))) if rows else sentence("check.nothing")


def phrases_table(phrases: Sequence[Phrase]) -> str:
    """Return phrases as text."""
    rows = [(one.category, one.text, "；".join(name for name, _section in one.sources[:2])) for one in phrases]
    return _table(rows, tuple(sentence("head.phrases").split("|"))) if rows else sentence("phrases.nothing")


def _field_head() -> tuple[str, ...]:
    return tuple(sentence("head.fields").split("|"))


def _field_row(field: Field, text: str) -> tuple[str, ...]:
    place = field.occurrences[0]
    before = text[max(0, place.start - _CONTEXT) : place.start].split("\n")[-1]
    behind = text[place.end : place.end + _CONTEXT].split("\n")[0]
    shown = text[place.start : place.end]
    context = f"{before}【{shown}】{behind}"
    return (field.id, kind_word(field.kind), field.label, field.unit, str(len(field.occurrences)), context)


def _table(rows: Iterable[Sequence[str]], head: Sequence[str]) -> str:
    """Return rows in columns; a Chinese character counts two cells."""
    lines = [tuple(head), *(tuple(row) for row in rows)]
    widths = [max(_width(line[column]) for line in lines) for column in range(len(head))]
    return "\n".join(
        "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)
