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
from variorum.gui.telling import one_line
from variorum.gui.words import tr


@dataclass(frozen=True, slots=True)
class Held:
    """Articles that are open now, in the order of their files, the files that could not be read, and in sentences those
    whose text the library has under another name."""

    rows: tuple[ArticleRow, ...]
    failed: tuple[ImportFailure, ...] = ()
    known: tuple[str, ...] = ()


def hold_files(library: Library, files: Sequence[Path], should_cancel: ShouldCancel = never) -> Held:
    """Have these files as articles; one that is in the library already is its article.

    Raises `CanceledError`.
    """
    rows: list[ArticleRow] = []
    failed: list[ImportFailure] = []
    known: list[str] = []
    for file in files:
        check(should_cancel)
        path = Path(os.path.abspath(file))
        try:
            rows.append(library.hold(read_draft(path)))
            if rows[-1].path != str(path):
                known += known_as(f"“{path.name}”", rows[-1])
        except UnreadableFileError as error:
            failed.append(ImportFailure(path, str(error)))
    return Held(tuple(rows), tuple(failed), tuple(known))


def known_as(name: str, row: ArticleRow) -> tuple[str, ...]:
    """That what is called `name` is an article of the library, if it is one: its headline is what one sees."""
    if row.is_unsaved:
        return ()
    headline = one_line(row.headline, 60)
    if not row.siglum:
        return (tr("{name} is in the library already, as “{headline}”.", name=name, headline=headline),)
    said = tr(
        "{name} is in the library already, as {letter}, “{headline}”.",
        name=name, letter=row.siglum, headline=headline,
    )  # fmt: skip
    return (said,)


def hold_text(library: Library, text: str, title: str) -> ArticleRow:
    """Have a text as an article of this title. Raises `UnreadableFileError`."""
    return library.hold(draft(text), title)
