"""Opening a library: made if it isn't there, and one clear sentence, with the file untouched, where it can't be."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from variorum.core.errors import LibraryError
from variorum.core.library import connections, schema
from variorum.core.library.library import FILE_NAME, Library

TEXT = "Ferry fares rise\n\nFerry fares will rise in May.\n"


def sentence_of(folder: Path) -> str:
    with pytest.raises(LibraryError) as caught:
        Library(folder)
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def test_a_library_is_made_with_its_folders_and_opened_again(tmp_path: Path) -> None:
    library = Library(tmp_path / "a" / "b")
    number = library.add(TEXT).id
    library.close()
    library = Library(tmp_path / "a" / "b")
    assert library.text(number) == TEXT
    library.close()


def test_the_database_is_as_intended(tmp_path: Path) -> None:
    Library(tmp_path).close()
    with sqlite3.connect(tmp_path / FILE_NAME) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"Dear editor, " * 1000)
    assert "is damaged" in sentence_of(tmp_path)
    assert (tmp_path / FILE_NAME).read_bytes() == b"Dear editor, " * 1000


def test_a_library_with_broken_pages(tmp_path: Path) -> None:
    library = Library(tmp_path)
    for number in range(50):
        library.add(f"{TEXT}{number}" * 50)
    library.close()
    content = bytearray((tmp_path / FILE_NAME).read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    (tmp_path / FILE_NAME).write_bytes(content)
    with pytest.raises(LibraryError, match="is damaged"):
        damaged_articles(tmp_path)


def damaged_articles(folder: Path) -> None:
    library = Library(folder)
    try:
        library.articles()
    finally:
        library.close()


def test_a_library_from_a_newer_variorum_is_left_alone(tmp_path: Path) -> None:
    Library(tmp_path).close()
    connection = sqlite3.connect(tmp_path / FILE_NAME)
    connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.close()
    before = (tmp_path / FILE_NAME).read_bytes()
    assert "newer Variorum" in sentence_of(tmp_path)
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / FILE_NAME)
    connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()
    before = (tmp_path / FILE_NAME).read_bytes()
    assert "another program" in sentence_of(tmp_path)
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "library").write_text("a file")
    assert "can't be used" in sentence_of(tmp_path / "library")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert "permissions" in sentence_of(tmp_path)


@pytest.mark.skipif(not os.path.exists("/proc/self"), reason="needs a folder that nobody may write, not even root")
def test_a_folder_that_nobody_may_write() -> None:
    assert "/proc/self/library" in sentence_of(Path("/proc/self/library"))


def test_a_library_that_another_program_is_changing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "_PATIENCE", 0.05)
    library = Library(tmp_path)
    other = sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(LibraryError, match="being changed by another program"):
        library.add(TEXT)
    other.execute("ROLLBACK")
    other.close()
    assert library.add(TEXT).id == 1
    library.close()


@pytest.mark.skipif(os.name != "posix", reason="files that are open can't be deleted there")
def test_into_a_library_that_was_deleted_nothing_is_written(tmp_path: Path) -> None:
    library = Library(tmp_path)
    first = library.add(TEXT)
    (tmp_path / FILE_NAME).rename(tmp_path / "elsewhere")
    with pytest.raises(LibraryError, match="no longer there"):
        library.set_state("key", "value")
    with ThreadPoolExecutor(1) as pool, pytest.raises(LibraryError, match="no longer there"):
        pool.submit(library.articles).result()
    assert not (tmp_path / FILE_NAME).exists()
    (tmp_path / "elsewhere").rename(tmp_path / FILE_NAME)
    library.set_state("key", "value")
    assert library.articles() == (first,)
    library.close()


def test_a_full_disk_undoes_the_whole_change(tmp_path: Path) -> None:
    library = Library(tmp_path)
    first = library.add(TEXT)
    with library._connections.reading() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
    with library._connections._own() as connection:
        connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(LibraryError, match="disk is full"):
        library.add("A long text.\n" * 10_000)
    assert library.articles() == (first,)
    library.close()


def test_an_older_library_is_brought_up_to_date_or_not_touched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = Library(tmp_path)
    library.add(TEXT)
    library.close()
    shutil.copy(tmp_path / FILE_NAME, tmp_path / "copy")
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    monkeypatch.setattr(schema, "_STEPS", (*schema._STEPS, ("CREATE TABLE notes (text TEXT)", "SELECT nonsense")))
    sentence_of(tmp_path)
    connection = sqlite3.connect(tmp_path / FILE_NAME)
    assert connection.execute("SELECT name FROM sqlite_master WHERE name = 'notes'").fetchall() == []
    connection.close()
    monkeypatch.setattr(schema, "_STEPS", (*schema._STEPS[:-1], ("CREATE TABLE notes (text TEXT)",)))
    library = Library(tmp_path)
    assert [row.headline for row in library.articles()] == ["Ferry fares rise"]
    library.close()


def test_processes_may_make_the_same_library_at_once(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from variorum.core.library.library import Library;"
        "library = Library(Path(sys.argv[1])); library.set_state(sys.argv[2], 'here'); library.close()"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3] / "desktop")}
    running = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path), str(number)], env=environment)
        for number in range(6)
    ]
    assert [process.wait(timeout=30) for process in running] == [0] * 6
    library = Library(tmp_path)
    assert [library.get_state(str(number)) for number in range(6)] == ["here"] * 6
    library.close()
