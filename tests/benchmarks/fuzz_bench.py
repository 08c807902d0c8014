"""Changed files through every reader, and long texts of hostile shapes through every command.

`python3 dev.py bench --long fuzz` tries 200,000 files, and texts of 100,000 characters.

Prints how many were read and how many told, the slowest, and the memory at the end; stops at the first that does
anything else, and leaves it as a file in the folder for temporary files.
"""

from __future__ import annotations

import itertools
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from assistant.report.errors import AssistantError
from assistant.workbench.sentences import describe_error
from tests.benchmarks.measure import Row
from tests.long_texts import SHAPES, opened, steps
from tests.reading.fuzzing import mutants, read_any, seeds

INPUTS, LONG_INPUTS = 3_000, 200_000
CHARACTERS, LONG_CHARACTERS = 4_000, 100_000
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
    _go_through_shapes(LONG_CHARACTERS if long else CHARACTERS)
    if peak_bytes() > MOST_BYTES:
        raise RuntimeError("too much memory")
    return []


def _go_through_shapes(length: int) -> None:
    """Do with a text of every shape what the commands do, and print which step took longest."""
    slowest: tuple[float, str, str] = (0.0, "", "")
    with tempfile.TemporaryDirectory() as folder:
        for shape in SHAPES:
            began = time.process_time()
            try:
                report = opened(shape, length)
            except AssistantError as error:
                describe_error(error)
                continue
            took = [(time.process_time() - began, shape, "open")]
            for name, step in steps(report, Path(folder)):
                began = time.process_time()
                step()
                took.append((time.process_time() - began, shape, name))
            slowest = max(slowest, *took)
            for seconds, _, name in took:
                if seconds > LONGEST_SECONDS:
                    raise RuntimeError(f"{seconds:.1f} s to {name} {length:,} characters of {shape}")
    print(f"{len(SHAPES)} shapes of {length:,} characters, slowest {slowest[0]:.2f} s ({slowest[1]}: {slowest[2]})")


def _outcome(data: bytes, suffix: str) -> str:
    try:
        read_any(data, suffix).encode("utf-8")
    except AssistantError as error:
        describe_error(error)
        return error.code
    return "read"


def peak_bytes() -> int:
    """Return the most memory that the process has held; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
