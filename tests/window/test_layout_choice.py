"""Choosing a layout, and copying one as one's own."""

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QInputDialog

from assistant.typeset.layout_files import use_own_layouts
from assistant.window.layout_choice import LayoutChoice
from assistant.workbench.layouts import find_own_layouts


@pytest.fixture
def choice(qtbot, assistant_home, monkeypatch):
    find_own_layouts()
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("我局材料", True))
    opened = []
    made = LayoutChoice(None, "讲话稿")
    made.opened = opened
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


def test_copy_is_chosen_and_its_file_opened(choice):
    choice._ask_for_copy()
    assert choice.layout_name == "我局材料"
    assert [Path(name).name for name in choice.opened] == ["我局材料.toml"]
    choice._ask_for_copy()
    assert "已经有" in choice.words.text()
    assert names(choice).count("我局材料") == 1


def test_layout_with_a_mistake_cannot_be_chosen_and_says_where_it_is(choice, qtbot):
    choice._ask_for_copy()
    path = Path(choice.opened[0])
    path.write_text(path.read_text("utf-8").replace("size_pt = 16", "size_pt = true"), "utf-8")
    again = LayoutChoice(None, "公文")
    qtbot.addWidget(again)
    assert not again.box.model().item(names(again).index("我局材料")).isEnabled()
    assert "text.body.size_pt" in again.words.text()
