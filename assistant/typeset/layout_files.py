"""Layout files: those that ship, and the clerk's own beside them; where in a file something is wrong."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assistant.resources import resource_path

_SECTION = re.compile(r"\s*\[\s*([^\]]+?)\s*\]")
_SYNTAX_LINE = re.compile(r"at line (\d+)")
_LARGEST_BYTES = 1 << 20
_own_folder: list[Path] = []


@dataclass(frozen=True, slots=True)
class LayoutFile:
    """A layout file as it was read."""

    path: Path
    text: str
    tables: Mapping[str, Any] | None = field(compare=False)
    """None where it is no TOML at all."""
    broken_line: int = 0
    """Line of the first mistake in that case, from 1."""

    @property
    def name(self) -> str:
        """The layout's name, or the file's where it tells none."""
        name = self.tables.get("name") if self.tables else None
        return name if isinstance(name, str) and name.strip() else self.path.stem

    @property
    def is_own(self) -> bool:
        """Whether it is the clerk's own."""
        return self.path.parent in _own_folder

    def line_of(self, key: str) -> int:
        """Return the line of a key such as `page.pitch_pt`, or of its table where the key is missing; from 1."""
        table, _, last = key.rpartition(".")
        section, found = "", 1
        for number, line in enumerate(self.text.split("\n"), 1):
            if header := _SECTION.match(line):
                section = header[1]
                if section in (table, key):
                    found = number
            elif section == table and line.split("=")[0].strip().strip("\"'") == last:
                return number
        return found


def use_own_layouts(folder: Path) -> None:
    """Let layout files in this folder be found beside those that ship."""
    _own_folder[:] = [folder]


def layout_files() -> Iterator[LayoutFile]:
    """Yield all layout files, the clerk's own first: one that has a shipped layout's name stands in for it."""
    for folder in (*_own_folder, resource_path("layouts")):
        for path in sorted(folder.glob("*.toml")):
            yield read_layout_file(path)


def read_layout_file(path: Path) -> LayoutFile:
    """Return a layout file; one that cannot be read, or is too large for one, is broken in its first line."""
    try:
        if not path.is_file() or path.stat().st_size > _LARGEST_BYTES:
            return LayoutFile(path, "", None, 1)
        text = path.read_text("utf-8-sig").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError):
        return LayoutFile(path, "", None, 1)
    return parsed_layout_file(path, text)


def parsed_layout_file(path: Path, text: str) -> LayoutFile:
    """Return a layout file with this text, which may not be written yet."""
    try:
        return LayoutFile(path, text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        found = _SYNTAX_LINE.search(str(error))
        return LayoutFile(path, text, None, int(found[1]) if found else text.count("\n") + 1)
