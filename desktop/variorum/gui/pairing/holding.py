"""Texts that are to be compared without going into the library: files, a clipboard, a selection. Knows no Qt."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from variorum.core.cancel import ShouldCancel, check, never
from variorum.core.errors import UnreadableFileError
from variorum.core.library.drafts import draft
from variorum.core.library.importing import read_draft
from variorum.core.library.library import Library
from variorum.core.library.model import ArticleRow, ImportFailure


@dataclass(frozen=True, slots=True)
class Held:
    """Articles that are open now, in the order of their files, and the files that could not be read."""

    rows: tuple[ArticleRow, ...]
    failed: tuple[ImportFailure, ...] = ()


def hold_files(library: Library, files: Sequence[Path], should_cancel: ShouldCancel = never) -> Held:
    """Have these files as articles; one that is in the library already is its article.

    Raises `CanceledError`.
    """
    rows: list[ArticleRow] = []
    failed: list[ImportFailure] = []
    for file in files:
        check(should_cancel)
        path = Path(os.path.abspath(file))
        try:
            rows.append(library.hold(read_draft(path)))
        except UnreadableFileError as error:
            failed.append(ImportFailure(path, str(error)))
    return Held(tuple(rows), tuple(failed))


def hold_text(library: Library, text: str, title: str) -> ArticleRow:
    """Have a text as an article of this title. Raises `UnreadableFileError`."""
    return library.hold(draft(text), title)
