"""The Windows packages tried under Wine 10 in a Debian 13: installed, upgraded while running, looked at, removed.

Not a part of the daily suite: it needs root, debootstrap and some minutes. The locale makes Wine a Chinese Windows
(code page 936), the user's name is Chinese, and so is the folder that is installed into.
"""

from __future__ import annotations

import json
import shutil
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from debian_root import DebianRoot, fresh_root
from parts import PROGRAM, BuildError
from trial import compare_documents, say_if, wait_until
from windows_packages import build_setup

_SUITE = "trixie"
_TOOLS = ("wine", "wine64", "xvfb", "xauth", "x11-utils", "imagemagick", "locales", "fonts-wqy-microhei")
_CLERK, _OTHER = "小王", "文秘"
_TRIAL = "/srv/trial"
_INSTALLED = "测试 目录/报告助手"
_UNINSTALL = rf"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\{PROGRAM}"
_CODE_PAGE = r"HKLM\System\CurrentControlSet\Control\Nls\CodePage"
_PATIENCE = 120
_BUSY = 3
"""Exit status of a silent installer while the program runs."""


def try_packages(dist: Path, version: str, work: Path, existing: Path | None = None) -> None:
    """Install, upgrade, run and remove the packages in a fresh Wine prefix.

    Args:
        existing: a Debian 13 with Wine, instead of a fresh one.

    Raises:
        BuildError: what went wrong, in a line or two.
    """
    with _wine_root(existing, work) as root:
        wine = _Wine(root)
        wine.begin(dist)
        say_if(
            "936" in wine.output("reg", "query", _CODE_PAGE, "/v", "ACP"), "Wine is a Chinese Windows, code page 936"
        )
        newer = _newer_setup(version, work)
        shutil.copy2(newer, root.place(_TRIAL))
        _try_setup(wine, f"{PROGRAM}-{version}-setup.exe", newer.name, dist / f"{PROGRAM}-{version}-wine-setup.png")
        _try_taken_folder(wine, newer.name)
        _try_portable(wine, dist / f"{PROGRAM}-{version}-portable.zip")
        _try_msi(wine, f"{PROGRAM}-{version}.msi", dist / f"{PROGRAM}-{version}-wine-msi.png")


@contextmanager
def _wine_root(existing: Path | None, work: Path) -> Iterator[DebianRoot]:
    if existing is not None:
        yield DebianRoot(existing)
        return
    with fresh_root(_SUITE, work / _SUITE) as root:
        root.call("apt-get", "install", "-y", "--no-install-recommends", *_TOOLS)
        root.call("localedef", "-i", "zh_CN", "-f", "UTF-8", "zh_CN.UTF-8")
        yield root


class _Wine:
    """A fresh prefix, and who uses it."""

    def __init__(self, root: DebianRoot) -> None:
        self.root = root
        self.drive = root.place(f"{_TRIAL}/prefix/drive_c")
        self.user = _CLERK

    def begin(self, dist: Path) -> None:
        """Make the prefix and lay the packages beside it."""
        trial = self.root.place(_TRIAL)
        shutil.rmtree(trial, ignore_errors=True)
        trial.mkdir(parents=True)
        for package in dist.glob(f"{PROGRAM}-*"):
            shutil.copy2(package, trial)
        for number, name in enumerate((_CLERK, _OTHER), start=1001):
            if f"\n{name}:" not in self.root.read("/etc/passwd"):
                self.root.add_user(name, number, f"/home/{name}")
        self.belongs_to(_CLERK)
        self.run("wineboot", "--init")
        self.run("reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", "win10", "/f")

    def belongs_to(self, user: str) -> None:
        """Let another account use the prefix; where the one before had its server is forgotten."""
        self.root.place(f"{_TRIAL}/prefix/wineserver").unlink(missing_ok=True)
        self.root.call("chown", "-R", f"{user}:{user}", _TRIAL)
        self.user = user

    def status(self, *words: str) -> int:
        """Run a Windows program and return its exit status; its output goes to a file."""
        script = 'xvfb-run -a timeout "$0" wine "$@" > /srv/trial/output.txt 2> /srv/trial/errors.txt </dev/null'
        told = self.script(f"{script} || echo $?", str(_PATIENCE), *words).split()
        return int(told[-1]) if told else 0

    def run(self, *words: str) -> None:
        """Run a Windows program that must end well."""
        if status := self.status(*words):
            said = self.root.read(f"{_TRIAL}/output.txt") + self.root.read(f"{_TRIAL}/errors.txt")
            raise BuildError(f"wine {words[0]} ended with {status}: {said[-1500:]}")

    def output(self, *words: str) -> str:
        """Return what a Windows program prints, whatever its exit status."""
        self.status(*words)
        return "".join(
            self.root.place(f"{_TRIAL}/{name}.txt").read_bytes().decode("utf-8", "replace")
            for name in ("output", "errors")
        )

    def script(self, text: str, *words: str) -> str:
        """Run a shell script as the user; the first word is what it calls $0."""
        own = {"WINEPREFIX": f"{_TRIAL}/prefix", "WINEDEBUG": "-all", "LC_ALL": "zh_CN.UTF-8"}
        command = f'cd "$HOME"; {text}'
        return self.root.call("sh", "-euc", command, *words, user=self.user, HOME=f"/home/{self.user}", **own)

    def window(self, folder: str, report: str, picture: Path, *, during: str = "") -> str:
        """Open a window, then a report by a second start; take a picture; return what `during` printed."""
        said = self.script(_WINDOW.replace("@DURING@", during), "sh", f"{_TRIAL}/prefix/drive_c/{folder}", report)
        shutil.move(self.root.place(f"{_TRIAL}/window.png"), picture)
        return said

    def data(self, user: str) -> Path:
        """Return the program's data folder of a user."""
        return self.drive / "users" / user / "AppData" / "Local" / PROGRAM


