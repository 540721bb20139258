"""Opens a library for commands that ask it something: where there is none they say so, and make none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from variorum.core.errors import LibraryError

if TYPE_CHECKING:
    from variorum.core.library.library import Library


@contextmanager
def existing_library(folder: Path) -> Iterator[Library]:
    """The library in `folder`, closed in the end. Raises `LibraryError`."""
    from variorum.core.library.library import FILE_NAME, Library

    try:
        (folder / FILE_NAME).stat()
    except FileNotFoundError:
        raise LibraryError(f"There is no library in {folder}; “variorum import” makes one.") from None
    except OSError:
        pass  # opening it says more
    library = Library(folder)
    try:
        yield library
    finally:
        library.close()
