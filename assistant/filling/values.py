"""Values: whether an answer fits its field, and the form in which it goes into the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.filling.markers import find_markers
from assistant.report.fields import Field, Kind
from assistant.report.numbering import numeral_value

_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，％－＋", "0123456789.,%-+")
_DATE = re.compile(r"(?:(?P<y>\d{2,4})\s*[年\-/.])?\s*(?:(?P<m>\d{1,2})\s*[月\-/.])?\s*(?:(?P<d>\d{1,2})\s*[日号]?)?")
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
    text = " ".join(answer.split())
    if not text or find_markers(text):
        return TidyValue(text, False)
    if field.kind in (Kind.NUMBER, Kind.PERCENT):
        tidy = _tidy_figure(text.translate(_FULL_WIDTH), field.unit)
    elif field.kind is Kind.DATE:
        tidy = _tidy_date(text.translate(_FULL_WIDTH), field)
    else:
        tidy = TidyValue(text, True)
    return tidy if tidy.fits else TidyValue(text, False)


def _tidy_figure(text: str, unit: str) -> TidyValue:
    bare = text.removesuffix(unit).rstrip() if unit else text
    if unit in ("%", "％"):
        bare = bare.removesuffix("%").rstrip()
    fits = _FIGURE.fullmatch(bare) is not None or numeral_value(bare) is not None
    return TidyValue(bare if fits else text, fits)


def _tidy_date(text: str, field: Field) -> TidyValue:
    marker = field.occurrences[0].marker
    shown = [part for part in "年月日" if part in (marker + field.unit)]
    if "至" in marker or re.search("[—～~-]", marker):
        return TidyValue(text, bool(re.search(r"\d|[一二三四五六七八九十]", text)))
    parts = _DATE.fullmatch(text)
    if parts is None:
        bare = text.removesuffix(field.unit)
        return TidyValue(bare, numeral_value(bare) is not None or bool(re.search(r"[一二三四五六七八九十〇\d]", bare)))
    known = {"年": parts["y"], "月": parts["m"], "日": parts["d"]}
    if field.unit and known.get(field.unit) is None:
        figure = text.removesuffix(field.unit)
        return TidyValue(figure, figure.isdigit())
    if field.unit:
        return TidyValue(_plain(known[field.unit]), True)
    if any(known[part] is None for part in shown):
        return TidyValue(text, False)
    return TidyValue("".join(_plain(known[part]) + part for part in shown) or text, True)


def _plain(figure: str | None) -> str:
    """Return a date figure without leading zeros (GB/T 9704-2012 clause 7.3.5.4)."""
    return (figure or "").lstrip("0") or "0"
