"""A rule about one figure told in different units: 投入3200万元 here, 投入0.32亿元 there; 亩 here, 公顷 there."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.checking.findings import Examined, Finding, Severity
from assistant.filling.figure_names import bare_name, name_of
from assistant.filling.figures import Figure, Measure, read_figures
from assistant.report.model import Report

_SHORTEST_NAME = 4
_AREAS = ("亩", "公顷")


def mixed_units(examined: Examined) -> Iterator[Finding]:
    """Yield a figure whose unit is another than that of the figure of the same name before it, as a hint."""
    first: dict[tuple[str, str], Figure] = {}
    for figure in _quantities(examined.report):
        name = bare_name(name_of(figure))
        kind = "面积" if figure.unit.dimension in _AREAS else figure.unit.dimension
        if len(name) < _SHORTEST_NAME or kind not in ("元", "面积"):
            continue
        before = first.setdefault((name, kind), figure)
        if before.unit.text.strip() != figure.unit.text.strip():
            start, end = figure.start, figure.end + figure.unit.length
            yield Finding(
                start,
                end,
                "figure-units",
                Severity.HINT,
                parameters={
                    "printed": examined.report.text[start:end],
                    "name": name,
                    "unit": before.unit.text,
                    "other": figure.unit.text,
                },
            )


def _quantities(report: Report) -> Iterator[Figure]:
    passages, _ = read_figures(report)
    for passage in passages:
        yield from (figure for figure in passage if figure.measure is Measure.QUANTITY)
