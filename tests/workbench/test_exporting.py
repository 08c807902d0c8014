"""An export that is given up leaves everything as it was."""

import pytest

from assistant.report.errors import AssistantError
from assistant.storage.names import is_forbidden_name
from assistant.workbench.exporting import export_report, file_name_part
from assistant.workbench.opening import open_text
from assistant.workbench.working import start_work


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


@pytest.mark.parametrize("name", ["CON", "nul", "com1", "a" * 59 + ". b", " 甲/乙:丙?.", "工作\n总结", "LPT1.总结"])
def test_a_proposed_name_is_one_that_windows_takes(name):
    assert not is_forbidden_name(file_name_part(name))
