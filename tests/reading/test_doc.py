"""Binary Word documents: one that LibreOffice made, damage, and what only looks like one."""

import random
import struct
from pathlib import Path

import olefile
import pytest

from assistant.reading.doc import _pieces, read_doc
from assistant.reading.doc_formatting import lists_of
from assistant.report.errors import AssistantError
from tests.reading.ole_files import container

STYLED = Path(__file__).parent.parent / "cases" / "documents" / "styled_by_libreoffice.doc"
MADE = Path(__file__).parent.parent / "cases" / "documents" / "made_by_libreoffice.doc"
# The document has lists, a tracked change, a field, hidden text, a table, a soft break, a text box and a comment.
TEXT = (
    "青禾县工作总结\n一、收入情况\n（一）税收收入\n1.增值税\n2.消费税\n（二）非税收入\n项目符号\n完成12亿元。\n"
    "截至11/21/26，𠮷完成。\n可见\n项目\n金额\n\n税收\n12\n\n上行\n下行“引号”——破折…℃×\n二、支出情况\n有批注"
)
TOLD = ("file.broken_document", "file.encrypted", "file.not_word", "file.too_complex", "file.too_long")


def test_all_that_the_page_shows():
    read = read_doc(MADE.read_bytes())
    assert read.text == TEXT + "\n\n框内文字"
    assert set(read.notices) == {
        "notice.changes",
        "notice.comments",
        "notice.hidden",
        "notice.numbering",
        "notice.tables",
        "notice.text_boxes_at_end",
    }


def test_damage_is_told_by_one_code():
    whole = MADE.read_bytes()
    chance = random.Random(5)
    for _ in range(300):
        damaged = bytearray(whole)
        for _ in range(chance.randrange(1, 8)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        try:
            text = read_doc(bytes(damaged[: chance.choice((None, chance.randrange(len(damaged))))])).text
        except AssistantError as error:
            text = error.code
        text.encode("utf-8")
        assert not text.startswith("file.") or text in TOLD


def test_pieces_that_name_the_same_bytes_again_and_again():
    """A text may not be longer than its file can hold."""
    stream = bytearray(b"\0" * 4096)
    pieces = 2000
    table = struct.pack(f"<{pieces + 1}I", *range(0, 4000 * (pieces + 1), 4000)) + b"\0\0\0\0\0\0\0\0" * pieces
    packed = b"\x02" + struct.pack("<I", len(table)) + table
    with pytest.raises(AssistantError, match=r"file\.broken_document"):
        list(_pieces(bytes(stream), packed))


@pytest.mark.parametrize(("data", "code"), [(b"", "broken_document"), (b"text", "broken_document")])
def test_what_is_no_container(data, code):
    with pytest.raises(AssistantError, match=rf"file\.{code}"):
        read_doc(data)


# --- Numbers by style, and lists that are changed where they are used -------------------------------------------------

NUMBERED = (
    "青禾县工作总结\n一、收入情况\n（一）税收收入\n完成12亿元。\n（二）非税收入\n二、支出情况\n不编号的标题\n（一）教育支出\n"
    "五、另起的列表\n一、第二项\n三、其他情况"
)
LIST, LEVEL = b"\x0b\x46", b"\x0a\x26"


def test_numbers_of_headings():
    assert read_doc(STYLED.read_bytes()).text == NUMBERED


def test_numbers_that_only_the_style_knows():
    """As Word writes headings: the paragraph names its style, the style its list; what says "no list" stays."""
    data = bytearray(STYLED.read_bytes())
    for list_index in (1, 2, 3):
        _put_in_paragraphs(data, LIST + struct.pack("<H", list_index), b"\x2d\x44")
    _put_in_paragraphs(data, LEVEL, b"\x05\x24")
    assert read_doc(bytes(data)).text == (
        "青禾县工作总结\n一、收入情况\n（一）税收收入\n完成12亿元。\n非税收入\n二、支出情况\n不编号的标题\n（一）教育支出\n"
        "另起的列表\n第二项\n三、其他情况"
    )


def _put_in_paragraphs(data, code, other):
    """Put another modifier of the same length in its place; the style sheet stands in the first sectors."""
    at = data.find(code, 4096)
    while at >= 0:
        data[at : at + 2] = other
        at = data.find(code, at + 1)


def test_a_use_of_a_list_that_begins_anew_and_has_a_level_of_its_own():
    """[MS-DOC] 2.9.128, 2.9.132: the second use begins at 5 and prints its second level as （%2）."""

    def level(start, pattern):
        text = pattern.encode("utf-16-le")
        return struct.pack("<iBB18xBB2x", start, 39, 0, 0, 0) + struct.pack("<H", len(text) // 2) + text

    lists = struct.pack("<H", 1) + struct.pack("<i22xBx", 7, 0) + b"".join(level(1, "\0、") for _ in range(9))
    uses = struct.pack("<I", 2) + struct.pack("<i8xB3x", 7, 0) + struct.pack("<i8xB3x", 7, 2)
    uses += b"\xff" * 4 + b"\xff" * 4 + struct.pack("<iI", 5, 0x10) + struct.pack("<iI", 1, 0x21) + level(1, "（\1）")
    found = lists_of(lists + uses, 0, len(lists))
    assert (found[1].own_id, found[1].levels[0].start, found[1].restarts) == (7, 1, frozenset())
    assert (found[2].own_id, found[2].levels[0].start, found[2].restarts) == (7, 5, frozenset({0}))
    assert (found[1].levels[1].pattern, found[2].levels[1].pattern) == ("%1、", "（%2）")


# --- WPS ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("streams", "code"),
    [
        ({"MatOST": b"", "MM": b""}, "works"),
        ({"CONTENTS": b"CHNKWKS"}, "works"),
        ({"Workbook": b""}, "not_word"),
        ({"KSO_UNKNOWN": b""}, "not_word"),
    ],
)
def test_containers_of_other_programs(streams, code):
    with pytest.raises(AssistantError, match=rf"file\.{code}"):
        read_doc(container(streams))


def test_the_same_structure_under_the_name_of_wps():
    with olefile.OleFileIO(STYLED) as made:
        parts = {name: made.openstream(name).read() for name in ("WordDocument", "1Table")}
    renamed = container({"1Table": parts["1Table"], "WpsDocument": parts["WordDocument"]})
    assert read_doc(renamed).text == NUMBERED
