"""Codes and words of the core turned into Chinese for window and command line.

The sentences stand in `resources/wording/sentences.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePath

from assistant.checking.findings import Finding
from assistant.report.errors import AssistantError
from assistant.report.fields import Kind, State
from assistant.resources import load_rules

_MEGABYTE = 1 << 20
_PLACES = {"file": "文件", "format": "文件开头", "version": "版本号"}


def describe_error(error: AssistantError) -> str:
    """Return the sentence for an error: what happened, what was kept, what to do."""
    sentences = _table("errors")
    return _filled(sentences.get(error.code, sentences["unknown"]), {"code": error.code} | dict(error.parameters))


def describe_finding(finding: Finding) -> str:
    """Return the sentence of a finding."""
    return _filled(_table("findings")[finding.rule], finding.parameters)


def kind_word(kind: Kind) -> str:
    """Return the name of a kind as the window shows it."""
    return _table("kinds")[kind.value]


def state_word(state: State) -> str:
    """Return the name of a state as the window shows it."""
    return _table("states")[state.value]


def reason_word(reason: str) -> str:
    """Return why something was removed in cleaning."""
    return _table("removals")[reason]


def severity_word(severity: str) -> str:
    """Return the name of a finding's severity."""
    return _table("severities")[severity]


def rule_word(rule: str) -> str:
    """Return the short name of a rule of the checks; its id where it has none."""
    return _table("rules").get(rule, rule)


def rule_ids() -> tuple[str, ...]:
    """Return the ids of all rules that a check can name, those about placeholders and noise included."""
    return tuple(_table("findings"))


def role_word(role: str) -> str:
    """Return the name of a paragraph's role."""
    return _table("roles")[role]


def sentence(name: str, /, **parameters: object) -> str:
    """Return one of the program's other sentences."""
    return _filled(_table("other")[name], parameters)


def _table(name: str) -> dict[str, str]:
    words: dict[str, str] = load_rules("wording", "sentences.toml")[name]
    return words


def _filled(pattern: str, parameters: Mapping[str, object]) -> str:
    shown = {name: _shown(name, value) for name, value in parameters.items()}
    return pattern.format_map(_Blanks(shown))


def _shown(name: str, value: object) -> object:
    """Return a parameter as the clerk reads it: a path by its last part, bytes as megabytes."""
    if name == "path":
        return PurePath(str(value)).name or str(value)
    if name == "place":
        return _place_word(str(value))
    if name in ("size", "limit") and isinstance(value, int):
        return f"{max(1, round(value / _MEGABYTE))} MB"
    return value


def _place_word(place: str) -> str:
    """Return where a report file is wrong, as the clerk can find it."""
    if found := re.match(r"(line|byte) (\d+)$", place):
        return f"第 {found[2]} {'行' if found[1] == 'line' else '字节'}"
    if found := re.match(r"report\.(text|fields)\[(\d+)\]", place):
        return (
            f"{'正文' if found[1] == 'text' else '待填项'}第 {int(found[2]) + 1} {'段' if found[1] == 'text' else '项'}"
        )
    return _PLACES.get(place, place)


class _Blanks(dict[str, object]):
    """Parameters of a sentence; one that was not given is left out rather than a crash."""

    def __missing__(self, key: str) -> str:
        return ""


def comment_of(finding: Finding) -> str:
    """Return what a comment says of a finding: how bad it is, what it is, and what belongs there."""
    told = f"【{severity_word(finding.severity.value)}】{describe_finding(finding)}"
    return told + (sentence("comment.fix", fix=finding.fix) if finding.fix else "")
