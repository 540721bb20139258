"""Settings survive a restart; a broken file costs its broken values and nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from variorum import settings
from variorum.settings import Scheme, Settings, ThemeMode, load, save

CHANGED = Settings(
    ThemeMode.DARK,
    22,
    1.75,
    1.25,
    fade_unchanged=False,
    show_furniture=True,
    scheme=Scheme.RED_GREEN,
    reduced_motion=True,
)


def test_settings_come_back(tmp_path: Path) -> None:
    file = tmp_path / "new" / "settings.toml"
    save(file, CHANGED)
    assert load(file) == CHANGED
    save(file, Settings())
    assert load(file) == Settings()
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"reading_px = ",
        b"\xff\xfe\0",
        b"theme_mode = 3\nreading_px = '18'\nfade_unchanged = 1",
        b"[theme_mode]\nx = 1",
    ],
)
def test_what_is_broken_falls_back(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "s.toml").write_bytes(content)
    assert load(tmp_path / "s.toml") == Settings()


def test_no_file_no_settings(tmp_path: Path) -> None:
    assert load(tmp_path / "none.toml") == Settings()
    assert load(tmp_path) == Settings()


@pytest.mark.parametrize(
    "line",
    [
        "reading_px = 4000",
        "reading_px = true",
        "reading_px = nan",
        "line_spacing = 0",
        "interface_scale = -1.0",
        "interface_scale = inf",
        "theme_mode = 'purple'",
        "scheme = 'purple'",
        "reduced_motion = 1",
        "show_furniture = 'yes'",
    ],
)
def test_one_bad_value_costs_only_itself(tmp_path: Path, line: str) -> None:
    name = line.split()[0]
    save(tmp_path / "s.toml", CHANGED)
    kept = [kept for kept in (tmp_path / "s.toml").read_text().splitlines() if not kept.startswith(name)]
    (tmp_path / "s.toml").write_text("\n".join([*kept, line]))
    loaded = load(tmp_path / "s.toml")
    assert getattr(loaded, name) == getattr(Settings(), name)
    others = set(Settings.__dataclass_fields__) - {name}
    assert all(getattr(loaded, other) == getattr(CHANGED, other) for other in others)


def test_whole_numbers_do_where_fractions_may_stand(tmp_path: Path) -> None:
    (tmp_path / "s.toml").write_text("line_spacing = 2\nunknown = 'from a newer Variorum'")
    assert load(tmp_path / "s.toml") == Settings(line_spacing=2.0)


def test_a_save_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "s.toml"
    save(file, CHANGED)

    def fail(source: str, target: Path) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="disk full"):
        settings.save(file, Settings())
    assert load(file) == CHANGED
    assert list(tmp_path.iterdir()) == [file]


def test_high_contrast_of_before_there_were_schemes_is_kept(tmp_path: Path) -> None:
    (tmp_path / "s.toml").write_text("high_contrast = true")
    assert load(tmp_path / "s.toml").scheme is Scheme.HIGH_CONTRAST
    (tmp_path / "s.toml").write_text("high_contrast = true\nscheme = 'standard'")
    assert load(tmp_path / "s.toml").scheme is Scheme.STANDARD


@pytest.mark.parametrize("broken", [b"theme_mode = ", b"\xff\xfe\x00", b"[[[["])
def test_a_file_that_can_not_be_read_is_told_of_and_kept_when_a_setting_changes(tmp_path: Path, broken: bytes) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(broken)
    kept, note = settings.read(file)
    assert kept == Settings()
    assert note is not None
    assert (note.file, note.aside) == (file, tmp_path / "settings.unreadable.toml")
    assert note.line == (1 if broken == b"[[[[" else 0), "where the parser says it"
    assert file.read_bytes() == broken
    save(file, CHANGED)
    assert settings.read(file) == (CHANGED, None)
    assert (tmp_path / "settings.unreadable.toml").read_bytes() == broken


def test_of_a_file_that_is_not_there_nothing_is_said(tmp_path: Path) -> None:
    assert settings.read(tmp_path / "settings.toml") == (Settings(), None)
