"""What goes into the packaged program, and what stays out."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "variorum/_data/resources/meaning/model.onnx",
        "variorum/_data/seeds/000.txt",
        "variorum/_data/docs/guide/pictures/dark/compare.png",
        "variorum/_data/resources/translations/variorum_en.qm",
        "variorum/_data/resources/fonts/variorum-symbols-regular.woff2",
        "PySide6/Qt/lib/QtNetwork.framework/Versions/A/QtNetwork",
    ],
)
def test_what_the_program_can_use_is_in(bundle: ModuleType, name: str) -> None:
    assert bundle.is_used(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/Qt/plugins/imageformats/libqtiff.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/translations/qtbase_fr.qm",
        "PySide6/Qt/lib/libQt6Qml.so.6",
        "PySide6/Qt/lib/QtQmlModels.framework/Versions/A/QtQmlModels",
        "PySide6\\opengl32sw.dll",
        "numpy/_core/tests/data/x.csv",
        "numpy-2.4.6.dist-info/RECORD",
    ],
)
def test_what_nothing_uses_stays_out(bundle: ModuleType, name: str) -> None:
    assert not bundle.is_used(name)


@pytest.mark.skipif(sys.platform != "linux", reason="libraries of a Linux system")
def test_libraries_of_the_system_are_put_apart_and_those_every_system_has_stay_out(
    bundle: ModuleType, tmp_path: Path
) -> None:
    import _ctypes

    ours = tmp_path / "_ctypes.so"
    ours.write_bytes(Path(_ctypes.__file__).read_bytes())
    entries = [("_ctypes.so", str(ours), "EXTENSION"), ("libX11.so.6", "/usr/lib/libX11.so.6", "BINARY")]
    placed = {name: source for name, source, _kind in bundle.placed_libraries(entries)}
    assert placed["_ctypes.so"] == str(ours)
    assert "libX11.so.6" not in placed
    assert not any("libc.so" in name for name in placed)


def test_all_modules_are_in_however_they_are_imported(bundle: ModuleType) -> None:
    found = bundle.modules_below(Path(__file__).parents[2] / "desktop", "variorum")
    assert {"variorum", "variorum.core.meaning.worker", "variorum.core.search.worker"} <= set(found)
    assert "variorum.gui.printing.worker" in found
