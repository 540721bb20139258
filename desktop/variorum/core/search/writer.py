"""Brings the index up to date with the library: in chunks, so that what is done is found and a kill loses little.

Knows nothing of queries.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any

from variorum.core.cancel import CanceledError, ShouldCancel, check, never
from variorum.core.errors import LibraryError
from variorum.core.library.model import ArticleRow
from variorum.core.search.folder import DamagedIndexError, IndexFolder
from variorum.core.search.postings import Postings
from variorum.core.search.schema import document
from variorum.core.search.source import LibraryReader

CHUNK = 200
"""Articles in a commit, the first of many: what is indexed is found soon, and a kill loses little."""

LARGEST_CHUNK = 1_000
"""Articles in the commits after it: fewer take longer, as words are written again with each; more take more memory."""

_MEMORY = 512
"""Megabytes, as Whoosh reckons, that a commit may hold: never reached by a chunk of news (a third of it is). Whoosh's
own limit, 128, is, and then it writes out and reads back every word, which takes half as long again."""

_TELL_EVERY = 50
MOST_PARTS = 12
"""With more parts than this the index is joined into one, as every search visits all of them."""

Progress = Callable[[int, int], None]
"""Told how many articles of how many are done."""


def update(
    library: LibraryReader,
    folder: IndexFolder,
    progress: Progress = lambda done, total: None,
    should_cancel: ShouldCancel = never,
    *,
    anew: bool = False,
) -> bool:
    """Index what changed in the library; return whether anything had. With `anew`, the index is built from nothing.

    Raises `LockedError` if another process is at it, `LibraryError`, `CanceledError`, or `OSError` (disk full …).
    A damaged index is set aside and built anew.
    """
    with folder.locked():
        if not anew:
            try:
                return _Update(library, folder, progress, should_cancel).run()
            except DamagedIndexError:
                pass
        folder.set_aside()
        return _Update(library, folder, progress, should_cancel).run()


class _Update:
    """One run of the indexer, with the lock held."""

    def __init__(
        self, library: LibraryReader, folder: IndexFolder, progress: Progress, should_cancel: ShouldCancel
    ) -> None:
        self._library = library
        self._folder = folder
        self._progress = progress
        self._should_cancel = should_cancel

    def run(self) -> bool:
        index = self._folder.open() if self._folder.exists() else self._folder.create()
        said = self._folder.manifest()
        before = said.revision if said else 0
        if said is not None and before == self._library.revision():
            return False
        changes = self._library.changed_since(before)
        if before > changes.revision:
            raise DamagedIndexError("the index is of another library")
        index = self._write(index, changes.updated, changes.removed)
        self._folder.seal(index, changes.revision)
        self._compare(index, changes.revision)
        return True

    def _write(self, index: Any, updated: Sequence[int], removed: Sequence[int]) -> Any:
        """Remove and add; return the index as of the last commit."""
        known = _known(index, updated)
        there = self._library.articles(updated)
        rows = [row for row in there if known.get(row.id) != row.revision]
        gone = set(updated) - {row.id for row in there}
        stories = {story.id: story.name for story in self._library.stories()}
        todo, done = iter(rows), 0
        self._forget(index, (*removed, *gone))
        while chunk := list(islice(todo, LARGEST_CHUNK if done else CHUNK)):
            with _guarded(index) as writer:
                for row in chunk:
                    check(self._should_cancel)
                    if done % _TELL_EVERY == 0:
                        self._progress(done, len(rows))
                    self._add(writer, row, stories.get(row.story_id or 0, ""))
                    done += 1
                writer.commit(merge=len(rows) <= CHUNK)
        if done:
            self._progress(done, len(rows))
        return self._join(index.refresh())

    def _forget(self, index: Any, ids: Sequence[int]) -> None:
        if not ids:
            return
        with _guarded(index) as writer:
            for article_id in ids:
                writer.delete_by_term("id", str(article_id))
            writer.commit(merge=False)

    def _add(self, writer: Any, row: ArticleRow, story: str) -> None:
        # Not update_document: called twice for one id it leaves both.
        writer.delete_by_term("id", str(row.id))
        try:
            text = self._library.text(row.id)
        except LibraryError:  # Removed a moment ago: the next update forgets it.
            return
        writer.add_document(**document(row, text, story))

    def _join(self, index: Any) -> Any:
        if _parts(index) <= MOST_PARTS:
            return index
        with _guarded(index) as writer:
            writer.commit(optimize=True)
        return index.refresh()

    def _compare(self, index: Any, revision: int) -> None:
        """The last safeguard: the index has as many articles as the library, unless that has changed meanwhile."""
        count = len(self._library.changed_since(0).updated)
        if self._library.revision() == revision and index.doc_count() != count:
            raise DamagedIndexError("the index has not as many articles as the library")


@contextlib.contextmanager
def _guarded(index: Any) -> Iterator[Any]:
    """A writer that lets go of the index whatever happens. Whoosh's errors over a damaged index have no common base."""
    try:
        # Compound, Whoosh would copy the whole posting file into memory.
        writer = index.writer(compound=False, limitmb=_MEMORY)
    except OSError:
        raise
    except Exception as error:
        raise DamagedIndexError(str(error)) from error
    try:
        yield writer
    except BaseException as error:
        with contextlib.suppress(Exception):
            writer.cancel()
        ours = isinstance(error, LibraryError | CanceledError) or not isinstance(error, Exception)
        if ours or (isinstance(error, OSError) and not isinstance(error, FileNotFoundError)):
            raise
        raise DamagedIndexError(str(error)) from error


def _known(index: Any, ids: Sequence[int]) -> dict[int, int]:
    """The revisions of these articles that are in the index already, by id (after an update that was killed)."""
    with _reading(index) as postings:
        found = ((article_id, postings.document_of(article_id)) for article_id in ids)
        return {article_id: postings.revision_of(document) for article_id, document in found if document is not None}


def _parts(index: Any) -> int:
    with _reading(index) as postings:
        return postings.parts()


@contextlib.contextmanager
def _reading(index: Any) -> Iterator[Postings]:
    try:
        with contextlib.closing(Postings(index)) as postings:
            yield postings
    except Exception as error:
        raise DamagedIndexError(str(error)) from error
