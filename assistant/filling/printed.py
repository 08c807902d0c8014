"""Figures as they are printed: what value stands there, how exact it is, and writing another one in the same form."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from assistant.filling.figures import Measure, Unit, unit_behind
from assistant.filling.intervals import Interval
from assistant.filling.relation_words import pattern
from assistant.report.model import Report
from assistant.report.numbering import LARGEST, chinese_numeral, numeral_value
from assistant.report.relations import Operand

_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，－＋", "0123456789.,-+")
_SHAPE = re.compile(r"(?P<about>约|近|超过|超|逾)?(?P<digits>[+-]?\d[\d,]*(?:\.\d+)?)(?P<more>余|多)?")
_DECIMALS = re.compile(r"[.．]([0-9XxＸｘ×✕*＊○〇]+)$")
_DIMENSIONLESS = Unit(Measure.QUANTITY, "", Decimal(1), "", "", 0)
# What a percentage is printed with where neither mask nor neighbours say more.
_PERCENT_PLACES = 1
_TIMES_PLACES = 2


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed figure: its value in the unit's dimension, and every value that would be printed so."""

    text: str
    value: Decimal
    span: Interval
    unit: Unit
    places: int

    @property
    def step(self) -> Decimal:
        """What one unit of the last printed place is worth."""
        return self.unit.scale.scaleb(-self.places)


def read_printed(report: Report, operand: Operand, instead: Mapping[int, str]) -> Printed | None:
    """Return the figure that stands in a place, or the one in `instead` by its start; None where there is none."""
    text = instead.get(operand.start, report.text[operand.start : operand.end])
    unit = unit_behind(report.text, operand.end) or _DIMENSIONLESS
    before = report.text[max(0, operand.start - 2) : operand.start]
    about = pattern("units", "about").search(before.split("\n")[-1])
    return read_figure(text, unit, about[0] if about is not None else "")


def read_figure(text: str, unit: Unit, about: str = "") -> Printed | None:
    """Return what a figure says: 12.5, 1,234.50, 十二, 约300, 300余, -3.1; `about` is 约, 近, 超 in front of it."""
    bare = "".join(text.split()).translate(_FULL_WIDTH)
    shape = _SHAPE.fullmatch(bare)
    if shape is not None:
        digits = shape["digits"].replace(",", "")
        value = Decimal(digits)
        places = len(digits.partition(".")[2])
        about, more = shape["about"] or about, shape["more"] or unit.more
    else:
        whole = numeral_value(bare)
        if whole is None:
            return None
        value, places, more = Decimal(whole), 0, unit.more
    low, high = _spread(value, places, unit, about, more)
    span = Interval(low * unit.scale, high * unit.scale)
    return Printed(text, value * unit.scale, span, unit, places)


def _spread(value: Decimal, places: int, unit: Unit, about: str, more: str) -> tuple[Decimal, Decimal]:
    """Return the least and the largest value that is printed so."""
    round_to = _rounded_to(value, places)
    if more or about in ("超", "超过", "逾"):
        return value, value + round_to
    if about == "近":
        return value - round_to, value
    if about:
        return value - round_to / 2, value + round_to / 2
    if _is_counted(unit) and not places:
        return value, value
    half = Decimal(1).scaleb(-places) / 2
    return value - half, value + half


def _rounded_to(value: Decimal, places: int) -> Decimal:
    """Return the place of the last digit that is not 0: 100 for 300, 0.1 for 12.5."""
    step = Decimal(1).scaleb(-places)
    while value and not places and value % (step * 10) == 0:
        step *= 10
    return step


def _is_counted(unit: Unit) -> bool:
    """Whether a figure without decimals is exact: 67个 and 2026年 are, 5000万元 and 3万人次 are rounded."""
    if unit.measure is Measure.YEAR:
        return True
    return unit.measure is Measure.QUANTITY and unit.scale == 1 and not unit.dimension.endswith("元")


def write_figure(value: Decimal, unit: Unit, places: int, like: str = "") -> str:
    """Return a value in the form of the figure `like`: as many places, thousands separators, Chinese numerals."""
    shown = (value / unit.scale).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    bare = "".join(like.split()).translate(_FULL_WIDTH)
    if bare and _SHAPE.fullmatch(bare) is None and not places and 0 <= shown <= LARGEST:
        return chinese_numeral(int(shown))
    return f"{shown:,f}" if "," in like else f"{shown:f}"


def places_wanted(marker: str, unit: Unit, known: Sequence[Printed]) -> int:
    """Return how many decimal places an open figure needs.

    The mask says so (XX.XX); else one place for percentages, and for quantities what the others are printed with.
    """
    masked = _DECIMALS.search(marker)
    if masked is not None:
        return len(masked[1])
    if unit.measure in (Measure.PERCENT, Measure.POINTS):
        return max([_PERCENT_PLACES, *(one.places for one in known if one.unit.measure is unit.measure)])
    if unit.measure is Measure.TIMES:
        return _TIMES_PLACES
    finest = min((one.step for one in known if one.unit.measure is Measure.QUANTITY), default=unit.scale)
    return max(0, -(finest / unit.scale).adjusted())
