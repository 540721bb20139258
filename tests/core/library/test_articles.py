"""Articles go in whole, are recognized by their text, and come out as they went in."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from variorum.core.errors import LibraryError, UnreadableFileError
from variorum.core.library.library import Library

TEXT = "Ferry fares rise by 4%\n\nEASTPORT — Ferry fares will rise, the Eastport Gazette reports.\n\nRiders object.\n"
Add = Callable[..., int]
Later = Callable[[int], None]


def test_an_article_keeps_its_text_and_shows_its_head(library: Library) -> None:
    row = library.add(TEXT, "/desk/ferry.txt")
    assert library.text(row.id) == TEXT
    assert row.headline == "Ferry fares rise by 4%"
    assert row.path == "/desk/ferry.txt"
    assert row.digest == hashlib.sha256(TEXT.encode()).hexdigest()
    assert row.added == "2026-03-01T12:00:00.000+00:00"
    assert row.words > 10
    assert (row.story_id, row.siglum) == (None, "")
    assert library.article(row.id) == row


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_comes_out_as_it_went_in(library: Library, text: str) -> None:
    assert library.text(library.add(text).id) == text


def test_half_characters_are_refused(library: Library) -> None:
    with pytest.raises(UnreadableFileError, match="lone surrogates"):
        library.add("Half a \ud83d face")
    assert library.articles() == ()


@pytest.mark.parametrize(
    "data", [TEXT.encode(), b"\xef\xbb\xbf" + TEXT.encode(), TEXT.replace("\n", "\r\n").encode("utf-16")]
)
def test_the_files_bytes_are_kept(library: Library, data: bytes) -> None:
    assert library.source(library.add(TEXT, source=data).id) == data


def test_the_same_text_is_one_article(library: Library) -> None:
    first = library.add(TEXT, "/desk/one.txt")
    second = library.add(TEXT, "/desk/two.txt", source=b"\xef\xbb\xbf" + TEXT.encode())
    assert second == first
    assert len(library.articles()) == 1


def test_articles_are_listed_newest_first_or_as_asked(library: Library, later: Later, add: Add) -> None:
    older = add("dredging")
    later(1)
    newer = add("cranes")
    assert [row.id for row in library.articles()] == [newer, older]
    assert [row.id for row in library.articles([older, 99, newer])] == [older, newer]


def test_whether_there_is_an_article_is_told(library: Library, add: Add) -> None:
    assert not library.has_articles()
    number = add("fares")
    assert library.has_articles()
    library.remove([number])
    assert not library.has_articles()


def test_what_is_not_there_is_said(library: Library) -> None:
    for ask in (library.article, library.text, library.source):
        with pytest.raises(LibraryError, match="no longer in the library"):
            ask(7)


def test_removed_articles_come_back_to_their_place(library: Library, add: Add) -> None:
    ids = [add(subject) for subject in ("dredging", "cranes", "customs")]
    story = library.new_story("Harbor", ids)
    library.remove(ids[:2])
    assert [row.id for row in library.articles()] == [ids[2]]
    with pytest.raises(LibraryError):
        library.text(ids[0])
    library.restore(ids[:2])
    assert [(row.id, row.siglum) for row in library.story(story.id).versions] == [
        (ids[0], "A"),
        (ids[1], "B"),
        (ids[2], "C"),
    ]


def test_adding_a_removed_text_brings_the_article_back(library: Library, add: Add) -> None:
    number = add("dredging")
    library.remove([number])
    assert add("dredging") == number
    assert [row.id for row in library.articles()] == [number]


def test_purging_deletes_only_what_was_removed_long_ago(library: Library, later: Later, add: Add) -> None:
    old, recent, kept = add("dredging"), add("cranes"), add("customs")
    library.remove([old])
    later(40)
    library.remove([recent])
    assert library.purge(timedelta(days=30)) == 1
    library.restore([old, recent])
    assert {row.id for row in library.articles()} == {recent, kept}
    assert add("dredging") not in (old, recent, kept), "ids are never given twice"


def test_purging_nothing_is_no_change(library: Library, add: Add) -> None:
    assert library.purge(timedelta()) == 0
    assert library.revision() == 0
    add("dredging")
    before = library.revision()
    library.purge(timedelta())
    assert library.revision() == before


def test_state_is_remembered_and_is_no_change(library: Library) -> None:
    assert library.get_state("open") is None
    library.set_state("open", "[1, 2]")
    library.set_state("open", "[3]")
    assert library.get_state("open") == "[3]"
    assert library.revision() == 0
