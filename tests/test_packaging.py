"""What goes into the packages, as far as it can be told without building them."""

import importlib
import re
import struct
import subprocess
import sys
from pathlib import Path

import pytest

import assistant

PACKAGING = Path(__file__).resolve().parent.parent / "packaging"
SETUP = (PACKAGING / "windows" / "setup.nsi").read_text("utf-8")


def lines_of(name: str) -> list[str]:
    lines = (PACKAGING / name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def is_kept(name: str, patterns: list[str]) -> bool:
    return any(re.fullmatch(pattern, name) for pattern in patterns)


def test_no_part_of_qt_can_reach_the_network_on_windows():
    kept = lines_of("windows/kept_of_qt.txt")
    for left_out in ("Qt6Network.dll", "QtNetwork.pyd", "plugins/tls/qschannelbackend.dll", "Qt6Qml.dll"):
        assert not is_kept(left_out, kept)
    for needed in ("Qt6Gui.dll", "QtWidgets.pyd", "plugins/platforms/qwindows.dll", "translations/qtbase_zh_CN.qm"):
        assert is_kept(needed, kept)


def test_no_part_of_qt_can_reach_the_network_on_linux():
    kept = lines_of("linux/kept_of_qt.txt")
    for left_out in ("Qt/lib/libQt6Network.so.6", "QtNetwork.abi3.so", "Qt/plugins/tls/libqopensslbackend.so"):
        assert not is_kept(left_out, kept)
    for needed in ("Qt/lib/libQt6XcbQpa.so.6", "QtWidgets.abi3.so", "Qt/plugins/platforms/libqxcb.so"):
        assert is_kept(needed, kept)


def test_the_linux_runtime_has_what_the_program_imports_and_cannot_make_a_connection():
    kept = lines_of("linux/kept_of_python.txt")
    of_linux = "cpython-311-x86_64-linux-gnu.so"
    for needed in ("_sqlite3", "_json", "zlib", "pyexpat", "unicodedata", "_codecs_cn", "_elementtree"):
        assert is_kept(f"freeze_core/lib/{needed}.{of_linux}", kept)
    for left_out in ("_ssl", "_tkinter", "_testcapi", "_curses", "_ctypes"):
        assert not is_kept(f"freeze_core/lib/{left_out}.{of_linux}", kept)


@pytest.mark.parametrize("system", ["windows", "linux"])
def test_the_list_of_files_holds_the_notices_and_no_library_of_the_network(system):
    files = lines_of(f"{system}/files.txt")
    assert files == sorted(set(files))
    assert {"licences/THIRD-PARTY.md", "licences/LGPL-3.txt", "licences/CPython.txt", "CHANGELOG.txt"} < set(files)
    assert not [name for name in files if re.search(r"Qt6?Network|libssl|_ssl\.|qml", name, re.I)]
    for package in lines_of("requirements.txt"):
        if found := re.match(r"([\w-]+)==", package):
            name = found[1].replace("-", "_")
            is_lgpl = name.casefold() in ("pyside6_essentials", "shiboken6")
            assert is_lgpl or any(line.casefold().startswith(f"licences/{name.casefold()}-") for line in files), name


@pytest.fixture
def parts(monkeypatch):
    monkeypatch.syspath_prepend(PACKAGING)
    return importlib.import_module("parts")


@pytest.fixture
def tree(tmp_path, parts):
    """An installed tree with the program's own files, each module compiled, and one library."""
    names = [*parts._own_files(), "site/lib.py"]
    for name in names + [parts._compiled(module) for module in names if module.endswith(".py")]:
        (tmp_path / "tree" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "tree" / name).touch()
    (tmp_path / "files.txt").write_text("# the list\nsite/lib.py\n", "utf-8")
    return tmp_path / "tree"


def test_a_tree_with_the_files_of_its_list_is_accepted(tree, parts):
    parts.check_files(tree, tree.parent / "files.txt", is_written=False)


@pytest.mark.parametrize(
    ("added", "told"),
    [
        ("runtime/surprise.dll", "+runtime/surprise.dll"),
        ("site/assistant/left_over.py", "+site/assistant/left_over.py"),
        ("site/__pycache__/gone.cpython-311.pyc", "+site/__pycache__/gone.cpython-311.pyc"),
    ],
)
def test_a_surprise_in_a_tree_fails_the_build(tree, parts, added, told):
    (tree / added).parent.mkdir(parents=True, exist_ok=True)
    (tree / added).touch()
    with pytest.raises(parts.BuildError) as failed:
        parts.check_files(tree, tree.parent / "files.txt", is_written=False)
    assert told in str(failed.value).splitlines()


def test_a_missing_file_fails_the_build(tree, parts):
    (tree / "site" / "lib.py").unlink()
    with pytest.raises(parts.BuildError, match=r"-site/lib\.py"):
        parts.check_files(tree, tree.parent / "files.txt", is_written=False)


def test_the_version_has_one_place_and_the_changelog_tells_of_it(parts):
    assert parts.version() == assistant.__version__


def test_every_line_of_system_libraries_names_a_library_and_its_package():
    for line in lines_of("linux/system_libraries.txt"):
        assert re.fullmatch(r"\S+\.so\.\d+ +(\? )?[a-z][a-z0-9.+-]+( \(>= [\d.]+\))?( \| [a-z][a-z0-9.+-]+)?", line), (
            line
        )


def test_the_menu_entry_opens_what_the_program_reads():
    entry = (PACKAGING / "linux" / "baogao-assistant.desktop").read_text("utf-8")
    types = (PACKAGING / "linux" / "baogao-assistant.xml").read_text("utf-8")
    assert "Exec=baogao-assistant %f\n" in entry
    assert "application/x-baogao;" in entry
    assert '<mime-type type="application/x-baogao">' in types


def test_the_manual_page_names_every_command():
    page = (PACKAGING / "linux" / "baogao-assistant.1").read_text("utf-8").replace("\\-", "-")
    help_text = subprocess.run([sys.executable, "-m", "assistant", "--help"], capture_output=True, check=True).stdout
    commands = re.findall(r"^    (\w+) ", help_text.decode("utf-8"), re.M)
    assert "selftest" in commands
    for command in commands:
        assert re.search(rf"^\.BI? {command}\b", page, re.M), command


def test_both_installers_for_windows_open_the_same_files():
    package = (PACKAGING / "windows_msi.py").read_text("utf-8")
    (endings,) = re.findall(r"for ending in \(([^)]+)\)", package)
    assert re.findall(r'"(\.\w+)"', endings) == re.findall(r'^  !insertmacro OpenWith "(\.\w+)"', SETUP, re.M)


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


def test_the_installer_removes_every_file_and_folder_of_the_list():
    tops = {name.split("/")[0] for name in lines_of("windows/files.txt")}
    for top in tops:
        command = "Delete" if "." in top else "RMDir /r"
        named = top.replace("BaogaoAssistant", "${PROGRAM}")
        assert f'{command} "$INSTDIR\\{named}"' in SETUP, top


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


@pytest.mark.parametrize("name", ["requirements-windows.txt", "requirements-source.txt", "requirements-linux.txt"])
def test_parts_that_come_with_the_packages_are_pinned(name):
    pins = re.findall(r"^\S+==\S+ \\\n    --hash=sha256:[0-9a-f]{64}$", (PACKAGING / name).read_text("utf-8"), re.M)
    assert len(pins) == 1
