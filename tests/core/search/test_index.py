"""The index follows the library, and nothing that happens to it does harm."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from variorum.core.cancel import CanceledError
from variorum.core.library.library import Library
from variorum.core.library.model import NewArticle
from variorum.core.process import default_command
from variorum.core.search.folder import IndexFolder, LockedError
from variorum.core.search.model import SearchResults
from variorum.core.search.offline import search_now
from variorum.core.search.searcher import Searcher
from variorum.core.search.writer import CHUNK, update

Search = Callable[[str], list[int]]
Ask = Callable[[str], SearchResults]


def test_it_follows_the_library(library: Library, find: Search) -> None:
    assert find("bridge") == [1, 2]
    (row,) = (library.add("A new bridge.\n\nIt is long."),)
    assert find("bridge") == [1, 2, row.id]
    library.remove([1])
    assert find("bridge") == [2, row.id]
    library.restore([1])
    assert find("bridge") == [1, 2, row.id]


def test_a_story_renamed_is_found_by_its_new_name(library: Library, find: Search) -> None:
    assert find("story:bridge") == [1, 2]
    library.rename_story(library.stories()[0].id, "Crossing")
    assert find("story:bridge") == []
    assert find("story:crossing") == [1, 2]


def test_nothing_is_written_where_nothing_changed(library: Library, index_folder: Path) -> None:
    folder = IndexFolder(index_folder)
    assert update(library, folder)
    before = sorted((path.name, path.stat().st_mtime_ns) for path in folder.path.iterdir())
    assert not update(library, folder)
    assert sorted((path.name, path.stat().st_mtime_ns) for path in folder.path.iterdir()) == before


def test_many_small_changes_leave_no_duplicates_and_few_parts(library: Library, ask: Ask, index_folder: Path) -> None:
    story = library.stories()[0].id
    for number in range(15):
        library.rename_story(story, f"Bridge {number}")
        results = ask("bridge")
        assert [hit.article_id for hit in results.hits] in ([1, 2], [2, 1])
        assert results.total == 2
    assert len(list(IndexFolder(index_folder).path.glob("*.seg"))) <= 12


def test_more_than_a_chunk(library: Library, index_folder: Path) -> None:
    for number in range(CHUNK + 10):
        library.add(f"Article number {number} about a tunnel.")
    told: list[tuple[int, int]] = []
    update(library, IndexFolder(index_folder), lambda done, total: told.append((done, total)))
    assert told[-1] == (CHUNK + 14, CHUNK + 14)
    assert told == sorted(told)
    assert search_now(library, index_folder, "tunnel", limit=1).total == CHUNK + 10


def test_what_came_since_is_found_without_the_index(library: Library, index_folder: Path, searcher: Searcher) -> None:
    update(library, IndexFolder(index_folder))
    new = library.add("A new bridge.\n\nIt is long.")
    library.remove([1])
    results = searcher.search("bridge")
    assert {hit.article_id for hit in results.hits} == {2, new.id}
    assert results.pending == 1
    assert results.total == 2


def test_a_cancel_keeps_what_was_done_whole(library: Library, index_folder: Path) -> None:
    asked = iter([False] * 3 + [True] * 9)
    with pytest.raises(CanceledError):
        update(library, IndexFolder(index_folder), should_cancel=lambda: next(asked))
    assert search_now(library, index_folder, "bridge").total == 2


def test_an_index_that_cannot_be_written_is_said(library: Library, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way of the folder")
    results = search_now(library, tmp_path / "file", "bridge")
    assert results.total == 2
    assert "The index can't be written: " in results.note


def test_of_many_articles_outside_the_index_only_some_are_searched_and_that_is_said(
    library: Library, index_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    library.add_all([NewArticle(f"Tunnel {number}", f"Tunnel {number}") for number in range(300)])
    monkeypatch.setattr(IndexFolder, "create", full)
    assert search_now(library, index_folder, "tunnel").note == (
        "Not all was searched: 304 articles are not in the index yet. "
        "The index can't be written: No space left on device."
    )


def _files(folder: IndexFolder) -> list[Path]:
    return sorted(path for path in folder.path.iterdir() if not path.name.endswith("LOCK"))


DAMAGES: dict[str, Callable[[Path], object]] = {
    "emptied": lambda path: path.write_bytes(b""),
    "overwritten": lambda path: path.write_bytes(b"\xff" * 300),
    "cut": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
    "deleted": lambda path: path.unlink(),
    "of another content": lambda path: path.write_bytes(b"\xff" * path.stat().st_size),
}


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # Whoosh leaves the broken file open.
@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("kind", ["toc", "trm", "pst", "seg", "manifest.json", "col", "dcz", "dci", "vps"])
def test_a_damaged_index_is_built_anew(library: Library, ask: Ask, index_folder: Path, kind: str, damage: str) -> None:
    assert ask("bridge").total == 2
    folder = IndexFolder(index_folder)
    for path in _files(folder):
        if path.name.endswith(kind):
            DAMAGES[damage](path)
    with closing(Searcher(library, index_folder)) as searcher:
        assert searcher.search("bridge").total == 2
    library.add("Another bridge.")
    assert ask("bridge").total == 3
    assert ask("bridge").pending == 0


def test_a_foreign_folder_in_its_place_is_set_aside(library: Library, ask: Ask, index_folder: Path) -> None:
    (index_folder / "index").mkdir(parents=True)
    (index_folder / "index" / "letter.txt").write_text("Dear reader", encoding="utf-8")
    assert ask("bridge").total == 2
    assert [path.read_text(encoding="utf-8") for path in index_folder.glob("aside-*/letter.txt")] == ["Dear reader"]


def test_an_index_of_another_version_is_built_anew(library: Library, ask: Ask, index_folder: Path) -> None:
    ask("bridge")
    manifest = IndexFolder(index_folder).path / "manifest.json"
    said = json.loads(manifest.read_text(encoding="utf-8"))
    manifest.write_text(json.dumps(said | {"schema": 0}), encoding="utf-8")
    assert ask("bridge").total == 2
    assert json.loads(manifest.read_text(encoding="utf-8"))["schema"] == said["schema"]
    assert len(list(index_folder.glob("aside-*"))) == 1


def test_an_index_of_another_library_is_built_anew(ask: Ask, index_folder: Path, tmp_path: Path) -> None:
    assert ask("bridge").total == 2
    with closing(Library(tmp_path / "other")) as other:
        other.add("A ferry.")
        assert search_now(other, index_folder, "bridge").total == 0
        assert search_now(other, index_folder, "ferry").total == 1


def test_while_another_process_indexes_the_search_goes_on(library: Library, index_folder: Path) -> None:
    folder = IndexFolder(index_folder)
    with folder.locked():
        results = search_now(library, index_folder, "bridge")
        assert results.total == 2
        assert results.pending == 4
        with pytest.raises(LockedError):
            update(library, folder)
    assert search_now(library, index_folder, "bridge").pending == 0


def test_an_index_folder_that_cannot_be_written_is_no_failure(library: Library, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    results = search_now(library, tmp_path / "file" / "index", "bridge")
    assert results.total == 2
    assert results.pending == 4


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_kill_at_any_moment_does_no_harm(library: Library, index_folder: Path) -> None:
    for number in range(CHUNK):
        library.add(f"Article number {number} about a tunnel and {'many words ' * 30}.")
    command = [*default_command("search"), "index", str(library.folder), str(index_folder), "--anew"]
    for delay in (0.25, 0.45, 0.65):
        with subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3] / "desktop")},
        ) as process:
            time.sleep(delay)
            process.send_signal(signal.SIGKILL)
        with closing(Searcher(library, index_folder)) as searcher:
            assert searcher.search("bridge").total == 2
    results = search_now(library, index_folder, "tunnel", limit=1)
    assert results.total == CHUNK
    assert results.pending == 0
