"""Figures from a table, as a clerk takes them: choose a file, look, tick, fill."""

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from assistant.window import table_dialog, table_flow
from assistant.window.desk import Desk
from assistant.window.start_folder import ExchangeFolder
from assistant.window.table_dialog import TableDialog
from assistant.window.table_flow import TableFlow
from assistant.workbench.opening import open_path
from tests.window.modal import ModalAnswer

REPORT = "青禾县2025年工作总结\n一、收入\n税收收入完成xx亿元，增长X%。非税收入完成xx亿元。社会保障支出xx万元。\n"
CASH = (
    ("项目", "累计（万元）", "同比%"),
    ("一、税收收入", 123456, 5.2),
    ("社会保障和就业支出", 800, 1),
)


def words(name, /, **parameters):
    """Stand in for the sentences: their names and what they tell."""
    return " ".join([name, *(f"{key}={value}" for key, value in parameters.items() if key != "path")])


@pytest.fixture(autouse=True)
def plain_sentences(monkeypatch):
    for module in (table_dialog, table_flow):
        monkeypatch.setattr(module, "sentence", words)


@pytest.fixture
def workbook(tmp_path):
    made = openpyxl.Workbook()
    made.active.title = "说明"
    made.active.append(("本表由县财政局填报",))
    sheet = made.create_sheet("收支")
    for row in CASH:
        sheet.append(row)
    path = tmp_path / "收支表.xlsx"
    made.save(path)
    return path


class Clerk:
    """A flow on an open report, and what it said and asked for."""

    def __init__(self, window, report, monkeypatch):
        self.window = window
        self.desk = Desk(window)
        self.desk.lay_out(open_path(report), None)
        self.flushed = 0
        self.told, self.values = [], []
        self.flow = TableFlow(window, self.desk, self.flush, ExchangeFolder(self.desk, window.files))
        self.flow.told.connect(lambda text, wrong: self.told.append((text, wrong)))
        self.flow.edits_requested.connect(self.values.append)
        self._monkeypatch = monkeypatch

    def flush(self):
        self.flushed += 1

    def run(self, path, action=None):
        self._monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path) if path else "", ""))
        answer = ModalAnswer(self.window, TableDialog, action) if action else None
        self.flow.run()
        if answer is not None:
            answer.check()

    def labelled(self):
        labels = {field.id: field.label for field in self.desk.working.report.fields}
        return [{labels[edit.field_id]: edit.value for edit in edits} for edits in self.values]


@pytest.fixture
def clerk(window, tmp_path, monkeypatch):
    path = tmp_path / "范文.txt"
    path.write_text(REPORT, "utf-8")
    return Clerk(window, path, monkeypatch)


def press(dialog, text):
    next(button for button in dialog.findChildren(QPushButton) if button.text() == text).click()


def shown(dialog):
    items = [dialog._tree.topLevelItem(row) for row in range(dialog._tree.topLevelItemCount())]
    return [[item.checkState(0) is Qt.CheckState.Checked, *(item.text(n) for n in range(4))] for item in items]


def test_what_is_certain_is_ticked_and_taken(clerk, workbook):
    seen = []

    def act(dialog):
        seen.extend(shown(dialog))
        assert dialog._sheets.currentText() == "收支"
        assert "count=3" in dialog._about.text()
        press(dialog, "填写打勾的项")

    clerk.run(workbook, act)
    assert seen == [
        [True, "税收收入", "一、税收收入 · 累计（万元）", "12.35亿元（表中 123456万元）", "一致"],
        [True, "税收收入增长率", "一、税收收入 · 同比%", "5.2%", "一致"],
        [False, "社会保障支出", "社会保障和就业支出 · 累计（万元）", "800万元", "可能"],
    ]
    assert clerk.labelled() == [{"税收收入": "12.35", "税收收入增长率": "5.2"}]
    assert clerk.told == [("table.taken count=2", False)]
    assert clerk.flushed == 1


def test_the_clerk_ticks_by_keyboard(clerk, workbook, qtbot):
    def act(dialog):
        dialog._tree.setFocus()
        qtbot.keyClick(dialog._tree, Qt.Key.Key_Space)
        for _ in range(2):
            qtbot.keyClick(dialog._tree, Qt.Key.Key_Down)
        qtbot.keyClick(dialog._tree, Qt.Key.Key_Space)
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    clerk.run(workbook, act)
    assert clerk.labelled() == [{"税收收入增长率": "5.2", "社会保障支出": "800"}]


def test_cancelling_fills_nothing(clerk, workbook):
    clerk.run(workbook, lambda dialog: press(dialog, "取消"))
    clerk.run(None)
    assert (clerk.values, clerk.told) == ([], [])


def test_a_sheet_that_gives_nothing(clerk, workbook):
    def act(dialog):
        dialog._sheets.setCurrentText("说明")
        assert shown(dialog) == []
        assert dialog._about.text() == "table.no_match"
        assert not dialog._accept.isEnabled()
        dialog._sheets.setCurrentText("收支")
        assert len(shown(dialog)) == 3
        dialog.reject()

    clerk.run(workbook, act)


def test_the_clerk_chooses_the_column(clerk, workbook):
    made = openpyxl.load_workbook(workbook)
    made["收支"]["D1"], made["收支"]["D2"] = "本月（亿元）", 1.5
    made.save(workbook)

    def act(dialog):
        assert [dialog._columns.itemText(n) for n in range(3)] == ["自动判断", "累计（万元）", "本月（亿元）"]
        dialog._columns.setCurrentIndex(2)
        assert [row[3] for row in shown(dialog)] == ["1.5亿元", "5.2%"]
        dialog.reject()

    clerk.run(workbook, act)


def test_errors_are_told(clerk, tmp_path):
    broken, empty = tmp_path / "坏.xlsx", tmp_path / "空.xlsx"
    broken.write_bytes(b"PK\x03\x04 nothing")
    openpyxl.Workbook().save(empty)
    clerk.run(broken)
    clerk.run(tmp_path / "没有.xlsx")
    clerk.run(empty)
    assert [wrong for _, wrong in clerk.told] == [True, True, True]
    assert "坏.xlsx" in clerk.told[0][0]
    assert clerk.told[2][0] == "table.empty"
    assert clerk.values == []


def test_nothing_to_ask(window, tmp_path, monkeypatch):
    path = tmp_path / "定稿.txt"
    path.write_text("青禾县工作总结\n一切顺利。\n", "utf-8")
    clerk = Clerk(window, path, monkeypatch)
    clerk.run(tmp_path / "不会打开.xlsx")
    assert clerk.told == [("table.nothing_asked", False)]


def test_the_window_takes_figures_with_their_source(window, tmp_path, workbook, monkeypatch):
    monkeypatch.undo()
    path = tmp_path / "范文.txt"
    path.write_text(REPORT, "utf-8")
    window.files.open_path(path)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(workbook), ""))
    seen = []

    def act(dialog):
        seen.append(dialog._about.text())
        press(dialog, "填写打勾的项")

    answer = ModalAnswer(window, TableDialog, act)
    window.actions_by_name["take_table"].trigger()
    answer.check()
    assert seen == ["找到 3 项。名称和单位都一致的已打勾；标“可能”的请核对后再打勾。"]
    assert "税收收入完成12.35亿元，增长5.2%。" in window.desk.working.report.text
    taxes = next(field for field in window.desk.working.report.fields if field.label == "税收收入")
    assert (taxes.value, taxes.source, taxes.note) == ("12.35", "收支表.xlsx", "收支 B2")
    window.page.undo()
    window.page.flush()
    assert "税收收入完成xx亿元，增长X%。" in window.desk.working.report.text
