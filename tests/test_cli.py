"""The command line, run in its own process or through main(): the contract of its JSON and exit status."""

import json
import subprocess
import sys
import zipfile

import openpyxl
import pytest

from assistant.cli import main
from assistant.storage.report_file import load_report
from assistant.workbench.opening import LARGEST_BYTES, open_path
from assistant.workbench.shipped import shipped_samples
from tests.writing.filled_drafts import typed_into_controls

REPORT = """xx县2025年工作总结

今年以来，稳步推进。\u3000
一、收入情况
##paidbegin##（一）税收。完成xx亿元，增长X%。局党组坚持
依法征收。
（三）非税。xx月xx日，完成xx万元。
##paidend##
"""


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "范文.txt"
    path.write_text(REPORT, "utf-8")
    return path


def run_json(capsys, *words):
    status = main([str(word) for word in words])
    return status, json.loads(capsys.readouterr().out)


def answers_for(path, tmp_path, **changes):
    made_up = {"number": "12", "percent": "3.4", "date": "3月5日", "session": "二十届四中全会"}
    answers = {f.id: made_up.get(f.kind.value, "某单位甲") for f in open_path(path).report.fields} | changes
    answers = {i: "青禾" if v == "某单位甲" else v for i, v in answers.items()}
    target = tmp_path / "answers.json"
    target.write_text(json.dumps(answers, ensure_ascii=False), "utf-8")
    return target


def test_scan(source, capsys):
    status, found = run_json(capsys, "scan", source, "--json")
    assert status == 0
    assert found["source"] == {"encoding": "utf-8", "chars": len(REPORT)}
    lines = REPORT.split("\n")
    roles = {p["line"]: (p["role"], p["level"], p["number"], p["run_in"]) for p in found["paragraphs"]}
    assert roles == {
        0: ("title", None, None, False),
        2: ("body", None, None, False),
        3: ("heading", 1, "一、", False),
        4: ("heading", 2, "（一）", True),
        5: ("body", None, None, False),
        6: ("heading", 2, "（三）", True),
        7: ("noise", None, None, False),
    }
    assert [p.get("continues") for p in found["paragraphs"] if p["line"] == 5] == [4]
    for paragraph in found["paragraphs"]:
        assert REPORT[paragraph["start"] : paragraph["end"]] == lines[paragraph["line"]]
    for field in found["fields"]:
        assert all(REPORT[o["start"] : o["end"]] == o["text"] for o in field["occurrences"])
        assert field["state"] == "open"
    assert [f["occurrences"][0]["text"] for f in found["fields"]] == ["xx", "xx", "X", "xx月xx日", "xx"]
    assert all(REPORT[c["start"] : c["end"]] == c["text"] for c in found["cleaned"])
    assert {c["reason"] for c in found["cleaned"]} == {"site_mark", "broken_line", "trailing_blank"}


def test_scan_twice_gives_the_same_ids(source, capsys):
    assert run_json(capsys, "scan", source, "--json") == run_json(capsys, "scan", source, "--json")


def test_scan_table_is_chinese(source, capsys):
    assert main(["scan", str(source)]) == 0
    told = capsys.readouterr().out
    assert "待填项 5 个" in told
    assert "百分比" in told


def test_check(source, capsys):
    status, found = run_json(capsys, "check", source, "--json")
    assert status == 1
    rules = [f["rule"] for f in found["findings"]]
    assert rules.count("placeholder-open") == 5
    assert {"noise-site-mark", "structure-broken-line", "structure-number-sequence"} <= set(rules)
    for finding in found["findings"]:
        assert REPORT[finding["start"] : finding["end"]] == finding["text"]
        assert finding["severity"] in ("error", "warning", "hint")


def test_check_of_a_clean_report(tmp_path, capsys):
    path = tmp_path / "a.txt"
    path.write_text("工作总结\n今年以来，稳步推进。\n一、收入\n完成12亿元。\n二、支出\n完成13亿元。", "utf-8")
    assert main(["check", str(path)]) == 0
    assert capsys.readouterr().out == "没有发现问题。\n"


