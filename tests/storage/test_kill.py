"""A process killed while it saves never damages the report."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from assistant.storage.atomic import remove_leftovers
from assistant.storage.report_file import load_report
from tests.storage.listing import names_in

ROOT = Path(__file__).resolve().parents[2]
KILLS = 20
# Nearly all of the time goes into writing: a writer that truncated the file first would be caught almost every time.
LENGTH = 1_000_000
SAVE_IN_A_LOOP = f"""
import itertools, sys
from pathlib import Path
from assistant.report.model import Report
from assistant.storage.atomic import write_atomically
from assistant.storage.report_file import SavedReport, encode_report, save_report
path = Path(sys.argv[1])
reports = [SavedReport(Report(letter * {LENGTH}), "公文") for letter in "甲乙"]
save_report(path, reports[0])
print("saving", flush=True)
for data in itertools.cycle([encode_report(report) for report in reports]):
    write_atomically(path, data)
"""


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
def test_report_survives_being_killed_at_any_moment(tmp_path):
    path = tmp_path / "报告.baogao"
    chance = random.Random(9704)
    for _ in range(KILLS):
        with subprocess.Popen([sys.executable, "-c", SAVE_IN_A_LOOP, path], cwd=ROOT, stdout=subprocess.PIPE) as saver:
            assert saver.stdout is not None
            assert saver.stdout.readline() == b"saving\n"
            time.sleep(chance.uniform(0.02, 0.1))
            saver.kill()
        text = load_report(path).report.text
        assert text in ("甲" * LENGTH, "乙" * LENGTH)
    assert all(name == path.name or name.startswith(".baogao-") for name in names_in(tmp_path))
    remove_leftovers(tmp_path, older_than_seconds=-1)
    assert names_in(tmp_path) == [path.name]
