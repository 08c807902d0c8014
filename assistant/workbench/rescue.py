"""A report file that is damaged: what can be read of it, and the latest good version of the report."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from assistant.filling.asking import with_new_fields
from assistant.report.errors import AssistantError
from assistant.storage.atomic import read_file
from assistant.storage.kept_copy import read_copy
from assistant.storage.names import shown_name
from assistant.storage.report_file import LARGEST_BYTES, SavedReport
from assistant.storage.salvage import salvage_report
from assistant.storage.versions import versions_of_file
from assistant.workbench.opening import OpenedReport, opened_from
from assistant.workbench.recovering import time_of


@dataclass(frozen=True, slots=True)
class Rescue:
    """What is left of a report whose file is damaged."""

    readable: OpenedReport | None
    """What can be read of the file itself."""
    version: OpenedReport | None
    """The latest version that is whole."""
    when: datetime | None
    """When that version was made."""


def rescue_from(path: Path) -> Rescue:
    """Return what is left of the report whose file is damaged."""
    readable = None
    try:
        readable = salvage_report(read_file(path, limit_bytes=LARGEST_BYTES))
    except AssistantError:
        readable = None
    version, when = _latest_good(path)
    return Rescue(_opened(readable, path), _opened(version, path), when)


def _latest_good(path: Path) -> tuple[SavedReport | None, datetime | None]:
    try:
        found = versions_of_file(path)
    except AssistantError:
        return None, None
    for version in found:
        try:
            return read_copy(version.path)[1], time_of(version.head.when_iso)
        except AssistantError:
            continue
    return None, None


def _opened(saved: SavedReport | None, path: Path) -> OpenedReport | None:
    if saved is None:
        return None
    return opened_from(replace(saved, report=with_new_fields(saved.report)), shown_name(path))
