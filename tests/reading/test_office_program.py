"""Word or WPS as the reader of last resort, played by a little script in a process of its own."""

import sys
import time
from pathlib import Path

import pytest

from assistant.reading import office_program
from assistant.reading.office_program import convert_with_office, looks_broken, office_command
from assistant.report.errors import AssistantError
from assistant.workbench.opening import open_bytes
from assistant.workbench.sentences import describe_error
from tests.reading.word_files import document, paragraph

DOC = Path(__file__).parent.parent / "cases" / "documents" / "made_by_libreoffice.doc"
BROKEN = bytes.fromhex("d0cf11e0a1b11ae1") + b"\xff" * 600
CHINESE = "今年以来，全县上下稳步推进各项工作，完成固定资产投资，财政收入稳步增长，民生得到改善。" * 3
BEGIN = "import sys, time, pathlib\nsource, made, begun = map(pathlib.Path, sys.argv[1:])\n"


@pytest.fixture
def office(tmp_path):
    """Make the words that begin a program of these lines."""

    def make(lines):
        script = tmp_path / "office.py"
        script.write_text(BEGIN + lines, "utf-8")
        return (sys.executable, str(script))

    return make


@pytest.fixture
def copies(tmp_path):
    return tmp_path / "copies"


def convert(command, copies, **options):
    return convert_with_office(BROKEN, ".wps", copies, command=command, **options)


def test_it_gets_a_copy_with_its_suffix_and_nothing_stays(office, copies):
    made = convert(office("made.write_bytes(source.suffix.encode() + source.read_bytes()[:8])"), copies)
    assert made == b".wps" + BROKEN[:8]
    assert list(copies.iterdir()) == []


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("sys.exit(3)", "office.missing"),
        ("sys.exit(4)", "office.refused"),
        ("sys.exit(5)", "office.refused"),
        ("sys.exit(77)", "office.refused"),
        ("made.write_bytes(b'')", "office.refused"),
        ("pass", "office.missing"),
    ],
)
def test_what_goes_wrong(office, copies, lines, code):
    with pytest.raises(AssistantError, match=code.replace(".", r"\.")):
        convert(office(lines), copies)
    assert list(copies.iterdir()) == []


def test_one_that_hangs_is_ended_in_time(office, copies):
    began = time.monotonic()
    with pytest.raises(AssistantError) as caught:
        convert(office("begun.write_text('1'); time.sleep(60)"), copies, seconds=1.0)
    assert describe_error(caught.value).startswith("Word 或 WPS 在 1 秒内没有打开这个文件")
    assert time.monotonic() - began < 20
    assert list(copies.iterdir()) == []


def test_the_clerk_may_stop_it(office, copies):
    with pytest.raises(AssistantError, match=r"office\.cancelled"):
        convert(office("time.sleep(60)"), copies, is_cancelled=lambda: True)


def test_no_program_to_begin(copies, tmp_path):
    for command in (None, (str(tmp_path / "no such program"),)):
        with pytest.raises(AssistantError, match=r"office\.missing"):
            convert(command, copies)


def test_only_windows_has_one():
    assert office_command("posix") is None
    words = office_command("nt")
    assert words[0].endswith(r"\System32\cscript.exe")
    assert words[1:4] == ("//B", "//Nologo", "//E:JScript")
    assert Path(words[4]).read_text("utf-8").startswith("// Opens a document")


# --- When it is asked -----------------------------------------------------------------------------------------------


def made_by_office(_data, _suffix):
    return document(paragraph("由其他程序读出的工作总结"))


def refused(code):
    def convert(_data, _suffix):
        raise AssistantError(code)

    return convert


def never(_data, _suffix):
    raise AssertionError("nobody is to be asked")


def test_our_own_reader_comes_first():
    opened = open_bytes(DOC.read_bytes(), "a.doc", ".doc", convert=never)
    assert opened.report.text.startswith("青禾县工作总结\n一、收入情况")
    assert "notice.office" not in opened.notices


@pytest.mark.parametrize("data", [BROKEN, b"WPS 2.0 for DOS"])
def test_what_it_refuses_goes_to_the_other_program(data):
    opened = open_bytes(data, "a.wps", ".wps", convert=made_by_office)
    assert opened.report.text == "由其他程序读出的工作总结"
    assert opened.notices == ("notice.office",)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("office.missing", "file.broken_document"),
        ("office.refused", "office.refused"),
        ("office.too_slow", "office.too_slow"),
        ("office.cancelled", "office.cancelled"),
    ],
)
def test_what_is_told_where_both_fail(code, told):
    with pytest.raises(AssistantError) as caught:
        open_bytes(BROKEN, "a.doc", ".doc", convert=refused(code))
    assert caught.value.code == told


def test_a_document_with_a_password_is_given_to_nobody(tmp_path):
    from tests.reading.ole_files import container

    protected = container({"WordDocument": b"\0" * 10 + b"\x00\x01" + b"\0" * 600})
    with pytest.raises(AssistantError, match=r"file\.encrypted"):
        open_bytes(protected, "a.doc", ".doc", convert=never)


def test_garbage_of_our_own_goes_to_the_other_program_too(monkeypatch):
    garbage = office_program.DocumentText("\ufffdÃÂ" * 200, ())
    monkeypatch.setattr(office_program, "read_doc", lambda _data: garbage)
    read = office_program.read_doc_or_convert(b"", ".doc", made_by_office)
    assert read.text == "由其他程序读出的工作总结"
    assert office_program.read_doc_or_convert(b"", ".doc", refused("office.refused")) is garbage


@pytest.mark.parametrize(
    ("text", "is_broken"),
    [
        (CHINESE, False),
        ("Report of 2025, in English only.", False),
        ("今年完成XX亿元，增长X%。", False),
        ("財政收入穩步增長，發展計劃圓滿完成，產業結構優化，縣區經濟總體運行態勢良好。" * 4, False),
        ("", True),
        (CHINESE.encode("gb18030").decode("cp1252", "replace"), True),
        (CHINESE.encode("gb18030").decode("utf-16-le", "replace"), True),
        ("".join(chr(0x4E00 + 37 * n % 0x51A0) for n in range(600)), True),
    ],
)
def test_text_that_is_garbage(text, is_broken):
    assert looks_broken(text) is is_broken
