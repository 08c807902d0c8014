"""How lines look: what a line is (title, heading, body …), and its indents and faces.

Faces come from a highlighter and indents from block formats; neither is part of the text or of undo. What a line is
comes from the last derivation; between two of them a line that is being typed is judged by its own number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QSyntaxHighlighter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from assistant.report.model import Paragraph, Role
from assistant.report.numbering import read_label
from assistant.report.pictures import PICTURE_SIGN
from assistant.window.page.mirror import Change
from assistant.window.page.runs import Utf16
from assistant.window.page.style import Colours, Measures
from assistant.window.page.titles import TITLES_WITHIN, LineFill, TitleBreak, fill_lines, no_break

_ROLES = list(Role)
_CENTRED = (Role.TITLE, Role.SUBTITLE)
_RIGHT = (Role.SIGNATURE, Role.DATE)
_UNKNOWN = -1
_MAX_HEAD = 0x3FFF
_STOPS = tuple("。：:；;！？")


class Look(NamedTuple):
    """What a line is, as far as its looks go."""

    role: Role = Role.BODY
    level: int = 0
    """1 to 4 for headings."""
    head: int = 0
    """How many UTF-16 units from the start stand in the heading's face."""
    label: int = 0
    """Level of the number that the line began with when this was found out."""


def pack(look: Look) -> int:
    """Return a look as the number that a block carries."""
    return _ROLES.index(look.role) | look.level << 4 | look.label << 8 | min(look.head, _MAX_HEAD) << 12


def unpack(state: int) -> Look | None:
    """Return the look that a block carries, or None where it carries none."""
    if state == _UNKNOWN:
        return None
    return Look(_ROLES[state & 0xF], state >> 4 & 0xF, state >> 12, state >> 8 & 0xF)


def label_level(text: str) -> int:
    """Return the level of the number a line begins with, 0 for none."""
    label = read_label(text)
    return label.level if label is not None else 0


def derived_look(paragraph: Paragraph, line: str) -> Look:
    """Return the look of a line that was derived."""
    if paragraph.role is not Role.HEADING:
        return Look(paragraph.role, label=label_level(line))
    head = len(line)
    if paragraph.run_in:
        head = min(paragraph.heading_end - paragraph.start, len(line))
        if line[head : head + 1] in _STOPS:
            head += 1
    return Look(Role.HEADING, paragraph.level or 1, Utf16(line).unit(head), label_level(line))


def current_look(block: QTextBlock) -> Look:
    """Return the look of a line as it stands: the derived one, unless its number has come or gone since."""
    known = unpack(block.userState())
    if known is not None and known.role is Role.CELL:
        return known
    if known is None and QTextCursor(block).currentTable() is not None:
        return Look(Role.CELL)
    text = block.text()
    level = label_level(text)
    if known is not None and level == known.label:
        if known.role is not Role.HEADING:
            return known
        return known if _ends_a_heading(text, known.head) else known._replace(head=_head_of(text))
    if level == 0:
        return Look() if known is None or known.role is Role.HEADING else known._replace(label=0)
    return Look(Role.HEADING, level, _head_of(text), level)


def _ends_a_heading(text: str, head: int) -> bool:
    """Whether a heading's face may still end there: nothing was typed into the heading."""
    place = Utf16(text).code_point(head)
    return place == len(text) or text[place - 1 : place] in _STOPS


def _head_of(text: str) -> int:
    stop = text.find("。")
    return Utf16(text).unit(len(text) if stop < 0 else stop + 1)


def looks_of(paragraphs: Sequence[Paragraph], lines: Sequence[str]) -> list[Look]:
    """Return a look for every line; empty lines and lines that were not derived are body."""
    return looks_from(paragraphs, lines)(0, len(lines))


def looks_from(paragraphs: Sequence[Paragraph], lines: Sequence[str]) -> Callable[[int, int], list[Look]]:
    """Return what gives the looks of some lines (the first, and the one behind the last), worked out when asked for."""
    by_start = {paragraph.start: paragraph for paragraph in paragraphs}
    starts = [0, *accumulate(len(line) + 1 for line in lines)]

    def looks(first: int, behind: int) -> list[Look]:
        found = []
        for start, line in zip(starts[first:behind], lines[first:behind], strict=True):
            paragraph = by_start.get(start)
            found.append(derived_look(paragraph, line) if paragraph is not None else Look(label=label_level(line)))
        return found

    return looks


