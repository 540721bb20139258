"""Search in this process, for the command line: brings the index up to date, then searches it."""

from __future__ import annotations

from contextlib import closing, suppress
from pathlib import Path

from variorum.core.search.folder import DamagedIndexError, IndexFolder, LockedError
from variorum.core.search.model import SearchResults
from variorum.core.search.searcher import Searcher
from variorum.core.search.source import LibraryReader
from variorum.core.search.writer import Progress, update


def search_now(
    library: LibraryReader,
    index_folder: Path,
    query: str,
    limit: int = 50,
    progress: Progress = lambda done, total: None,
) -> SearchResults:
    """Search for whole words. Raises `LibraryError`.

    If the index can't be updated (another Variorum is at it, the disk is full), it is searched as it is, and `pending`
    says how many articles it lacks. One that turns out to be damaged is built anew.
    """
    folder = IndexFolder(index_folder)
    _update(library, folder, progress, anew=False)
    with closing(Searcher(library, index_folder)) as searcher:
        results = searcher.search(query, limit)
        if not searcher.is_damaged:
            return results
    _update(library, folder, progress, anew=True)
    with closing(Searcher(library, index_folder)) as searcher:
        return searcher.search(query, limit)


def _update(library: LibraryReader, folder: IndexFolder, progress: Progress, *, anew: bool) -> None:
    with suppress(LockedError, DamagedIndexError, OSError):
        update(library, folder, progress, anew=anew)
