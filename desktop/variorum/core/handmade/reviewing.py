"""Which reviews are of which changes: a change is known again by its kind and by its words on either side.

A change that is told by one side only is known by that side's words: "told here only" is the same whoever else is
asked. Where one of both ends is another article's, the words must be the same as well. Directions don't matter:
"10 → 12" swapped is "12 → 10".
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from variorum.core.collate.changes import INSIDE, Change, ChangeKind
from variorum.core.collate.model import Comparison
from variorum.core.handmade.model import NO_REVIEW, End, Exchange, KeptReview, Passage, Review
from variorum.core.handmade.passages import Passages
from variorum.core.text.model import Article, Span

_Words = tuple[str, tuple[str, ...]]
_TOLD_ONCE = "only here"
"""Added and dropped are one kind: which it is depends on which version stands on the left."""


class Reviewed:
    """The two versions of a comparison, to know their changes again. `left` and `right` are the articles' ids."""

    def __init__(self, comparison: Comparison, left: int, right: int) -> None:
        self._sides = (_Side(comparison.left, left), _Side(comparison.right, right))

    def reviews(self, changes: Sequence[Change], kept: Sequence[KeptReview]) -> dict[int, Review]:
        """What was said of the changes, by their numbers; of several reviews that fit the last one holds."""
        by_words: defaultdict[_Words, list[KeptReview]] = defaultdict(list)
        for review in kept:
            by_words[_words(review.kind, review.ends)].append(review)
        found: dict[int, Review] = {}
        for number, change in enumerate(changes) if kept else ():
            likely = by_words.get(_words(kind_of(change), self._told(change)))
            fitting = self.fitting(change, likely) if likely else ()
            if fitting:
                found[number] = fitting[-1].review
        return found

    def fitting(self, change: Change, kept: Iterable[KeptReview]) -> tuple[KeptReview, ...]:
        """Those of `kept` that are of `change`: of the same words at the same places, in one article at least."""
        told = self._told(change)
        words = _words(kind_of(change), told)
        return tuple(
            review for review in kept if _words(review.kind, review.ends) == words and _same(review.ends, told)
        )

    def exchange(
        self, change: Change, kept: Iterable[KeptReview], become: Callable[[Review], Review]
    ) -> Exchange[KeptReview]:
        """What to forget and to keep where a change's review becomes another one."""
        gone = self.fitting(change, kept)
        review = become(gone[-1].review if gone else NO_REVIEW)
        new = KeptReview(kind_of(change), tuple(sorted(self.ends(change))), review)
        return Exchange(gone, (new,) if review else ())

    def ends(self, change: Change) -> tuple[End, ...]:
        """Where a change stands, in each article that tells it."""
        return tuple(told.end() for told in self._told(change))

    def _told(self, change: Change) -> list[_Told]:
        inside = not INSIDE.isdisjoint(change.kinds)
        sides = zip(self._sides, (change.left, change.right), (change.before, change.after), strict=True)
        return [side.told(spans, named, inside=inside) for side, spans, named in sides if spans]


def kind_of(change: Change) -> str:
    """The kind of a change as it is kept. That it has moved as well says nothing: that depends on all other links."""
    kinds = set(change.kinds)
    if len(kinds) > 1:
        kinds.discard(ChangeKind.MOVED)
    once = {ChangeKind.ADDED, ChangeKind.DROPPED}
    return "+".join(sorted({_TOLD_ONCE if kind in once else kind.value for kind in kinds}))


def _words(kind: str, ends: Iterable[End | _Told]) -> _Words:
    """What a change is known by, in whichever articles and wherever in them."""
    return kind, tuple(sorted(end.fingerprint for end in ends))


def _same(ends: Sequence[End], told: Sequence[_Told]) -> bool:
    """Whether what is told stands where `ends` say, which have the same words: in one article of theirs at least."""
    found = False
    for pairs in (zip(told, ends, strict=True), zip(told, reversed(ends), strict=True)):
        paired = list(pairs)
        if all(one.fingerprint == end.fingerprint for one, end in paired):
            own = any(one.side.id == end.article for one, end in paired)
            found |= own and all(one.is_at(end) for one, end in paired)
    return found


@dataclass(frozen=True, slots=True)
class _Told:
    """A change as one version tells it; `passage` is what is counted of it, for there may be others like it."""

    side: _Side
    fingerprint: str
    passage: Span

    def end(self) -> End:
        """Where it stands, to be kept."""
        named = self.side.passages.passage(self.passage)
        return End(self.side.id, self.fingerprint, named.occurrence, named.around)

    def is_at(self, end: End) -> bool:
        """Whether it stands where `end`, which has the same words, says."""
        passages = self.side.passages
        return passages.is_at(Passage(passages.words(self.passage), end.occurrence, end.around), self.passage)


class _Side:
    """One version, its text folded when it is asked for."""

    def __init__(self, article: Article, number: int) -> None:
        self._article = article
        self.id = number

    @cached_property
    def passages(self) -> Passages:
        return Passages(self._article.text)

    def told(self, spans: Sequence[Span], named: str, *, inside: bool) -> _Told:
        """What stands for the words of `spans`; `inside` a sentence, for those of the sentence and what changed too."""
        parts, passage = [self.passages.words(span) for span in spans], spans[0]
        if inside:
            passage = self._around(spans[0])
            parts += [self.passages.words(passage), " ".join(named.split())]
        fingerprint = hashlib.blake2b("\x1f".join(parts).encode(), digest_size=16).hexdigest()
        return _Told(self, fingerprint, passage)

    def _around(self, span: Span) -> Span:
        """From the sentence in which a span begins to the one in which it ends."""
        sentences = self._article.sentences
        first = bisect_right(sentences, span.start, key=lambda sentence: sentence.span.start) - 1
        last = bisect_right(sentences, span.end - 1, key=lambda sentence: sentence.span.start) - 1
        if first < 0:
            return span
        return Span(sentences[first].span.start, max(span.end, sentences[last].span.end))
