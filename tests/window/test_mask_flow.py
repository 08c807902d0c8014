"""脱敏 in the window: what is listed, what is written, and what stays."""

import zipfile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from assistant.window.mask_dialog import MaskDialog
from assistant.window.mask_flow import MaskFlow
from assistant.workbench.masking import mask_rows, masked_rows
from assistant.workbench.opening import open_path
from assistant.workbench.unit_info import AnswerBook, save_answer_book
from tests.window.modal import ModalAnswer

REPORT = "青禾县财政局2025年工作总结\n今年以来，收入完成12.5亿元，周知远同志多次调研。\n一、收入情况\n学习青禾经验。\n"
MASKED = "xx县财政局20xx年工作总结\n今年以来，收入完成xx亿元，xx同志多次调研。\n一、收入情况\n学习xx经验。"


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "总结.txt"
    path.write_text(REPORT, "utf-8")
    return path


@pytest.fixture
def opened(window, source):
    save_answer_book(AnswerBook(county="青禾县", unit="青禾县财政局", head="周知远"))
    window.files.open_path(source)
    return window


@pytest.fixture
def flow(opened):
    return MaskFlow(opened, opened.desk, opened.flush)


@pytest.fixture
def told(flow):
    heard = []
    flow.told.connect(lambda text, wrong: heard.append((text, wrong)))
    return heard


@pytest.fixture
def save_to(monkeypatch):
    asked = []

    def choose(path, chosen_filter=""):
        monkeypatch.setattr(
            QFileDialog, "getSaveFileName", lambda *given: (asked.append(given[2]), (str(path), chosen_filter))[1]
        )
        return asked

    return choose


def run(flow, action):
    answer = ModalAnswer(flow, MaskDialog, action)
    flow.run()
    answer.check()


def contents(path):
    """Return the bytes of a file, unpacked where it is a document: its properties may tell something too."""
    if path.suffix == ".txt":
        return [path.read_bytes()]
    with zipfile.ZipFile(path) as document:
        return [document.read(name) for name in document.namelist()]


def accept(dialog):
    dialog.keep.click()


@pytest.mark.parametrize("name", ["范文.txt", "范文.docx", "范文"])
def test_a_sample_is_written_and_the_report_stays(opened, flow, told, save_to, tmp_path, name):
    asked = save_to(tmp_path / name)
    before = opened.page.snapshot()
    run(flow, accept)
    path = tmp_path / (name if "." in name else f"{name}.docx")
    assert open_path(path).report.text.rstrip("\n") == MASKED
    assert opened.page.snapshot() == before
    assert told[0][1] is False
    assert path.name in told[0][0]
    assert "青禾" not in asked[0]
    for content in contents(path):
        assert all(name.encode() not in content for name in ("青禾", "周知远", "总结.txt"))


def test_a_text_file_has_a_byte_order_mark(flow, save_to, tmp_path):
    save_to(tmp_path / "a.txt")
    run(flow, accept)
    assert (tmp_path / "a.txt").read_bytes().startswith(b"\xef\xbb\xbf")


def test_an_unticked_row_stays_in_every_place(opened, flow, told, save_to, tmp_path):
    save_to(tmp_path / "a.txt")
    rows = mask_rows(opened.desk.working)

    def untick_the_place(dialog):
        index = next(index for index, row in enumerate(rows) if row.original == "青禾")
        dialog.list.item(index).setCheckState(Qt.CheckState.Unchecked)
        assert dialog.unticked == {index}
        dialog.keep.click()

    run(flow, untick_the_place)
    text = open_path(tmp_path / "a.txt").report.text
    assert text.count("青禾") == 2
    assert "周知远" not in text
    assert not told[0][1]


def test_the_list_shows_names_first_and_the_filter_hides_rows(opened, qtbot):
    rows = mask_rows(opened.desk.working)
    assert [(row.original, row.mask, row.places) for row in rows] == [
        ("青禾", "xx", 2),
        ("周知远", "xx", 1),
        ("2025", "20xx", 1),
        ("12.5", "xx", 1),
    ]
    dialog = MaskDialog(opened, rows)
    qtbot.addWidget(dialog)
    dialog.filter.setText("周")
    assert [dialog.list.item(row).isHidden() for row in range(4)] == [True, False, True, True]
    assert dialog.unticked == frozenset()
    for row in range(4):
        dialog.list.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.keep.isEnabled()
    assert (
        masked_rows(opened.desk.working, mask_rows(opened.desk.working), dialog.unticked).text
        == opened.desk.working.report.text
    )


def test_nothing_is_written_when_the_clerk_cancels(flow, told, save_to, tmp_path):
    save_to(tmp_path / "a.txt")
    run(flow, lambda dialog: dialog.reject())
    assert not (tmp_path / "a.txt").exists()
    save_to("")
    run(flow, accept)
    assert told == []


def test_the_own_file_is_never_overwritten(flow, told, save_to, source):
    save_to(source)
    run(flow, accept)
    assert source.read_text("utf-8") == REPORT
    assert told[0][1] is True


def test_a_file_that_the_dialog_did_not_ask_about_is_not_overwritten(flow, told, save_to, tmp_path):
    (tmp_path / "a.docx").write_bytes(b"mine")
    save_to(tmp_path / "a")
    run(flow, accept)
    assert (tmp_path / "a.docx").read_bytes() == b"mine"
    assert told[0][1] is True


def test_a_report_without_values_says_so(window, tmp_path):
    path = tmp_path / "b.txt"
    path.write_text("收入xx亿元，稳步推进。", "utf-8")
    window.files.open_path(path)
    heard = []
    flow = MaskFlow(window, window.desk, window.flush)
    flow.told.connect(lambda text, wrong: heard.append(wrong))
    flow.run()
    assert heard == [False]
