"""What the first picture of the window does not wait for: modules that are loaded only when they are wanted."""

import os
import subprocess
import sys

import pytest

from assistant.workbench.shipped import shipped_samples

_LATE = (
    "charset_normalizer",
    "docx",
    "logging.handlers",
    "lxml",
    "olefile",
    "openpyxl",
    "pypdf",
    "rapidfuzz",
    "assistant.filling.masking",
    "assistant.filling.table_matching",
    "assistant.window.export_dialog",
    "assistant.window.link_dialog",
    "assistant.window.mask_dialog",
    "assistant.window.recovery_dialog",
    "assistant.window.table_dialog",
    "assistant.window.unit_dialog",
    "assistant.window.version_dialog",
)
_OPEN = """
import sys
from pathlib import Path
from assistant.window.application import make_application
from assistant.window.main_window import MainWindow
application = make_application([])
window = MainWindow()
window.show()
window.files.open_path(Path(sys.argv[1]))
assert window.desk.has_report
print(*sys.modules)
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """Return the modules that a window with a report open has loaded."""
    sample = str(shipped_samples()[0].path)
    environment = {**os.environ, "ASSISTANT_HOME": str(tmp_path_factory.mktemp("home"))}
    done = subprocess.run(
        [sys.executable, "-c", _OPEN, sample], check=True, capture_output=True, encoding="utf-8", env=environment
    )
    return set(done.stdout.split())


@pytest.mark.parametrize("name", _LATE)
def test_a_window_with_a_report_does_not_need(name, loaded):
    assert name not in loaded
