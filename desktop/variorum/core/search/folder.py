"""The folder that holds the index: opening, creating, locking it, and setting a broken one aside.

The index is a cache of the library and never trusted: whatever is wrong with it, it is set aside and built anew. It is
only ever opened from the user's own cache folder, as Whoosh keeps its table of contents as a pickle.
"""

from __future__ import annotations

import contextlib
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from whoosh import index
from whoosh.filedb.filestore import FileStorage

from variorum.core.search import manifest
from variorum.core.search.manifest import Manifest
from variorum.core.search.schema import VERSION, schema

_INDEX, _ASIDE, _LOCK = "index", "aside", "update.lock"
_OPEN_ATTEMPTS = 5
_PAUSE = 0.02
"""Seconds between two attempts."""


class DamagedIndexError(Exception):
    """The index can't be used: missing files, another schema, or not an index at all. It has to be built anew."""


class LockedError(Exception):
    """Another process is updating the index."""


class IndexFolder:
    """Where the index of one library is."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.path = folder / _INDEX

    def exists(self) -> bool:
        """Whether anything is there that may be an index."""
        return self.path.is_dir()

    def manifest(self) -> Manifest | None:
        """What the index says of itself; None if it was never complete."""
        return manifest.read(self.path)

    def open(self) -> Any:
        """The Whoosh index. Raises `DamagedIndexError`.

        While another process commits, a file of the old state may vanish between being named and being opened: that
        is no damage, so it is tried a few times.
        """
        for attempt in range(_OPEN_ATTEMPTS):
            try:
                return self._open_once()
            except FileNotFoundError:
                if attempt + 1 == _OPEN_ATTEMPTS:
                    raise DamagedIndexError("files are missing") from None
                time.sleep(_PAUSE)
            except DamagedIndexError:
                raise
            except Exception as error:  # Whoosh has no error of its own for damage: any of about ten comes.
                raise DamagedIndexError(str(error)) from error
        raise AssertionError

    def _open_once(self) -> Any:
        opened = index.open_dir(str(self.path))
        if set(opened.schema.names()) != set(schema().names()):
            raise DamagedIndexError("another schema")
        said = self.manifest()
        if said is not None and said.schema != VERSION:
            raise DamagedIndexError("another version")
        if said is not None and said.generation == opened.latest_generation():
            self._check(said, opened)
        return opened

    def _check(self, said: Manifest, opened: Any) -> None:
        """Compare the index with its manifest, if they are of the same commit."""
        sizes = manifest.index_files(self.path)
        differ = any(sizes.get(name) != size for name, size in said.files.items())
        if differ and said.generation == opened.latest_generation():  # No commit came in between.
            raise DamagedIndexError("files have changed")

    def create(self) -> Any:
        """A new, empty index."""
        self.path.mkdir(parents=True, exist_ok=True)
        return index.create_in(str(self.path), schema())

    def seal(self, opened: Any, revision: int) -> None:
        """Note that the index holds the library as of `revision`."""
        generation, count = opened.latest_generation(), opened.doc_count()
        files = manifest.index_files(self.path)
        manifest.write(self.path, Manifest(VERSION, revision, count, generation, files))

    def set_aside(self) -> None:
        """Put a broken index out of the way, and delete those put there before. Raises `OSError` if it is in use."""
        for old in self._folder.glob(f"{_ASIDE}-*"):
            shutil.rmtree(old, ignore_errors=True)
        if self.path.exists():
            self.path.rename(self._folder / f"{_ASIDE}-{time.time_ns()}")

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Be the only process that updates the index; the system lets go of the lock if this one is killed.

        Raises `LockedError` if another one is.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        lock = FileStorage(str(self._folder)).lock(_LOCK)
        if not lock.acquire():
            raise LockedError
        try:
            yield
        finally:
            lock.release()
