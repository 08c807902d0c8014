"""What the gallery of 从范文开始 shows of a shipped sample before it is opened: title, outline, fields, pages."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.report.model import Role
from assistant.workbench.opening import open_path
from assistant.workbench.paging import PagedReport, page_report
from assistant.workbench.shipped import ShippedSample
from assistant.workbench.working import start_work

_DEEPEST = 2


@dataclass(frozen=True, slots=True)
class PreviewHeading:
    """A heading of the sample as its outline shows it."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class SamplePreview:
    """What is shown of a sample that is chosen in the gallery."""

    title: str
    outline: tuple[PreviewHeading, ...]
    """Headings of level 1 and 2."""
    fields: int
    """Questions that the sample asks."""
    paged: PagedReport
    """The sample as it would be printed."""


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
    return SamplePreview(title, outline, len(opened.report.fields), page_report(start_work(opened)))
