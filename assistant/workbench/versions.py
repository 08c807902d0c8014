"""Versions of the open report: kept before anything large happens to it, compared with it, and taken back."""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.report.errors import AssistantError
from assistant.report.fields import Field, State
from assistant.report.model import Report, Role, lines_with_offsets
from assistant.report.pictures import PICTURE_SIGN
from assistant.storage.kept_copy import read_copy
from assistant.storage.report_file import SavedReport, encode_report
from assistant.storage.versions import Reason, Version, keep_version, name_version, remove_version, versions_of
from assistant.workbench.exporting import saved_of
from assistant.workbench.identity import report_id
from assistant.workbench.recovering import head_of
from assistant.workbench.working import FieldRun, WorkingReport, with_report

if TYPE_CHECKING:
    from assistant.workbench.comparing import PairOfParagraphs  # rapidfuzz is slow to load

__all__ = ["Reason", "SavedReport", "Version", "name_version", "remove_version"]

_FLAGS = (State.WAIVED, State.CONFIRMED, State.STALE)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Replacement:
    """What the page must put in place of a piece of its text, so that it shows another state of the report."""

    start: int
    """First code point in the present text."""
    end: int
    text: str
    runs: tuple[FieldRun, ...]
    """Where fields stand in `text`."""
    report: Report | None = None
    """The whole new report where tables or pictures move with the text; then it takes the place of all."""


def keep(working: WorkingReport, reason: Reason, *, path: Path | None, name: str = "") -> bool:
    """Keep the present state as a version; return whether it is kept, or was already.

    A version that cannot be kept is told to the log alone: it must never keep the clerk from what she is doing.
    """
    try:
        head = replace(head_of(working, reason.value, path=path), name=name)
        keep_version(head, encode_report(saved_of(working)))
    except AssistantError as error:
        _log.info("version not kept: %s", error.code)
        return False
    return True


def versions_of_report(working: WorkingReport) -> tuple[Version, ...]:
    """Return the versions of the open report, latest first.

    Raises:
        AssistantError: `folder.unusable`.
    """
    return versions_of(report_id(working))


def load_version(version: Version) -> SavedReport:
    """Return the report in a version.

    Raises:
        AssistantError: `copy.broken` (path), and those of `read_file` and `decode_report`.
    """
    return read_copy(version.path)[1]


def with_fields_known(working: WorkingReport, saved: SavedReport, *, whole: bool) -> WorkingReport:
    """Return the working report ready to take back text of a version, whose fields it then knows.

    With `whole` the version's layout and overrides of roles come back too, and what it knew of its fields.
    """
    former = {one.id: one for one in saved.report.fields}
    if not whole:
        return replace(working, known_fields={**former, **working.known_fields})
    report = replace(working.report, role_overrides=saved.report.role_overrides)
    return replace(working, report=report, layout=saved.layout, known_fields={**working.known_fields, **former})


@dataclass(frozen=True, slots=True)
class BesideText:
    """What a report holds beside its text, as far as a version that is taken back whole brings another."""

    layout: str
    role_overrides: tuple[tuple[str, Role], ...]
    known_fields: Mapping[str, Field]


def beside_text(working: WorkingReport) -> BesideText:
    """Return what the report holds beside its text now."""
    return BesideText(working.layout, working.report.role_overrides, working.known_fields)


def with_beside_text(working: WorkingReport, beside: BesideText) -> WorkingReport:
    """Return the working report with what it held beside the same text before, or after, a version was taken back."""
    known = {**working.known_fields, **beside.known_fields}
    fields = tuple(
        replace(known[one.id], occurrences=one.occurrences, value=one.value, state=one.state)
        for one in working.report.fields
    )
    report = replace(working.report, fields=fields, role_overrides=beside.role_overrides)
    return with_report(replace(working, layout=beside.layout, known_fields=known), report)


def whole_replacement(present: Report, former: Report) -> Replacement:
    """Return what takes all of a former state back."""
    runs = runs_between(former, 0, len(former.text))
    return Replacement(0, len(present.text), former.text, runs, with_objects(present, former))


def with_objects(present: Report, new: Report) -> Report | None:
    """Return the new report where it or the present one has tables or pictures, which no stretch of text holds."""
    return new if present.tables or present.pictures or new.tables or new.pictures else None


