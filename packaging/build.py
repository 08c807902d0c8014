"""All packages, built on Debian into packaging/dist: `dev.py packages` calls this with the environment's Python.

--verify       install, run and remove them afterwards: Windows under Wine 10, Linux in fresh Debian roots
--only SYSTEM  windows or linux alone
--list-files   write the lists of files anew (then read the difference before committing it)
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import sys
from pathlib import Path

import icon
import linux_packages
import linux_tree
import linux_trial
import windows_msi
import windows_packages
import windows_tree
import windows_trial
from parts import HERE, PROGRAM, BuildError, build_wheels, check_files, settle, source_date, unpack_python, version

WORK, DIST = HERE / "build", HERE / "dist"


def build_windows(python: Path, wheels: Path, number: str, *, is_listing: bool) -> list[Path]:
    """Return what is made for Windows."""
    icon_file = WORK / "windows" / "program.ico"
    icon_file.parent.mkdir(parents=True)
    icon.write_icon(windows_tree.WINDOWS / "app.svg", icon_file)
    tree = windows_tree.build_tree(WORK, python, wheels, number, icon_file)
    check_files(tree, windows_tree.WINDOWS / "files.txt", is_written=is_listing)
    settle(tree, int(source_date()))
    _say_size("Windows", tree)
    return [
        write_hashes(tree, DIST / f"{PROGRAM}-{number}-windows-files.txt"),
        windows_packages.build_portable(tree, DIST, number),
        windows_packages.build_setup(tree, icon_file, DIST, number),
        windows_msi.build_msi(tree, icon_file, DIST, number),
    ]


def build_linux(python: Path, wheels: Path, number: str, *, is_listing: bool) -> list[Path]:
    """Return what is made for Linux."""
    tree = linux_tree.build_tree(WORK, python, wheels)
    check_files(tree, linux_tree.LINUX / "files.txt", is_written=is_listing)
    _say_size("Linux", tree)
    return [
        write_hashes(tree, DIST / f"{PROGRAM}-{number}-linux-files.txt"),
        linux_packages.build_archive(tree, WORK, DIST, number),
        linux_packages.build_deb(tree, WORK, DIST, number),
    ]


def write_hashes(tree: Path, listing: Path) -> Path:
    """Write the files of the tree with their hashes, to hold two builds against each other."""
    files = sorted(path for path in tree.rglob("*") if path.is_file())
    lines = [f"{hashlib.sha256(f.read_bytes()).hexdigest()}  {f.relative_to(tree).as_posix()}\n" for f in files]
    listing.write_text("".join(lines), "utf-8")
    return listing


def _say_size(system: str, tree: Path) -> None:
    size = sum(file.lstat().st_size for file in tree.rglob("*") if not file.is_dir())
    print(f"packages: installed on {system} the program has {size / 1e6:.1f} MB", flush=True)


def build(systems: list[str], number: str, *, is_listing: bool) -> None:
    """Build the packages of the systems and say how large they are."""
    print(f"packages: building {PROGRAM} {number} of {source_date()}", flush=True)
    python, wheels = unpack_python(WORK), build_wheels(WORK)
    builders = {"windows": build_windows, "linux": build_linux}
    for system in systems:
        for made in builders[system](python, wheels, number, is_listing=is_listing):
            digest = hashlib.sha256(made.read_bytes()).hexdigest()
            print(f"packages: {made.name} {made.stat().st_size / 1e6:.1f} MB {digest[:16]}", flush=True)


def main() -> int:
    """Build everything and say where it lies and how large it is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--verify", action="store_true")
    parser.add_argument("--only", choices=("windows", "linux"))
    parser.add_argument("--wine-root", type=Path)
    parser.add_argument("--list-files", action="store_true")
    asked = parser.parse_args()
    if sys.version_info[:2] != (3, 11):
        print("packages: the packages carry CPython 3.11 and are compiled with it; start dev.py with 3.11")
        return 2
    systems = [asked.only] if asked.only else ["windows", "linux"]
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    DIST.mkdir(exist_ok=True)
    try:
        number = version()
        build(systems, number, is_listing=asked.list_files)
        if asked.verify and "windows" in systems:
            windows_trial.try_packages(DIST, number, WORK / "trial", asked.wine_root)
        if asked.verify and "linux" in systems:
            linux_trial.try_packages(DIST, number, WORK / "trial")
    except BuildError as error:
        print(f"packages: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
