"""What `scan` and `check` tell, as plain values for JSON, with places in the decoded text of the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping

from assistant.checking.findings import Finding, Severity
from assistant.reading.clean import Removal
from assistant.report.fields import Field, State
from assistant.report.model import Paragraph, Role, lines_with_offsets
from assistant.report.relations import Relation
from assistant.storage.answer_book import load_answer_book
from assistant.workbench.opening import OpenedReport
from assistant.workbench.proofreading import check, load_choices
from assistant.workbench.sentences import describe_finding

_NOISE_RULES = {
    "site_mark": "noise-site-mark",
    "site_line": "noise-site-line",
    "page_line": "noise-page-line",
    "broken_line": "structure-broken-line",
}


def scan_values(opened: OpenedReport) -> dict[str, object]:
    """Return what the report holds, by the contract of the command line."""
    from assistant.filling.relations import find_relations  # not before it is wanted: the start is short

    to_source = opened.to_source
    return {
        "source": {"encoding": opened.encoding, "chars": len(opened.source_text)},
        "paragraphs": _line_values(opened),
        "fields": [_field_values(field, to_source) for field in opened.report.fields],
        "relations": [_relation_values(one, to_source) for one in find_relations(opened.report)],
        "cleaned": [
            {"start": one.start, "end": one.end, "text": one.text, "reason": one.reason}
            for one in opened.removals
            if one.reason != "blank_line"
        ],
    }


def _line_values(opened: OpenedReport) -> list[dict[str, object]]:
    """Return one entry for every line of the source that is not empty."""
    written = [index for index, one in enumerate(opened.paragraphs) if one.role is not Role.PICTURE]
    starts = [opened.to_source(opened.paragraphs[index].start) for index in written]
    kept, cells = _kept_lengths(opened), _cell_values(opened)
    lines: list[dict[str, object]] = []
    line_of: dict[int, int] = {}
    for number, (start, line) in enumerate(lines_with_offsets(opened.source_text)):
        if not line.strip():
            continue
        end = start + len(line)
        at = bisect_right(starts, end) - 1
        index = written[at] if at >= 0 else -1
        if not kept[number] or index < 0:
            lines.append({"line": number, "start": start, "end": end, **_role_values("noise")})
        elif starts[at] < start and index in line_of:
            lines.append(
                {"line": number, "start": start, "end": end, **_role_values("body"), "continues": line_of[index]}
            )
        else:
            line_of[index] = number
            lines.append({"line": number, "start": start, "end": end, **_paragraph_values(opened, index, cells)})
    return lines


def _kept_lengths(opened: OpenedReport) -> list[int]:
    """Return how many characters of each source line are part of the report."""
    kept = []
    removals = list(opened.removals)
    position = 0
    for start, line in lines_with_offsets(opened.source_text):
        end = start + len(line)
        while position < len(removals) and removals[position].end <= start:
            position += 1
        gone = sum(max(0, min(end, one.end) - max(start, one.start)) for one in _while_before(removals, position, end))
        kept.append(len(line) - gone)
    return kept


def _while_before(removals: list[Removal], position: int, end: int) -> list[Removal]:
    last = position
    while last < len(removals) and removals[last].start < end:
        last += 1
    return removals[position:last]


def _role_values(role: str) -> dict[str, object]:
    return {
        "role": role,
        "level": None,
        "number": None,
        "heading": None,
        "run_in": False,
        "enumerations": [],
        "cell": None,
    }


def _paragraph_values(opened: OpenedReport, index: int, cells: Mapping[int, dict[str, int]]) -> dict[str, object]:
    paragraph: Paragraph = opened.paragraphs[index]
    return {
        "role": (Role.BODY if paragraph.role is Role.CELL else paragraph.role).value,
        "cell": cells.get(index),
        "level": paragraph.level,
        "number": paragraph.number,
        "expected_number": paragraph.expected_number,
        "heading": paragraph.heading_of(opened.report.text) or None,
        "run_in": paragraph.run_in,
        "enumerations": list(paragraph.enumerations),
    }


def _cell_values(opened: OpenedReport) -> dict[int, dict[str, int]]:
    """Return table, row and column (from 0) of the cell for each paragraph that stands in one."""
    return {
        line: {"table": number, "row": table.cells[at].row, "column": table.cells[at].column}
        for number, table in enumerate(opened.report.tables)
        for at, first, behind in table.cell_spans()
        for line in range(first, behind)
    }


def _field_values(field: Field, to_source: Callable[[int], int]) -> dict[str, object]:
    return {
        "id": field.id,
        "kind": field.kind.value,
        "label": field.label,
        "unit": field.unit,
        "value": field.value or None,
        "state": field.state.value,
        "occurrences": [
            {
                "start": to_source(place.start),
                "end": to_source(place.end - 1) + 1,
                "text": place.marker if field.state in (State.OPEN, State.WAIVED) else field.value,
                "link": place.link.value,
            }
            for place in field.occurrences
        ],
    }


def _relation_values(relation: Relation, to_source: Callable[[int], int]) -> dict[str, object]:
    return {
        "kind": relation.kind.value,
        "operands": [
            {
                "start": to_source(one.start),
                "end": to_source(one.end - 1) + 1,
                "field": one.field_id,
                "role": one.role.value,
            }
            for one in relation.operands
        ],
        "formula": relation.formula,
        "certain": relation.is_certain,
    }


def check_values(opened: OpenedReport) -> dict[str, object]:
    """Return the findings about a file, by the contract of the command line."""
    to_source = opened.to_source
    found = [
        (to_source(one.start), to_source(one.end - 1) + 1 if one.end > one.start else to_source(one.end), one)
        for one in check(opened.report, opened.paragraphs, load_choices(), entries=load_answer_book().entries())
    ]
    found += [(one.start, one.end, one) for one in noise_findings(opened)]
    return {
        "findings": [
            {
                "start": start,
                "end": end,
                "text": opened.source_text[start:end],
                "rule": one.rule,
                "severity": one.severity.value,
                "message": describe_finding(one),
                "fix": one.fix,
            }
            for start, end, one in sorted(found, key=lambda item: (item[0], item[1], item[2].rule))
        ]
    }


def noise_findings(opened: OpenedReport) -> list[Finding]:
    """Return a finding for each removed piece that a reader would call noise, with places in the source."""
    return [
        Finding(
            one.start,
            one.end,
            _NOISE_RULES[one.reason],
            Severity.WARNING,
            fix="",
            parameters={"text": one.text.strip()[:40]},
        )
        for one in opened.removals
        if one.reason in _NOISE_RULES
    ]


def has_errors_or_warnings(found: dict[str, object]) -> bool:
    """Whether findings as `check_values` gives them hold more than hints."""
    findings = found["findings"]
    assert isinstance(findings, list)
    return any(one["severity"] != Severity.HINT.value for one in findings)
