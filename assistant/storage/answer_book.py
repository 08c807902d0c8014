"""The answer book (单位信息): what is true of the clerk's own unit, whatever the report.

`answer_book.json` lies in the data folder, is readable and may be edited by hand. Like the settings it cannot keep
the program from starting: a wrong value gives its default and a log record, an unknown key is kept.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace

from assistant.storage.folders import data_folder
from assistant.storage.json_document import SET_ASIDE, Check, read_checked, write_with_unknown

LONGEST_VALUE = 200
MOST_OWN = 500
_FILE_NAME = "answer_book.json"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class AnswerBook:
    """Values of the own unit; "" where the clerk has not said."""

    province: str = ""
    """省, with its last word: 江南省."""
    city: str = ""
    """市."""
    county: str = ""
    """县、区."""
    unit: str = ""
    """单位全称: 青禾县财政局."""
    unit_short: str = ""
    """单位简称: 县财政局."""
    industry: str = ""
    """行业, as it stands in front of 事业 or 系统: 财政."""
    superior: str = ""
    """上级单位."""
    secretary: str = ""
    """Name of the 党组书记."""
    head: str = ""
    """Name of the 局长."""
    own: tuple[tuple[str, str], ...] = ()
    """Further (name, value) entries in the clerk's order."""
    unknown: Mapping[str, object] = field(default_factory=dict)
    """Keys of answer_book.json that this program does not know."""

    def entries(self) -> dict[str, str]:
        """Return what the book holds as one mapping, for rooms that do not know this one.

        Own entries stand under their names, the others under the names of their attributes; empty ones are left out,
        and an own entry never hides one of the others.
        """
        fixed = {name: getattr(self, name) for name in _TEXTS}
        return {name: value for name, value in {**dict(self.own), **fixed}.items() if value}


def load_answer_book() -> AnswerBook:
    """Return the stored answer book; whatever is missing or unusable has its default."""
    known, unknown = read_checked(data_folder, _FILE_NAME, _CHECKS)
    return replace(AnswerBook(unknown=unknown), **known)  # type: ignore[arg-type]


def is_lost() -> bool:
    """Whether the answer book was damaged and set aside, and nothing was entered since.

    Raises:
        AssistantError: `folder.unusable`.
    """
    return (data_folder() / (_FILE_NAME + SET_ASIDE)).exists() and not load_answer_book().entries()


def save_answer_book(book: AnswerBook) -> None:
    """Write the answer book to answer_book.json.

    Raises:
        AssistantError: `folder.unusable` and those of `write_atomically`; the old file is untouched.
    """
    document: dict[str, object] = asdict(replace(book, own=(), unknown={}))
    del document["unknown"]
    document["own"] = [{"name": name, "value": value} for name, value in book.own]
    write_with_unknown(data_folder() / _FILE_NAME, document, book.unknown)


def is_usable_value(value: str) -> bool:
    """Whether a value can be kept: one line of at most `LONGEST_VALUE` characters."""
    return len(value) <= LONGEST_VALUE and len(value.splitlines()) <= 1 and not value.endswith(("\n", "\r"))


# Each check returns the usable value, or None for one that is not.


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and is_usable_value(value) else None


def _own(value: object) -> tuple[tuple[str, str], ...] | None:
    if not isinstance(value, list):
        return None
    entries: list[tuple[str, str]] = []
    for one in value[:MOST_OWN]:
        entry = _own_entry(one)
        if entry is None:
            _log.info("answer book: one own entry is unusable (%s), left out", type(one).__name__)
        else:
            entries.append(entry)
    return tuple(entries)


def _own_entry(value: object) -> tuple[str, str] | None:
    if not isinstance(value, dict):
        return None
    name, text = _text(value.get("name")), _text(value.get("value"))
    return (name, text) if name and text is not None else None


_TEXTS = ("province", "city", "county", "unit", "unit_short", "industry", "superior", "secretary", "head")
_CHECKS: dict[str, Check] = dict.fromkeys(_TEXTS, _text) | {"own": _own}
