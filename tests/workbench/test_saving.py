"""Names that Windows forbids are refused wherever a file leaves the program, before anything is written."""

import pytest

from assistant.report.errors import AssistantError
from assistant.workbench.exporting import export_report, save_working
from assistant.workbench.opening import open_text
from assistant.workbench.saving import save_checked
from assistant.workbench.sentences import describe_error
from assistant.workbench.sheets import write_sheet_file
from assistant.workbench.working import start_work

WRITERS = {
    ".docx": lambda working, path: export_report(working, path, draft=True),
    ".txt": lambda working, path: export_report(working, path, draft=True),
    ".xlsx": write_sheet_file,
    ".baogao": lambda working, path: save_checked(working, path, known_digest=None),
    ".BAOGAO": save_working,
}


@pytest.mark.parametrize("suffix", WRITERS)
@pytest.mark.parametrize("name", ["总结:初稿", "总结?", "CON", "com1.说明", "总结|1"])
def test_the_name_is_told_and_nothing_is_written(tmp_path, name, suffix):
    with pytest.raises(AssistantError) as caught:
        WRITERS[suffix](start_work(open_text("工作总结\n完成xx亿元。")), tmp_path / f"{name}{suffix}")
    assert describe_error(caught.value) == (
        f"系统不允许用“{name}{suffix}”作文件名（含有 \\ / : * ? 等字符，或是 CON、NUL 这类保留名），没有写入。"
        "请换一个名字。"
    )
    assert list(tmp_path.iterdir()) == []
