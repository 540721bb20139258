"""Bad input through `variorum import`, as a shell runs it: one clear message each, the rest unharmed."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2] / "desktop"
Import = Callable[..., dict[str, Any]]


@pytest.fixture
def run_import(program: Any, good: Path) -> Import:
    """Imports paths together with a good file, which has to go in, and returns the program's JSON answer."""

    def run(*paths: Path, prefix: tuple[str, ...] = ()) -> dict[str, Any]:
        done = program("import", "--json", *paths, good, prefix=prefix)
        answer: dict[str, Any] = json.loads(done.out)
        assert done.status == (1 if answer["failed"] else 0)
        assert len(done.errors) == len(answer["failed"]) + len(answer["damaged"]), "one line each"
        assert str(good) in [row["path"] for row in answer["added"]], "the rest is unharmed"
        return answer

    return run


def only_failure(answer: dict[str, Any]) -> str:
    (failure,) = answer["failed"]
    reason: str = failure["reason"]
    assert reason.endswith(".")
    assert "\n" not in reason
    assert Path(failure["path"]).name in reason
    return reason


def test_what_is_no_article(run_import: Import, bad: Any) -> None:
    assert bad.says in only_failure(run_import(bad.path))


def test_a_folder_that_holds_itself(run_import: Import, tmp_path: Path) -> None:
    (folder := tmp_path / "in").mkdir()
    (folder / "one.txt").write_text("Bridge closes\n\nThe bridge is closed.\n", encoding="utf-8")
    (folder / "again").symlink_to(folder)
    assert len(run_import(folder)["added"]) == 2


def test_a_name_that_would_steer_the_terminal(run_import: Import, oddly_named: Path) -> None:
    (failure,) = run_import(oddly_named)["failed"]
    assert "is empty" in failure["reason"]


def test_no_permission_to_read(
    run_import: Import, good: Path, tmp_path: Path, without_privileges: tuple[str, ...]
) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    (closed / "a.txt").write_bytes(good.read_bytes())
    secret = tmp_path / "secret.txt"
    secret.write_bytes(good.read_bytes())
    closed.chmod(0)
    secret.chmod(0)
    try:
        answer = run_import(closed, closed / "a.txt", secret, prefix=without_privileges)
    finally:
        closed.chmod(stat.S_IRWXU)
    reasons = {Path(failure["path"]).name: failure["reason"] for failure in answer["failed"]}
    assert "folder" in reasons["closed"]
    assert "permission" in reasons["a.txt"]
    assert "permission" in reasons["secret.txt"]


def test_a_file_that_vanishes_while_it_is_imported(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("1.txt", "2.txt", "3.txt"):
        (folder / name).write_text(f"Ferry {name}\n\nThe ferry was late.\n")
    code = (
        "import sys; from pathlib import Path; from variorum.core.library.library import Library;"
        "from variorum.core.library.importing import import_paths; folder = Path(sys.argv[2]);"
        "library = Library(Path(sys.argv[1]));"
        "report = import_paths(library, [folder], progress=lambda p: (folder / '2.txt').unlink(missing_ok=True));"
        "print(len(report.added), [f.reason for f in report.failed])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "library"), str(folder)],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        check=False,
    )
    assert done.stdout.decode().strip() == '2 ["“2.txt” can\'t be found; it may have been moved or deleted."]'


@pytest.mark.parametrize(
    ("name", "content", "headline"),
    [
        (
            "broken.txt",
            "Fähre fährt spät\n\nDie Fähre nach Eastport kam spät.\n".encode() + b"\xff\xfe ok\n",
            "Fähre fährt spät",
        ),
        (
            "latin.txt",
            "Fähre fährt spät\n\nDie Fähre nach Öland kam spät, müde Gäste.\n".encode("cp1252"),
            "Fähre fährt spät",
        ),
        ("half.txt", b"Ferry late again\n\nHalf a \xed\xa0\xbd face was seen.\n", "Ferry late again"),
        (
            "half16.txt",
            b"\xff\xfe" + "Ferry late again\n\nHalf a \ud83d face.\n".encode("utf-16-le", "surrogatepass"),
            "Ferry late again",
        ),
        (
            "rtl.txt",
            "العبارة تتأخر مرة أخرى\n\nتأخرت العبارة يوم الاثنين. اشتكى الركاب.\n".encode(),
            "العبارة تتأخر مرة أخرى",
        ),
    ],
    ids=["invalid UTF-8", "Windows-1252", "half a character", "half a character in UTF-16", "right to left"],
)
def test_odd_but_readable_goes_in(run_import: Import, tmp_path: Path, name: str, content: bytes, headline: str) -> None:
    (tmp_path / name).write_bytes(content)
    answer = run_import(tmp_path / name)
    assert answer["added"][0]["headline"] == headline


def test_a_line_of_a_hundred_thousand_characters(run_import: Import, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("The ferry was late on Monday. " * 3_500)
    (tmp_path / "word.txt").write_text("x" * 100_000)
    assert len(run_import(tmp_path / "long.txt", tmp_path / "word.txt")["added"]) == 3


def test_a_damaged_library_is_one_line(program: Any, good: Path, tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "library.sqlite").write_bytes(b"\x89PNG\r\n" * 500)
    done = program("import", good)
    assert (done.status, done.out) == (1, "")
    (complaint,) = done.errors
    assert "is damaged" in complaint


@pytest.mark.parametrize(
    "content",
    [
        "Die Stadtr\u00e4te stimmten f\u00fcr \u00d6l.\n".encode() + b"\xff\n",
        "The council \ud800 approved.\n".encode("utf-8", "surrogatepass"),
    ],
    ids=["broken UTF-8", "a lone surrogate"],
)
def test_characters_that_cannot_be_read_are_told(run_import: Import, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "odd.txt").write_bytes(content)
    (row,) = run_import(tmp_path / "odd.txt")["damaged"]
    assert Path(row["path"]).name == "odd.txt"
