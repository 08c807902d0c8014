"""A layout of the clerk's own while she changes it: its file's text, the page that it gives, and where it is kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from assistant.report.errors import AssistantError
from assistant.resources import load_rules
from assistant.storage.atomic import write_atomically
from assistant.typeset import layout_text
from assistant.typeset.layout import Layout, TextStyle, layout_in_file
from assistant.typeset.layout_files import layout_files, parsed_layout_file
from assistant.workbench.exporting import file_name_part
from assistant.workbench.layouts import find_own_layouts, own_layout_folder
from assistant.workbench.paging import PagedReport, page_report
from assistant.workbench.working import WorkingReport

__all__ = [
    "EditedLayout",
    "Layout",
    "PagedReport",
    "TextStyle",
    "begin_layout",
    "face_names",
    "font_sizes",
    "paged",
    "save_layout",
]


@dataclass(frozen=True, slots=True)
class EditedLayout:
    """The text of a layout file, and the file; None where it is a copy that was not kept yet."""

    text: str
    path: Path | None

    @property
    def layout(self) -> Layout:
        """The layout that the text describes.

        Raises:
            AssistantError: layout.invalid (name, key, line), the key "" where it is no TOML.
        """
        return layout_in_file(parsed_layout_file(self.path or Path("版式.toml"), self.text))

    def with_text(self, text: str) -> EditedLayout:
        """Return it with another text."""
        return replace(self, text=text)

    def with_value(self, key: str, value: layout_text.Value) -> EditedLayout:
        """Return it with another value; how many lines and characters that gives is told in the text as well."""
        text = layout_text.with_value(self.text, key, value)
        if isinstance(value, str) and key.endswith(".font"):
            text = _with_stand_ins(text, value)
        return replace(self, text=layout_text.with_true_counts(text))

    def with_lines(self, count: int) -> EditedLayout:
        """Return it with so many lines a page."""
        return replace(self, text=layout_text.with_lines(self.text, self.layout, count))

    def with_characters(self, count: int) -> EditedLayout:
        """Return it with so many characters a line."""
        return replace(self, text=layout_text.with_characters(self.text, self.layout, count))


def begin_layout(name: str) -> EditedLayout:
    """Return the clerk's own layout of this name to be changed, or a copy of one that ships under a new name.

    Raises:
        AssistantError: `layout.unknown` (name, names of those there are).
    """
    files = {file.name: file for file in reversed(list(layout_files()))}
    if name not in files:
        raise AssistantError("layout.unknown", name=name, names=tuple(files))
    file = files[name]
    if file.is_own:
        return EditedLayout(file.text, file.path)
    numbers = ("", *map(str, range(2, 100)))
    new_name = next(one for number in numbers if (one := f"{name}（自定{number}）") not in files)
    return EditedLayout(layout_text.with_value(layout_text.with_words(file.text), "name", new_name), None)


def paged(working: WorkingReport, edited: EditedLayout) -> PagedReport:
    """Return the report on the pages of a layout that is being changed.

    Raises:
        AssistantError: layout.invalid (name, key, line).
    """
    return page_report(working, layout=edited.layout)


def save_layout(edited: EditedLayout) -> Path:
    """Keep a layout among the clerk's own; return its file.

    Raises:
        AssistantError: `layout.invalid`, `layout.exists` where another layout has its name, or a `file.*` or
            `folder.*` code; nothing is damaged.
    """
    name = edited.layout.name
    others = {file.name: file.path for file in layout_files()}
    path = edited.path
    if path is None:
        stem = file_name_part(name)
        path = own_layout_folder() / f"{stem}.toml"
        if not stem or path.exists():
            raise AssistantError("layout.exists", name=name)
    if others.get(name, path) != path:
        raise AssistantError("layout.exists", name=name)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, edited.text.encode("utf-8"))
    find_own_layouts()
    return path


@cache
def face_names() -> tuple[str, ...]:
    """Return the names of the faces that official documents are set in."""
    return tuple(load_rules("typeset", "faces.toml")["stand_ins"])


@cache
def font_sizes() -> tuple[tuple[str, float], ...]:
    """Return (name, points) of the sizes of Chinese type, largest first."""
    return tuple(load_rules("typeset", "faces.toml")["sizes"].items())


def _with_stand_ins(text: str, face: str) -> str:
    """Return the text with what stands in for a face, where it does not tell."""
    known = load_rules("typeset", "faces.toml")["stand_ins"].get(face)
    if known is None or re.search(rf'^\s*"{re.escape(face)}"\s*=', text, re.MULTILINE):
        return text
    listed = ", ".join(f'"{one}"' for one in known)
    return re.sub(r"^(\[fonts\].*)$", rf'\1\n"{face}" = [{listed}]', text, count=1, flags=re.MULTILINE)
