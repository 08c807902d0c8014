"""What the clerk has set and where she was: layout, zoom, theme, recent files, window.

`settings.json` is readable and may be edited by hand, so nothing in it can keep the program from starting:
a wrong value gives its default and a log record, an unknown key is kept for the program that wrote it.
"""

from __future__ import annotations

import logging
import os
import zlib
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Literal

from assistant.storage.folders import settings_folder
from assistant.storage.json_document import Check, read_checked, write_with_unknown

Theme = Literal["system", "light", "dark"]
CompletionMode = Literal["off", "grey", "list"]
Language = Literal["zh", "en"]

MOST_RECENT = 12
ZOOM_PERCENT = (25, 400)
SHARE_PERCENT = (20, 80)
_FILE_NAME = "settings.json"
_MOST_CHARACTERS = 64
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
    language: Language = "zh"
    """Of the window; the command line is Chinese."""
    completion: CompletionMode = "grey"
    """How continuations are shown while the clerk types: not at all, in grey behind the caret, or as a short list."""
    recent: tuple[RecentFile, ...] = ()
    """Latest first, at most 12."""
    window_geometry: str = ""
    """Where the window stands, sealed (`sealed`), or "" for the default place."""
    panel_places: str = ""
    """Where the panels stand and how wide they are, sealed, or "" for the default."""
    answer_columns: str = ""
    """How wide the columns of the table of all answers are and what it is sorted by, sealed, or "" for the default."""
    preview_share: int = 50
    """Percent of the room for the page that a preview beside it takes, 20 to 80."""
    hints_seen: bool = False
    """Whether the hints for a first report were read."""
    recent_characters: tuple[str, ...] = ()
    """Special characters used last, latest first."""
    last_folder: str = ""
    """Where the last file dialog ended, or ""."""
    exchange_folder: str = ""
    """Where sheets, tables and drafts went or came from last, or ""."""
    unknown: Mapping[str, object] = field(default_factory=dict)
    """Keys of settings.json that this program does not know."""


def load_settings() -> Settings:
    """Return the stored settings; whatever is missing or unusable has its default."""
    known, unknown = read_checked(settings_folder, _FILE_NAME, _CHECKS)
    return replace(Settings(unknown=unknown), **known)  # type: ignore[arg-type]


def save_settings(settings: Settings) -> None:
    """Write the settings to settings.json.

    Raises:
        AssistantError: `folder.unusable` and those of `write_atomically`; the old file is untouched.
    """
    document = asdict(replace(settings, unknown={}))
    del document["unknown"]
    write_with_unknown(settings_folder() / _FILE_NAME, document, settings.unknown)


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


def sealed(data: bytes) -> str:
    """Return bytes as a setting that `unsealed` reads."""
    return f"{zlib.crc32(data):08x}:{b64encode(data).decode('ascii')}" if data else ""


def unsealed(setting: str) -> bytes:
    """Return the bytes of a sealed setting, or none where they were changed: Qt would take them as they are."""
    seal, _colon, data = setting.partition(":")
    try:
        found = b64decode(data, validate=True)
    except ValueError:
        return b""
    return found if seal == f"{zlib.crc32(found):08x}" else b""


# Each check returns the usable value, or None for one that is not.


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _name(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _zoom(value: object) -> int | None:
    low, high = ZOOM_PERCENT
    return value if type(value) is int and low <= value <= high else None


def _share(value: object) -> int | None:
    low, high = SHARE_PERCENT
    return value if type(value) is int and low <= value <= high else None


def _theme(value: object) -> Theme | None:
    return value if value in ("system", "light", "dark") else None


def _language(value: object) -> Language | None:
    return value if value in ("zh", "en") else None


def _flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _completion(value: object) -> CompletionMode | None:
    return value if value in ("off", "grey", "list") else None


def _characters(value: object) -> tuple[str, ...] | None:
    if not isinstance(value, list) or len(value) > _MOST_CHARACTERS:
        return None
    return tuple(value) if all(isinstance(one, str) and len(one) == 1 and one.isprintable() for one in value) else None


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


_CHECKS: dict[str, Check] = {
    "layout": _name,
    "zoom": _zoom,
    "theme": _theme,
    "language": _language,
    "completion": _completion,
    "recent": _recent,
    "window_geometry": _text,
    "panel_places": _text,
    "answer_columns": _text,
    "preview_share": _share,
    "hints_seen": _flag,
    "recent_characters": _characters,
    "last_folder": _text,
    "exchange_folder": _text,
}
