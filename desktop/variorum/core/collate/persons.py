"""What the people they tell of say for two passages telling the same claim, as numbers. Knows people, no probabilities.

"He said", "the defense secretary said" and "Hegseth said" tell of one person; that two passages have different people
act in them speaks against a link more than other names do.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from variorum.core.cache import Cache
from variorum.core.cancel import ShouldCancel
from variorum.core.collate.cast import Cast
from variorum.core.collate.pieces import Pair
from variorum.core.collate.rarity import Lexicon
from variorum.core.collate.version import Version
from variorum.core.text.model import Article

NAMES = ("persons", "same actor", "other actor")
"""What `PersonEvidence` yields for a pair: the weight of the persons both tell of, whether the same person acts in
both, whether different ones do and neither tells of a person of the other's."""
_CASTS = 64


@dataclass(frozen=True, slots=True)
class _Told:
    """The people of a passage, and who of them acts first ("" where nobody does)."""

    persons: frozenset[str]
    actor: str


class PersonEvidence:
    """The evidence of people for links. Usable from several threads."""

    names = NAMES

    def __init__(self) -> None:
        # With each cast stands its article: as long as that is held, no other one has its identity.
        self._casts: Cache[int, tuple[Cast, Article]] = Cache(_CASTS)

    def about(self, left: Version, right: Version, lexicon: Lexicon, should_cancel: ShouldCancel) -> Persons:
        """The numbers called `NAMES` for any pair. Raises CanceledError."""
        one, other = self._cast(left.article, should_cancel), self._cast(right.article, should_cancel)
        return Persons(_told(left, one, other), _told(right, other, one))

    def _cast(self, article: Article, should_cancel: ShouldCancel) -> Cast:
        return self._casts.get(id(article), lambda: (Cast(article, should_cancel), article))[0]


def _told(version: Version, own: Cast, other: Cast) -> list[_Told]:
    """The people of each passage; whom a description means, the other version may know."""
    found = []
    for passage in version.passages:
        mentions = [
            (mention.person or other.holder(mention.phrase), mention.acts) for mention in own.of(passage.span.start)
        ]
        acting = (person for person, acts in mentions if person and acts)
        found.append(_Told(frozenset(person for person, _ in mentions if person), next(acting, "")))
    return found


class Persons:
    """How far the passages of two versions tell of the same people."""

    def __init__(self, left: Sequence[_Told], right: Sequence[_Told]) -> None:
        self._left, self._right = left, right
        self._weights = _weights([*left, *right])

    def candidates(self) -> Sequence[Pair]:
        """None: a person in common is too little to look at a pair for."""
        return ()

    def of(self, a: int, b: int) -> tuple[float, ...]:
        """The numbers of one pair, in the order of `NAMES`."""
        one, other = self._left[a], self._right[b]
        shared = one.persons & other.persons
        act = one.actor and other.actor
        return (
            math.fsum(self._weights[person] for person in shared),
            float(bool(act) and one.actor == other.actor),
            float(bool(act) and one.actor != other.actor and not shared),
        )


def _weights(told: Sequence[_Told]) -> Mapping[str, float]:
    """What each person tells, from 0 to about 1: little, who is told of in most passages."""
    holding = Counter(person for passage in told for person in passage.persons)
    return {
        person: max(0.0, math.log((len(told) + 1) / (count + 0.5)) / math.log(len(told) + 2))
        for person, count in holding.items()
    }
