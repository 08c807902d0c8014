"""The real masked reports, from scan to a final document that LibreOffice renders."""

import json
from pathlib import Path

import pytest

from assistant.cli import main
from assistant.filling.markers import find_markers
from assistant.workbench.opening import open_path
from assistant.workbench.saving import save_checked
from assistant.workbench.working import start_work

ROOT = Path(__file__).parent.parent
MOST_IN_A_ROW = 60
"""Characters of a real report that may stand in the repository."""
_TEXTS = {".py", ".toml", ".tsv", ".txt", ".md", ".json", ".html"}
MADE_UP = {
    "number": "12",
    "percent": "5.6",
    "date": "2026年3月5日",
    "place": "青禾",
    "org": "青禾县财政",
    "person": "周知远",
    "session": "二十届四中全会",
    "text": "财政",
}


@pytest.fixture(params=["000", "001", "002", "003", "004"])
def sample(request, samples_dir):
    return next(samples_dir.glob(f"{request.param}*.txt"))


def test_scan_to_final(sample, tmp_path, capsys):
    before = sample.read_bytes()
    assert main(["scan", str(sample), "--json"]) == 0
    fields = json.loads(capsys.readouterr().out)["fields"]
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps({f["id"]: MADE_UP[f["kind"]] for f in fields}), "utf-8")
    kept, final = tmp_path / "a.baogao", tmp_path / "a.docx"
    for out in (kept, final):
        assert main(["fill", str(sample), "--answers", str(answers), "--out", str(out)]) == 0
    filled = open_path(kept).report.text
    assert find_markers(filled) == ()
    assert open_path(final).report.text == filled
    assert sample.read_bytes() == before


def test_saved_and_opened_again_nothing_has_changed(sample, tmp_path):
    working = start_work(open_path(sample))
    saved = save_checked(working, tmp_path / "a.baogao", known_digest=None)
    again = start_work(open_path(saved.path))
    assert again.report == working.report
    assert again.cleaned == working.cleaned
    assert save_checked(again, tmp_path / "b.baogao", known_digest=None).digest == saved.digest


def test_outline_of_sample_003(samples_dir):
    opened = open_path(next(samples_dir.glob("003*.txt")))
    missing = [p for p in opened.paragraphs if p.number is None and p.expected_number]
    assert [p.expected_number for p in missing] == ["（四）"]


def test_no_long_stretch_of_a_real_report_is_carried(samples_dir):
    """White space does not count: a run-in heading and the words behind it are one stretch, tab or line end between."""
    length = MOST_IN_A_ROW + 1
    stretches = set()
    for path in samples_dir.glob("*.txt"):
        text = "".join(open_path(path).source_text.split())
        stretches |= {text[start : start + length] for start in range(len(text) - length + 1)}
    folders = ("assistant", "resources", "tests")
    files = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.suffix in _TEXTS]
    assert len(files) > 500
    for path in [*files, *ROOT.glob("*.md"), *ROOT.glob("packaging/*.md")]:
        text = "".join(path.read_text("utf-8").split())
        found = [start for start in range(len(text) - length + 1) if text[start : start + length] in stretches]
        assert not found, f"{path.name}: {text[found[0] : found[0] + 20]}"
