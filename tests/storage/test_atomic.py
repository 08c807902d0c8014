from __future__ import annotations

import errno
import os
import stat
import time
from pathlib import Path

import pytest

from assistant.report.errors import AssistantError
from assistant.storage.atomic import remove_leftovers, write_atomically
from tests.storage.listing import names_in

OLD = "旧的内容\n".encode()
NEW = "新的内容😀\n".encode() * 100_000
posix_only = pytest.mark.skipif(os.name != "posix", reason="POSIX permissions, links and pipes")
not_root = pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may do everything")


class WindowsFaultError(PermissionError):
    """What os functions raise on Windows."""

    def __init__(self, winerror: int, number: int = errno.EACCES) -> None:
        super().__init__(number, "no")
        self.winerror = winerror


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file with old content, alone in its folder."""
    path = tmp_path / "报告.baogao"
    path.write_bytes(OLD)
    return path


@pytest.fixture
def naps(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Collect the waits instead of waiting."""
    collected: list[float] = []
    monkeypatch.setattr(time, "sleep", collected.append)
    return collected


def raising(error: BaseException, *, good_calls: int = 0, function=None):
    """Return a stand-in that works `good_calls` times and raises then."""
    calls = iter(range(good_calls))

    def stand_in(*args, **kwargs):
        if next(calls, None) is None:
            raise error
        return function(*args, **kwargs)

    return stand_in


def assert_refused(path: Path, code: str, **parameters: object) -> None:
    with pytest.raises(AssistantError) as caught:
        write_atomically(path, NEW)
    assert caught.value.code == code
    assert caught.value.parameters["path"] == str(path)
    assert parameters.items() <= caught.value.parameters.items()


def assert_untouched(path: Path) -> None:
    assert path.read_bytes() == OLD
    assert names_in(path.parent) == [path.name]


# --- Writing --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("data", [b"", b"x", NEW])
def test_writes_a_new_file_and_replaces_an_old_one(tmp_path, data):
    path = tmp_path / "a"
    write_atomically(path, data)
    assert path.read_bytes() == data
    write_atomically(path, OLD)
    assert_untouched(path)


@posix_only
def test_new_file_has_the_permissions_of_any_new_file(tmp_path):
    (tmp_path / "other").write_bytes(b"")
    write_atomically(tmp_path / "a", OLD)
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "other").stat().st_mode


@posix_only
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o777])
def test_existing_file_keeps_its_permissions(old, mode):
    old.chmod(mode)
    write_atomically(old, NEW)
    assert stat.S_IMODE(old.stat().st_mode) == mode


@posix_only
def test_private_file_is_private_while_it_is_written(old, monkeypatch):
    old.chmod(0o600)
    seen: list[int] = []
    real = os.open

    def noted_open(path: Path, flags: int, *mode: int) -> int:
        seen.extend(mode)
        return real(path, flags, *mode)

    monkeypatch.setattr(os, "open", noted_open)
    write_atomically(old, NEW)
    assert seen == [0o600]


@posix_only
def test_file_system_without_permissions_is_no_obstacle(old, monkeypatch):
    monkeypatch.setattr(os, "chmod", raising(PermissionError(errno.EPERM, "no")))
    monkeypatch.setattr(os, "chown", raising(PermissionError(errno.EPERM, "no")))
    write_atomically(old, NEW)
    assert old.read_bytes() == NEW


@posix_only
@pytest.mark.parametrize("exists", [True, False])
def test_symlink_stays_and_its_target_is_written(tmp_path, exists):
    target = tmp_path / "real" / "a"
    target.parent.mkdir()
    if exists:
        target.write_bytes(OLD)
    link, second = tmp_path / "link", tmp_path / "second"
    link.symlink_to("real/a")
    second.symlink_to(link)
    write_atomically(second, NEW)
    assert second.is_symlink()
    assert link.is_symlink()
    assert target.read_bytes() == NEW
    assert names_in(target.parent) == ["a"]


@posix_only
def test_circle_of_symlinks_is_refused(tmp_path):
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    assert_refused(tmp_path / "a", "file.not_written", reason="ELOOP")