def test_fill_to_final_and_back(source, tmp_path, capsys):
    answers = answers_for(source, tmp_path)
    out = tmp_path / "定稿.docx"
    assert main(["fill", str(source), "--answers", str(answers), "--out", str(out)]) == 0
    text = open_path(out).report.text
    assert text == (
        "青禾县2025年工作总结\n今年以来，稳步推进。\n一、收入情况\n"
        "（一）税收。完成12亿元，增长3.4%。局党组坚持依法征收。\n（三）非税。3月5日，完成12万元。"
    )


def test_final_is_refused_with_the_list(source, tmp_path, capsys):
    open_id = open_path(source).report.fields[1].id
    answers = answers_for(source, tmp_path, **{open_id: ""})
    out = tmp_path / "定稿.docx"
    assert main(["fill", str(source), "--answers", str(answers), "--out", str(out)]) == 1
    told = capsys.readouterr().err
    assert open_id in told
    assert not out.exists()
    assert main(["fill", str(source), "--answers", str(answers), "--out", str(out), "--draft"]) == 0
    with zipfile.ZipFile(out) as package:
        assert "xx" in package.read("word/document.xml").decode("utf-8")


def test_a_misfit_is_named_and_leaves_the_field_open(source, tmp_path, capsys):
    misfit = open_path(source).report.fields[1].id
    answers = answers_for(source, tmp_path, **{misfit: "许多"})
    kept = tmp_path / "续.baogao"
    assert main(["fill", str(source), "--answers", str(answers), "--out", str(kept)]) == 0
    assert "许多" in capsys.readouterr().err
    _, found = run_json(capsys, "scan", kept, "--json")
    field = next(f for f in found["fields"] if f["id"] == misfit)
    assert (field["state"], field["value"]) == ("open", "许多")
    assert main(["export", str(kept), "--out", str(tmp_path / "x.docx")]) == 1


def test_waived_fields_stay_masked(source, tmp_path, capsys):
    waived = open_path(source).report.fields[0].id
    answers = answers_for(source, tmp_path, **{waived: {"waive": True}})
    out = tmp_path / "定稿.txt"
    assert main(["fill", str(source), "--answers", str(answers), "--out", str(out)]) == 0
    assert out.read_bytes().decode("utf-8-sig").startswith("xx县2025年")


def test_unknown_answers_are_named(source, tmp_path, capsys):
    answers = answers_for(source, tmp_path, nosuchfield="1")
    assert main(["fill", str(source), "--answers", str(answers), "--out", str(tmp_path / "a.docx")]) == 0
    assert "nosuchfield" in capsys.readouterr().err


def _bad_inputs(folder):
    (folder / "空.txt").write_bytes(b"")
    (folder / "图.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    (folder / "大.txt").write_bytes(b"x" * (LARGEST_BYTES + 1))
    (folder / "假.docx").write_bytes(b"no zip")
    (folder / "加密.docx").write_bytes(
        bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le")
    )
    (folder / "旧.doc").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 512)
    (folder / "坏.baogao").write_text('{"format": "baogao", "version": 1}', "utf-8")
    (folder / "夹").mkdir()
    whole = folder / "整.docx"
    sample = shipped_samples()[0]
    assert main(["export", str(sample.path), "--draft", "--out", str(whole)]) == 0
    (folder / "截断.docx").write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    return ["空.txt", "图.txt", "大.txt", "假.docx", "加密.docx", "旧.doc", "坏.baogao", "夹", "截断.docx", "没有.txt"]


def test_bad_input_gets_one_sentence(tmp_path, capsys):
    names = _bad_inputs(tmp_path)
    capsys.readouterr()
    out = tmp_path / "out.docx"
    for name in names:
        for words in (["scan", "--json"], ["check"], ["export", "--draft", "--out", str(out)]):
            status = main([words[0], str(tmp_path / name), *words[1:]])
            told = capsys.readouterr()
            assert (status, told.out, told.err.count("\n")) == (2, "", 1), (name, told)
            assert any("一" <= c <= "龥" for c in told.err)
            assert "Traceback" not in told.err
            assert not out.exists()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"a": [1]}', '{"a": {"waive": 1}}', "\udcff"])
