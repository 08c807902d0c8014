"""Kills: a window that types, saves, exports, imports is killed at random moments; how much is lost at worst."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

from tests.benchmarks.measure import Row
from tests.killing import ACTIONS, run_kills

KILLS, LONG_KILLS = 10, 300
MOST_LOST = 2_000.0
"""Milliseconds of work that may be lost."""


def rows(long: bool) -> list[Row]:
    """Kill and look; damage ends the run."""
    count = LONG_KILLS if long else KILLS
    with tempfile.TemporaryDirectory() as folder:
        outcome = run_kills(Path(folder), count=count, seed=random.randrange(1 << 30), longest=6.0)
    print(", ".join(f"{name} {times}" for name, times in sorted(outcome.actions.items())))
    begun = outcome.actions
    if stuck := [name for name in ACTIONS if begun[name] > KILLS and begun[name] == begun[f"during {name}"]]:
        raise SystemExit(f"never came to an end: {', '.join(stuck)}")
    if outcome.damaged:
        raise SystemExit("\n".join([f"{len(outcome.damaged)} of {count} kills did damage:", *outcome.damaged]))
    most = sorted(outcome.losses, reverse=True)
    print("lost most: " + ", ".join(f"{seconds:.2f} s ({during})" for seconds, during in most[:8]))
    if most:
        print(f"lost by half of the kills: at most {most[len(most) // 2][0]:.2f} s")
    return [Row(f"work lost at worst in {outcome.kills} kills", outcome.worst_loss * 1000, MOST_LOST, 1.0)]
