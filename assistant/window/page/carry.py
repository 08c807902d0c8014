"""Carrying: what must happen to a field's other runs when the clerk typed into one of them.

A function from values to values; the document carries it out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from assistant.report.fields import Link
from assistant.window.page.mirror import Change
from assistant.window.page.runs import PlacedRun, Tag, is_open

Edit = tuple[PlacedRun, str, Tag | None]
"""A run, its new text and its new tag (None: plain text)."""


def touches_run(change: Change, known: Mapping[int, str]) -> bool:
    """Return whether a run holds something else now than `known` says: most keys are typed beside them."""
    return any(
        known.get(run.tag.occurrence) != line.text[run.start : run.end] for line in change.new for run in line.runs
    )


def carried(runs: Sequence[PlacedRun], known: Mapping[int, str]) -> list[Edit]:
    """Return the edits that make a field's runs agree again.

    `known` holds what each occurrence held when they last agreed. A run that a line break tore apart is none any
    more: neither of its halves is the value. Nor is a pasted copy asked: it takes the value of its field.
    """
    pieces = Counter(placed.tag.occurrence for placed in runs)
    torn = [placed for placed in runs if pieces[placed.tag.occurrence] > 1]
    whole: dict[str, list[PlacedRun]] = {}
    for placed in runs:
        if pieces[placed.tag.occurrence] == 1:
            whole.setdefault(placed.tag.field_id, []).append(placed)
    edits: list[Edit] = [(placed, placed.text, None) for placed in torn]
    for own in whole.values():
        edits += _agree(own, known)
    return edits


def _agree(runs: Sequence[PlacedRun], known: Mapping[int, str]) -> list[Edit]:
    typed = [placed for placed in runs if known.get(placed.tag.occurrence, placed.text) != placed.text]
    if typed and any(placed.tag.link is Link.SUGGESTED for placed in runs):
        return []  # whether these places are one value is the clerk's to say first
    if typed:
        return _spread(typed[-1], runs)
    copies = [placed for placed in runs if placed.tag.occurrence not in known]
    settled = [placed for placed in runs if placed.tag.occurrence in known]
    if not copies or not settled:
        return []
    texts = {placed.text for placed in settled}
    model = settled[0]
    return [
        (placed, _text_like(model, placed), placed.tag._replace(flag=model.tag.flag))
        for placed in copies
        if placed.text not in texts or is_open(model.text, model.tag)
    ]


def _spread(model: PlacedRun, runs: Sequence[PlacedRun]) -> list[Edit]:
    """Give every run the model's text; what is typed by hand is neither waived nor stale any more."""
    return [(placed, _text_like(model, placed), placed.tag._replace(flag=None)) for placed in runs]


def _text_like(model: PlacedRun, placed: PlacedRun) -> str:
    return placed.tag.marker if model.text == model.tag.marker else model.text
