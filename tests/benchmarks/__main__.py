"""Print the table of ratios. Each row: our median, the floor's median, and their ratio, measured in one run.

A floor is the least that any program would need: a bare Qt widget, a minimal python-docx script, a regular
expression. Times on one machine say little; ratios can be compared over machines and versions. Each bench runs in a
process of its own: what one leaves in memory, or has loaded, does not count in the next.
"""

from __future__ import annotations

import argparse
import importlib
import os
import subprocess
import sys
from collections.abc import Sequence

BENCHES = ("scan", "check", "export", "page", "edit", "stall", "phrases", "start", "copy", "kill", "import", "fuzz")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benches named on the command line, or all; return the worst exit status."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("--long", action="store_true", help="longer texts and more rounds")
    parser.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHES))
    options = parser.parse_args(arguments)
    if unknown := set(options.names) - set(BENCHES):
        parser.error(f"no bench is called {', '.join(sorted(unknown))}; there are {', '.join(BENCHES)}")
    if options.alone:
        return _run(options.names[0], long=options.long)
    print(f"{'what':<46}{'ours ms':>10}{'floor ms':>10}{'ratio':>8}{'aim':>8}", flush=True)
    words = ["--long"] if options.long else []
    return max(_run_alone(name, words) for name in (options.names or BENCHES))


def _run_alone(name: str, words: Sequence[str]) -> int:
    call = [sys.executable, "-m", "tests.benchmarks", "--alone", *words, name]
    return subprocess.run(call, check=False, env={"QT_QPA_PLATFORM": "offscreen", **os.environ}).returncode


def _run(name: str, *, long: bool) -> int:
    for row in importlib.import_module(f"tests.benchmarks.{name}_bench").rows(long):
        print(row.line(), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
