"""What a search yields, as frozen data that crosses from the search process to the window."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.core.errors import VariorumError
from variorum.core.text.model import Span


class SearchError(VariorumError):
    """A search got no answer."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of an article's text around hits. `hits` are offsets into `text`, not into the article."""

    text: str
    hits: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """An article found."""

    article_id: int
    score: float
    snippets: tuple[Snippet, ...]


@dataclass(frozen=True, slots=True)
class SearchResults:
    """The answer to one query.

    `note` is one line for the person ("Searched as plain words: the quotation mark is not closed."), "" mostly.
    `total` counts all articles found, `hits` holds the best of them, `seconds` is how long the search took.
    `pending` counts articles not yet in the index.
    """

    query: str
    hits: tuple[Hit, ...]
    total: int
    seconds: float
    note: str = ""
    pending: int = 0


@dataclass(frozen=True, slots=True)
class IndexProgress:
    """How far the index is: `done` of `total` articles; `error` is one sentence if it was not brought up to date."""

    done: int
    total: int
    finished: bool = False
    error: str = ""
