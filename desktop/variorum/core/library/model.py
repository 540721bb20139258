"""What the library keeps, as frozen rows: articles, stories, changes, what an import did.

Knows neither SQLite nor where the library is.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article of the library without its text."""

    id: int
    headline: str
    outlet: str
    date: str
    """ISO date, or "" where unknown."""
    language: str
    path: str
    """Where it was imported from (absolute), for information only; of a seed the file's name, "" if it had no file."""
    added: str
    """When it was added, ISO 8601 in UTC."""
    words: int
    digest: str
    """SHA-256 of the text: how a second import is recognized."""
    story_id: int | None
    siglum: str
    """Its letter in the story (A, B, … Z, AA, …), or "" outside a story."""
    revision: int
    """The library's revision when this article last changed; the index compares it."""

    @property
    def is_unsaved(self) -> bool:
        """Whether it is open without being in the library: a file opened by name, a clipboard, a selection."""
        return self.id < 0


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A story with its versions in the order of their sigla."""

    id: int
    name: str
    versions: tuple[ArticleRow, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed after a revision: ids to read again, ids to forget, and the revision this holds for."""

    updated: tuple[int, ...]
    removed: tuple[int, ...]
    revision: int


@dataclass(frozen=True, slots=True)
class NewArticle:
    """An article about to be added: the text as decoded and what its head says."""

    text: str
    headline: str
    outlet: str = ""
    date: str = ""
    language: str = ""
    words: int = 0
    path: str = ""
    source: bytes | None = None
    """The file's bytes; None if the text never was a file, or is one in UTF-8."""


@dataclass(frozen=True, slots=True)
class Addition:
    """What became of a `NewArticle`: its row, and whether the library had it already."""

    row: ArticleRow
    known: bool


@dataclass(frozen=True, slots=True)
class ImportFailure:
    """A file that could not be imported, with the reason as one sentence."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did. Every file asked for is in exactly one of the three."""

    added: tuple[ArticleRow, ...] = ()
    known: tuple[ArticleRow, ...] = ()
    """Articles already in the library with the same content."""
    failed: tuple[ImportFailure, ...] = ()
    canceled: bool = False
    damaged: tuple[ArticleRow, ...] = ()
    """Of those added: with characters that could not be read and stand as U+FFFD."""


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far an import is: `done` of `total` files, `current` being read."""

    done: int
    total: int
    current: Path | None


@dataclass(frozen=True, slots=True)
class RecentSide:
    """A side of a comparison of before."""

    headline: str
    outlet: str
    article_id: int | None = None
    """The article, as long as the library has it, even removed; None for a file that never was in it."""
    path: str = ""
    """Where such a file is; "" for an article of the library."""
    removed: bool = False
    """Whether it is an article that was removed from the library, for now or for good."""


@dataclass(frozen=True, slots=True)
class RecentComparison:
    """What was compared, and when (ISO 8601 in UTC)."""

    id: int
    left: RecentSide
    right: RecentSide
    compared: str