def test_folder_is_refused(tmp_path):
    assert_refused(tmp_path, "file.is_folder")


@posix_only
def test_what_is_no_file_is_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert_refused(tmp_path / "pipe", "file.not_a_file")
    assert_refused(Path(os.devnull), "file.not_a_file")


def test_read_only_file_is_refused(old):
    old.chmod(0o444)
    assert_refused(old, "file.read_only")
    assert_untouched(old)


def test_file_of_somebody_else_is_refused(old, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *args: False)
    assert_refused(old, "file.no_permission", reason="EACCES")
    assert_untouched(old)


@not_root
def test_closed_folder_is_refused(old):
    old.parent.chmod(0o500)
    try:
        assert_refused(old, "file.no_permission", reason="EACCES")
        assert_untouched(old)
    finally:
        old.parent.chmod(0o700)


def test_missing_folder_is_named(tmp_path):
    assert_refused(tmp_path / "no" / "a", "file.folder_missing", reason="ENOENT")


@posix_only
def test_file_in_place_of_the_folder_is_named(old):
    assert_refused(old / "a", "file.folder_missing", reason="ENOTDIR")


@posix_only
def test_longest_name_works_and_a_longer_one_is_named(tmp_path):
    write_atomically(tmp_path / ("报" * 85), OLD)
    assert_refused(tmp_path / ("报" * 86), "file.name_too_long", reason="ENAMETOOLONG")


@pytest.mark.parametrize("name", ["a\0b", "a\ud800"])
def test_impossible_name_is_named(tmp_path, name):
    assert_refused(tmp_path / name, "file.bad_name")


# --- Faults ---------------------------------------------------------------------------------------------------------

FAULTS = [
    (errno.ENOSPC, "file.no_space"),
    (errno.EDQUOT, "file.no_space"),
    (errno.EACCES, "file.no_permission"),
    (errno.EPERM, "file.no_permission"),
    (errno.EROFS, "file.read_only"),
    (errno.ENOENT, "file.folder_missing"),
    (errno.ENAMETOOLONG, "file.name_too_long"),
    (errno.EIO, "file.place_gone"),
    (errno.ENODEV, "file.place_gone"),
    (errno.ENOLCK, "file.not_written"),
]


@pytest.mark.parametrize(("number", "code"), FAULTS)
@pytest.mark.parametrize("step", ["open", "write", "fsync", "close", "replace"])
def test_fault_at_any_step_leaves_the_old_file_and_nothing_else(old, monkeypatch, step, number, code):
    real_close = os.close

    def close_and_raise(descriptor: int) -> None:
        real_close(descriptor)
        raise OSError(number, "no")

    with monkeypatch.context() as patch:
        patch.setattr(os, step, close_and_raise if step == "close" else raising(OSError(number, "no")))
        assert_refused(old, code, reason=errno.errorcode[number])
    assert_untouched(old)


