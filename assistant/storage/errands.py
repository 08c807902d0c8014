"""Errands: what a second start of the program leaves for the one that is already running.

An errand is a small file in the data folder; the running program takes it away when it has read it.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from assistant.storage.atomic import write_atomically
from assistant.storage.folders import data_folder

_LONGEST = 100_000


def errands_folder() -> Path:
    """Return the folder of the errands.

    Raises:
        AssistantError: `folder.unusable` (path, reason).
    """
    folder = data_folder() / "errands"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def leave_errand(path: Path | None) -> Path:
    """Ask the running program to come forward, and to open a file if one is given; return the errand's file.

    Raises:
        AssistantError: the codes of `write_atomically` and `errands_folder`.
    """
    errand = errands_folder() / f"{os.urandom(16).hex()}.json"
    opened = None if path is None else str(path.absolute())
    write_atomically(errand, json.dumps({"open": opened}, ensure_ascii=False).encode())
    return errand


def take_errands() -> tuple[Path | None, ...]:
    """Return the files that are to be opened, None where the window only is to come forward; each errand goes."""
    taken: list[Path | None] = []
    for errand in sorted(errands_folder().glob("*.json")):
        try:
            data = errand.read_bytes()[:_LONGEST]
            errand.unlink()
            wish = json.loads(data)
        except (OSError, ValueError):
            continue
        opened = wish.get("open") if isinstance(wish, dict) else None
        taken.append(Path(opened) if isinstance(opened, str) else None)
    return tuple(taken)
