"""The sample reports that ship with the program, and the whole job done on one of them without a screen."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from assistant.report.errors import AssistantError
from assistant.resources import load_rules, resource_path
from assistant.workbench import exporting
from assistant.workbench.answers import apply_answers, read_answers
from assistant.workbench.opening import open_path
from assistant.workbench.paging import PagePainter
from assistant.workbench.working import blocking_fields, start_work

_ANSWERS = ".answers.json"


@dataclass(frozen=True, slots=True)
class ShippedSample:
    """A sample report (范文) that ships with the program."""

    title: str
    path: Path
    answers: Path
    """Example answers for all its fields."""
    length: int
    """Characters, about."""
    genre: str
    """What kind of report it is, one of those that `resources/samples/index.toml` lists."""
    industry: str
    """The trade of the office that could have written it."""
    mask: str
    """The one mark by which its values are blotted out, as printed."""


def shipped_samples() -> tuple[ShippedSample, ...]:
    """Return the shipped sample reports in the order of `resources/samples/index.toml`."""
    return tuple(_sample(entry) for entry in load_rules("samples", "index.toml")["sample"])


def _sample(entry: dict[str, str]) -> ShippedSample:
    path = resource_path("samples") / f"{entry['file']}.txt"
    return ShippedSample(
        title=path.stem,
        path=path,
        answers=path.with_name(path.stem + _ANSWERS),
        length=len(path.read_text("utf-8")),
        genre=entry["genre"],
        industry=entry["industry"],
        mask=entry["mask"],
    )


def run_demo(folder: Path, paint_pdf: PagePainter) -> tuple[Path, ...]:
    """Fill a shipped sample with its example answers and export it; return what was written.

    Raises:
        AssistantError: `folder.unusable` or a `file.*` code where the folder cannot be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AssistantError("folder.unusable", path=str(folder)) from error
    sample = shipped_samples()[0]
    filled = apply_answers(start_work(open_path(sample.path)), read_answers(sample.answers)).working
    draft, final = folder / f"{sample.title}（草稿）.docx", folder / f"{sample.title}.docx"
    exporting.export_report(start_work(open_path(sample.path)), draft, draft=True)
    exporting.export_report(filled, final, draft=False)
    pdf = final.with_suffix(exporting.PDF_SUFFIX)
    exporting.export_report(filled, pdf, draft=False, paint_pdf=paint_pdf)
    saved = exporting.save_working(filled, folder / f"{sample.title}.baogao")
    return (draft, final, pdf, saved)


def run_selftest(paint_pdf: PagePainter) -> None:
    """Do the demo in a temporary folder, open what it wrote and compare.

    Raises:
        AssistantError: `selftest.failed` (step) where anything is not as it must be.
    """
    with tempfile.TemporaryDirectory() as name:
        _draft, final, pdf, saved = run_demo(Path(name) / "自检 报告", paint_pdf)
        report = start_work(open_path(saved))
        _require(not blocking_fields(report.report), "fields")
        _require(_text_of(final) == report.report.text, "docx")
        _require(pdf.read_bytes().startswith(b"%PDF-"), "pdf")
        for sample in shipped_samples():
            _require(
                set(read_answers(sample.answers)) == {f.id for f in open_path(sample.path).report.fields}, sample.title
            )


def _text_of(docx: Path) -> str:
    return open_path(docx).report.text


def _require(holds: bool, step: str) -> None:
    if not holds:
        raise AssistantError("selftest.failed", step=step)
