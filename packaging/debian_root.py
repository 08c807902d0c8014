"""A fresh Debian below a folder, in which packages are tried without touching this machine."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from parts import BuildError, call

_CHANGED = ("var/lib/dpkg", "var/log", "var/cache", "var/lib/apt", "proc", "sys", "tmp", "home", "dev", "run")
_PATH = "/usr/sbin:/usr/bin:/sbin:/bin"


class DebianRoot:
    """A Debian of its own below a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def call(self, *words: str, user: str = "root", **environment: str) -> str:
        """Run a program in it, with a plain environment, and return what it printed.

        Raises:
            BuildError: it failed.
        """
        own = {"HOME": "/root", "PATH": _PATH, "LANG": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive", **environment}
        plain = ["env", "-i", *(f"{key}={value}" for key, value in own.items())]
        return call("chroot", f"--userspec={user}:{user}", self.folder, *plain, *words)

    def script(self, text: str, *words: str, user: str, home: str, **environment: str) -> str:
        """Run a shell script as a user, in her home."""
        return self.call("sh", "-euc", f'cd "$HOME"; {text}', "sh", *words, user=user, HOME=home, **environment)

    def add_user(self, name: str, number: int, home: str) -> None:
        """Add a user, whose name and home may be Chinese."""
        for file, line in (("passwd", f"{name}:x:{number}:{number}::{home}:/bin/sh"), ("group", f"{name}:x:{number}:")):
            with (self.folder / "etc" / file).open("a", encoding="utf-8") as table:
                table.write(f"{line}\n")
        self.place(home).mkdir(mode=0o700, parents=True)
        os.chown(self.place(home), number, number)

    def place(self, path: str) -> Path:
        """Return where a path inside lies outside."""
        return self.folder / path.lstrip("/")

    def read(self, path: str) -> str:
        """Return a text file of it."""
        return self.place(path).read_text("utf-8")

    def files(self) -> set[str]:
        """Return all files but those in places that every installation changes."""
        found: set[str] = set()
        for folder, folders, names in os.walk(self.folder):
            inside = Path(folder).relative_to(self.folder)
            folders[:] = [name for name in folders if (inside / name).as_posix() not in _CHANGED]
            found |= {(inside / name).as_posix() for name in names}
        return found


@contextmanager
def fresh_root(suite: str, folder: Path) -> Iterator[DebianRoot]:
    """Make a Debian of a suite below a folder, and take it away again.

    Raises:
        BuildError: this machine cannot make one.
    """
    if os.geteuid() != 0 or shutil.which("debootstrap") is None:
        raise BuildError("trying the packages needs root and debootstrap")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    print(f"packages: making a fresh {suite}", flush=True)
    call("debootstrap", "--variant=minbase", suite, folder)
    for file in Path("/etc/apt/apt.conf.d").glob("99*"):  # what this machine wants of apt
        shutil.copy2(file, folder / "etc/apt/apt.conf.d" / file.name)
    shutil.copy2("/etc/resolv.conf", folder / "etc/resolv.conf")
    with _mounted(folder):
        root = DebianRoot(folder)
        root.call("apt-get", "update")
        yield root
    shutil.rmtree(folder)


@contextmanager
def _mounted(folder: Path) -> Iterator[None]:
    call("mount", "-t", "proc", "proc", folder / "proc")
    try:
        call("mount", "--bind", "/dev", folder / "dev")
        try:
            yield
        finally:
            call("umount", "--lazy", folder / "dev")
    finally:
        call("umount", "--lazy", folder / "proc")
