"""Measuring: medians of interleaved runs, and the text that all benches use."""

from __future__ import annotations

import re
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

from assistant.report.numbering import chinese_numeral
from assistant.workbench.shipped import shipped_samples

_PARTS, _BELOW = 10, 6
"""Parts of a long report, and paragraphs below each heading within them."""
_SENTENCE = 30
"""Characters from which on a line of a sample is more than a heading."""


@dataclass(frozen=True)
class Row:
    """One line of the table; times in milliseconds."""

    what: str
    ours: float
    floor: float
    aim: float | None = None

    def line(self) -> str:
        """Return the row as it is printed."""
        ratio = self.ours / self.floor if self.floor else float("nan")
        aim = f"{self.aim:.2f}" if self.aim is not None else ""
        return f"{self.what:<46}{self.ours:>10.2f}{self.floor:>10.2f}{ratio:>8.2f}{aim:>8}"


def compare(
    what: str, ours: Callable[[], object], floor: Callable[[], object], *, rounds: int, aim: float | None
) -> Row:
    """Measure both in turns, so that what the machine does besides hits both alike."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for kept, action in zip(times, (ours, floor), strict=True):
            started = time.perf_counter()
            action()
            kept.append((time.perf_counter() - started) * 1000)
    return Row(what, statistics.median(times[0]), statistics.median(times[1]), aim)


def report_text(characters: int) -> str:
    """Return the text of the shipped samples, repeated until it has so many characters."""
    text = "\n".join(sample.path.read_text("utf-8").strip() for sample in shipped_samples())
    return "\n".join([text] * (characters // len(text) + 1))[:characters].rstrip()


def parted_text(characters: int) -> str:
    """Return the text of one report of so many characters: ten parts, numbered through, and what stands in samples.

    `report_text` tells many reports, one behind the other: no section there has a place among all others.
    """
    lines = [line for line in report_text(characters).split("\n") if len(line) > _SENTENCE]
    bodies = [re.sub(r"^[（(]?[一二三四五六七八九十\d]+[、.．）)]", "", line) for line in lines]
    made = ["关于全年工作情况的报告"]
    for number in range(_PARTS):
        made.append(f"{chinese_numeral(number + 1)}、第{number + 1}方面的工作")
        for place, body in enumerate(bodies[number::_PARTS]):
            if place % _BELOW == 0:
                made.append(f"（{chinese_numeral(place // _BELOW + 1)}）第{place // _BELOW + 1}项措施")
            made.append(body)
    return "\n".join(made)
