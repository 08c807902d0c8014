"""Layouts: named page layouts, read from the TOML files in resources/layouts.

Lengths are whole twips (1/20 point), font sizes half-points, indents hundredths of a character: the units of
OOXML, so that no room rounds twice. The files say the same in millimetres, points and characters.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from assistant.report.errors import AssistantError
from assistant.report.model import Role
from assistant.typeset.layout_files import LayoutFile, layout_files
from assistant.typeset.layout_table import LayoutTable

DEFAULT_LAYOUT = "公文"
HEADING_LEVELS = (1, 2, 3, 4)
_TABLE_TEXT: Mapping[str, Any] = {"size_pt": 12, "letter_spacing_pt": 0, "align": "left", "first_line_chars": 0}
_TABLE_PITCH = 360
"""Layouts of the clerk's own may be older than tables: 小四 and 18 points are what most offices set."""


class Alignment(StrEnum):
    """Where the lines of a paragraph stand between the margins."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    JUSTIFY = "justify"


class NumberPosition(StrEnum):
    """Where the page number stands."""

    OUTSIDE = "outside"
    """Right on odd pages, left on even pages."""
    CENTRE = "centre"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Page:
    """The paper, its margins and its grid of lines and characters; lengths in twips."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    header: int
    """From the paper's top edge to the header's first line."""
    footer: int
    """From the paper's bottom edge to the footer's last line."""
    lines: int
    """Lines on a full page."""
    characters: int
    """Chinese characters on a full line of body text."""
    pitch: int
    """From one line to the next."""
    grid: bool
    """Whether the page has a line grid of the same pitch."""

    @property
    def text_width(self) -> int:
        """Width of the text area, in twips."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> int:
        """Height of the text area, in twips."""
        return self.height - self.top - self.bottom


@dataclass(frozen=True, slots=True)
class FontFace:
    """A font and what may stand in for it where it is not installed, best first."""

    name: str
    fallbacks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How one kind of text is set."""

    font: str
    """Font of Chinese characters and marks."""
    latin_font: str
    """Font of digits and Latin letters."""
    size: int
    """Half-points."""
    letter_spacing: int
    """Twips added behind every character; negative to set them closer."""
    bold: bool
    alignment: Alignment
    first_line: int
    """Indent of the first line, in hundredths of a character."""
    blank_lines_before: int
    """Empty lines above the first paragraph of a row of paragraphs of this kind."""

    @property
    def cell(self) -> int:
        """Width of one Chinese character with its letter spacing, in twips."""
        return self.size * 10 + self.letter_spacing

    def twips(self, hundredths: int) -> int:
        """Return the width of so many hundredths of a character, in twips."""
        return round(self.cell * hundredths / 100)


_FourStyles = tuple[TextStyle, TextStyle, TextStyle, TextStyle]
"""One for each level of headings."""


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The page number at the foot of every page."""

    position: NumberPosition
    before: str
    """Printed in front of the number ("— ")."""
    after: str
    font: str
    latin_font: str
    size: int
    """Half-points."""
    indent: int
    """From the text area's edge, in hundredths of a character of the number's own size."""

    @property
    def indent_twips(self) -> int:
        """The indent in twips."""
        return round(self.size * 10 * self.indent / 100)


@dataclass(frozen=True, slots=True)
class Layout:
    """A named page layout."""

    name: str
    description: str
    """One line for the list in which the clerk picks a layout."""
    page: Page
    page_number: PageNumber
    fonts: tuple[FontFace, ...]
    title: TextStyle
    subtitle: TextStyle
    salutation: TextStyle
    headings: _FourStyles
    """Levels 1 to 4 where the heading has a paragraph to itself."""
    run_in: _FourStyles
    """Levels 1 to 4 where body text follows in the same paragraph: only font, size and boldness count."""
    body: TextStyle
    closing: TextStyle
    signature: TextStyle
    date: TextStyle
    attachment: TextStyle
    attachment_label: TextStyle
    """附件1, at the head of the attachment's own page."""
    attachment_title: TextStyle
    table: TextStyle
    """Text in the cells of tables."""
    table_pitch: int
    """From one line in a cell to the next, in twips."""
    draft_mark: TextStyle
    enumeration_lead: TextStyle | None
    """The first sentence of a paragraph that begins with 一是; None where it is set like the rest."""
    blank_lines_after_front: int
    """Empty lines between title block and text."""
    seal: bool
    """Whether signature and date leave room for a seal."""

    def style_of(self, role: Role, level: int | None = None) -> TextStyle:
        """Return the style of a paragraph of this role; `level` counts for headings only."""
        if role is Role.HEADING:
            return self.headings[(level or 1) - 1]
        style = getattr(self, role.value, self.body)
        assert isinstance(style, TextStyle)
        return style


