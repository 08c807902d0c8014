"""dev.py: what it decides. That it installs, too, is tried on fresh machines."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import dev
from dev import Need, Stamp

PACKAGING = dev.ROOT / "packaging"


def pins(name: str) -> dict[str, str]:
    """Return package → version of a requirements file."""
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", (PACKAGING / name).read_text("utf-8"), re.MULTILINE))


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
def test_supported_pythons_are_accepted(version):
    assert dev.python_complaint(version) is None


@pytest.mark.parametrize("version", [(2, 7), (3, 8), (3, 10), (3, 14), (4, 0)])
def test_other_pythons_get_one_line_in_both_languages(version):
    line = dev.python_complaint(version)
    assert "3.11, 3.12 or 3.13 is needed, this is {}.{}".format(*version) in line
    assert "需要 Python" in line
    assert "\n" not in line


def test_versions_agree_with_the_project():
    text = dev.PROJECT.read_text("utf-8")
    assert f'requires-python = ">={dev.OLDEST_PYTHON[0]}.{dev.OLDEST_PYTHON[1]},<3.{dev.NEWEST_PYTHON[1] + 1}"' in text


def test_missing_names_what_the_look_does_not_find():
    gl, fonts = Need("library", "GL", "libgl1"), Need("program", "fc-list", "fontconfig")
    assert dev.missing([gl, fonts], look=lambda need: need is gl) == [fonts]


def test_look_finds_what_is_there_and_not_what_is_not():
    assert dev.is_present(Need("program", Path(sys.executable).name, "")) or dev.is_present(Need("module", "json", ""))
    for kind in ("library", "program", "module", "face"):
        assert not dev.is_present(Need(kind, "no_such_thing", "none"))


def test_each_package_is_asked_for_once():
    needs = [Need("library", "b", "second"), Need("library", "a", "first"), Need("program", "b", "second")]
    assert dev.packages_of(needs) == ["first", "second"]


def test_commands_ask_for_no_more_than_they_need():
    def packages(command: str, *, has_display: bool) -> set[str]:
        return set(dev.packages_of(dev.system_needs(command, has_display=has_display)))

    assert packages("check", has_display=True) < packages("run", has_display=False)
    assert "libxcb-cursor0" not in packages("run", has_display=False)
    assert "libxcb-cursor0" in packages("run", has_display=True)
    assert "libreoffice-writer-nogui" not in packages("run", has_display=True)
    assert {"libreoffice-writer-nogui", "xvfb", "poppler-utils"} < packages("test", has_display=False)


def test_without_apt_the_missing_is_named_and_work_goes_on(monkeypatch, capsys):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(dev, "missing", lambda needs: [need for need in needs if need.name == "soffice"])
    monkeypatch.setattr(dev, "apt_command", lambda: None)
    dev.prepare_system("test")
    assert capsys.readouterr().out.splitlines() == [
        "dev.py: not installed, and what needs it is skipped (Debian's names): libreoffice-writer-nogui"
    ]


def test_stamp_follows_the_files(tmp_path):
    requirements, project, stamp = tmp_path / "requirements.txt", tmp_path / "pyproject.toml", tmp_path / "stamp"
    requirements.write_text("a==1", "utf-8")
    project.write_text("[project]", "utf-8")
    first = Stamp.wanted(requirements, project)
    assert Stamp.read(stamp) == ("", "")
    first.write(stamp)
    assert Stamp.read(stamp) == first == Stamp.wanted(requirements, project)

    project.write_text("[project]\n", "utf-8")
    second = Stamp.wanted(requirements, project)
    assert second.packages == first.packages
    assert second.project != first.project

    requirements.write_text("a==2", "utf-8")
    assert Stamp.wanted(requirements, project).packages != first.packages


def test_half_written_stamp_counts_as_none(tmp_path):
    stamp = tmp_path / "stamp"
    stamp.write_text("0123", "utf-8")
    assert Stamp.read(stamp) == ("", "")


def test_this_environment_is_usable_and_an_empty_one_is_not(tmp_path):
    assert dev.is_usable(Path(sys.executable))
    assert not dev.is_usable(tmp_path / "python")


def test_environment_is_remade_with_a_python_that_outlives_it(monkeypatch, tmp_path):
    calls: list[list[str]] = []
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(dev, "run_quietly", lambda call: not calls.append(call))
    (dev.VENV / "half-made").mkdir(parents=True)
    dev.make_venv()
    assert not dev.VENV.exists()
    make, *installs = calls
    assert make[1:] == ["-m", "venv", str(dev.VENV)]
    assert Path(make[0]).resolve() == Path(sys._base_executable).resolve()
    assert [install[0] for install in installs] == [str(dev.venv_python())] * 2
    assert all("--require-hashes" in install for install in installs)
    assert "--no-build-isolation" in installs[1]


def test_failed_program_shows_its_last_lines(capfd):
    assert dev.run_quietly([sys.executable, "-c", "print('fine')"])
    assert not dev.run_quietly([sys.executable, "-c", "print('broken 坏'.encode()); raise SystemExit(3)"])
    out = capfd.readouterr().out
    assert "fine" not in out
    assert "broken" in out


def test_worst_exit_status_is_kept(monkeypatch):
    statuses = iter([0, 2, 1, 0])
    monkeypatch.setattr(dev, "python", lambda *_args: next(statuses))
    assert dev.check(()) == 2


def test_unknown_command_prints_the_commands():
    done = subprocess.run([sys.executable, dev.ROOT / "dev.py", "fly"], capture_output=True, check=False)
    assert done.returncode == 2
    text = done.stdout.decode("utf-8", "replace")
    assert all(f"dev.py {command}" in text for command in dev.COMMANDS)


def test_every_pin_has_hashes_and_runtime_pins_are_a_part_of_all_pins():
    runtime, everything = pins("requirements.txt"), pins("requirements-dev.txt")
    assert runtime.items() <= everything.items()
    assert runtime["pyside6-essentials"] == "6.9.3"
    assert pins("requirements-source.txt").keys() == {"jieba"}
    for name in ("requirements.txt", "requirements-dev.txt", "requirements-source.txt"):
        entries = re.split(r"\n(?=[a-z])", (PACKAGING / name).read_text("utf-8"))
        assert all("--hash=sha256:" in entry for entry in entries if "==" in entry.splitlines()[0])
