"""The report that is being worked on, and what the clerk can do with it.

While a window is open its editor owns the text: it tells the text and the runs that are fields, and
`with_snapshot` makes the report of them. Everything about fields that is not text is kept here.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.filling.markers import find_markers
from assistant.reading.clean import Removal
from assistant.reading.structure import paragraphs_of
from assistant.report import edits
from assistant.report.fields import Field, Kind, Link, Occurrence, State
from assistant.report.model import Paragraph, Report, Role
from assistant.report.outline import Section, all_sections
from assistant.report.pictures import Picture
from assistant.report.tables import Table
from assistant.workbench.opening import DEFAULT_LAYOUT, OpenedReport
from assistant.workbench.sentences import sentence

if TYPE_CHECKING:
    from assistant.filling.values import TidyValue


@dataclass(frozen=True, slots=True)
class FieldRun:
    """A run of the editor's text that is an occurrence of a field."""

    start: int
    end: int
    field_id: str
    marker: str
    link: Link = Link.CERTAIN
    state: State | None = None
    """WAIVED, CONFIRMED or STALE where the run says so; else open or filled by its text."""


@dataclass(frozen=True, slots=True)
class ShownObjects:
    """Tables and pictures as the editor shows them."""

    tables: tuple[Table, ...] = ()
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkingReport:
    """An open report with what was derived from its text."""

    report: Report
    paragraphs: tuple[Paragraph, ...]
    name: str = ""
    """Name of the file it came from."""
    encoding: str = ""
    layout: str = DEFAULT_LAYOUT
    extra: Mapping[str, object] = field(default_factory=dict)
    """What a newer program wrote into the report file, kept as it is."""
    cleaned: tuple[Removal, ...] = ()
    """What was taken out when the source was read, blank lines and blanks aside."""
    known_fields: Mapping[str, Field] = field(default_factory=dict)
    """Every field seen since opening, so that one that undo brings back has its label again."""
    kept_answers: Mapping[str, str] = field(default_factory=dict)
    """Answers by field id that did not fit; each is the value of its field while that is open."""

    @property
    def title(self) -> str:
        """The report's title, else the name of its file."""
        titles = [p.text_of(self.report.text) for p in self.paragraphs if p.role is Role.TITLE]
        return "".join(titles) or Path(self.name).stem


@dataclass(frozen=True, slots=True)
class Progress:
    """How many fields of a report are settled."""

    settled: int
    total: int


def start_work(opened: OpenedReport) -> WorkingReport:
    """Return the working report of a freshly opened one."""
    saved = opened.saved
    return WorkingReport(
        opened.report,
        opened.paragraphs,
        saved.source_name if saved is not None else opened.name,
        saved.source_encoding if saved is not None else opened.encoding,
        opened.layout,
        saved.extra if saved is not None else {},
        opened.earlier_removals or tuple(one for one in opened.removals if one.text.strip()),
        {one.id: one for one in opened.report.fields},
        _answers_in(opened.report),
    )


def start_work_on(working: WorkingReport, report: Report) -> WorkingReport:
    """Return the working report of a new report made from another one."""
    fresh = replace(working, report=report, known_fields={}, kept_answers={})
    return with_report(fresh, report)


def with_report(working: WorkingReport, report: Report) -> WorkingReport:
    """Return the working report with another value of its report, everything derived anew."""
    return replace(
        working,
        report=report,
        paragraphs=paragraphs_of(report.text, report.role_overrides, report.tables),
        known_fields={**working.known_fields, **{one.id: one for one in report.fields}},
        kept_answers={**working.kept_answers, **_answers_in(report)},
    )


def _answers_in(report: Report) -> dict[str, str]:
    """Return the answers that open fields of a report keep."""
    return {one.id: one.value for one in report.fields if one.state is State.OPEN and one.value}


def with_snapshot(
    working: WorkingReport, text: str, runs: Sequence[FieldRun], objects: ShownObjects | None = None
) -> WorkingReport:
    """Return the working report as the editor now shows it; markers outside every run become new fields."""
    from assistant.filling.asking import with_new_fields  # not before it is wanted: the start is short

    return with_report(working, with_new_fields(report_as_shown(working, text, runs, objects)))


def report_as_shown(
    working: WorkingReport, text: str, runs: Sequence[FieldRun], objects: ShownObjects | None = None
) -> Report:
    """Return the report as the editor now shows it, with nothing derived: quick enough for every second.

    Without `objects` tables and pictures follow the text as well as that can be told.
    """
    by_field: dict[str, list[FieldRun]] = {}
    for run in runs:
        by_field.setdefault(run.field_id, []).append(run)
    fields = sorted((_field_of(working, text, own) for own in by_field.values()), key=lambda one: one.start)
    if objects is None:
        return replace(edits.with_text(working.report, text), fields=tuple(fields))
    return replace(working.report, text=text, fields=tuple(fields), tables=objects.tables, pictures=objects.pictures)


