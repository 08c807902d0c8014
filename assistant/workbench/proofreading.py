"""Checks of a report as window and command line run them."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checking.findings import Finding
from assistant.report.model import Paragraph, Report


def check(report: Report, paragraphs: Sequence[Paragraph]) -> tuple[Finding, ...]:
    """Return all findings about a report in the order of the text."""
    # The dictionaries of jieba and pypinyin take a tenth of a second to load, which the start need not wait for.
    from assistant.checking.rules import check_report

    return check_report(report, paragraphs)
