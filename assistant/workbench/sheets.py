"""The collection sheet 采集表: sent out to other offices to be filled, and read back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.report.errors import AssistantError
from assistant.report.fields import Field
from assistant.storage.atomic import read_file, write_atomically
from assistant.storage.names import refuse_forbidden_name
from assistant.workbench.answers import Answer, LoadedAnswers
from assistant.workbench.exporting import file_name_part
from assistant.workbench.sentences import sentence
from assistant.workbench.working import WorkingReport

if TYPE_CHECKING:
    from assistant.filling.sheet import SheetRow

_LARGEST_BYTES = 50 << 20
SUFFIX = ".xlsx"


def write_sheet_file(
    working: WorkingReport, path: Path, *, fields: Sequence[Field] | None = None, when: datetime | None = None
) -> int:
    """Write a collection sheet with a row for each field, or each of `fields`; return how many rows it has.

    Raises:
        AssistantError: `sheet.name` where the name does not end with .xlsx, `sheet.no_room` where
            no temporary file can be written, or a `file.*` code.
    """
    chosen = working.report.fields if fields is None else tuple(fields)
    write_atomically(path, _made(working, path, chosen, when))
    return len(chosen)


def _made(working: WorkingReport, path: Path, chosen: Sequence[Field], when: datetime | None = None) -> bytes:
    """Return the bytes of a sheet with these fields that is to be written to `path`."""
    from lxml.etree import LxmlError

    from assistant.filling.sheet import write_sheet  # openpyxl takes a sixth of a second to load

    if path.suffix.lower() != SUFFIX:
        raise AssistantError("sheet.name", path=str(path))
    refuse_forbidden_name(path)
    try:
        return write_sheet(
            working.report,
            working.paragraphs,
            title=working.title or "报告",
            when=when or datetime.now(UTC),
            fields=chosen,
            offices={field.id: field.source for field in chosen if field.source},
        )
    except (OSError, LxmlError) as error:
        # openpyxl writes to a temporary file first; lxml tells a full disk as an error of its own
        raise AssistantError("sheet.no_room", path=str(path)) from error


def sheets_by_office(working: WorkingReport, path: Path) -> dict[Path, tuple[Field, ...]]:
    """Return the fields of each sheet by its path: one for each office that is to give values, its name at the end.

    Fields for which no office is named go into a sheet of their own, which has the name as it is.
    """
    by_office: dict[str, list[Field]] = {}
    for field in working.report.fields:
        by_office.setdefault(field.source, []).append(field)
    return {
        path.with_stem(path.stem + ("_" + file_name_part(office) if office else "")): tuple(fields)
        for office, fields in by_office.items()
    }


def write_sheets(
    working: WorkingReport,
    wanted: Mapping[Path, Sequence[Field]],
    *,
    go_on: Callable[[], None] = lambda: None,
    before_writing: Callable[[], None] = lambda: None,
) -> None:
    """Write several sheets, each with its fields.

    `go_on` is called before each is made, `before_writing` once all are and before a file is touched; an error of
    theirs stops it there.

    Raises:
        AssistantError: as `write_sheet_file`; the sheets written before stay.
    """
    made = {}
    for path, fields in wanted.items():
        go_on()
        made[path] = _made(working, path, tuple(fields))
    before_writing()
    for path, data in made.items():
        write_atomically(path, data)


def offices_of(working: WorkingReport) -> tuple[str, ...]:
    """Return the offices that are named as giving values, in the order of the text."""
    return tuple(dict.fromkeys(field.source for field in working.report.fields if field.source))


def asked_rows(working: WorkingReport) -> tuple[SheetRow, ...]:
    """Return what a sheet with every field of the report says about each."""
    from assistant.filling.sheet import sheet_rows

    return sheet_rows(working.report, working.paragraphs)


def read_sheet_file(working: WorkingReport, path: Path, asked: Sequence[SheetRow] | None = None) -> LoadedAnswers:
    """Return the answers of a sheet that came back, and sentences about rows that could not be taken.

    `asked` is what `asked_rows` gives, where it is known already.

    Raises:
        AssistantError: `sheet.*` or `file.*` where the file cannot be used.
    """
    from assistant.filling.sheet_reading import match_rows, read_sheet

    data = read_file(path, limit_bytes=_LARGEST_BYTES)
    try:
        sheet = match_rows(read_sheet(data), asked_rows(working) if asked is None else asked)
    except AssistantError as error:
        raise AssistantError(error.code, **{"path": str(path), **error.parameters}) from error
    problems = tuple(
        sentence(problem.code, **{"row": problem.row, **dict(problem.parameters)}) for problem in sheet.problems
    )
    told = {**sheet.notes, **sheet.answers}
    answers = {i: Answer(one.value, source=one.office, note=one.note) for i, one in told.items()}
    return LoadedAnswers(answers, problems)
