"""Intervals: all values that a rounded figure may stand for, and reckoning with them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Interval:
    """The values from `low` to `high`, both included."""

    low: Decimal
    high: Decimal

    @classmethod
    def exactly(cls, value: Decimal | int) -> Interval:
        """Return the interval of a single value."""
        return cls(Decimal(value), Decimal(value))

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, other: Interval) -> Interval:
        return self._corners(other, lambda one, two: one * two)

    def __truediv__(self, other: Interval) -> Interval:
        """Divide.

        Raises:
            ZeroDivisionError: the divisor may be 0.
        """
        if other.low <= 0 <= other.high:
            raise ZeroDivisionError
        return self._corners(other, lambda one, two: one / two)

    def __neg__(self) -> Interval:
        return Interval(-self.high, -self.low)

    def power(self, exponent: Decimal) -> Interval:
        """Return the values raised to a positive exponent.

        Raises:
            ZeroDivisionError: some value is not positive.
        """
        if self.low <= 0:
            raise ZeroDivisionError
        return Interval(self.low**exponent, self.high**exponent)

    def meets(self, other: Interval) -> bool:
        """Whether the two have a value in common."""
        return self.low <= other.high and other.low <= self.high

    def _corners(self, other: Interval, reckon: Callable[[Decimal, Decimal], Decimal]) -> Interval:
        values = [reckon(one, two) for one in (self.low, self.high) for two in (other.low, other.high)]
        return Interval(min(values), max(values))
