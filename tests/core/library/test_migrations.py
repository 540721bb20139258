"""A library that an older Variorum made is brought up to date with all that is in it.

Each file in `data` was made by the code of its version: the same three articles (two versions of a story, one that was
removed from it) and what that version could keep of them. Whoever adds a version runs this file, with
`PYTHONPATH=desktop`, which makes the one that is missing.
"""

from __future__ import annotations

import gzip
import sqlite3
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from variorum.core.handmade.model import End, HandLink, KeptReview, Passage, PassageOf, Review
from variorum.core.library import schema
from variorum.core.library.library import FILE_NAME, Library

BRIDGE = """Harbor bridge to close

The harbor bridge closes in May. Ferries will run every ten minutes.
"""
LATER = """Harbor bridge to close in June

The harbor bridge closes in June. Ferries will run every ten minutes.
"""
SCHOOL = """School opens

A new school opens on Friday.
"""
DATA = Path(__file__).with_name("data")
VERSIONS = range(1, schema.VERSION + 1)
MEANINGS, HANDMADE, COMPARISONS = 2, 3, 4
"""The versions from which on there were such."""
LINK = HandLink(
    PassageOf(1, Passage("The harbor bridge closes in May.")),
    PassageOf(2, Passage("The harbor bridge closes in June.")),
    linked=True,
)
REVIEWS = (
    KeptReview("figure", (End(1, "abc"), End(2, "def", 1)), Review(reviewed=True, note="May or June?")),
    KeptReview("only here", (End(2, "xyz"),), Review(reviewed=True)),
)


@pytest.fixture(params=VERSIONS)
def version(request: pytest.FixtureRequest, tmp_path: Path) -> int:
    """Every version there was, with a library of it in the folder."""
    number: int = request.param
    content = gzip.decompress((DATA / f"library-{number}.sqlite.gz").read_bytes())
    (tmp_path / FILE_NAME).write_bytes(content)
    return number


@pytest.fixture
def library(version: int, tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path)
    yield library
    library.close()


def tables(file: Path) -> tuple[int, dict[str, list[tuple[object, ...]]], list[tuple[str]]]:
    """The version of a library, its tables with their columns, and its indexes."""
    connection = sqlite3.connect(file)
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")]
    columns = {name: connection.execute(f"SELECT * FROM pragma_table_info('{name}')").fetchall() for name in names}
    indexes = connection.execute("SELECT sql FROM sqlite_master WHERE type = 'index' ORDER BY name").fetchall()
    (number,) = connection.execute("PRAGMA user_version").fetchone()
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()
    return number, columns, indexes


def test_the_files_are_what_they_say(version: int, tmp_path: Path) -> None:
    assert tables(tmp_path / FILE_NAME)[0] == version


def test_the_tables_are_those_of_a_new_library(library: Library, tmp_path: Path) -> None:
    Library(tmp_path / "new").close()
    assert tables(tmp_path / FILE_NAME) == tables(tmp_path / "new" / FILE_NAME)


def test_articles_and_stories_are_as_they_were(library: Library) -> None:
    (story,) = library.stories()
    assert story.name == "The bridge"
    assert [(row.headline, row.path) for row in story.versions] == [
        ("Harbor bridge to close", "/desk/bridge-1000.txt"),
        ("Harbor bridge to close in June", "/desk/bridge-1400.txt"),
    ]
    assert [library.text(number) for number in (1, 2)] == [BRIDGE, LATER]
    assert library.revision() == 5
    assert library.get_state("compare.rail") == "hidden"


def test_what_was_removed_comes_back_with_its_letter_and_bytes(library: Library) -> None:
    library.restore([3])
    assert [(row.id, row.siglum) for row in library.stories()[0].versions] == [(1, "A"), (3, "B"), (2, "C")]
    assert library.text(3) == SCHOOL
    assert library.source(3) == ("\ufeff" + SCHOOL).encode()


def test_what_was_kept_of_articles_is_there(library: Library, version: int) -> None:
    assert library.meaning(1, "model-1") == (b"a meaning" if version >= MEANINGS else None)
    assert library.hand_links([1]) == ((LINK,) if version >= HANDMADE else ())
    assert library.reviews([2]) == (REVIEWS if version >= HANDMADE else ())
    pairs = [(one.left.article_id, one.right.article_id) for one in library.comparisons()]
    assert pairs == ([(1, 2)] if version >= COMPARISONS else [])


def test_everything_can_be_kept_and_forgotten(library: Library) -> None:
    library.set_meaning(2, "model-1", b"another")
    library.note_comparison(1, 2)
    library.exchange_links((LINK,), ())
    library.exchange_reviews(REVIEWS, ())
    assert (library.hand_links([1, 2]), library.reviews([1, 2])) == ((), ())
    library.exchange_links((), (LINK,))
    library.exchange_reviews((), REVIEWS)
    assert (library.hand_links([1]), library.reviews([2])) == ((LINK,), REVIEWS)
    assert len(library.comparisons()) == 1
    assert library.add("Ferry runs late\n\nThe ferry was late.\n").id == 4


def make() -> None:
    """A library of the newest version, as those of the others were made."""
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder), clock=lambda: datetime(2026, 3, 1, 12, tzinfo=UTC))
        one, other = library.add(BRIDGE, "/desk/bridge-1000.txt").id, library.add(LATER, "/desk/bridge-1400.txt").id
        removed = library.add(SCHOOL, "/desk/school.txt", source=("\ufeff" + SCHOOL).encode()).id
        library.new_story("The bridge", [one, removed, other])
        library.remove([removed])
        library.set_state("compare.rail", "hidden")
        library.set_meaning(one, "model-1", b"a meaning")
        library.exchange_links((), (LINK,))
        library.exchange_reviews((), REVIEWS)
        library.note_comparison(one, other)
        library.close()
        content = (Path(folder) / FILE_NAME).read_bytes()
    (DATA / f"library-{schema.VERSION}.sqlite.gz").write_bytes(gzip.compress(content, mtime=0))


if __name__ == "__main__":
    make()
