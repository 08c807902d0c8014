"""Layouts as the clerk deals with them: those that ship, and her own, made by copying one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.report.errors import AssistantError
from assistant.storage.folders import data_folder
from assistant.workbench.sentences import sentence

if TYPE_CHECKING:
    from assistant.typeset.layout import Layout

_MOST_TOLD = 12


@dataclass(frozen=True, slots=True)
class LayoutRow:
    """A layout as it is listed."""

    name: str
    description: str
    path: Path
    is_own: bool
    problem: AssistantError | None
    """What is wrong with its file, or None."""


def find_own_layouts() -> None:
    """Let the clerk's own layouts be found; without a usable folder there are none."""
    from assistant.typeset.layout_files import use_own_layouts

    try:
        use_own_layouts(own_layout_folder())
    except AssistantError:
        return


def own_layout_folder() -> Path:
    """Return the folder of the clerk's own layouts, which may not be there yet.

    Raises:
        AssistantError: `folder.unusable` where no folder can be had.
    """
    return data_folder() / "layouts"


def layout_rows() -> tuple[LayoutRow, ...]:
    """Return all layouts, those whose files are wrong too."""
    from assistant.typeset.layout import DEFAULT_LAYOUT, load_layout
    from assistant.typeset.layout_files import layout_files

    rows: dict[str, LayoutRow] = {}
    for file in layout_files():
        if file.name in rows:
            continue
        problem, description = None, ""
        try:
            description = load_layout(file.name).description
        except AssistantError as error:
            problem = error
        rows[file.name] = LayoutRow(file.name, description, file.path, file.is_own, problem)
    return tuple(sorted(rows.values(), key=lambda row: (row.name != DEFAULT_LAYOUT, row.is_own, row.name)))


def font_notices(layout: Layout | str, installed: Collection[str], text: str) -> tuple[str, ...]:
    """Return sentences about fonts of a layout that this machine lacks, and characters of `text` that they lack.

    Raises:
        AssistantError: `layout.unknown` or `layout.invalid` for the name of one that cannot be read.
    """
    from assistant.typeset.fonts import lacking_characters, missing_fonts
    from assistant.typeset.layout import load_layout

    layout = load_layout(layout) if isinstance(layout, str) else layout
    missing = missing_fonts(layout, installed)
    notices = [sentence("font.missing", font=font, stand_in=stand_in) for font, stand_in in missing if stand_in]
    if without := [font for font, stand_in in missing if not stand_in]:
        notices.append(sentence("font.missing_all", font="”“".join(without)))
    lacking = lacking_characters(layout, text)
    if lacking:
        notices.append(sentence("font.lacks", characters="、".join(lacking[:_MOST_TOLD])))
    return tuple(notices)
