"""Hypothesis strategies for valid reports: fields that never overlap, and every character a text may hold."""

from __future__ import annotations

from hypothesis import strategies as st

from assistant.report.fields import Field, Kind, Link, Occurrence, State
from assistant.report.model import Report, Role
from assistant.storage.report_file import Cleaned, SavedReport

# Typical characters often, and any other (astral ones too) but half surrogates and carriage returns.
_CHARACTERS = st.one_of(
    st.sampled_from('一二三年月日。，：XxＸ×*＿某【】 \u3000\n\t😀𠮷\u2028\x00\ufeff"'),
    st.characters(codec="utf-8", exclude_characters="\r"),
)
_ONE_LINE = _CHARACTERS.filter(lambda character: character != "\n")
texts = st.text(_CHARACTERS, max_size=12)
lines = st.text(_ONE_LINE, max_size=12)
names = st.text(_ONE_LINE, min_size=1, max_size=6)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Build a text piece by piece: plain text, then a place that belongs to one of up to five fields."""
    ids = draw(st.lists(names, min_size=1, max_size=5, unique=True))
    places: dict[str, list[Occurrence]] = {}
    text = draw(texts)
    for _ in range(draw(st.integers(0, 8))):
        shown = draw(texts)
        occurrence = Occurrence(len(text), len(text) + len(shown), draw(texts), draw(st.sampled_from(Link)))
        places.setdefault(draw(st.sampled_from(ids)), []).append(occurrence)
        text += shown + draw(texts)
    overrides = draw(st.lists(st.tuples(lines, st.sampled_from(Role)), max_size=3))
    return Report(text, tuple(draw(fields(one, tuple(where))) for one, where in places.items()), tuple(overrides))


@st.composite
def fields(draw: st.DrawFn, field_id: str, occurrences: tuple[Occurrence, ...]) -> Field:
    """Build a field with arbitrary attributes at given places."""
    return Field(
        id=field_id,
        kind=draw(st.sampled_from(Kind)),
        label=draw(texts),
        unit=draw(texts),
        occurrences=occurrences,
        value=draw(texts),
        state=draw(st.sampled_from(State)),
        source=draw(texts),
        note=draw(texts),
    )


_OWNED = ("format", "version", "program", "title", "layout", "report", "source", "cleaned", "tables", "pictures")
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
cleaned_pieces = st.builds(
    lambda start, length, text, reason: Cleaned(start, start + length, text, reason),
    st.integers(0, 10**6),
    st.integers(0, 100),
    texts,
    texts,
)
saved_reports = st.builds(
    SavedReport,
    report=reports(),
    layout=lines,
    source_name=lines,
    source_encoding=lines,
    extra=st.dictionaries(texts.filter(lambda key: key not in _OWNED), json_values, max_size=3),
    cleaned=st.lists(cleaned_pieces, max_size=3).map(tuple),
)
