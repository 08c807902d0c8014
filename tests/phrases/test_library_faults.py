"""A library file on a full disk, in use by somebody else, or damaged: one sentence, and what was in it stays."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from types import SimpleNamespace

import pytest

from assistant.cli import main
from assistant.phrases.faults import telling
from assistant.report.errors import AssistantError
from assistant.workbench.phrase_library import finish_mining, library_at, mine_files, take_in
from assistant.workbench.sentences import describe_error

REPORT = "青禾县2025年工作总结\n" + "\n".join(
    f"{number}.抓好第{number}项工作，推动高质量发展迈上新台阶。" for number in range(2000)
)


def test_a_full_disk_is_told_and_leaves_the_library_as_it_was(tmp_path, capsys):
    """SQLite says so itself where a file may not grow."""
    path, report = tmp_path / "库.db", tmp_path / "材料.txt"
    report.write_text(REPORT, "utf-8")
    with library_at(path) as library:
        assert take_in(library, "小.txt", "一、抓好工作\n推动高质量发展迈上新台阶。") == (True, 4)
        before = library.count()
        (pages,) = library.connection.execute("PRAGMA page_count").fetchone()
        library.connection.execute(f"PRAGMA max_page_count = {pages}")
        (mined,) = mine_files(library, [report])
        assert mined.error is not None
        assert describe_error(mined.error) == (
            "磁盘空间不足，“库.db”没有写入，原文件未改动。请清理磁盘或另存到其他位置。"
        )
        assert (library.count(), len(library.sources())) == (before, 1)
        with pytest.raises(AssistantError, match=r"file\.no_space"):
            library.add_report("大", REPORT, REPORT.split("\n") * 100, [])
    with library_at(path) as library:
        assert library.count() == before


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit of this kind")
def test_mining_into_a_full_disk_ends_with_a_sentence(tmp_path):
    """The limit on the size of files stands for a full disk."""
    report, path = tmp_path / "材料.txt", tmp_path / "库.db"
    report.write_text(REPORT, "utf-8")
    call = (
        f"import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (BYTES, BYTES)); import assistant.cli; "
        f"sys.exit(assistant.cli.main(['mine', {str(report)!r}, '--library', {str(path)!r}]))"
    )
    for size, is_made in ((2_000, False), (150_000, True)):
        done = subprocess.run(
            [sys.executable, "-c", call.replace("BYTES", str(size))], capture_output=True, text=True, check=False
        )
        assert (done.returncode, len(done.stderr.splitlines())) == (2, 1), done.stderr
        assert "库.db" in done.stderr
        assert path.exists() == is_made


@pytest.mark.parametrize(("free", "code"), [(4096, "file.no_space"), (1 << 30, "file.place_gone")])
def test_a_disk_error_on_a_full_disk_is_told_as_that(tmp_path, monkeypatch, free, code):
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorname = "SQLITE_IOERR_SHMSIZE"
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: SimpleNamespace(free=free))
    with pytest.raises(AssistantError) as caught, telling(tmp_path / "库.db"):
        raise error
    assert caught.value.code == code


def test_a_library_that_somebody_else_writes_to_is_told(tmp_path):
    with library_at(tmp_path / "库.db") as library, library_at(tmp_path / "库.db") as other:
        other.connection.execute("BEGIN IMMEDIATE")
        library.connection.execute("PRAGMA busy_timeout = 1")
        with pytest.raises(AssistantError, match=r"library\.busy"):
            library.add_report("甲", "甲", ["甲"], [])
        other.connection.execute("ROLLBACK")


def test_a_damaged_library_is_told(tmp_path, capsys):
    path, chance = tmp_path / "库.db", random.Random(1)
    with library_at(path) as library:
        take_in(library, "小.txt", REPORT)
        finish_mining(library)
    whole, told = path.read_bytes(), set()
    for _ in range(60):
        changed = bytearray(whole)
        for _ in range(40):
            changed[chance.randrange(100, len(changed))] = chance.randrange(256)
        path.write_bytes(changed)
        status = main(["phrases", "工作", "--library", str(path)])
        told.add((status, capsys.readouterr().err))
        for ending in ("-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
    assert {status for status, _ in told} == {0, 2}
    assert all(not words or ("“库.db”" in words and words.count("\n") == 1) for _, words in told)


def test_a_library_with_a_name_that_windows_forbids_is_not_made(tmp_path):
    with pytest.raises(AssistantError, match=r"file\.bad_name"), library_at(tmp_path / "CON.db"):
        pass
    assert list(tmp_path.iterdir()) == []
