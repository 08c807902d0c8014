#!/usr/bin/env python3
"""Work on the report assistant: every command first installs what is missing, then does its work.

    python3 dev.py run [ARGS...]       open the window; where there is no display, do the main job without one
    python3 dev.py test [ARGS...]      check, then all tests (ARGS go to pytest)
    python3 dev.py check               style, types and architecture
    python3 dev.py bench [--long]      benchmarks
    python3 dev.py screenshots [DIR]   pictures of the window, under Xvfb
    python3 dev.py phrases             the built-in phrases made anew from the reports they come from
    python3 dev.py translations        the English of the window brought up to date with the code
    python3 dev.py packages [--verify] what clerks install, in packaging/dist (on Debian)

On Windows: py dev.py run, py dev.py test. Needs Python 3.11 to 3.13 and nothing else. Python packages go into
.venv, with the versions and hashes of packaging/requirements-dev.txt; system packages come from apt, where it is
there and may be used. Every command ends with the worst exit status of what it ran.
"""

# This file uses the standard library only, and no syntax that keeps an older Python from saying what it lacks.
from __future__ import annotations

import ctypes.util
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Callable, Iterable, NamedTuple, Sequence  # noqa: UP035 (older Pythons must get as far as main)

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "installed.txt"
REQUIREMENTS = ROOT / "packaging" / "requirements-dev.txt"
FROM_SOURCE = ROOT / "packaging" / "requirements-source.txt"
PROJECT = ROOT / "pyproject.toml"
OLDEST_PYTHON, NEWEST_PYTHON = (3, 11), (3, 13)


class Need(NamedTuple):
    """Something that the system must have, and the Debian package that brings it."""

    kind: str
    """library, program, face (a font family), module (of Python's standard library) or office part."""
    name: str
    package: str


PYTHON_NEEDS = (Need("module", "ensurepip", "python{}.{}-venv".format(*sys.version_info[:2])),)
QT_NEEDS = (
    Need("library", "GL", "libgl1"),
    Need("library", "EGL", "libegl1"),
    Need("library", "xkbcommon", "libxkbcommon0"),
    Need("library", "fontconfig", "libfontconfig1"),
    Need("library", "dbus-1", "libdbus-1-3"),
    Need("library", "glib-2.0", "libglib2.0-0"),
)
SCREEN_NEEDS = (
    Need("library", "xcb-cursor", "libxcb-cursor0"),
    Need("library", "xkbcommon-x11", "libxkbcommon-x11-0"),
    Need("library", "xcb-icccm", "libxcb-icccm4"),
    Need("library", "xcb-keysyms", "libxcb-keysyms1"),
    Need("library", "xcb-shape", "libxcb-shape0"),
)
XVFB_NEEDS = (Need("program", "xvfb-run", "xvfb"), Need("program", "xauth", "xauth"))
FONT_NEEDS = (
    Need("program", "fc-list", "fontconfig"),
    Need("face", "WenQuanYi Micro Hei", "fonts-wqy-microhei"),
    Need("face", "AR PL SungtiL GB", "fonts-arphic-gbsn00lp"),
    Need("face", "AR PL KaitiM GB", "fonts-arphic-gkai00mp"),
    Need("face", "Liberation Serif", "fonts-liberation"),
)
PAGE_NEEDS = (
    Need("program", "pdftotext", "poppler-utils"),
    Need("program", "soffice", "libreoffice-writer-nogui"),
    Need("office part", "sc", "libreoffice-calc-nogui"),
)


class DevError(Exception):
    """Something without which the command cannot go on; its text is one line for the reader."""


# --- The Python that runs this file ---------------------------------------------------------------------------------


def python_complaint(version: tuple[int, int]) -> str | None:
    """Return the line that says why this Python will not do, or None."""
    if OLDEST_PYTHON <= version <= NEWEST_PYTHON:
        return None
    found = "{}.{}".format(*version)
    return f"Python 3.11, 3.12 or 3.13 is needed, this is {found}. 需要 Python 3.11、3.12 或 3.13，当前是 {found}。"


