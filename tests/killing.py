"""Kill a real window at random moments and look at what is left: for the test and for the long bench.

A child process opens a window on a folder of its own, types numbered marks without a pause, and now and then saves,
exports, writes a sheet and reads it back, takes reports into the phrase library, changes settings. It tells the number
and the time of each mark through a pipe. The parent kills it with SIGKILL and looks for the last mark that came
through, in the report file and in the recovery copy; documents, library, settings and versions must all be whole.
"""

from __future__ import annotations

import json
import os
import random
import re
import signal
import sys
import time
import traceback
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from zipfile import ZipFile

MARK = re.compile("〈([0-9]+)〉")
REPORT = "xx县2025年工作总结\n今年以来，稳步推进。\n一、收入情况\n完成xx亿元，增长X%。\n二、支出情况\n完成XX亿元。"
_MATERIAL = "材料"
ACTIONS = ("save", "export", "sheet", "mine", "answer", "settings")


@dataclass
class KillOutcome:
    """What all kills together did."""

    kills: int = 0
    marks: int = 0
    worst_loss: float = 0.0
    """Seconds of work that did not come through: from the first mark that was lost to the last one typed.

    Not to the kill: on a busy machine the process may have been at a standstill before it.
    """
    losses: list[tuple[float, str]] = field(default_factory=list)
    """What each kill lost in seconds, and what was going on meanwhile."""
    actions: Counter[str] = field(default_factory=Counter)
    """What was begun, and how often; "during" before those that the kill fell into."""
    damaged: list[str] = field(default_factory=list)
    """What could not be read, and children that ended by themselves."""


def run_kills(folder: Path, *, count: int, seed: int, at_once: int = 2, longest: float = 3.0) -> KillOutcome:
    """Kill `count` windows, `at_once` at a time, within `longest` seconds of work, and return what was found."""
    outcome = KillOutcome()
    chance = random.Random(seed)
    for first in range(0, count, at_once):
        rounds = range(first, min(first + at_once, count))
        children = [_start(folder / str(number), chance.randrange(1 << 30)) for number in rounds]
        for child in children:
            child.wait_until_ready()
        for child in sorted(children, key=lambda _child: chance.random()):
            time.sleep(chance.uniform(0.0, longest) / len(children))
            child.kill()
            child.judge(outcome)
    return outcome


class _Child:
    def __init__(self, pid: int, reader: int, folder: Path) -> None:
        self.pid, self.folder = pid, folder
        self._reader = os.fdopen(reader, "rb")
        self._ended_itself = False

    def wait_until_ready(self) -> None:
        self._reader.readline()

    def kill(self) -> None:
        self._ended_itself = os.waitpid(self.pid, os.WNOHANG) != (0, 0)
        if not self._ended_itself:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)

    def judge(self, outcome: KillOutcome) -> None:
        told = [line.split() for line in self._reader.read().decode().splitlines() if line.endswith(";")]
        self._reader.close()
        times = {int(number): float(when) for number, when, _ in told if number.isdigit()}
        begun = [word for word, state, _ in told if state == "begun"]
        ended = sum(state == "ended" for _, state, _ in told)
        outcome.actions.update(begun)
        outcome.actions.update(f"during {word}" for word in begun[ended:])
        outcome.kills += 1
        outcome.marks += len(times)
        if self._ended_itself:
            outcome.damaged.append(f"{self.folder.name}: ended by itself: {self._complaint()}")
            return
        try:
            last = max(_marks_in(self.folder), default=0)
            _check_documents(self.folder)
            _check_home(self.folder / "home")
            assert list((self.folder / "tmp").iterdir()) == [], "a temporary file was left outside the home"
        except Exception as error:  # noqa: BLE001 - whatever it is, it is damage
            outcome.damaged.append(f"{self.folder.name}: {error!r}")
            return
        lost = [when for number, when in times.items() if number > last]
        if lost:
            during = "/".join(begun[ended:]) or "typing"
            outcome.losses.append((max(lost) - min(lost), during))
            outcome.worst_loss = max(outcome.worst_loss, max(lost) - min(lost))

    def _complaint(self) -> str:
        log = self.folder / "complaint.txt"
        return log.read_text("utf-8")[-600:] if log.is_file() else ""


def _start(folder: Path, seed: int) -> _Child:
    (folder / "tmp").mkdir(parents=True)
    reader, writer = os.pipe()
    os.set_inheritable(writer, True)
    pid = os.spawnve(
        os.P_NOWAIT,
        sys.executable,
        [sys.executable, "-m", "tests.killing", str(folder), str(seed), str(writer)],
        os.environ
        | {
            "ASSISTANT_HOME": str(folder / "home"),
            "TMPDIR": str(folder / "tmp"),
            "QT_QPA_PLATFORM": "offscreen",
            "QT_LOGGING_RULES": "*=false",
        },
    )
    os.close(writer)
    return _Child(pid, reader, folder)


def _marks_in(folder: Path) -> list[int]:
    """Return the numbers of all marks in the report file and in the recovery copy; whatever is broken raises."""
    from assistant.storage.kept_copy import read_copy
    from assistant.storage.report_file import load_report

    texts = []
    for path in (folder / "home" / "recovery").glob("*.unsaved"):
        texts.append(read_copy(path)[1].report.text)
    report = folder / "报告.baogao"
    if report.exists():
        texts.append(load_report(report).report.text)
    return [int(number) for text in texts for number in MARK.findall(text)]


