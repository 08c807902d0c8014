"""Tables and pictures in the report file: kept exactly, checked on reading, absent where there are none."""

import json
from dataclasses import replace

import pytest

from assistant.report.errors import AssistantError
from assistant.report.model import Report
from assistant.report.pictures import PICTURE_SIGN, Picture
from assistant.report.tables import NO_BORDER, Border, CellAlign, VerticalAlign
from assistant.storage.report_file import SavedReport, decode_report, encode_report
from tests.report.grids import grid

_GRID = grid("aab cdb", first_line=1)
_CELL = replace(
    _GRID.cells[0],
    align=CellAlign.RIGHT,
    vertical=VerticalAlign.TOP,
    fill="D9D9D9",
    borders=(NO_BORDER, Border("double", 6), Border(), Border("dashed", 12)),
)
TABLE = replace(
    _GRID, cells=(_CELL, *_GRID.cells[1:]), header_rows=1, heights_mm=(7.5, 0.0), widths_mm=(20.0, 35.25, 9.0)
)
PICTURE = Picture(bytes(range(256)), "jpeg", 80.5, 60.0, "现场照片", (0.1, 0.0, 0.25, 0.0))
SAVED = SavedReport(Report(f"前\n甲\n乙\n丙\n丁\n后\n{PICTURE_SIGN}", tables=(TABLE,), pictures=(PICTURE,)), "公文")


@pytest.mark.parametrize("compact", [False, True])
def test_they_come_back_as_they_were(compact):
    assert decode_report(encode_report(SAVED, compact=compact)) == SAVED


def test_a_report_without_any_is_written_for_older_programs_too():
    plain = json.loads(encode_report(SavedReport(Report("正文"), "公文")))
    assert plain["version"] == 1
    assert not {"tables", "pictures"} & set(plain)
    assert json.loads(encode_report(SAVED))["version"] == 2


def _broken(change):
    document = json.loads(encode_report(SAVED))
    change(document)
    with pytest.raises(AssistantError) as caught:
        decode_report(json.dumps(document).encode())
    return caught.value.parameters["place"]


def test_what_does_not_fit_is_named():
    assert _broken(lambda d: d["tables"][0].update(first_line=0)) == "tables"
    assert _broken(lambda d: d["tables"][0]["cells"].pop()) == "tables"
    assert _broken(lambda d: d["tables"][0]["cells"][1].__setitem__(6, "oben")) == "tables[0].cells[1][6]"
    assert _broken(lambda d: d["tables"][0]["widths_mm"].__setitem__(0, -1)) == "tables[0].widths_mm[0]"
    assert _broken(lambda d: d["pictures"][0].update(data="!")) == "pictures[0].data"
    assert _broken(lambda d: d["pictures"].append(d["pictures"][0])) == "pictures"
