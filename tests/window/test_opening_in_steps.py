"""A report that is opened in steps ends up as one that is opened at once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QTextCursor

from assistant.workbench.shipped import shipped_samples

_TEXT = "青禾县总结\n完成投资X亿元，增长X%。\n一、X月工作\n培训X人次，X县获奖。"


def _state(window):
    window.page.flush()
    outline = window.outline._entries
    working = replace(window.desk.working, extra={})  # its id is drawn by lot
    return window.page.snapshot(), working, window.desk.is_saved, outline, window.fill_panel.card.field_id


def _open_in_steps(window, qtbot, path):
    window.open_in_steps(path)
    assert window.page.snapshot().text == window.desk.working.report.text  # to be read at once
    qtbot.waitUntil(lambda: bool(window.desk.working.known_fields))
    return _state(window)


@pytest.mark.parametrize("number", [0, 3, 9])
def test_in_steps_or_at_once_is_the_same(number, window, qtbot):
    path = shipped_samples()[number].path
    window.files.open_path(path)
    at_once = _state(window)
    assert at_once[1].report.fields
    window.show_start_page()
    assert _open_in_steps(window, qtbot, path) == at_once
    assert not window.page.can_undo


def test_what_is_typed_before_the_fields_are_there_stays(window, qtbot, tmp_path, type_chinese):
    path = tmp_path / "a.txt"
    path.write_text(_TEXT, "utf-8")
    window.open_in_steps(path)
    window.page.moveCursor(QTextCursor.MoveOperation.End)
    type_chinese(window.page, "另有X项。")
    qtbot.waitUntil(lambda: bool(window.desk.working.known_fields))
    window.page.flush()
    text = window.desk.working.report.text
    assert text == _TEXT + "另有X项。"
    assert sorted(o.start for f in window.desk.working.report.fields for o in f.occurrences) == [
        place for place, character in enumerate(text) if character == "X"
    ]
    assert not window.desk.is_saved
    while window.page.can_undo:
        window.page.undo()
    assert window.page.snapshot().text == _TEXT


def test_a_file_that_cannot_be_read_leads_to_the_start_page(window, tmp_path):
    window.open_in_steps(tmp_path / "none.txt")
    assert window.start_page.isVisibleTo(window)
    assert not window.desk.has_report
