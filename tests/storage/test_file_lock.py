from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest

from assistant.storage.file_lock import LockHolder, holder_of, lock_path, minutes_idle, release_lock, take_lock
from assistant.storage.folders import recovery_folder
from assistant.storage.session import Session
from tests.storage.listing import names_in


@pytest.fixture
def report(tmp_path: Path) -> Path:
    folder = tmp_path / "shared"
    folder.mkdir()
    return folder / "报告.baogao"


@pytest.fixture
def sessions():
    made = [Session(recovery_folder()) for _ in range(2)]
    yield made
    for one in made:
        one.end()


@pytest.mark.parametrize(("seconds", "minutes"), [(0, 0), (59, 0), (90, 1), (3600, 60), (-600, 0)])
def test_idle_time_of_a_lock_is_told_in_whole_minutes(report, sessions, seconds, minutes):
    take_lock(report, sessions[0].id)
    touched = time.time() - seconds - 0.5
    os.utime(lock_path(report), (touched, touched))
    assert minutes_idle(report) == minutes


def test_a_lock_that_is_gone_is_not_idle(report):
    assert minutes_idle(report) == 0


def test_second_window_learns_who_works_on_it(report, sessions):
    first, second = sessions
    assert take_lock(report, first.id) is None
    assert take_lock(report, first.id) is None
    holder = take_lock(report, second.id)
    assert holder is not None
    assert holder.session == first.id
    assert holder == holder_of(report, second.id)
    assert holder.when_iso[:2] == "20"
    release_lock(report, second.id)
    assert holder_of(report, second.id) == holder
    release_lock(report, first.id)
    assert names_in(report.parent) == []
    assert holder_of(report, second.id) is None


@pytest.mark.skipif(os.name == "nt", reason="Windows asks for rights to make links")
@pytest.mark.parametrize("by_force", [False, True])
def test_a_link_in_the_place_of_the_lock_leads_nowhere(report, sessions, by_force):
    """On a shared folder somebody may mean a file of the one who opens the report."""
    meant = report.with_name("profile")
    meant.write_text("keep me", "utf-8")
    lock_path(report).symlink_to(meant)
    assert take_lock(report, sessions[0].id, by_force=by_force) is None
    release_lock(report, sessions[0].id)
    assert meant.read_text("utf-8") == "keep me"
    assert lock_path(report).is_symlink()


def test_lock_of_a_dead_window_is_taken_over(report, sessions):
    first, second = sessions
    take_lock(report, first.id)
    first.end()
    assert holder_of(report, second.id) is None
    assert take_lock(report, second.id) is None
    assert json.loads(lock_path(report).read_text())["session"] == second.id


def test_lock_of_another_computer_stands_until_it_is_passed_over(report, sessions):
    other = {"user": "李", "host": "BANGONG-2", "session": "77", "when_iso": "2026-01-01T08:00:00+08:00"}
    lock_path(report).write_text(json.dumps(other))
    assert take_lock(report, sessions[0].id) == LockHolder(**other)
    assert take_lock(report, sessions[0].id, by_force=True) is None
    assert holder_of(report, sessions[1].id).session == sessions[0].id


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"user": 1, "host": "", "session": "", "when_iso": ""}'])
def test_lock_that_says_nothing_is_none(report, sessions, text):
    lock_path(report).write_text(text)
    assert holder_of(report, sessions[0].id) is None
    assert take_lock(report, sessions[0].id) is None
    assert holder_of(report, sessions[1].id).session == sessions[0].id


def test_where_no_lock_can_be_written_there_is_none(report, sessions):
    missing = report.parent / "no" / "a.baogao"
    assert take_lock(missing, sessions[0].id) is None
    release_lock(missing, sessions[0].id)
    too_long = report.with_name("a" * 250)
    assert take_lock(too_long, sessions[0].id) is None
    lock_path(report).mkdir()
    assert take_lock(report, sessions[0].id) is None
