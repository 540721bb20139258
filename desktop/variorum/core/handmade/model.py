"""What editors make themselves while comparing: links, and what they said of changes. Knows no library and no window.

Passages are named by their words, so that what was made comes back where the same words are compared again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A passage of an article by its words (typographic variants made equal, on one line).

    `occurrence` counts from 0 how often the article has the same words before it; `around` are the words next to it
    (`core.handmade.neighbors`), "" where they aren't known.
    """

    words: str
    occurrence: int = 0
    around: str = ""


@dataclass(frozen=True, slots=True, order=True)
class PassageOf:
    """A passage and the id of its article."""

    article: int
    passage: Passage


@dataclass(frozen=True, slots=True)
class HandLink:
    """Two passages that an editor linked, or, with `linked` false, keeps apart; the lesser one first."""

    one: PassageOf
    other: PassageOf
    linked: bool

    @property
    def articles(self) -> tuple[int, ...]:
        """The ids of the articles it is of."""
        return self.one.article, self.other.article

    @classmethod
    def between(cls, one: PassageOf, other: PassageOf, *, linked: bool) -> HandLink:
        """The link of two passages, the same whichever side they stood on."""
        return cls(min(one, other), max(one, other), linked)


@dataclass(frozen=True, slots=True)
class Review:
    """What an editor said of a change: whether it was looked at, and a note of one line."""

    reviewed: bool = False
    note: str = ""

    def __bool__(self) -> bool:
        return self.reviewed or bool(self.note)


NO_REVIEW = Review()


@dataclass(frozen=True, slots=True, order=True)
class End:
    """Where a change stands in an article that tells it: a fingerprint of the words, the how-manieth such place, and
    the words next to it, as a `Passage` has them."""

    article: int
    fingerprint: str
    occurrence: int = 0
    around: str = ""


@dataclass(frozen=True, slots=True)
class KeptReview:
    """A review with what it is of: the kind of change and one end for each article that tells it, the lesser first."""

    kind: str
    ends: tuple[End, ...]
    review: Review

    @property
    def articles(self) -> tuple[int, ...]:
        """The ids of the articles it is of."""
        return tuple(end.article for end in self.ends)


Kept = TypeVar("Kept", HandLink, KeptReview)


@dataclass(frozen=True, slots=True)
class Exchange(Generic[Kept]):
    """What the library is to forget, and what it is to keep instead."""

    gone: tuple[Kept, ...]
    new: tuple[Kept, ...]
