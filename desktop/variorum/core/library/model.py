"""What the library keeps, as frozen rows: articles, stories, what an import did."""

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
    """Where it was imported from (absolute), for information only; "" if it had no file."""
    added: str
    """When it was added, ISO 8601 in UTC."""
    words: int
    digest: str
    """SHA-256 of the text: how a second import is recognized."""
    story_id: int | None
    siglum: str
    """Its letter in the story (A, B, … Z, AA, …), or "" outside a story."""
    revision: int
    """Rises with every change of the library; the index compares it."""


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A story with its versions in the order of their sigla."""

    id: int
    name: str
    versions: tuple[ArticleRow, ...]


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


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far an import is: `done` of `total` files, `current` being read."""

    done: int
    total: int
    current: Path | None
