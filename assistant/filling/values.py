"""Values: whether an answer fits its field, and the form in which it goes into the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.filling.dates import lone_part, shaped_date, shaped_range
from assistant.filling.markers import find_markers
from assistant.report.fields import Field, Kind
from assistant.report.numbering import chinese_numeral, numeral_value

_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，％－＋", "0123456789.,%-+")
_HALVES = re.compile("[\ud800-\udfff]")
_SESSION = re.compile("(?P<term>.*?[一二三四五六七八九十]届)[^一二三四五六七八九十]中[^全]?全?会")
_HUNDREDTHS = "百分之"
_MOST_SESSIONS = 10
_FIGURE = re.compile(r"[约近超]?[+-]?\d[\d,]*(?:\.\d+)?(?:[—～~-]\d[\d,]*(?:\.\d+)?)?[余多]?")


@dataclass(frozen=True, slots=True)
class TidyValue:
    """An answer as it goes into the text, and whether it fits the field's kind."""

    text: str
    fits: bool


def tidy_value(field: Field, answer: str) -> TidyValue:
    """Return the answer in the form that the field's marker asks for.

    Blanks and line breaks go; in figures and dates full-width digits become half-width, a unit that is
    printed behind the marker is not said twice, and a full date is cut to the parts the marker shows. An
    answer that is masked itself never fits.
    """
    text = " ".join(_HALVES.sub("", answer).split())
    if not text or find_markers(text):
        return TidyValue(text, False)
    if field.kind in (Kind.NUMBER, Kind.PERCENT):
        tidy = _tidy_figure(text.translate(_FULL_WIDTH), field.unit)
    elif field.kind is Kind.DATE:
        tidy = _tidy_date(text.translate(_FULL_WIDTH), field)
    elif field.kind is Kind.SESSION:
        tidy = _tidy_session(text.translate(_FULL_WIDTH), _bare(field.occurrences[0].marker))
    elif field.kind in (Kind.PLACE, Kind.ORG, Kind.PERSON):
        tidy = _tidy_name(text)
    else:
        tidy = TidyValue(text, True)
    return tidy if tidy.fits else TidyValue(text, False)


def _bare(marker: str) -> str:
    """Return a marker without the brackets around it."""
    return marker.strip("【】[]［］{}｛｝")


def _tidy_figure(text: str, unit: str) -> TidyValue:
    bare = text.removesuffix(unit).rstrip() if unit else text
    if unit in ("%", "％"):
        bare = bare.removesuffix("%").rstrip()
        if bare.startswith(_HUNDREDTHS) and (spoken := numeral_value(bare.removeprefix(_HUNDREDTHS))) is not None:
            bare = str(spoken)
    fits = _FIGURE.fullmatch(bare) is not None or numeral_value(bare) is not None
    return TidyValue(bare if fits else text, fits)


def _tidy_date(text: str, field: Field) -> TidyValue:
    marker = _bare(field.occurrences[0].marker)
    if field.unit in ("年", "月", "日"):
        shaped = lone_part(text, field.unit)
    elif field.unit:
        # a quarter or a school year
        shaped = text.removesuffix(field.unit).rstrip() or None
    elif re.search("[至到—－～~-]", marker) and ("日" in marker or "月" in marker):
        shaped = shaped_range(text)
    else:
        shown = "".join(part for part in "年月日" if part in marker)
        shaped = shaped_date(text, shown) if shown and "时" not in marker else text
        if shaped is None and len(shown) == 1 and (part := lone_part(text, shown)) is not None:
            shaped = part + shown
    return TidyValue(text, False) if shaped is None else TidyValue(shaped, True)


def _tidy_session(text: str, marker: str) -> TidyValue:
    """Take 六 or 6 for 十九届X中X会, or a whole name of a session."""
    if re.search("届.*会|大$|^[一二三四五六七八九十]{1,3}$", text) is None and numeral_value(text) is None:
        return TidyValue(text, False)
    value = numeral_value(text)
    parts = _SESSION.fullmatch(marker)
    if value is None or parts is None or not 0 < value < _MOST_SESSIONS:
        return TidyValue(text, re.search("届.*会", text) is not None or parts is None)
    return TidyValue(f"{parts['term']}{chinese_numeral(value)}中全会", True)


def _tidy_name(text: str) -> TidyValue:
    """Refuse what is no name of a place, an organ or a person: figures alone."""
    return TidyValue(text, re.fullmatch(r"[\d.,%％]+", text) is None)
