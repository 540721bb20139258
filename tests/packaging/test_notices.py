"""Everything that a packaged program contains has its license text, or the build ends."""

from __future__ import annotations

import json
import re
from importlib.metadata import Distribution, distribution
from pathlib import Path
from types import ModuleType

import pytest

from variorum import assets

PROJECT = Path(__file__).parents[2] / "pyproject.toml"
MODULES = [
    *("PySide6.QtCore", "shiboken6", "whoosh.fields", "numpy", "onnxruntime.capi", "diff_match_patch", "platformdirs"),
    *("syntok.segmenter", "snowballstemmer", "charset_normalizer", "tomli_w", "regex", "variorum.gui", "sqlite3"),
]


def test_every_distribution_in_the_bundle_has_its_text(notices: ModuleType) -> None:
    found = {notice.name.lower(): notice for notice in notices.collect(MODULES, [])}
    dependencies = re.findall(
        r'^    "([\w-]+)[>=]=', PROJECT.read_text(encoding="utf-8").partition("[project.opt")[0], re.MULTILINE
    )
    assert len(dependencies) >= 10
    for name in (*dependencies, "regex", "shiboken6", "Python", "Variorum"):
        key = name.lower() if name.lower() in found else name.lower().replace("-", "_")
        assert len(found[key].text) > 500, name
        assert found[key].license, name
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in found["pyside6_essentials"].text


def test_what_is_ours_comes_with_typefaces_and_model(notices: ModuleType) -> None:
    told = " ".join(f"{notice.name} {notice.license}" for notice in notices.collect([], []))
    for part in ("Source Serif", "Inter", "DejaVu", "MiniLM", "OFL-1.1", "CC-BY-SA-4.0", "PyInstaller"):
        assert part in told


def test_no_text_is_shown_twice(notices: ModuleType) -> None:
    libraries = [file for file in Path("/usr/lib").glob("*/libgcc_s.so.1") if Path("/usr/bin/dpkg-query").is_file()]
    names = [notice.name for notice in notices.collect(MODULES, libraries)]
    assert len(names) == len(set(names))


def test_a_distribution_without_a_text_ends_the_build(notices: ModuleType, tmp_path: Path) -> None:
    folder = tmp_path / "bare-1.0.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: bare\nVersion: 1.0\nLicense: MIT\n", encoding="utf-8"
    )
    (folder / "RECORD").write_text("bare-1.0.dist-info/METADATA,,\n", encoding="utf-8")
    with pytest.raises(notices.MissingNoticeError, match="bare"):
        notices.notice_of(Distribution.at(folder))


def test_the_program_reads_what_the_build_writes(
    notices: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = [notices.notice_of(distribution("platformdirs"))]
    notices.write(written, tmp_path / "licenses.json")
    assert json.loads((tmp_path / "licenses.json").read_text(encoding="utf-8"))
    monkeypatch.setattr(assets, "_root", lambda: tmp_path)
    (read,) = assets.notices()
    assert (read.name, read.version, read.text) == (written[0].name, written[0].version, written[0].text)


def test_a_program_that_is_not_packaged_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "_root", lambda: tmp_path)
    assert assets.notices() == ()
