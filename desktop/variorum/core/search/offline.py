"""Search in this process, for the command line: brings the index up to date, then searches it."""

from __future__ import annotations

from contextlib import closing, suppress
from dataclasses import replace
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

    If the index can't be updated (another Variorum is at it, the disk is full), it is searched as it is; `pending` says
    how many articles it lacks, and the note why it does if nobody is at it. One that turns out to be damaged is built
    anew.
    """
    folder = IndexFolder(index_folder)
    trouble = _update(library, folder, progress, anew=False)
    with closing(Searcher(library, index_folder)) as searcher:
        results, is_damaged = searcher.search(query, limit), searcher.is_damaged
    if is_damaged:
        trouble = _update(library, folder, progress, anew=True)
        with closing(Searcher(library, index_folder)) as searcher:
            results = searcher.search(query, limit)
    if trouble and results.pending:
        return replace(results, note=f"{results.note} {trouble}".strip())
    return results


def _update(library: LibraryReader, folder: IndexFolder, progress: Progress, *, anew: bool) -> str:
    """Bring the index up to date, or say in one sentence why that can't be done."""
    with suppress(LockedError, DamagedIndexError):
        try:
            update(library, folder, progress, anew=anew)
        except OSError as error:
            return f"The index can't be written: {error.strerror or error}."
    return ""
