"""Export and saving: the two ways out, a draft that shows what is open and a final that cannot hold any of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from assistant.checking.findings import Finding, Severity
from assistant.filling.markers import find_markers
from assistant.report.errors import AssistantError
from assistant.report.fields import Field, State
from assistant.storage.answer_book import load_answer_book
from assistant.storage.atomic import write_atomically
from assistant.storage.names import is_forbidden_name, refuse_forbidden_name
from assistant.storage.report_file import SUFFIX, Cleaned, SavedReport, save_report
from assistant.workbench.sentences import comment_of, describe_finding
from assistant.workbench.working import WorkingReport, blocking_fields, with_report

if TYPE_CHECKING:
    from assistant.workbench.paging import PagePainter

_SETTLED = (State.FILLED, State.CONFIRMED)
_GRAVEST = tuple(Severity)
_SUFFIX = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,7}")
PDF_SUFFIX = ".pdf"
REPORT_SUFFIX = SUFFIX
"""Suffix of the program's own report file."""


class FinalRefusedError(AssistantError):
    """A final export was asked for while fields are open or stale."""

    def __init__(self, fields: Sequence[Field]) -> None:
        """Keep the fields that must be settled first."""
        super().__init__("export.refused", count=len(fields))
        self.fields = tuple(fields)


def export_report(
    working: WorkingReport,
    path: Path,
    *,
    draft: bool,
    when: datetime | None = None,
    paint_pdf: PagePainter | None = None,
    comments: bool = False,
    leaves_out: Callable[[str, int], bool] = lambda rule, start: False,
    before_writing: Callable[[], None] | None = None,
) -> None:
    """Write the report as .docx, .pdf or .txt, laid out by its layout.

    `when` is the time that the document's properties tell; now where not given. `paint_pdf` paints the pages of a
    .pdf, which cannot be written without. `comments` puts the findings into a draft .docx as Word comments, but for
    those that `leaves_out` (rule, start) names.
    `before_writing` is called once all is made and before the file is touched; its error stops the export there.

    Raises:
        FinalRefusedError: a final with open or stale fields; nothing is written.
        AssistantError: `export.format_unknown`, `comments.name` or `comments.final` where no comments can be
            written, or a `file.*` code; nothing is damaged.
    """
    suffix = path.suffix.lower()
    if comments and not (draft and suffix == ".docx"):
        raise AssistantError("comments.name" if draft else "comments.final", path=str(path))
    if suffix not in (".docx", ".txt") and (suffix != PDF_SUFFIX or paint_pdf is None):
        raise AssistantError("export.format_unknown", path=str(path))
    refuse_forbidden_name(path)
    asked = with_markers_asked(working)
    blocking = blocking_fields(asked.report)
    if blocking and not draft:
        raise FinalRefusedError(blocking)
    moment = when or datetime.now(UTC)
    if suffix == PDF_SUFFIX and paint_pdf is not None:
        made = _pdf(asked, paint_pdf, draft=draft, when=moment)
    else:
        found = findings_beside_fields(asked) if comments else ()
        found = tuple(one for one in found if not leaves_out(one.rule, one.start))
        made = document_bytes(asked, suffix, draft=draft, when=moment, findings=found)
    if before_writing is not None:
        before_writing()
    write_atomically(path, made)


def with_markers_asked(working: WorkingReport) -> WorkingReport:
    """Return the working report with every marker of its text in some open field, so that none slips by.

    A field whose value is masked itself is open again, whoever settled it.
    """
    from assistant.filling.asking import with_new_fields  # not before it is wanted: the start is short

    report = with_new_fields(working.report)
    fields = tuple(
        replace(one, state=State.OPEN) if one.state in _SETTLED and find_markers(one.value) else one
        for one in report.fields
    )
    if report is working.report and fields == report.fields:
        return working
    return with_report(working, replace(report, fields=fields))


