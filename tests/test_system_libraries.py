"""What is missing for the window is named, with the package that brings it."""

from __future__ import annotations

from pathlib import Path

import pytest

from variorum.system_libraries import load_missing, why_no_window


@pytest.mark.parametrize(
    ("reason", "library", "package"),
    [
        ("libEGL.so.1: cannot open shared object file: No such file or directory", "libEGL.so.1", "libegl1"),
        ("libxcb-cursor.so.0: cannot open shared object file", "libxcb-cursor.so.0", "libxcb-cursor0"),
        ("/usr/lib/x.so: libnew-thing.so.7: cannot open shared object file", "libnew-thing.so.7", ""),
    ],
)
def test_a_missing_system_library(reason: str, library: str, package: str) -> None:
    sentence = why_no_window(ImportError(reason))
    assert library in sentence
    assert (f"apt install {package}" in sentence) if package else ("apt" not in sentence)


def test_a_missing_pyside() -> None:
    assert "PySide6-Essentials" in why_no_window(ModuleNotFoundError("No module named 'PySide6'", name="PySide6"))


def test_anything_else_is_said_as_it_is() -> None:
    assert "odd" in why_no_window(ImportError("odd"))


def test_libraries_brought_along_are_loaded_only_where_the_system_has_none(tmp_path: Path) -> None:
    """The base is wanted by what comes before it in the alphabet, so it takes a second round."""
    for name in ("liba.so.1", "libbase.so.2", "libhere.so.3", "libbroken.so.4", "notes.txt"):
        (tmp_path / name).touch()
    loaded: list[str] = []

    def load(library: str) -> None:
        ready = {"libhere.so.3": True, f"{tmp_path}/libbase.so.2": True}
        ready[f"{tmp_path}/liba.so.1"] = f"{tmp_path}/libbase.so.2" in loaded
        if not ready.get(library):
            raise OSError(library)
        loaded.append(library)

    assert load_missing(tmp_path, load) == ("libbase.so.2", "liba.so.1")
    assert f"{tmp_path}/libhere.so.3" not in loaded
    loaded.clear()
    assert load_missing(tmp_path, load, only=["libbase.so.2"]) == ("libbase.so.2",)


def test_a_program_that_is_not_packaged_brings_none() -> None:
    assert load_missing() == ()
