"""Rules about fields: what is open, stale or deliberately left masked."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.checking.findings import Examined, Finding, Severity
from assistant.report.fields import Field, State


def open_fields(examined: Examined) -> Iterator[Finding]:
    """Yield every place of an open field: it must not be printed so."""
    yield from _in_state(examined, State.OPEN, "placeholder-open", Severity.ERROR)


def stale_fields(examined: Examined) -> Iterator[Finding]:
    """Yield every place of a field that was taken over from an earlier report and not yet confirmed."""
    yield from _in_state(examined, State.STALE, "placeholder-stale", Severity.ERROR)


def waived_fields(examined: Examined) -> Iterator[Finding]:
    """Yield every place that stays masked by the clerk's own decision."""
    yield from _in_state(examined, State.WAIVED, "placeholder-waived", Severity.HINT)


def _in_state(examined: Examined, state: State, rule: str, severity: Severity) -> Iterator[Finding]:
    for field in examined.report.fields:
        if field.state is state:
            yield from _places(field, rule, severity)


def _places(field: Field, rule: str, severity: Severity) -> Iterator[Finding]:
    for place in field.occurrences:
        yield Finding(place.start, place.end, rule, severity, parameters={"label": field.label})
