"""Values offered to a report in numbers, by a sheet, a paste or one value for many fields: what each would change.

Nothing is taken here: the proposals are shown, and the clerk's ticks become `FieldEdit`s.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.report.fields import Field, State
from assistant.workbench.answer_rows import Column
from assistant.workbench.answers import Answer
from assistant.workbench.field_edits import FieldEdit
from assistant.workbench.working import WorkingReport, tidy_answer

_VALUE_HEADS = ("值", "数值", "数据", "填报值", "本期", "完成数", "内容")
_HEADS_OF = {
    Column.VALUE: _VALUE_HEADS,
    Column.SOURCE: ("科室、来源", "科室", "来源", "部门", "责任科室", "填报科室"),
    Column.NOTE: ("备注", "说明"),
}
_NAME_HEADS = ("名称", "项目", "指标", "指标名称", "事项", "待填项")
MOST_LINES = 5000


class Verdict(StrEnum):
    """What taking a value would do."""

    NEW = "new"
    REPLACES = "replaces"
    DOUBTFUL = "doubtful"
    DIFFERS = "differs"
    """Another sheet that came back has another value."""
    RECKONED = "reckoned"
    """Reckoned from the old value, and to be looked at."""
    MISFIT = "misfit"
    ABOUT = "about"
    """Only source or note would change."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One value that is offered for a field."""

    edit: FieldEdit
    label: str
    unit: str
    old: str
    """What stands there now, "" while the field is open."""
    new: str
    """What would go into the text; the answer as given where it does not fit."""
    name: str
    """What the giver calls it, or ""."""
    verdict: Verdict

    @property
    def is_ticked(self) -> bool:
        """Whether it may be taken without a look: it is sure, fits, and replaces nothing that was decided."""
        return self.verdict in (Verdict.NEW, Verdict.ABOUT)


def proposals_from_answers(working: WorkingReport, answers: Mapping[str, Answer]) -> tuple[Proposal, ...]:
    """Return what answers by field id would change, in the order of the text."""
    edits = (FieldEdit(i, one.value or None, one.source or None, one.note or None) for i, one in answers.items())
    return proposals_from_edits(working, edits)


def proposals_from_edits(
    working: WorkingReport,
    edits: Iterable[FieldEdit],
    *,
    names: Mapping[str, str] | None = None,
    doubtful: Iterable[str] = (),
) -> tuple[Proposal, ...]:
    """Return what edits would change, in the order of the text; what changes nothing is left out."""
    by_id = {edit.field_id: edit for edit in edits}
    unsure = set(doubtful)
    found = []
    for field in working.report.fields:
        if field.id in by_id:
            name = (names or {}).get(field.id, "")
            proposal = _proposal(working, field, by_id[field.id], name, is_sure=field.id not in unsure)
            if proposal is not None:
                found.append(proposal)
    return tuple(found)


def _proposal(working: WorkingReport, field: Field, edit: FieldEdit, name: str, *, is_sure: bool) -> Proposal | None:
    is_open = field.state in (State.OPEN, State.WAIVED)
    old = "" if is_open else field.value
    value = (edit.value or "").strip()
    tidy = tidy_answer(working, field.id, value) if value else None
    says_more = edit.source not in (None, field.source) or edit.note not in (None, field.note)
    if not value or (tidy == old and field.state is not State.STALE):
        if not says_more:
            return None
        return Proposal(replace(edit, value=None), field.label, field.unit, old, old, name, Verdict.ABOUT)
    if tidy is None:
        return Proposal(edit, field.label, field.unit, old, value, name, Verdict.MISFIT)
    sure = Verdict.NEW if field.state.blocks_final else Verdict.REPLACES
    verdict = sure if is_sure else Verdict.DOUBTFUL
    return Proposal(edit, field.label, field.unit, old, tidy, name, verdict)


@dataclass(frozen=True, slots=True)
class PastedValues:
    """What a paste offers."""

    proposals: tuple[Proposal, ...]
    unmatched: tuple[str, ...] = ()
    """Names that no field has."""
    by_name: bool = False
    """Whether values went to fields by their names, else in the order of the rows."""
    surplus: int = 0
    """Lines of a single column for which there was no row any more."""


