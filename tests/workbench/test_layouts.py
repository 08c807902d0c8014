"""Own layouts: copied, found by the command line, and named with their line where they are wrong."""

import io
from pathlib import Path

import docx
import pytest

from assistant.cli import main
from assistant.report.errors import AssistantError
from assistant.typeset.layout import load_layout
from assistant.typeset.layout_files import use_own_layouts
from assistant.workbench.layout_editing import begin_layout, save_layout
from assistant.workbench.layouts import find_own_layouts, font_notices, layout_rows


@pytest.fixture(autouse=True)
def own_layouts(assistant_home):
    find_own_layouts()
    yield
    use_own_layouts(Path("nowhere"))


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "总结.txt"
    path.write_text("2025年工作总结\n今年以来，稳步推进。\n", "utf-8")
    return path


def copy_layout(name, new_name):
    return save_layout(begin_layout(name).with_value("name", new_name))


def pitch_of(path):
    return docx.Document(io.BytesIO(path.read_bytes())).styles["Normal"].paragraph_format.line_spacing.pt


def test_copy_can_be_changed_and_chosen(source, tmp_path):
    path = copy_layout("公文", "我局材料")
    path.write_text(path.read_text("utf-8").replace("pitch_pt = 28.95", "pitch_pt = 28.5"), "utf-8")
    assert [row.name for row in layout_rows() if row.is_own] == ["我局材料"]
    out = tmp_path / "out.docx"
    assert main(["export", str(source), "--layout", "我局材料", "--out", str(out)]) == 0
    assert pitch_of(out) == 28.5
    assert load_layout("公文").page.pitch == 579


def test_wrong_own_layout_is_told_with_its_line_and_harms_no_other(source, tmp_path, capsys):
    path = copy_layout("公文", "我局材料")
    lines = path.read_text("utf-8").split("\n")
    number = next(n for n, line in enumerate(lines, 1) if line.startswith("pitch_pt"))
    lines[number - 1] = "pitch_pt = 29"
    path.write_text("\n".join(lines), "utf-8")
    out = tmp_path / "out.docx"
    assert main(["export", str(source), "--layout", "我局材料", "--out", str(out)]) == 2
    told = capsys.readouterr().err
    assert f"第 {number} 行" in told
    assert "page.pitch_pt" in told
    assert not out.exists()
    assert [row.problem is None for row in layout_rows()] == [row.name != "我局材料" for row in layout_rows()]
    assert main(["export", str(source), "--layout", "公文", "--out", str(out)]) == 0


@pytest.mark.parametrize(
    ("name", "code"),
    [("公文", "layout.exists"), ("", "layout.invalid"), ("..", "layout.exists"), ("我局材料", "layout.exists")],
)
def test_names_that_are_taken_or_none_are_refused(name, code):
    copy_layout("讲话稿", "我局材料")
    with pytest.raises(AssistantError) as caught:
        copy_layout("公文", name)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("layout", "pitch"), [("公文", 28.95), ("gongwen_33476", 29.6), ("内部材料", 28), ("讲话稿", 28.95)]
)
def test_shipped_layouts_by_the_command_line(layout, pitch, source, tmp_path):
    out = tmp_path / "out.docx"
    assert main(["export", str(source), "--layout", layout, "--out", str(out)]) == 0
    assert pitch_of(out) == pitch


def test_unknown_layout_is_told(source, tmp_path, capsys):
    assert main(["export", str(source), "--layout", "蓝头", "--out", str(tmp_path / "a.docx")]) == 2
    assert "蓝头" in capsys.readouterr().err


def test_missing_fonts_are_told_with_what_stands_in_for_them():
    nothing = font_notices("公文", (), "")
    assert len(nothing) == 1
    assert all(name in nothing[0] for name in ("方正小标宋简体", "仿宋", "楷体", "黑体", "宋体"))
    some = font_notices("公文", ("华文中宋", "仿宋", "楷体", "黑体", "宋体"), "")
    assert len(some) == 1
    assert "“方正小标宋简体”，由“华文中宋”代替" in some[0]


def test_a_layout_named_like_a_device_and_one_that_is_absurdly_large():
    path = copy_layout("公文", "CON")
    assert path.name == "CON_.toml"
    assert [row.name for row in layout_rows() if row.is_own] == ["CON"]
    path.write_text("#" * (2 << 20) + "\n" + path.read_text("utf-8"), "utf-8")
    assert [(row.name, row.problem != "") for row in layout_rows() if row.is_own] == [("CON_", True)]
