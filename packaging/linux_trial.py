"""The Linux packages tried in fresh Debian roots: installed, self test, a window on a screen, removed without remains.

Not a part of the daily suite: it needs root, debootstrap, and some minutes. Debian 11 (glibc 2.31) stands for the older
systems that the packages are made for.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tarfile
from pathlib import Path

from debian_root import DebianRoot, fresh_root
from linux_tree import NAME
from parts import ROOT, BuildError
from trial import compare_documents, say_if

_SUITES = ("bookworm", "bullseye")
_TOOLS = ("xvfb", "xauth", "x11-utils", "imagemagick", "shared-mime-info", "desktop-file-utils", "fonts-wqy-microhei")
_CLERK, _OTHER = "clerk", "other"
_HOMES = {_CLERK: "/home/文秘 小王", _OTHER: "/home/other"}
_DATA = ".local/share/BaogaoAssistant"
_ENTRY = f".local/share/applications/{NAME}.desktop"
_PATIENCE = 60.0
_SLOWEST = 1.3
"""How much longer than from source the installed program may take to show its window."""


def try_packages(dist: Path, version: str, work: Path) -> None:
    """Install, run and remove the packages in fresh roots.

    Raises:
        BuildError: what went wrong, in a line or two.
    """
    package = dist / f"{NAME}_{version}_amd64.deb"
    archive = dist / f"{NAME}-{version}-linux-x86_64.tar.gz"
    for suite in _SUITES:
        with fresh_root(suite, work / suite) as root:
            for number, (name, home) in enumerate(_HOMES.items(), start=1001):
                root.add_user(name, number, home)
            _try_alone(root, package, suite)
            _try_with_screen(root, package, dist / f"{NAME}-{version}-{suite}.png", suite)
            _try_archive(root, archive, version)
    _compare_start(work)


def _script(root: DebianRoot, text: str, *words: str, user: str = _CLERK) -> None:
    root.script(text, *words, user=user, home=_HOMES[user], QT_QPA_PLATFORM="offscreen")


def _home(root: DebianRoot, user: str = _CLERK) -> Path:
    return root.place(_HOMES[user])


def _try_alone(root: DebianRoot, package: Path, suite: str) -> None:
    """Install the package with what it names and nothing else."""
    shutil.copy2(package, root.place("/tmp"))
    root.call("apt-get", "install", "-y", "--no-install-recommends", f"/tmp/{package.name}")
    _script(root, f"{NAME} selftest")
    say_if(True, f"installed into a fresh {suite} with what it names; self test passed in {_HOMES[_CLERK]}")
    root.call("apt-get", "purge", "-y", NAME)
    root.call("apt-get", "install", "-y", "--no-install-recommends", *_TOOLS)


def _try_with_screen(root: DebianRoot, package: Path, picture: Path, suite: str) -> None:
    before = root.files()
    root.call("dpkg", "--install", f"/tmp/{package.name}")
    installed = root.files()
    say_if("application/x-baogao:*.baogao" in root.read("/usr/share/mime/globs"), "the system knows .baogao files")
    root.call("desktop-file-validate", f"/usr/share/applications/{NAME}.desktop")
    say_if(NAME in root.read("/usr/share/applications/mimeinfo.cache"), "the menu entry opens .baogao files")
    _script(root, f"{NAME} demo --out demo")
    compare_documents(_home(root) / "demo", root.place("/tmp"), suite)
    _script(root, f"{NAME} demo --out demo", user=_OTHER)
    _script(root, _WINDOW, NAME, "demo")
    shutil.move(_home(root) / "window.png", picture)
    say_if(True, f"a window was shown, a second start opened its file in it: {picture.name}")
    _script(root, _WINDOW, NAME, "demo", user=_OTHER)
    folders = {(_home(root, user) / _DATA).is_dir() for user in _HOMES}
    say_if(folders == {True}, "a second account has a window and data of its own")
    say_if(root.files() == installed, "nothing is written beside the program")
    root.call("dpkg", "--purge", NAME)
    say_if(root.files() == before, "removed without remains")
    say_if((_home(root) / _DATA).is_dir(), "the clerk's data stayed")


_WINDOW = """
unset QT_QPA_PLATFORM; export XDG_RUNTIME_DIR="$HOME/run"; mkdir -m 700 "$XDG_RUNTIME_DIR"
for report in "$2"/*.docx; do :; done
cat > look.sh <<'END'
set -eu
wait_for() {
    for _ in $(seq 300); do
        if xwininfo -root -tree | grep -q "$1"; then return; fi
        sleep 0.2
    done
    xwininfo -root -tree; exit 1
}
"$1" & first=$!
wait_for '"报告助手'
"$1" "$2"
wait_for ' - 报告助手"'
sleep 3
import -window root window.png
kill $first
END
xvfb-run -a -s "-screen 0 1366x768x24" sh look.sh "$1" "$report"
"""


def _try_archive(root: DebianRoot, archive: Path, version: str) -> None:
    """Unpack the archive into a folder with a Chinese name, put it into the menu, and take it out again."""
    place = _home(root) / "下载 软件"
    with tarfile.open(archive) as packed:
        packed.extractall(place, filter="tar")
    root.call("chown", "-R", f"{_CLERK}:{_CLERK}", f"{_HOMES[_CLERK]}/下载 软件")
    top = place / f"{NAME}-{version}"
    before = set(top.rglob("*"))
    enter = f'cd "下载 软件/{top.name}"'
    _script(root, f'{enter}; ./menu.sh; "./{NAME}" selftest; desktop-file-validate "$HOME/{_ENTRY}"')
    entry = (_home(root) / _ENTRY).read_text("utf-8")
    say_if(f'Exec="{_HOMES[_CLERK]}/下载 软件/{top.name}/{NAME}" %f' in entry, "the archive is in the clerk's menu")
    surprises = [path.name for path in set(top.rglob("*")) - before]
    say_if(
        not surprises, f"the archive passed its self test and wrote nothing beside itself {surprises or ''}".rstrip()
    )
    (top / "portable").touch()
    _script(root, f'{enter}; "./{NAME}" demo --out "$HOME/portable"; "./{NAME}" phrases "" --limit 1')
    _script(root, f"{enter}; ./menu.sh --remove")
    say_if(not (_home(root) / _ENTRY).exists(), "the archive took itself out of the menu")


def _compare_start(work: Path) -> None:
    """Measure how long the tree and the source take to show a window on this system, turn about."""
    tree = work.parent / "linux" / "tree" / NAME
    programs = {"installed": [str(tree)], "from source": [sys.executable, "-P", "-m", "assistant"]}
    taken: dict[str, list[float]] = {name: [] for name in programs}
    for _ in range(6):
        for name, words in programs.items():
            taken[name].append(_time_to_window(words, work / "start-home"))
    middle = {name: statistics.median(times[1:]) for name, times in taken.items()}
    ratio = middle["installed"] / middle["from source"]
    shown = ", ".join(f"{name} {seconds:.2f} s" for name, seconds in middle.items())
    say_if(ratio <= _SLOWEST, f"start to window: {shown}, ratio {ratio:.2f} (at most {_SLOWEST})")


def _time_to_window(words: list[str], home: Path) -> float:
    look = 'until xwininfo -root -tree | grep -q "报告助手"; do kill -0 $! && sleep 0.01; done'
    # the next start is to find nobody there: this one must have ended, not only be told to
    script = f'begin=$(date +%s%N); "$@" & {look}; echo $(( $(date +%s%N) - begin )); kill $!; wait $! || true'
    own = {**os.environ, "ASSISTANT_HOME": str(home), "QT_QPA_PLATFORM": "xcb"}
    run = ["xvfb-run", "-a", "sh", "-euc", script, "sh", *words]
    done = subprocess.run(run, cwd=ROOT, env=own, capture_output=True, text=True, timeout=_PATIENCE, check=False)
    try:
        return int(done.stdout.split()[0]) / 1e9
    except (IndexError, ValueError):
        raise BuildError(f"{words[0]} showed no window: {done.stderr[-500:]}") from None


def main() -> int:
    """Try packages that were built before: `python linux_trial.py DIST VERSION WORK`."""
    try:
        try_packages(Path(sys.argv[1]).resolve(), sys.argv[2], Path(sys.argv[3]).resolve())
    except BuildError as error:
        print(f"packages: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
