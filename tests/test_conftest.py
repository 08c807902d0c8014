"""The guards of conftest.py guard: tried on small test runs of their own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

TESTS = """
import contextlib
import logging
import os
import pathlib
import socket

import pytest

log = logging.getLogger("assistant.x")

def test_info_is_fine():
    log.info("settings are unreadable")

def test_warning_fails():
    log.warning("settings are unreadable")

@pytest.mark.expected_logs("settings .* unreadable")
def test_expected_warning_is_fine():
    log.error("settings are unreadable")

@pytest.mark.expected_logs("something else")
def test_other_warning_fails():
    log.error("settings are unreadable")

@pytest.mark.expected_logs("settings", "never logged")
def test_unseen_warning_fails():
    log.error("settings are unreadable")

@pytest.mark.expected_logs
def test_any_expected_warning_is_fine():
    log.error("settings are unreadable")

@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_this_machine_is_fine(host):
    with contextlib.suppress(OSError):
        socket.create_connection((host, 9), timeout=0.1)

@pytest.mark.parametrize("host", ["192.0.2.1", "name.invalid"])
def test_swallowed_network_fails(host):
    with contextlib.suppress(Exception):
        socket.create_connection((host, 9), timeout=0.1)

homes = set()

@pytest.mark.parametrize("time", [1, 2])
def test_new_empty_home_is_fine(time):
    home = pathlib.Path(os.environ["ASSISTANT_HOME"])
    assert home not in homes
    assert list(home.iterdir()) == []
    homes.add(home)
    (home / "settings.json").touch()

def test_samples_skips(samples_dir):
    pass
"""


def run_tests(folder: Path, source: str, **environment: str) -> str:
    """Run test source under the project's conftest and settings; returns what pytest prints."""
    (folder / "conftest.py").write_text((ROOT / "tests" / "conftest.py").read_text("utf-8"), "utf-8")
    (folder / "test_it.py").write_text(source, "utf-8")
    call = [sys.executable, "-m", "pytest", "-vv", "-rs", "-c", ROOT / "pyproject.toml", f"--rootdir={folder}"]
    call += ["-p", "no:cacheprovider", folder / "test_it.py"]
    done = subprocess.run(call, cwd=folder, env=os.environ | environment, capture_output=True, check=False)
    return done.stdout.decode("utf-8", "replace")


def test_guards_fail_what_they_should_and_nothing_else(tmp_path):
    text = run_tests(tmp_path, TESTS, ASSISTANT_SAMPLES=str(tmp_path / "nowhere"))
    failed = set(re.findall(r"::test_(\w+)\S* (?:ERROR|FAILED)", text))
    skipped = set(re.findall(r"::test_(\w+)\S* SKIPPED", text))
    defined = set(re.findall(r"def test_(\w+)", TESTS))
    assert failed == {name for name in defined if name.endswith("fails")}, text
    assert skipped == {"samples_skips"}
    assert "no real samples here" in text
    assert "unexpected log record: settings are unreadable" in text
    assert "expected in the log: never logged" in text
    assert "the network was used" in text


def test_without_qt_its_tests_skip_with_the_reason(tmp_path):
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6" / "__init__.py").write_text("raise ImportError('libGL.so.1: cannot open')", "utf-8")
    source = "def test_window(qtbot): pass\ndef test_other(): pass\n"
    text = run_tests(tmp_path, source, PYTHONPATH=str(tmp_path))
    assert "1 passed, 1 skipped" in text
    assert "Qt cannot start here: libGL.so.1" in text
