"""The program for Linux as a folder that runs wherever it lies: CPython, trimmed packages, the project's wheel.

Made for glibc 2.28 and newer, which is what Qt's published libraries ask for: Debian 10, UOS 20, Kylin V10.
"""

from __future__ import annotations

import hashlib
import py_compile
import re
import shutil
import zipfile
from pathlib import Path

from parts import HERE, BuildError, add_notices, call, compile_ahead, install_packages, keep_matching, lines_of, pip

LINUX = HERE / "linux"
NAME = "baogao-assistant"
_PLATFORMS = ("manylinux_2_28_x86_64", "manylinux_2_27_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64")
_NEWEST = {"GLIBC_2": 28, "GLIBCXX_3.4": 25}
"""The newest versions of system symbols that may be asked for: those of glibc 2.28 and GCC 8."""


def build_tree(work: Path, python: Path, wheels: Path) -> Path:
    """Return the folder of the program, made below `work`.

    Args:
        python: the unpacked CPython for Windows, for its standard library and licence.
        wheels: the wheels that were built here.

    Raises:
        BuildError: a library asks for a newer system, or for something that the packages do not name.
    """
    tree = work / "linux" / "tree"
    _runtime(work, tree, python)
    install_packages(wheels, tree / "site", LINUX, _PLATFORMS)
    add_notices(tree, python / "LICENSE.txt")
    compile_ahead(tree / "site")
    _carry_libraries(work / "carried", tree)
    (tree / NAME).symlink_to(f"runtime/{NAME}")
    _check_libraries(tree)
    return tree


def dependencies() -> tuple[list[str], list[str]]:
    """Return Debian's names of what must be there, and of what had better be there."""
    needed: dict[str, None] = {}
    wished: dict[str, None] = {}
    for line in lines_of(LINUX / "system_libraries.txt"):
        packages = line.split(maxsplit=1)[1]
        (wished if packages.startswith("?") else needed)[packages.removeprefix("?").strip()] = None
    return sorted(needed), sorted(wished)


def _runtime(work: Path, tree: Path, python: Path) -> None:
    """Lay CPython out so that its modules find their libraries, which stand two folders above them."""
    pip("download", "--require-hashes", "--no-binary", ":none:", *_target(), "-d", work, "-r", _pins())
    with zipfile.ZipFile(next(work.glob("freeze_core-*.whl"))) as wheel:
        wheel.extractall(work / "freeze")
    kept = work / "linux" / "python"
    keep_matching(work / "freeze", kept, LINUX / "kept_of_python.txt")
    library = tree / "runtime" / "lib"
    shutil.copytree(kept / "freeze_core" / "lib", library)
    shutil.copytree(kept / "freeze_core.libs", tree / "freeze_core.libs")
    program = tree / "runtime" / NAME
    shutil.copy2(kept / "freeze_core" / "bases" / "console-cpython-311-x86_64-linux-gnu", program)
    program.chmod(0o755)
    with zipfile.ZipFile(python / "python311.zip") as standard_library:
        standard_library.extractall(library)
    start = library / f"__init__{NAME.replace('-', '_')}.pyc"  # without its source, which would be compiled each time
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    py_compile.compile(str(LINUX / "start.py"), str(start), "start.py", doraise=True, invalidation_mode=mode)


def _carry_libraries(work: Path, tree: Path) -> None:
    """Lay libraries of Debian, and their notices, beside Qt's own."""
    work.mkdir()
    for line in lines_of(LINUX / "carried_libraries.txt"):
        library, package, version, digest = line.split()
        call("apt-get", "download", f"{package}={version}", cwd=work)
        archive = next(work.glob(f"{package}_*.deb"))
        if hashlib.sha256(archive.read_bytes()).hexdigest() != digest:
            raise BuildError(f"{archive.name} is not the one that linux/carried_libraries.txt names")
        call("dpkg-deb", "--extract", archive, work / package)
        shutil.copy2(
            next((work / package).rglob(library)).resolve(), tree / "site" / "PySide6" / "Qt" / "lib" / library
        )
        notice = work / package / "usr" / "share" / "doc" / package / "copyright"
        shutil.copy2(notice, tree / "licences" / f"{package}-copyright.txt")


def _target() -> tuple[str, ...]:
    return ("--platform", "manylinux2014_x86_64", "--python-version", "3.11", "--only-binary", ":all:")


def _pins() -> Path:
    return HERE / "requirements-linux.txt"


def _check_libraries(tree: Path) -> None:
    """Hold what the tree's libraries ask the system for against the list, and against the oldest system meant."""
    binaries = [path for path in sorted(tree.rglob("*")) if path.is_file() and _is_elf(path)]
    inside = {path.name for path in binaries}
    asked: dict[str, str] = {}
    for path in binaries:
        _check_age(path)
        for needed in re.findall(r"NEEDED.*\[(.+)\]", call("readelf", "-dW", path)):
            asked.setdefault(needed, path.name)
    system = {name: by for name, by in asked.items() if name not in inside}
    named = {line.split()[0] for line in lines_of(LINUX / "system_libraries.txt")}
    surprises = [f"{name} is asked for by {by}" for name, by in sorted(system.items()) if name not in named]
    surprises += [f"{name} is not asked for any more" for name in sorted(named - system.keys())]
    if surprises:
        raise BuildError("linux/system_libraries.txt does not fit:\n" + "\n".join(surprises))


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _check_age(path: Path) -> None:
    data = path.read_bytes()
    for family, newest in _NEWEST.items():
        pattern = rb"\0" + re.escape(family).encode() + rb"\.(\d+)[\0.]"
        latest = max(map(int, re.findall(pattern, data)), default=0)
        if latest > newest:
            raise BuildError(f"{path.name} asks for {family}.{latest}: no system before that can run it")
