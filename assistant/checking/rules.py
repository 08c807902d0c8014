"""The list of rules, in the order in which they look at a report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from assistant.checking import deleted_masks, figures, numbering, placeholders
from assistant.checking.findings import Examined, Finding
from assistant.report.model import Paragraph, Report

Rule = Callable[[Examined], Iterable[Finding]]

RULES: tuple[Rule, ...] = (
    placeholders.open_fields,
    placeholders.stale_fields,
    placeholders.waived_fields,
    deleted_masks.deleted_masks,
    numbering.number_missing,
    numbering.number_form,
    numbering.number_sequence,
    figures.contradictions,
)


def check_report(report: Report, paragraphs: Sequence[Paragraph], rules: Sequence[Rule] = RULES) -> tuple[Finding, ...]:
    """Return the findings of all rules in the order of the text."""
    examined = Examined(report, tuple(paragraphs))
    found = [finding for rule in rules for finding in rule(examined)]
    return tuple(sorted(found, key=lambda finding: (finding.start, finding.end, finding.rule)))