_WINDOW = """
cat > /srv/trial/look.sh <<'END'
wait_for() {
    for _ in $(seq 200); do
        if xwininfo -root -tree | grep -q "$1"; then return; fi
        sleep 0.3
    done
    xwininfo -root -tree >&2; exit 1
}
wine "$1/BaogaoAssistant.exe" >/dev/null 2>&1 </dev/null &
wait_for '"报告助手'
timeout 60 wine "$1/BaogaoAssistant.exe" "$2" >/dev/null 2>&1 </dev/null || exit 1
wait_for ' - 报告助手"'
sleep 3
import -window root /srv/trial/window.png
@DURING@
wineserver -k
END
xvfb-run -a -s "-screen 0 1600x900x24" sh /srv/trial/look.sh "$1" "$2"
"""


def _newer_setup(version: str, work: Path) -> Path:
    """Return an installer of the same tree that calls itself newer; packed lightly, since it is only tried."""
    first, _, last = version.rpartition(".")
    windows = work.parent / "windows"
    folder = work / "newer"
    folder.mkdir(parents=True, exist_ok=True)
    return build_setup(windows / "tree", windows / "program.ico", folder, f"{first}.{int(last) + 1}", is_quick=True)


def _try_setup(wine: _Wine, setup: str, newer: str, picture: Path) -> None:
    """Install, use, install the newer one over it while the program runs and after, remove."""
    # the installer wants its last argument unquoted, blanks and all
    place = "\\".join(["/D=C:", *_INSTALLED.split("/")]).split(" ")
    wine.run(f"{_TRIAL}/{setup}", "/S", *place)
    program = wine.drive / _INSTALLED
    say_if((program / f"{PROGRAM}.exe").is_file(), f"{setup} installed into C:/{_INSTALLED}")
    before = _files(program)
    _try_program(wine, _INSTALLED)
    quoted = " ".join(f"'{word}'" for word in place)
    install = f'wine "{_TRIAL}/{newer}" /S {quoted} </dev/null 2>/dev/null; echo "ended with $?"'
    said = wine.window(_INSTALLED, _report(wine), picture, during=install)
    say_if(True, f"a window was shown, a second start opened its file in it: {picture.name}")
    say_if(f"ended with {_BUSY}" in said, f"a silent installation over the running program ends with {_BUSY}")
    say_if(_files(program) == before, "nothing is written beside the program, and it was left whole")
    data = _files(wine.data(_CLERK))
    (program / "site" / "stale.py").touch()
    wine.run(f"{_TRIAL}/{newer}", "/S", *place)
    told = wine.output("reg", "query", _UNINSTALL, "/v", "DisplayVersion")
    say_if(newer.split("-")[1] in told and _files(program) == before, "the newer installer took the old one's place")
    say_if(bool(data) and _files(wine.data(_CLERK)) == data, "the clerk's data stayed")
    wine.run(f"{_TRIAL}/prefix/drive_c/{_INSTALLED}/assistant.exe", "selftest")
    wine.run(f"{_TRIAL}/prefix/drive_c/{_INSTALLED}/uninstall.exe", "/S")
    wait_until(lambda: not program.exists(), "removed without remains", _PATIENCE)
    gone = [wine.status("reg", "query", key) for key in (_UNINSTALL, rf"HKCU\Software\Classes\{PROGRAM}.report")]
    links = list(wine.drive.rglob("报告助手.lnk"))
    say_if(all(gone) and not links, "no entry, no menu and no association is left")
    say_if(_files(wine.data(_CLERK)) == data, "the clerk's data stayed after the removal")


