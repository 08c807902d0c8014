"""PDF export: the lines of our own pages, at their places, with bookmarks; the same bytes every time."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from pypdf import PdfReader

from assistant.cli import main
from assistant.report.errors import AssistantError
from assistant.window.pdf import paint_pdf
from assistant.workbench.answers import apply_answers, read_answers
from assistant.workbench.exporting import FinalRefusedError, export_report
from assistant.workbench.opening import open_path
from assistant.workbench.paging import page_report
from assistant.workbench.shipped import shipped_samples
from assistant.workbench.working import start_work
from tests.writing.rendered_pages import body_of, page_number_dashes, pages_of

WHEN = datetime(2026, 1, 8, 9, 30, tzinfo=UTC)


def _without_spaces(text: str) -> str:
    return "".join(text.split())


@pytest.fixture(scope="module")
def exported(tmp_path_factory, faces, qapp):
    """A shipped sample with its answers, and its PDF."""
    sample = shipped_samples()[0]
    working = apply_answers(start_work(open_path(sample.path)), read_answers(sample.answers)).working
    path = tmp_path_factory.mktemp("pdf") / "报告.pdf"
    export_report(working, path, draft=False, when=WHEN, paint_pdf=paint_pdf)
    return SimpleNamespace(working=working, path=path)


def test_lines_and_pages_are_those_of_the_listing(exported, pdftotext):
    rendered = pages_of(pdftotext(exported.path, "-bbox"))
    text = exported.working.report.text
    assert [[line.text for line in body_of(page)] for page in rendered] == [
        [_without_spaces(line.text_of(text)) for line in page.lines] for page in page_report(exported.working).pages
    ]
    assert [page[-1].text for page in rendered] == [f"—{number}—" for number in range(1, len(rendered) + 1)]


def test_lines_stand_on_the_grid_between_the_margins(exported, pdftotext):
    page = pages_of(pdftotext(exported.path, "-bbox"))[1]
    lines = body_of(page)
    assert (lines[-1].top - lines[0].top) / 21 == pytest.approx(28.95, abs=0.05)
    assert max(line.right for line in lines) == pytest.approx(184 * 72 / 25.4, abs=1)
    assert min(line.left for line in lines) == pytest.approx(28 * 72 / 25.4, abs=0.5)


def test_page_numbers_stand_outside_7_mm_below_the_text_area(exported):
    if shutil.which("pdftoppm") is None:
        pytest.skip("pdftoppm (poppler-utils) is not installed")
    odd, even = page_number_dashes(exported.path, 1), page_number_dashes(exported.path, 2)
    assert odd.middle == pytest.approx(269.0, abs=0.8)
    assert even.middle == pytest.approx(269.0, abs=0.8)
    assert odd.right == pytest.approx(179.1, abs=1)
    assert even.left == pytest.approx(32.9, abs=1)


def test_headings_are_bookmarks_on_their_pages(exported):
    reader = PdfReader(exported.path)
    top = [entry for entry in reader.outline if not isinstance(entry, list)]
    assert [entry.title[:2] for entry in top] == ["一、", "二、", "三、"][: len(top)]
    assert reader.get_destination_page_number(top[0]) == 0
    assert reader.get_destination_page_number(top[-1]) > 0
    assert any(isinstance(entry, list) for entry in reader.outline)
    assert reader.metadata.title == exported.working.title
    assert reader.metadata.producer == "报告助手"


def test_the_same_report_gives_the_same_bytes(exported, tmp_path):
    again = tmp_path / "again.pdf"
    export_report(exported.working, again, draft=False, when=WHEN, paint_pdf=paint_pdf)
    assert again.read_bytes() == exported.path.read_bytes()


def test_a_draft_says_so_at_its_head(tmp_path, pdftotext, faces, qapp):
    source, draft = tmp_path / "a.txt", tmp_path / "a.pdf"
    source.write_text("工作总结\n全年办理XX件，增长XX%。\n", "utf-8")
    working = start_work(open_path(source))
    with pytest.raises(FinalRefusedError):
        export_report(working, draft, draft=False, paint_pdf=paint_pdf)
    assert not draft.exists()
    export_report(working, draft, draft=True, paint_pdf=paint_pdf)
    assert "草稿：尚有2处未填" in _without_spaces(pdftotext(draft))


def test_without_a_painter_there_is_no_pdf(exported, tmp_path):
    with pytest.raises(AssistantError) as caught:
        export_report(exported.working, tmp_path / "b.pdf", draft=False)
    assert caught.value.code == "export.format_unknown"


def test_the_command_line_exports_a_pdf(tmp_path, qapp):
    source, target = tmp_path / "a.txt", tmp_path / "a.pdf"
    source.write_text("字\n", "utf-8")
    assert main(["export", str(source), "--out", str(target)]) == 0
    assert len(PdfReader(target).pages) == 1
