"""A fault at any system call of saving, in the whole way from the report to the file, with locks and versions."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from typing import Any

import pytest

from assistant.report.errors import AssistantError
from assistant.report.model import Report
from assistant.storage.kept_copy import digest_of
from assistant.workbench.opening import open_text
from assistant.workbench.saving import save_checked
from assistant.workbench.working import start_work, with_report

CALLS = ("open", "write", "fsync", "close", "replace", "unlink", "stat", "read", "chmod", "mkdir", "scandir")
ERRORS = (errno.EIO, errno.ENOSPC, errno.EACCES)
OLD = start_work(open_text("旧的报告xx"))
NEW = with_report(OLD, Report("新的报告\n" + "内容" * 40_000))


class Saboteur:
    """Counts calls of one function of os, and spoils one of them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, name: str, spoil: Callable[..., Any]) -> None:
        self.count, self.victim = 0, -1
        self._real, self._spoil = getattr(os, name), spoil
        monkeypatch.setattr(os, name, self)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        self.count += 1
        if self.count - 1 == self.victim:
            return self._spoil(self._real, *args, **kwargs)
        return self._real(*args, **kwargs)


def raising(number: int) -> Callable[..., Any]:
    def spoil(real: Callable[..., Any], *args: Any, **_kwargs: Any) -> Any:
        if real is os_close:
            real(*args)  # a descriptor is closed even where closing tells of an error
        raise OSError(number, "no")

    return spoil


def short(real: Callable[..., Any], descriptor: int, data: memoryview) -> int:
    written: int = real(descriptor, data[: max(1, len(data) // 3)])
    return written


os_close = os.close


def spoiled_saves(folder, monkeypatch, name, spoil):
    """Save once for each call of the function, with just that call spoiled; yield what came of it."""
    with monkeypatch.context() as patch:
        counter = Saboteur(patch, name, spoil)
        path = folder / "zählen.baogao"
        first = save_checked(OLD, path, known_digest=None)
        counter.count = 0
        save_checked(NEW, path, known_digest=first.digest)
        calls = counter.count
    for victim in range(calls):
        path = folder / f"{victim}.baogao"
        digest = save_checked(OLD, path, known_digest=None).digest
        old, error = path.read_bytes(), None
        with monkeypatch.context() as patch:
            saboteur = Saboteur(patch, name, spoil)
            saboteur.victim = victim
            try:
                save_checked(NEW, path, known_digest=digest)
            except AssistantError as caught:
                error = caught
        yield path, old, error


@pytest.mark.parametrize("number", ERRORS, ids=lambda number: errno.errorcode[number])
@pytest.mark.parametrize("name", CALLS)
def test_the_former_file_is_there_or_the_new_one_is_complete(tmp_path, monkeypatch, name, number):
    new = None
    for path, old, error in spoiled_saves(tmp_path, monkeypatch, name, raising(number)):
        found = path.read_bytes()
        if error is None:
            assert found != old
            new = new or found
            assert digest_of(found) == digest_of(new)
        else:
            assert found == old, error.code
            assert error.code.startswith(("file.", "report_file."))
            assert str(path) == error.parameters["path"]
        assert not list(tmp_path.glob(".baogao-*")) or name == "unlink"


def test_short_writes_are_continued(tmp_path, monkeypatch):
    outcomes = [
        (path.stat().st_size > len(old), error)
        for path, old, error in spoiled_saves(tmp_path, monkeypatch, "write", short)
    ]
    assert outcomes
    assert set(outcomes) == {(True, None)}
