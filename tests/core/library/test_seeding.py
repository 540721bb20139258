"""The first start: the seeds as one story, once, and never again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from variorum.assets import seeds as seeds_folder
from variorum.core.library.library import Library
from variorum.core.library.seeding import add_sample, add_seeds

Add = Callable[..., int]


def sample(folder: Path) -> Path:
    """Three versions of a story: two with a headline, one without."""
    folder.mkdir()
    body = "\n\nThe council of Eastport voted on Monday to close the bridge. Drivers will take the ferry until June.\n"
    (folder / "1.txt").write_text("Eastport council closes its old bridge to all traffic until June" + body)
    (folder / "2.txt").write_text("The bridge is shut. It will stay so, riders say." + body)
    (folder / "3.txt").write_text("Eastport closes its bridge" + body + "Ferries run late.\n")
    (folder / "LICENSE").write_text("Not an article.\n")
    return folder


def test_seeds_become_one_story_named_by_its_shortest_headline(library: Library, tmp_path: Path) -> None:
    story = add_seeds(library, sample(tmp_path / "seeds"))
    assert story is not None
    assert story.name == "Eastport closes its bridge"
    assert [(row.siglum, row.path) for row in story.versions] == [("A", "1.txt"), ("B", "2.txt"), ("C", "3.txt")]
    assert library.stories() == (story,)


def test_whoever_removes_the_seeds_does_not_get_them_back(library: Library, tmp_path: Path) -> None:
    folder = sample(tmp_path / "seeds")
    story = add_seeds(library, folder)
    assert story is not None
    library.remove([row.id for row in story.versions])
    library.delete_story(story.id)
    assert add_seeds(library, folder) is None
    assert library.articles() == ()


def test_a_library_with_articles_gets_no_seeds(library: Library, tmp_path: Path, add: Add) -> None:
    add("dredging")
    assert add_seeds(library, sample(tmp_path / "seeds")) is None
    assert len(library.articles()) == 1


def test_no_seeds_no_story(library: Library, tmp_path: Path) -> None:
    assert add_seeds(library, tmp_path) is None
    assert library.revision() == 0


def test_the_programs_own_seeds(library: Library, seeds: list[Path]) -> None:
    story = add_seeds(library, seeds_folder())
    assert story is not None
    assert [row.siglum for row in story.versions] == list("ABCDE")
    assert [library.source(row.id) for row in story.versions] == [file.read_bytes() for file in seeds]


def test_the_sample_goes_into_any_library_and_brings_back_what_was_removed(
    library: Library, tmp_path: Path, add: Add
) -> None:
    add("dredging")
    folder = sample(tmp_path / "seeds")
    added = add_sample(library, folder)
    assert [row.path for row in added] == ["1.txt", "2.txt", "3.txt"]
    [story] = library.stories()
    assert (story.name, len(story.versions)) == ("Eastport closes its bridge", 3)
    assert add_sample(library, folder) == ()
    library.rename_story(story.id, "Mine")
    library.remove([story.versions[1].id])
    assert [row.path for row in add_sample(library, folder)] == ["2.txt"]
    assert [(s.name, len(s.versions)) for s in library.stories()] == [("Mine", 3)]
