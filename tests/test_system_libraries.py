"""What is missing for the window is named, with the package that brings it."""

from __future__ import annotations

import pytest

from variorum.system_libraries import why_no_window


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
