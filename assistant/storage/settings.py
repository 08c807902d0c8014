"""What the clerk has set and where she was: layout, zoom, theme, recent files, window.

`settings.json` is readable and may be edited by hand, so nothing in it can keep the program from starting:
a wrong value gives its default and a log record, an unknown key is kept for the program that wrote it.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Literal

from assistant.report.errors import AssistantError
from assistant.storage.atomic import read_file, write_atomically
from assistant.storage.folders import settings_folder

Theme = Literal["system", "light", "dark"]

MOST_RECENT = 12
ZOOM_PERCENT = (25, 400)
_FILE_NAME = "settings.json"
_LARGEST_BYTES = 4 << 20
_MOST_PANELS = 32
_LARGEST_PIXELS = 100_000
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class RecentFile:
    """A file the clerk had open lately."""

    path: str
    title: str
    opened_iso: str
    """When it was opened last, ISO 8601, to the second."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings with their defaults."""

    layout: str = "公文"
    """Name of the layout for new reports."""
    zoom: int = 100
    """Percent, 25 to 400."""
    theme: Theme = "system"
    recent: tuple[RecentFile, ...] = ()
    """Latest first, at most 12."""
    window_geometry: str = ""
    """What Qt gave for the window, in base64, or "" for the default place."""
    panel_sizes: tuple[int, ...] = ()
    """Widths of outline, page and side panel in pixels, or () for the default widths."""
    last_folder: str = ""
    """Where the last file dialog ended, or ""."""
    unknown: Mapping[str, object] = field(default_factory=dict)
    """Keys of settings.json that this program does not know."""


def load_settings() -> Settings:
    """Return the stored settings; whatever is missing or unusable has its default."""
    document = _read_document()
    known: dict[str, object] = {}
    for key, check in _CHECKS.items():
        if key in document:
            value = check(document[key])
            if value is None:
                _log.info("settings: %s is unusable (%s), default taken", key, type(document[key]).__name__)
            else:
                known[key] = value
    unknown = {key: value for key, value in document.items() if key not in _CHECKS and _can_be_kept(value)}
    return replace(Settings(unknown=unknown), **known)  # type: ignore[arg-type]


def save_settings(settings: Settings) -> None:
    """Write the settings to settings.json.

    Raises:
        AssistantError: `folder.unusable` and those of `write_atomically`; the old file is untouched.
    """
    document = asdict(replace(settings, unknown={}))
    del document["unknown"]
    document.update((key, value) for key, value in settings.unknown.items() if key not in document)
    try:
        data = json.dumps(document, ensure_ascii=False, indent=1).encode("utf-8")
    except UnicodeEncodeError:
        # File names on Linux may hold bytes that are no UTF-8; Python has them as lone surrogates.
        data = json.dumps(document, ensure_ascii=True, indent=1).encode("ascii")
    write_atomically(settings_folder() / _FILE_NAME, data + b"\n")


def with_recent(settings: Settings, path: Path | str, title: str, when: datetime) -> Settings:
    """Return the settings with this file in front of the recent ones, once."""
    newest = RecentFile(str(path), title, when.isoformat(timespec="seconds"))
    others = without_recent(settings, path).recent
    return replace(settings, recent=(newest, *others)[:MOST_RECENT])


def without_recent(settings: Settings, path: Path | str) -> Settings:
    """Return the settings without this file among the recent ones (case does not count on Windows)."""
    return replace(settings, recent=tuple(one for one in settings.recent if not _is_same_file(one.path, path)))


def _is_same_file(one: Path | str, other: Path | str) -> bool:
    # By name alone: looking at a network folder that is gone would make the program wait.
    return os.path.normcase(os.path.normpath(one)) == os.path.normcase(os.path.normpath(other))


def _read_document() -> dict[str, object]:
    try:
        data = read_file(settings_folder() / _FILE_NAME, limit_bytes=_LARGEST_BYTES)
        document: object = json.loads(data.decode("utf-8-sig"), parse_constant=_no_number)
    except AssistantError as error:
        if error.code != "file.missing":
            _log.info("settings: %s, defaults taken", error.code)
        return {}
    except (ValueError, RecursionError) as error:
        _log.info("settings: no JSON (%s), defaults taken", type(error).__name__)
        return {}
    if not isinstance(document, dict):
        _log.info("settings: no JSON object (%s), defaults taken", type(document).__name__)
        return {}
    return document


def _can_be_kept(value: object) -> bool:
    """Whether a value of unknown meaning can be written again: 1e999 and very deep nesting can be read only."""
    try:
        json.dumps(value, indent=1, allow_nan=False)
    except (ValueError, RecursionError) as error:
        _log.info("settings: unknown key cannot be kept (%s)", type(error).__name__)
        return False
    return True


def _no_number(name: str) -> object:
    raise ValueError(name)


# Each check returns the usable value, or None for one that is not.


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _name(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _zoom(value: object) -> int | None:
    low, high = ZOOM_PERCENT
    return value if type(value) is int and low <= value <= high else None


def _theme(value: object) -> Theme | None:
    return value if value in ("system", "light", "dark") else None


def _panel_sizes(value: object) -> tuple[int, ...] | None:
    if not isinstance(value, list) or len(value) > _MOST_PANELS:
        return None
    if not all(type(one) is int and 0 <= one <= _LARGEST_PIXELS for one in value):
        return None
    return tuple(value)


def _recent(value: object) -> tuple[RecentFile, ...] | None:
    if not isinstance(value, list):
        return None
    settings = Settings()
    for one in reversed(value):
        entry = _recent_file(one)
        if entry is None:
            _log.info("settings: one recent file is unusable (%s), left out", type(one).__name__)
        else:
            others = without_recent(settings, entry.path).recent
            settings = replace(settings, recent=(entry, *others)[:MOST_RECENT])
    return settings.recent


def _recent_file(value: object) -> RecentFile | None:
    if not isinstance(value, dict):
        return None
    path, title, opened = (value.get(key) for key in ("path", "title", "opened_iso"))
    if not (isinstance(path, str) and path and isinstance(title, str) and isinstance(opened, str)):
        return None
    try:
        datetime.fromisoformat(opened)
    except ValueError:
        return None
    return RecentFile(path, title, opened)


_CHECKS: dict[str, Callable[[object], object]] = {
    "layout": _name,
    "zoom": _zoom,
    "theme": _theme,
    "recent": _recent,
    "window_geometry": _text,
    "panel_sizes": _panel_sizes,
    "last_folder": _text,
}
