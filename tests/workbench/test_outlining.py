"""The outline edited: what is asked for and what changes nothing."""

import pytest

from assistant.workbench.opening import open_text
from assistant.workbench.outlining import rename
from assistant.workbench.working import start_work

TEXT = "工作总结\n一、收入情况\n完成。\n二、支出情况\n完成。"


@pytest.mark.parametrize("heading", ["收入情况", " 收入情况 ", "", " 　"])
def test_a_heading_that_stays_as_it_is_or_empty_is_no_edit(heading):
    assert rename(start_work(open_text(TEXT)), 1, heading) is None


def test_a_heading_gets_other_words_and_keeps_its_number():
    edit = rename(start_work(open_text(TEXT)), 1, "税收  收入")
    assert edit is not None
    change = edit.replacement
    assert TEXT[: change.start] + change.text + TEXT[change.end :] == TEXT.replace("收入情况", "税收 收入")