def test_fault_in_the_middle_of_the_data(old, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", raising(OSError(errno.ENOSPC, "full"), good_calls=1, function=os.write))
        assert_refused(old, "file.no_space")
    assert_untouched(old)


def test_fault_with_a_new_file_leaves_no_file(tmp_path, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", raising(OSError(errno.EIO, "no")))
        assert_refused(tmp_path / "a", "file.place_gone")
    assert not names_in(tmp_path)


@pytest.mark.parametrize("error", [KeyboardInterrupt(), MemoryError()])
def test_interruption_leaves_no_temporary_file(old, monkeypatch, error):
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", raising(error))
        with pytest.raises(type(error)):
            write_atomically(old, NEW)
    assert_untouched(old)


def test_short_writes_are_continued(old, monkeypatch):
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: real(descriptor, data[:70_001]))
    write_atomically(old, NEW)
    assert old.read_bytes() == NEW


def test_file_system_without_fsync_is_no_obstacle(old, monkeypatch):
    monkeypatch.setattr(os, "fsync", raising(OSError(errno.EINVAL, "no fsync here")))
    write_atomically(old, NEW)
    assert old.read_bytes() == NEW


def test_fsync_of_the_folder_may_fail(old, monkeypatch):
    monkeypatch.setattr(os, "fsync", raising(OSError(errno.EIO, "no"), good_calls=1, function=os.fsync))
    write_atomically(old, NEW)
    assert old.read_bytes() == NEW


@posix_only
def test_data_is_synced_before_the_replace_and_the_folder_after_it(old, monkeypatch):
    steps: list[str] = []
    fsync, replace = os.fsync, os.replace

    def noted_fsync(descriptor: int) -> None:
        steps.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        fsync(descriptor)

    def noted_replace(source: Path, target: Path) -> None:
        steps.append("replace")
        replace(source, target)

    monkeypatch.setattr(os, "fsync", noted_fsync)
    monkeypatch.setattr(os, "replace", noted_replace)
    write_atomically(old, NEW)
    assert steps == ["file", "replace", "folder"]


# --- Windows --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_busy_file_is_tried_again(old, monkeypatch, naps, winerror):
    real, failures = os.replace, iter(range(3))

    def replace(source: Path, target: Path) -> None:
        if next(failures, None) is not None:
            raise WindowsFaultError(winerror)
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    write_atomically(old, NEW)
    assert old.read_bytes() == NEW
    assert naps == [0.05, 0.1, 0.2]


@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_file_that_stays_busy_is_named(old, monkeypatch, naps, winerror):
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", raising(WindowsFaultError(winerror)))
        assert_refused(old, "file.in_use")
    assert naps == [0.05, 0.1, 0.2, 0.4, 0.8]
    assert_untouched(old)


def test_other_errors_are_not_tried_again(old, monkeypatch, naps):
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", raising(PermissionError(errno.EACCES, "no")))
        assert_refused(old, "file.no_permission")
    assert naps == []


@pytest.mark.usefixtures("naps")
def test_access_denied_to_a_new_file_is_no_busy_file(tmp_path, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", raising(WindowsFaultError(5)))
        assert_refused(tmp_path / "a", "file.no_permission")
    assert not names_in(tmp_path)


@pytest.mark.parametrize(
    ("winerror", "number", "code"),
    [
        (19, errno.EACCES, "file.read_only"),
        (32, errno.EACCES, "file.in_use"),
        (39, errno.EINVAL, "file.no_space"),
        (112, errno.ENOSPC, "file.no_space"),
        (123, errno.EINVAL, "file.bad_name"),
        (206, errno.ENOENT, "file.name_too_long"),
        (3, errno.ENOENT, "file.folder_missing"),
        (21, errno.EACCES, "file.place_gone"),
        (53, errno.ENOENT, "file.place_gone"),
        (1167, errno.EINVAL, "file.place_gone"),
    ],
)
def test_windows_errors_that_say_more_than_errno(old, monkeypatch, winerror, number, code):
    with monkeypatch.context() as patch:
        patch.setattr(os, "open", raising(WindowsFaultError(winerror, number)))
        assert_refused(old, code)
    assert_untouched(old)


def test_windows_path_that_is_too_long_is_not_called_a_missing_folder(tmp_path, monkeypatch):
    path = tmp_path / ("a" * 100) / ("b" * 100) / ("c" * 100)
    monkeypatch.setattr(os, "open", raising(WindowsFaultError(3, errno.ENOENT)))
    assert_refused(path, "file.name_too_long")


# --- Leftovers ------------------------------------------------------------------------------------------------------


def test_leftovers_of_killed_processes_are_removed_and_nothing_else(old):
    stray, fresh = old.with_name(".baogao-0123.tmp"), old.with_name(".baogao-4567.tmp")
    others = [old.with_name("a.tmp"), old.with_name(".baogao-keep")]
    for path in (stray, fresh, *others):
        path.write_bytes(b"x")
    os.utime(stray, (0, 0))
    os.utime(others[0], (0, 0))
    old.with_name(".baogao-folder.tmp").mkdir()
    remove_leftovers(old.parent)
    assert not stray.exists()
    assert all(path.exists() for path in (fresh, *others, old))
    remove_leftovers(old.parent / "missing")
