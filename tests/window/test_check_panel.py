"""The panel 检查, used as a clerk uses it: go to a place, mend one, mend all, leave alone, switch off."""

import pytest
from PySide6.QtCore import QPoint, Qt

from assistant.report.fields import State
from assistant.window.check_choices_dialog import CheckChoicesDialog
from assistant.workbench.exporting import save_working
from assistant.workbench.proofreading import CheckChoices, load_choices
from assistant.workbench.unit_info import AnswerBook, save_answer_book

REPORT = (
    "xx县工作总结\n一、学习情况\n参与核算检测,截止目前完成xx%。其它方面,继续加强。\n"
    "二、存在问题\n其它工作运用的不够充分。\n"
)


@pytest.fixture
def checked(window, tmp_path, qtbot):
    path = tmp_path / "范文.txt"
    path.write_text(REPORT, "utf-8")
    window.files.open_path(path)
    qtbot.waitUntil(lambda: window.proofing.is_settled and "word-typo" in rules(window), timeout=20_000)
    return window


def rules(window):
    return [one.rule for one in window.proofing.panel.shown]


def remark(window, rule):
    return next(one for one in window.proofing.panel.shown if one.rule == rule)


def text(window):
    return window.page.snapshot().text


def test_remarks_are_grouped_and_lead_to_their_places(checked):
    panel = checked.proofing.panel
    tops = [panel._tree.topLevelItem(i).text(0) for i in range(panel._tree.topLevelItemCount())]
    assert tops[:2] == ["错误 · 半角标点（2）", "错误 · 错别字（1）"]
    panel.choose(remark(checked, "word-typo"))
    panel._go(panel._tree.currentItem())
    assert checked.page.textCursor().selectedText() == "核算检测"
    assert "核酸检测" in panel._message.text()
    assert checked.status_line.remarks == "检查：7 处需留意"


def test_one_place_is_mended_and_undone(checked, qtbot):
    panel = checked.proofing.panel
    panel.choose(remark(checked, "word-typo"))
    qtbot.mouseClick(panel._fix, Qt.MouseButton.LeftButton)
    assert "参与核酸检测," in text(checked)
    qtbot.waitUntil(lambda: checked.proofing.is_settled, timeout=20_000)
    assert "word-typo" not in rules(checked)
    assert panel.chosen is not None
    checked.page.undo()
    checked.page.flush()
    assert text(checked) == REPORT.rstrip("\n")
    qtbot.waitUntil(lambda: "word-typo" in rules(checked), timeout=20_000)


@pytest.mark.parametrize("writes", [False, True])
def test_who_wants_to_go_to_a_finding_too_early_goes_there_once_it_is_found(window, tmp_path, qtbot, writes):
    path = tmp_path / "总结.txt"
    path.write_text(REPORT, "utf-8")
    window.files.open_path(path)
    window.actions_by_name["next_remark"].trigger()
    assert "正在检查" not in window.notices.text  # the panel tells it, and no longer than it is true
    assert window.proofing.panel._nothing.text().startswith("正在检查…")
    if writes:
        window.page.go_to(3)
    qtbot.waitUntil(lambda: window.proofing.is_settled, timeout=20_000)
    assert (window.proofing.panel.chosen is None) is writes
    assert (window.page.caret_position == 3) is writes


def test_a_figure_that_contradicts_others_is_mended_as_the_value_it_is(window, tmp_path, qtbot):
    path = tmp_path / "范文.txt"
    path.write_text("xx县工作总结\n全县收入完成xx亿元，其中税收收入xx亿元，占全县收入的xx%。\n", "utf-8")
    window.files.open_path(path)
    assert window.proofing.panel._nothing.text().startswith("正在检查…")
    whole, part, share = [one.id for one in window.desk.working.report.fields[1:4]]
    window.bridge.fill_all({whole: "10", part: "20", share: "50"})
    window.page.flush()
    qtbot.waitUntil(lambda: window.proofing.is_settled, timeout=20_000)
    panel = window.proofing.panel
    found = next(one for one in panel.shown if one.rule.startswith("figure-") and one.fix)
    panel.choose(found)
    panel.fix_chosen()
    assert "没有修改" not in window.notices.text
    mended = next(one for one in window.desk.working.report.fields if one.id == whole)
    assert (mended.value, mended.state) == (found.fix, State.FILLED)
    assert f"全县收入完成{found.fix}亿元" in text(window)
    window.page.undo()
    window.page.flush()
    assert "全县收入完成10亿元" in text(window)


