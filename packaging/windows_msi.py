"""The Windows tree as an .msi for those who install on many machines at once: for all users, no questions asked.

Written with wixl, which loses all Chinese text; so stand-ins are written, and their rows are changed afterwards, in a
database whose code page is 936.
"""

from __future__ import annotations

import re
import uuid
from pathlib import Path
from xml.etree import ElementTree

from parts import PROGRAM, BuildError, call

_NAME = "报告助手"
_IDS = uuid.UUID("6b1b5e0c-6a0e-4b0b-9c53-2b9a4f2d7c11")
"""Of the product in all its versions; every other identity is derived from it."""
_OLDER = "这台电脑上已有更新版本的报告助手，不需要安装这个版本。"
_REPORTS = f"{PROGRAM}.report"
_SOURCES = f"{PROGRAM}.source"
_STAND_INS = {
    ("Property", "Value"): (_NAME,),
    ("Shortcut", "Name"): (_NAME,),
    ("Registry", "Value"): (_NAME, f"{_NAME}文件"),
    ("LaunchCondition", "Description"): (_OLDER,),
}
"""Columns, and the Chinese texts that stand in them beside names of files."""


def build_msi(tree: Path, icon_file: Path, dist: Path, number: str) -> Path:
    """Return the .msi of a tree; the icon lies beside the tree."""
    texts = _Texts()
    source = tree.with_name("product.wxs")
    product = _product(tree, icon_file, number, texts)
    ElementTree.ElementTree(product).write(source, "utf-8", xml_declaration=True)
    package = dist / f"{PROGRAM}-{number}.msi"
    package.unlink(missing_ok=True)
    call("wixl", "-a", "x64", "-o", package, source.name, cwd=source.parent)  # takes relative names only
    texts.write_into(package, source.with_name("codepage.idt"))
    identity = f"{{{str(_identity(number, 'package')).upper()}}}"
    call("msibuild", package, "-s", f"{PROGRAM} {number}", PROGRAM, "x64;2052", identity)
    return package


class _Texts:
    """Chinese texts and what is written for them first."""

    def __init__(self) -> None:
        self._stand_ins: dict[str, str] = {}

    def stand_in(self, text: str) -> str:
        return text if text.isascii() else self._stand_ins.setdefault(text, f"zh-{len(self._stand_ins)}")

    def write_into(self, package: Path, codepage: Path) -> None:
        """Put the texts into the rows that hold their stand-ins."""
        codepage.write_bytes(b"\r\n\r\n936\t_ForceCodepage\r\n")
        call("msibuild", package, "-i", codepage)
        known = {text for texts in _STAND_INS.values() for text in texts}
        columns = {**_STAND_INS, ("File", "FileName"): tuple(text for text in self._stand_ins if text not in known)}
        changes = [
            f"UPDATE `{table}` SET `{column}`='{text}' WHERE `{column}`='{self._stand_ins[text]}'"
            for (table, column), texts in columns.items()
            for text in texts
        ]
        call("msibuild", package, *(word for change in changes for word in ("-q", change)))
        for table in sorted({table for table, _ in columns}):
            if re.search(r"zh-\d", call("msiinfo", "export", package, table)):
                raise BuildError(f"{package.name} has lost Chinese text in its table {table}")


def _identity(*words: str) -> uuid.UUID:
    return uuid.uuid5(_IDS, "/".join(words))


def _element(parent: ElementTree.Element, tag: str, **attributes: str) -> ElementTree.Element:
    return ElementTree.SubElement(parent, tag, attributes)


def _product(tree: Path, icon_file: Path, number: str, texts: _Texts) -> ElementTree.Element:
    wix = ElementTree.Element("Wix", xmlns="http://schemas.microsoft.com/wix/2006/wi")
    own = {"Id": str(_identity(number)), "UpgradeCode": f"{{{_IDS}}}".upper(), "Version": number, "Language": "2052"}
    name = texts.stand_in(_NAME)
    product = _element(wix, "Product", Name=name, Manufacturer=name, **own)
    _element(product, "Package", InstallerVersion="500", Compressed="yes", InstallScope="perMachine")
    _element(product, "MajorUpgrade", DowngradeErrorMessage=texts.stand_in(_OLDER))
    _element(product, "Media", Id="1", Cabinet="program.cab", EmbedCab="yes")
    _element(product, "Icon", Id="app.ico", SourceFile=icon_file.name)
    for key, value in {"ARPPRODUCTICON": "app.ico", "ARPNOMODIFY": "1"}.items():
        _element(product, "Property", Id=key, Value=value)
    top = _element(product, "Directory", Id="TARGETDIR", Name="SourceDir")
    programs = _element(top, "Directory", Id="ProgramFiles64Folder")
    components = ["Entries"]
    _add_files(_element(programs, "Directory", Id="INSTALLDIR", Name=PROGRAM), tree, tree, components, texts)
    _add_entries(_element(top, "Directory", Id="ProgramMenuFolder"), texts)
    feature = _element(product, "Feature", Id="Program", Level="1")
    for component in components:
        _element(feature, "ComponentRef", Id=component)
    return wix


def _add_files(directory: ElementTree.Element, folder: Path, tree: Path, components: list[str], texts: _Texts) -> None:
    """Name each file as a component of its own, as Windows Installer wants it."""
    for path in sorted(folder.iterdir()):
        key = _identity("file", path.relative_to(tree).as_posix())
        if path.is_dir():
            inner = _element(directory, "Directory", Id=f"d{key.hex}", Name=path.name)
            _add_files(inner, path, tree, components, texts)
            continue
        component = _element(directory, "Component", Id=f"c{key.hex}", Guid=str(key), Win64="yes")
        name = texts.stand_in(path.name)
        _element(
            component,
            "File",
            Id=f"f{key.hex}",
            Name=name,
            Source=path.relative_to(tree.parent).as_posix(),
            KeyPath="yes",
        )
        components.append(f"c{key.hex}")


def _add_entries(menu: ElementTree.Element, texts: _Texts) -> None:
    """Add the menu entry, and what opens which files: the same as in the installer for one user."""
    entries = _element(menu, "Component", Id="Entries", Guid=str(_identity("entries")), Win64="yes")
    program = f"[INSTALLDIR]{PROGRAM}.exe"
    name = texts.stand_in(_NAME)
    _element(entries, "Shortcut", Id="Menu", Name=name, Target=program, WorkingDirectory="INSTALLDIR", Icon="app.ico")
    _value(entries, f"Software\\{PROGRAM}", "1", Name="Installed", Type="integer", KeyPath="yes")
    _value(entries, r"Software\Classes\.baogao", _REPORTS)
    for kind, shown in ((_REPORTS, f"{_NAME}文件"), (_SOURCES, _NAME)):
        key = rf"Software\Classes\{kind}"
        _value(entries, key, texts.stand_in(shown))
        _value(entries, rf"{key}\DefaultIcon", f"{program},0")
        _value(entries, rf"{key}\shell\open\command", f'"{program}" "%1"')
    for ending in (".docx", ".doc", ".wps", ".txt"):
        _value(entries, rf"Software\Classes\{ending}\OpenWithProgids", "", Name=_SOURCES)


def _value(component: ElementTree.Element, key: str, value: str, **more: str) -> None:
    _element(component, "RegistryValue", **{"Root": "HKLM", "Key": key, "Value": value, "Type": "string", **more})
