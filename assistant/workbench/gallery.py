"""What the gallery of 从范文开始 shows of a shipped sample before it is opened: title, outline, fields, first page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, takewhile

from assistant.report.model import Paragraph, Role
from assistant.workbench.opening import open_path
from assistant.workbench.shipped import ShippedSample

# A page of GB/T 9704-2012: 22 lines of 28 characters.
_LINES, _CHARACTERS = 22, 28
_DEEPEST = 2


@dataclass(frozen=True, slots=True)
class PreviewHeading:
    """A heading of the sample as its outline shows it."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """A paragraph of the sample's first page."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class SamplePreview:
    """What is shown of a sample that is chosen in the gallery."""

    title: str
    outline: tuple[PreviewHeading, ...]
    """Headings of level 1 and 2."""
    fields: int
    """Questions that the sample asks."""
    first_page: tuple[PreviewLine, ...]
    """As many paragraphs as fill the first page; the last may be cut."""


def preview_of(sample: ShippedSample) -> SamplePreview:
    """Return what the gallery shows of a sample.

    Raises:
        AssistantError: a `file.*` code where the installed sample cannot be read.
    """
    opened = open_path(sample.path)
    text, paragraphs = opened.report.text, opened.paragraphs
    title = next((p.text_of(text) for p in paragraphs if p.role is Role.TITLE), sample.title)
    outline = tuple(
        PreviewHeading(p.level, text[p.start : p.heading_end])
        for p in paragraphs
        if p.role is Role.HEADING and p.level is not None and p.level <= _DEEPEST
    )
    return SamplePreview(title, outline, len(opened.report.fields), tuple(_first_page(text, paragraphs)))


def _first_page(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[PreviewLine]:
    lines = [-(-(len(p.text_of(text)) + 2) // _CHARACTERS) for p in paragraphs]
    before = [0, *accumulate(lines)]
    for paragraph, used in takewhile(lambda one: one[1] < _LINES, zip(paragraphs, before, strict=False)):
        printed = paragraph.text_of(text)
        room = (_LINES - used) * _CHARACTERS
        yield PreviewLine(paragraph.role, printed if len(printed) <= room else printed[: room - 1] + "…")
