"""Remarks that move with the text, and values that follow from others."""

import pytest

from assistant.workbench.advice import moved_remarks, remarks_on, wanted_remarks
from assistant.workbench.opening import open_text
from assistant.workbench.proofreading import CheckChoices
from assistant.workbench.working import start_work

BEFORE = "工作总结\n一、抓学习\n参与核算检测，其它方面继续加强。\n二、抓落实\n截止目前，其它工作照常。"


def remarks():
    return tuple(one for one in remarks_on(start_work(open_text(BEFORE))) if one.rule.startswith("word-"))


def printed(found, text):
    assert all(text[one.start : one.end] == one.printed for one in found)
    return [one.printed for one in found]


@pytest.mark.parametrize(
    ("after", "kept"),
    [
        (BEFORE, ["核算检测", "其它", "截止", "其它"]),
        ("新的一段。\n" + BEFORE, ["核算检测", "其它", "截止", "其它"]),
        (BEFORE.replace("参与", "积极参与"), ["核算检测", "其它", "截止", "其它"]),
        (BEFORE.replace("核算检测", "核酸检测"), ["其它", "截止", "其它"]),
        (BEFORE.replace("，其它", "，我们的其它"), ["核算检测", "其它", "截止", "其它"]),
        (BEFORE.replace("二、抓落实\n", ""), ["核算检测", "其它", "截止", "其它"]),
        (BEFORE.replace("参与核算检测，其它方面继续加强。\n", ""), ["截止", "其它"]),
        ("", []),
    ],
)
def test_remarks_move_with_their_words(after, kept):
    assert printed(remarks(), BEFORE) == ["核算检测", "其它", "截止", "其它"]
    assert printed(moved_remarks(remarks(), BEFORE, after), after) == kept


def test_only_what_the_clerk_wants_is_shown():
    choices = CheckChoices(off=("word-typo",), left_alone=(("word-usage", "其它"),))
    assert [one.printed for one in wanted_remarks(remarks(), choices)] == ["截止"]
