"""The form of head and imprint: checked while it is written, kept with the report, printed in the document."""

import zipfile

from PySide6.QtWidgets import QPushButton

from assistant.window.official_dialog import OfficialDialog
from assistant.workbench.exporting import export_report, save_working
from assistant.workbench.official_parts import official_of
from assistant.workbench.opening import open_path
from assistant.workbench.working import start_work
from tests.window.modal import ModalAnswer


def test_form_is_checked_kept_and_printed(window, tmp_path):
    path = tmp_path / "总结.txt"
    path.write_text("2025年工作总结\n今年以来，稳步推进。\n", "utf-8")
    window.files.open_path(path)

    def fill(dialog):
        confirm = next(button for button in dialog.findChildren(QPushButton) if button.text() == "确定")
        dialog.lines["number"].setText("青政[2026]第05号")
        assert not confirm.isEnabled()
        assert "发文机关标志" in dialog.problems.text()
        dialog.lines["organ"].setText("青禾县人民政府文件")
        dialog.lines["issued"].setText("2026年2月30日")
        assert "日历" in dialog.problems.text()
        dialog.lines["issued"].setText("2026年2月3日")
        confirm.click()

    answer = ModalAnswer(window, OfficialDialog, fill)
    window.official.run()
    answer.check()
    assert not window.desk.is_saved
    saved = save_working(window.desk.working, tmp_path / "总结.baogao")
    again = start_work(open_path(saved))
    assert official_of(again).number == "青政〔2026〕5号"
    export_report(again, tmp_path / "总结.docx", draft=False)
    with zipfile.ZipFile(tmp_path / "总结.docx") as package:
        document = package.read("word/document.xml").decode()
    assert "青政〔2026〕5号" in document
    assert "2026年2月3日印发" in document
