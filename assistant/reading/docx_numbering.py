"""Lists of a .docx: numbering.xml and the styles → the number before each paragraph.

Source: ECMA-376 part 1, 17.9 (numbering); a paragraph's own numPr goes before that of its style.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from lxml.etree import _Element

from assistant.reading.auto_numbers import Counters, ListLevel

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VALUE, _NUMBER = f"{W}val", f"{W}numPr"
_MOST_STEPS = 40
_DEEPEST = 8


def value_of(parent: _Element | None, name: str) -> str | None:
    """Return the attribute w:val of a child, or None."""
    child = parent.find(f"{W}{name}") if parent is not None else None
    return child.get(_VALUE) if child is not None else None


def number_of(parent: _Element | None, name: str) -> int | None:
    """Return the attribute w:val of a child as a whole number, or None where there is none."""
    text = value_of(parent, name) or ""
    return int(text) if text.isascii() and text.lstrip("-").isdigit() and len(text) < 10 else None


@dataclass(frozen=True, slots=True)
class _List:
    """A list as paragraphs name it."""

    key: str
    """The definition that it counts with."""
    levels: dict[int, ListLevel]
    level_of_style: dict[str, int]
    restarts: frozenset[int]
    """Levels that begin anew where the list is used for the first time."""


@dataclass(slots=True)
class Numbering:
    """All lists of a document, and how far they are counted."""

    lists: dict[str, _List] = field(default_factory=dict)
    of_style: dict[str, tuple[str | None, int | None]] = field(default_factory=dict)
    """(list, level) by paragraph style, inherited ones included."""
    default_style: str | None = None
    _counters: Counters = field(default_factory=Counters)
    _begun: set[str] = field(default_factory=set)

    def label(self, properties: _Element | None) -> str:
        """Count a paragraph with these properties (w:pPr); return its number, "" where it has none."""
        style, list_id, level = self.default_style, None, None
        if properties is not None:
            style = value_of(properties, "pStyle") or style
            own = properties.find(_NUMBER)
            list_id, level = value_of(own, "numId"), number_of(own, "ilvl")
        style_list, style_level = self.of_style.get(style or "", (None, None))
        if list_id is None:
            list_id = style_list
        found = self.lists.get(list_id or "")
        if found is None:
            return ""
        if level is None:
            level = found.level_of_style.get(style or "", style_level or 0)
        level = min(max(level, 0), _DEEPEST)
        if list_id is not None and list_id not in self._begun:
            self._begun.add(list_id)
            for restarted in found.restarts:
                self._counters.restart(found.key, restarted)
        return self._counters.next_label(found.key, found.levels, level)


def read_numbering(numbering: _Element | None, styles: _Element | None) -> Numbering:
    """Return the lists that the parts numbering.xml and styles.xml describe; either may be missing."""
    result = Numbering()
    if styles is not None:
        result.of_style, result.default_style = _lists_of_styles(styles)
    if numbering is None:
        return result
    abstracts = {one.get(f"{W}abstractNumId"): one for one in numbering.findall(f"{W}abstractNum")}
    uses = {one.get(f"{W}numId", ""): one for one in numbering.findall(f"{W}num")}
    known: dict[str | None, _List | None] = {}
    for list_id, use in uses.items():
        wanted = value_of(use, "abstractNumId")
        if wanted not in known:
            abstract = _resolved(wanted, abstracts, uses, result)
            known[wanted] = _list(abstract) if abstract is not None else None
        if (shared := known[wanted]) is not None:
            result.lists[list_id] = _with_overrides(shared, use)
    return result


def _resolved(
    wanted: str | None, abstracts: dict[str | None, _Element], uses: dict[str, _Element], numbering: Numbering
) -> _Element | None:
    """Return a definition; one that only names a style of lists leads to that style's list."""
    for _ in range(_MOST_STEPS):
        abstract = abstracts.get(wanted)
        style = value_of(abstract, "numStyleLink")
        if style is None:
            return abstract
        list_id = numbering.of_style.get(style, (None, None))[0]
        wanted = value_of(uses.get(list_id or ""), "abstractNumId")
    return None


def _list(abstract: _Element) -> _List:
    found = {number: one for one in abstract.findall(f"{W}lvl") if (number := _place(one)) is not None}
    levels = {number: _level(one) for number, one in found.items()}
    return _List(abstract.get(f"{W}abstractNumId", ""), levels, _levels_of_styles(found), frozenset())


def _levels_of_styles(found: dict[int, _Element]) -> dict[str, int]:
    return {style: number for number, one in found.items() if (style := value_of(one, "pStyle")) is not None}


def _with_overrides(shared: _List, use: _Element) -> _List:
    """Return a list with the levels, and the numbers to begin with, that its w:num says otherwise."""
    overrides = use.findall(f"{W}lvlOverride")
    if not overrides:
        return shared
    levels, starts, found = dict(shared.levels), {}, {}
    for override in overrides:
        number = _place(override)
        if number is None:
            continue
        if (own := override.find(f"{W}lvl")) is not None:
            found[number] = own
            levels[number] = _level(own)
        if (start := number_of(override, "startOverride")) is not None:
            starts[number] = start
    for number, start in starts.items():
        if number in levels:
            levels[number] = replace(levels[number], start=start)
    styles = {style: level for style, level in shared.level_of_style.items() if level not in found}
    return _List(shared.key, levels, {**styles, **_levels_of_styles(found)}, frozenset(starts))


def _place(level: _Element) -> int | None:
    text = level.get(f"{W}ilvl", "")
    return int(text) if text in "012345678" and text else None


def _level(level: _Element) -> ListLevel:
    return ListLevel(
        value_of(level, "numFmt") or "decimal",
        (value_of(level, "lvlText") or "")[:100],
        number_of(level, "start") or 0,
        is_on(level, "isLgl"),
    )


def is_on(parent: _Element | None, name: str) -> bool:
    """Whether a property that is on or off stands among the children and is on."""
    child = parent.find(f"{W}{name}") if parent is not None else None
    return child is not None and child.get(f"{W}val", "1") not in ("0", "false", "off")


def _lists_of_styles(styles: _Element) -> tuple[dict[str, tuple[str | None, int | None]], str | None]:
    found = {one.get(f"{W}styleId", ""): one for one in styles.findall(f"{W}style")}
    result = {style: _list_of_style(style, found) for style in found}
    default = [
        style
        for style, one in found.items()
        if one.get(f"{W}type") == "paragraph" and one.get(f"{W}default") in ("1", "true")
    ]
    return result, default[0] if default else None


def _list_of_style(style: str, styles: dict[str, _Element]) -> tuple[str | None, int | None]:
    """Return list and level of a style or of the nearest that it is based on."""
    list_id: str | None = None
    level: int | None = None
    at: str | None = style
    for _ in range(_MOST_STEPS):
        one = styles.get(at or "")
        if one is None:
            break
        own = one.find(f"{W}pPr/{W}numPr")
        list_id = list_id if list_id is not None else value_of(own, "numId")
        level = level if level is not None else number_of(own, "ilvl")
        at = value_of(one, "basedOn")
    return list_id, level
