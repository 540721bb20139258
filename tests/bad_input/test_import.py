"""Bad input through `variorum import`, as a shell runs it: one clear message each, the rest unharmed."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2] / "desktop"
GOOD = "Ferry runs late\n\nThe ferry to Eastport was late on Monday. Riders complained.\n"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10\x08\x02" + zlib.compress(bytes(range(256)) * 40)

Import = Callable[..., dict[str, Any]]


@pytest.fixture
def run_import(tmp_path: Path) -> Import:
    """Imports paths together with a good file, which has to go in, and returns the program's JSON answer."""
    good = tmp_path / "good.txt"
    good.write_text(GOOD, encoding="utf-8")

    def run(*paths: Path, prefix: tuple[str, ...] = ()) -> dict[str, Any]:
        command = [
            *prefix,
            sys.executable,
            "-m",
            "variorum",
            "--library",
            str(tmp_path / "library"),
            "import",
            "--json",
        ]
        done = subprocess.run(
            [*command, *map(str, paths), str(good)],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            timeout=60,
            check=False,
        )
        error = done.stderr.decode()
        assert "Traceback" not in error
        answer: dict[str, Any] = json.loads(done.stdout)
        assert done.returncode == (1 if answer["failed"] else 0)
        assert len(error.splitlines()) == len(answer["failed"]), "one line each"
        assert all(line.startswith("variorum: ") for line in error.splitlines())
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


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\r\n", "no words"),
        ("photo.txt", PNG, "binary"),
        ("noise.txt", bytes(range(256)) * 50, "binary"),
        ("page.txt", b"<!DOCTYPE html><html><body><p>Ferry</p></body></html>", "web page"),
        ("huge.txt", (GOOD * 800_000).encode()[: 50 * 1024 * 1024], "too large"),
    ],
    ids=["empty", "blank", "png", "noise", "html", "50MB"],
)
def test_what_is_no_article(run_import: Import, tmp_path: Path, name: str, content: bytes, says: str) -> None:
    (tmp_path / name).write_bytes(content)
    assert says in only_failure(run_import(tmp_path / name))


def test_a_file_that_is_not_there(run_import: Import, tmp_path: Path) -> None:
    assert "can't be found" in only_failure(run_import(tmp_path / "gone.txt"))


@pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")
def test_no_permission_to_read(run_import: Import, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    (closed / "a.txt").write_text(GOOD)
    secret = tmp_path / "secret.txt"
    secret.write_text(GOOD)
    closed.chmod(0)
    secret.chmod(0)
    try:
        answer = run_import(closed, secret, prefix=without_privileges(tmp_path))
    finally:
        closed.chmod(stat.S_IRWXU)
    reasons = {Path(failure["path"]).name: failure["reason"] for failure in answer["failed"]}
    assert "folder" in reasons["closed"]
    assert "permission" in reasons["secret.txt"]


def without_privileges(folder: Path) -> tuple[str, ...]:
    """What to put before a command so that permissions hold for it; root reads everything otherwise."""
    if os.geteuid() != 0:
        return ()
    if not shutil.which("setpriv"):
        pytest.skip("root may read everything, and there is no setpriv to be less")
    prefix = ("setpriv", "--bounding-set=-all", "--inh-caps=-all", "--no-new-privs")
    if subprocess.run([*prefix, "true"], capture_output=True, check=False).returncode != 0:
        pytest.skip("root may read everything, and setpriv may not drop that here")
    return prefix


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


def test_a_damaged_library_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "library.sqlite").write_bytes(PNG)
    (tmp_path / "good.txt").write_text(GOOD)
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "variorum",
            "--library",
            str(tmp_path / "library"),
            "import",
            str(tmp_path / "good.txt"),
        ],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == b""
    assert "is damaged" in done.stderr.decode()
    assert len(done.stderr.splitlines()) == 1
