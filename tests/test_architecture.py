"""The house keeps its plan: which room knows which, where Qt is, how big things are, what is not committed.

The rules read the syntax tree only; `violations` takes a folder, so that they are tried on made-up trees too.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent

# Every room may import these, and `assistant` itself (its version).
FOR_ALL = {"report", "resources", "lexicon", "pinyin", ""}
# What else each room may import; "" is assistant/__init__.py.
ARROWS: dict[str, set[str]] = {
    "": set(),
    "resources": set(),
    "lexicon": set(),
    "pinyin": set(),
    "report": set(),
    "reading": set(),
    "filling": set(),
    "phrases": {"filling"},
    "checking": {"filling"},
    "typeset": set(),
    "writing": {"typeset"},
    "storage": set(),
    "workbench": {"reading", "filling", "phrases", "checking", "typeset", "writing", "storage"},
    "window": {"workbench"},
    "cli": {"workbench", "window"},
    "__main__": {"cli", "workbench", "window"},
}
ENTRANCES = {"cli", "__main__"}
MAY_IMPORT_LATE = {"workbench", "window"} | ENTRANCES
NETWORK = {"socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "requests", "httpx", "PySide6.QtNetwork"}
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "base", "misc"}
MAX_FILE_LINES, MAX_FUNCTION_LINES, MAX_INIT_DOCSTRING_LINES = 400, 45, 8

# Put together here so that this file does not hold them itself.
FORBIDDEN_TEXT = [
    "/wo" + "rk/",
    "/ro" + "ot/",
    "--index" + "-url",
    "deb.deb" + "ian.org",
    "//py" + "pi.org",
    "python" + "hosted",
]


class Import(NamedTuple):
    """One imported module, as the importing file names it."""

    target: str
    line: int
    is_late: bool
    """Inside a function."""
    is_for_types: bool
    """Under `if TYPE_CHECKING:`: never imported while the program runs."""


class Module(NamedTuple):
    """One source file of the package."""

    name: str
    path: Path
    lines: int
    tree: ast.Module
    imports: list[Import]

    @property
    def room(self) -> str:
        return room_of(self.name)

    def at(self, line: int, complaint: str) -> str:
        return f"{self.name}:{line}: {complaint}"


def room_of(module: str) -> str:
    """Return the room of assistant.room.rest; "" for assistant itself."""
    return [*module.split("."), ""][1]


def is_ours(module: str) -> bool:
    return module.split(".")[0] == "assistant"


# --- Reading the tree -----------------------------------------------------------------------------------------------


def read_modules(root: Path) -> list[Module]:
    """Parse every file of root/assistant."""
    files = {module_name(path.relative_to(root)): path for path in sorted((root / "assistant").rglob("*.py"))}
    modules = []
    for name, path in files.items():
        text = path.read_text("utf-8")
        tree = ast.parse(text, str(path))
        package = name if path.name == "__init__.py" else name.rpartition(".")[0]
        imports = list(read_imports(tree, package, set(files)))
        modules.append(Module(name, path, text.count("\n"), tree, imports))
    return modules


def module_name(path: Path) -> str:
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def read_imports(tree: ast.Module, package: str, known: set[str]) -> Iterator[Import]:
    late = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for inner in ast.walk(node)
    }
    typed = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for statement in node.body
        for inner in ast.walk(statement)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(alias.name, node.lineno, node in late, node in typed)
        elif isinstance(node, ast.ImportFrom):
            base = absolute(node, package)
            for alias in node.names:
                inner = f"{base}.{alias.name}"
                is_module = inner in known or not is_ours(base)
                yield Import(inner if is_module else base, node.lineno, node in late, node in typed)


def absolute(node: ast.ImportFrom, package: str) -> str:
    """Return the full name of what a (perhaps relative) `from … import` names."""
    if not node.level:
        return node.module or ""
    parts = package.split(".")
    parts = parts[: len(parts) - node.level + 1]
    return ".".join([*parts, node.module] if node.module else parts)


# --- Rules ----------------------------------------------------------------------------------------------------------


def check_arrows(modules: list[Module]) -> Iterator[str]:
    for module in modules:
        if module.room not in ARROWS:
            yield module.at(1, f"{module.room} is not a room of the house")
            continue
        allowed = ARROWS[module.room] | FOR_ALL | {module.room}
        for found in module.imports:
            if is_ours(found.target) and room_of(found.target) not in allowed:
                yield module.at(found.line, f"{module.room or 'assistant'} may not import {found.target}")


def check_qt(modules: list[Module]) -> Iterator[str]:
    for module in modules:
        for found in module.imports:
            top = found.target.split(".")[0]
            if top in ("PySide6", "shiboken6") and module.room != "window":
                yield module.at(found.line, "Qt is imported in window only")
            if (
                module.room in ENTRANCES
                and room_of(found.target) == "window"
                and is_ours(found.target)
                and not found.is_late
            ):
                yield module.at(
                    found.line, "the window is imported inside a function, so that the command line loads no Qt"
                )


def check_network(modules: list[Module]) -> Iterator[str]:
    for module in modules:
        for found in module.imports:
            if any(f"{found.target}.".startswith(f"{name}.") for name in NETWORK):
                yield module.at(found.line, f"{found.target}: the program never uses the network")


def check_late_imports(modules: list[Module]) -> Iterator[str]:
    for module in modules:
        if module.room not in MAY_IMPORT_LATE:
            for found in module.imports:
                if found.is_late:
                    yield module.at(found.line, f"{found.target} is imported inside a function")


def check_cycles(modules: list[Module]) -> Iterator[str]:
    """Name every import circle once, by a walk in depth; names imported for types alone close none."""
    graph = {
        module.name: sorted({found.target for found in module.imports if not found.is_for_types}) for module in modules
    }
    done: set[str] = set()

    def walk(name: str, trail: list[str]) -> Iterator[str]:
        if name in trail:
            yield " -> ".join([*trail[trail.index(name) :], name]) + ": import circle"
        elif name in graph and name not in done:
            for target in graph[name]:
                yield from walk(target, [*trail, name])
            done.add(name)

    for module in modules:
        yield from walk(module.name, [])


def check_sizes(modules: list[Module]) -> Iterator[str]:
    for module in modules:
        if module.lines > MAX_FILE_LINES:
            yield module.at(1, f"{module.lines} lines, more than {MAX_FILE_LINES}")
        for node in ast.walk(module.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > MAX_FUNCTION_LINES:
                    yield module.at(node.lineno, f"{node.name} has {lines} lines, more than {MAX_FUNCTION_LINES}")


def check_names(modules: list[Module]) -> Iterator[str]:
    for module in modules:
        for part in module.name.split("."):
            if part in FORBIDDEN_NAMES:
                yield module.at(1, f"{part} says nothing about what is in it")


def check_room_docstrings(modules: list[Module]) -> Iterator[str]:
    for module in modules:
        if module.path.name != "__init__.py":
            continue
        text = ast.get_docstring(module.tree)
        if not text:
            yield module.at(1, "__init__.py does not say what the room is for")
        elif len(text.splitlines()) > MAX_INIT_DOCSTRING_LINES:
            yield module.at(1, f"the docstring has more than {MAX_INIT_DOCSTRING_LINES} lines")


RULES: list[Callable[[list[Module]], Iterator[str]]] = [
    check_arrows,
    check_qt,
    check_network,
    check_late_imports,
    check_cycles,
    check_sizes,
    check_names,
    check_room_docstrings,
]


def project_files(root: Path) -> list[Path]:
    """Return the files that are committed or about to be."""
    call = ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(call, capture_output=True, check=True).stdout.decode("utf-8")
    return [path for name in listed.split("\0") if name and (path := root / name).is_file()]


def forbidden_text(path: Path) -> Iterator[str]:
    data = path.read_bytes()
    if b"\0" in data[:8192]:
        return
    for number, line in enumerate(data.decode("utf-8", "ignore").splitlines(), 1):
        for text in FORBIDDEN_TEXT:
            if text in line:
                yield f"{path.name}:{number}: holds {text}"


# --- The project ----------------------------------------------------------------------------------------------------


@cache
def package() -> list[Module]:
    """Return the package's own modules, parsed once for all rules."""
    return read_modules(ROOT)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_package_keeps_the_rule(rule):
    assert list(rule(package())) == []


