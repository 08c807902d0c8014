"""The collection sheet (采集表): one row a field, sent to other offices to be filled.

`write_sheet` makes the workbook, `sheet_reading.read_sheet` takes it back. Titles, wording, widths and colours stand in
`resources/filling/sheet.toml`.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from assistant.filling.sentences_around import sentence_bounds
from assistant.filling.sheet_look import SheetLine, SpotText, build_workbook, printable
from assistant.report.fields import Field, State
from assistant.report.model import Paragraph, Report, Role
from assistant.report.outline import all_sections
from assistant.resources import load_rules

_CLAUSE_END = re.compile("[，、；：。！？,;:]")
_NO_OFFICES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class SheetRow:
    """What the sheet says about one field."""

    field_id: str
    name: str
    unit: str
    kind: str
    """The kind's name as the clerk reads it."""
    context: tuple[str, ...]
    """The sentence around the field: every second piece is the marked spot."""
    section: str
    """Headings above the field, one a line."""
    office: str
    value: str
    """What is filled in already; "" for a stale field, which must be answered anew."""
    note: str
    prompt: str
    """What an office should write, in a few words."""

    @property
    def context_text(self) -> str:
        """The context as it reads in the sheet."""
        return "".join(self.context)

    @property
    def check(self) -> str:
        """A digest that tells whether a row still holds the words it was written with."""
        return row_check(self.name, self.unit, self.context_text)


def row_check(name: str, unit: str, context: str) -> str:
    """Return a short digest of a row's words; blanks and line breaks in them do not matter."""
    words = "\x1f".join("".join(part.split()) for part in (name, unit, context))
    return hashlib.blake2b(words.encode("utf-8", "replace"), digest_size=4).hexdigest()


def write_sheet(
    report: Report,
    paragraphs: Sequence[Paragraph],
    *,
    title: str,
    when: datetime,
    fields: Sequence[Field] | None = None,
    offices: Mapping[str, str] = _NO_OFFICES,
) -> bytes:
    """Return an .xlsx workbook that asks for the fields of a report; the same input gives the same bytes.

    Args:
        report: the report that asks.
        paragraphs: its paragraphs.
        title: the report's title, for the heading of the sheet.
        when: the time that the workbook's properties tell.
        fields: the fields to ask for; all of the report where not given.
        offices: the office that answers, by field id.
    """
    rows = sheet_rows(report, paragraphs, fields=fields, offices=offices)
    words = load_rules("filling", "sheet.toml")["wording"]
    title = "".join(title.split())
    heading = words["heading_plain" if not title or re.search("[《》]", title) else "heading"].format(title=title)
    asked_offices = {row.office for row in rows}
    office = next(iter(asked_offices)) if len(asked_offices) == 1 else ""
    how = words["how"]
    if any(field.state is State.STALE for field in (report.fields if fields is None else fields)):
        how += words["how_stale"]
    sign = words["sign"].format(office=office or words["no_office"], count=len(rows))
    return build_workbook([_line(number, row) for number, row in enumerate(rows, 1)], heading, how, sign, when)


def _line(number: int, row: SheetRow) -> SheetLine:
    cells: dict[str, int | str | SpotText] = {
        "number": number,
        "name": row.name,
        "unit": row.unit,
        "kind": row.kind,
        "context": SpotText(row.context),
        "section": row.section,
        "office": row.office,
        "value": row.value,
        "note": row.note,
        "id": row.field_id,
        "check": row.check,
    }
    return SheetLine(cells, row.kind, row.prompt)


