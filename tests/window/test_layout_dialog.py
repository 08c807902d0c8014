"""A layout of one's own: changed in a form or as text, with the report's page beside it, and kept as a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.report.errors import AssistantError
from assistant.typeset.layout import load_layout
from assistant.typeset.layout_files import use_own_layouts
from assistant.window.layout_choice import LayoutChoice
from assistant.window.layout_dialog import LayoutDialog
from assistant.workbench.layout_editing import begin_layout, save_layout
from assistant.workbench.layouts import find_own_layouts, layout_rows
from assistant.workbench.opening import open_text
from assistant.workbench.working import start_work
from tests.window.modal import ModalAnswer

LINES = "年度工作总结\n" + "\n".join("今年以来，各项工作稳步推进，取得明显成效。" * 6 for _ in range(12))


@pytest.fixture
def working(assistant_home):
    find_own_layouts()
    yield start_work(open_text(LINES))
    use_own_layouts(Path("nowhere"))


@pytest.fixture
def dialog(qtbot, working):
    made = LayoutDialog(None, "公文", working)
    qtbot.addWidget(made)
    made.show()
    return made


def lines_on_first_page(dialog):
    return len(dialog.preview._paged.pages[0].lines)


def test_a_copy_is_shown_with_its_values_and_the_reports_page(dialog):
    assert dialog.form.name.text() == "公文（自定）"
    assert (dialog.form.lines.value(), dialog.form.characters.value(), dialog.form.pitch.value()) == (22, 28, 28.95)
    assert "年度工作总结" in dialog.preview.accessibleDescription()


def test_lines_change_page_pitch_and_text(dialog, qtbot):
    dialog.form.lines.setValue(20)
    qtbot.waitUntil(lambda: lines_on_first_page(dialog) < 20)
    assert "lines = 20" in dialog.text.toPlainText()
    assert dialog.form.pitch.value() == pytest.approx(12756 // 20 / 20)


def test_pitch_changes_the_lines(dialog, qtbot):
    dialog.form.pitch.setValue(30)
    qtbot.waitUntil(lambda: dialog.form.lines.value() == 21)


def test_what_is_kept_can_be_chosen_and_changed_again(dialog, qtbot, working):
    dialog.form.name.setText("我局材料")
    dialog.form.name.editingFinished.emit()
    dialog.form.seal.setChecked(True)
    dialog.accept()
    assert dialog.layout_name == "我局材料"
    assert load_layout("我局材料").seal
    assert [row.name for row in layout_rows() if row.is_own] == ["我局材料"]
    again = LayoutDialog(None, "我局材料", working)
    qtbot.addWidget(again)
    again.form.characters.setValue(26)
    again.accept()
    assert load_layout("我局材料").page.characters == 26
    assert [row.name for row in layout_rows() if row.is_own] == ["我局材料"]


def test_a_face_that_is_not_listed_brings_what_stands_in_for_it(dialog):
    dialog.form.value_entered.emit("text.body.font", "仿宋_GB2312")
    dialog.accept()
    layout = load_layout("公文（自定）")
    assert layout.body.font == "仿宋_GB2312"
    assert "仿宋" in next(face.fallbacks for face in layout.fonts if face.name == "仿宋_GB2312")


def test_missing_faces_and_characters_are_told_for_the_chosen_faces(qtbot, working):
    rare = start_work(open_text(LINES.replace("各项", "李喆负责各项")))
    dialog = LayoutDialog(None, "公文", rare)
    qtbot.addWidget(dialog)
    assert "喆" not in dialog.problem.text()
    dialog.form.value_entered.emit("text.body.font", "仿宋_GB2312")
    dialog.show_page()
    assert "喆" in dialog.problem.text()


def test_a_wrong_line_is_told_and_cannot_be_kept(dialog, qtbot):
    text = dialog.text.toPlainText().replace("pitch_pt = 28.95", "pitch_pt = 29")
    number = text.split("pitch_pt")[0].count("\n") + 1
    dialog.text.setPlainText(text)
    qtbot.waitUntil(lambda: f"第 {number} 行" in dialog.problem.text())
    assert not dialog._keep.isEnabled()
    assert not dialog.form.isEnabled()
    dialog.text.setPlainText(text.replace("pitch_pt = 29", "pitch_pt = 28.5"))
    qtbot.waitUntil(dialog._keep.isEnabled)
    assert dialog.form.pitch.value() == 28.5


def test_a_name_that_is_taken_is_refused(dialog):
    dialog.form.name.setText("讲话稿")
    dialog.form.name.editingFinished.emit()
    dialog.accept()
    assert "讲话稿" in dialog.problem.text()
    assert dialog.layout_name == ""
    assert dialog.isVisible()


def test_choice_offers_the_dialog_and_takes_what_was_kept(qtbot, working):
    choice = LayoutChoice(None, "讲话稿", working)
    qtbot.addWidget(choice)
    choice.show()
    answer = ModalAnswer(choice, LayoutDialog, lambda dialog: dialog.accept())
    choice._change.click()
    answer.check()
    assert choice.layout_name == "讲话稿（自定）"


def test_a_broken_own_layout_opens_with_its_text_and_the_line(qtbot, working):
    path = save_layout(begin_layout("公文"))
    path.write_text(path.read_text("utf-8").replace("lines = 22", "lines = "), "utf-8")
    with pytest.raises(AssistantError):
        load_layout("公文（自定）")
    choice = LayoutChoice(None, "公文", working)
    qtbot.addWidget(choice)
    assert "修改" in choice.words.text()
    dialog = LayoutDialog(None, path.stem, working)
    qtbot.addWidget(dialog)
    assert dialog.tabs.currentWidget() is dialog.text
    dialog.text.setPlainText(
        dialog.text.toPlainText().replace("lines = \n", "lines = 22\n").replace("lines =  ", "lines = 22 ")
    )
    dialog.show_page()
    dialog.accept()
    assert load_layout("公文（自定）").page.lines == 22
