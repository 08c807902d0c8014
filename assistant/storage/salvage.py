"""What can still be read of a damaged report file: its lines of text, and all that stands beside them and fits.

That is fields, tables, pictures, roles set by the clerk, where the report came from, and what this program does not
know; the report's id is among that, by which its versions are found.

The file is not parsed as a whole but read piece by piece from where each part begins, so that a file that was cut
off, or in which a few bytes are wrong, gives up all that stands before and beside the damage.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import islice

from assistant.report.errors import AssistantError
from assistant.report.fields import Field, State
from assistant.report.model import Report, Role
from assistant.storage.object_shape import with_objects_from_json
from assistant.storage.report_file import OWN_KEYS, Cleaned, SavedReport, decode_report, encode_report
from assistant.storage.report_shape import cleaned_from_json, field_from_json, overrides_from_json

_TEXT = re.compile(r'"text"\s*:\s*\[')
_FIELDS = re.compile(r'"fields"\s*:\s*\[')
_TABLES = re.compile(r'"tables"\s*:\s*\[')
_PICTURES = re.compile(r'"pictures"\s*:\s*\[')
_LAYOUT = re.compile(r'"layout"\s*:\s*"([^"\\\x00-\x1f]{1,40})"')
_ROLES = re.compile(r'"role_overrides"\s*:\s*\[')
_SOURCE = re.compile(r'"source"\s*:\s*(?=\{)')
_CLEANED = re.compile(r'"cleaned"\s*:\s*\[')
_TOP_LEVEL = re.compile(r'^ ("(?:[^"\\\x00-\x1f]|\\.)*"): ', re.MULTILINE)
"""A key of the whole file as the program writes it; no line within a text of the report begins so."""
_MOST_KEYS = 1_000
_BETWEEN = re.compile(r"[\s,]*")
_REST_OF_STRING = re.compile(r'"((?:[^"\\\x00-\x1f]|\\.)*)')
_DECODER = json.JSONDecoder()


def salvage_report(data: bytes) -> SavedReport | None:
    """Return what can be read of a damaged report file, or None where no text is left.

    Markers whose field is lost are plain text; whoever opens the report finds them again.
    """
    content = data.decode("utf-8", "replace").replace("\x00", "")
    found = _TEXT.search(content)
    if found is None:
        return None
    strings = list(_strings_from(content, found.end()))
    text = "\n".join(_one_line(line) for line, _ in strings)
    if not text.strip():
        return None
    fields = _FIELDS.search(content, found.end())
    report = Report(text, tuple(_fields_from(content, fields.end(), text)) if fields is not None else ())
    end = strings[-1][1]
    if content.startswith("]", _after_blanks(content, end)):
        # tables know their lines by number: they are right only where none is lost
        report = _with_objects(report, content, end)
    report = replace(report, role_overrides=tuple(_roles_from(content, found.end())))
    return _with_the_rest(SavedReport(report=report, layout=""), content)


def _with_the_rest(saved: SavedReport, content: str) -> SavedReport:
    """Return what was saved with all that stands beside the report and can be read."""
    layout, source = _LAYOUT.search(content), _SOURCE.search(content)
    told = next(_objects_from(content, source.end()), None) if source is not None else None
    named = told if isinstance(told, dict) else {}
    saved = replace(
        saved,
        layout=layout[1] if layout is not None else "",
        source_name=_usable_text(named.get("name")),
        source_encoding=_usable_text(named.get("encoding")),
    )
    cleaned, kept = _CLEANED.search(content), list(saved.cleaned)
    for value in _objects_from(content, cleaned.end()) if cleaned is not None else ():
        with suppress(AssistantError):
            pieces = tuple(Cleaned(*one) for one in cleaned_from_json([value], ""))
            if _can_be_kept(replace(saved, report=Report("x"), cleaned=pieces)):
                kept += pieces
    return replace(saved, cleaned=tuple(kept), extra=dict(_further_keys(content)))


def _roles_from(content: str, position: int) -> Iterator[tuple[str, Role]]:
    found = _ROLES.search(content, position)
    for value in _objects_from(content, found.end()) if found is not None else ():
        with suppress(AssistantError):
            for line, role in overrides_from_json([value], ""):
                if _usable_text(line):
                    yield line, role


def _further_keys(content: str) -> Iterator[tuple[str, object]]:
    """Yield what stands beside the report under keys that this program does not know, each with a whole value."""
    for found in islice(_TOP_LEVEL.finditer(content), _MOST_KEYS):
        with suppress(ValueError, RecursionError, AssistantError):
            key = json.loads(found[1])
            value, _ = _DECODER.raw_decode(content, found.end())
            if key not in OWN_KEYS and _can_be_kept(SavedReport(Report("x"), "", extra={key: value})):
                yield key, value


def _can_be_kept(saved: SavedReport) -> bool:
    try:
        return decode_report(encode_report(saved)) == saved
    except (AssistantError, ValueError, RecursionError):
        return False


def _usable_text(value: object) -> str:
    """Return a text that can be saved again, else ""."""
    if not isinstance(value, str) or "\ufffd" in value:
        return ""
    return value if _one_line(value) == value else ""


def _with_objects(report: Report, content: str, position: int) -> Report:
    """Return the report with the tables and pictures that can be read, each with all those in front of it."""
    kept: dict[str, list[object]] = {"tables": [], "pictures": []}
    for name, pattern in (("tables", _TABLES), ("pictures", _PICTURES)):
        found = pattern.search(content, position)
        values = list(_objects_from(content, found.end())) if found is not None else []
        fewest, most = 0, len(values)
        tried = most  # where nothing is wrong, all of them are tried once
        while fewest < most:
            try:
                report = with_objects_from_json(report, {**kept, name: values[:tried]})
                fewest = tried
            except AssistantError:
                most = tried - 1
            tried = (fewest + most + 1) // 2
        kept[name] = values[:fewest]
    return report


def _strings_from(content: str, position: int) -> Iterator[tuple[str, int]]:
    """Yield the strings of an array that begins at `position`; of one that is cut off, what is left of it."""
    while True:
        position = _after_blanks(content, position)
        if not content.startswith('"', position):
            return
        try:
            value, position = _DECODER.raw_decode(content, position)
        except ValueError:
            rest = _REST_OF_STRING.match(content, position)
            if rest is not None and rest[1].strip("\ufffd \\"):
                yield rest[1].replace('\\"', '"').replace("\\t", "\t").rstrip("\\\ufffd"), rest.end()
            return
        yield value, position


def _objects_from(content: str, position: int) -> Iterator[object]:
    """Yield the objects and arrays of an array that begins at `position`, up to the first that is cut off."""
    while content.startswith(("{", "["), position := _after_blanks(content, position)):
        try:
            value, position = _DECODER.raw_decode(content, position)
        except (ValueError, RecursionError):
            return
        yield value


def _fields_from(content: str, position: int, text: str) -> Iterator[Field]:
    taken = _Taken()
    ids: set[str] = set()
    for value in _objects_from(content, position):
        with suppress(AssistantError):
            field = field_from_json(value, "", text_length=len(text))
            if field.id and field.id not in ids and _fits(field, text, taken):
                ids.add(field.id)
                for place in field.occurrences:
                    taken.add(place.start, place.end)
                yield field


class _Taken:
    """Stretches of the text that belong to a field; they do not overlap."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def add(self, start: int, end: int) -> None:
        """Take a stretch."""
        at = bisect_right(self._starts, start)
        self._starts.insert(at, start)
        self._ends.insert(at, end)

    def touches(self, start: int, end: int) -> bool:
        """Whether a stretch overlaps one that is taken."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._ends[before - 1] > start


def _fits(field: Field, text: str, taken: _Taken) -> bool:
    """Whether a field's places hold what the field says: offsets are wrong behind a line that is lost."""
    is_masked = field.state in (State.OPEN, State.WAIVED)
    reached = 0
    for place in field.occurrences:
        if text[place.start : place.end] != (place.marker if is_masked or not field.value else field.value):
            return False
        if place.start < reached or taken.touches(place.start, place.end):
            return False
        reached = place.end
    return True


def _after_blanks(content: str, position: int) -> int:
    blanks = _BETWEEN.match(content, position)
    return blanks.end() if blanks is not None else position


def _one_line(line: str) -> str:
    # half a surrogate pair, which an escape may stand for, could not be saved again
    clean = line.encode("utf-8", "replace").decode("utf-8")
    return " ".join(clean.splitlines()) if "\n" in clean or "\r" in clean else clean
