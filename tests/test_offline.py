"""No socket is opened: the whole main job and a window at work, watched from inside and from outside."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
WATCH = """
import sys
used = []
sys.addaudithook(lambda event, args: used.append(event) if event.startswith("socket.") else None)
"""
DEMO = """
from pathlib import Path
from assistant.cli import main
folder = Path(sys.argv[1])
assert main(["demo", "--out", str(folder)]) == 0
source = next(path for path in folder.iterdir() if path.suffix == ".docx")
for words in (["scan", str(source), "--json"], ["check", str(source), "--json"]):
    main(words)
"""
WINDOW = """
from pathlib import Path
from assistant.window.application import make_application
from assistant.window.export_flow import Export
from assistant.window.main_window import MainWindow
from assistant.workbench.shipped import shipped_samples
folder = Path(sys.argv[1])
application = make_application(["assistant"])
window = MainWindow()
window.show()
window.keeping.begin()
window.files.open_path(shipped_samples()[0].path)
window.bridge.fill(window.desk.working.report.fields[0].id, "青禾")
assert window.files._save_to(folder / "报告.baogao")
Export(window.files, window, window.desk).write_to(folder / "草稿.docx", draft=True, layout="公文")
window.keeping.autosave.run_and_wait()
for _ in range(50):
    application.processEvents()
assert window.close()
libraries = Path("/proc/self/maps")
if libraries.exists():
    assert "Qt6Network" not in libraries.read_text()
"""
END = """
assert not used, used
"""


def run(script: str, folder: Path, *before: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"ASSISTANT_HOME": str(folder / "home"), "QT_QPA_PLATFORM": "offscreen"}
    call = [*before, sys.executable, "-c", WATCH + script + END, str(folder)]
    return subprocess.run(call, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=120)


@pytest.mark.parametrize("script", [DEMO, WINDOW], ids=["demo", "window"])
def test_no_socket_is_opened_by_python_code(tmp_path, qapp, script):
    done = run(script, tmp_path)
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
@pytest.mark.parametrize("script", [DEMO, WINDOW], ids=["demo", "window"])
def test_no_internet_socket_is_opened_by_the_process(tmp_path, qapp, script):
    trace = tmp_path / "trace.txt"
    done = run(script, tmp_path, "strace", "-f", "-e", "trace=socket,connect,sendto", "-o", str(trace))
    if not trace.exists() or "ptrace" in done.stderr:
        pytest.skip("strace may not trace here")
    assert done.returncode == 0, done.stderr
    assert re.findall(r".*AF_INET.*", trace.read_text()) == []
