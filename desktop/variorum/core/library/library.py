"""The library: articles and stories in one SQLite file, for every thread and process that asks.

Composes `connections`, `rows`, `shelf`, `stories`, `meanings`, `handmade` and `comparisons`, and holds articles that
are open without being in it (`unsaved`). Knows nothing of files to import or of the search index.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from variorum.core.errors import LibraryError
from variorum.core.handmade.model import HandLink, KeptReview
from variorum.core.library import comparisons, handmade, meanings, rows, schema, shelf, stories
from variorum.core.library.by_hand import ByHand
from variorum.core.library.connections import Connections
from variorum.core.library.drafts import draft
from variorum.core.library.faults import explain_folder
from variorum.core.library.model import Addition, ArticleRow, Changes, NewArticle, RecentComparison, StoryRow
from variorum.core.library.unsaved import Unsaved
from variorum.core.words import word

FILE_NAME = "library.sqlite"


def utc_now() -> datetime:
    """The time now, in UTC."""
    return datetime.now(UTC)


class Library:
    """The library in a folder. Every method may raise `LibraryError`: locked, damaged, disk full, closed.

    Usable from any thread; each change is one transaction, and changes come one after the other.
    """

    def __init__(self, folder: Path, clock: Callable[[], datetime] = utc_now) -> None:
        """Open the library in `folder`, creating both if need be."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise explain_folder(error, folder) from error
        self.folder = folder
        self._clock = clock
        self._unsaved = Unsaved()
        self._connections = Connections(folder / FILE_NAME, schema.prepare)
        self._by_hand = ByHand(self._connections)

    # Reading

    def articles(self, ids: Iterable[int] | None = None) -> tuple[ArticleRow, ...]:
        """All articles, those added last first; with `ids` those only, in that order, missing ones left out.

        Only with `ids` also those that are held without being in the library.
        """
        with self._connections.reading() as connection:
            if ids is None:
                return rows.all_articles(connection)
            wanted = list(ids)
            found = {row.id: row for row in rows.articles(connection, wanted)} | self._unsaved.rows(wanted)
            return tuple(found[number] for number in wanted if number in found)

    def has_articles(self) -> bool:
        """Whether there is an article at all; as quick in a large library as in a small one."""
        with self._connections.reading() as connection:
            return rows.any_article(connection)

    def loose_articles(self) -> tuple[ArticleRow, ...]:
        """The articles in no story, those added last first."""
        with self._connections.reading() as connection:
            return rows.loose_articles(connection)

    def article(self, article_id: int) -> ArticleRow:
        """One article. Raises `LibraryError` if it is not (or no longer) in the library."""
        found = self.articles([article_id])
        if not found:
            raise _missing()
        return found[0]

    def text(self, article_id: int) -> str:
        """The text of an article. Raises `LibraryError` if it is not (or no longer) in the library."""
        held = self._unsaved.new(article_id)
        if held is not None:
            return held.text
        with self._connections.reading() as connection:
            found = shelf.text(connection, article_id)
        if found is None:
            raise _missing()
        return found

    def source(self, article_id: int) -> bytes:
        """The bytes of the file that an article is of, exactly (its text as UTF-8 if it had no file)."""
        held = self._unsaved.new(article_id)
        if held is not None:
            return held.text.encode() if held.source is None else held.source
        with self._connections.reading() as connection:
            found = shelf.source(connection, article_id)
        if found is None:
            raise _missing()
        return found

    def stories(self) -> tuple[StoryRow, ...]:
        """All stories with their versions in the order of their sigla, the newest story first."""
        with self._connections.reading() as connection:
            return rows.stories(connection)

    def story(self, story_id: int) -> StoryRow:
        """One story. Raises `LibraryError` if it is not (or no longer) in the library."""
        with self._connections.reading() as connection:
            found = rows.story(connection, story_id)
        if found is None:
            raise stories.missing()
        return found

    def revision(self) -> int:
        """How often the library has changed; 0 for one that nothing was ever put into."""
        with self._connections.reading() as connection:
            return rows.revision(connection)

    def changed_since(self, revision: int) -> Changes:
        """Which articles changed (or their story's name) and which went after `revision`; 0 asks for everything.

        A `revision` higher than the library's own is of another library: whoever holds it has to start over from 0.
        """
        with self._connections.reading() as connection:
            return rows.changes(connection, revision)

    def get_state(self, key: str) -> str | None:
        """What was remembered under `key`."""
        with self._connections.reading() as connection:
            found = connection.execute("SELECT value FROM state WHERE key = ?", (key,)).fetchone()
            return None if found is None else found["value"]

    def meaning(self, article_id: int, model: str) -> bytes | None:
        """What was kept of the article's meaning, if that was made by `model`."""
        if article_id < 0:
            return self._unsaved.meaning(article_id, model)
        with self._connections.reading() as connection:
            return meanings.meaning(connection, article_id, model)

    def with_meaning(self, ids: Iterable[int], model: str) -> frozenset[int]:
        """Which of these articles have a meaning by `model`."""
        wanted = list(ids)
        held = {number for number in wanted if self._unsaved.meaning(number, model) is not None}
        with self._connections.reading() as connection:
            return meanings.with_meaning(connection, wanted, model) | held

    def articles_without_meaning(self, model: str, most_words: int, loose: int) -> tuple[int, ...]:
        """Ids of articles of at most `most_words` without one: versions of stories first, those added last first.

        Of those in no story only such as are among the newest `loose` articles.
        """
        with self._connections.reading() as connection:
            return meanings.without(connection, model, most_words, loose)

    def hand_links(self, ids: Iterable[int]) -> tuple[HandLink, ...]:
        """The links made and undone by hand that any of these articles has, in the order they were made."""
        return self._by_hand.links(ids)

    def reviews(self, ids: Iterable[int]) -> tuple[KeptReview, ...]:
        """What was said of changes that any of these articles tells, in the order it was said."""
        return self._by_hand.reviews(ids)

    def comparisons(self) -> tuple[RecentComparison, ...]:
        """What was compared, the last first: twenty at most."""
        with self._connections.reading() as connection:
            return comparisons.recent(connection)

    # Held without being in the library

    def hold(self, new: NewArticle, title: str = "") -> ArticleRow:
        """Have an article that is not in the library, called `title` where that says more than its headline.

        It has a negative id and can be read and compared like any other until the library is closed. A text that is in
        the library is not held; its article is returned.
        """
        digest = shelf.digest_of(new.text)
        with self._connections.reading() as connection:
            if (known := shelf.find_present(connection, digest)) is not None:
                return rows.articles(connection, [known])[0]
        return self._unsaved.hold(new, digest, self._now(), title)

    def held(self) -> tuple[ArticleRow, ...]:
        """All articles that are held and were not kept, in the order they came."""
        held = self._unsaved.rows().values()
        with self._connections.reading() as connection:
            return tuple(row for row in held if shelf.find_present(connection, row.digest) is None)

    def keep(self, article_id: int) -> Addition:
        """Put an article that is held into the library. Raises `LibraryError` if there is no such one."""
        new = self._unsaved.new(article_id)
        if new is None:
            raise _missing()
        with self._by_hand.writing():
            addition = self.add_all([new])[0]
            self._by_hand.move(article_id, addition.row.id)
            for model, data in self._unsaved.meanings(article_id).items():
                self.set_meaning(addition.row.id, model, data)
        return addition

    def unkeep(self, article_id: int, held: int) -> None:
        """Take an article that was kept out of the library, and what was made of it by hand back to the held one."""
        with self._by_hand.writing() as connection:
            self._by_hand.move(article_id, held)
            comparisons.forget_article(connection, article_id)
            shelf.remove(connection, [article_id], self._now())

    # Writing

    def set_state(self, key: str, value: str) -> None:
        """Remember `value` under `key`. This is no change of the library's content: the revision stays."""
        with self._connections.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO state (key, value) VALUES (?, ?)", (key, value))

    def set_meaning(self, article_id: int, model: str, data: bytes) -> None:
        """Keep an article's meaning in the place of any other. This is no change of the library's content either."""
        if article_id < 0:
            self._unsaved.set_meaning(article_id, model, data)
            return
        with self._connections.writing() as connection:
            meanings.keep(connection, article_id, model, data)

    def exchange_links(self, gone: Sequence[HandLink], new: Sequence[HandLink]) -> None:
        """Forget links made by hand and keep others; the other way round undoes it. The revision stays."""
        self._by_hand.exchange_links(gone, new)

    def exchange_reviews(self, gone: Sequence[KeptReview], new: Sequence[KeptReview]) -> None:
        """Forget what was said of changes and keep something else; the other way round undoes it, too."""
        self._by_hand.exchange_reviews(gone, new)

    def note_comparison(self, left_id: int, right_id: int) -> None:
        """Remember that these two were compared, articles of the library or files; nothing happens for others."""
        found = self.articles([left_id, right_id])
        if len(found) == 2 and all(row.path or not row.is_unsaved for row in found):
            with self._connections.writing() as connection:
                comparisons.note(connection, *found, self._now())

    def forget_comparisons(self, forgotten: Iterable[RecentComparison]) -> None:
        """Forget that these were compared; `restore_comparisons` undoes it."""
        with self._connections.writing() as connection:
            comparisons.forget(connection, [one.id for one in forgotten])

    def restore_comparisons(self, forgotten: Iterable[RecentComparison]) -> None:
        """Remember again what was forgotten."""
        with self._connections.writing() as connection:
            comparisons.restore(connection, forgotten)

    def add(
        self, text: str, path: Path | str = "", *, source: bytes | None = None, story_id: int | None = None
    ) -> ArticleRow:
        """Add one text, reading its head; a text that is there already is not added again, its article is returned."""
        return self.add_all([draft(text, str(path), source)], story_id)[0].row

    def add_all(self, new: Sequence[NewArticle], story: int | str | None = None) -> tuple[Addition, ...]:
        """Add articles in one transaction, into the story of this id, or of this name (made if there is none).

        A text that is there already is known: it joins `story` if it is in none. One that was removed comes back to
        where it was. Raises `UnicodeEncodeError` for a text with lone surrogates, which no file can hold.
        """
        if not new:
            return ()
        digests = [shelf.digest_of(article.text) for article in new]
        with self._connections.writing() as connection:
            now, revision = self._now(), shelf.next_revision(connection)
            placed = [_place(connection, *pair, now, revision) for pair in zip(new, digests, strict=True)]
            ids = list(dict.fromkeys(number for number, _known in placed))
            if story is not None and ids:
                story_id = stories.find_or_create(connection, story, now) if isinstance(story, str) else story
                stories.move(connection, [number for number in ids if stories.is_loose(connection, number)], story_id)
            by_id = {row.id: row for row in rows.articles(connection, ids)}
            return tuple(Addition(by_id[number], known) for number, known in placed)

    def new_story(self, name: str, ids: Iterable[int] = ()) -> StoryRow:
        """Make a story of these articles, lettered in this order; they leave the stories they were in."""
        with self._connections.writing() as connection:
            number = stories.create(connection, name, self._now())
            stories.move(connection, ids, number)
            return _found(rows.story(connection, number))

    def rename_story(self, story_id: int, name: str) -> str:
        """Rename a story and return the name it had, which undoes it."""
        with self._connections.writing() as connection:
            return stories.rename(connection, story_id, name)

    def delete_story(self, story_id: int) -> StoryRow:
        """Take a story away and return it; its articles stay in the library, in no story. `restore_story` undoes it."""
        with self._connections.writing() as connection:
            row = rows.story(connection, story_id)
            stories.delete(connection, story_id, self._now())
            return _found(row)

    def restore_story(self, story_id: int) -> StoryRow:
        """Bring a deleted story back, with its letters and those of its articles that are in no other story now."""
        with self._connections.writing() as connection:
            stories.restore(connection, story_id)
            return _found(rows.story(connection, story_id))

    def move_to_story(self, ids: Iterable[int], story_id: int | None) -> tuple[ArticleRow, ...]:
        """Move articles to another story, or out of any, and return them as they were.

        Moving each back to the story it was in undoes it: it has its old letter there.
        """
        wanted = list(ids)
        with self._connections.writing() as connection:
            before = rows.articles(connection, wanted)
            stories.move(connection, wanted, story_id)
            return before

    def remove(self, ids: Iterable[int]) -> None:
        """Take articles out of the library; `restore` brings them back until they are purged."""
        with self._connections.writing() as connection:
            shelf.remove(connection, ids, self._now())

    def restore(self, ids: Iterable[int]) -> None:
        """Bring removed articles back, each to its story and letter."""
        with self._connections.writing() as connection:
            shelf.restore(connection, ids)

    def purge(self, older_than: timedelta) -> int:
        """Delete for good what was removed longer ago than this; return how many articles that were."""
        with self._connections.writing() as connection:
            return shelf.purge(connection, _stamp(self._clock() - older_than))

    def close(self) -> None:
        """Close the library in all threads. Anything after it raises `LibraryError`."""
        self._connections.close()

    def _now(self) -> str:
        return _stamp(self._clock())


def _place(connection: sqlite3.Connection, new: NewArticle, digest: str, now: str, revision: int) -> tuple[int, bool]:
    """The id under which the article is in the library now, and whether it was known."""
    found = shelf.find(connection, digest)
    if found is None:
        number = shelf.insert(connection, new, digest, now, revision)
        handmade.inherit(connection, number, new.path)
        return number, False
    number, removed = found
    if removed:
        shelf.restore(connection, [number])
    return number, not removed


def _stamp(time: datetime) -> str:
    return time.astimezone(UTC).isoformat(timespec="milliseconds")


def _found(row: StoryRow | None) -> StoryRow:
    if row is None:
        raise stories.missing()
    return row


def _missing() -> LibraryError:
    return LibraryError(word("This article is no longer in the library."))
