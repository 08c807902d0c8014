"""What every test stands on: Qt off screen, the test fonts, a home of its own, and guards on log and network.

Fixtures for other tests: `samples_dir`, `faces`, `soffice`, `pdftotext`. Each skips its test, with the reason, where
the machine lacks what it needs. Where Qt cannot start, so do tests with `qtbot` or `qapp`, and all of tests/window.
"""

from __future__ import annotations

import ipaddress
import logging
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest

ROOT = Path(__file__).resolve().parent.parent

# Qt and fontconfig read these once, when they are first used: so before any of them is imported.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["FONTCONFIG_FILE"] = str(ROOT / "tests" / "fonts.conf")

# No deadline: it fails tests on a busy machine. CI tries the same examples every time.
hypothesis.settings.register_profile("default", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "default")


# --- Qt -------------------------------------------------------------------------------------------------------------


def _why_qt_cannot_start() -> str | None:
    try:
        import PySide6.QtWidgets  # noqa: F401
    except ImportError as error:
        return f"Qt cannot start here: {error}"
    return None


QT_PROBLEM = _why_qt_cannot_start()


def pytest_addoption(pluginmanager: pytest.PytestPluginManager) -> None:
    """Take pytest-qt out where Qt cannot start: it would end the whole run."""
    if QT_PROBLEM and (plugin := pluginmanager.get_plugin("pytest-qt")):
        pluginmanager.unregister(plugin)


class _SkippedModule(pytest.Module):
    """A test module that cannot even be imported without Qt."""

    def collect(self) -> list[pytest.Item]:
        pytest.skip(QT_PROBLEM or "", allow_module_level=True)


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> pytest.Module | None:
    """Skip the tests of the window where Qt cannot start."""
    if QT_PROBLEM and ROOT / "tests" / "window" in module_path.parents:
        return _SkippedModule.from_parent(parent, path=module_path)
    return None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the tests that ask for a Qt fixture where Qt cannot start."""
    if not QT_PROBLEM:
        return
    for item in items:
        if {"qtbot", "qapp", "qtmodeltester"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.skip(reason=QT_PROBLEM))


# --- A home of its own ----------------------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def assistant_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder where the program keeps settings, library and recovery during this test."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("ASSISTANT_HOME", str(home))
    return home


# --- Guards ---------------------------------------------------------------------------------------------------------


class _Collector(logging.Handler):
    """Keeps the records."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def log_guard(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs a warning or worse, unless it says so.

    A test that provokes log records says which, in regular expressions:

        @pytest.mark.expected_logs("settings .* unreadable")

    Each pattern must then be seen, and every record must match one of them. The handlers and the level of the
    root logger are put back after the test.
    """
    root, collector = logging.getLogger(), _Collector()
    handlers, level = list(root.handlers), root.level
    root.addHandler(collector)
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    marker = request.node.get_closest_marker("expected_logs")
    patterns: tuple[str, ...] = marker.args if marker else ()
    complaints = unexpected_logs(
        [record.getMessage() for record in collector.records], patterns, any_is_fine=bool(marker)
    )
    if complaints:
        pytest.fail("\n".join(complaints), pytrace=False)


def unexpected_logs(messages: list[str], patterns: tuple[str, ...], *, any_is_fine: bool) -> list[str]:
    """Return what is wrong with the logged messages: not expected, or expected and not seen."""
    if any_is_fine and not patterns:
        return []
    unexpected = [message for message in messages if not any(re.search(pattern, message) for pattern in patterns)]
    unseen = [pattern for pattern in patterns if not any(re.search(pattern, message) for message in messages)]
    return [f"unexpected log record: {text}" for text in unexpected] + [
        f"expected in the log: {text}" for text in unseen
    ]


class NetworkUsedError(RuntimeError):
    """The program reached for the network, which it never does."""


_network_uses: list[str] = []


def _is_local(host: object) -> bool:
    if host in (None, "", b"", "localhost", b"localhost"):
        return True
    try:
        return ipaddress.ip_address(host.decode() if isinstance(host, bytes) else str(host)).is_loopback
    except ValueError:
        return False


def _watch_network(event: str, args: tuple[Any, ...]) -> None:
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        address = args[1]
        host = address[0] if isinstance(address, tuple) else None  # a Unix socket's address is a path
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        host = args[0]
    else:
        return
    if not _is_local(host):
        _network_uses.append(f"{event} {host!r}")
        raise NetworkUsedError(_network_uses[-1])


sys.addaudithook(_watch_network)


@pytest.fixture(autouse=True)
def network_guard() -> Iterator[None]:
    """Fail a test that reached for anything but this machine, even where the program swallowed the error."""
    _network_uses.clear()
    yield
    if _network_uses:
        pytest.fail("the network was used: " + ", ".join(_network_uses), pytrace=False)


# --- What only some machines have -----------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def samples_dir() -> Path:
    """The folder of real masked reports, which are not part of the repository."""
    folder = Path(os.environ.get("ASSISTANT_SAMPLES") or ROOT.parent / "shared" / "samples")
    if not any(folder.glob("*.txt")):
        pytest.skip("no real samples here (ASSISTANT_SAMPLES names their folder)")
    return folder


@pytest.fixture(scope="session")
def faces() -> None:
    """The faces that tests/fonts.conf maps to."""
    needed = ("AR PL SungtiL GB", "AR PL KaitiM GB", "WenQuanYi Micro Hei", "Liberation Serif")
    if shutil.which("fc-list") is None:
        pytest.skip("fontconfig (fc-list) is not installed")
    listed = subprocess.run(["fc-list", ":", "family"], capture_output=True, check=True).stdout.decode(
        "utf-8", "replace"
    )
    if lacking := [face for face in needed if face not in listed]:
        pytest.skip("faces are not installed: " + ", ".join(lacking))


@pytest.fixture(scope="session")
def soffice_convert(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., None]:
    """LibreOffice: call it with files, a suffix such as "rtf" and a folder, and the converted files stand there."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    profile = tmp_path_factory.mktemp("soffice-profile").as_uri()

    def convert(documents: list[Path], suffix: str, folder: Path, *, infilter: str = "") -> None:
        call = [program, f"-env:UserInstallation={profile}", "--headless"]
        call += [f"--infilter={infilter}"] if infilter else []
        call += ["--convert-to", suffix, "--outdir", str(folder), *map(str, documents)]
        done = subprocess.run(call, capture_output=True, timeout=100, check=False)
        lacking = [one.stem for one in documents if not (folder / f"{one.stem}.{suffix}").is_file()]
        assert not lacking, f"LibreOffice made no {suffix} of {lacking}: {done.stdout!r} {done.stderr!r}"

    return convert


@pytest.fixture(scope="session")
def soffice(
    faces: None, soffice_convert: Callable[..., None], tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., Path]:
    """LibreOffice: call it with a .docx, get the .pdf (or `kind`) that it makes of it, in a folder of its own."""

    def convert(document: Path, kind: str = "pdf") -> Path:
        folder = tmp_path_factory.mktemp("pages")
        soffice_convert([document], kind, folder)
        return folder / f"{document.stem}.{kind}"

    return convert


@pytest.fixture(scope="session")
def pdftotext() -> Callable[..., str]:
    """Poppler's pdftotext: call it with a .pdf and options such as "-bbox-layout", get what it prints."""
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")

    def read(pdf: Path, *options: str) -> str:
        return subprocess.run([program, *options, str(pdf), "-"], capture_output=True, check=True).stdout.decode(
            "utf-8"
        )

    return read
