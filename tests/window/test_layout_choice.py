"""Choosing a layout."""

from pathlib import Path

import pytest

from assistant.typeset.layout_files import use_own_layouts
from assistant.window.layout_choice import LayoutChoice
from assistant.workbench.layout_editing import begin_layout, save_layout
from assistant.workbench.layouts import find_own_layouts
from assistant.workbench.opening import open_text
from assistant.workbench.working import start_work

REPORT = start_work(open_text("年度工作总结\n一、收入情况\n完成xx亿元。"))


@pytest.fixture
def choice(qtbot, assistant_home):
    find_own_layouts()
    made = LayoutChoice(None, "讲话稿", REPORT)
    qtbot.addWidget(made)
    yield made
    use_own_layouts(Path("nowhere"))


def names(choice):
    return [choice.box.itemText(row) for row in range(choice.box.count())]


def test_layouts_are_listed_with_what_they_are_for(choice):
    assert choice.layout_name == "讲话稿"
    assert "页码居中" in choice.words.text()
    choice.box.setCurrentText("公文")
    assert "GB/T 9704" in choice.words.text()


def test_layout_with_a_mistake_cannot_be_chosen_and_says_where_it_is(choice, qtbot):
    path = save_layout(begin_layout("公文").with_value("name", "我局材料"))
    path.write_text(path.read_text("utf-8").replace("size_pt = 16", "size_pt = true"), "utf-8")
    again = LayoutChoice(None, "公文", REPORT)
    qtbot.addWidget(again)
    assert not again.box.model().item(names(again).index("我局材料")).isEnabled()
    assert "text.body.size_pt" in again.words.text()
