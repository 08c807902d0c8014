"""The command line where the surroundings are bad: streams, interrupts, names, encodings, full disks."""

import errno
import json
import os
import signal
import subprocess
import sys
import time
import zipfile

import pytest

from assistant.cli import main
from assistant.storage.report_file import load_report
from assistant.workbench.opening import open_path

TEXT = "xx县2025年工作总结\n一、收入情况\n完成xx亿元，增长X%，群众满意度稳步提高。\n"


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "范文.txt"
    path.write_text(TEXT, "utf-8")
    return path


_PROGRAM = f'"{sys.executable}" -m assistant'


@pytest.mark.skipif(os.name == "nt", reason="needs a shell")
@pytest.mark.parametrize(
    ("command", "status", "told"),
    [
        ("scan {} > /dev/full", 2, "结果没有全部输出（ENOSPC），文件未改动。请确认输出位置的磁盘空间后重试。\n"),
        ("scan {} >&-", 0, ""),
        ("scan - <&-", 2, "“-”里没有文字，没有打开。请核对是不是这个文件。\n"),
        ("scan {} --json | head -c 10 > /dev/null", 0, ""),
    ],
)
def test_streams_that_are_closed_or_full(source, command, status, told):
    whole = f"set -o pipefail; {_PROGRAM} {command.format(source)}"
    done = subprocess.run(["bash", "-c", whole], capture_output=True, text=True, encoding="utf-8", cwd=source.parent)
    assert (done.returncode, done.stdout, done.stderr) == (status, "", told)


@pytest.mark.skipif(os.name == "nt", reason="Windows has another way to interrupt")
def test_an_interrupt_is_one_sentence():
    waiting = subprocess.Popen(
        [sys.executable, "-m", "assistant", "complete"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # a suite that runs in the background of a shell hands on that interrupts are passed over
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    with waiting:
        assert waiting.stdin is not None
        assert waiting.stdout is not None
        waiting.stdin.write(b'{"before": "", "section": ""}\n')
        waiting.stdin.flush()
        waiting.stdout.readline()
        waiting.send_signal(signal.SIGINT)
        told = waiting.communicate()[1]
    assert (waiting.returncode, told) == (130, "已中断。没有写完的文件不会留下，原有文件未改动。\n".encode())


@pytest.mark.skipif(os.name == "nt", reason="names are not bytes there")
def test_a_name_in_another_encoding_is_shown_and_kept(tmp_path, capsys):
    source = tmp_path / os.fsdecode("报告".encode("gb18030") + b".txt")
    source.write_text(TEXT, "utf-8")
    library = tmp_path / "短语库"
    assert main(["export", str(source), "--draft", "--out", str(tmp_path / "r.baogao")]) == 0
    assert main(["mine", str(source), "--library", str(library)]) == 0
    assert main(["scan", str(source)]) == 0
    told = capsys.readouterr()
    assert "[1/1] 报告.txt：" in told.out
    assert "报告.txt（utf-8，" in told.out
    assert main(["scan", str(source.with_suffix(".doc"))]) == 2
    assert capsys.readouterr().err == "找不到文件“报告.doc”。请核对位置和文件名后再打开。\n"
    assert load_report(tmp_path / "r.baogao").source_name == "报告.txt"


def test_a_full_disk_for_temporary_files_is_told(source, tmp_path, capsys, monkeypatch):
    def full(*_args, **_options):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("openpyxl.worksheet._writer.NamedTemporaryFile", full)
    assert main(["sheet", str(source), "--out", str(tmp_path / "s.xlsx")]) == 2
    assert capsys.readouterr().err == (
        "存放临时文件的磁盘已满或不能写入，采集表“s.xlsx”没有写入，原文件未改动。请清理磁盘后重试。\n"
    )
    assert not (tmp_path / "s.xlsx").exists()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_answers_that_an_editor_saved_in_another_encoding(source, tmp_path, encoding):
    place = next(field.id for field in open_path(source).report.fields if field.kind.value == "place")
    answers = tmp_path / "a.json"
    answers.write_bytes(json.dumps({place: "青禾县"}, ensure_ascii=False).encode(encoding))
    assert main(["fill", str(source), "--answers", str(answers), "--out", str(tmp_path / "r.txt"), "--draft"]) == 0
    assert "青禾县" in (tmp_path / "r.txt").read_text("utf-8-sig")


@pytest.mark.parametrize(("limit", "lines"), [("99999999999999999999", 5), ("1", 1)])
def test_a_limit_of_any_size_is_taken(source, tmp_path, capsys, limit, lines):
    library = str(tmp_path / "短语库")
    assert main(["mine", str(source), "--library", library]) == 0
    capsys.readouterr()
    assert main(["phrases", "", "--library", library, "--limit", limit, "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["phrases"]) == lines


@pytest.mark.parametrize("seconds", [0, 5_000_000_000])
def test_a_clock_that_a_zip_cannot_hold_changes_nothing(source, tmp_path, monkeypatch, seconds):
    """1970 where its battery is empty; 2128."""
    document = tmp_path / "范文.docx"
    assert main(["export", str(source), "--draft", "--out", str(document)]) == 0
    real = time.localtime
    monkeypatch.setattr(time, "time", lambda: float(seconds))
    monkeypatch.setattr(time, "localtime", lambda when=None: real(seconds if when is None else when))
    assert main(["export", str(source), "--draft", "--out", str(tmp_path / "r.docx")]) == 0
    assert main(["sheet", str(source), "--out", str(tmp_path / "s.xlsx")]) == 0
    assert main(["check", str(document), "--docx-comments", str(tmp_path / "c.docx")]) == 1
    for name in ("r.docx", "s.xlsx", "c.docx"):
        with zipfile.ZipFile(tmp_path / name) as package:
            assert package.testzip() is None
