"""A small notation for reports in tests: ⟦id:marker⟧ is an occurrence of the field with that id."""

import re

from assistant.report.fields import Field, Kind, Occurrence
from assistant.report.model import Report


def marked_report(notation: str) -> Report:
    """Return the report that the notation describes; all fields are open text fields labelled by their id."""
    text = ""
    places: dict[str, list[Occurrence]] = {}
    done = 0
    for mark in re.finditer("⟦([^:⟧]+):([^⟧]+)⟧", notation):
        text += notation[done : mark.start()]
        places.setdefault(mark[1], []).append(Occurrence(len(text), len(text) + len(mark[2]), mark[2]))
        text += mark[2]
        done = mark.end()
    text += notation[done:]
    return Report(text, tuple(Field(i, Kind.TEXT, i, "", tuple(own)) for i, own in places.items()))
