from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from assistant.report.errors import AssistantError
from assistant.report.model import Report
from assistant.storage.copy_writer import CopyWriter
from assistant.storage.folders import data_folder, office_folder, recovery_folder, temporary_folder
from assistant.storage.kept_copy import CopyHead, encode_copy, read_body, read_copy, read_head
from assistant.storage.recovery import (
    copy_path,
    remove_unsaved,
    start_session,
    tidy_folders,
    unsaved_copies,
    write_unsaved,
)
from assistant.storage.report_file import SavedReport, encode_report
from assistant.storage.session import Session, is_alive
from tests.storage.listing import names_in

ROOT = Path(__file__).resolve().parents[2]
SAVED = SavedReport(Report("总结\n正文"), "公文")
HEAD = CopyHead("a1", "2026-03-05T10:00:00+08:00", "unsaved", title="总结", path="C:\\报告\udc80.baogao")
BODY = encode_report(SAVED, compact=True)


def test_copy_comes_back_with_its_head(tmp_path):
    write_unsaved(tmp_path / "a", encode_copy(HEAD, BODY))
    assert read_head(tmp_path / "a") == HEAD
    assert read_copy(tmp_path / "a") == (HEAD, SAVED)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]\n",
        b'{"format": "baogao-copy"}\n',
        b'{"format": "baogao-copy", "digest": 1}\n',
        b'{"format": "baogao-copy", "digest": "", "path": []}\n',
        b"[" * 70_000,
    ],
)
def test_what_is_no_copy_is_told(tmp_path, data):
    path = tmp_path / "a"
    path.write_bytes(data)
    with pytest.raises(AssistantError, match="broken"):
        read_head(path)


def test_copy_that_is_not_whole_is_told(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(encode_copy(HEAD, BODY)[:-3])
    with pytest.raises(AssistantError, match="broken"):
        read_body(path)


def test_copies_of_living_sessions_are_not_offered():
    session = start_session()
    write_unsaved(copy_path(session), encode_copy(HEAD, BODY))
    assert unsaved_copies() == ()
    session.end()
    session.end()
    (found,) = unsaved_copies()
    assert found.head == HEAD
    remove_unsaved(found.path)
    remove_unsaved(found.path)
    assert unsaved_copies() == ()
    assert names_in(recovery_folder()) == []


def test_latest_copy_is_offered_first_and_garbage_not_at_all():
    folder = recovery_folder()
    for day in (1, 3, 2):
        head = CopyHead("a", f"2026-03-0{day}", "unsaved")
        write_unsaved(folder / f"{day}.unsaved", encode_copy(head, BODY))
    (folder / "4.unsaved").write_bytes(b"x")
    assert [copy.path.stem for copy in unsaved_copies()] == ["3", "2", "1"]


def test_where_a_power_cut_spoiled_the_copy_the_one_before_is_offered():
    path = recovery_folder() / "a.unsaved"
    write_unsaved(path, encode_copy(HEAD, BODY))
    later = CopyHead("a1", "2026-03-05T10:00:01+08:00", "unsaved")
    write_unsaved(path, encode_copy(later, BODY))
    assert [copy.head for copy in unsaved_copies()] == [later]
    path.write_bytes(b"")
    (found,) = unsaved_copies()
    assert found.head == HEAD
    assert read_copy(found.path) == (HEAD, SAVED)
    remove_unsaved(found.path)
    assert names_in(recovery_folder()) == []


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
def test_session_of_a_killed_process_is_dead(tmp_path):
    begin = (
        "import sys, time\nfrom pathlib import Path\nfrom assistant.storage.session import Session\n"
        "print(Session(Path(sys.argv[1])).id, flush=True)\ntime.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", begin, tmp_path], cwd=ROOT, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        session_id = other.stdout.readline().decode().strip()
        assert is_alive(tmp_path, session_id)
        other.kill()
    assert not is_alive(tmp_path, session_id)


def test_tidying_removes_dead_sessions_and_old_leftovers_and_keeps_copies():
    folder = recovery_folder()
    living = Session(folder)
    (folder / "dead.session").write_bytes(b"")
    os.utime(folder / "dead.session", (0, 0))
    write_unsaved(folder / "a.unsaved", encode_copy(HEAD, BODY))
    kept = data_folder() / "versions" / "a"
    kept.mkdir(parents=True)
    for place in (folder, kept):
        stray = place / ".baogao-1.tmp"
        stray.write_bytes(b"x")
        os.utime(stray, (0, 0))
    tidy_folders()
    assert names_in(kept) == []
    assert set(names_in(folder)) == {f"{living.id}.session", "a.unsaved"}
    living.end()


@pytest.mark.parametrize("folder", [office_folder, temporary_folder])
def test_tidying_removes_what_a_killed_process_left_in_passing(folder):
    old, used = folder() / "old", folder() / "used"
    for place in (old, used):
        place.mkdir()
        (place / "copy.doc").write_bytes(b"1")
    (folder() / "openpyxl.x").write_bytes(b"1")
    for left in (old, folder() / "openpyxl.x"):
        os.utime(left, (0, 0))
    tidy_folders()
    assert names_in(folder()) == ["used"]


def test_writer_writes_the_latest_and_tells(tmp_path):
    told: list[AssistantError | None] = []
    first = threading.Event()

    def tell(error: AssistantError | None) -> None:
        told.append(error)
        first.wait(10)

    writer = CopyWriter(tmp_path / "a", tell)
    for number in range(5):
        writer.write(str(number).encode)
    first.set()
    assert writer.wait()
    assert (tmp_path / "a").read_bytes() == b"4"
    writer.remove()
    writer.finish()
    assert names_in(tmp_path) == []
    assert set(told) == {None}


def test_writer_goes_on_after_an_error(tmp_path):
    told: list[AssistantError | None] = []
    writer = CopyWriter(tmp_path / "no" / "a", told.append)
    writer.write(lambda: b"1")
    assert writer.wait()
    (tmp_path / "no").mkdir()
    writer.write(lambda: b"2")
    writer.finish()
    assert [None if error is None else error.code for error in told] == ["file.folder_missing", None]
    assert (tmp_path / "no" / "a").read_bytes() == b"2"


@pytest.mark.expected_logs("copy not made")
def test_writer_goes_on_after_a_content_that_cannot_be_made(tmp_path):
    told: list[AssistantError | None] = []
    writer = CopyWriter(tmp_path / "a", told.append)
    writer.write(lambda: (1 // 0).to_bytes())
    assert writer.wait()
    writer.write(lambda: b"2")
    writer.finish()
    assert [None if error is None else error.code for error in told] == ["copy.not_made", None]
    assert (tmp_path / "a").read_bytes() == b"2"
