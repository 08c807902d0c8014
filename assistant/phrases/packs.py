"""Packs: phrases in a file for colleagues, without the reports they came from, and back again from a foreign hand.

A pack is JSON in UTF-8: `{"format": "baogao-phrases", "version": 1, "phrases": [{"text", "category", "section",
"points"}]}`. Nothing else is read: no stars, no examples, no names of reports.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any, NoReturn

from assistant.phrases.forms import CATEGORIES
from assistant.phrases.library import Library, key_of
from assistant.phrases.mine import Mined
from assistant.report.errors import AssistantError

FORMAT, VERSION = "baogao-phrases", 1
MOST_PHRASES = 200_000
_MOST_BRACKETS = 8 * MOST_PHRASES
"""A phrase has one, and one for each slot; every list or object takes a hundred times as much memory as its sign."""
_SHORTEST, _LONGEST, _LONGEST_SECTION = 2, 120, 80
_MOST_POINTS = 6.0
_LARGEST = 1e300
"""No number is larger, nor NaN; a whole number of a thousand digits could not even be made a float."""
_KEYS = {"text", "category", "section", "points"}
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ue000-\uf8ff]")
_SLOT = re.compile(r"\{[^{}]{1,8}\}")


def pack_of(library: Library, sources: Iterable[int]) -> bytes:
    """Return the pack of the phrases that came from these sources, best first."""
    chosen = list(sources)
    marks = ", ".join("?" * len(chosen))
    rows = library.connection.execute(
        "SELECT text, category, points, "
        f"(SELECT section FROM origin WHERE phrase = id AND source IN ({marks}) LIMIT 1) AS section "
        "FROM phrase WHERE section IS NOT NULL ORDER BY points DESC, text",
        chosen,
    )
    phrases = [
        {"text": text, "category": category, "section": section[:_LONGEST_SECTION], "points": round(points, 2)}
        for text, category, points, section in rows
        if _SHORTEST <= len(text) <= _LONGEST
    ]
    document = {"format": FORMAT, "version": VERSION, "phrases": phrases[:MOST_PHRASES]}
    return (json.dumps(document, ensure_ascii=False, indent=0) + "\n").encode("utf-8")


def phrases_in(data: bytes) -> list[Mined]:
    """Return the phrases of a pack, each once.

    Raises:
        AssistantError: `pack.newer` where a newer program wrote it, `pack.too_many` (count, most), else `pack.broken`
            (number of the phrase that is wrong, 0 where it is no pack at all).
    """
    document = _document_of(data)
    version, listed = document.get("version"), document.get("phrases")
    if document.get("format") != FORMAT or type(version) is not int:
        _refuse(0)
    if version > VERSION:
        raise AssistantError("pack.newer")
    if not isinstance(listed, list):
        _refuse(0)
    if len(listed) > MOST_PHRASES:
        raise AssistantError("pack.too_many", count=len(listed), most=MOST_PHRASES)
    found: dict[str, Mined] = {}
    for number, one in enumerate(listed, 1):
        mined = _mined(one)
        if mined is None:
            _refuse(number)
        found.setdefault(key_of(mined.text), mined)
    return list(found.values())


def _document_of(data: bytes) -> dict[str, Any]:
    if data.count(b"[") + data.count(b"{") > _MOST_BRACKETS:
        _refuse(0)
    try:
        document = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        _refuse(0)
    if not isinstance(document, dict):
        _refuse(0)
    return document


def _mined(one: object) -> Mined | None:
    """Return the phrase that an entry tells, None where it is not one."""
    if not isinstance(one, dict) or not set(one) <= _KEYS:
        return None
    text, category, section, points = (one.get(key) for key in ("text", "category", "section", "points"))
    if not isinstance(text, str) or category not in CATEGORIES or not isinstance(section, str):
        return None
    if isinstance(points, bool) or not isinstance(points, int | float) or not -_LARGEST < points < _LARGEST:
        return None
    bare = _SLOT.sub("", text)
    is_clean = not _UNPRINTABLE.search(text + section) and "{" not in bare and "}" not in bare and text == text.strip()
    if not is_clean or not _SHORTEST <= len(text) <= _LONGEST or len(section) > _LONGEST_SECTION or not key_of(text):
        return None
    return Mined(text, "pack", min(max(float(points), 0.0), _MOST_POINTS), str(category), section)


def _refuse(number: int) -> NoReturn:
    raise AssistantError("pack.broken", number=number)
