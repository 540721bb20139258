"""The packaged program does what the installed one does; only where it was built (packaging/linux/build.sh frozen)."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
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


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_its_workers_load_the_libraries_it_brings_along(tmp_path: Path) -> None:
    # Where a system has none of its own, a worker that looks for the system's does not start.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    environment |= {"HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen([PROGRAM, "--new-window"], env=environment) as program:
        try:
            assert {file.parent for file in mapped_by_workers(program.pid)} == {FOLDER / "_internal"}
        finally:
            program.terminate()


def mapped_by_workers(program: int) -> set[Path]:
    """Where the search worker's SQLite and libffi are from, once it has both."""
    ends = time.monotonic() + 60
    while time.monotonic() < ends:
        for worker in Path(f"/proc/{program}/task").glob("*/children"):
            for child in worker.read_text(encoding="ascii").split():
                maps = Path(f"/proc/{child}/maps").read_text(encoding="utf-8").splitlines()
                found = {Path(line.split(maxsplit=5)[-1]) for line in maps if re.search(r"lib(sqlite3|ffi)\.so", line)}
                if len(found) == 2:
                    return found
        time.sleep(0.2)
    return set()


def test_every_distribution_in_it_has_its_license_text() -> None:
    notices = json.loads(next(FOLDER.rglob("licenses.json")).read_text(encoding="utf-8"))
    told = {notice["name"].lower() for notice in notices if len(notice["text"]) > 200}
    known = packages_distributions()
    contained = {entry.name.partition(".")[0] for entry in os.scandir(FOLDER / "_internal")} & set(known)
    assert {"numpy", "onnxruntime", "PySide6"} <= contained
    for top in contained - {"variorum"}:
        assert {name.lower() for name in known[top]} & told, top
