"""The packaged program does what the installed one does; only where it was built (packaging/linux/build.sh frozen)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from variorum import __version__

FOLDER = Path(__file__).parents[2] / "build" / "frozen" / "variorum"
PROGRAM = FOLDER / ("variorum.exe" if sys.platform == "win32" else "variorum")
pytestmark = pytest.mark.skipif(not PROGRAM.is_file(), reason="the program was not packaged here")


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [str(PROGRAM), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=60)


def test_it_knows_its_version() -> None:
    assert run("--version").stdout == f"Variorum {__version__}\n"


def test_it_compares_and_sets_pdfs(seeds: list[Path], tmp_path: Path) -> None:
    compared = run("compare", "--json", seeds[3], seeds[4])
    assert json.loads(compared.stdout)["claims"], compared.stderr
    done = run("compare", "--pdf", tmp_path / "report.pdf", seeds[3], seeds[4])
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")


def test_the_guide_and_the_translations_are_in_it() -> None:
    data = next(FOLDER.rglob("_data"))
    assert {file.name for file in (data / "docs" / "guide").glob("*.md")} >= {"README.md", "keyboard.md"}
    assert (data / "docs" / "guide" / "pictures" / "dark" / "compare.png").is_file()
    assert (data / "resources" / "translations" / "variorum_en.qm").is_file()
    assert not list(data.rglob("*.ts"))


def test_it_imports_and_searches(seeds: list[Path], tmp_path: Path) -> None:
    assert run("--library", tmp_path, "import", *seeds).returncode == 0
    assert "Hegseth" in run("--library", tmp_path, "search", "NATO").stdout


def test_its_workers_start() -> None:
    with subprocess.Popen([PROGRAM, "meaning-worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(b'{"text": "A minister said so."}\n')
        process.stdin.flush()
        assert "meaning" in json.loads(process.stdout.readline())
        process.stdin.close()
    assert "usage" in run("search-worker", "--help").stdout


def test_every_distribution_in_it_has_its_license_text() -> None:
    notices = json.loads(next(FOLDER.rglob("licenses.json")).read_text(encoding="utf-8"))
    told = {notice["name"].lower() for notice in notices if len(notice["text"]) > 200}
    known = packages_distributions()
    contained = {entry.name.partition(".")[0] for entry in os.scandir(FOLDER / "_internal")} & set(known)
    assert {"numpy", "onnxruntime", "PySide6"} <= contained
    for top in contained - {"variorum"}:
        assert {name.lower() for name in known[top]} & told, top
