"""What lies in a folder."""

from __future__ import annotations

from pathlib import Path


def names_in(folder: Path) -> list[str]:
    """Return the names of everything in the folder, sorted."""
    return sorted(entry.name for entry in folder.iterdir())
