"""The real samples as LibreOffice writes them in other formats: same text, same headings."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.report.model import Role
from assistant.workbench.opening import OpenedReport, open_path

EQUAL_ROLES_AT_LEAST = 0.97


@pytest.fixture(scope="module")
def converted(samples_dir: Path, soffice_convert: Callable[..., None], tmp_path_factory) -> Path:
    """A folder with every sample as .doc, .rtf, .odt, .docx and .pdf, and as .docx made of the .odt."""
    folder = tmp_path_factory.mktemp("made")
    texts = sorted(samples_dir.glob("*.txt"))
    for suffix in ("doc", "rtf", "odt", "docx", "pdf"):
        soffice_convert(texts, suffix, folder, infilter="Text (encoded):UTF8")
    soffice_convert(sorted(folder.glob("*.odt")), "docx", folder / "odt")
    return folder


def _squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def _roles(opened: OpenedReport) -> list[tuple[str, Role, int | None, str | None]]:
    text = opened.report.text
    return [(_squeezed(p.text_of(text)), p.role, p.level, p.number) for p in opened.paragraphs if p.end > p.start]


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
@pytest.mark.parametrize("made", ["*.doc", "*.rtf", "*.docx", "odt/*.docx"])
def test_text_and_headings_come_back(converted, samples_dir, made, number):
    plain = open_path(next(samples_dir.glob(f"{number}*.txt")))
    found = open_path(next(path for path in converted.glob(made) if path.name.startswith(number)))
    assert _squeezed(found.source_text) == _squeezed(plain.source_text)
    expected, read = _roles(plain), set(_roles(found))
    assert sum(role in read for role in expected) >= EQUAL_ROLES_AT_LEAST * len(expected)


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_a_pdf_comes_back_with_its_headings(converted, samples_dir, number):
    """Paragraphs without indent that end with a full line cannot be told from ones that go on."""
    plain = open_path(next(samples_dir.glob(f"{number}*.txt")))
    found = open_path(next(converted.glob(f"{number}*.pdf")))
    assert _squeezed(found.source_text) == _squeezed(plain.source_text)
    headings = [role for role in _roles(plain) if role[1] is Role.HEADING]
    assert set(headings) <= set(_roles(found))