def test_no_committed_file_names_a_machine_or_a_registry():
    try:
        files = project_files(ROOT)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this is not a git checkout")
    assert [complaint for path in files for complaint in forbidden_text(path)] == []


def test_command_line_loads_no_qt():
    look = (
        "import sys, assistant.cli; print([name for name in sys.modules if name.startswith(('PySide6', 'shiboken6'))])"
    )
    done = subprocess.run([sys.executable, "-c", look], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "[]", "")


# --- The rules themselves -------------------------------------------------------------------------------------------


def complaints_about(root: Path, files: dict[str, str]) -> list[str]:
    """Return what the rules say about a made-up package; every room gets a docstring."""
    (root / "assistant").mkdir()
    for name, text in files.items():
        path = root / "assistant" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    for folder in [root / "assistant", *{path.parent for path in root.rglob("*.py")}]:
        if not (folder / "__init__.py").exists():
            (folder / "__init__.py").write_text('"""A room."""\n', "utf-8")
    modules = read_modules(root)
    return [complaint for rule in RULES for complaint in rule(modules)]


def test_rules_accept_what_the_plan_allows(tmp_path):
    files = {
        "report/model.py": "from assistant import resources\nimport re\n",
        "resources.py": "import os\n",
        "phrases/mine.py": "from assistant import __version__\nfrom ..report.model import Report\n"
        "from assistant.filling import slots\n",
        "filling/slots.py": "from assistant.report import model\n",
        "workbench/open.py": "def f():\n    from assistant.phrases import mine\n",
        "window/main.py": "from PySide6.QtWidgets import QWidget\nfrom assistant.workbench import open\n",
        "cli.py": "def main():\n    from assistant.window import main\n",
    }
    assert complaints_about(tmp_path, files) == []


