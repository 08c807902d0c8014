from __future__ import annotations

from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.report.errors import AssistantError
from assistant.report.model import Report
from assistant.storage import versions
from assistant.storage.folders import data_folder
from assistant.storage.kept_copy import CopyHead, read_copy
from assistant.storage.report_file import SavedReport, encode_report
from assistant.storage.versions import (
    Reason,
    Version,
    bytes_of_versions,
    keep_version,
    name_version,
    remove_all_versions,
    remove_version,
    thinned,
    versions_of,
    versions_of_file,
)

NUMBERS = count()
NOW = 1_770_000_000.0


def head(
    seconds: float, reason: Reason = Reason.SAVED, *, report_id: str = "a", name: str = "", path: str = ""
) -> CopyHead:
    when = datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
    return CopyHead(report_id, when, reason.value, name, path=path)


def body(text: str) -> bytes:
    return encode_report(SavedReport(Report(text), "公文"))


def version(age: float, size: int = 1, *, is_named: bool = False) -> Version:
    return Version(Path(f"{age}-{next(NUMBERS)}"), head(NOW - age, Reason.NAMED if is_named else Reason.TIMED), size)


def test_versions_of_a_report_latest_first():
    for number in (1, 2, 3):
        keep_version(head(NOW + number), body(str(number)))
    keep_version(head(NOW, report_id="b"), body("另一份"))
    found = versions_of("a")
    assert [read_copy(one.path)[1].report.text for one in found] == ["3", "2", "1"]
    remove_version(found[0])
    remove_version(found[0])
    assert len(versions_of("a")) == 2
    assert versions_of("none") == ()
    assert bytes_of_versions() == sum(one.size for one in (*versions_of("a"), *versions_of("b")))
    remove_all_versions()
    assert (versions_of("a"), bytes_of_versions()) == ((), 0)


def texts(found):
    return [read_copy(one.path)[1].report.text for one in found]


def test_the_latest_is_the_one_kept_last_although_the_clock_was_set_back(tmp_path):
    path = str(tmp_path / "总结.baogao")
    for number, seconds in enumerate((NOW, NOW + 60, NOW - 86_400, NOW - 86_340)):
        keep_version(head(seconds, path=path), body(str(number)))
    keep_version(head(NOW - 80_000, report_id="b", path=path), body("另一份"))
    assert texts(versions_of("a")) == ["3", "2", "1", "0"]
    assert texts(versions_of_file(tmp_path / "总结.baogao")) == ["另一份", "3", "2", "1", "0"]
    name_version(versions_of("a")[2], "送审稿")
    assert texts(versions_of("a")) == ["3", "2", "1", "0"]


def test_thinning_leaves_the_one_kept_last_although_the_clock_was_set_back(monkeypatch):
    monkeypatch.setattr(versions, "MOST_BYTES", 1)
    keep_version(head(NOW), body("昨天"))
    keep_version(head(NOW - 86_400 * 400), body("今天"))
    assert texts(versions_of("a")) == ["今天"]


def test_versions_kept_before_they_had_numbers_come_after_those_with_one():
    kept = [keep_version(head(NOW + number), body(str(number))) for number in (2, 1, 0)]
    for one in kept[:2]:
        one.path.rename(one.path.with_name(f"{one.path.name.split('.')[0]}.version"))
    assert texts(versions_of("a")) == ["0", "2", "1"]
    keep_version(head(NOW - 5), body("新"))
    assert texts(versions_of("a"))[0] == "新"


def test_equal_state_is_not_kept_again_unless_it_gets_a_name():
    assert keep_version(head(NOW), body("一")) is not None
    assert keep_version(head(NOW + 1, Reason.EXPORT), body("一")) is None
    assert keep_version(head(NOW + 2, Reason.NAMED, name="送审稿"), body("一")) is not None
    assert [one.head.name for one in versions_of("a")] == ["送审稿", ""]


def test_a_version_gets_a_name():
    keep_version(head(NOW), body("一"))
    (kept,) = versions_of("a")
    named = name_version(kept, "送审稿")
    assert versions_of("a")[0].head == named.head
    assert named.is_named
    assert read_copy(kept.path)[1].report.text == "一"


