"""Automatic numbers of Word's lists: levels and counters → the number that the page shows.

Names of number forms are those of ECMA-376 part 1, 17.18.59 (ST_NumberFormat).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from assistant.report.errors import AssistantError
from assistant.report.numbering import chinese_numeral

MOST_CHARACTERS = 2_000_000
"""Of all numbers of a document together; more than a report may have in all."""
_LARGEST = 32767
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_DIGITS = "〇一二三四五六七八九"
_LEGAL = str.maketrans("零一二三四五六七八九十百千万", "零壹贰叁肆伍陆柒捌玖拾佰仟萬")
_COUNT = re.compile("%([1-9])")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
# A number that ends so stands at once before its text; another is parted from it by a blank.
_CLOSED = re.compile("[、，。．.）)】〕》：:①-⒛㈠-㈩]$")


def _roman(value: int) -> str:
    written = []
    for unit, letters in _ROMAN:
        times, value = divmod(value, unit)
        written.append(letters * times)
    return "".join(written)


def _letters(value: int) -> str:
    return chr(ord("a") + (value - 1) % 26) * min((value - 1) // 26 + 1, 50) if value > 0 else str(value)


def _sign(first: str, last: int) -> Callable[[int], str]:
    return lambda value: chr(ord(first) + value - 1) if 1 <= value <= last else str(value)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda value: signs[(value - 1) % len(signs)]


def _digit_by_digit(value: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(value))


_COUNTING = ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
             "taiwaneseCountingThousand", "cardinalText")  # fmt: skip
_FORMS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(_COUNTING, chinese_numeral),
    "ideographDigital": lambda value: chinese_numeral(value) if value <= 10 else _digit_by_digit(value),
    "chineseLegalSimplified": lambda value: chinese_numeral(value).translate(_LEGAL),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "decimalFullWidth": lambda value: str(value).translate(_WIDE),
    "decimalZero": lambda value: f"{value:02}",
    "decimalEnclosedCircle": _sign("①", 20),
    "decimalEnclosedCircleChinese": _sign("①", 20),
    "decimalEnclosedFullstop": _sign("⒈", 20),
    "decimalEnclosedParen": _sign("⑴", 20),
    "ideographEnclosedCircle": _sign("㈠", 10),
    "lowerRoman": _roman,
    "upperRoman": lambda value: _roman(value).upper(),
    "lowerLetter": _letters,
    "upperLetter": lambda value: _letters(value).upper(),
    "bullet": lambda value: "",
    "none": lambda value: "",
}


def printed_number(value: int, form: str) -> str:
    """Return a count as a number form prints it; forms that are not known print digits."""
    return _FORMS.get(form, str)(min(max(value, 0), _LARGEST))


@dataclass(frozen=True, slots=True)
class ListLevel:
    """One level of a list."""

    form: str = "decimal"
    pattern: str = ""
    """The number's text with %1 to %9 for the counts of the levels."""
    start: int = 1
    is_legal: bool = False
    """Whether the levels above are printed in digits whatever their own form."""


_PLAIN = ListLevel()


@dataclass(slots=True)
class Counters:
    """How far each list of a document has been counted."""

    _reached: dict[object, dict[int, int]] = field(default_factory=dict)
    _characters: int = 0
    """Of all numbers so far."""

    def restart(self, key: object, level: int) -> None:
        """Let the list begin anew at this level."""
        for deeper in [one for one in self._reached.get(key, {}) if one >= level]:
            del self._reached[key][deeper]

    def next_label(self, key: object, levels: Mapping[int, ListLevel], level: int) -> str:
        """Count a paragraph of list `key` at `level` (0 to 8) and return the number before its text, "" for bullets.

        Raises:
            AssistantError: `file.too_long` (characters, most) where a few bytes of a file make endless numbers.
        """
        reached = self._reached.setdefault(key, {})
        own = levels.get(level, _PLAIN)
        reached[level] = reached[level] + 1 if level in reached else own.start
        if len(reached) > 1:
            for deeper in [one for one in reached if one > level]:
                del reached[deeper]
        if not own.pattern or (own.form in ("bullet", "none") and "%" not in own.pattern):
            return ""

        def printed(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            other = levels.get(at, _PLAIN)
            form = "decimal" if own.is_legal else other.form
            return printed_number(reached.get(at, other.start), form)

        label = _COUNT.sub(printed, own.pattern).strip()
        self._characters += len(label)
        if self._characters > MOST_CHARACTERS:
            raise AssistantError("file.too_long", characters=self._characters, most=MOST_CHARACTERS)
        return label if not label or _CLOSED.search(label) else label + " "