def pasted_cells(text: str) -> list[list[str]]:
    """Return the rows and cells of text from a spreadsheet; lines `name：value` are rows of two cells."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if "\t" not in text and '"' not in text:
        rows = [[line] for line in lines]
    else:
        rows = [list(row) for row in csv.reader(io.StringIO("\n".join(lines)), delimiter="\t")]
    rows = [[" ".join(cell.split()) for cell in row] for row in rows[:MOST_LINES]]
    while rows and not any(rows[-1]):
        rows.pop()
    pairs = [_name_and_value(row[0]) for row in rows if len(row) == 1]
    if rows and len(pairs) == len(rows) and all(pairs):
        return [list(pair) for pair in pairs if pair]
    return rows


def _name_and_value(line: str) -> tuple[str, str] | None:
    for mark in "：:":
        name, found, value = line.partition(mark)
        if found and name.strip() and value.strip():
            return name.strip(), value.strip()
    return None


def proposals_from_paste(
    working: WorkingReport, text: str, field_ids: Sequence[str], *, into: Column = Column.VALUE
) -> PastedValues:
    """Return what a paste offers: two columns or more by name, one column to `field_ids` in order.

    `into` is the column into which a single one goes: sources and notes, and values for all others. A head above it
    is left out.
    """
    rows = pasted_cells(text)
    if not rows:
        return PastedValues(())
    if max(map(len, rows)) > 1:
        return _by_name(working, rows)
    column = into if into in _HEADS_OF else Column.VALUE
    cells = [row[0] if row else "" for row in rows]
    if len(cells) > 1 and cells[0] in _HEADS_OF[column]:
        del cells[0]
    edits = [_edit(field_id, column, cell) for field_id, cell in zip(field_ids, cells, strict=False) if cell]
    surplus = sum(map(bool, cells[len(field_ids) :]))
    return PastedValues(proposals_from_edits(working, edits), surplus=surplus)


def _edit(field_id: str, column: Column, words: str) -> FieldEdit:
    if column is Column.SOURCE:
        return FieldEdit(field_id, source=words)
    return FieldEdit(field_id, note=words) if column is Column.NOTE else FieldEdit(field_id, words)


def _by_name(working: WorkingReport, rows: Sequence[Sequence[str]]) -> PastedValues:
    from assistant.filling.name_matching import match_names

    name_at, value_at, body = _columns(rows, working.report.fields)
    pairs = [(row[name_at], row[value_at]) for row in body if len(row) > max(name_at, value_at) and row[name_at]]
    matches = match_names([name for name, _ in pairs], working.report.fields)
    edits, names, doubtful, unmatched = [], {}, [], []
    for (name, value), match in zip(pairs, matches, strict=True):
        if not value:
            continue
        if match is None:
            unmatched.append(name)
            continue
        edits.append(FieldEdit(match.field_id, value))
        names[match.field_id] = name
        if not match.is_sure:
            doubtful.append(match.field_id)
    proposals = proposals_from_edits(working, edits, names=names, doubtful=doubtful)
    return PastedValues(proposals, tuple(unmatched), by_name=True)


def _columns(rows: Sequence[Sequence[str]], fields: Sequence[Field]) -> tuple[int, int, Sequence[Sequence[str]]]:
    """Return the columns of names and of values, and the rows below a row of heads."""
    head = rows[0]
    name_at = next((i for i, cell in enumerate(head) if cell in _NAME_HEADS), None)
    value_at = next((i for i, cell in enumerate(head) if cell in _VALUE_HEADS), None)
    body = rows[1:] if name_at is not None or value_at is not None else rows
    width = max(map(len, rows))
    if name_at is None:
        labels = {"".join(field.label.split()) for field in fields}
        hits = [sum("".join(row[i].split()) in labels for row in body if i < len(row)) for i in range(width)]
        name_at = hits.index(max(hits))
    if value_at is None:
        value_at = next((i for i in range(name_at + 1, width) if any(i < len(r) and r[i] for r in body)), None)
    if value_at is None:
        value_at = next((i for i in range(width) if i != name_at), 0)
    return name_at, value_at, body
