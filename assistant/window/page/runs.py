"""Runs: the stretches of a QTextDocument that are fields, and how a block is read into text and runs.

Qt counts UTF-16 units, the rest of the program code points; every conversion is in this module.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextDocument, QTextFormat

from assistant.report.fields import Field, Link, State
from assistant.report.pictures import PICTURE_SIGN, Picture
from assistant.report.tables import Table

_FIRST = QTextFormat.Property.UserProperty.value + 100
FIELD_ID, MARKER, OCCURRENCE, LINK, FLAG = range(_FIRST, _FIRST + 5)
"""Properties of a run's character format. OCCURRENCE keeps neighbouring runs apart."""

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
# What would split a block, or vanish on its way (PySide takes U+FEFF and U+FFFE for byte order marks).
_UNSTORABLE = re.compile("[\r\u2029\ufdd0\ufdd1\ufeff\ufffe\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of the text that is an occurrence of a field."""

    start: int
    """First code point, counted in the text."""
    end: int
    """Code point behind the run."""
    field_id: str
    marker: str
    """What stands there while the field is open."""
    link: Link = Link.CERTAIN
    flag: State | None = None
    """WAIVED, CONFIRMED or STALE; None where the text alone says whether the field is open or filled."""


class Tag(NamedTuple):
    """What a run's character format says: whose occurrence it is."""

    field_id: str
    marker: str
    occurrence: int
    link: Link = Link.CERTAIN
    flag: State | None = None


class LineRun(NamedTuple):
    """A run within one line, in code points of that line."""

    start: int
    end: int
    tag: Tag


class Line(NamedTuple):
    """One paragraph: its text and its runs."""

    text: str
    runs: tuple[LineRun, ...] = ()
    pictures: tuple[str, ...] = ()
    """Names of the pictures whose signs stand in the text."""


class Snapshot:
    """What the editor shows at one moment: its text, the runs in the order of the text, tables and pictures.

    Text and runs are put together from the lines when they are first asked for, on whatever thread that is: keeping
    a copy of a long text must not hold up a key.
    """

    def __init__(
        self, lines: Sequence[Line], tables: tuple[Table, ...] = (), pictures: tuple[Picture, ...] = ()
    ) -> None:
        self._lines = lines
        self.tables = tables
        self.pictures = pictures
        self._text: str | None = None
        self._runs: tuple[Run, ...] | None = None

    def with_objects(self, tables: tuple[Table, ...], pictures: tuple[Picture, ...]) -> Snapshot:
        """Return the same lines with these tables and pictures."""
        return Snapshot(self._lines, tables, pictures)

    @property
    def text(self) -> str:
        """The lines with line breaks between them."""
        if self._text is None:
            self._text = "\n".join([line.text for line in self._lines])
        return self._text

    @property
    def runs(self) -> tuple[Run, ...]:
        """The runs, in code points of the text."""
        if self._runs is None:
            found, begin = [], 0
            for line in self._lines:
                for start, end, tag in line.runs:
                    found.append(Run(begin + start, begin + end, tag.field_id, tag.marker, tag.link, tag.flag))
                begin += len(line.text) + 1
            self._runs = tuple(found)
        return self._runs

    def __eq__(self, other: object) -> bool:
        """Tell whether both show the same."""
        return isinstance(other, Snapshot) and (self.text, self.runs, self.tables, self.pictures) == (
            other.text,
            other.runs,
            other.tables,
            other.pictures,
        )

    __hash__ = None  # type: ignore[assignment]


class PlacedRun(NamedTuple):
    """A run and the number of its line."""

    line: int
    run: LineRun
    text: str

    @property
    def tag(self) -> Tag:
        """Whose occurrence it is."""
        return self.run.tag

    @property
    def is_open(self) -> bool:
        """Whether it still waits for its value."""
        return is_open(self.text, self.run.tag)


class FoundRun(NamedTuple):
    """A run as the document has it now, in Qt's positions."""

    start: int
    end: int
    tag: Tag


def is_open(text: str, tag: Tag) -> bool:
    """Whether a run with this text waits for its value; one that was taken over as it is has its marker's text."""
    if tag.flag in (State.WAIVED, State.CONFIRMED):
        return False
    return tag.flag is State.STALE or text == tag.marker


def plain_format() -> QTextCharFormat:
    """Return the format of text that belongs to no field."""
    return QTextCharFormat()


def format_of(tag: Tag) -> QTextCharFormat:
    """Return the format that makes text a run."""
    made = QTextCharFormat()
    made.setProperty(FIELD_ID, tag.field_id)
    made.setProperty(MARKER, tag.marker)
    made.setProperty(OCCURRENCE, tag.occurrence)
    made.setProperty(LINK, str(tag.link))
    made.setProperty(FLAG, str(tag.flag or ""))
    return made


def tag_of(char_format: QTextCharFormat) -> Tag | None:
    """Return what a format says about a field, or None."""
    if not char_format.hasProperty(FIELD_ID):
        return None
    flag = char_format.property(FLAG)
    return Tag(
        char_format.property(FIELD_ID),
        char_format.property(MARKER),
        int(char_format.property(OCCURRENCE)),
        Link(char_format.property(LINK)),
        State(flag) if flag else None,
    )


def storable(text: str) -> str:
    """Return the text with every character that a QTextDocument cannot keep replaced by a space."""
    return _UNSTORABLE.sub(" ", text)


class Utf16:
    """Positions of one text, in code points and in UTF-16 units."""

    def __init__(self, text: str) -> None:
        self._astral = [found.start() for found in _ASTRAL.finditer(text)]
        self._units = [place + index for index, place in enumerate(self._astral)]

    def unit(self, code_point: int) -> int:
        """Return the UTF-16 position of a code point."""
        return code_point + bisect_left(self._astral, code_point)

    def code_point(self, unit: int) -> int:
        """Return the code point of a UTF-16 position; inside a pair, that of the pair."""
        before = bisect_left(self._units, unit)
        if before and self._units[before - 1] + 1 == unit:
            return self._astral[before - 1]
        return unit - before


def tagged_fragments(block: QTextBlock) -> Iterable[FoundRun]:
    """Yield the runs of a block in Qt's positions, read from the document itself."""
    pending: FoundRun | None = None
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        tag = tag_of(fragment.charFormat())
        start, end = fragment.position(), fragment.position() + fragment.length()
        if pending is not None and tag == pending.tag and pending.end == start:
            pending = FoundRun(pending.start, end, pending.tag)
        else:
            if pending is not None:
                yield pending
            pending = FoundRun(start, end, tag) if tag is not None else None
        place += 1
    if pending is not None:
        yield pending


def runs_touching(document: QTextDocument, start: int, end: int) -> list[FoundRun]:
    """Return the runs that lie on or beside the positions from start to end."""
    found = []
    block, last = document.findBlock(start), document.findBlock(end)
    while block.isValid():
        found += [run for run in tagged_fragments(block) if run.start <= end and run.end >= start]
        if block == last:
            break
        block = block.next()
    return found


def runs_at_ends(document: QTextDocument, start: int, end: int) -> list[FoundRun]:
    """Return those of `runs_touching` that stand in the first or last block: no other reaches out of the stretch."""
    first, last = document.findBlock(start), document.findBlock(end)
    if first == last:
        return runs_touching(document, start, end)
    behind = first.position() + first.length() - 1
    return [*runs_touching(document, start, behind), *runs_touching(document, last.position(), end)]


def picture_names(block: QTextBlock) -> tuple[str, ...]:
    """Return the names of the pictures in a block, "" for a sign without one."""
    names: list[str] = []
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        form = fragment.charFormat()
        name = form.toImageFormat().name() if form.isImageFormat() else ""
        names += [name] * fragment.text().count(PICTURE_SIGN)
        place += 1
    return tuple(names)


def part_of(line: Line, start: int, end: int) -> Line:
    """Return the part of a line between two columns; a run that is cut is none any more."""
    runs = (LineRun(r.start - start, r.end - start, r.tag) for r in line.runs if start <= r.start and r.end <= end)
    first = line.text.count(PICTURE_SIGN, 0, start)
    behind = first + line.text.count(PICTURE_SIGN, start, end)
    return Line(line.text[start:end], tuple(runs), line.pictures[first:behind])


def joined(line: Line, other: Line) -> Line:
    """Return two lines as one."""
    length = len(line.text)
    runs = (LineRun(r.start + length, r.end + length, r.tag) for r in other.runs)
    return Line(line.text + other.text, (*line.runs, *runs), line.pictures + other.pictures)


class LineReader:
    """Reads blocks of one document; remembers what each of the document's formats says."""

    def __init__(self) -> None:
        self._tags: dict[int, Tag | None] = {}

    def read(self, block: QTextBlock) -> Line:
        """Return a block's text and runs; a run never cuts a surrogate pair."""
        text = block.text()
        pictures = picture_names(block) if PICTURE_SIGN in text else ()
        parts: list[tuple[int, int, Tag]] = []
        offset = block.position()
        place = block.begin()
        while not place.atEnd():
            fragment = place.fragment()
            tag = self._tag(fragment.charFormatIndex(), fragment)
            if tag is not None:
                start = fragment.position() - offset
                end = start + fragment.length()
                if parts and parts[-1][1] == start and parts[-1][2] == tag:
                    start = parts.pop()[0]
                parts.append((start, end, tag))
            place += 1
        if not parts:
            return Line(text, (), pictures)
        if block.length() - 1 != len(text):
            units = Utf16(text)
            parts = [(units.code_point(start), units.code_point(end), tag) for start, end, tag in parts]
        return Line(text, tuple(LineRun(*part) for part in parts if part[0] < part[1]), pictures)

    def _tag(self, index: int, fragment: object) -> Tag | None:
        try:
            return self._tags[index]
        except KeyError:
            tag = self._tags[index] = tag_of(fragment.charFormat())  # type: ignore[attr-defined]
            return tag


def tag_for(field: Field, start: int, end: int, text: str, marker: str | None) -> Tag:
    """Return the tag of an occurrence of a field; `marker` None stands for the field's own, or the text itself."""
    if marker is None:
        marker = field.occurrences[0].marker if field.value == text and field.occurrences else text
    flag = field.state if field.state in (State.WAIVED, State.CONFIRMED, State.STALE) else None
    links = {(place.start, place.end): place.link for place in field.occurrences}
    return Tag(field.id, marker, 0, links.get((start, end), Link.CERTAIN), flag)