def test_versions_of_a_file_whatever_its_report(tmp_path):
    keep_version(head(NOW, path=str(tmp_path / "x.baogao")), body("一"))
    keep_version(head(NOW + 5, report_id="b", path=str(tmp_path / "x.baogao")), body("二"))
    keep_version(head(NOW, report_id="b", path=str(tmp_path / "y.baogao")), body("三"))
    found = versions_of_file(tmp_path / "x.baogao")
    assert [read_copy(one.path)[1].report.text for one in found] == ["二", "一"]


@pytest.mark.parametrize("report_id", ["", "../../../etc", "a\0b", "CON", "\ud800", "长" * 500])
def test_an_id_never_becomes_a_path(report_id):
    keep_version(head(NOW, report_id=report_id), body("一"))
    (found,) = versions_of(report_id)
    assert found.path.parent.parent == data_folder() / "versions"
    assert len(found.path.parent.name) == 32


def test_a_damaged_version_is_passed_over_or_told():
    keep_version(head(NOW), body("一"))
    (kept,) = versions_of("a")
    data = kept.path.read_bytes()
    kept.path.write_bytes(data[:-5])
    with pytest.raises(AssistantError):
        read_copy(versions_of("a")[0].path)
    kept.path.write_bytes(b"x")
    assert versions_of("a") == ()


def test_folder_that_cannot_be_used_is_told(monkeypatch):
    (data_folder() / "versions").write_bytes(b"")
    with pytest.raises(AssistantError, match="folder"):
        keep_version(head(NOW), body("一"))


def test_thinning_by_age():
    minutes = [version(60.0 * n) for n in range(60)]
    assert thinned(minutes, now=NOW) == []
    # NOW is a whole quarter of an hour and a half: slots begin at whole quarters
    hours = [version(3600.0 * 5 + 60.0 * n) for n in range(30)]
    assert len(hours) - len(thinned(hours, now=NOW)) in (2, 3)
    days = [version(86_400.0 * 5 + 3600.0 * n) for n in range(48)]
    assert len(days) - len(thinned(days, now=NOW)) in (2, 3)
    weeks = [version(86_400.0 * (40 + n)) for n in range(21)]
    assert len(weeks) - len(thinned(weeks, now=NOW)) in (3, 4)


def test_of_one_slot_the_latest_stays():
    early, late = version(5 * 86_400.0 + 20), version(5 * 86_400.0 + 10)
    assert thinned([early, late], now=NOW) == [early]


def test_named_ones_stay_whatever_their_age_and_size():
    kept = [version(86_400.0 * 400 + n, 10**9, is_named=True) for n in range(5)]
    assert thinned(kept, now=NOW) == []


def test_oldest_go_where_there_is_too_much():
    many = [version(60.0 * n, 10) for n in range(1, 8)]
    assert thinned(many, now=NOW, most_bytes=45) == [many[6], many[5], many[4]]
    assert thinned([version(1, 100)], now=NOW, most_bytes=45) == []


def test_limit_over_all_reports(monkeypatch):
    monkeypatch.setattr(versions, "MOST_BYTES", 3 * len(body("甲" * 500)))
    for number in range(6):
        keep_version(head(NOW + number, report_id=str(number)), body(f"{number}" + "甲" * 500))
    assert [len(versions_of(str(number))) for number in range(6)] == [0, 0, 0, 0, 1, 1]


ages = st.lists(st.tuples(st.floats(0, 10**8), st.integers(0, 10**7), st.booleans()), max_size=40)


@given(ages)
def test_thinning_keeps_its_promises(made):
    all_of = [version(age, size, is_named=is_named) for age, size, is_named in made]
    going = thinned(all_of, now=NOW)
    assert not any(one.is_named for one in going)
    staying = [one for one in all_of if one not in going]
    automatic = [one for one in all_of if not one.is_named]
    if automatic:
        latest = max(automatic, key=lambda one: one.seconds)
        assert any(one.seconds == latest.seconds for one in staying)
