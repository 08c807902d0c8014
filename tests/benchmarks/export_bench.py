"""Export to .docx as a whole process, against minimal python-docx scripts that write the same paragraphs."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.measure import Row, compare, report_text

_TEXT_ALONE = """
import sys, docx
document = docx.Document()
for line in open(sys.argv[1], encoding="utf-8"):
    document.add_paragraph(line.rstrip("\\n"))
document.save(sys.argv[2])
"""
_SET_PARAGRAPHS = """
import sys, docx
from docx.oxml.ns import qn
from docx.shared import Pt
document = docx.Document()
for line in open(sys.argv[1], encoding="utf-8"):
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.first_line_indent = Pt(32)
    paragraph.paragraph_format.line_spacing = Pt(28.95)
    run = paragraph.add_run(line.rstrip("\\n"))
    run.font.name, run.font.size = "FangSong", Pt(16)
    run._element.rPr.rFonts.set(qn("w:eastAsia"), "FangSong")
document.save(sys.argv[2])
"""
"""What a short script for official documents does: every paragraph with its font, size, indent and pitch."""


def rows(long: bool) -> list[Row]:
    """Return the rows of this bench."""
    found = []
    with tempfile.TemporaryDirectory() as name:
        for characters in (20_000, 700_000) if long else (20_000,):
            source, target = Path(name) / "a.txt", Path(name) / "a.docx"
            source.write_text(report_text(characters), "utf-8")
            ours = [sys.executable, "-m", "assistant", "export", str(source), "--draft", "--out", str(target)]
            for what, floor in (("text alone", _TEXT_ALONE), ("set paragraphs", _SET_PARAGRAPHS)):
                script = [sys.executable, "-c", floor, str(source), str(target)]
                found.append(
                    compare(
                        f"export {characters:,} characters / {what}",
                        lambda ours=ours: subprocess.run(ours, check=True, capture_output=True),
                        lambda script=script: subprocess.run(script, check=True, capture_output=True),
                        rounds=3,
                        aim=0.35 if characters > 100_000 and floor is _SET_PARAGRAPHS else None,
                    )
                )
    return found
