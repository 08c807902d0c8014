from __future__ import annotations

import pytest

from assistant.storage.names import is_forbidden_name


@pytest.mark.parametrize(
    "name",
    ["", "a:b.baogao", "a?.baogao", "总结<1>", "a|b", 'a"b', "a*", "a\x1fb", "a/b", "a\\b", "结尾.", "结尾 ",
     "CON", "con.baogao", "Nul .txt", "LPT1.a.b", "COM²"],
)  # fmt: skip
def test_forbidden(name):
    assert is_forbidden_name(name)


@pytest.mark.parametrize(
    "name", ["总结（2026年）.baogao", "CONTENT.baogao", ".a", "COM10", "a.con", "第1—3季度、【初稿】"]
)
def test_allowed(name):
    assert not is_forbidden_name(name)
