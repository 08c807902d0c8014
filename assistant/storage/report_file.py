"""The program's own file, `.baogao`: a report with all that is known about its fields, as readable JSON.

One UTF-8 JSON document with its keys in a fixed order. Within a version a newer program may add keys at the top
level only; they are kept through a round trip. Any other change of shape needs a new version number. Version 2 has
tables and pictures; a report without any is written as version 1, for older programs to read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from assistant import __version__
from assistant.report.errors import AssistantError
from assistant.report.fields import Field
from assistant.report.model import Report, Role, lines_with_offsets
from assistant.storage.atomic import read_file, write_atomically
from assistant.storage.object_shape import objects_to_json, with_objects_from_json
from assistant.storage.report_shape import cleaned_from_json, report_from_json
from assistant.storage.shape import broken, mapping, string

FORMAT = "baogao"
VERSION = 2
_PLAIN_VERSION = 1
SUFFIX = ".baogao"
LARGEST_BYTES = 256 << 20
_KEYS = ("format", "version", "program", "title", "layout", "report", "source", "cleaned")
_OBJECT_KEYS = ("tables", "pictures")
OWN_KEYS = (*_KEYS, *_OBJECT_KEYS)
"""Keys of the file that have an owner in this program."""
_LONGEST_TITLE = 80
_DEEPEST = 100
MOST_PIECES = 4_000_000
"""Values of the whole file, and commas in its texts; a report with 30,000 fields has 800,000."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """One piece of noise that was removed when the source was read."""

    start: int
    """First code point, counted in the source's decoded text (which is not kept)."""
    end: int
    """Code point behind the piece."""
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class SavedReport:
    """All that one `.baogao` file holds."""

    report: Report
    layout: str
    """Name of the page layout."""
    source_name: str = ""
    """Name of the file the report was read from, without its folder, or ""."""
    source_encoding: str = ""
    """Encoding of that file, or ""."""
    extra: Mapping[str, object] = field(default_factory=dict)
    """Further top-level keys with plain JSON values: what a newer program wrote is kept here."""
    cleaned: tuple[Cleaned, ...] = ()

    def __post_init__(self) -> None:
        """Refuse extra keys that have an owner already."""
        taken = [key for key in self.extra if key in OWN_KEYS]
        if taken:
            raise ValueError(f"extra must not hold the keys {taken}")


def encode_report(saved: SavedReport, *, compact: bool = False) -> bytes:
    """Return the bytes of a `.baogao` file: UTF-8, no byte order mark, newline at the end.

    `compact` leaves out the indentation, which is ten times as quick; both read back alike.

    Raises:
        AssistantError: `report_file.unencodable` (place, position) where a text holds half a surrogate pair;
            position counts code points in the report's text, or in the text at `place` elsewhere.
    """
    document = _document_of(saved)
    for place, text in _strings(saved.extra, ""):
        _refuse_unencodable(text, place)
    indent = None if compact else 1
    try:
        return json.dumps(document, ensure_ascii=False, indent=indent, allow_nan=False).encode("utf-8") + b"\n"
    except UnicodeEncodeError:
        # looked for only now: it takes ten times as long as encoding
        _refuse_unencodable(saved.report.text, "report.text")
        for place, text in _strings(document, ""):
            _refuse_unencodable(text, place)
        raise


def decode_report(data: bytes) -> SavedReport:
    """Return what the bytes of a `.baogao` file hold.

    The order of fields and occurrences is taken as it stands; everything else is checked.

    Raises:
        AssistantError: `report_file.broken` (place) where anything is not as it must be, `report_file.newer`
            (version, known) where a newer program wrote the file in a form not known here, `file.too_complex`
            (most) where it would need absurd memory.
    """
    document = mapping(_json_from(data), "file")
    if document.get("format") != FORMAT:
        raise broken("format")
    version = document.get("version")
    if type(version) is not int or version < 1:
        raise broken("version")
    if version > VERSION:
        raise AssistantError("report_file.newer", version=version, known=VERSION)
    _check_strings(document)
    mapping(document, "file", keys=_KEYS, more=True)
    string(document["program"], "program")
    string(document["title"], "title")
    source = mapping(document["source"], "source", keys=("name", "encoding"), more=False)
    report = report_from_json(document["report"], "report")
    return SavedReport(
        report=with_objects_from_json(report, {key: document.get(key, []) for key in _OBJECT_KEYS}),
        layout=string(document["layout"], "layout"),
        source_name=string(source["name"], "source.name"),
        source_encoding=string(source["encoding"], "source.encoding"),
        extra={key: value for key, value in document.items() if key not in OWN_KEYS},
        cleaned=tuple(Cleaned(*values) for values in cleaned_from_json(document["cleaned"], "cleaned")),
    )


