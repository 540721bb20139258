"""PyInstaller's recipe, read with stand-ins for its words: what it asks for on each system is what the scripts make."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"


def recipe(system: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, list[dict[str, Any]]]:
    """What the recipe asks for on that system: the named arguments of each of PyInstaller's words."""
    asked: dict[str, list[dict[str, Any]]] = {}

    def word(name: str) -> Any:
        def ask(*_things: object, **named: Any) -> SimpleNamespace:
            asked.setdefault(name, []).append(named)
            return SimpleNamespace(pure=[], binaries=[], scripts=[], datas=list(named.get("datas", ())))

        return ask

    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.syspath_prepend(PACKAGING)
    words = {name: word(name) for name in ("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE")}
    spec = PACKAGING / "variorum.spec"
    # PyInstaller works in a folder of the recipe's name below the one that it is given.
    places = {"SPECPATH": str(PACKAGING), "workpath": str(tmp_path / "variorum")}
    exec(compile(spec.read_text(encoding="utf-8"), str(spec), "exec"), {**words, **places})
    return asked


@pytest.mark.parametrize("system", ["linux", "win32", "darwin"])
def test_what_the_program_reads_is_packed_on_every_system(
    system: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (analysis,) = recipe(system, tmp_path, monkeypatch)["Analysis"]
    packed = {target: Path(source) for source, target in analysis["datas"]}
    for file in (
        "resources/fonts/variorum-symbols-regular.woff2",
        "resources/translations/variorum_en.qm",
        "resources/meaning/model.onnx",
        "docs/guide/pictures/dark/compare.png",
    ):
        folder = next(target for target in packed if f"variorum/_data/{file}".startswith(f"{target}/"))
        assert (packed[folder] / Path("variorum/_data", file).relative_to(folder)).is_file()


def test_icon_and_version_are_where_the_script_for_windows_puts_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs = recipe("win32", tmp_path, monkeypatch)["EXE"]
    assert [(program["name"], program["console"]) for program in programs] == [("variorum", True), ("variorumw", False)]
    script = (PACKAGING / "windows" / "build.ps1").read_text(encoding="utf-8")
    made = {str(ROOT / name.replace("\\", "/")) for name in re.findall(r"build\\[a-z]+\.(?:ico|txt)", script)}
    for program in programs:
        assert {program["icon"], program["version"]} == made


def test_a_mac_signs_all_of_it_for_whom_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SIGN", raising=False)
    (program,) = recipe("darwin", tmp_path, monkeypatch)["EXE"]
    assert program["codesign_identity"] is None
    monkeypatch.setenv("SIGN", "Developer ID Application: Somebody")
    asked = recipe("darwin", tmp_path, monkeypatch)
    (program,), (app,) = asked["EXE"], asked["BUNDLE"]
    assert program["codesign_identity"] == "Developer ID Application: Somebody"
    assert Path(program["entitlements_file"]).is_file()
    script = (PACKAGING / "macos" / "build.sh").read_text(encoding="utf-8")
    assert Path(app["icon"]).relative_to(ROOT).as_posix() in script
