"""Print the table of ratios. Each row: our median, the floor's median, and their ratio, measured in one run.

A floor is the least that any program would need: a bare Qt widget, a minimal python-docx script, a regular
expression. Times on one machine say little; ratios can be compared over machines and versions.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.benchmarks import (
    check_bench,
    copy_bench,
    export_bench,
    fuzz_bench,
    kill_bench,
    page_bench,
    phrases_bench,
    scan_bench,
    start_bench,
)
from tests.benchmarks.measure import Row

BENCHES: tuple[tuple[str, Callable[[bool], list[Row]]], ...] = (
    ("scan", scan_bench.rows),
    ("check", check_bench.rows),
    ("export", export_bench.rows),
    ("page", page_bench.rows),
    ("phrases", phrases_bench.rows),
    ("start", start_bench.rows),
    ("copy", copy_bench.rows),
    ("kill", kill_bench.rows),
    ("fuzz", fuzz_bench.rows),
)


def main() -> int:
    """Run the benches named on the command line, or all."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("--long", action="store_true", help="longer texts and more rounds")
    parser.add_argument("names", nargs="*", help=", ".join(name for name, _ in BENCHES))
    options = parser.parse_args()
    print(f"{'what':<46}{'ours ms':>10}{'floor ms':>10}{'ratio':>8}{'aim':>8}")
    for name, bench in BENCHES:
        if not options.names or name in options.names:
            for row in bench(options.long):
                print(row.line(), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
