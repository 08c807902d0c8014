"""Fields: the values a report asks for, and the places where each one stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What sort of value a field holds."""

    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"
    PLACE = "place"
    ORG = "org"
    PERSON = "person"
    SESSION = "session"
    TEXT = "text"


class State(StrEnum):
    """How far a field has come."""

    OPEN = "open"
    FILLED = "filled"
    CONFIRMED = "confirmed"
    WAIVED = "waived"
    STALE = "stale"

    @property
    def blocks_final(self) -> bool:
        """Whether a final export is refused while a field is in this state."""
        return self in (State.OPEN, State.STALE)


class Link(StrEnum):
    """How sure it is that an occurrence belongs to its field."""

    CERTAIN = "certain"
    SUGGESTED = "suggested"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place where a field stands in the report's text."""

    start: int
    """First code point of the place, counted in the report's text."""
    end: int
    """Code point behind the place."""
    marker: str
    """The masked run as printed; it stands in the text while the field is open."""
    link: Link = Link.CERTAIN

    def shifted(self, by: int) -> Occurrence:
        """Return the same occurrence moved by `by` code points."""
        return Occurrence(self.start + by, self.end + by, self.marker, self.link)


@dataclass(frozen=True, slots=True)
class Field:
    """One real value that is asked for once."""

    id: str
    kind: Kind
    label: str
    """The shortest name by which a colleague knows the value."""
    unit: str
    """The unit as printed behind the marker ("亿元", "%", "名"), or ""."""
    occurrences: tuple[Occurrence, ...]
    """In the order of the text; never empty."""
    value: str = ""
    """What stands in the text in place of the marker; in an open field "", or an answer that did not fit."""
    state: State = State.OPEN
    source: str = ""
    """Who gave the value: office, person, file."""
    note: str = ""

    @property
    def start(self) -> int:
        """Where the field stands first in the text."""
        return self.occurrences[0].start
