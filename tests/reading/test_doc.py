"""Binary Word documents: one that LibreOffice made, damage, and what only looks like one."""

import random
import struct
from pathlib import Path

import pytest

from assistant.reading.doc import _pieces, read_doc
from assistant.report.errors import AssistantError

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