# --- System packages ------------------------------------------------------------------------------------------------


PACKAGE_NEEDS = (
    Need("program", "makensis", "nsis"),
    Need("program", "x86_64-w64-mingw32-gcc", "gcc-mingw-w64-x86-64"),
    Need("program", "osslsigncode", "osslsigncode"),
    Need("program", "wixl", "wixl"),
    Need("program", "msibuild", "msitools"),
    Need("program", "readelf", "binutils"),
    Need("program", "dpkg-deb", "dpkg"),
    Need("program", "debootstrap", "debootstrap"),
    Need("program", "xwininfo", "x11-utils"),
)


def system_needs(command: str, *, has_display: bool) -> tuple[Need, ...]:
    """Return what the command needs from the system."""
    if command == "check":
        return PYTHON_NEEDS + QT_NEEDS
    needs = PYTHON_NEEDS + QT_NEEDS + FONT_NEEDS
    if command in ("test", "screenshots"):
        return needs + SCREEN_NEEDS + XVFB_NEEDS + PAGE_NEEDS
    if command == "packages":
        return needs + SCREEN_NEEDS + XVFB_NEEDS + PACKAGE_NEEDS
    if command == "run" and has_display:
        return needs + SCREEN_NEEDS
    return needs


def is_present(need: Need) -> bool:
    """Look whether the system has it."""
    if need.kind == "library":
        return ctypes.util.find_library(need.name) is not None
    if need.kind == "program":
        return shutil.which(need.name) is not None
    if need.kind == "module":
        importlib.invalidate_caches()
        return importlib.util.find_spec(need.name) is not None
    if need.kind == "office part":
        office = shutil.which("soffice")
        return office is not None and any(Path(office).resolve().parent.glob(f"*{need.name}lo*"))
    if shutil.which("fc-list") is None:
        return False
    listed = subprocess.run(["fc-list", need.name, "family"], capture_output=True, check=False)
    return bool(listed.stdout.strip())


def missing(needs: Iterable[Need], look: Callable[[Need], bool] = is_present) -> list[Need]:
    """Return those of the needs that the system does not have."""
    return [need for need in needs if not look(need)]


def packages_of(needs: Iterable[Need]) -> list[str]:
    """Return the Debian packages that bring the needs, each once, in a fixed order."""
    return sorted({need.package for need in needs})


def apt_command() -> list[str] | None:
    """Return how apt-get is called here, or None where there is none or the user may not."""
    if not (shutil.which("apt-get") and shutil.which("dpkg")):
        return None
    call = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y", "-o", "DPkg::Lock::Timeout=300"]
    if os.geteuid() == 0:
        return call
    if shutil.which("sudo") is None:
        return None
    may = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    return ["sudo", "-n", *call] if may else None


def install_packages(packages: Sequence[str], apt: Sequence[str]) -> None:
    """Install Debian packages; where they cannot be had together, one by one, so that the others are there."""
    say(f"installing {len(packages)} system packages with apt-get (the first time takes a while)")
    install = [*apt, "install", "--no-install-recommends"]
    run_quietly([*apt, "update"])
    if run_quietly([*install, *packages]):
        return
    for package in packages:
        if not run_quietly([*install, package]):
            say(f"apt-get could not install {package}")


def prepare_system(command: str) -> None:
    """Install what the system lacks, or name it and go on."""
    if not sys.platform.startswith("linux"):
        return
    needs = system_needs(command, has_display=has_display())
    lacking = missing(needs)
    apt = apt_command() if lacking else None
    if apt:
        install_packages(packages_of(lacking), apt)
        lacking = missing(needs)
    if lacking:
        say(f"not installed, and what needs it is skipped (Debian's names): {' '.join(packages_of(lacking))}")


# --- The virtual environment ----------------------------------------------------------------------------------------


def venv_python() -> Path:
    """Return where the environment's Python lies."""
    return VENV / "Scripts" / "python.exe" if os.name == "nt" else VENV / "bin" / "python"


