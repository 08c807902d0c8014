"""The Linux tree as a Debian package and as an archive that is unpacked anywhere."""

from __future__ import annotations

import gzip
import shutil
import tarfile
from pathlib import Path

import icon
from linux_tree import LINUX, NAME, dependencies
from parts import HERE, ROOT, call, settle, source_date

_DRAWING = HERE / "windows" / "app.svg"
_SIZES = (16, 24, 32, 48, 64, 128, 256)
_SECTIONS = "editors"
_DESCRIPTION = """offline assistant for reports of public offices (报告助手)
 Turns a masked sample report into one's own: shows its outline, asks for every
 masked figure and name, fills it in everywhere, proofreads, and writes a Word
 document laid out to GB/T 9704-2012. Opens no network connection."""


def build_deb(tree: Path, work: Path, dist: Path, version: str) -> Path:
    """Return the Debian package; it needs no maintainer scripts, since the system's triggers do what is to be done."""
    stage = work / "linux" / "deb"
    share = stage / "usr" / "share"
    shutil.copytree(tree, stage / "usr" / "lib" / NAME, symlinks=True)
    (stage / "usr" / "bin").mkdir()
    (stage / "usr" / "bin" / NAME).symlink_to(f"../lib/{NAME}/runtime/{NAME}")
    _put(LINUX / f"{NAME}.desktop", share / "applications")
    _put(LINUX / f"{NAME}.xml", share / "mime" / "packages")
    _add_icons(share / "icons" / "hicolor")
    _zip_text((LINUX / f"{NAME}.1").read_text("utf-8"), share / "man" / "man1" / f"{NAME}.1.gz")
    notes = share / "doc" / NAME
    _zip_text((ROOT / "CHANGELOG.md").read_text("utf-8"), notes / "changelog.gz")
    texts = [(ROOT / "LICENSE").read_text("utf-8"), (HERE / "THIRD-PARTY.md").read_text("utf-8")]
    (notes / "copyright").write_text("\n\n".join([*texts, f"Full texts: /usr/lib/{NAME}/licences\n"]), "utf-8")
    kilobytes = sum(path.lstat().st_size for path in stage.rglob("*") if not path.is_dir()) // 1024
    (stage / "DEBIAN").mkdir()
    (stage / "DEBIAN" / "control").write_text(_control(version, kilobytes), "utf-8")
    settle(stage, int(source_date()))
    package = dist / f"{NAME}_{version}_amd64.deb"
    call("dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", stage, package)
    return package


def build_archive(tree: Path, work: Path, dist: Path, version: str) -> Path:
    """Return the tree as .tar.gz with a script that puts it into the user's own menu."""
    top = f"{NAME}-{version}"
    stage = work / "linux" / top
    shutil.copytree(tree, stage, symlinks=True)
    for name in ("menu.sh", "README.txt", f"{NAME}.desktop", f"{NAME}.xml"):
        _put(LINUX / name, stage)
    (stage / "menu.sh").chmod(0o755)
    shutil.copy2(_DRAWING, stage / f"{NAME}.svg")
    settle(stage, int(source_date()))
    archive = dist / f"{top}-linux-x86_64.tar.gz"
    with (
        archive.open("wb") as raw,
        gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as tar,
    ):
        tar.add(stage, top, filter=_nobodys)  # in the order of names
    return archive


def _nobodys(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    return entry


def _control(version: str, kilobytes: int) -> str:
    needed, wished = dependencies()
    fields = {
        "Package": NAME,
        "Version": version,
        "Section": _SECTIONS,
        "Priority": "optional",
        "Architecture": "amd64",
        "Maintainer": "Report assistant developers <developers@baogao-assistant.invalid>",
        "Installed-Size": str(kilobytes),
        "Depends": ", ".join(needed),
        "Recommends": ", ".join([*wished, "fonts-noto-cjk | fonts-wqy-microhei | fonts-wqy-zenhei"]),
        "Description": _DESCRIPTION,
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def _add_icons(theme: Path) -> None:
    for size in _SIZES:
        for kind, name in (("apps", NAME), ("mimetypes", "application-x-baogao")):
            icon.write_png(_DRAWING, theme / f"{size}x{size}" / kind / f"{name}.png", size)
    (theme / "scalable" / "apps").mkdir(parents=True)
    shutil.copy2(_DRAWING, theme / "scalable" / "apps" / f"{NAME}.svg")


def _put(file: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy2(file, folder)


def _zip_text(text: str, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))