def _try_taken_folder(wine: _Wine, setup: str) -> None:
    """Install into a folder that holds the clerk's own files, some of them named like the program's."""
    own = wine.drive / "资料" / "site" / "我的总结.docx"
    own.parent.mkdir(parents=True)
    own.write_bytes(b"a report")
    wine.belongs_to(wine.user)
    wine.run(f"{_TRIAL}/{setup}", "/S", r"/D=C:\资料")
    program = own.parents[1] / PROGRAM
    say_if((program / f"{PROGRAM}.exe").is_file(), "in a folder that is not empty the program takes one of its own")
    wine.run(f"{_TRIAL}/prefix/drive_c/资料/{PROGRAM}/uninstall.exe", "/S")
    wait_until(lambda: not program.exists() and own.is_file(), "removed from it, the clerk's files stayed", _PATIENCE)


def _try_program(wine: _Wine, folder: str) -> None:
    """Run the command line of an installed program."""
    program = f"{_TRIAL}/prefix/drive_c/{folder}/assistant.exe"
    wine.run(program, "selftest")
    say_if(True, f"self test passed as the user {wine.user}")
    shutil.rmtree(wine.root.place(f"{_TRIAL}/demo"), ignore_errors=True)
    wine.run(program, "demo", "--out", _as_windows("demo"))
    compare_documents(wine.root.place(f"{_TRIAL}/demo"), wine.root.place("/tmp"), "Windows")
    newer = wine.root.place(f"{_TRIAL}/newer.baogao")
    newer.write_text(json.dumps({"format": "baogao", "version": 99}), "utf-8")
    said = wine.output(program, "scan", _as_windows("newer.baogao"))
    say_if("版本" in said and "Traceback" not in said, f"a newer file is refused with a sentence: {said.strip()[:60]}")


def _try_portable(wine: _Wine, archive: Path) -> None:
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(wine.drive / "U 盘")
    wine.belongs_to(wine.user)
    folder = "U 盘/报告助手"
    own, before = _files(wine.drive / folder), _files(wine.data(_CLERK))
    wine.run(f"{_TRIAL}/prefix/drive_c/{folder}/assistant.exe", "selftest")
    picture = archive.with_suffix(".png")
    wine.window(folder, _report(wine), picture)
    beside = {path.split("/")[0] for path in _files(wine.drive / folder) - own}
    say_if(beside == {"data"}, "the portable folder passed its self test and keeps its data beside itself")
    say_if(_files(wine.data(_CLERK)) == before, "the portable folder leaves the account's data alone")
    shutil.rmtree(wine.drive / "U 盘")


def _try_msi(wine: _Wine, package: str, picture: Path) -> None:
    """Install for all users, use as two of them, remove."""
    wine.run("msiexec", "/i", _as_windows(package), "/qn")
    folder = f"Program Files/{PROGRAM}"
    before = _files(wine.drive / folder)
    say_if(f"{PROGRAM}.exe" in before, f"{package} installed for all users")
    shutil.rmtree(wine.data(_CLERK), ignore_errors=True)
    for user in (_OTHER, _CLERK):  # the one who installed comes last, and removes
        wine.script("wineserver -w")
        wine.belongs_to(user)
        _try_program(wine, folder)
        wine.window(folder, _report(wine), picture)
        say_if(wine.data(user).is_dir(), f"{user} has data of her own")
    say_if(_files(wine.drive / folder) == before, "nothing is written beside the program")
    wine.run("msiexec", "/x", _as_windows(package), "/qn")
    links = list(wine.drive.rglob("报告助手.lnk"))
    say_if(not (wine.drive / folder).exists() and not links, f"{package} removed without remains")


def _report(wine: _Wine) -> str:
    name = min(path.name for path in wine.root.place(f"{_TRIAL}/demo").glob("*.docx"))
    return _as_windows(f"demo/{name}")


def _as_windows(name: str) -> str:
    return f"Z:{_TRIAL}/{name}".replace("/", "\\")


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def main() -> int:
    """Try packages that were built before: `python windows_trial.py DIST VERSION WORK [DEBIAN_13_WITH_WINE]`."""
    try:
        existing = Path(sys.argv[4]) if len(sys.argv) > 4 else None
        try_packages(Path(sys.argv[1]).resolve(), sys.argv[2], Path(sys.argv[3]).resolve(), existing)
    except BuildError as error:
        print(f"packages: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