def save_report(path: Path, saved: SavedReport) -> bytes:
    """Write the report to `path`, after reading its bytes back and finding them equal; return these bytes.

    Raises:
        AssistantError: `report_file.not_verified` (path), `report_file.unencodable` (place, position),
            `report_file.too_large` (path, size, limit), `report_file.too_complex` (path, most), and those of
            `write_atomically`; the old file is untouched.
    """
    data = encode_report(saved)
    if len(data) > LARGEST_BYTES:
        raise AssistantError("report_file.too_large", path=str(path), size=len(data), limit=LARGEST_BYTES)
    try:
        verified = decode_report(data) == saved
    except AssistantError as error:
        if error.code == "file.too_complex":
            raise AssistantError("report_file.too_complex", path=str(path), most=MOST_PIECES) from error
        raise AssistantError("report_file.not_verified", path=str(path)) from error
    if not verified:
        raise AssistantError("report_file.not_verified", path=str(path))
    write_atomically(path, data)
    return data


def load_report(path: Path) -> SavedReport:
    """Return the report in the file at `path`.

    Raises:
        AssistantError: those of `decode_report` with `path` added, and those of `read_file`.
    """
    data = read_file(path, limit_bytes=LARGEST_BYTES)
    try:
        return decode_report(data)
    except AssistantError as error:
        raise AssistantError(error.code, **error.parameters, path=str(path)) from error


def _document_of(saved: SavedReport) -> dict[str, object]:
    report = saved.report
    objects = objects_to_json(report)
    return {
        "format": FORMAT,
        "version": VERSION if objects else _PLAIN_VERSION,
        "program": __version__,
        "title": _title_of(report),
        "layout": saved.layout,
        "report": {
            "text": [line for _, line in lines_with_offsets(report.text)],
            "fields": [_field_to_json(one) for one in report.fields],
            "role_overrides": [[line, role.value] for line, role in report.role_overrides],
        },
        "source": {"name": saved.source_name, "encoding": saved.source_encoding},
        "cleaned": [
            {"start": one.start, "end": one.end, "text": one.text, "reason": one.reason} for one in saved.cleaned
        ],
        **objects,
        **saved.extra,
    }


def _field_to_json(one: Field) -> dict[str, object]:
    return {
        "id": one.id,
        "kind": one.kind.value,
        "label": one.label,
        "unit": one.unit,
        "value": one.value,
        "state": one.state.value,
        "source": one.source,
        "note": one.note,
        "occurrences": [[place.start, place.end, place.marker, place.link.value] for place in one.occurrences],
    }


def _title_of(report: Report) -> str:
    """Return a title for those who look into the file; nothing reads it back."""
    lines = report.text.split("\n")
    set_by_hand = {line for line, role in report.role_overrides if role is Role.TITLE}
    titles = [line for line in lines if line in set_by_hand] or lines
    return next((line.strip()[:_LONGEST_TITLE] for line in titles if line.strip()), "")


def _json_from(data: bytes) -> object:
    # each value takes up to a hundred times the memory that its sign takes in the file
    if sum(map(data.count, (b",", b"[", b"{"))) > MOST_PIECES:
        raise AssistantError("file.too_complex", most=MOST_PIECES)
    try:
        # An editor on Windows may have put a byte order mark in front.
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise broken(f"byte {error.start}") from error
    try:
        parsed: object = json.loads(
            text, object_pairs_hook=_without_doubles, parse_constant=_no_number, parse_float=_finite
        )
    except json.JSONDecodeError as error:
        raise broken(f"line {error.lineno}") from error
    except (ValueError, RecursionError) as error:
        raise broken("file") from error
    return parsed


def _without_doubles(pairs: list[tuple[str, object]]) -> dict[str, object]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise ValueError("a key stands twice")
    return result


def _no_number(name: str) -> object:
    raise ValueError(name)


def _finite(digits: str) -> float:
    value = float(digits)
    if value in (float("inf"), float("-inf")):
        raise ValueError("too large")
    return value


def _check_strings(document: Mapping[str, object]) -> None:
    for place, text in _strings(document, ""):
        try:
            text.encode("utf-8")
        except UnicodeEncodeError as error:
            raise broken(place) from error


def _refuse_unencodable(text: str, place: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise AssistantError("report_file.unencodable", place=place, position=error.start) from error


def _strings(value: object, place: str, *, depth: int = 0) -> Iterator[tuple[str, str]]:
    """Yield every key and text in a JSON value with its place; a value that is nested too deep is broken."""
    if isinstance(value, str):
        yield place, value
    elif depth > _DEEPEST:
        raise broken(place[:_LONGEST_TITLE])
    elif isinstance(value, Mapping):
        for key, one in value.items():
            inner = f"{place}.{key}" if place else str(key)
            yield inner, str(key)
            yield from _strings(one, inner, depth=depth + 1)
    elif isinstance(value, list | tuple):
        for number, one in enumerate(value):
            yield from _strings(one, f"{place}[{number}]", depth=depth + 1)
