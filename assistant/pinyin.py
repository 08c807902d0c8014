"""The readings of characters in a lean form: pypinyin's file as it is, looked into where it is asked.

pypinyin's own table takes twelve megabytes of memory, and as much again for its phrases, which nobody here asks for.
"""

from __future__ import annotations

import re
from array import array
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_FIRST, _LAST = 0x4E00, 0x9FFF
_ROW = re.compile(rb'"(\d+)": "')


class Readings:
    """The syllables of each character, with their tones."""

    def __init__(self, rows: bytes) -> None:
        """Take rows of a code point and its syllables, as pypinyin has them: `"19968": "yī",`."""
        self._rows = rows
        self._starts = array("I", [0]) * (_LAST - _FIRST + 1)
        for found in _ROW.finditer(rows):
            code = int(found[1])
            if _FIRST <= code <= _LAST:
                self._starts[code - _FIRST] = found.end()

    def of(self, character: str) -> str:
        """Return the syllables of one character, commonest first and parted by commas; "" where none is known."""
        code = ord(character)
        if _FIRST <= code <= _LAST:
            start = self._starts[code - _FIRST]
        else:
            row = b'"%d": "' % code
            start = self._rows.find(row) + len(row) if row in self._rows else 0
        return self._rows[start : self._rows.index(b'"', start)].decode("utf-8") if start else ""


@cache
def readings() -> Readings:
    """Return the readings of pypinyin; its file is read once, its code not at all."""
    found = find_spec("pypinyin")
    assert found is not None, "pypinyin is installed with the program"
    assert found.origin is not None
    return Readings((Path(found.origin).parent / "pinyin_dict.json").read_bytes())
