"""Changed files through every reader, and long texts and files of hostile shapes through every command.

`python3 dev.py bench --long fuzz` tries 200,000 files, texts of 100,000 characters and files of 20,000 pieces.

Prints how many were read and how many told, the slowest, and the memory at the end; stops at the first that does
anything else, and leaves it as a file in the folder for temporary files.
"""

from __future__ import annotations

import itertools
import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from assistant.report.errors import AssistantError
from assistant.workbench.opening import OpenedReport, open_bytes
from assistant.workbench.sentences import describe_error
from tests import long_texts
from tests.benchmarks.measure import Row
from tests.long_texts import steps
from tests.reading import hostile_shapes
from tests.reading.fuzzing import REPORTS, mutants, peak_bytes, read_any, seeds

INPUTS, LONG_INPUTS = 3_000, 200_000
CHARACTERS, LONG_CHARACTERS = 4_000, 100_000
PIECES, LONG_PIECES = 1_000, 20_000
LONGEST_SECONDS, MOST_BYTES = 5.0, 1_000_000_000


def rows(long: bool) -> list[Row]:
    """Try the inputs and print what became of them; there is no floor to compare with, so no row.

    Raises:
        RuntimeError: one took longer than it may, or the program too much memory.
    """
    outcomes: Counter[str] = Counter()
    slowest, slowest_suffix = 0.0, ""
    chance = random.Random(20_261_121)
    for suffix, data in itertools.islice(mutants(chance, seeds()), LONG_INPUTS if long else INPUTS):
        began = time.process_time()
        try:
            outcomes[_outcome(data, suffix)] += 1
        except Exception:
            kept = Path(tempfile.gettempdir()) / f"fuzz-failure{suffix}"
            kept.write_bytes(data)
            print(f"failed on {kept}")
            raise
        took = time.process_time() - began
        if took > slowest:
            slowest, slowest_suffix = took, suffix
        if took > LONGEST_SECONDS:
            (Path(tempfile.gettempdir()) / f"fuzz-slow{suffix}").write_bytes(data)
            raise RuntimeError(f"{took:.1f} s for one {suffix}")
    print(
        f"{outcomes.total():,} inputs, slowest {slowest:.2f} s ({slowest_suffix}), at most {peak_bytes() / 1e6:.0f} MB"
    )
    for outcome, times in outcomes.most_common():
        print(f"  {outcome:<30}{times:>9,}")
    length, pieces = (LONG_CHARACTERS, LONG_PIECES) if long else (CHARACTERS, PIECES)
    _go_through(f"{length:,} characters", {name: partial(_text, name, length) for name in long_texts.SHAPES})
    _go_through(f"{pieces:,} pieces", {name: _file(name, pieces) for name in hostile_shapes.SHAPES})
    print(f"at most {peak_bytes() / 1e6:.0f} MB")
    if peak_bytes() > MOST_BYTES:
        raise RuntimeError("too much memory")
    return []


def _text(shape: str, length: int) -> OpenedReport | None:
    return long_texts.opened(shape, length)


def _file(shape: str, pieces: int) -> Callable[[], OpenedReport | None]:
    suffix, make = hostile_shapes.SHAPES[shape]
    data = make(pieces)  # not counted as reading

    def read() -> OpenedReport | None:
        if suffix in REPORTS:
            return open_bytes(data, f"f{suffix}", suffix)
        read_any(data, suffix)
        return None

    return read


def _go_through(size: str, shapes: Mapping[str, Callable[[], OpenedReport | None]]) -> None:
    """Do with every shape what the commands do, and print which step took longest."""
    slowest: tuple[float, str, str] = (0.0, "", "")
    too_slow: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for shape, read in shapes.items():
            for name, seconds in _timed(read, Path(folder)):
                slowest = max(slowest, (seconds, shape, name))
                if seconds > LONGEST_SECONDS:
                    too_slow.append(f"{seconds:.1f} s to {name} {size} of {shape}")
    print(f"{len(shapes)} shapes of {size}, slowest {slowest[0]:.2f} s ({slowest[1]}: {slowest[2]})")
    if too_slow:
        raise RuntimeError("; ".join(too_slow))


def _timed(read: Callable[[], OpenedReport | None], folder: Path) -> Iterator[tuple[str, float]]:
    """Yield what the commands do with a report, each with the seconds that it took."""
    began = time.process_time()
    try:
        report = read()
    except AssistantError as error:
        describe_error(error)
        report = None
    yield "open", time.process_time() - began
    for name, step in steps(report, folder) if report is not None else ():
        began = time.process_time()
        try:
            step()
        except AssistantError as error:
            describe_error(error)
        yield name, time.process_time() - began


def _outcome(data: bytes, suffix: str) -> str:
    try:
        read_any(data, suffix).encode("utf-8")
    except AssistantError as error:
        describe_error(error)
        return error.code
    return "read"
