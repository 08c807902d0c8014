"""The program for Windows as a folder: signed CPython, trimmed packages, the project's wheel and the launchers."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from parts import HERE, PROGRAM, BuildError, add_notices, call, compile_ahead, install_packages

WINDOWS = HERE / "windows"
_CA = Path("/etc/ssl/certs/ca-certificates.crt")
_SIGNED_AT = "1712100000"
"""April 2024, when CPython 3.11.9 was signed; the certificate has ended since."""
_SIGNED = ("python.exe", "pythonw.exe", "python3.dll", "python311.dll", "sqlite3.dll", "_sqlite3.pyd", "_ctypes.pyd")
_NO_SOCKETS = ("_ssl.pyd", "libssl-3.dll", "libcrypto-3.dll")
"""_socket.pyd stays: the standard library imports it where nothing is sent."""


def build_tree(work: Path, python: Path, wheels: Path, version: str, icon: Path) -> Path:
    """Return the folder of the program, made below `work`.

    Args:
        python: the unpacked CPython.
        wheels: the wheels that were built here.
    """
    tree = work / "windows" / "tree"
    _runtime(python, tree / "runtime")
    install_packages(wheels, tree / "site", WINDOWS, ["win_amd64"])
    add_notices(tree, tree / "runtime" / "LICENSE.txt")
    compile_ahead(tree / "site")
    for name, is_windowed in ((f"{PROGRAM}.exe", True), ("assistant.exe", False)):
        _launcher(work / "windows", tree / name, icon, version, is_windowed=is_windowed)
    return tree


def _runtime(python: Path, runtime: Path) -> None:
    """Take CPython over, check its signatures, and leave out what could open a connection."""
    shutil.copytree(python, runtime)
    for signed in _SIGNED:
        _check_signature(runtime / signed)
    for name in _NO_SOCKETS:
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
