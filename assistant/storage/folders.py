"""Where the program keeps its own files: data, settings, logs and recovery copies.

`ASSISTANT_HOME` moves all of them below one folder (tests, portable use); otherwise the places are those of
the operating system. A folder is made when it is asked for first. The clerk's own folders are not known here.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import appdirs

from assistant.report.errors import AssistantError

_PROGRAM = "BaogaoAssistant"


def data_folder() -> Path:
    """Return the folder for phrases, answers and former versions.

    Raises:
        AssistantError: `folder.unusable` (path, reason).
    """
    return _usable(_home("data") or Path(appdirs.user_data_dir(_PROGRAM, appauthor=False)))


def settings_folder() -> Path:
    """Return the folder of `settings.json`.

    Raises:
        AssistantError: `folder.unusable` (path, reason).
    """
    return _usable(_home("settings") or Path(appdirs.user_config_dir(_PROGRAM, appauthor=False)))


def log_folder() -> Path:
    """Return the folder of the log files.

    Raises:
        AssistantError: `folder.unusable` (path, reason).
    """
    return _usable(_home("logs") or Path(appdirs.user_log_dir(_PROGRAM, appauthor=False)))


def recovery_folder() -> Path:
    """Return the folder of the copies that bring back unsaved work after a crash.

    Raises:
        AssistantError: `folder.unusable` (path, reason).
    """
    return _usable(_home("recovery") or Path(appdirs.user_data_dir(_PROGRAM, appauthor=False)) / "recovery")


def office_folder() -> Path:
    """Return the folder of the copies that Word or WPS is given to open; nothing lies there for longer than that.

    Raises:
        AssistantError: `folder.unusable` (path, reason).
    """
    return _usable(data_folder() / "office")


def temporary_folder() -> Path:
    """Return the folder for the temporary files of libraries: what they write holds text of a report.

    Raises:
        AssistantError: `folder.unusable` (path, reason).
    """
    return _usable(data_folder() / "temporary")


def keep_temporary_files_here(folder: Path | None) -> None:
    """Have Python's temporary files written to a folder of our own, where the next start finds what a kill left.

    None goes back to the folder of the system.
    """
    tempfile.tempdir = str(folder) if folder is not None else None


def _home(name: str) -> Path | None:
    home = os.environ.get("ASSISTANT_HOME", "")
    return Path(home).absolute() / name if home else None


def _usable(folder: Path) -> Path:
    # Without a home directory appdirs answers with a literal "~", which would land in the working folder.
    if not folder.is_absolute():
        raise AssistantError("folder.unusable", path=str(folder), reason="relative")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise AssistantError("folder.unusable", path=str(folder), reason=type(error).__name__) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise AssistantError("folder.unusable", path=str(folder), reason="PermissionError")
    return folder
