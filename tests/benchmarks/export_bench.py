"""Export to .docx as a whole process, against a minimal python-docx script that writes the same paragraphs."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.measure import Row, compare, report_text

_FLOOR = """
import sys, docx
document = docx.Document()
for line in open(sys.argv[1], encoding="utf-8"):
    document.add_paragraph(line.rstrip("\\n"))
document.save(sys.argv[2])
"""


def rows(long: bool) -> list[Row]:
    """Return the rows of this bench."""
    found = []
    with tempfile.TemporaryDirectory() as name:
        for characters in (20_000, 700_000) if long else (20_000,):
            source, target = Path(name) / "a.txt", Path(name) / "a.docx"
            source.write_text(report_text(characters), "utf-8")
            ours = [sys.executable, "-m", "assistant", "export", str(source), "--draft", "--out", str(target)]
            floor = [sys.executable, "-c", _FLOOR, str(source), str(target)]
            found.append(
                compare(
                    f"export {characters:,} characters / python-docx",
                    lambda ours=ours: subprocess.run(ours, check=True, capture_output=True),
                    lambda floor=floor: subprocess.run(floor, check=True, capture_output=True),
                    rounds=3,
                    aim=0.35 if characters > 100_000 else None,
                )
            )
    return found