def test_the_pointer_is_told_why_words_are_underlined(checked):
    position = text(checked).index("核算检测") + 1
    assert checked.page.tooltip_at(position).startswith("“核算检测”应为“核酸检测”")
    assert checked.page.tooltip_at(text(checked).index("参与")) == ""
    checked.page.go_to(position)
    point = checked.page.cursorRect().center() + QPoint(2, 0)
    assert checked.page.code_point_at(point) == position
    checked.proofing.panel.ignore_requested.emit(remark(checked, "word-typo"))
    assert checked.page.tooltip_at(position) == ""


def test_all_places_of_a_rule_are_mended_in_one_step(checked):
    panel = checked.proofing.panel
    panel.choose(remark(checked, "mark-half-width"))
    assert panel._fix_all.text() == "全部修改（2）"
    panel._fix_all.click()
    assert "," not in text(checked)
    assert {field.id for field in checked.desk.working.report.fields} == {
        run.field_id for run in checked.page.snapshot().runs
    }
    checked.page.undo()
    assert text(checked).count(",") == 2


def test_a_place_is_ignored_and_words_are_left_alone(checked, qtbot):
    panel = checked.proofing.panel
    others = [one for one in panel.shown if one.printed == "其它"]
    assert len(others) == 2
    panel.ignore_requested.emit(others[0])
    assert [one.start for one in panel.shown if one.printed == "其它"] == [others[1].start]
    with qtbot.waitSignal(checked.proofing.told) as told:
        panel.words_requested.emit(others[1])
    assert "“其它”以后不再提示" in told.args[0]
    assert "其它" not in [one.printed for one in panel.shown]
    assert load_choices().left_alone == (("word-usage", "其它"),)


def test_an_ignored_place_is_listed_comes_back_and_stays_ignored_in_the_file(checked, qtbot, tmp_path):
    panel = checked.proofing.panel
    others = [one for one in panel.shown if one.printed == "其它"]
    count = len(panel.shown)
    for one in others:
        panel.ignore_requested.emit(one)
    assert panel.ignored.text() == "已忽略 2 处 ▾"
    assert not checked.desk.is_saved
    entries = panel.ignored.entries.actions()
    assert entries[0].text().startswith("恢复：")
    entries[0].trigger()
    assert [one.start for one in panel.shown if one.printed == "其它"] == [others[0].start]
    assert panel.ignored.text() == "已忽略 1 处 ▾"
    assert checked.proofing.is_settled
    saved = save_working(checked.desk.working, tmp_path / "总结.baogao")
    panel.ignored.entries.actions()[-1].trigger()
    assert len(panel.shown) == count
    assert panel.ignored.isHidden()
    checked.files.open_path(saved)
    qtbot.waitUntil(lambda: checked.proofing.is_settled, timeout=20_000)
    assert [one.printed for one in panel.shown].count("其它") == 1
    assert panel.ignored.text() == "已忽略 1 处 ▾"
    assert checked.desk.is_saved


def test_the_head_of_a_rule_offers_what_is_done_with_all_of_it(checked):
    panel = checked.proofing.panel
    panel._tree.setCurrentItem(panel._tree.topLevelItem(0))
    assert panel.chosen is None
    assert panel._message.text() == "半角标点，共 2 处。"
    assert panel._fix.isHidden()
    shown = [one.text() for one in panel.new_menu().actions() if one.isVisible() and one.text()]
    assert shown == ["全部修改（2）", "忽略这份报告里这类全部 2 处", "关闭这条规则"]
    panel._fix_all.click()
    assert "," not in text(checked)
    checked.page.undo()
    checked.page.flush()


def test_the_head_of_a_single_finding_stands_for_it(checked):
    panel = checked.proofing.panel
    panel._tree.setCurrentItem(panel._tree.topLevelItem(1))
    assert panel.chosen.rule == "word-typo"
    panel.fix_chosen()
    assert "参与核酸检测," in text(checked)


def test_all_of_a_rule_is_ignored_and_brought_back(checked):
    panel = checked.proofing.panel
    panel.choose(remark(checked, "mark-half-width"))
    panel._everywhere.trigger()
    assert "mark-half-width" not in rules(checked)
    assert panel.ignored.text() == "已忽略 2 处 ▾"
    panel.ignored.entries.actions()[-1].trigger()
    assert rules(checked).count("mark-half-width") == 2