def document_bytes(
    working: WorkingReport, suffix: str, *, draft: bool, when: datetime, findings: Sequence[Finding] = ()
) -> bytes:
    """Return a report as .docx or .txt; whether a final may have open fields is for the caller to decide.

    `findings` become comments of a .docx.
    """
    if suffix == ".txt":
        from assistant.writing.plain import write_text

        return write_text(working.report)
    from assistant.typeset.layout import load_layout
    from assistant.workbench.official_parts import official_of
    from assistant.writing.docx import write_docx
    from assistant.writing.own_comments import Comment
    from assistant.writing.properties import DocumentProperties

    properties = DocumentProperties(title=working.title, author="", created=when.replace(microsecond=0))
    return write_docx(
        working.report,
        working.paragraphs,
        load_layout(working.layout),
        draft=draft,
        properties=properties,
        official=official_of(working),
        comments=[Comment(one.start, one.end, comment_of(one)) for one in findings],
    )


def _pdf(working: WorkingReport, paint_pdf: PagePainter, *, draft: bool, when: datetime) -> bytes:
    from assistant.workbench.paging import bookmarks_of, page_report
    from assistant.writing.pdf import Bookmark, finish_pdf
    from assistant.writing.properties import DocumentProperties

    paged = page_report(working, draft=draft)
    properties = DocumentProperties(title=working.title, author="", created=when.replace(microsecond=0))
    return finish_pdf(paint_pdf(paged), [Bookmark(*one) for one in bookmarks_of(paged)], properties)


def path_with(path: Path, suffix: str) -> Path:
    """Return the path with a suffix added where it has none; in a name such as 采集表12.5 the dot begins none."""
    return path if _SUFFIX.fullmatch(path.suffix) else path.with_name(path.name + suffix)


def report_path(path: Path) -> Path:
    """Return the path with the suffix of report files, added where it lacks it."""
    return path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)


def save_working(working: WorkingReport, path: Path) -> Path:
    """Write the report file, to go on with it later; return where it is.

    Raises:
        AssistantError: a `file.*` or `report_file.*` code; the former file is untouched.
    """
    path = report_path(path)
    refuse_forbidden_name(path)
    save_report(path, saved_of(working))
    return path


def saved_of(working: WorkingReport) -> SavedReport:
    """Return what the report file holds of a working report."""
    return SavedReport(
        working.report,
        working.layout,
        working.name,
        working.encoding,
        extra=dict(working.extra),
        cleaned=tuple(Cleaned(one.start, one.end, one.text, one.reason) for one in working.cleaned),
    )


def with_layout(working: WorkingReport, layout: str) -> WorkingReport:
    """Return the working report with another layout.

    Raises:
        AssistantError: `layout.unknown` where there is none of that name.
    """
    from assistant.typeset.layout import load_layout

    return replace(working, layout=load_layout(layout).name)


def suggested_name(working: WorkingReport) -> str:
    """Return a file name, without suffix, for the report: its title without what systems forbid in names."""
    return file_name_part(working.title) or "报告"


def file_name_part(text: str) -> str:
    """Return a text without what systems forbid in file names, at most 60 characters of it."""
    part = re.sub(r'[\\/:*?"<>|\x00-\x1f]', "", text).strip(" .")[:60].rstrip(" .")
    if not part or not is_forbidden_name(part):
        return part
    device, dot, rest = part.partition(".")
    return f"{device}_{dot}{rest}"


class NotedFinding(NamedTuple):
    """A finding that does not forbid a final but should be seen before it."""

    start: int
    """Code points into the report's text."""
    words: str
    rule: str


def noted_findings(working: WorkingReport) -> tuple[NotedFinding, ...]:
    """Return what should be seen before an export, with the place of each: errors first, hints last."""
    gravest_first = sorted(findings_beside_fields(working), key=lambda one: (_GRAVEST.index(one.severity), one.start))
    return tuple(NotedFinding(one.start, describe_finding(one), one.rule) for one in gravest_first)


def findings_beside_fields(working: WorkingReport) -> tuple[Finding, ...]:
    """Return what the checks remark but for open and stale fields, which are marked anyway."""
    from assistant.workbench.proofreading import check, load_choices

    return tuple(
        one
        for one in check(working.report, working.paragraphs, load_choices(), entries=load_answer_book().entries())
        if not one.rule.startswith("placeholder-") or one.rule == "placeholder-deleted"
    )


def is_same_file(path: Path, other: Path | None) -> bool:
    """Whether two paths lead to one file; by name where a file is not there."""
    if other is None:
        return False
    try:
        return path.samefile(other)
    except OSError:
        return path.absolute() == other.absolute()
