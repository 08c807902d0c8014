"""A window that is killed at a random moment loses two seconds of work at most, and damages nothing."""

from __future__ import annotations

import os

import pytest

from tests.killing import run_kills

KILLS = 4
# The promise is two seconds; a test machine that is busy with other things may take a little longer to write.
MOST_SECONDS_LOST = 4.0


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
def test_a_killed_window_loses_little_and_damages_nothing(tmp_path, qapp):
    outcome = run_kills(tmp_path, count=KILLS, seed=9704)
    assert outcome.damaged == []
    assert outcome.kills == KILLS
    assert outcome.marks > KILLS
    assert outcome.worst_loss <= MOST_SECONDS_LOST