def test_a_rule_is_switched_off_and_on_again(checked, qtbot):
    panel = checked.proofing.panel
    with qtbot.waitSignal(checked.proofing.told) as told:
        panel.rule_off_requested.emit("mark-half-width")
    assert "“半角标点”" in told.args[0]
    assert "检查设置" in told.args[0]
    assert "mark-half-width" not in rules(checked)
    assert load_choices().off == ("mark-half-width",)
    checked.actions_by_name["check_choices"].trigger()
    dialog = checked.findChild(CheckChoicesDialog)
    dialog.show_choices(CheckChoices())
    dialog.accept()
    assert "mark-half-width" in rules(checked)
    assert load_choices().off == ()


def test_a_rule_is_switched_off_for_the_own_unit(checked):
    save_answer_book(AnswerBook(unit="青禾县财政局"))
    checked.actions_by_name["check_choices"].trigger()
    dialog = checked.findChild(CheckChoicesDialog)
    dialog._scope.setCurrentIndex(1)
    row = next(row for row in range(dialog._rules.count()) if dialog._rules.item(row).text() == "半角标点")
    dialog._rules.item(row).setCheckState(Qt.CheckState.Unchecked)
    dialog.accept()
    assert load_choices().unit_off == (("青禾县财政局", "mark-half-width"),)
    assert "mark-half-width" not in rules(checked)


def test_next_and_previous_go_round(checked):
    starts = sorted(one.start for one in checked.proofing.panel.shown)
    checked.page.go_to(0)
    gone = []
    for _ in starts:
        checked.actions_by_name["next_remark"].trigger()
        gone.append(checked.proofing.panel.chosen.start)
    assert gone == starts
    checked.actions_by_name["next_remark"].trigger()
    assert checked.proofing.panel.chosen.start == starts[0]
    checked.actions_by_name["previous_remark"].trigger()
    assert checked.proofing.panel.chosen.start == starts[-1]


def test_typing_is_looked_at_again(checked, type_chinese, qtbot):
    checked.page.go_to(REPORT.index("其它方面"))
    type_chinese(checked.page, "疫情防空，")
    checked.page.flush()
    assert "word-typo" in rules(checked)  # what was found before stays while the rest is looked at
    qtbot.waitUntil(lambda: "疫情防空" in [one.printed for one in checked.proofing.panel.shown], timeout=20_000)


def test_a_fix_never_touches_a_field(checked):
    whole = (0, len("xx县工作总结"), "青禾县工作总结")
    assert checked.page.replace_spans([whole]) == 0
    assert text(checked).startswith("xx县")


def test_a_long_report_is_looked_at_to_its_end(window, tmp_path, qtbot):
    filler = "".join(f"第{number}项工作按照要求抓好落实。\n" for number in range(5000))
    path = tmp_path / "长报告.txt"
    path.write_text(f"工作汇报\n一、学习情况\n好。好。\n三、打算\n{filler}参与核算检测工作。\n", "utf-8")
    window.files.open_path(path)
    qtbot.waitUntil(
        lambda: window.proofing.is_settled and {"word-typo", "structure-number-sequence"} <= set(rules(window)),
        timeout=60_000,
    )


@pytest.mark.parametrize("wanted", ["chosen", "seen"])
def test_a_long_list_is_made_when_it_is_wanted(window, tmp_path, qtbot, wanted):
    path = tmp_path / "长.txt"
    path.write_text("xx县工作总结\n" + "参与核算检测,截止目前完成xx%。\n" * 300, "utf-8")
    window.files.open_path(path)
    panel = window.proofing.panel
    qtbot.waitUntil(lambda: window.proofing.is_settled and len(panel.shown) > 500, timeout=20_000)
    assert panel.visibleRegion().isEmpty()
    assert panel._tree.topLevelItemCount() == 0
    if wanted == "chosen":
        panel.choose(remark(window, "word-typo"))
        assert panel.chosen is not None
    else:
        window.panels.bring_to_front(window.proofing.dock)
        qtbot.waitUntil(lambda: panel._tree.topLevelItemCount() > 0)
    listed = [panel._tree.topLevelItem(index).childCount() for index in range(panel._tree.topLevelItemCount())]
    assert sum(listed) == len(panel.shown)