def _field_of(working: WorkingReport, text: str, runs: Sequence[FieldRun]) -> Field:
    first = runs[0]
    known = working.known_fields.get(first.field_id)
    value = text[first.start : first.end]
    # in a report that is used again, the old text is the marker of a stale field
    is_masked = value == first.marker and first.state not in (State.STALE, State.CONFIRMED)
    # a marker that was only shortened, or filled in part, is still asked for
    state = first.state or (State.OPEN if is_masked or find_markers(value) else State.FILLED)
    if is_masked and state is not State.WAIVED:
        state = State.OPEN
    occurrences = tuple(Occurrence(run.start, run.end, run.marker, run.link) for run in runs)
    if _disagree(text, runs):
        # typed into one of several places that are linked by guess only: nothing is settled before the clerk says so
        state, is_masked = State.OPEN, True
    if known is None:
        known = Field(first.field_id, Kind.TEXT, first.marker, "", occurrences)
    if is_masked:
        value = working.kept_answers.get(known.id, "")
    elif state is State.OPEN:
        value = ""  # only part of the marker was typed over: no answer to keep
    return replace(known, occurrences=occurrences, value=value, state=state)


def _disagree(text: str, runs: Sequence[FieldRun]) -> bool:
    """Whether the places of a field tell different values (a marker may be printed in several ways)."""
    told = {None if text[run.start : run.end] == run.marker else text[run.start : run.end] for run in runs}
    return len(told) > 1


@dataclass(frozen=True, slots=True)
class Settled:
    """What becomes of a field: what goes into its places, and its state."""

    text: str
    """"" brings the markers back."""
    state: State
    kept: str = ""
    """An answer that does not fit, kept as the value of the open field."""


def settle_fields(working: WorkingReport, settled: Mapping[str, Settled]) -> WorkingReport:
    """Return the working report with many fields settled at once, by their ids.

    Raises:
        KeyError: the report has no such field.
    """
    filled = edits.fill_fields(working.report, {field_id: one.text for field_id, one in settled.items()})
    fields = tuple(
        replace(field, value=one.text or one.kept, state=one.state) if (one := settled.get(field.id)) else field
        for field in filled.fields
    )
    kept = {field_id: answer for field_id, answer in working.kept_answers.items() if field_id not in settled}
    return with_report(replace(working, kept_answers=kept), replace(filled, fields=fields))


def settled_by(field: Field, answer: str) -> tuple[Settled, TidyValue]:
    """Return what becomes of a field with an answer, and the answer as it was read; "" opens the field."""
    from assistant.filling.values import TidyValue, tidy_value  # not before it is wanted: the start is short

    if not answer.strip():
        return Settled("", State.OPEN), TidyValue("", True)
    tidy = tidy_value(field, answer)
    if not tidy.fits:
        return Settled("", State.OPEN, tidy.text), tidy
    return Settled(tidy.text, filled_state(field, tidy.text)), tidy


def filled_state(field: Field, value: str) -> State:
    """Return the state of a field once it has this value: the old value of a stale field is confirmed by it."""
    return State.CONFIRMED if all(place.marker == value for place in field.occurrences) else State.FILLED


def tidy_answer(working: WorkingReport, field_id: str, answer: str) -> str | None:
    """Return an answer in the form in which it goes into the text, or None where it does not fit its field.

    Raises:
        KeyError: the report has no such field.
    """
    from assistant.filling.values import tidy_value

    tidy = tidy_value(working.report.field(field_id), answer)
    return tidy.text if tidy.fits else None


def with_sources(working: WorkingReport, told: Mapping[str, tuple[str, str]]) -> WorkingReport:
    """Return the working report with who gives a value (office, person) and a note about it, by the ids of fields."""
    fields = tuple(
        replace(field, source=told[field.id][0].strip(), note=told[field.id][1].strip()) if field.id in told else field
        for field in working.report.fields
    )
    return with_report(working, replace(working.report, fields=fields))


def has_suggested_links(field: Field) -> bool:
    """Whether the clerk must be asked before all places of a field are filled as one."""
    return any(place.link is Link.SUGGESTED for place in field.occurrences)


def blocking_fields(report: Report) -> tuple[Field, ...]:
    """Return the fields that forbid a final export: open and stale ones."""
    return tuple(one for one in report.fields if one.state.blocks_final)


def progress_of(report: Report) -> Progress:
    """Return how many fields are settled, and how many there are."""
    return Progress(len(report.fields) - len(blocking_fields(report)), len(report.fields))


@dataclass(frozen=True, slots=True)
class SectionEntry:
    """A section as the outline shows it."""

    section: Section
    number: str
    heading: str
    position: int
    """Where the heading stands (code point)."""
    end: int
    """Code point behind the section's last paragraph."""
    open_fields: int
    """Fields that first stand in the section (sub-sections included) and are open or stale."""


def section_entries(working: WorkingReport) -> tuple[SectionEntry, ...]:
    """Return all sections in the order of the text, for the outline; the last report's are kept."""
    global _entries_of
    if _entries_of[0] is not working:
        _entries_of = working, _read_entries(working)
    return _entries_of[1]


_entries_of: tuple[WorkingReport | None, tuple[SectionEntry, ...]] = None, ()


def _read_entries(working: WorkingReport) -> tuple[SectionEntry, ...]:
    blocking = sorted(one.start for one in blocking_fields(working.report))
    entries = []
    for section in all_sections(working.paragraphs):
        head, tail = working.paragraphs[section.first], working.paragraphs[section.last - 1]
        entries.append(
            SectionEntry(
                section,
                head.number
                or (sentence("outline.no_number", number=head.expected_number) if head.expected_number else ""),
                head.heading_of(working.report.text),
                head.start,
                tail.end,
                bisect_right(blocking, tail.end) - bisect_left(blocking, head.start),
            )
        )
    return tuple(entries)
