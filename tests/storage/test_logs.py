from __future__ import annotations

import errno
import logging
import logging.handlers
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.report.errors import AssistantError
from assistant.storage.logs import remove_old_logs, start_logging, stop_logging
from tests.storage.listing import names_in

SECRET = "张三同志"
log = logging.getLogger("assistant.tests")


@pytest.fixture(autouse=True)
def quiet_again() -> Iterator[None]:
    logger = logging.getLogger("assistant")
    level, handlers = logger.level, list(logger.handlers)
    yield
    stop_logging()
    logger.setLevel(level)
    assert logger.handlers == handlers


def started(level: int | str = logging.INFO) -> Path:
    path = start_logging(level)
    assert path is not None
    return path


def log_of(error: BaseException, path: Path) -> str:
    try:
        raise error
    except BaseException:
        log.info("failed", exc_info=True)
    return path.read_text("utf-8")


def test_log_lies_in_the_log_folder_and_says_what_runs(assistant_home):
    path = started()
    log.info("saved %d fields", 45)
    log.debug("not at this level")
    assert path == assistant_home / "logs" / "assistant.log"
    first, second = path.read_text("utf-8").splitlines()
    assert "start: program " in first
    assert second.endswith("INFO assistant.tests MainThread: saved 45 fields")


def test_other_libraries_stay_out():
    path = started("DEBUG")
    logging.getLogger("pypdf").info(SECRET)
    logging.getLogger().info(SECRET)
    assert SECRET not in path.read_text("utf-8")


def test_starting_again_writes_each_record_once():
    started()
    path = started()
    log.info("once")
    assert path.read_text("utf-8").count("once") == 1


@pytest.mark.parametrize(
    ("error", "shown"),
    [
        (AssistantError("file.missing", path=SECRET), "assistant.report.errors.AssistantError [file.missing]\n"),
        (ValueError(SECRET), "builtins.ValueError\n"),
        (KeyError(SECRET), "builtins.KeyError\n"),
        (FileNotFoundError(errno.ENOENT, "no", SECRET), "builtins.FileNotFoundError [ENOENT]\n"),
        (ExceptionGroup(SECRET, [ValueError(SECRET)]), "builtins.ExceptionGroup\n"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_exceptions_have_type_and_traceback_but_no_message(error, shown):
    error.add_note(SECRET)
    text = log_of(error, started())
    assert text.endswith(shown)
    assert 'test_logs.py", line ' in text
    assert SECRET not in text


def test_causes_are_shown_without_messages():
    path = started()
    try:
        try:
            int(SECRET)
        except ValueError as error:
            raise AssistantError("figure.bad", text=SECRET) from error
    except AssistantError:
        log.info("failed", exc_info=True)
    text = path.read_text("utf-8")
    assert text.index("builtins.ValueError") < text.index("led to") < text.index("[figure.bad]")
    assert SECRET not in text


def test_circle_of_causes_ends():
    one, other = ValueError(), KeyError()
    one.__cause__, other.__cause__ = other, one
    assert log_of(one, started()).count("ValueError") == 1


def test_rendering_of_another_handler_is_not_taken_over(monkeypatch):
    class Other(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            logging.Formatter().format(record)

    logger = logging.getLogger("assistant.tests")
    other = Other()
    logger.addHandler(other)
    try:
        assert SECRET not in log_of(ValueError(SECRET), started())
    finally:
        logger.removeHandler(other)


def test_log_rotates():
    path = started()
    for _ in range(6):
        log.info("x" * 900_000)
    assert names_in(path.parent) == [path.name, *(f"{path.name}.{number}" for number in (1, 2, 3))]


def test_log_that_cannot_be_rotated_goes_on(monkeypatch, capsys):
    path = started()

    def fail(*args: object) -> None:
        raise PermissionError(errno.EACCES, "held by another window")

    monkeypatch.setattr(os, "rename", fail)
    for number in range(3):
        log.info("%d %s", number, "x" * 900_000)
    assert [number for number in range(3) if f": {number} xxx" in path.read_text("utf-8")] == [0, 1, 2]
    assert capsys.readouterr().err == ""


def test_full_disk_disturbs_nobody(monkeypatch, capsys):
    started()

    def fail(*args: object) -> bool:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(logging.handlers.RotatingFileHandler, "shouldRollover", fail)
    log.info("lost")
    assert capsys.readouterr().err == ""


@pytest.mark.expected_logs("nowhere")
def test_without_a_folder_the_program_goes_on_in_silence(tmp_path, monkeypatch, capsys):
    (tmp_path / "home").write_bytes(b"x")
    monkeypatch.setenv("ASSISTANT_HOME", str(tmp_path / "home"))
    assert start_logging() is None
    log.warning("nowhere")
    assert capsys.readouterr().err == ""


def test_folder_in_place_of_the_file(assistant_home):
    (assistant_home / "logs" / "assistant.log").mkdir(parents=True)
    assert start_logging() is None


FAULT = """
import faulthandler, os, sys
from assistant.storage.logs import end_fault_log, start_fault_log
print(start_fault_log(), flush=True)
if sys.argv[1] == "crash":
    text = "秘密的报告"
    os.abort()
end_fault_log()
"""


def run_with_fault_log(how: str) -> str:
    call = [sys.executable, "-c", FAULT, how]
    return subprocess.run(call, capture_output=True, text=True, check=False).stdout.strip()


def test_crash_of_the_interpreter_is_noticed_at_the_next_start(assistant_home):
    assert run_with_fault_log("end") == "False"
    assert run_with_fault_log("crash") == "False"
    written = (assistant_home / "logs" / "fault.log").read_text("utf-8", "replace")
    assert "Abort" in written
    assert "秘密" not in written
    assert run_with_fault_log("end") == "True"
    assert run_with_fault_log("end") == "False"
    assert (assistant_home / "logs" / "last-fault.log").read_text("utf-8", "replace") == written


def test_logs_are_emptied_and_earlier_ones_removed(assistant_home):
    start_logging()
    folder = assistant_home / "logs"
    for name in ("assistant.log.1", "last-fault.log"):
        (folder / name).write_text("x", "utf-8")
    remove_old_logs()
    assert [(path.name, path.stat().st_size) for path in folder.iterdir()] == [("assistant.log", 0)]
    logging.getLogger("assistant.x").info("goes on")
    assert "goes on" in (folder / "assistant.log").read_text("utf-8")
