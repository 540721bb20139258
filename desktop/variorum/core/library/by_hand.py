"""Links and reviews made by hand, wherever their articles are: in the database, or held without being in the library.

What is of an article that is only held lives as long as that, in memory; it goes to the database when all its articles
have.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from threading import RLock

from variorum.core.handmade.model import HandLink, Kept, KeptReview
from variorum.core.library import handmade
from variorum.core.library.connections import Connections


class ByHand:
    """What editors made by hand. Usable from any thread."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._links: list[HandLink] = []
        self._reviews: list[KeptReview] = []
        self._lock = RLock()

    def links(self, ids: Iterable[int]) -> tuple[HandLink, ...]:
        """The links that any of these articles has, in the order they were made."""
        wanted = frozenset(ids)
        with self._connections.reading() as connection:
            return (*handmade.links(connection, wanted), *_of(self._links, wanted))

    def reviews(self, ids: Iterable[int]) -> tuple[KeptReview, ...]:
        """The reviews of changes that any of these articles tells, in the order they were made."""
        wanted = frozenset(ids)
        with self._connections.reading() as connection:
            return (*handmade.reviews(connection, wanted), *_of(self._reviews, wanted))

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A write transaction; if it fails, what is held in memory is as it was, too."""
        with self._lock:
            before = self._links, self._reviews
            try:
                with self._connections.writing() as connection:
                    yield connection
            except BaseException:
                self._links, self._reviews = before
                raise

    def exchange_links(self, gone: Sequence[HandLink], new: Sequence[HandLink]) -> None:
        """Forget links and keep others, in one transaction."""
        with self.writing() as connection:
            handmade.exchange_links(connection, _kept(gone), _kept(new))
            self._links = _exchanged(self._links, gone, new)

    def exchange_reviews(self, gone: Sequence[KeptReview], new: Sequence[KeptReview]) -> None:
        """Forget reviews and keep others, in one transaction."""
        with self.writing() as connection:
            handmade.exchange_reviews(connection, _kept(gone), _kept(new))
            self._reviews = _exchanged(self._reviews, gone, new)

    def move(self, old: int, new: int) -> None:
        """What was only held is in the library now as another article, or the other way round: what was made of it by
        hand goes with it."""
        links, reviews = self.links({old}), self.reviews({old})
        if links:
            self.exchange_links(links, [_renamed(link, old, new) for link in links])
        if reviews:
            self.exchange_reviews(reviews, [_moved(review, old, new) for review in reviews])


def _of(made: Iterable[Kept], ids: frozenset[int]) -> tuple[Kept, ...]:
    return tuple(one for one in made if not ids.isdisjoint(one.articles))


def _kept(made: Iterable[Kept]) -> tuple[Kept, ...]:
    """What is of articles in the library alone."""
    return tuple(one for one in made if min(one.articles) > 0)


def _exchanged(held: Sequence[Kept], gone: Sequence[Kept], new: Sequence[Kept]) -> list[Kept]:
    return [one for one in held if one not in gone] + [one for one in new if min(one.articles) < 0]


def _renamed(link: HandLink, old: int, new: int) -> HandLink:
    one, other = (replace(end, article=new) if end.article == old else end for end in (link.one, link.other))
    return HandLink.between(one, other, linked=link.linked)


def _moved(review: KeptReview, old: int, new: int) -> KeptReview:
    ends = (replace(end, article=new) if end.article == old else end for end in review.ends)
    return replace(review, ends=tuple(sorted(ends)))
