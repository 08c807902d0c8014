"""An export that is given up leaves everything as it was."""

from pathlib import Path

import pytest

from assistant.report.errors import AssistantError
from assistant.report.fields import State
from assistant.storage.names import is_forbidden_name
from assistant.workbench.exporting import FinalRefusedError, export_report, file_name_part, noted_findings, path_with
from assistant.workbench.opening import open_text
from assistant.workbench.working import FieldRun, start_work, with_snapshot


@pytest.mark.parametrize("suffix", [".docx", ".txt", ".pdf"])
def test_an_export_that_is_given_up_touches_no_file(tmp_path, suffix):
    path, made = tmp_path / f"报告{suffix}", []
    path.write_bytes(b"before")

    def give_up():
        assert path.read_bytes() == b"before"
        raise AssistantError("export.refused", count=0)

    def paint(paged):
        from assistant.window.pdf import paint_pdf

        made.append(len(paged.pages))
        return paint_pdf(paged)

    with pytest.raises(AssistantError):
        export_report(
            start_work(open_text("工作总结\n一、抓学习\n很好。")),
            path,
            draft=True,
            paint_pdf=paint,
            before_writing=give_up,
        )
    assert path.read_bytes() == b"before"
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
    assert made == ([1] if suffix == ".pdf" else [])


def test_no_final_holds_a_marker_that_somebody_confirmed(tmp_path):
    working = start_work(open_text("xx县工作总结\n完成。"))
    (field,) = working.report.fields
    runs = (FieldRun(0, 3, field.id, "xx", state=State.CONFIRMED),)
    confirmed = with_snapshot(working, "某某县县工作总结\n完成。", runs)
    assert confirmed.report.field(field.id).state is State.CONFIRMED
    with pytest.raises(FinalRefusedError) as refused:
        export_report(confirmed, tmp_path / "报告.docx", draft=False)
    assert [one.id for one in refused.value.fields] == [field.id]
    assert not (tmp_path / "报告.docx").exists()


def test_what_should_be_seen_before_an_export_leaves_out_what_is_marked_anyway():
    working = start_work(open_text("县财政局工作总结\n一、收入\n完成xx亿元，投入万元。"))
    rules = {one.rule for one in noted_findings(working)}
    assert "placeholder-deleted" in rules
    assert "placeholder-open" not in rules


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("采集表", "采集表.xlsx"),
        ("采集表12.5", "采集表12.5.xlsx"),
        ("1.总结", "1.总结.xlsx"),
        ("表.XLSX", "表.XLSX"),
        ("表.doc", "表.doc"),
    ],
)
def test_a_suffix_is_added_where_the_name_has_none(name, written):
    assert path_with(Path("夹") / name, ".xlsx") == Path("夹") / written


@pytest.mark.parametrize("name", ["CON", "nul", "com1", "a" * 59 + ". b", " 甲/乙:丙?.", "工作\n总结", "LPT1.总结"])
def test_a_proposed_name_is_one_that_windows_takes(name):
    assert not is_forbidden_name(file_name_part(name))