class Stamp(NamedTuple):
    """What an environment was made from."""

    packages: str
    """Digest of the pinned packages, of the Python and of the place: another one means a new environment."""
    project: str
    """Digest of pyproject.toml: another one means that the project itself is installed again."""

    @classmethod
    def wanted(cls, requirements: Path = REQUIREMENTS, project: Path = PROJECT) -> Stamp:
        """Return the stamp of an environment that fits the files as they are now."""
        place = f"{sys.version_info[:2]} {sys.platform} {ROOT}\n".encode()
        return cls(digest(place + requirements.read_bytes() + FROM_SOURCE.read_bytes()), digest(project.read_bytes()))

    @classmethod
    def read(cls, path: Path = STAMP) -> Stamp:
        """Return the stamp that was left in the environment, empty where there is none."""
        try:
            packages, project = path.read_text("utf-8").split()
        except (OSError, ValueError):
            return cls("", "")
        return cls(packages, project)

    def write(self, path: Path = STAMP) -> None:
        """Leave the stamp in the environment."""
        path.write_text("\n".join(self), "utf-8")


def digest(data: bytes) -> str:
    """Return a short name for the content."""
    return hashlib.sha256(data).hexdigest()


def is_usable(python: Path) -> bool:
    """Tell whether the environment's Python starts and finds the last things that were installed into it."""
    look = "import importlib.util as u, sys; sys.exit(any(u.find_spec(n) is None for n in ('pytest', 'assistant')))"
    try:
        return subprocess.run([str(python), "-I", "-c", look], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def prepare_venv() -> None:
    """Make .venv, or mend it, so that it holds the pinned packages and this project."""
    wanted, found = Stamp.wanted(), Stamp.read()
    if found == wanted and is_usable(venv_python()):
        return
    if found.packages != wanted.packages or not is_usable(venv_python()):
        make_venv()
    STAMP.unlink(missing_ok=True)
    pip("--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    wanted.write()


def compile_program() -> None:
    """Compile what changed of the program: where Python may not write bytecode itself, each start would do it again."""
    run_quietly([str(venv_python()), "-m", "compileall", "-q", str(ROOT / "assistant")])


def make_venv() -> None:
    """Make .venv anew, with the pinned packages in it."""
    if not is_present(PYTHON_NEEDS[0]):
        raise DevError(f"Python cannot make a virtual environment here: install {PYTHON_NEEDS[0].package} first")
    if VENV.exists():
        shutil.rmtree(VENV)
    say("making .venv and installing the pinned Python packages")
    # Not sys.executable: dev.py may have been started by the Python of the .venv that has just gone.
    python = getattr(sys, "_base_executable", None) or sys.executable
    if not run_quietly([python, "-m", "venv", str(VENV)]):
        raise DevError("the virtual environment could not be made")
    pip("--require-hashes", "--only-binary", ":all:", "--requirement", str(REQUIREMENTS))
    # jieba is published as source only; it is built with the pinned setuptools, not with one that pip would fetch
    pip("--require-hashes", "--no-deps", "--no-build-isolation", "--requirement", str(FROM_SOURCE))


def pip(*args: str) -> None:
    """Install something into the environment."""
    call = [str(venv_python()), "-m", "pip", "--disable-pip-version-check", "install", "--quiet", *args]
    if not run_quietly(call):
        raise DevError("pip could not install the Python packages (see above); they come over the network once")


# --- Running things -------------------------------------------------------------------------------------------------


def say(text: str) -> None:
    """Print a line of progress."""
    print(f"dev.py: {text}", flush=True)


def run_quietly(call: Sequence[str]) -> bool:
    """Run a program without its output; where it fails, show the last lines of it."""
    with tempfile.TemporaryFile() as output:
        done = subprocess.run(call, stdin=subprocess.DEVNULL, stdout=output, stderr=output, check=False)
        if done.returncode:
            output.seek(0)
            lines = output.read().decode("utf-8", "replace").splitlines()
            print("\n".join(f"    {line}" for line in lines[-15:]), flush=True)
    return done.returncode == 0


def run(*call: str, cwd: Path | None = ROOT) -> int:
    """Run a program on this terminal and return its exit status."""
    status = subprocess.run(call, cwd=cwd, check=False).returncode
    return status if status >= 0 else 128 - status


def python(*args: str, cwd: Path | None = ROOT) -> int:
    """Run the environment's Python and return its exit status."""
    return run(str(venv_python()), *args, cwd=cwd)


def has_display() -> bool:
    """Tell whether a window can be shown."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


# --- The commands ---------------------------------------------------------------------------------------------------


def run_program(args: Sequence[str]) -> int:
    """Open the window; where there is no display, do the whole main job into demo-output."""
    if not args and not has_display():
        say("no display here: doing the main job without a window, into the folder demo-output")
        args = ["demo", "--out", str(ROOT / "demo-output")]
    return python("-P", "-m", "assistant", *args, cwd=None)


def check(_args: Sequence[str]) -> int:
    """Look at style, types and architecture."""
    steps = {
        "style": ("-m", "ruff", "check", "--quiet", "--output-format=concise", "."),
        "format": ("-m", "ruff", "format", "--check", "--quiet", "--output-format=concise", "."),
        "types": ("-m", "mypy", "--no-error-summary"),
        "architecture": ("-m", "pytest", "-q", "--no-header", "tests/test_architecture.py"),
    }
    worst = 0
    for name, step in steps.items():
        status = python(*step)
        say(f"{name}: {'ok' if status == 0 else 'failed'}")
        worst = max(worst, status)
    return worst


def run_tests(args: Sequence[str]) -> int:
    """Check, then run the tests."""
    checked = check(())
    tested = python("-m", "pytest", *args)
    if checked:
        say("the checks before the tests failed (see above)")
    return max(checked, tested)


def run_benchmarks(args: Sequence[str]) -> int:
    """Measure."""
    return python("-m", "tests.benchmarks", *args)


def rebuild_phrases(_args: Sequence[str]) -> int:
    """Make the built-in phrases anew: from the real reports where they are, and from our own samples."""
    named = os.environ.get("ASSISTANT_SAMPLES")
    reports = Path(named) if named else ROOT.parent / "shared" / "samples"
    if not reports.is_dir():
        say(f"no reports in {reports}: only the phrases of our own samples are made anew")
    return python("-m", "assistant.workbench.builtin_phrases", str(reports))


def take_screenshots(args: Sequence[str]) -> int:
    """Take the pictures of the window."""
    call = [str(venv_python()), "-m", "tests.screenshots", *args]
    if not sys.platform.startswith("linux"):
        return run(*call)
    if shutil.which("xvfb-run") is None:
        raise DevError("screenshots need xvfb-run")
    return run("xvfb-run", "-a", "-s", "-screen 0 1920x1080x24", "env", "QT_QPA_PLATFORM=xcb", *call)


def update_translations(_args: Sequence[str]) -> int:
    """Bring the translation files up to date with the texts of the window, and name what is to be translated."""
    return python("-m", "tests.translations")


def build_packages(args: Sequence[str]) -> int:
    """Build what clerks install."""
    return python("packaging/build.py", *args)


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "run": run_program,
    "test": run_tests,
    "check": check,
    "bench": run_benchmarks,
    "screenshots": take_screenshots,
    "phrases": rebuild_phrases,
    "translations": update_translations,
    "packages": build_packages,
}


def main(args: Sequence[str]) -> int:
    """Run one command and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    complaint = python_complaint(sys.version_info[:2])
    if complaint:
        print(complaint, file=sys.stderr)
        return 2
    if not args or args[0] not in COMMANDS:
        print(__doc__)
        return 0 if args and args[0] in ("-h", "--help", "help") else 2
    try:
        prepare_system(args[0])
        prepare_venv()
        compile_program()
        return COMMANDS[args[0]](args[1:])
    except DevError as error:
        print(f"dev.py: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
