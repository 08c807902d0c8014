"""Changed files through every reader: a report or one sentence, never anything else. A minute of them in CI."""

import os
import re
import subprocess
import sys

import pytest

from assistant.report.errors import AssistantError
from tests.reading import fuzz_run
from tests.reading.fuzzing import seeds

SECONDS = 60 if os.environ.get("CI") else 5
LONGEST_STILL = 45
"""Seconds beyond those above: for starting on a busy machine, and for an input that hangs without computing."""
FEWEST = 10
"""Inputs of a kind that even a busy machine gets through."""
_RUN = [sys.executable, "-W", "error", "-m", "tests.reading.fuzz_run"]


def test_a_report_or_a_sentence():
    try:
        done = subprocess.run(
            [*_RUN, "--seconds", str(SECONDS)], capture_output=True, text=True, timeout=SECONDS + LONGEST_STILL
        )
    except subprocess.TimeoutExpired as error:
        pytest.fail(f"hangs: {_last_line(error.stdout)}")
    assert done.returncode == 0, f"{_last_line(done.stdout)}\n{done.stderr}"
    assert done.stderr == "", _last_line(done.stdout)
    counts = {kind: int(read) + int(told) for kind, read, told in _COUNT.findall(done.stdout)}
    assert counts.keys() == {suffix for suffix, _ in seeds()}
    assert min(counts.values()) >= FEWEST, counts


_COUNT = re.compile(r"^(\.\w+): (\d+) read, (\d+) told$", re.MULTILINE)


def _last_line(printed):
    lines = printed.decode() if isinstance(printed, bytes) else printed or ""
    return lines.strip().rpartition("\n")[2] or "not started"


def test_an_input_is_found_again_by_seed_and_number():
    first, again = (fuzz_run.inputs_of(".txt", 7) for _ in range(2))
    assert [next(first) for _ in range(20)] == [next(again) for _ in range(20)]
    assert next(fuzz_run.inputs_of(".txt", 8)) != next(fuzz_run.inputs_of(".txt", 7))


def test_a_text_that_no_report_may_hold_is_found(monkeypatch):
    monkeypatch.setattr(fuzz_run, "read_any", lambda _data, _suffix: "一\r二")
    with pytest.raises(fuzz_run.UnfitInputError):
        fuzz_run.try_input(b"", ".txt")


def test_a_told_input_is_no_failure(monkeypatch):
    def tell(_data, _suffix):
        raise AssistantError("file.broken_pdf")

    monkeypatch.setattr(fuzz_run, "read_any", tell)
    assert not fuzz_run.try_input(b"", ".pdf")


_IN_A_PROCESS = """
from tests.reading import fuzz_run
def bad(data, suffix):
    {what}
    return ""
fuzz_run.read_any, fuzz_run.LONGEST_SECONDS, fuzz_run.MOST_BYTES = bad, 0.5, 300_000_000
fuzz_run.limit_process()
fuzz_run.try_input(b"", ".txt")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="neither limit is there")
@pytest.mark.parametrize(
    ("what", "complaint"),
    [
        ("while True: pass", "fuzz_run.py"),
        ("sum(range(10 ** 12))", "fuzz_run.py"),  # one call that never comes back to Python
        ("bytearray(500_000_000)", "UnfitInputError"),
        ("bytearray(5_000_000_000)", "MemoryError"),
        ("import socket; socket.create_connection(('example.invalid', 80))", "NetworkUsedError"),
    ],
)
def test_what_hangs_swells_or_connects_ends_the_process(what, complaint):
    code = _IN_A_PROCESS.format(what=what)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.returncode != 0
    assert complaint in done.stderr
