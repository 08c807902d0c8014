"""An old document that our own reader refuses: Word or WPS is asked, played by a little script, and can be stopped."""

import sys

import pytest
from PySide6.QtWidgets import QProgressDialog

from assistant.report.errors import AssistantError
from assistant.window import office_wait
from assistant.window.office_wait import OfficeWait
from tests.reading.word_files import document, paragraph
from tests.window.modal import ModalAnswer

BROKEN = bytes.fromhex("d0cf11e0a1b11ae1") + b"\xff" * 600


@pytest.fixture
def office(tmp_path, monkeypatch):
    """Let the window begin a program of these lines."""

    def install(lines):
        script = tmp_path / "office.py"
        script.write_text(
            f"import sys, time, pathlib\nsource, made, begun = map(pathlib.Path, sys.argv[1:])\n{lines}", "utf-8"
        )
        command = (sys.executable, str(script))
        monkeypatch.setattr(office_wait, "OfficeWait", lambda window, path: OfficeWait(window, path, command))

    return install


@pytest.fixture
def old(tmp_path):
    path = tmp_path / "旧材料.wps"
    path.write_bytes(BROKEN)
    return path


def test_the_document_is_opened_and_told(window, office, old, tmp_path, assistant_home):
    (tmp_path / "made.docx").write_bytes(document(paragraph("青禾县工作总结") + paragraph("完成xx亿元。")))
    office(f"made.write_bytes(pathlib.Path({str(tmp_path / 'made.docx')!r}).read_bytes())")
    assert window.files.open_path(old)
    assert window.page.snapshot().text == "青禾县工作总结\n完成xx亿元。"
    assert window.notices.text.startswith("文档格式较旧，已请本机的 Word 或 WPS 转换后读入")
    assert old.read_bytes() == BROKEN
    assert list((assistant_home / "data" / "office").iterdir()) == []


def test_the_clerk_stops_it(window, office, old):
    office("time.sleep(60)")
    answer = ModalAnswer(window, QProgressDialog, lambda dialog: dialog.cancel())
    assert not window.files.open_path(old)
    answer.check()
    assert window.notices.text.startswith("已停止用 Word 或 WPS 打开这个文件")
    assert not window.desk.has_report


def test_without_such_a_program_our_own_reader_says_what_it_found(window, old):
    if sys.platform != "win32":
        assert not window.files.open_path(old)
        assert window.notices.text.startswith("“旧材料.wps”已损坏或不是 Word 文档")
        with pytest.raises(AssistantError, match=r"office\.missing"):
            OfficeWait(window, old).convert(BROKEN, ".wps")
