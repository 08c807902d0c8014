"""脱敏: a masked sample (范文) made from the report that is open, to be passed on."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.filling.asking import find_fields
from assistant.filling.masking import MaskedReport, MaskedSpot, mask_report, masked_again
from assistant.reading.structure import paragraphs_of
from assistant.report.errors import AssistantError
from assistant.report.fields import Kind, State
from assistant.report.model import Report
from assistant.report.pictures import PICTURE_SIGN
from assistant.report.tables import Table
from assistant.storage.answer_book import load_answer_book
from assistant.workbench.exporting import export_report, is_same_file, suggested_name
from assistant.workbench.opening import DEFAULT_LAYOUT
from assistant.workbench.working import WorkingReport

SUFFIXES = (".docx", ".txt")
_NAMES = (Kind.PLACE, Kind.ORG, Kind.PERSON)


@dataclass(frozen=True, slots=True)
class MaskRow:
    """A value of the report that will be masked, with all its places."""

    original: str
    mask: str
    kind: Kind
    spots: tuple[MaskedSpot, ...]

    @property
    def places(self) -> int:
        """How many places hold it."""
        return len(self.spots)


def mask_rows(working: WorkingReport) -> tuple[MaskRow, ...]:
    """Return what will be masked, each value once: names first, then the others, in the order of the text."""
    masked = mask_report(working.report, entries=load_answer_book().entries())
    groups: dict[tuple[Kind, str], list[MaskedSpot]] = {}
    for spot in masked.spots:
        groups.setdefault((spot.kind, spot.original), []).append(spot)
    rows = [MaskRow(original, spots[0].mask, kind, tuple(spots)) for (kind, original), spots in groups.items()]
    return tuple(sorted(rows, key=lambda row: row.kind not in _NAMES))


def masked_rows(working: WorkingReport, rows: tuple[MaskRow, ...], unticked: Collection[int]) -> MaskedReport:
    """Return the report masked by these rows, but for those with the indices in `unticked`."""
    spots = [spot for index, row in enumerate(rows) if index not in unticked for spot in row.spots]
    return masked_again(working.report.text, sorted(spots, key=lambda spot: spot.start))


def masked_sample(
    working: WorkingReport, rows: tuple[MaskRow, ...], unticked: Collection[int]
) -> tuple[MaskedReport, str]:
    """Return the report masked as by `masked_rows`, and a file name for it, without suffix."""
    masked = masked_rows(working, rows, unticked)
    return masked, masked_name(masked.text)


def write_masked(
    path: Path,
    text: str,
    *,
    layout: str = DEFAULT_LAYOUT,
    tables: tuple[Table, ...] = (),
    before_writing: Callable[[], None] | None = None,
) -> None:
    """Write a masked text as .docx or .txt; nothing in the file tells of the report that it was made from.

    `tables` are those of the report; its pictures, which nobody can mask, stay behind. `before_writing` as for
    `export_report`.

    Raises:
        AssistantError: `export.format_unknown`, or a `file.*` code; nothing is damaged.
    """
    # The masks are what the sample is for: they stand in it as plain text, not as the open spots of a draft.
    text = text.replace(PICTURE_SIGN, "")
    waived = tuple(replace(field, state=State.WAIVED) for field in find_fields(text))
    report = Report(text, waived, tables=tables)
    working = WorkingReport(report, paragraphs_of(text, (), tables), layout=layout)
    export_report(working, path, draft=False, before_writing=before_writing)


def masked_name(text: str) -> str:
    """Return a file name, without suffix, for a masked text: its own title, which holds no name any more."""
    return suggested_name(WorkingReport(Report(text), paragraphs_of(text, ())))


def refuse_own_files(path: Path, *own: Path | None) -> None:
    """Keep a masked sample from taking the place of the report that it was made from.

    Raises:
        AssistantError: `export.onto_source` where the path leads to one of the own files.
    """
    if any(is_same_file(path, one) for one in own):
        raise AssistantError("export.onto_source", path=str(path))
