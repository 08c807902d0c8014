"""Edits of a report as pure functions: text, fields and their places stay together.

Every function returns a new report. Occurrences move with the text around them; one whose text is
cut away entirely disappears, and a field that loses its last occurrence goes with it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from assistant.report.errors import AssistantError
from assistant.report.fields import Field, Occurrence, State
from assistant.report.model import Report
from assistant.report.pictures import PICTURE_SIGN, pictures_after
from assistant.report.tables import free_spans, tables_after, tables_followed


def replace_span(report: Report, start: int, end: int, new_text: str) -> Report:
    """Put `new_text` in place of the code points from `start` up to `end`.

    An occurrence inside the span disappears; one that is cut by an end of the span keeps what is left of it. A span
    that cuts a table empties the cells that lie in it and leaves the grid; pictures in the span go with their signs.

    Raises:
        AssistantError: `edit.span` where the span does not lie in the text.
    """
    if not 0 <= start <= end <= len(report.text):
        raise AssistantError("edit.span", start=start, end=end)
    if not report.tables and not report.pictures:
        return _with_span(report, start, end, new_text)
    spans = free_spans(report.text, report.tables, start, end)
    for place, (first, last) in reversed(list(enumerate(spans))):
        new = new_text.replace(PICTURE_SIGN, "") if place == 0 else ""
        report = replace(
            _with_span(report, first, last, new),
            tables=tables_after(
                report.tables,
                report.text.count("\n", 0, first),
                report.text.count("\n", 0, last),
                new.count("\n") + 1,
            ),
            pictures=pictures_after(report.text, report.pictures, first, last),
        )
    return report


def _with_span(report: Report, start: int, end: int, new_text: str) -> Report:
    by = len(new_text) - (end - start)

    def moved(occurrence: Occurrence) -> Occurrence | None:
        if occurrence.end <= start:
            return occurrence
        if occurrence.start >= end:
            return occurrence.shifted(by)
        if start > occurrence.start and end < occurrence.end:
            return replace(occurrence, end=occurrence.end + by)
        if occurrence.start < start:
            return replace(occurrence, end=start)
        if occurrence.end > end:
            return replace(occurrence, start=start + len(new_text), end=occurrence.end + by)
        return None

    text = report.text[:start] + new_text + report.text[end:]
    return replace(report, text=text, fields=move_occurrences(report.fields, moved))


def with_text(report: Report, text: str) -> Report:
    """Return the report with a text that somebody edited in one place; fields are the caller's to place anew."""
    if not report.tables and not report.pictures:
        return replace(report, text=text)
    shorter = min(len(report.text), len(text))
    head = next((at for at in range(shorter) if report.text[at] != text[at]), shorter)
    tail = next((at for at in range(shorter - head) if report.text[-1 - at] != text[-1 - at]), shorter - head)
    return replace(
        report,
        text=text,
        tables=tables_followed(report.tables, report.text, text),
        pictures=pictures_after(report.text, report.pictures, head, len(report.text) - tail),
    )


def move_occurrences(fields: Iterable[Field], moved: Callable[[Occurrence], Occurrence | None]) -> tuple[Field, ...]:
    """Return the fields with every occurrence replaced by what `moved` makes of it, without those it drops."""
    kept = []
    for field in fields:
        places = tuple(place for place in map(moved, field.occurrences) if place is not None)
        if places:
            kept.append(replace(field, occurrences=tuple(sorted(places, key=lambda place: place.start))))
    return tuple(sorted(kept, key=lambda field: field.start))


def fill_fields(report: Report, values: Mapping[str, str]) -> Report:
    """Put values in every place of many fields, by their ids; "" brings the markers of a field back and opens it.

    Raises:
        KeyError: the report has no such field.
        AssistantError: `field.line_break` for a value of more than one line.
    """
    for field_id, value in values.items():
        if "\n" in value or "\r" in value:
            raise AssistantError("field.line_break", field=field_id)
    known = {field.id: field for field in report.fields}
    changes = {
        place.start: (place.end, value or place.marker)
        for field_id, value in values.items()
        for place in known[field_id].occurrences
    }
    text, shift = _with_replacements(report.text, changes)

    def moved(occurrence: Occurrence) -> Occurrence:
        length = len(changes[occurrence.start][1]) if occurrence.start in changes else occurrence.end - occurrence.start
        start = occurrence.start + shift(occurrence.start)
        return replace(occurrence, start=start, end=start + length)

    def settled(field: Field) -> Field:
        value = values.get(field.id)
        if value is None:
            return field
        return replace(field, value=value, state=State.FILLED if value else State.OPEN)

    return replace(report, text=text, fields=tuple(map(settled, move_occurrences(report.fields, moved))))


def _with_replacements(text: str, changes: dict[int, tuple[int, str]]) -> tuple[str, Callable[[int], int]]:
    """Return the text with {start: (end, new)} applied, and the shift of a position that lies in no changed span."""
    parts: list[str] = []
    starts = sorted(changes)
    shifts = [0]
    done = 0
    for start in starts:
        end, new = changes[start]
        parts += [text[done:start], new]
        shifts.append(shifts[-1] + len(new) - (end - start))
        done = end
    parts.append(text[done:])
    return "".join(parts), lambda position: shifts[bisect_left(starts, position)]


def keep_answer(report: Report, field_id: str, answer: str) -> Report:
    """Keep an answer that cannot stand in the text as the value of a field that stays open.

    Raises:
        KeyError: the report has no such field.
    """
    field = report.field(field_id)
    kept = replace(field, value=answer, state=State.OPEN)
    return replace(report, fields=tuple(kept if f is field else f for f in report.fields))
