"""What goes into the Windows packages, as far as it can be told without building them."""

import re
import struct
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGING = Path(__file__).resolve().parent.parent / "packaging"
SETUP = (PACKAGING / "windows" / "setup.nsi").read_text("utf-8")


def test_no_part_of_qt_can_reach_the_network():
    lines = (PACKAGING / "windows" / "kept_of_qt.txt").read_text("utf-8").splitlines()
    kept = [re.compile(line) for line in lines if not line.startswith("#")]
    for left_out in ("Qt6Network.dll", "QtNetwork.pyd", "plugins/tls/qschannelbackend.dll", "Qt6Qml.dll"):
        assert not any(pattern.fullmatch(left_out) for pattern in kept)
    for needed in ("Qt6Gui.dll", "QtWidgets.pyd", "plugins/platforms/qwindows.dll", "translations/qtbase_zh_CN.qm"):
        assert any(pattern.fullmatch(needed) for pattern in kept)


def test_the_program_imports_no_part_of_qt_that_is_left_out():
    used = set()
    for file in (PACKAGING.parent / "assistant").rglob("*.py"):
        used |= set(re.findall(r"from PySide6\.(\w+)|import PySide6\.(\w+)", file.read_text("utf-8")))
    modules = {name for pair in used for name in pair if name}
    assert modules <= {"QtCore", "QtGui", "QtWidgets", "QtPrintSupport", "QtSvg"}


def test_the_installer_removes_what_it_writes():
    install, _, remove = SETUP.partition('Section "un.')
    for key in re.findall(r'WriteRegStr HKCU "([^"]+?)(?:\\shell[^"]*|\\DefaultIcon)?" "', install):
        if "${ending}" not in key:
            assert f'DeleteRegKey HKCU "{key}"' in remove
    for ending in re.findall(r'macro OpenWith "(\.\w+)"', install):
        assert f'NoOpenWith "{ending}"' in remove
    for link in re.findall(r'CreateShortcut "([^"]+)"', install):
        assert f'Delete "{link}"' in remove


def test_data_stays_unless_it_is_ticked():
    program, _, data = SETUP.partition('Section "un.')[2].partition("Section /o")
    assert r"RMDir /r \"$LOCALAPPDATA".replace('\\"', '"') not in program
    assert r'RMDir /r "$LOCALAPPDATA\${PROGRAM}"' in data


def test_the_icon_holds_all_sizes(tmp_path):
    target = tmp_path / "program.ico"
    drawn = [sys.executable, PACKAGING / "icon.py", PACKAGING / "windows" / "app.svg", target]
    subprocess.run(drawn, check=True, capture_output=True)
    data = target.read_bytes()
    kind, count = struct.unpack_from("<HH", data, 2)
    assert (kind, count) == (1, 7)
    for number in range(count):
        length, place = struct.unpack_from("<II", data, 6 + 16 * number + 8)
        assert data[place : place + 8] == b"\x89PNG\r\n\x1a\n"
        assert place + length <= len(data)


@pytest.mark.parametrize("name", ["requirements-windows.txt", "requirements-source.txt"])
def test_parts_that_are_built_from_source_are_pinned(name):
    pins = re.findall(r"^\S+==\S+ \\\n    --hash=sha256:[0-9a-f]{64}$", (PACKAGING / name).read_text("utf-8"), re.M)
    assert len(pins) == 1
