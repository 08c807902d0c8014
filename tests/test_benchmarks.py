"""The benches can be run together: each has a process of its own, so that no two make a QApplication."""

from __future__ import annotations

import importlib
import sys

import pytest

from tests.benchmarks.__main__ import BENCHES, main


@pytest.mark.parametrize("name", BENCHES)
def test_each_name_is_a_bench(name):
    assert callable(importlib.import_module(f"tests.benchmarks.{name}_bench").rows)


def test_each_bench_runs_in_a_process_of_its_own(capfd, monkeypatch):
    monkeypatch.delitem(sys.modules, "tests.benchmarks.scan_bench", raising=False)
    assert main(["scan", "scan"]) == 0
    assert "tests.benchmarks.scan_bench" not in sys.modules
    printed = capfd.readouterr().out.splitlines()
    assert len(printed) == 5  # the head, and two rows of each run
    assert printed[1].split(" / ")[0] == printed[3].split(" / ")[0]


def test_an_unknown_name_is_refused(capfd):
    with pytest.raises(SystemExit):
        main(["nonsense"])
    assert "nonsense" in capfd.readouterr().err
