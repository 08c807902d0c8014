"""What the clerk has decided about checks: rules switched off, words to leave alone, wrong words of her own.

`check_choices.json` lies in the data folder, is readable, may be edited by hand and passed on to colleagues. Like the
settings it cannot keep the program from starting.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeGuard, TypeVar

from assistant.report.errors import AssistantError
from assistant.storage.atomic import read_file
from assistant.storage.folders import data_folder
from assistant.storage.json_document import LARGEST_BYTES, Check, read_checked, write_with_unknown
from assistant.storage.names import refuse_forbidden_name

MOST_ENTRIES = 5000
LONGEST_WORD = 60
_FILE_NAME = "check_choices.json"
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class CheckChoices:
    """Decisions that hold for every report."""

    off: tuple[str, ...] = ()
    """Ids of rules that say nothing to this clerk."""
    left_alone: tuple[tuple[str, str], ...] = ()
    """(rule id, printed words): what is right although the rule says otherwise."""
    own: tuple[tuple[str, str], ...] = ()
    """(wrong, right) pairs beside those of the program."""
    unit_off: tuple[tuple[str, str], ...] = ()
    """(unit's name, rule id): rules that say nothing to anybody of a unit."""
    unknown: Mapping[str, object] = field(default_factory=dict)
    """Keys of the file that this program does not know."""


def load_check_choices() -> CheckChoices:
    """Return the stored choices; whatever is missing or unusable is empty."""
    return _load(data_folder, _FILE_NAME, is_own=True)


def save_check_choices(choices: CheckChoices) -> None:
    """Write the choices to check_choices.json.

    Raises:
        AssistantError: `folder.unusable` and those of `write_atomically`; the old file is untouched.
    """
    export_check_choices(choices, data_folder() / _FILE_NAME)


def export_check_choices(choices: CheckChoices, path: Path) -> None:
    """Write the choices to a file that a colleague can take over.

    Raises:
        AssistantError: `file.bad_name` (path), and those of `write_atomically`; the old file is untouched.
    """
    refuse_forbidden_name(path)
    document: dict[str, object] = {
        "off": list(choices.off),
        "unit_off": [{"unit": unit, "rule": rule} for unit, rule in choices.unit_off],
        "left_alone": [{"rule": rule, "words": words} for rule, words in choices.left_alone],
        "own": [{"wrong": wrong, "right": right} for wrong, right in choices.own],
    }
    write_with_unknown(path, document, choices.unknown)


def import_check_choices(choices: CheckChoices, path: Path) -> CheckChoices:
    """Return the choices with those of a colleague's file added; her own stay where they differ.

    Raises:
        AssistantError: `choices.broken` (path) where the file holds no choices, and those of `read_file`.
    """
    read_file(path, limit_bytes=LARGEST_BYTES)
    other = _load(lambda: path.parent, path.name, is_own=False)
    if not (other.off or other.unit_off or other.left_alone or other.own):
        raise AssistantError("choices.broken", path=str(path))
    return replace(
        choices,
        off=_joined(choices.off, other.off),
        unit_off=_joined(choices.unit_off, other.unit_off),
        left_alone=_joined(choices.left_alone, other.left_alone),
        own=tuple({**dict(other.own), **dict(choices.own)}.items()),
    )


def is_usable_choice(word: str) -> bool:
    """Whether a word can be stored: one line of up to sixty characters."""
    return _is_word(word)


def _load(folder: Callable[[], Path], name: str, *, is_own: bool) -> CheckChoices:
    known, unknown = read_checked(folder, name, _CHECKS, is_own=is_own)
    return replace(CheckChoices(unknown=unknown), **known)  # type: ignore[arg-type]


def _joined(own: tuple[_T, ...], other: tuple[_T, ...]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys((*own, *other)))


# Each check returns the usable value, or None for one that is not.


def _ids(value: object) -> tuple[str, ...] | None:
    if not isinstance(value, list):
        return None
    return tuple(dict.fromkeys(one for one in value[:MOST_ENTRIES] if _is_word(one)))


def _pairs(first: str, second: str) -> Check:
    def check(value: object) -> tuple[tuple[str, str], ...] | None:
        if not isinstance(value, list):
            return None
        rows = [(one.get(first), one.get(second)) for one in value[:MOST_ENTRIES] if isinstance(one, dict)]
        return tuple((a, b) for a, b in rows if _is_word(a) and _is_word(b))

    return check


def _is_word(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and 0 < len(value) <= LONGEST_WORD and len(value.splitlines()) == 1


_CHECKS: dict[str, Check] = {
    "off": _ids,
    "unit_off": _pairs("unit", "rule"),
    "left_alone": _pairs("rule", "words"),
    "own": _pairs("wrong", "right"),
}
