"""Names in a list that somebody made, matched to the labels of fields."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from assistant.report.fields import Field

_NUMBER = re.compile(r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．])+")
_ASIDE = re.compile(r"[（(]([^（()）]*)[)）]$")
_LIKE_ENOUGH = 72.0
"""Of 100, by rapidfuzz's ratio: below it two names are no longer offered as one."""


@dataclass(frozen=True, slots=True)
class NamedField:
    """The field that a name in a list means."""

    field_id: str
    is_sure: bool
    """Whether the names are the same and no other field has it; else the clerk must look."""


def match_names(names: Sequence[str], fields: Sequence[Field]) -> tuple[NamedField | None, ...]:
    """Return the field for each name, None where none is like it; no field is given twice.

    A name that is one field's to the letter is that field's. Names that several fields share but for brackets and marks
    go to them in the order of the text, and are sure only where there are as many names as fields. A unit said in
    brackets behind a name must be the field's own for the match to be sure.
    """
    by_label: dict[str, list[Field]] = {}
    for field in fields:
        by_label.setdefault(_bare(field.label), []).append(field)
    bare = [_bare(name) for name in names]
    exact = _exact(names, fields)
    found: list[NamedField | None] = []
    taken = {field.id for field in exact.values()}
    for name, words in zip(names, bare, strict=True):
        if name in exact:
            found.append(NamedField(exact[name].id, is_sure=True))
            continue
        own = [field for field in by_label.get(words, []) if field.id not in taken]
        if not words or not own:
            found.append(None)
            continue
        alone = len(by_label[words]) == bare.count(words)
        found.append(NamedField(own[0].id, alone and _unit_agrees(name, own[0])))
        taken.add(own[0].id)
    for index, words in enumerate(bare):
        if found[index] is None and len(words) > 1:
            like = _likest(words, [field for field in fields if field.id not in taken])
            if like is not None:
                found[index] = NamedField(like.id, is_sure=False)
                taken.add(like.id)
    return tuple(found)


def _exact(names: Sequence[str], fields: Sequence[Field]) -> dict[str, Field]:
    """Return the fields whose label is one of the names to the letter, where both stand there once."""
    labels, given = Counter(field.label for field in fields), Counter(names)
    return {field.label: field for field in fields if labels[field.label] == given[field.label] == 1}


def _unit_said(name: str) -> str:
    """Return what stands in brackets at the end of a name, its unit as a rule, or ""."""
    aside = _ASIDE.search(unicodedata.normalize("NFKC", name).strip())
    return aside[1].removeprefix("单位:").strip() if aside is not None else ""


def _unit_agrees(name: str, field: Field) -> bool:
    said = _unit_said(name)
    return not said or said == field.unit or said in field.label


def _bare(name: str) -> str:
    """Return a name without number, unit in brackets, blanks and marks."""
    words = unicodedata.normalize("NFKC", name).strip()
    words = _ASIDE.sub("", _NUMBER.sub("", words))
    return re.sub(r"[\s:：、,，。.;；“”\"]", "", words)


def _likest(words: str, fields: Sequence[Field]) -> Field | None:
    best, score = None, 0.0
    for field in fields:
        label = _bare(field.label)
        like = fuzz.ratio(words, label)
        if len(label) > 1 and (label in words or words in label):
            like = max(like, _LIKE_ENOUGH + like / 10)
        if like > score:
            best, score = field, like
    return best if score >= _LIKE_ENOUGH else None
