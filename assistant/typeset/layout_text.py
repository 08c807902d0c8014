"""Changing values in the text of a layout file: comments, order and all other lines stay as they are.

Keys are those of the file, with their table in front: `page.pitch_pt`, `text.body.font`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import Any

from assistant.resources import load_rules
from assistant.typeset.layout import Layout
from assistant.typeset.layout_table import TWIPS_PER_MM, TWIPS_PER_POINT

Value = str | float | bool

_HEADER = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]\s*(?:#.*)?$")
_ASSIGNMENT = re.compile(r"""(\s*["']?([\w-]+)["']?\s*=\s*)("(?:[^"\\]|\\.)*"|'[^']*'|\[[^\]]*\]|[^#\s]+)(.*)$""")


def with_value(text: str, key: str, value: Value) -> str:
    """Return the text with another value; a key or table that is not there is added."""
    table, _, name = key.rpartition(".")
    lines = text.split("\n")
    section, last = "", None if table else 0
    for index, line in enumerate(lines):
        if header := _HEADER.match(line):
            section = header[1]
        found = _ASSIGNMENT.match(line)
        if section == table and found and found[2] == name:
            lines[index] = found[1] + _written(value) + found[4]
            return "\n".join(lines)
        if section == table and line.strip():
            last = index
    if last is None:
        lines += [f"[{table}]"] if not lines[-1] else ["", f"[{table}]"]
        last = len(lines) - 1
    lines.insert(last + 1, f"{name} = {_written(value)}")
    return "\n".join(lines)


def _written(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return '"' + value.replace("\\", "").replace('"', "”") + '"'
    return f"{value:.2f}".rstrip("0").rstrip(".")


def with_words(text: str) -> str:
    """Return the text with what its tables and keys mean in the clerk's words, in place of its own comments."""
    words = load_rules("typeset", "layout_words.toml")
    lines = [f"# {words['head']}", ""]
    for line in text.split("\n"):
        header, found = _HEADER.match(line), _ASSIGNMENT.match(line)
        if header:
            lines.append(_explained(f"[{header[1]}]", words["tables"].get(header[1])))
        elif found:
            lines.append(_explained(f"{found[1].strip()} {found[3]}", words["keys"].get(found[2])))
        elif not line.strip() and lines[-1]:
            lines.append("")
    return "\n".join(lines)


def _explained(line: str, word: str | None) -> str:
    return f"{line:<32}  # {word}" if word else line


def with_lines(text: str, layout: Layout, lines: int) -> str:
    """Return the text with so many lines a page: the pitch is the largest that gives them, in whole twips."""
    pitch = layout.page.text_height // lines
    return with_value(with_value(text, "page.lines", lines), "page.pitch_pt", pitch / TWIPS_PER_POINT)


def with_characters(text: str, layout: Layout, characters: int) -> str:
    """Return the text with so many Chinese characters a line: body text is set closer or wider."""
    spacing = layout.page.text_width // characters - layout.body.size * 10
    return with_value(
        with_value(text, "page.characters", characters), "text.body.letter_spacing_pt", spacing / TWIPS_PER_POINT
    )


def with_true_counts(text: str) -> str:
    """Return the text with the lines and characters that its page, pitch and body text really give.

    What cannot be counted because a value is wrong stays as it is.
    """
    try:
        data = tomllib.loads(text)
        page, body = data["page"], data["text"]["body"]
        height, width = (_room(page, *sides) for sides in (("height", "top", "bottom"), ("width", "left", "right")))
        lines = height // round(page["pitch_pt"] * TWIPS_PER_POINT)
        characters = width // round((body["size_pt"] + body["letter_spacing_pt"]) * TWIPS_PER_POINT)
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ZeroDivisionError):
        return text
    for key, count in (("lines", lines), ("characters", characters)):
        if page.get(key) != count:
            text = with_value(text, f"page.{key}", count)
    return text


def _room(page: Mapping[str, Any], whole: str, first: str, second: str) -> int:
    """Return what the margins leave of the paper, in twips; each length is rounded as the layout rounds it."""
    sizes: list[int] = [
        round(page[f"{key}_mm"] * TWIPS_PER_MM) for key in (whole, f"margin_{first}", f"margin_{second}")
    ]
    return sizes[0] - sizes[1] - sizes[2]
