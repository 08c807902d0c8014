from __future__ import annotations

import errno
import os
import sys
import threading
from pathlib import Path

import pytest

from assistant.report.errors import AssistantError
from assistant.storage import atomic
from assistant.storage.atomic import read_file

LARGE = bytes(range(256)) * 10_000
posix_only = pytest.mark.skipif(os.name != "posix", reason="pipes")


def assert_unreadable(path: Path, code: str, **parameters: object) -> None:
    with pytest.raises(AssistantError) as caught:
        read_file(path, limit_bytes=1000)
    assert caught.value.code == code
    assert caught.value.parameters["path"] == str(path)
    assert parameters.items() <= caught.value.parameters.items()


def test_reads_up_to_the_limit_and_no_more(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"x" * 1000)
    assert read_file(path, limit_bytes=1000) == b"x" * 1000
    path.write_bytes(b"x" * 1001)
    assert_unreadable(path, "file.too_large", size=1001, limit=1000)


def test_reads_more_than_one_chunk(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(LARGE)
    assert read_file(path, limit_bytes=len(LARGE)) == LARGE


def test_reading_names_what_is_wrong(tmp_path):
    assert_unreadable(tmp_path / "no", "file.missing", reason="ENOENT")
    assert_unreadable(tmp_path / "no" / "a", "file.missing")
    assert_unreadable(tmp_path, "file.is_folder")
    (tmp_path / "empty").write_bytes(b"")
    assert_unreadable(tmp_path / "empty", "file.empty")
    if os.name == "posix":
        assert_unreadable(tmp_path / "empty" / "a", "file.missing", reason="ENOTDIR")
        assert_unreadable(tmp_path / ("a" * 256), "file.name_too_long")


@pytest.mark.skipif(sys.platform != "linux", reason="/dev and /proc")
def test_reading_a_device_or_a_file_without_a_size():
    assert_unreadable(Path("/dev/zero"), "file.not_a_file")
    with pytest.raises(AssistantError, match=r"file\.too_large"):
        read_file(Path("/proc/self/status"), limit_bytes=10)


@posix_only
def test_reading_a_pipe_does_not_wait(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    reader = threading.Thread(target=assert_unreadable, args=(tmp_path / "pipe", "file.not_a_file"), daemon=True)
    reader.start()
    reader.join(5)
    assert not reader.is_alive()


@posix_only
def test_a_file_that_becomes_a_pipe_does_not_wait_either(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert atomic._read_up_to(tmp_path / "pipe", 10) == b""


@pytest.mark.parametrize("name", ["a\0b", "a\ud800"])
def test_impossible_name_is_named(tmp_path, name):
    assert_unreadable(tmp_path / name, "file.bad_name")


@pytest.mark.parametrize(
    ("number", "winerror", "code"),
    [
        (errno.EACCES, None, "file.no_permission"),
        (errno.EACCES, 32, "file.in_use"),
        (errno.EIO, None, "file.place_gone"),
        (errno.EINVAL, 64, "file.place_gone"),
        (errno.ENOLCK, None, "file.not_read"),
    ],
)
def test_reading_faults(tmp_path, monkeypatch, number, winerror, code):
    path = tmp_path / "a"
    path.write_bytes(b"x")

    def fail(*args: object) -> None:
        error = OSError(number, "no")
        error.winerror = winerror
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", fail)
        assert_unreadable(path, code)
