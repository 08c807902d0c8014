from __future__ import annotations

import os
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.report.errors import AssistantError
from assistant.report.model import Report
from assistant.report.pictures import PICTURE_SIGN, Picture
from assistant.storage.copy_pictures import pictures_folder, with_pictures_back, with_pictures_beside
from assistant.storage.copy_writer import CopyWriter
from assistant.storage.folders import data_folder, office_folder, recovery_folder, temporary_folder
from assistant.storage.kept_copy import CopyHead, encode_copy, read_body, read_copy, read_head
from assistant.storage.recovery import (
    bytes_of_unsaved,
    copy_path,
    read_unsaved,
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


LARGE = Picture(b"\x89PNG" + bytes(range(256)) * 400, "png", 40.0, 30.0, "现场")
LITTLE = Picture(b"\x89PNG little", "png", 4.0, 3.0)
WITH_PICTURES = Report(f"总结\n{PICTURE_SIGN}\n{PICTURE_SIGN}\n{PICTURE_SIGN}", pictures=(LARGE, LITTLE, LARGE))


def write_with_pictures(path, head=HEAD):
    beside = with_pictures_beside(WITH_PICTURES, path)
    data = encode_copy(head, encode_report(SavedReport(beside, "公文"), compact=True))
    write_unsaved(path, data)
    return data


def test_a_large_picture_lies_once_beside_the_copy():
    path = recovery_folder() / "a.unsaved"
    assert len(write_with_pictures(path)) < 3_000
    (kept,) = pictures_folder(path).iterdir()
    assert kept.read_bytes() == LARGE.data
    before = kept.stat()
    write_with_pictures(path)
    assert (kept.stat().st_mtime_ns, kept.stat().st_ino) == (before.st_mtime_ns, before.st_ino)
    assert read_unsaved(path) == (HEAD, SavedReport(WITH_PICTURES, "公文"))
    former = path.with_name(path.name + ".former")
    assert read_unsaved(former)[1].report == WITH_PICTURES
    assert bytes_of_unsaved(path) == path.stat().st_size + len(LARGE.data)
    remove_unsaved(former)
    assert names_in(recovery_folder()) == []


@pytest.mark.parametrize("damage", ["gone", "short", "changed"])
def test_a_picture_that_is_lost_takes_no_text_with_it(damage):
    path = recovery_folder() / "a.unsaved"
    write_with_pictures(path)
    (kept,) = pictures_folder(path).iterdir()
    if damage == "gone":
        kept.unlink()
    else:
        kept.write_bytes(LARGE.data[:-1] + (b"" if damage == "short" else b"?"))
    report = read_unsaved(path)[1].report
    assert report.text == WITH_PICTURES.text
    assert report.pictures[1] == LITTLE
    assert report.pictures[0].data.startswith(b"\x89PNG\r\n")
    write_with_pictures(path)
    is_mended = damage != "changed"  # its length is looked at every second, its bytes only when it is read
    assert (read_unsaved(path)[1].report == WITH_PICTURES) is is_mended


def test_a_reference_leads_nowhere_else(tmp_path):
    outside = tmp_path / "geheim"
    outside.write_bytes(b"x" * 20_000)
    for name in ("../geheim", str(outside), "0" * 64, "", "\xff"):
        picture = replace(LARGE, data=b"baogao-picture " + name.encode("latin-1"))
        report = with_pictures_back(replace(WITH_PICTURES, pictures=(picture,)), tmp_path / "a.unsaved")
        assert report.pictures[0].data.startswith(b"\x89PNG\r\n")


def test_pictures_without_a_copy_are_tidied_away():
    session = start_session()
    lone, own = recovery_folder() / "lone.unsaved", copy_path(session)
    for path in (lone, own):
        with_pictures_beside(WITH_PICTURES, path)
    kept = recovery_folder() / "kept.unsaved"
    write_with_pictures(kept)
    tidy_folders()
    assert not pictures_folder(lone).exists()
    assert pictures_folder(own).exists()
    assert read_unsaved(kept)[1].report == WITH_PICTURES
    session.end()