def layout_names() -> tuple[str, ...]:
    """Return the names of all layouts that can be read, the default one first."""
    names = {file.name for file in layout_files() if file.tables is not None}
    return tuple(sorted(names, key=lambda name: (name != DEFAULT_LAYOUT, name)))


def load_layout(name: str = DEFAULT_LAYOUT) -> Layout:
    """Return the layout with this Chinese name or file stem, or the only one whose name begins so.

    Raises:
        AssistantError: layout.unknown (name, names: all there are); layout.invalid (name, key, line) where its file
            holds a wrong value, the key "" where it is no TOML.
    """
    files = list(layout_files())
    found = [file for file in files if name in (file.name, file.path.stem)]
    found = found or [file for file in files if name and file.name.startswith(name)]
    if not found or (len({file.name for file in found}) > 1 and name not in (found[0].name, found[0].path.stem)):
        raise AssistantError("layout.unknown", name=name, names=layout_names())
    return layout_in_file(found[0])


@functools.lru_cache(maxsize=16)
def layout_in_file(file: LayoutFile) -> Layout:
    """Return the layout that a file describes.

    Raises:
        AssistantError: layout.invalid (name, key, line), the key "" where it is no TOML.
    """
    if file.tables is None:
        raise AssistantError("layout.invalid", name=file.name, key="", line=file.broken_line)
    try:
        return read_layout(file.tables, file.name)
    except AssistantError as error:
        key = str(error.parameters.get("key", ""))
        raise AssistantError("layout.invalid", name=file.name, key=key, line=file.line_of(key)) from error


def read_layout(data: Mapping[str, Any], name: str) -> Layout:
    """Return the layout that the tables of a layout file describe.

    Raises:
        AssistantError: layout.invalid (name, key) where a value is missing, misspelt or out of range.
    """
    top = LayoutTable(name, "", data)
    styles = _Styles(top.table("text"), name)
    headings, run_in = styles.of_headings()
    layout = Layout(
        name=top.text("name"),
        description=top.text("description"),
        page=_page(top.table("page"), styles.body),
        page_number=_page_number(top.table("page_number")),
        fonts=_fonts(top.table("fonts")),
        title=styles.of("title"),
        subtitle=styles.of("subtitle"),
        salutation=styles.of("salutation"),
        headings=headings,
        run_in=run_in,
        body=styles.body,
        closing=styles.of("closing"),
        signature=styles.of("signature"),
        date=styles.of("date"),
        attachment=styles.of("attachment"),
        # Both are optional: layouts that clerks copied before there were any do not tell them.
        attachment_label=styles.of("attachment_label", otherwise=_flush(headings[0])),
        attachment_title=styles.of("attachment_title", otherwise=replace(styles.of("title"), blank_lines_before=1)),
        table=styles.of_cells(),
        table_pitch=_table_pitch(top),
        draft_mark=styles.of("draft_mark"),
        enumeration_lead=styles.of("enumeration_lead") if styles.text.has("enumeration_lead") else None,
        blank_lines_after_front=_blank_lines_after_front(top),
        seal=_has_seal(top),
    )
    styles.text.finish()
    top.finish()
    return layout


