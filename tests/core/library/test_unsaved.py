"""Articles that are held without being in the library: they can be read and compared, and leave no trace."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from variorum.core.errors import LibraryError
from variorum.core.handmade.model import End, HandLink, KeptReview, Passage, PassageOf, Review
from variorum.core.library import handmade
from variorum.core.library.drafts import draft
from variorum.core.library.library import FILE_NAME, Library
from variorum.core.workbench import Workbench

TEXT = "Ferry fares rise\n\nFerry fares will rise by 10 percent in May, the operator said.\n"
OTHER = "Ferry fares to rise\n\nFerry fares will rise by 12 percent in May, the operator said.\n"


def test_what_is_held_is_read_and_compared_and_not_in_the_library(library: Library) -> None:
    left = library.hold(draft(TEXT), "Clipboard, 14:02")
    right = library.hold(draft(OTHER, "/desk/ferry.txt"))
    assert left.is_unsaved
    assert (left.headline, right.headline) == ("Clipboard, 14:02", "Ferry fares to rise")
    assert library.articles([right.id, 7, left.id]) == (right, left)
    assert library.text(left.id) == TEXT
    assert library.source(left.id) == TEXT.encode()
    workbench = Workbench(library)
    assert workbench.article(left.id).headline == "Ferry fares rise"
    assert workbench.compare(left.id, right.id).figures
    assert library.held() == (left, right)
    assert library.articles() == ()
    assert library.revision() == 0
    folder = library.folder
    library.close()
    assert b"Ferry fares" not in (folder / FILE_NAME).read_bytes()


def test_the_same_text_is_held_once_but_two_files_of_it_are_two(library: Library) -> None:
    clipboard = library.hold(draft(TEXT), "Clipboard, 14:02")
    assert library.hold(draft(TEXT), "Clipboard, 14:05") == clipboard
    one, other = (library.hold(draft(TEXT, f"/desk/{name}.txt")) for name in ("a", "b"))
    assert len({clipboard.id, one.id, other.id}) == 3


def test_a_text_of_the_library_is_its_article(library: Library) -> None:
    row = library.add(TEXT)
    assert library.hold(draft(TEXT, "/desk/ferry.txt")) == row
    library.remove([row.id])
    assert library.hold(draft(TEXT, "/desk/ferry.txt")).is_unsaved, "what was removed does not come back unasked"


def test_keeping_it_survives_a_crash(library: Library) -> None:
    held = library.hold(draft(TEXT, "/desk/ferry.txt", TEXT.encode()), "Clipboard, 14:02")
    addition = library.keep(held.id)
    assert not addition.known
    assert not addition.row.is_unsaved
    assert (addition.row.headline, addition.row.path) == ("Ferry fares rise", "/desk/ferry.txt")
    another = Library(library.folder)  # as another process, after this one has gone without closing anything
    assert another.text(addition.row.id) == TEXT
    another.close()
    library.remove([addition.row.id])
    assert library.text(held.id) == TEXT, "taken back, it is held as before"
    with pytest.raises(LibraryError):
        library.keep(-99)


def test_the_meaning_of_what_is_held_is_kept_as_long(library: Library, tmp_path: Path) -> None:
    held = library.hold(draft(TEXT))
    kept = library.add(OTHER)
    assert library.with_meaning([held.id, kept.id], "m") == frozenset()
    for row in (held, kept):
        library.set_meaning(row.id, "m", b"vectors")
    assert library.with_meaning([held.id, kept.id], "m") == {held.id, kept.id}
    assert library.meaning(held.id, "m") == b"vectors"
    assert library.meaning(held.id, "other") is None


def fail(*_given: object) -> None:
    raise LibraryError("The disk is full.")


def fail_at_commit(connection: sqlite3.Connection, *_given: object) -> None:
    connection.execute("PRAGMA defer_foreign_keys = ON")
    connection.execute("INSERT INTO sigla VALUES (99, 0, NULL)")


FAILURES = pytest.mark.parametrize(
    ("where", "name", "failing"),
    [
        (handmade, "exchange_links", fail),
        (handmade, "exchange_reviews", fail),
        (handmade, "exchange_reviews", fail_at_commit),
    ],
)


def made_by_hand(library: Library, one: int, other: int) -> tuple[list[bool], list[str]]:
    """What there is of these two, whoever of them it names."""
    links, reviews = library.hand_links([one]), library.reviews([one])
    articles = [made.articles for made in links] + [made.articles for made in reviews]
    assert all(set(both) == {one, other} for both in articles)
    return [link.linked for link in links], [review.review.note for review in reviews]


def make_by_hand(library: Library, one: int, other: int) -> None:
    link = HandLink.between(PassageOf(one, Passage("Ferry")), PassageOf(other, Passage("fares")), linked=True)
    ends = tuple(sorted((End(one, "abc"), End(other, "def"))))
    library.exchange_links((), (link,))
    library.exchange_reviews((), (KeptReview("reworded", ends, Review(reviewed=True, note="ask")),))


@FAILURES
def test_keeping_is_done_whole_or_not_at_all(
    library: Library, monkeypatch: pytest.MonkeyPatch, where: ModuleType, name: str, failing: Callable[..., None]
) -> None:
    other, held = library.add(OTHER).id, library.hold(draft(TEXT)).id
    make_by_hand(library, other, held)
    with monkeypatch.context() as broken:
        broken.setattr(where, name, failing)
        with pytest.raises(LibraryError):
            library.keep(held)
    assert [row.id for row in library.articles()] == [other]
    assert made_by_hand(library, held, other) == ([True], ["ask"])
    kept = library.keep(held)
    assert not kept.known
    assert made_by_hand(library, kept.row.id, other) == ([True], ["ask"])


@FAILURES
def test_taking_back_is_done_whole_or_not_at_all(
    library: Library, monkeypatch: pytest.MonkeyPatch, where: ModuleType, name: str, failing: Callable[..., None]
) -> None:
    other, held = library.add(OTHER).id, library.hold(draft(TEXT)).id
    kept = library.keep(held).row.id
    make_by_hand(library, kept, other)
    with monkeypatch.context() as broken:
        broken.setattr(where, name, failing)
        with pytest.raises(LibraryError):
            library.unkeep(kept, held)
    assert made_by_hand(library, kept, other) == ([True], ["ask"])
    assert made_by_hand(library, held, other) == ([], [])
    library.unkeep(kept, held)
    assert made_by_hand(library, held, other) == ([True], ["ask"])


def test_a_change_inside_of_reading_is_refused_not_lost(library: Library) -> None:
    with library._connections.reading(), pytest.raises(LibraryError):
        library.set_state("key", "value")
