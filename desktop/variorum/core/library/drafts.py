"""From a text, or a file's bytes, to an article that can be added. Knows how to read a head, not where it is kept."""

from __future__ import annotations

from variorum.core.errors import UnreadableFileError
from variorum.core.library.model import NewArticle
from variorum.core.words import word


def draft(text: str, path: str = "", source: bytes | None = None) -> NewArticle:
    """The article that `text` makes, with what its head says. `path` and `source` tell where it came from.

    Raises `UnreadableFileError` for a text with lone surrogates, which can't be stored.
    """
    # Loads the sentence splitter, which opening a library and listing it does without.
    from variorum.core.text.reading import read_head

    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise UnreadableFileError(
            word("The text holds halves of characters (lone surrogates) and can't be kept.")
        ) from error
    head = read_head(text)
    return NewArticle(
        text=text,
        headline=head.headline,
        outlet=head.outlet,
        date=head.date,
        language=head.language,
        words=head.words,
        path=_storable(path),
        source=source,
    )


def _storable(path: str) -> str:
    """A file name that isn't UTF-8 holds surrogates; it is kept for information only, so they may be lost."""
    return path.encode("utf-8", "replace").decode()