def _check_documents(folder: Path) -> None:
    from assistant.phrases.packs import phrases_in

    for path in folder.glob("*.duanyu"):
        phrases_in(path.read_bytes())
    for path in [*folder.glob("*.docx"), *folder.glob("*.xlsx")]:
        with ZipFile(path) as archive:
            assert archive.testzip() is None, path.name


def _check_home(home: Path) -> None:
    """Raise where settings, versions or library are not whole; of a mined report all is in or nothing."""
    from assistant.phrases.library import open_library
    from assistant.storage.kept_copy import read_copy

    for path in home.rglob("*.json"):
        json.loads(path.read_text("utf-8"))
    for path in home.rglob("*.version"):
        read_copy(path)
    for path in (home / "data").glob("*.sqlite"):
        library = open_library(path)
        try:
            assert list(library.connection.execute("PRAGMA integrity_check")) == [("ok",)]
            for source, name, _ in library.sources():
                if name.startswith(_MATERIAL):
                    (lines,) = [lines for one, lines in library.paragraphs(10**9) if one == source]
                    assert len(lines) == len(REPORT.split("\n")), name
        finally:
            library.close()


class _Clerk:
    """Works in the window of the child until it is killed."""

    def __init__(self, folder: Path, seed: int, pipe: int) -> None:
        from assistant.window.application import make_application
        from assistant.window.main_window import MainWindow

        self._folder, self._pipe = folder, pipe
        self._chance = random.Random(seed)
        self.application = make_application(["assistant"])
        self._window = MainWindow()
        self._window.show()
        self._window.keeping.begin()
        source = folder / "范文.txt"
        source.write_text(REPORT, "utf-8")
        self._window.files.open_path(source)
        self._count = 0
        self._is_busy = False
        self._favourite = self._chance.choice(ACTIONS)

    def work(self) -> None:
        self._step_soon()
        os.write(self._pipe, b"ready\n")
        self.application.exec()

    def _step_soon(self) -> None:
        from PySide6.QtCore import QTimer

        # a timer of its own each time: one that is at work does not fire again, and dialogs would wait for ever
        QTimer.singleShot(8, self._window, self._step)

    def _step(self) -> None:
        self._step_soon()
        try:
            from PySide6.QtWidgets import QApplication

            from assistant.window.phrase_review_dialog import PhraseReviewDialog

            if isinstance(dialog := QApplication.activeModalWidget(), PhraseReviewDialog):
                dialog.accept()
            self._type()
            if not self._is_busy and self._chance.random() < 0.06:
                self._is_busy = True  # an import handles events, and so comes here again
                self._act(self._chance.choice((self._favourite, *ACTIONS)))
                self._is_busy = False
        except Exception:  # noqa: BLE001 - told to the parent, which fails for it
            (self._folder / "complaint.txt").write_text(traceback.format_exc(), "utf-8")
            os._exit(3)

    def _act(self, name: str) -> None:
        os.write(self._pipe, f"{name} begun ;\n".encode())
        getattr(self, f"_{name}")()
        os.write(self._pipe, f"{name} ended ;\n".encode())

    def _type(self) -> None:
        from PySide6.QtGui import QInputMethodEvent
        from PySide6.QtWidgets import QApplication

        self._count += 1
        page = self._window.page
        page.go_to(len(page.snapshot().text))
        event = QInputMethodEvent("", [])
        event.setCommitString(f"〈{self._count}〉")
        QApplication.sendEvent(page, event)
        os.write(self._pipe, f"{self._count} {time.monotonic()} ;\n".encode())

    def _save(self) -> None:
        self._window.flush()
        self._window.files._save_to(self._folder / "报告.baogao")

    def _export(self) -> None:
        self._window.flush()
        from assistant.window.export_flow import Export

        export = Export(self._window.files, self._window, self._window.desk)
        export.write_to(self._folder / f"草稿{self._count}.docx", draft=True, layout="公文")

    def _sheet(self) -> None:
        from assistant.workbench.sheets import read_sheet_file, write_sheet_file

        self._window.flush()
        path = self._folder / f"采集表{self._count}.xlsx"
        write_sheet_file(self._window.desk.working, path)
        read_sheet_file(self._window.desk.working, path)

    def _mine(self) -> None:
        paths = [self._folder / f"{_MATERIAL}{self._count}-{number}.txt" for number in range(3)]
        for path in paths:
            path.write_text(f"{REPORT}开展活动{path.stem}次。", "utf-8")
        intake = self._window.phrases.intake
        intake.import_paths(paths)  # what was found is shown for review: accepted by `_step`
        library = self._window.phrases._opened()
        assert library is not None
        pack = self._folder / f"短语{self._count}.duanyu"
        intake.export_pack([source for source, _, _ in library.sources()][-2:], pack)
        intake.import_paths([pack])

    def _answer(self) -> None:
        field = self._chance.choice(self._window.desk.working.report.fields)
        self._window.bridge.fill_all({field.id: str(self._chance.randrange(1, 99))})

    def _settings(self) -> None:
        self._window.files.keep_settings(zoom=self._chance.randrange(50, 200))


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        _Clerk(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])).work()
