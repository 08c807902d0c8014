"""Head and imprint of an issued document, kept with the report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from assistant.typeset.official import (
    LETTER,
    OfficialParts,
    official_from,
    official_problems,
    official_values,
    tidy_number,
)
from assistant.workbench.sentences import sentence
from assistant.workbench.working import WorkingReport

__all__ = ["LETTER", "official_of", "problems_of", "tidied", "with_official"]

_KEY = "official"


def official_of(working: WorkingReport) -> OfficialParts:
    """Return the report's head and imprint, empty ones where it has none."""
    return official_from(working.extra.get(_KEY))


def with_official(working: WorkingReport, values: Mapping[str, str]) -> WorkingReport:
    """Return the working report with another head and imprint; brackets of the number are put right."""
    parts = tidied(values)
    extra = {key: value for key, value in working.extra.items() if key != _KEY}
    kept = official_values(parts)
    return replace(working, extra={**extra, _KEY: kept} if kept else extra)


def tidied(values: Mapping[str, str]) -> OfficialParts:
    """Return head and imprint as they are printed."""
    told = {name: " ".join(value.split()) for name, value in values.items()}
    return official_from({**told, "number": tidy_number(told.get("number", ""))})


def problems_of(values: Mapping[str, str]) -> tuple[str, ...]:
    """Return a sentence for each part that is not written as the standard asks."""
    return tuple(sentence(f"official.{name}") for name in official_problems(tidied(values)))