def restorable_pairs(present: Report, former: Report, pairs: Sequence[PairOfParagraphs]) -> frozenset[int]:
    """Return which pairs can be taken back one by one: none that would change the shape of a table, or a picture."""
    now, then = _lines_in_tables(present), _lines_in_tables(former)
    found, last = set(), None
    for index, pair in enumerate(pairs):
        if not pair.is_equal and PICTURE_SIGN not in pair.before_text + pair.after_text:
            if pair.before is None:
                is_free = pair.after not in now
            elif pair.after is None:
                is_free = pair.before not in then and _place_behind(present, last) is not None
            else:
                is_free = (pair.before in then) == (pair.after in now)
            if is_free:
                found.add(index)
        last = last if pair.after is None else pair.after
    return frozenset(found)


def _lines_in_tables(report: Report) -> frozenset[int]:
    return frozenset(number for table in report.tables for number in range(table.first_line, table.end_line))


def _place_behind(report: Report, line: int | None) -> int | None:
    """Return the number of the line in front of which one can be put that follows a line, or the first; None for none.

    Behind a table it stands in front of the line that follows it: at the table's end it would stand in a cell.
    """
    tables = report.tables
    if line is None:
        return None if any(one.first_line == 0 for one in tables) else 0
    behind = next((one.end_line for one in tables if one.first_line <= line < one.end_line), line + 1)
    in_table = any(one.first_line <= line < one.end_line for one in tables)
    return None if in_table and behind > report.text.count("\n") else behind


def paragraph_replacement(
    present: Report, former: Report, pairs: Sequence[PairOfParagraphs], index: int
) -> Replacement:
    """Return what takes one paragraph back: changed, brought back, or taken out where it is new.

    A field that stands elsewhere in the present text keeps its present value: it has one value only.
    """
    pair = pairs[index]
    now = list(lines_with_offsets(present.text))
    if pair.before is None:
        assert pair.after is not None
        return _taken_out(now, pair.after, _lines_in_tables(present))
    start, line = list(lines_with_offsets(former.text))[pair.before]
    if pair.after is not None:
        begin, shown = now[pair.after]
        end, front, behind = begin + len(shown), "", ""
    else:
        earlier = next((one.after for one in reversed(pairs[:index]) if one.after is not None), None)
        place = _place_behind(present, earlier)
        if place is None or place < len(now):
            begin, front, behind = now[place or 0][0], "", "\n"
        else:
            begin, front, behind = len(present.text), "\n", ""
        end = begin
    text, runs = _with_present_values(present, begin, end, line, runs_between(former, start, start + len(line)))
    moved = tuple(replace(run, start=run.start + len(front), end=run.end + len(front)) for run in runs)
    return Replacement(begin, end, front + text + behind, moved)


def _taken_out(now: Sequence[tuple[int, str]], number: int, in_tables: Collection[int]) -> Replacement:
    """Return what takes a line out with one line break: not with one that ends a table, or that parts it from one."""
    begin, shown = now[number]
    end = begin + len(shown)
    if number and number - 1 not in in_tables:
        return Replacement(begin - 1, end, "", ())
    if number + 1 < len(now) and number + 1 not in in_tables:
        return Replacement(begin, end + 1, "", ())
    return Replacement(begin, end, "", ())


def runs_between(report: Report, start: int, end: int) -> tuple[FieldRun, ...]:
    """Return the fields' places from `start` to `end`, counted from `start`."""
    runs = [
        FieldRun(
            place.start - start,
            place.end - start,
            one.id,
            place.marker,
            place.link,
            one.state if one.state in _FLAGS else None,
        )
        for one in report.fields
        for place in one.occurrences
        if start <= place.start < place.end <= end
    ]
    return tuple(sorted(runs, key=lambda run: run.start))


def _with_present_values(
    present: Report, begin: int, end: int, line: str, runs: tuple[FieldRun, ...]
) -> tuple[str, list[FieldRun]]:
    elsewhere = {
        one.id: one
        for one in present.fields
        if any(place.end <= begin or place.start >= end for place in one.occurrences)
    }
    pieces: list[str] = []
    moved: list[FieldRun] = []
    done = length = 0
    for run in runs:
        pieces.append(line[done : run.start])
        length += run.start - done
        field = elsewhere.get(run.field_id)
        shown = line[run.start : run.end] if field is None else _shown(field, run.marker)
        state = run.state if field is None else (field.state if field.state in _FLAGS else None)
        moved.append(replace(run, start=length, end=length + len(shown), state=state))
        pieces.append(shown)
        length += len(shown)
        done = run.end
    return "".join([*pieces, line[done:]]), moved


def _shown(field: Field, marker: str) -> str:
    return marker if field.state in (State.OPEN, State.WAIVED) or not field.value else field.value