class _Styles:
    """The styles of a layout file: each tells what differs from that of the body."""

    def __init__(self, text: LayoutTable, name: str) -> None:
        self.text, self._name = text, name
        body = text.table("body")
        self._inherited = body.own_values()
        self.body = _text_style(body)

    def of(self, key: str, *, otherwise: TextStyle | None = None) -> TextStyle:
        """Return a style that the file must tell, unless there is one otherwise."""
        if otherwise is not None and not self.text.has(key):
            return otherwise
        return _text_style(self.text.table(key, self._inherited))

    def of_headings(self) -> tuple[_FourStyles, _FourStyles]:
        """Return the styles of headings of level 1 to 4 by themselves, and run in, which are the same unless told."""
        one, two, three, four = (self.of(f"heading_{level}") for level in HEADING_LEVELS)
        alone = (one, two, three, four)
        one, two, three, four = (self.of(f"run_in_{level}", otherwise=alone[level - 1]) for level in HEADING_LEVELS)
        return alone, (one, two, three, four)

    def of_cells(self) -> TextStyle:
        """Return the style of cells; a layout that says nothing of tables has them as those of the program have."""
        is_told = self.text.has("table")
        told = LayoutTable(self._name, "text.table", _TABLE_TEXT, self._inherited)
        return _text_style(self.text.table("table", self._inherited) if is_told else told)


def _blank_lines_after_front(top: LayoutTable) -> int:
    table = top.table("front")
    lines = table.count("blank_lines_after", 0, 10)
    table.finish()
    return lines


def _has_seal(top: LayoutTable) -> bool:
    if not top.has("ending"):
        return False
    table = top.table("ending")
    seal = table.flag("seal")
    table.finish()
    return seal


def _flush(style: TextStyle) -> TextStyle:
    """Return the style for a line at the left edge."""
    return replace(style, alignment=Alignment.LEFT, first_line=0, blank_lines_before=0)


def _table_pitch(top: LayoutTable) -> int:
    if not top.has("table"):
        return _TABLE_PITCH
    table = top.table("table")
    pitch = table.twips_of_points("pitch_pt", 5, 100)
    table.finish()
    return pitch


def _page(table: LayoutTable, body: TextStyle) -> Page:
    page = Page(
        width=table.twips_of_mm("width_mm", 50, 450),
        height=table.twips_of_mm("height_mm", 50, 450),
        top=table.twips_of_mm("margin_top_mm", 0, 200),
        bottom=table.twips_of_mm("margin_bottom_mm", 0, 200),
        left=table.twips_of_mm("margin_left_mm", 0, 200),
        right=table.twips_of_mm("margin_right_mm", 0, 200),
        header=table.twips_of_mm("header_mm", 0, 200),
        footer=table.twips_of_mm("footer_mm", 0, 200),
        lines=table.count("lines", 1, 100),
        characters=table.count("characters", 1, 100),
        pitch=table.twips_of_points("pitch_pt", 5, 100),
        grid=table.flag("grid"),
    )
    # A pitch or spacing that does not give what the file promises is the commonest mistake: 29 pt gives 21 lines.
    if page.text_height // page.pitch != page.lines:
        raise table.invalid("pitch_pt")
    if page.text_width // body.cell != page.characters:
        raise table.invalid("characters")
    table.finish()
    return page


def _page_number(table: LayoutTable) -> PageNumber:
    number = PageNumber(
        position=table.choice("position", NumberPosition),
        before=table.text("before"),
        after=table.text("after"),
        font=table.font("font"),
        latin_font=table.font("latin_font"),
        size=table.half_points("size_pt", 5, 100),
        indent=table.hundredths("indent_chars", 0, 20),
    )
    table.finish()
    return number


def _fonts(table: LayoutTable) -> tuple[FontFace, ...]:
    faces = []
    for name, fallbacks in table.own_values().items():
        if not isinstance(fallbacks, list) or not all(
            isinstance(fallback, str) and 0 < len(fallback) < 32 and "," not in fallback for fallback in fallbacks
        ):
            raise table.invalid(name)
        faces.append(FontFace(name, tuple(fallbacks)))
    return tuple(faces)


def _text_style(table: LayoutTable) -> TextStyle:
    style = TextStyle(
        font=table.font("font"),
        latin_font=table.font("latin_font"),
        size=table.half_points("size_pt", 5, 100),
        letter_spacing=table.twips_of_points("letter_spacing_pt", -4, 20),
        bold=table.flag("bold"),
        alignment=table.choice("align", Alignment),
        first_line=table.hundredths("first_line_chars", 0, 20),
        blank_lines_before=table.count("blank_lines_before", 0, 10),
    )
    table.finish()
    return style
