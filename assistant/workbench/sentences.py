"""Codes and words of the core turned into sentences for window and command line.

They stand in Chinese in `resources/wording/sentences.toml`. The window may have them translated; the command line, and
what is written into documents, stay Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING

from assistant.report.errors import AssistantError
from assistant.report.fields import Kind, State
from assistant.resources import load_rules
from assistant.storage.names import shown_name

if TYPE_CHECKING:
    from assistant.checking.findings import Finding

_MEGABYTE = 1 << 20
_LONGEST_NAME = 100
"""Characters; Windows takes 255."""
_INNER_QUOTES = str.maketrans("“”", "‘’")
_REASONS = ("why", "what")
"""Parameters of findings that say a reason, by its code or in the words of a rule's table, never of the report.

Other parameters may stand in them.
"""
_speaks: list[Callable[[str, str], str]] = []


def speak_with(translate: Callable[[str, str], str] | None) -> None:
    """Pass every sentence through `translate` from now on; it gets the table (for reasons "reasons") and the Chinese.

    None goes back to Chinese.
    """
    _speaks[:] = [translate] if translate is not None else []


def translated(table: str, words: str) -> str:
    """Return words of a table, for whose translation `speak_with` has been asked, as the clerk reads them."""
    return _speaks[0](table, words) if _speaks else words


def inner_quotes(label: str) -> str:
    """Return a label as it stands between quotes: what it quotes itself has single ones (GB/T 15834—2011 4.8.3.4)."""
    return label.translate(_INNER_QUOTES)


def describe_error(error: AssistantError) -> str:
    """Return the sentence for an error: what happened, what was kept, what to do."""
    code = error.code if error.code in _table("errors") else "unknown"
    return _filled(_word("errors", code), {"code": error.code} | dict(error.parameters))


def describe_finding(finding: Finding) -> str:
    """Return the sentence of a finding."""
    return _filled(_word("findings", finding.rule), _told(finding, lambda words: translated("reasons", words)))


def _told(finding: Finding, say: Callable[[str], str]) -> dict[str, object]:
    """Return the parameters of a finding with its reason said and filled in."""
    told = dict(finding.parameters)
    others = {name: value for name, value in told.items() if name not in _REASONS}
    for name in told.keys() - others.keys():
        reason = str(told[name])
        told[name] = _filled(say(_table("reasons").get(reason, reason)), others)
    return told


def kind_word(kind: Kind) -> str:
    """Return the name of a kind as the window shows it."""
    return _word("kinds", kind.value)


def state_word(state: State) -> str:
    """Return the name of a state as the window shows it."""
    return _word("states", state.value)


def reason_word(reason: str) -> str:
    """Return why something was removed in cleaning."""
    return _word("removals", reason)


def severity_word(severity: str) -> str:
    """Return the name of a finding's severity."""
    return _word("severities", severity)


def rule_word(rule: str) -> str:
    """Return the short name of a rule of the checks; its id where it has none."""
    return _word("rules", rule) if rule in _table("rules") else rule


def rule_ids() -> tuple[str, ...]:
    """Return the ids of all rules that a check can name, those about placeholders and noise included."""
    return tuple(_table("findings"))


def role_word(role: str) -> str:
    """Return the name of a paragraph's role."""
    return _word("roles", role)


def sentence(name: str, /, **parameters: object) -> str:
    """Return one of the program's other sentences."""
    return _filled(_word("other", name), parameters)


def _word(table: str, name: str) -> str:
    return translated(table, _table(table)[name])


def _table(name: str) -> dict[str, str]:
    words: dict[str, str] = load_rules("wording", "sentences.toml")[name]
    return words


def _filled(pattern: str, parameters: Mapping[str, object]) -> str:
    shown = {name: _shown(name, value) for name, value in parameters.items()}
    if "“{label}”" in pattern:
        shown["label"] = inner_quotes(str(shown.get("label", "")))
    return pattern.format_map(_Blanks(shown))


def _shown(name: str, value: object) -> object:
    """Return a parameter as the clerk reads it: a path by its last part, bytes as megabytes, words as a list."""
    if name == "path":
        return _shortened(name_of(PurePath(str(value))) or str(value))
    if isinstance(value, tuple):
        return "、".join(map(str, value))
    if name == "place":
        return _place_word(str(value))
    if name in ("size", "limit") and isinstance(value, int):
        return f"{max(1, round(value / _MEGABYTE))} MB"
    return value


def _shortened(name: str) -> str:
    """Return a name with its middle left out where it would fill the window; its beginning and suffix tell enough."""
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME // 2]}…{name[-_LONGEST_NAME // 4 :]}"


def name_of(path: PurePath) -> str:
    """Return the name of a file as it is shown to the clerk and kept in reports."""
    return shown_name(path)


def _place_word(place: str) -> str:
    """Return where a report file is wrong, as the clerk can find it."""
    if found := re.match(r"(line|byte) (\d+)$", place):
        return _word("places", found[1]).format(number=found[2])
    if found := re.match(r"report\.(text|fields)\[(\d+)\]", place):
        return _word("places", found[1]).format(number=int(found[2]) + 1)
    return _word("places", place) if place in ("file", "format", "version") else place


class _Blanks(dict[str, object]):
    """Parameters of a sentence; one that was not given is left out rather than a crash."""

    def __missing__(self, key: str) -> str:
        return ""


def comment_of(finding: Finding) -> str:
    """Return what a comment in a document says of a finding, in Chinese: how bad, what it is, what belongs there."""
    severity = _table("severities")[finding.severity.value]
    told = f"【{severity}】{_filled(_table('findings')[finding.rule], _told(finding, str))}"
    return told + (_filled(_table("other")["comment.fix"], {"fix": finding.fix}) if finding.fix else "")