def test_bad_answers_get_one_sentence(source, tmp_path, capsys, content):
    answers = tmp_path / "a.json"
    answers.write_bytes(content.encode("utf-8", "surrogateescape"))
    assert main(["fill", str(source), "--answers", str(answers), "--out", str(tmp_path / "o.docx")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_sheet_goes_out_and_comes_back(source, tmp_path, capsys):
    sheet, final = tmp_path / "采集表.xlsx", tmp_path / "定稿.docx"
    assert main(["sheet", str(source), "--out", str(sheet)]) == 0
    values = {"number": "12", "percent": "3.4", "date": "3月5日", "place": "青禾"}
    kinds = {f.id: f.kind.value for f in open_path(source).report.fields}
    book = openpyxl.load_workbook(sheet)
    titles = {
        cell.value: cell.column for row in book.active.iter_rows() for cell in row if cell.value in ("编号", "值")
    }
    for row in book.active.iter_rows():
        field_id = row[titles["编号"] - 1].value
        if field_id in kinds:
            row[titles["值"] - 1].value = values[kinds[field_id]]
    book.save(sheet)
    assert main(["fill", str(source), "--answers", str(sheet), "--out", str(final)]) == 0
    assert "完成12亿元，增长3.4%" in open_path(final).report.text
    capsys.readouterr()
    assert main(["sheet", str(source), "--out", str(tmp_path / "a.txt")]) == 2
    sheet.write_bytes(b"no workbook")
    assert main(["fill", str(source), "--answers", str(sheet), "--out", str(tmp_path / "b.docx")]) == 2
    assert capsys.readouterr().err.count("\n") == 2


def test_what_was_cleaned_stays_in_the_report_file(source, tmp_path):
    first, second = tmp_path / "a.baogao", tmp_path / "b.baogao"
    assert main(["fill", str(source), "--answers", str(answers_for(source, tmp_path)), "--out", str(first)]) == 0
    assert main(["export", str(first), "--out", str(second)]) == 0
    removed = [(one.text.strip(), one.reason) for one in load_report(second).cleaned]
    assert removed == [("##paidbegin##", "site_mark"), ("##paidend##", "site_mark")]


def test_no_command_writes_over_what_it_reads(source, tmp_path, capsys):
    answers = answers_for(source, tmp_path)
    kept = tmp_path / "a.baogao"
    assert main(["fill", str(source), "--answers", str(answers), "--out", str(kept)]) == 0
    before = {path: path.read_bytes() for path in (source, answers, kept)}
    assert main(["export", str(source), "--draft", "--out", str(source)]) == 2
    assert main(["reuse", str(kept), "--out", str(kept)]) == 2
    assert main(["reuse", str(kept), "--out", str(kept.with_suffix(""))]) == 2
    assert {path: path.read_bytes() for path in before} == before


def test_reuse_makes_everything_stale(source, tmp_path, capsys):
    answers = answers_for(source, tmp_path)
    done, new = tmp_path / "去年.txt", tmp_path / "今年.baogao"
    assert main(["fill", str(source), "--answers", str(answers), "--out", str(done)]) == 0
    assert main(["reuse", str(done), "--out", str(new)]) == 0
    capsys.readouterr()
    _, found = run_json(capsys, "scan", new, "--json")
    assert {f["state"] for f in found["fields"]} == {"stale"}
    assert {"12", "3.4", "3月5日", "2025"} <= {f["value"] for f in found["fields"]}
    assert main(["export", str(new), "--out", str(tmp_path / "a.docx")]) == 1


@pytest.mark.parametrize("answer", ["1" * 5000, "〇" * 5000, "\\ud800甲"])
def test_strange_answers_are_no_crash(source, tmp_path, capsys, answer):
    first = open_path(source).report.fields[1].id
    path = tmp_path / "a.json"
    path.write_text(f'{{"{first}": "{answer}"}}', "utf-8")
    assert main(["fill", str(source), "--answers", str(path), "--out", str(tmp_path / "a.baogao")]) == 0
    assert "Traceback" not in capsys.readouterr().err


def test_unknown_layout_and_format(source, tmp_path, capsys):
    assert main(["export", str(source), "--draft", "--layout", "无", "--out", str(tmp_path / "o.docx")]) == 2
    assert main(["export", str(source), "--draft", "--out", str(tmp_path / "o.xyz")]) == 2
    assert list(tmp_path.glob("o.*")) == []
    assert "可以使用的有：公文、" in capsys.readouterr().err


def test_mining_tells_how_many_phrases_a_search_can_find(tmp_path, capsys):
    sample = shipped_samples()[0].path
    library = tmp_path / "库"
    assert main(["mine", str(sample), "--library", str(library)]) == 0
    told = capsys.readouterr().out.splitlines()[-1]
    _status, answer = run_json(capsys, "phrases", "", "--library", library, "--limit", 9999, "--json")
    assert told == f"短语库“{library.name}”现有短语 {len(answer['phrases'])} 条。"


@pytest.mark.parametrize("limit", ["-1", "许多"])
def test_a_limit_is_a_count(limit, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["phrases", "发展", "--limit", limit])
    assert ended.value.code == 2
    assert capsys.readouterr().err == "用法不对：--limit 后面应为 0 或正整数。输入 assistant --help 查看各命令。\n"


def test_ctrl_c_ends_a_command_with_one_line(source, capsys, monkeypatch):
    def interrupted(_opened):
        raise KeyboardInterrupt

    monkeypatch.setattr("assistant.workbench.scanning.scan_values", interrupted)
    assert main(["scan", str(source), "--json"]) == 130
    assert capsys.readouterr().err.count("\n") == 1


def test_standard_input_and_usage_in_a_process(source):
    command = [sys.executable, "-m", "assistant"]
    scanned = subprocess.run(
        [*command, "scan", "-", "--json"], input=REPORT.encode("gb18030"), capture_output=True, check=True
    )
    assert json.loads(scanned.stdout.decode("utf-8"))["source"]["encoding"] == "gb18030"
    wrong = subprocess.run([*command, "scan"], capture_output=True, check=False)
    assert wrong.returncode == 2
    assert wrong.stderr.decode("utf-8").count("\n") == 1


def test_demo_and_selftest(tmp_path, capsys):
    assert main(["demo", "--out", str(tmp_path / "示例 输出")]) == 0
    written = capsys.readouterr().out.split("\n")[:-1]
    assert [line.rsplit(".", 1)[1] for line in written] == ["docx", "docx", "pdf", "baogao"]
    assert main(["selftest"]) == 0


def test_fill_from_a_draft_that_came_back(source, tmp_path, capsys):
    draft, answers, back = tmp_path / "草稿.docx", answers_for(source, tmp_path), tmp_path / "回来.docx"
    assert main(["export", str(source), "--draft", "--out", str(draft)]) == 0
    back.write_bytes(typed_into_controls(draft.read_bytes(), json.loads(answers.read_text("utf-8"))))
    out = tmp_path / "定稿.docx"
    assert main(["fill", str(source), "--answers", str(back), "--out", str(out)]) == 0
    assert "5/5" in capsys.readouterr().out
    assert main(["fill", str(source), "--answers", str(draft), "--out", str(out)]) == 1
    assert main(["fill", str(source), "--answers", str(source.with_suffix(".doc")), "--out", str(out)]) == 2


def test_layout_lists_pages_and_lines(capsys, tmp_path):
    file = tmp_path / "报告.txt"
    file.write_text("关于工作情况的报告\n同志们：\n" + "全面推进各项重点工作" * 60, "utf-8")
    status, listed = run_json(capsys, "layout", str(file), "--layout", "公文", "--json")
    assert status == 0
    assert [page["number"] for page in listed["pages"]] == [1, 2]
    assert listed["pages"][0]["lines"][0] == "关于工作情况的报告"
    assert len(listed["pages"][0]["lines"]) == 21  # one of the 22 rows is the blank one under the title
    assert {len(line) for line in listed["pages"][0]["lines"][3:]} == {28}
