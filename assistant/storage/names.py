"""File names that Windows forbids, whatever system the program runs on: reports go from desk to desk.

Source: Microsoft, "Naming Files, Paths, and Namespaces".
"""

from __future__ import annotations

import re
from pathlib import Path

from assistant.report.errors import AssistantError

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_DEVICES = {"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in "123456789¹²³")}


def is_forbidden_name(name: str) -> bool:
    """Whether Windows takes no file of this name (its last part, without folder)."""
    stem = name.split(".")[0].rstrip(" ").upper()
    return not name or bool(_FORBIDDEN.search(name)) or name[-1] in ". " or stem in _DEVICES


def refuse_forbidden_name(path: Path) -> None:
    """Refuse to write to a name that the clerk could not hand on: other systems would take it, Windows would not.

    Raises:
        AssistantError: `file.bad_name` (path).
    """
    if is_forbidden_name(path.name):
        raise AssistantError("file.bad_name", path=str(path))