@pytest.mark.parametrize(
    ("files", "complaint"),
    [
        (
            {"report/a.py": "from assistant.reading import b\n", "reading/b.py": ""},
            "report may not import assistant.reading.b",
        ),
        ({"report/a.py": "from ..storage import save\n"}, "report may not import assistant.storage"),
        ({"report/a.py": "from .. import storage\n", "storage/b.py": ""}, "report may not import assistant.storage"),
        ({"checking/a.py": "import assistant.phrases.mine\n"}, "checking may not import assistant.phrases.mine"),
        ({"window/a.py": "from assistant.writing import docx\n"}, "window may not import assistant.writing"),
        ({"cli.py": "from assistant.storage import save\n"}, "cli may not import assistant.storage"),
        ({"reports/a.py": ""}, "reports is not a room"),
        ({"writing/a.py": "import PySide6.QtGui\n"}, "Qt is imported in window only"),
        ({"workbench/a.py": "def f():\n    from PySide6 import QtCore\n"}, "Qt is imported in window only"),
        (
            {"cli.py": "from assistant.window import main\n", "window/main.py": ""},
            "imported inside a function, so that",
        ),
        ({"storage/a.py": "from urllib import request\n"}, "never uses the network"),
        ({"window/a.py": "from PySide6.QtNetwork import QLocalServer\n"}, "never uses the network"),
        ({"reading/a.py": "class A:\n    def f(self):\n        import docx\n"}, "docx is imported inside a function"),
        (
            {"report/a.py": "from . import b\n", "report/b.py": "from .a import x\n"},
            "assistant.report.a: import circle",
        ),
        (
            {"report/__init__.py": '"""R."""\nfrom .a import x\n', "report/a.py": "import assistant.report\n"},
            "import circle",
        ),
        ({"report/a.py": "x = 1\n" * 401}, "401 lines, more than 400"),
        ({"report/a.py": "def f():\n" + "    x = 1\n" * 45}, "f has 46 lines, more than 45"),
        ({"report/utils.py": ""}, "utils says nothing"),
        ({"report/__init__.py": ""}, "does not say what the room is for"),
        ({"report/__init__.py": '"""' + "line\n" * 9 + '"""\n'}, "more than 8 lines"),
    ],
)
def test_rules_catch(tmp_path, files, complaint):
    found = complaints_about(tmp_path, files)
    assert any(complaint in text for text in found), found


def test_a_name_imported_for_types_alone_closes_no_circle(tmp_path):
    sources = {
        "report/__init__.py": '"""R."""\n',
        "report/a.py": "from .b import x\ny = 1\n",
        "report/b.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from .a import y\nx = 1\n",
    }
    assert not [text for text in complaints_about(tmp_path, sources) if "circle" in text]


def test_forbidden_text_is_caught_in_text_and_not_in_binary_files(tmp_path):
    text, binary = tmp_path / "a.md", tmp_path / "a.png"
    for path, start in ((text, b"first line\n"), (binary, b"\0\n")):
        path.write_bytes(start + f"see {FORBIDDEN_TEXT[0]}main".encode())
    assert list(forbidden_text(text)) == [f"a.md:2: holds {FORBIDDEN_TEXT[0]}"]
    assert list(forbidden_text(binary)) == []