class Faces:
    """Fonts and formats at one zoom and in one set of colours."""

    def __init__(self, measures: Measures, colours: Colours, title_break: TitleBreak = no_break) -> None:
        style = measures.style
        self.measures = measures
        self._title_break = title_break
        self.body = page_font(style.body_faces, measures.type_size(style.size), measures.points(style.pitch))
        self._title = self._format(style.title_faces, size=style.title_size)
        self._title_font = QFont(list(style.title_faces))
        self._title_font.setPixelSize(measures.type_size(style.title_size))
        self._title_font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self._cell = self._format((), size=style.cell_size)
        self._headings = {
            1: self._format(style.level_1_faces),
            2: self._format(style.level_2_faces),
            3: self._format((), bold=style.bold_level_3),
        }
        self._quiet = QTextCharFormat()
        self._quiet.setForeground(QColor(colours.quiet_text))
        self._blocks: dict[tuple[Qt.AlignmentFlag, float, float, float], QTextBlockFormat] = {}
        self._picture = QTextBlockFormat()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    def _format(self, faces: Sequence[str], *, size: float = 0, bold: bool = False) -> QTextCharFormat:
        made = QTextCharFormat()
        if faces:
            made.setFontFamilies(list(faces))
        if bold:
            made.setFontWeight(QFont.Weight.Bold)
        if size:
            pixels = self.measures.type_size(size)
            made.setProperty(QTextCharFormat.Property.FontPixelSize, pixels)
            made.setFontLetterSpacingType(QFont.SpacingType.PercentageSpacing)
            made.setFontLetterSpacing(100 * self.measures.points(size) / pixels)
        return made

    def spans(self, look: Look) -> Iterator[tuple[int, int, QTextCharFormat]]:
        """Yield start, length and format of what differs from the body's face; length -1 is the whole line."""
        if look.role is Role.TITLE:
            yield 0, -1, self._title
        elif look.role is Role.CELL:
            yield 0, -1, self._cell
        elif look.role is Role.SUBTITLE:
            yield 0, -1, self._headings[2]
        elif look.role is Role.NOISE:
            yield 0, -1, self._quiet
        elif look.role is Role.HEADING and look.level in self._headings:
            yield 0, look.head, self._headings[look.level]

    def title_fill(self, title: str) -> tuple[LineFill, ...]:
        """Return how each line of a title but the last is filled; () where Qt is to break it."""
        style, size = self.measures.style, self.measures.points(self.measures.style.title_size)
        width = self.measures.millimetres(style.width - style.left - style.right)
        return fill_lines(title, self._title_break(title, width / size), self._title_font, width, size)

    def title_end(self, room: float) -> QTextCharFormat:
        """Return the format of the last character of a line of a title, with so many pixels behind it."""
        made = QTextCharFormat(self._title)
        made.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        made.setFontLetterSpacing(room)
        return made

    def block_format(self, look: Look, title: str = "") -> QTextBlockFormat:
        """Return alignment, indents and line height of a line; of a title also by its words."""
        style, measures = self.measures.style, self.measures
        align, indent, right = Qt.AlignmentFlag.AlignLeft, measures.characters(style.indent), 0.0
        if look.role in _CENTRED:
            filled = self.title_fill(title) if title else ()
            align, indent = Qt.AlignmentFlag.AlignHCenter, filled[0].room if filled else 0.0
        elif look.role in _RIGHT:
            align, indent, right = Qt.AlignmentFlag.AlignRight, 0.0, measures.characters(style.closing_indent)
        elif look.role in (Role.SALUTATION, Role.CELL):
            indent = 0.0
        line = style.cell_line if look.role is Role.CELL else style.line
        key = (align, indent, right, line)
        if key not in self._blocks:
            made = QTextBlockFormat()
            made.setAlignment(align)
            made.setTextIndent(indent)
            made.setRightMargin(right)
            made.setLineHeight(measures.points(line), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
            self._blocks[key] = made
        return self._blocks[key]

    def format_for(self, block: QTextBlock, look: Look) -> QTextBlockFormat:
        """Return the format of a block as it stands: cells keep where their lines stand, pictures need their height."""
        has_picture = PICTURE_SIGN in block.text()
        if look.role is not Role.CELL:
            title = block.text() if look.role is Role.TITLE else ""
            return self._picture if has_picture else self.block_format(look, title)
        made = QTextBlockFormat() if has_picture else QTextBlockFormat(self.block_format(look))
        made.setAlignment(block.blockFormat().alignment())
        return made


def page_font(faces: Sequence[str], pixels: int, pitch: float) -> QFont:
    """Return a font whose full-width characters follow each other at `pitch` pixels.

    Qt sets type in whole pixels only, so 16 pt at 15.75 pt pitch is reached by letter spacing, in per cent of what
    the chosen face really advances.
    """
    font = QFont(list(faces))
    font.setPixelSize(pixels)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    advance = QFontMetricsF(font).horizontalAdvance("国" * 16) / 16
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 * pitch / (advance or pixels))
    return font


class Highlighter(QSyntaxHighlighter):
    """Gives the lines their faces."""

    def __init__(self, document: QTextDocument, faces: Faces) -> None:
        super().__init__(document)
        self.faces = faces

    def highlight_between(self, start: int, end: int) -> None:
        """Set the faces of all lines between two of Qt's positions at once.

        Told of a change, the highlighter does so before Qt lays the lines out; by itself it would have Qt place all
        lines below anew for each of them.
        """
        change = QTextCursor(self.document())
        change.setPosition(start)
        change.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        change.mergeBlockFormat(QTextBlockFormat())

    def highlightBlock(self, text: str) -> None:
        """Set the face of title, headings and lines that do not belong to the report."""
        block = self.currentBlock()
        if text:
            look = current_look(block)
            for start, length, face in self.faces.spans(look):
                self.setFormat(start, len(text) * 2 if length < 0 else length, face)
            if look.role is Role.TITLE:
                for end, room in self.faces.title_fill(text):
                    if room:
                        self.setFormat(end, 1, self.faces.title_end(room))


def keeps_indents(changes: Sequence[Change]) -> bool:
    """Return whether only words within one line are others, as with most keys: neither its number nor a picture.

    A title has its indents by its words.
    """
    if len(changes) != 1 or changes[0].first < TITLES_WITHIN:
        return False
    old, new = changes[0].old, changes[0].new
    return (
        len(old) == len(new) == 1
        and old[0].pictures == new[0].pictures
        and label_level(old[0].text) == label_level(new[0].text)
    )
