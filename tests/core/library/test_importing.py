"""Importing files and folders: every file asked for is added, known or failed, and what fails harms nothing else."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from variorum.core.errors import LibraryError
from variorum.core.library import importing
from variorum.core.library.importing import import_paths
from variorum.core.library.library import Library
from variorum.core.library.model import ImportProgress, ImportReport


def write(path: Path, subject: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    about = subject or path.stem
    path.write_text(f"Harbor news: {about}\n\nThe council talked about {about} on Monday.\n", encoding="utf-8")
    return path


def names(report: ImportReport) -> list[str]:
    return [Path(row.path).name for row in report.added]


def test_a_file_is_added_once(library: Library, tmp_path: Path) -> None:
    file = write(tmp_path / "one.txt")
    first, second = import_paths(library, [file]), import_paths(library, [file, write(tmp_path / "copy.txt", "one")])
    assert [row.path for row in first.added] == [str(file)]
    assert second.added == ()
    assert [row.id for row in second.known] == [first.added[0].id] * 2


def test_the_same_text_twice_in_one_import(library: Library, tmp_path: Path) -> None:
    report = import_paths(library, [write(tmp_path / "a.txt", "same"), write(tmp_path / "b.txt", "same")])
    assert (len(report.added), len(report.known)) == (1, 1)


def test_a_folder_is_imported_in_order_of_names_without_what_is_no_text(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    for name in ("b.txt", "a.md", "c.TEXT", "z/1.txt", "d", ".hidden.txt", ".git/x.txt", "page.html", "notes.docx"):
        write(folder / name)
    (folder / "program").write_bytes(b"\x7fELF\0\0\1\2" * 100)
    (folder / "nothing").touch()
    report = import_paths(library, [folder])
    assert names(report) == ["a.md", "b.txt", "c.TEXT", "d", "1.txt"]
    assert report.failed == ()


def test_a_named_file_is_tried_whatever_it_is_called(library: Library, tmp_path: Path) -> None:
    report = import_paths(library, [write(tmp_path / "in" / ".draft.log")])
    assert names(report) == [".draft.log"]


def test_a_file_named_twice_is_taken_once(library: Library, tmp_path: Path) -> None:
    file = write(tmp_path / "in" / "a.txt")
    report = import_paths(library, [file, file.parent, file.parent / ".." / "in" / "a.txt"])
    assert (len(report.added), len(report.known)) == (1, 0)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_links_that_go_round_in_circles(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    write(folder / "a.txt")
    write(tmp_path / "elsewhere" / "b.txt")
    (folder / "self").symlink_to(folder)
    (folder / "deep").mkdir()
    (folder / "deep" / "up").symlink_to(tmp_path)
    (folder / "other").symlink_to(tmp_path / "elsewhere")
    (folder / "knot").symlink_to(folder / "knot")
    (folder / "gone.txt").symlink_to(tmp_path / "gone.txt")
    report = import_paths(library, [folder])
    assert sorted(names(report)) == ["a.txt", "b.txt"]
    assert [failure.path.name for failure in report.failed] == ["gone.txt"]


@pytest.mark.skipif(os.name != "posix", reason="named pipes and devices")
def test_a_pipe_or_device_does_not_hang_the_import(library: Library, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    report = import_paths(library, [tmp_path / "pipe", Path("/dev/zero"), write(tmp_path / "a.txt")])
    assert [failure.path.name for failure in report.failed] == ["pipe", "zero"]
    assert names(report) == ["a.txt"]


def test_a_story_is_made_once_and_grows(library: Library, tmp_path: Path) -> None:
    import_paths(library, [write(tmp_path / "a.txt")], "Harbor")
    report = import_paths(library, [write(tmp_path / "b.txt"), write(tmp_path / "c.txt")], " harbor ")
    assert [row.siglum for row in report.added] == ["B", "C"]
    assert [(story.name, len(story.versions)) for story in library.stories()] == [("Harbor", 3)]


def test_known_articles_join_the_story_unless_they_are_in_another(library: Library, tmp_path: Path) -> None:
    loose, taken = write(tmp_path / "loose.txt"), write(tmp_path / "taken.txt")
    import_paths(library, [loose])
    import_paths(library, [taken], "Elsewhere")
    report = import_paths(library, [loose, taken], "Harbor")
    assert [library.story(row.story_id or 0).name for row in report.known] == ["Harbor", "Elsewhere"]


def test_a_story_of_which_nothing_can_be_read_is_not_made(library: Library, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    assert len(import_paths(library, [tmp_path / "empty.txt"], "Harbor").failed) == 1
    assert library.stories() == ()


def test_without_a_story_articles_stay_loose(library: Library, tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.txt")
    write(tmp_path / "in" / "b.txt")
    import_paths(library, [tmp_path / "in"])
    assert len(library.loose_articles()) == 2


def test_an_import_that_is_canceled_keeps_what_it_has(library: Library, tmp_path: Path) -> None:
    for number in range(10):
        write(tmp_path / "in" / f"{number}.txt")
    seen = list[ImportProgress]()
    report = import_paths(library, [tmp_path / "in"], None, seen.append, lambda: len(seen) == 4)
    assert report.canceled
    assert names(report) == ["0.txt", "1.txt", "2.txt", "3.txt"]
    assert len(library.articles()) == 4


def test_an_import_can_be_canceled_while_folders_are_read(library: Library, tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.txt")
    assert import_paths(library, [tmp_path / "in"], should_cancel=lambda: True) == ImportReport(canceled=True)


def test_progress_counts_every_file_to_the_end(library: Library, tmp_path: Path) -> None:
    files = [write(tmp_path / "a.txt"), tmp_path / "gone.txt", write(tmp_path / "b.txt")]
    seen = list[ImportProgress]()
    import_paths(library, files, progress=seen.append)
    assert seen == [ImportProgress(n, 3, file) for n, file in enumerate(files)] + [ImportProgress(3, 3, None)]


def test_more_articles_than_a_batch_holds(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "BATCH", 3)
    for number in range(10):
        write(tmp_path / "in" / f"{number}.txt")
    report = import_paths(library, [tmp_path / "in"], "Harbor")
    assert [row.siglum for row in report.added] == list("ABCDEFGHIJ")


def test_where_the_library_takes_no_more_it_says_what_it_has(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "BATCH", 2)
    files = [write(tmp_path / "in" / f"{number}.txt", f"number {number}") for number in range(3)]
    files.append(write(tmp_path / "in" / "long.txt", "the council " * 20_000))
    with library._connections.reading() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
    with library._connections._own() as connection:
        connection.execute(f"PRAGMA max_page_count = {pages + 10}")
    with pytest.raises(LibraryError, match=r"^The disk is full, .* Before that 2 articles were imported\.$"):
        import_paths(library, files)
    assert len(library.articles()) == 2


@pytest.mark.logs
def test_a_text_that_trips_the_reader_is_one_failure(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trip(text: str, path: str, source: bytes) -> None:
        raise IndexError("odd")

    monkeypatch.setattr(importing, "draft", trip)
    report = import_paths(library, [write(tmp_path / "a.txt")])
    assert "could not be understood" in report.failed[0].reason