def sheet_rows(
    report: Report,
    paragraphs: Sequence[Paragraph],
    *,
    fields: Sequence[Field] | None = None,
    offices: Mapping[str, str] = _NO_OFFICES,
) -> tuple[SheetRow, ...]:
    """Return what the sheet says about the fields (all where none are given), in the order of the text."""
    headings = _Headings(report.text, paragraphs)
    starts = [paragraph.start for paragraph in paragraphs]
    kinds = load_rules("wording", "sentences.toml")["kinds"]
    words = load_rules("filling", "sheet.toml")["wording"]
    rows = []
    for field in sorted(report.fields if fields is None else fields, key=lambda one: one.start):
        index = bisect_right(starts, field.start) - 1
        line = paragraphs[index] if index >= 0 else None
        is_title = line is not None and line.role in (Role.TITLE, Role.SUBTITLE)
        rows.append(
            SheetRow(
                field.id,
                printable(field.label),
                printable(field.unit),
                kinds[field.kind.value],
                tuple(map(printable, _context(report.text, field, line))),
                printable(headings.above(field.start) or words["in_title" if is_title else "no_section"]),
                offices.get(field.id, ""),
                "" if field.state is State.STALE else field.value,
                field.note,
                prompt_for(field),
            )
        )
    return tuple(rows)


def prompt_for(field: Field, say: Callable[[str], str] = str) -> str:
    """Return what is to be written for a field, in a few words, each passed through `say`."""
    prompts = load_rules("filling", "sheet.toml")["prompts"]
    unit = say(prompts["unit"]).format(unit=field.unit) if field.unit else ""
    return say(prompts[field.kind.value]).format(unit=unit)


def _context(text: str, field: Field, line: Paragraph | None) -> tuple[str, ...]:
    """Return the sentence of the field's first place in pieces: words, spot, words, spot … words."""
    words = load_rules("filling", "sheet.toml")["wording"]
    place = field.occurrences[0]
    start, end = (line.start, line.end) if line is not None else (0, len(text))
    start, end = sentence_bounds(text, start, max(end, place.end), place.start, place.end)
    short_start, short_end = _shortened(text, start, end, place.start, place.end)
    spot = words["old_spot"].format(value=field.value) if field.state is State.STALE else words["spot"]
    pieces = [words["cut"] if short_start > start else ""]
    done = short_start
    for one in field.occurrences:
        if short_start <= one.start and one.end <= short_end:
            pieces[-1] += text[done : one.start]
            pieces += [spot, ""]
            done = one.end
    pieces[-1] += text[done:short_end] + (words["cut"] if short_end < end else "")
    if len(field.occurrences) > 1:
        pieces[-1] += words["places"].format(count=len(field.occurrences))
    return (pieces[0].lstrip(), *pieces[1:-1], pieces[-1].rstrip())


def _shortened(text: str, start: int, end: int, spot: int, spot_end: int) -> tuple[int, int]:
    """Return the bounds of the part of a long sentence that is shown, cut behind clauses where there are some."""
    lengths = load_rules("filling", "sheet.toml")["context"]
    if end - start <= lengths["longest"]:
        return start, end
    side = lengths["side"]
    # what one side leaves unused goes to the other
    before = min(spot - start, side + max(0, side - (end - spot_end)))
    behind = min(end - spot_end, side + max(0, side - (spot - start)))
    first, last = spot - before, spot_end + behind
    if first > start:
        clause = _CLAUSE_END.search(text, first, max(first, spot - side // 2))
        first = clause.end() if clause is not None else first
    if last < end:
        clauses = list(_CLAUSE_END.finditer(text, min(last, spot_end + side // 2), last))
        last = clauses[-1].end() if clauses else last
    return first, last


class _Headings:
    """The headings above a place of the text."""

    def __init__(self, text: str, paragraphs: Sequence[Paragraph]) -> None:
        self._sections: dict[int, list[tuple[int, int, str]]] = {1: [], 2: []}
        for section in all_sections(paragraphs):
            if section.level in self._sections:
                head = paragraphs[section.first]
                heading = (head.number or head.expected_number or "") + head.heading_of(text)
                self._sections[section.level].append((head.start, paragraphs[section.last - 1].end, heading))

    def above(self, position: int) -> str:
        """Return the headings of the first two levels that `position` stands under, one a line."""
        # sections of one level never overlap
        headings = []
        for sections in self._sections.values():
            index = bisect_right(sections, position, key=lambda one: one[0]) - 1
            if index >= 0 and position <= sections[index][1]:
                headings.append(sections[index][2])
        return "\n".join(headings)
