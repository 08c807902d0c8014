"""What users get: the wheel, installed where the checkout is not in sight."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def run(*call: str | Path, **options) -> str:
    done = subprocess.run(call, capture_output=True, text=True, encoding="utf-8", check=False, timeout=110, **options)
    assert done.returncode == 0, f"{call}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder, cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new environment with the wheel in it; returns its folder of programs.

    It borrows the third-party packages of this environment by their path. The editable install is not seen through
    it, because Python follows .pth files of an environment's own site-packages only.
    """
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, symlinks=os.name != "nt")
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    python = programs / ("python.exe" if os.name == "nt" else "python")
    run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-index", "--no-deps", wheel)
    packages = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    return programs


def clean_environment(home: Path) -> dict[str, str]:
    """Return this environment without what points to the checkout, to a display or to an earlier home."""
    dropped = ("PYTHON", "ASSISTANT_", "QT_", "FONTCONFIG_", "XDG_", "DISPLAY", "WAYLAND_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
    folders = dict.fromkeys(("HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA"), str(home))
    return kept | folders | {"PYTHONUTF8": "1"}


def test_wheel_holds_the_program_and_its_resources_only(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names} == {
        "assistant",
        f"{wheel.name[: -len('-py3-none-any.whl')]}.dist-info",
    }
    assert "assistant/cli.py" in names
    committed = {path.relative_to(ROOT / "resources").as_posix() for path in (ROOT / "resources").rglob("*.*")}
    carried = {name.removeprefix("assistant/_resources/") for name in names}
    assert committed
    assert committed <= carried


def test_installed_program_passes_its_selftest(installed, tmp_path):
    home, place = tmp_path / "home", tmp_path / "别处"
    home.mkdir()
    place.mkdir()
    environment = clean_environment(home)
    where = run(installed / "python", "-c", "import assistant; print(assistant.__file__)", cwd=place, env=environment)
    assert Path(where.strip()).is_relative_to(installed.parent)
    run(installed / "assistant", "selftest", cwd=place, env=environment)
    assert list(place.iterdir()) == []
