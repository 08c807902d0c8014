"""File names that Windows forbids, whatever system the program runs on: reports go from desk to desk.

Source: Microsoft, "Naming Files, Paths, and Namespaces".
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path, PurePath

from assistant.report.errors import AssistantError

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_DEVICES = {"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in "123456789¹²³")}


def is_forbidden_name(name: str) -> bool:
    """Whether Windows takes no file of this name (its last part, without folder)."""
    stem = name.split(".")[0].rstrip(" ").upper()
    return not name or bool(_FORBIDDEN.search(name)) or name[-1] in ". " or stem in _DEVICES


def shown_name(path: PurePath) -> str:
    """Return the last part of a path as text that can be shown and kept.

    On Linux a name is bytes: that of a file unpacked from a .zip of a Chinese Windows stands in GB 18030, and Python
    gives it as halves of surrogate pairs.
    """
    name = path.name
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        if sys.platform == "win32":
            return name.encode("utf-8", "replace").decode("utf-8")
        return os.fsencode(name).decode("gb18030", "replace")
    return name


def refuse_forbidden_name(path: Path) -> None:
    """Refuse to write to a name that the clerk could not hand on: other systems would take it, Windows would not.

    Raises:
        AssistantError: `file.bad_name` (path).
    """
    if is_forbidden_name(path.name):
        raise AssistantError("file.bad_name", path=str(path))
