"""Every code that the program can raise has its sentence, and every sentence its code."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

from assistant.checking.findings import Finding, Severity
from assistant.checking.rules import RULES
from assistant.report.errors import AssistantError
from assistant.report.fields import Kind, State
from assistant.workbench.sentences import describe_error, describe_finding, kind_word, sentence, state_word

ROOT = Path(__file__).resolve().parent.parent.parent
SENTENCES = tomllib.loads((ROOT / "resources" / "wording" / "sentences.toml").read_text("utf-8"))


def _strings(tree):
    return {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)}


def _all_strings():
    found = set()
    for path in (ROOT / "assistant").rglob("*.py"):
        found |= _strings(ast.parse(path.read_text("utf-8")))
    return found


def _rules_in_data():
    """Return the rule ids that word lists and patterns name."""
    folder = ROOT / "resources" / "wording"
    lists = [tomllib.loads((folder / name).read_text("utf-8")) for name in ("confusions.toml", "expressions.toml")]
    return {one["rule"] for data in lists for rows in data.values() if isinstance(rows, list) for one in rows}


def _raised_codes():
    for path in (ROOT / "assistant").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "AssistantError" and node.args:
                yield from (code for code in _strings(node.args[0]) if "." in code)


def test_every_raised_code_has_a_sentence():
    assert set(_raised_codes()) <= set(SENTENCES["errors"])


def test_every_sentence_is_used():
    used = _all_strings() | _rules_in_data()
    assert {code for code in SENTENCES["errors"] if code not in used} == {"unknown"} - used
    assert {rule for rule in SENTENCES["findings"] if rule not in used} == set()


def test_every_other_sentence_is_used_and_there():
    """A name may be put together: sentence(f"command.{name}") uses all that begin so."""
    begun = {"command.", "outline.", "sources.", "traces.", "official.", "completion.", "versions.reason_"}
    used = _all_strings()
    assert {name for name in SENTENCES["other"] if name not in used and not name.startswith(tuple(begun))} == set()
    assert set(_sentences_asked_for()) <= set(SENTENCES["other"])


def _sentences_asked_for():
    for path in (ROOT / "assistant").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "sentence":
                yield from (one.value for one in node.args[:1] if isinstance(one, ast.Constant))


def _reason_codes():
    """Return the codes that checks give as reasons: nothing else there is two words with a dot between, but files."""
    found = set()
    for path in (ROOT / "assistant" / "checking").rglob("*.py"):
        found |= _strings(ast.parse(path.read_text("utf-8")))
    return {one for one in found if re.fullmatch(r"[a-z]+\.(?!toml)[a-z][a-z_]+", one)}


def test_every_reason_of_a_check_has_its_words_and_is_used():
    assert _reason_codes() == set(SENTENCES["reasons"])


def test_a_reason_is_said_in_words_with_the_other_parameters_in_it():
    told = {"why": "attachment.number", "printed": "3", "place": 2}
    finding = Finding(0, 1, "structure-attachment", Severity.ERROR, parameters=told)
    assert describe_finding(finding) == "附件序号“3”应为“2”（GB/T 9704—2012 7.3.7）。"


def test_a_label_that_quotes_stands_in_quotes_as_an_inner_quote():
    said = sentence("unmark.done", label="“X”的地名")
    assert said == "“‘X’的地名”已改为普通文字，可以撤销。"
    assert sentence("links.same_named", label="“X”的地名", count=2).startswith("“X”的地名：")


def test_a_name_that_would_fill_the_window_is_shortened():
    told = describe_error(AssistantError("file.missing", path="/家/" + "总结" * 100 + "定稿.docx"))
    assert told == f"找不到文件“{'总结' * 25}…{'总结' * 9}定稿.docx”。请核对位置和文件名后再打开。"


def test_sentences_are_filled():
    said = describe_error(AssistantError("file.too_large", path="/a/b/总结.txt", size=60 << 20, limit=50 << 20))
    assert said == "“总结.txt”有 60 MB，超过 50 MB 的上限，没有打开。请拆分后再试。"
    assert "x.y" in describe_error(AssistantError("x.y"))


def test_words_for_all_kinds_and_states():
    assert all(kind_word(kind) for kind in Kind)
    assert all(state_word(state) for state in State)
    assert RULES


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("line 3", "第 3 行"),
        ("byte 17", "第 17 字节"),
        ("report.text[0]", "正文第 1 段"),
        ("report.fields[4].kind", "待填项第 5 项"),
        ("version", "版本号"),
        ("source.name", "source.name"),
    ],
)
def test_places_in_a_report_file(place, words):
    assert words in describe_error(AssistantError("report_file.broken", path="a", place=place))
