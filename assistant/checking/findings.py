"""Findings: what a check has to say about a place of the report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from assistant.report.model import Paragraph, Report


class Severity(StrEnum):
    """How sure and how grave: contradicts a plain rule, contradicts strong practice, or for a human to decide."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark of one rule about a span of the text (code points)."""

    start: int
    end: int
    rule: str
    """Begins with placeholder-, structure-, mark-, figure-, word- or noise-; picks the sentence as well."""
    severity: Severity
    fix: str | None = None
    """What stands in place of the span's text once mended, or None where a human must decide."""
    parameters: Mapping[str, object] = field(default_factory=dict)
    """What the rule's sentence in `resources/wording/sentences.toml` speaks of."""


@dataclass(frozen=True, slots=True)
class Examined:
    """What a rule looks at."""

    report: Report
    paragraphs: tuple[Paragraph, ...]
    entries: Mapping[str, str] = field(default_factory=dict)
    """What the answer book says of the own unit: its places, names and people are no strangers."""
