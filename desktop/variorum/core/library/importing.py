"""Importing files and folders: each file read, recognized or added; what fails is reported and the rest goes on.

Articles are stored a batch at a time: after a crash all but the last batch are there, and nothing is half there.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path

from variorum.core.cancel import CanceledError, ShouldCancel, never
from variorum.core.errors import LibraryError, UnreadableFileError
from variorum.core.library.drafts import draft
from variorum.core.library.finding import find_files
from variorum.core.library.library import Library
from variorum.core.library.model import ArticleRow, ImportFailure, ImportProgress, ImportReport, NewArticle
from variorum.core.text.decoding import UNREADABLE, decode
from variorum.core.text.files import read_bytes
from variorum.core.words import word

log = logging.getLogger(__name__)

BATCH = 100
"""Articles stored in one transaction."""
_BATCH_CHARACTERS = 4_000_000
"""A batch is stored early when its texts are longer than this together."""


def _ignore(_progress: ImportProgress) -> None:
    """Who asks for no progress is told none."""


def import_paths(
    library: Library,
    paths: Sequence[Path],
    story: str | None = None,
    progress: Callable[[ImportProgress], None] = _ignore,
    should_cancel: ShouldCancel = never,
) -> ImportReport:
    """Import files, and folders with all that is in them (see `finding` for what that is).

    With `story` the articles join the story of that name, made if there is none; those the library knew already join
    it, too, unless they are in another one. Canceled between files, it keeps what it has imported so far.
    Raises `LibraryError` where the library itself fails; batches stored before that stay, and are counted in it.
    """
    try:
        files, failed = find_files(paths, should_cancel)
    except CanceledError:
        return ImportReport(canceled=True)
    running = _Import(library, story, failed)
    for done, file in enumerate(files):
        if should_cancel():
            running.store()
            return running.report(canceled=True)
        progress(ImportProgress(done, len(files), file))
        running.take(file)
    running.store()
    progress(ImportProgress(len(files), len(files), None))
    return running.report(canceled=False)


class _Import:
    """An import under way."""

    def __init__(self, library: Library, story: str | None, failed: list[ImportFailure]) -> None:
        self._library = library
        self._story = story
        self._batch: list[NewArticle] = []
        self._added: list[ArticleRow] = []
        self._known: list[ArticleRow] = []
        self._damaged: list[ArticleRow] = []
        self._failed = failed

    def take(self, file: Path) -> None:
        """Read one file; its failure is noted, not raised."""
        try:
            self._batch.append(read_draft(file))
        except UnreadableFileError as error:
            self._failed.append(ImportFailure(file, str(error)))
        if len(self._batch) >= BATCH or sum(len(new.text) for new in self._batch) > _BATCH_CHARACTERS:
            self.store()

    def store(self) -> None:
        """Put the batch into the library."""
        batch, self._batch = self._batch, []
        try:
            additions = self._library.add_all(batch, self._story)
        except LibraryError as error:
            count = len(self._added)
            before = f" Before that {count} article{'s were' if count > 1 else ' was'} imported." if count else ""
            raise LibraryError(f"{error}{before}") from error
        for new, addition in zip(batch, additions, strict=True):
            (self._known if addition.known else self._added).append(addition.row)
            if not addition.known and UNREADABLE in new.text:
                self._damaged.append(addition.row)

    def report(self, canceled: bool) -> ImportReport:
        """What happened so far."""
        return ImportReport(tuple(self._added), tuple(self._known), tuple(self._failed), canceled, tuple(self._damaged))


def read_draft(file: Path) -> NewArticle:
    """The article a file holds, with the file's bytes. Raises `UnreadableFileError`."""
    data = read_bytes(file)
    text = decode(data, file.name)
    try:
        return draft(text, str(file), data)
    except Exception as error:  # one odd text must not take the other files down with it
        log.exception("the head of a file could not be read")
        raise UnreadableFileError(
            word("“{name}” could not be understood; please report this ({error})."), name=file.name, error=f"{error!r}"
        ) from error
