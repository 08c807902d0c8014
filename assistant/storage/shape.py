"""Checks of single JSON values, each naming the place that is broken; they know nothing of reports."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from assistant.report.errors import AssistantError

_Member = TypeVar("_Member", bound=StrEnum)


def broken(place: str) -> AssistantError:
    """Return the error for a file that is wrong at `place`, such as `report.fields[3].kind`."""
    return AssistantError("report_file.broken", place=place)


def mapping(value: object, place: str, *, keys: tuple[str, ...] = (), more: bool = True) -> dict[str, object]:
    """Return `value` as an object that has all of `keys` (and only them unless `more`).

    Raises:
        AssistantError: `report_file.broken` (place); the place is that of the missing or unknown key.
    """
    if not isinstance(value, dict):
        raise broken(place)
    inner = "" if place == "file" else f"{place}."
    for key in keys:
        if key not in value:
            raise broken(f"{inner}{key}")
    for key in value:
        if not more and key not in keys:
            raise broken(f"{inner}{key}")
    return value


def sequence(value: object, place: str, *, length: int | None = None) -> list[object]:
    """Return `value` as a list, of exactly `length` items where one is given.

    Raises:
        AssistantError: `report_file.broken` (place).
    """
    if not isinstance(value, list) or (length is not None and len(value) != length):
        raise broken(place)
    return value


def string(value: object, place: str) -> str:
    """Return `value` as a string.

    Raises:
        AssistantError: `report_file.broken` (place).
    """
    if not isinstance(value, str):
        raise broken(place)
    return value


def offset(value: object, place: str, *, limit: int | None = None) -> int:
    """Return `value` as a whole number from 0 to `limit` (inclusive); true and 1.0 are none.

    Raises:
        AssistantError: `report_file.broken` (place).
    """
    if type(value) is not int or value < 0 or (limit is not None and value > limit):
        raise broken(place)
    return value


def member(kind: type[_Member], value: object, place: str) -> _Member:
    """Return the member of the enumeration `kind` that is written as `value`.

    Raises:
        AssistantError: `report_file.broken` (place).
    """
    try:
        return kind(string(value, place))
    except ValueError as error:
        raise broken(place) from error
