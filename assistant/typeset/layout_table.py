"""Typed reading of one table of a layout file: every wrong value is named by its key, none slips through."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

from assistant.report.errors import AssistantError

TWIPS_PER_MM = 1440 / 25.4
TWIPS_PER_POINT = 20

Choice = TypeVar("Choice", bound=StrEnum)


class LayoutTable:
    """One table of a layout file; it knows its place in the file and which of its keys were asked for."""

    def __init__(
        self, layout: str, path: str, values: Mapping[str, Any], inherited: Mapping[str, Any] | None = None
    ) -> None:
        self._layout = layout
        self._path = path
        self._own = values
        self._values = {**(inherited or {}), **values}
        self._asked: set[str] = set()

    def invalid(self, key: str) -> AssistantError:
        """Return the error that names `key` of this table."""
        return AssistantError("layout.invalid", name=self._layout, key=f"{self._path}.{key}" if self._path else key)

    def _value(self, key: str) -> Any:
        self._asked.add(key)
        if key not in self._values:
            raise self.invalid(key)
        return self._values[key]

    def table(self, key: str, inherited: Mapping[str, Any] | None = None) -> LayoutTable:
        """Return a table inside this one; what it lacks is taken from `inherited`."""
        value = self._value(key)
        if not isinstance(value, Mapping):
            raise self.invalid(key)
        return LayoutTable(self._layout, f"{self._path}.{key}" if self._path else key, value, inherited)

    def has(self, key: str) -> bool:
        """Return whether the file says anything about `key`."""
        return key in self._values

    def own_values(self) -> Mapping[str, Any]:
        """Return what the file itself says in this table, for others to inherit."""
        return self._own

    def text(self, key: str) -> str:
        """Return a string that is not blank."""
        value = self._value(key)
        if not isinstance(value, str) or not value.strip():
            raise self.invalid(key)
        return value

    def font(self, key: str) -> str:
        """Return a font's name; Word takes fewer than 32 characters ([MS-OI29500] 2.1.88) and lists them by comma."""
        value = self.text(key)
        if len(value) > 31 or "," in value:
            raise self.invalid(key)
        return value

    def choice(self, key: str, choices: type[Choice]) -> Choice:
        """Return one of a few words."""
        value = self._value(key)
        if not isinstance(value, str) or value not in list(choices):
            raise self.invalid(key)
        return choices(value)

    def flag(self, key: str) -> bool:
        """Return true or false."""
        value = self._value(key)
        if not isinstance(value, bool):
            raise self.invalid(key)
        return value

    def number(self, key: str, low: float, high: float) -> float:
        """Return a number between `low` and `high`, both allowed."""
        value = self._value(key)
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            raise self.invalid(key)
        return float(value)

    def count(self, key: str, low: int, high: int) -> int:
        """Return a whole number between `low` and `high`, both allowed."""
        value = self.number(key, low, high)
        if not value.is_integer():
            raise self.invalid(key)
        return int(value)

    def twips_of_mm(self, key: str, low: float, high: float) -> int:
        """Return a length given in millimetres, in twips."""
        return round(self.number(key, low, high) * TWIPS_PER_MM)

    def twips_of_points(self, key: str, low: float, high: float) -> int:
        """Return a length given in points, in twips; what is no whole twip is wrong, for Word would round it."""
        return self._whole(key, self.number(key, low, high) * TWIPS_PER_POINT)

    def half_points(self, key: str, low: float, high: float) -> int:
        """Return a font size given in points, in half-points; finer sizes do not exist."""
        return self._whole(key, self.number(key, low, high) * 2)

    def hundredths(self, key: str, low: float, high: float) -> int:
        """Return an indent given in characters, in hundredths of a character."""
        return self._whole(key, self.number(key, low, high) * 100)

    def _whole(self, key: str, value: float) -> int:
        if abs(value - round(value)) > 1e-6:
            raise self.invalid(key)
        return round(value)

    def finish(self) -> None:
        """Complain about a key that nobody asked for: it is most likely misspelt."""
        for key in self._own:
            if key not in self._asked:
                raise self.invalid(key)
