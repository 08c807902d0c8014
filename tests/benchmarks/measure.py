"""Measuring: medians of interleaved runs, and the text that all benches use."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

from assistant.workbench.shipped import shipped_samples


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
