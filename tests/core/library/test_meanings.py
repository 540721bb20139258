"""What articles mean is kept with them, and is no change of theirs."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from variorum.core.library import schema
from variorum.core.library.library import FILE_NAME, Library

MODEL = "model-1"


def test_a_meaning_is_kept_by_model(library: Library, add: Callable[..., int]) -> None:
    one, two = add("cranes"), add("customs")
    library.set_meaning(one, MODEL, b"first")
    library.set_meaning(one, MODEL, b"second")
    assert library.meaning(one, MODEL) == b"second"
    assert library.meaning(one, "model-2") is None
    assert library.meaning(two, MODEL) is None
    assert library.with_meaning([one, two], MODEL) == {one}
    library.set_meaning(one, "model-2", b"third")
    assert library.with_meaning([one, two], MODEL) == set()


def test_keeping_a_meaning_changes_no_article(library: Library, add: Callable[..., int]) -> None:
    article = add("cranes")
    revision = library.revision()
    library.set_meaning(article, MODEL, b"data")
    assert library.revision() == revision
    assert library.changed_since(revision).updated == ()


def test_what_lacks_one_stories_first_then_the_newest(
    library: Library, add: Callable[..., int], later: Callable[[int], None]
) -> None:
    story = library.new_story("Eastport").id
    told = add("cranes", story)
    later(1)
    older = add("customs")
    later(1)
    newer, removed = add("fares"), add("bridges")
    library.remove([removed])
    assert library.articles_without_meaning(MODEL, 1000, 10) == (told, newer, older)
    assert library.articles_without_meaning(MODEL, 1000, 1) == (told, newer), "of loose ones only the newest"
    assert library.articles_without_meaning(MODEL, 1000, 0) == (told,)
    assert library.articles_without_meaning(MODEL, 3, 10) == ()
    library.set_meaning(told, MODEL, b"data")
    library.set_meaning(newer, "an older model", b"data")
    assert library.articles_without_meaning(MODEL, 1000, 10) == (newer, older)


def test_a_meaning_goes_with_its_article(
    library: Library, add: Callable[..., int], later: Callable[[int], None]
) -> None:
    article = add("cranes")
    library.set_meaning(article, MODEL, b"data")
    library.remove([article])
    library.restore([article])
    assert library.meaning(article, MODEL) == b"data"
    library.remove([article])
    later(40)
    library.purge(timedelta(days=30))
    assert library.meaning(article, MODEL) is None
    library.set_meaning(article, MODEL, b"late")
    assert library.meaning(article, MODEL) is None


def test_a_library_of_before_gets_room_for_meanings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "_STEPS", schema._STEPS[:1])
    monkeypatch.setattr(schema, "VERSION", 1)
    older = Library(tmp_path)
    article = older.add("Ferry fares rise\n\nFares rise in May.\n").id
    older.close()
    monkeypatch.undo()
    library = Library(tmp_path)
    assert library.articles_without_meaning(MODEL, 1000, 10) == (article,)
    library.set_meaning(article, MODEL, b"data")
    library.close()
    connection = sqlite3.connect(tmp_path / FILE_NAME)
    assert connection.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
    connection.close()
