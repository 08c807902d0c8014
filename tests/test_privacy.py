"""What leaves the program, or stays on the disk, tells nothing that the clerk did not put there."""

from __future__ import annotations

import getpass
import os
import platform
import re
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

from pypdf import PdfReader

from assistant.window.pdf import paint_pdf
from assistant.workbench.exporting import export_report
from assistant.workbench.opening import open_path, open_text
from assistant.workbench.sheets import write_sheet_file
from assistant.workbench.working import start_work

ROOT = Path(__file__).resolve().parent.parent
REPORT = "xx县2025年工作总结\n一、收入情况\n完成xx亿元，增长X%。"
WORK = """
import sys
from pathlib import Path
from assistant.window.application import make_application
from assistant.window.export_flow import Export
from assistant.window.main_window import MainWindow
from assistant.workbench.preferences import start_logging
folder = Path(sys.argv[1])
start_logging("DEBUG")
application = make_application(["assistant"])
window = MainWindow()
window.show()
window.keeping.begin()
window.files.open_path(folder / "范文.txt")
window.bridge.fill(window.desk.working.report.fields[0].id, "青禾")
window.files._save_to(folder / "报告.baogao")
Export(window.files, window, window.desk).write_to(folder / "草稿.docx", draft=True, layout="公文")
window.bridge.fill(window.desk.working.report.fields[0].id, "安澜")
window.keeping.autosave.run_and_wait()
(folder / "坏.baogao").write_bytes(b"no")
window.files.open_path(folder / "坏.baogao")
try:
    raise ValueError(window.desk.working.report.text)
except ValueError:
    window.keeping.excepthook(*sys.exc_info())
window.desk.clear()
application.processEvents()
assert window.close()
"""


def test_work_leaves_no_text_in_logs_and_no_temporary_file(tmp_path, qapp):
    (tmp_path / "范文.txt").write_text(REPORT, "utf-8")
    temporary, home = tmp_path / "tmp", tmp_path / "home"
    temporary.mkdir()
    environment = os.environ | {"ASSISTANT_HOME": str(home), "TMPDIR": str(temporary), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", WORK, str(tmp_path)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert list(temporary.iterdir()) == []
    logged = "".join(path.read_text("utf-8") for path in (home / "logs").iterdir())
    assert "not caught" in logged
    assert "ValueError" in logged
    assert re.findall("[\u4e00-\u9fff]+", logged.replace(str(ROOT), "")) == []
    assert list((home / "recovery").iterdir()) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        ["home", "tmp", "坏.baogao", "报告.baogao", "草稿.docx", "范文.txt"]
    )


KILLED = """
import os, sys
from pathlib import Path
from openpyxl.worksheet._writer import WorksheetWriter
from assistant.window.application import make_application
from assistant.window.export_flow import Export
from assistant.window.main_window import MainWindow
from assistant.workbench.sheets import write_sheet_file
folder = Path(sys.argv[1])
application = make_application(["assistant"])
window = MainWindow()
window.keeping.begin()
window.files.open_path(folder / "范文.txt")
WorksheetWriter.cleanup = lambda writer: os._exit(7)
write_sheet_file(window.desk.working, folder / "采集表.xlsx")
"""


def test_what_a_library_writes_in_passing_stays_in_our_own_folder_and_goes_at_the_next_start(tmp_path, qapp):
    """openpyxl writes each sheet to a temporary file first: a process that is killed then leaves it."""
    (tmp_path / "范文.txt").write_text(REPORT, "utf-8")
    temporary, home = tmp_path / "tmp", tmp_path / "home"
    temporary.mkdir()
    environment = os.environ | {"ASSISTANT_HOME": str(home), "TMPDIR": str(temporary), "QT_QPA_PLATFORM": "offscreen"}
    call = [sys.executable, "-c", KILLED, str(tmp_path)]
    done = subprocess.run(call, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 7, done.stderr
    assert list(temporary.iterdir()) == []
    (left,) = (home / "data" / "temporary").iterdir()
    os.utime(left, (0, 0))
    tidy = "from assistant.storage.recovery import tidy_folders; tidy_folders()"
    subprocess.run([sys.executable, "-c", tidy], cwd=ROOT, env=environment, check=True)
    assert not left.exists()


def test_what_leaves_names_no_person_no_computer_and_no_folder(tmp_path, qapp):
    source = tmp_path / "范文.txt"
    source.write_text(REPORT, "utf-8")
    working = start_work(open_path(source))
    export_report(working, tmp_path / "草稿.docx", draft=True)
    write_sheet_file(working, tmp_path / "采集表.xlsx")
    export_report(start_work(open_text("青禾县工作总结\n完成12亿元。")), tmp_path / "定稿.docx", draft=False)
    export_report(working, tmp_path / "草稿.pdf", draft=True, paint_pdf=paint_pdf)
    telling = [name for name in (getpass.getuser(), platform.node(), tmp_path.name) if len(name) > 4]
    made = PdfReader(tmp_path / "草稿.pdf")
    assert not made.metadata.author
    assert [word for word in telling if word in str(dict(made.metadata))] == []
    for name in ("草稿.docx", "定稿.docx", "采集表.xlsx"):
        with ZipFile(tmp_path / name) as archive:
            parts = {part: archive.read(part).decode("utf-8", "replace") for part in archive.namelist()}
        assert not [(part, word) for part, text in parts.items() for word in telling if word in text]
        core = parts["docProps/core.xml"]
        assert re.findall("<dc:creator>([^<]+)<", core) == []
        assert re.findall("<cp:lastModifiedBy>([^<]+)<", core) == []
