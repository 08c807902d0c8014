"""Our lines and pages against those of the document as LibreOffice sets it."""

from __future__ import annotations

import pytest

from assistant.report.fields import Kind
from assistant.typeset.layout import load_layout
from assistant.typeset.widths import is_latin
from assistant.workbench.answers import Answer, apply_answers, read_answers
from assistant.workbench.exporting import export_report
from assistant.workbench.opening import open_path
from assistant.workbench.paging import page_report
from assistant.workbench.shipped import shipped_samples
from assistant.workbench.working import start_work
from tests.writing.rendered_pages import body_of, pages_of

_HEAD_POINTS = 60
"""The draft mark stands above."""


_VALUES = {
    Kind.NUMBER: "1280",
    Kind.PERCENT: "12.5",
    Kind.DATE: "2025年6月",
    Kind.PLACE: "青河县",
    Kind.ORG: "县财政局",
    Kind.PERSON: "张明",
    Kind.SESSION: "二十届四中全会",
    Kind.TEXT: "重点工作",
}


def _without_spaces(text: str) -> str:
    return "".join(text.split())


def _agreement(working, pdftotext, soffice, folder):
    """Return (share of all lines, share of lines in pure Chinese paragraphs, our pages, rendered pages)."""
    document = folder / "report.docx"
    export_report(working, document, draft=True)
    rendered = pages_of(pdftotext(soffice(document), "-bbox"))
    theirs, offset = set(), 0
    for number, page in enumerate(rendered, 1):
        for line in body_of(page):
            if line.top > _HEAD_POINTS:
                theirs.add((number, offset, _without_spaces(line.text)))
                offset += len(line.text)
    text, offset = working.report.text, 0
    pages = page_report(working).pages
    everywhere, pure = [], []
    for page in pages:
        for line in page.lines:
            words = _without_spaces(line.text_of(text))
            same = (page.number, offset, words) in theirs
            offset += len(words)
            everywhere.append(same)
            if not any(map(is_latin, text[line.paragraph.start : line.paragraph.end])):
                pure.append(same)
    return sum(everywhere) / len(everywhere), sum(pure) / len(pure), len(pages), len(rendered)


@pytest.mark.parametrize("sample", shipped_samples(), ids=lambda sample: sample.title)
def test_lines_and_pages_are_those_of_the_rendered_document(sample, pdftotext, soffice, tmp_path):
    opened = start_work(open_path(sample.path))
    working = apply_answers(opened, read_answers(sample.answers)).working
    assert load_layout(working.layout).page.lines == 22
    lines, pure, ours, theirs = _agreement(working, pdftotext, soffice, tmp_path)
    assert lines >= 0.97
    assert pure == 1
    assert ours == theirs


def test_lines_of_real_samples_are_those_of_the_rendered_document(samples_dir, pdftotext, soffice, tmp_path):
    for path in sorted(samples_dir.glob("*.txt")):
        opened = start_work(open_path(path))
        filled = apply_answers(
            opened, {field.id: Answer(_VALUES[field.kind]) for field in opened.report.fields}
        ).working
        lines, pure, ours, theirs = _agreement(filled, pdftotext, soffice, tmp_path)
        assert (lines >= 0.97, pure, ours - theirs) == (True, 1, 0), path.name
