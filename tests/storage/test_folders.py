from __future__ import annotations

import os
import stat
import sys

import pytest

from assistant.report.errors import AssistantError
from assistant.storage.folders import data_folder, log_folder, recovery_folder, settings_folder

ALL = (data_folder, settings_folder, log_folder, recovery_folder)


def test_home_overrides_all_folders_and_they_are_made(assistant_home):
    assert not any(assistant_home.iterdir())
    assert [folder() for folder in ALL] == [assistant_home / name for name in ("data", "settings", "logs", "recovery")]
    assert all(folder().is_dir() for folder in ALL)


def test_relative_home_is_taken_from_the_working_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ASSISTANT_HOME", "我的")
    assert data_folder() == tmp_path / "我的" / "data"


@pytest.mark.skipif(sys.platform != "linux", reason="XDG places are those of Linux")
def test_without_home_the_folders_are_those_of_the_system(tmp_path, monkeypatch):
    monkeypatch.setenv("ASSISTANT_HOME", "")
    for name in ("data", "config", "cache"):
        monkeypatch.setenv(f"XDG_{name.upper()}_HOME", str(tmp_path / name))
    assert data_folder() == tmp_path / "data" / "BaogaoAssistant"
    assert settings_folder() == tmp_path / "config" / "BaogaoAssistant"
    assert log_folder() == tmp_path / "cache" / "BaogaoAssistant" / "log"
    assert recovery_folder() == tmp_path / "data" / "BaogaoAssistant" / "recovery"
    assert stat.S_IMODE(recovery_folder().stat().st_mode) == 0o700


@pytest.mark.parametrize("folder", ALL)
def test_a_file_in_the_way_makes_the_folder_unusable(tmp_path, monkeypatch, folder):
    home = tmp_path / "home"
    home.write_bytes(b"x")
    monkeypatch.setenv("ASSISTANT_HOME", str(home))
    with pytest.raises(AssistantError) as caught:
        folder()
    assert caught.value.code == "folder.unusable"
    assert str(home) in str(caught.value.parameters["path"])


def test_a_folder_that_cannot_be_written_is_unusable(monkeypatch):
    monkeypatch.setattr(os, "access", lambda *args: False)
    with pytest.raises(AssistantError, match=r"folder\.unusable"):
        data_folder()


@pytest.mark.skipif(sys.platform != "linux", reason="XDG places are those of Linux")
def test_a_relative_place_is_not_made_in_the_working_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ASSISTANT_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", "~/.local/share/nowhere")
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    with pytest.raises(AssistantError, match=r"folder\.unusable"):
        data_folder()
    assert not any(tmp_path.iterdir())
