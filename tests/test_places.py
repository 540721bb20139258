"""Where things are kept, also for a user that the system knows no home of."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from variorum import places
from variorum.cli.main import FAILED, run


@pytest.fixture
def no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_names: str, **_options: object) -> str:
        raise RuntimeError("could not determine the home directory")

    for name in ("user_data_dir", "user_cache_dir", "user_config_dir", "user_log_dir"):
        monkeypatch.setattr(platformdirs, name, unknown)


def test_the_index_of_the_own_library_is_in_the_cache_and_any_other_beside_its_library(tmp_path: Path) -> None:
    assert places.index_folder(places.library_folder()).is_relative_to(platformdirs.user_cache_dir("Variorum"))
    assert places.index_folder(tmp_path).is_relative_to(tmp_path)


@pytest.mark.usefixtures("no_home")
def test_without_a_home_one_sentence_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["search", "NATO"], lambda _files, _library, _new: 0) == FAILED
    said = capsys.readouterr().err
    assert "--library" in said
    assert said.count("\n") == 1


@pytest.mark.usefixtures("no_home")
def test_files_are_compared_without_a_home(seeds: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", "--text", str(seeds[3]), str(seeds[3])], lambda _files, _library, _new: 0) == 0
    assert capsys.readouterr().out


@pytest.mark.usefixtures("no_home")
def test_with_a_named_library_it_works_without_a_home(tmp_path: Path) -> None:
    assert places.index_folder(tmp_path).is_relative_to(tmp_path)
    assert places.settings_file().parent.is_dir()
    assert places.log_folder() == places.settings_file().parent
