"""The English of the window, kept in Qt's translation files: `dev.py translations`.

What the window says is collected from the code and from the data files that it shows; what is new stands unfinished in
`resources/translations/assistant_en.ts`, for Qt Linguist or any editor. The .qm beside it is what the program loads.
Collected here and not with Qt's lupdate, which knows neither the data files nor the tables at the head of a module.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

import PySide6

from assistant.phrases.forms import CATEGORIES
from assistant.window.language import CONTEXT

ROOT = Path(__file__).parents[1]
WINDOW, RESOURCES = ROOT / "assistant" / "window", ROOT / "resources"
ENGLISH = RESOURCES / "translations" / "assistant_en.ts"
COMPILED = ENGLISH.with_suffix(".qm")
CHINESE = re.compile("[\u3400-\u9fff\uff00-\uffef、。《》]")
CONTENT = {
    "export_dialog.py": ("（草稿）", "（定稿）"),  # in names of files
    "language.py": ("简体中文",),
    "language_flow.py": None,  # speaks both languages at once
    "layout_form.py": ("我的版式",),
    "page/look.py": None,  # marks of the report's text
    "page/style.py": None,  # names of faces
    "phrase_flow.py": ("[，。；：！？]",),
    "picture_painter.py": ("〔图片〕",),
    "proofing.py": ("检查设置.json",),
    "sheet_flow.py": ("采集表",),  # in the name of a file
    "value_input.py": (r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日", "年", "月", "日"),
}
"""What belongs to a report or a file and is the same in both languages, by file of the window; None: all of it."""


class Literal(NamedTuple):
    """A Chinese string in the code of the window."""

    file: str
    line: int
    text: str
    is_translated: bool
    """Whether it is passed to tr() where it stands, or stands in a table at the head of the module."""


def literals(source: str, file: str) -> Iterator[Literal]:
    """Find the Chinese strings of a module, without docstrings and content, and whatever is passed to tr()."""
    content = CONTENT.get(file, ())
    if content is None:
        return
    tree = ast.parse(source)
    passed = {id(node.args[0]) for node in ast.walk(tree) if _is_tr(node) and node.args}
    skipped = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    functions = [node for node in ast.walk(tree) if isinstance(node, _FUNCTIONS)]
    inside = {id(node) for function in functions for node in ast.walk(function)}
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Constant) and isinstance(node.value, str)) or id(node) in skipped:
            continue
        if id(node) in passed or (CHINESE.search(node.value) and node.value not in content):
            yield Literal(file, node.lineno, node.value, id(node) in passed or id(node) not in inside)


_FUNCTIONS = (ast.FunctionDef, ast.Lambda)


def _is_tr(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr"


def literals_of_window() -> list[Literal]:
    """Return the texts of all modules of the window, in the order of files and lines."""
    found: list[Literal] = []
    for path in sorted(WINDOW.rglob("*.py")):
        file = path.relative_to(WINDOW).as_posix()
        found += sorted(literals(path.read_text("utf-8"), file), key=lambda one: one.line)
    return found


def messages() -> dict[str, list[str]]:
    """Return what is to be translated: the Chinese texts, each once, by context."""
    found = {CONTEXT: [one.text for one in literals_of_window()] + list(_words_of_data())}
    for table, words in _toml("wording", "sentences.toml").items():
        found[table] = list(words.values())
    found["prompts"] = list(_toml("filling", "sheet.toml")["prompts"].values())
    found["reasons"] += _reasons()
    return {context: list(dict.fromkeys(texts)) for context, texts in found.items()}


def _words_of_data() -> Iterator[str]:
    """Give the words of data files that the window passes to tr()."""
    yield from CATEGORIES
    yield from _toml("samples", "index.toml")["genres"]
    for outline in sorted((RESOURCES / "outlines").glob("*.toml")):
        yield tomllib.loads(outline.read_text("utf-8"))["genre"]
    for block in _toml("help", "topics.toml")["keys"]:
        yield block["place"]
        yield from (what for _keys, what in block["rows"])
    for layout in sorted((RESOURCES / "layouts").glob("*.toml")):
        yield tomllib.loads(layout.read_text("utf-8"))["description"]
    characters = _toml("wording", "characters.toml")
    yield from _toml("typeset", "faces.toml")["sizes"]
    yield from (group["name"] for group in characters["group"])
    yield from characters["names"].values()


def _reasons() -> Iterator[str]:
    """Give what the rules say of their findings: every `why` and `what` of the wording's tables."""
    for path in sorted((RESOURCES / "wording").glob("*.toml")):
        yield from _told(tomllib.loads(path.read_text("utf-8")))


def _told(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for one in node:
            yield from _told(one)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key in ("why", "what") and isinstance(value, str):
                yield value
            else:
                yield from _told(value)


def _toml(*parts: str) -> dict[str, Any]:
    return tomllib.loads(RESOURCES.joinpath(*parts).read_text("utf-8"))


def read_translations(path: Path = ENGLISH) -> dict[tuple[str, str], str]:
    """Return the translations by context and Chinese text, "" where one is unfinished."""
    if not path.exists():
        return {}
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            is_finished = translation.get("type") is None
            key = (context.findtext("name", ""), message.findtext("source", ""))
            found[key] = (translation.text or "") if is_finished else ""
    return found


def written(translations: dict[tuple[str, str], str]) -> str:
    """Return the translation file for all messages, in Qt's format, without line numbers: those change too often."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append('<TS version="2.1" language="en_GB" sourcelanguage="zh_CN">')
    for context, texts in messages().items():
        lines += ["<context>", f"    <name>{context}</name>"]
        for text in texts:
            english = translations.get((context, text), "")
            kind = "" if english else ' type="unfinished"'
            lines += ["    <message>", f"        <source>{escape(text)}</source>"]
            lines += [f"        <translation{kind}>{escape(english)}</translation>", "    </message>"]
        lines.append("</context>")
    return "\n".join([*lines, "</TS>", ""])


def compile_translations(source: Path, target: Path) -> None:
    """Make the file that the program loads; the same source gives the same bytes."""
    tool = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    subprocess.run([tool, "-silent", source, "-qm", target], check=True)


def main() -> int:
    """Bring both files up to date, and name what is still to be translated."""
    ENGLISH.parent.mkdir(exist_ok=True)
    translations = read_translations()
    ENGLISH.write_text(written(translations), "utf-8", newline="\n")
    compile_translations(ENGLISH, COMPILED)
    unfinished = [key for key, english in read_translations().items() if not english]
    for context, text in unfinished:
        print(f"unfinished ({context}): {text!r}")
    print(f"{ENGLISH.relative_to(ROOT)}: {len(read_translations())} texts, {len(unfinished)} unfinished")
    return 0


if __name__ == "__main__":
    sys.exit(main())
