"""Files of every released version are read for good. A fixture is written once, by its release, and never again."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from assistant import __version__
from assistant.report.fields import Kind, Link, State
from assistant.report.model import Role
from assistant.storage.answer_book import AnswerBook, load_answer_book, save_answer_book
from assistant.storage.check_choices import CheckChoices, load_check_choices, save_check_choices
from assistant.storage.folders import data_folder, settings_folder
from assistant.storage.kept_copy import CopyHead, read_copy
from assistant.storage.report_file import VERSION, Cleaned, decode_report, encode_report, load_report
from assistant.storage.salvage import salvage_report
from assistant.storage.settings import RecentFile, Settings, load_settings, save_settings, unsealed

FOLDER = Path(__file__).parent / "released"
FILES = sorted(FOLDER.glob("*.baogao"))


def test_every_format_version_and_this_release_have_a_file():
    versions = {json.loads(path.read_bytes())["version"] for path in FILES}
    assert versions == set(range(1, VERSION + 1))
    assert __version__ in {path.stem for path in FILES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_all_that_the_file_holds_is_read(path):
    saved = load_report(path)
    report = saved.report
    assert report.text.startswith("关于2025年工作情况的报告\n县委：\n")
    assert report.role_overrides == (("青禾县财政局", Role.SIGNATURE),)
    assert [(one.kind, one.state, one.value) for one in report.fields] == [
        (Kind.NUMBER, State.OPEN, ""),
        (Kind.PERCENT, State.FILLED, "12.5"),
        (Kind.DATE, State.WAIVED, ""),
        (Kind.NUMBER, State.STALE, "3"),
        (Kind.ORG, State.CONFIRMED, "青禾"),
    ]
    assert [report.text[place.start : place.end] for one in report.fields for place in one.occurrences] == [
        "xx", "XX", "12.5", "X月X日", "3", "青禾",
    ]  # fmt: skip
    assert [place.link for place in report.fields[0].occurrences] == [Link.CERTAIN, Link.SUGGESTED]
    assert (report.fields[0].note, report.fields[1].source) == ("问统计局", "统计局")
    assert (saved.layout, saved.source_name, saved.source_encoding) == ("讲话稿", "范文.txt", "gb18030")
    assert saved.cleaned == (Cleaned(3, 9, "- 1 -", "page_line"),)
    assert saved.extra == {"将来": [1, {"a": None}]}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_saving_it_today_changes_nothing_of_the_report(path):
    saved = load_report(path)
    assert decode_report(encode_report(saved)) == saved


def test_tables_and_pictures_of_version_2_are_read():
    report = load_report(FOLDER / "0.1.0-tables.baogao").report
    (table,), (picture,) = report.tables, report.pictures
    lines = report.text.split("\n")[table.first_line : table.end_line]
    assert lines == ["项目", "数量", "", "收入"]
    assert [(cell.row, cell.column, cell.row_span, cell.column_span) for cell in table.cells] == [
        (0, 0, 1, 2), (1, 0, 2, 1), (1, 1, 1, 1), (2, 1, 1, 1),
    ]  # fmt: skip
    first = table.cells[0]
    assert (first.align, first.vertical, first.fill) == ("centre", "top", "D9D9D9")
    assert [(edge.style, edge.width) for edge in first.borders] == [
        ("none", 0),
        ("double", 6),
        ("single", 4),
        ("single", 4),
    ]
    assert (table.widths_mm, table.heights_mm, table.header_rows) == ((20.0, 35.25), (7.5, 0.0, 0.0), 1)
    assert (picture.kind, picture.width_mm, picture.height_mm, picture.description) == ("png", 40.0, 30.5, "现场")
    assert picture.crop == (0.1, 0.0, 0.0, 0.25)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
@pytest.mark.parametrize("share", [0.3, 0.6, 0.9, 0.99])
def test_a_damaged_file_of_any_release_yields_what_is_readable(path, share):
    """Cut off anywhere behind its first lines: all lines in front of the cut are there, and it can be saved."""
    data, whole = path.read_bytes(), load_report(path).report
    cut = data[: int(len(data) * share)]
    salvaged = salvage_report(cut)
    assert salvaged is not None
    lines = [line for line in whole.text.split("\n") if f'"{line}",'.encode() in cut]
    assert lines
    assert set(lines) <= set(salvaged.report.text.split("\n"))
    assert decode_report(encode_report(salvaged)) == salvaged


def test_tables_and_pictures_come_back_where_no_line_of_the_text_is_lost():
    path = FOLDER / "0.1.0-tables.baogao"
    data, whole = path.read_bytes(), load_report(path).report
    assert whole.tables
    assert whole.pictures
    behind = data.index('"将来"'.encode())
    salvaged = salvage_report(data[:behind])
    assert salvaged is not None
    assert (salvaged.report.tables, salvaged.report.pictures) == (whole.tables, whole.pictures)
    pictures = data.index(b'"pictures"')
    salvaged = salvage_report(data[: pictures + 60])
    assert salvaged is not None
    assert (salvaged.report.tables, salvaged.report.pictures) == (whole.tables, ())
    salvaged = salvage_report(data.replace("县委：".encode(), b"\\q"))
    assert salvaged is not None
    assert salvaged.report.tables == ()


def test_settings_of_the_first_release_are_read():
    shutil.copy(FOLDER / "0.1.0-settings.json", settings_folder() / "settings.json")
    settings = load_settings()
    assert settings == Settings(
        layout="讲话稿",
        zoom=125,
        theme="dark",
        completion="list",
        recent=(
            RecentFile("/报告/讲话.baogao", "在全县会议上的讲话", "2026-01-05T08:00:00"),
            RecentFile("/报告/总结.txt", "2024年总结", "2025-12-30T09:30:00"),
        ),
        window_geometry="d2cefa0c:AQJnZW9tZXRyeQ==",
        panel_places="feaf6c55:cGxhY2Vz",
        preview_share=60,
        hints_seen=True,
        recent_characters=("〔", "〇"),
        last_folder="/报告",
        unknown={"将来": [1, {"a": None}]},
    )
    assert unsealed(settings.window_geometry) == b"\x01\x02geometry"
    save_settings(settings)
    assert load_settings() == settings


def test_an_answer_book_of_the_first_release_is_read():
    shutil.copy(FOLDER / "0.1.0-answer_book.json", data_folder() / "answer_book.json")
    book = load_answer_book()
    assert book == AnswerBook(
        "江南省", "青云市", "青禾县", "青禾县财政局", "县财政局", "财政", "青云市财政局", "张三", "李四",
        (("办公室电话", "0571-1234567"),), {"将来": [1]},
    )  # fmt: skip
    save_answer_book(book)
    assert load_answer_book() == book


def test_check_choices_of_the_first_release_are_read():
    shutil.copy(FOLDER / "0.1.0-check_choices.json", data_folder() / "check_choices.json")
    choices = load_check_choices()
    assert choices == CheckChoices(
        ("word-near", "mark-space"), (("word-doubled", "天天"),), (("阀值", "阈值"),), unknown={"将来": [1]}
    )
    save_check_choices(choices)
    assert load_check_choices() == choices


def test_a_recovery_copy_of_the_first_release_is_read():
    head, saved = read_copy(FOLDER / "0.1.0.unsaved")
    assert head == CopyHead(
        "0123abcd", "2026-01-05T08:00:00.000+08:00", "unsaved", "", "关于2025年工作情况的报告", "/报告/情况.baogao",
        "/报告/范文.txt", "00ff",
    )  # fmt: skip
    assert saved == load_report(FOLDER / "0.1.0-tables.baogao")
