"""Numbers of headings: Chinese numerals, and the labels 一、 （一） 1. （1） read and written.

The order of levels is GB/T 9704-2012 clause 7.3.3; the mark behind each label is GB/T 15834-2011 B.3.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.report.errors import AssistantError

_DIGITS = "零一二三四五六七八九"
_UNITS = ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十"))
_VALUES = {"〇": 0, "○": 0, "两": 2} | {digit: value for value, digit in enumerate(_DIGITS)}
_SMALL_UNIT_VALUES = {"十": 10, "百": 100, "千": 1000}
_LARGE_UNIT_VALUES = {"万": 10**4, "亿": 10**8}
LARGEST = 10**16 - 1
_LONGEST_NUMERAL = 40


def chinese_numeral(value: int) -> str:
    """Return a count as a Chinese numeral: 0 零, 10 十, 21 二十一, 105 一百零五, 20000 二万.

    Raises:
        ValueError: `value` is negative or above `LARGEST`.
    """
    if not 0 <= value <= LARGEST:
        raise ValueError(value)
    written = _spelled_out(value)
    return written.removeprefix("一") if written.startswith("一十") else written


def _spelled_out(value: int) -> str:
    for unit, word in _UNITS:
        if value >= unit:
            head, rest = divmod(value, unit)
            gap = "零" if 0 < rest < unit // 10 else ""
            return _spelled_out(head) + word + gap + (_spelled_out(rest) if rest else "")
    return _DIGITS[value]


def numeral_value(numeral: str) -> int | None:
    """Return the value of a numeral: 十二, 二百零五, 二〇二六, 12, １２; None where it is none."""
    if len(numeral) > _LONGEST_NUMERAL:
        return None
    if re.fullmatch(r"[0-9０-９]+", numeral):
        return int(numeral)
    if not numeral or any(
        c not in _VALUES and c not in _SMALL_UNIT_VALUES and c not in _LARGE_UNIT_VALUES for c in numeral
    ):
        return None
    if all(c in _VALUES for c in numeral):
        return int("".join(str(_VALUES[c]) for c in numeral))
    return _positional_value(numeral)


def _positional_value(numeral: str) -> int:
    total = section = digit = 0
    for c in numeral:
        if c in _VALUES:
            digit = _VALUES[c]
        elif c in _SMALL_UNIT_VALUES:
            section += (digit or (1 if section == 0 or c == "十" else 0)) * _SMALL_UNIT_VALUES[c]
            digit = 0
        else:
            unit = _LARGE_UNIT_VALUES[c]
            section += digit
            total = (total + section) * unit if unit > total > 0 else total + (section or 1) * unit
            section = digit = 0
    return total + section + digit


_CHINESE = "一二三四五六七八九十百"
_OPEN, _CLOSE = "（(﹙", "）)﹚"
# One form a level. Level 3 wants no digit behind the dot: "3.5亿元" and "1.2.3" are no labels.
_LABELS = {
    1: re.compile(rf"([{_CHINESE}]{{1,4}})(?:、|[．.](?=[ 　]*\S))|第([{_CHINESE}]{{1,3}})(?:部分|章|编|篇)"),
    2: re.compile(rf"[{_OPEN}][ 　]*([{_CHINESE}]{{1,4}})[ 　]*[{_CLOSE}][、.．]?|([㈠-㈩])"),
    3: re.compile(r"([0-9０-９]{1,2})(?:[.．](?:(?=20[0-9]{2}年)|(?![0-9０-９]))|、)|([⒈-⒛])"),
    4: re.compile(rf"[{_OPEN}]?[ 　]*([0-9０-９]{{1,2}})[ 　]*[{_CLOSE}][、.．]?|([①-⑳⑴-⒇])"),
}


# Signs that are a whole label, by the one that stands for 1.
_SIGNS = "①⑴㈠⒈"


def _sign_value(sign: str) -> int | None:
    """Return the value of ③ ⑶ ㈢ ⒊, or of the numeral in 第三部分."""
    for first in _SIGNS:
        if len(sign) == 1 and 0 <= ord(sign) - ord(first) < 20:
            return ord(sign) - ord(first) + 1
    return numeral_value(sign)


@dataclass(frozen=True, slots=True)
class Label:
    """The number in front of a heading."""

    level: int
    """1 to 4."""
    value: int
    """What the number says: 3 for 三、 （三） 3. （3）."""
    printed: str
    """As it stands in the text, with its marks: "(五）"."""

    @property
    def is_well_formed(self) -> bool:
        """Whether the label is printed as its level asks for."""
        return self.printed == write_label(self.level, self.value, like=self.printed)


@lru_cache(maxsize=8192)
def read_label(line: str) -> Label | None:
    """Return the label at the very beginning of `line`, or None."""
    for level, pattern in _LABELS.items():
        found = pattern.match(line)
        if found is None:
            continue
        value = _sign_value(found[2]) if found[1] is None else numeral_value(found[1])
        if value is not None and value > 0:
            return Label(level, value, found[0])
    return None


def write_label(level: int, value: int, *, like: str = "") -> str:
    """Return the label of a heading: (1, 3) 三、; (2, 3) （三）; (3, 3) 3.; (4, 3) （3）.

    A label `like` 第一部分 or 第一章 stays one of that form.

    Raises:
        AssistantError: `numbering.level` for a level other than 1 to 4.
    """
    part = re.fullmatch(r"第.+?(部分|章|编|篇)", like)
    if level == 1 and part is not None:
        return f"第{chinese_numeral(value)}{part[1]}"
    if level == 1:
        return f"{chinese_numeral(value)}、"
    if level == 2:
        return f"（{chinese_numeral(value)}）"
    if level == 3:
        return f"{value}."
    if level == 4:
        return f"（{value}）"
    raise AssistantError("numbering.level", level=level)
