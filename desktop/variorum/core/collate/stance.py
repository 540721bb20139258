"""Linked claims whose certainty, negation or source differs, with the words in which they do.

Precision first. In a sentence that stays, exchanged words tell (`edited`). In another telling of the claim a word of
the lists must stand on both sides, far apart in strength, held against the same matter (`certainty`), or a named
source on one side and an unnamed one on the other (`sourcing`). Nothing is said where the link is doubtful.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, product
from math import fsum

from variorum.core.cancel import ShouldCancel, check, never
from variorum.core.collate.certainty import Governed, Term, differ, outside, same_matter, terms
from variorum.core.collate.edited import Found, edits
from variorum.core.collate.model import Claim, ClaimKind, StanceKind, StancePair
from variorum.core.collate.rarity import Lexicon, is_function_word
from variorum.core.collate.sourcing import named, unnamed
from variorum.core.collate.version import Version
from variorum.core.text.model import Span
from variorum.core.text.names import People

_SHARED, _SHARE = 4, 0.5
"""Telling words that two sentences with different sources must share, and their share of the weight of the shorter,
without what the sources are called."""
_FEW, _SHARE_OF_FEW = 2, 0.8
"""The same for short sentences."""
_LIKELY = 0.5
"""Confidence from which a claim's passages are held against each other: the words must be alike as well."""


def stances(
    left: Version, right: Version, claims: Sequence[Claim], lexicon: Lexicon, should_cancel: ShouldCancel = never
) -> tuple[StancePair, ...]:
    """Where the stance of a claim differs, in the order of `claims`. English only. Raises CanceledError."""
    if {left.article.language, right.article.language} - {"en", ""}:
        return ()
    sides = _Side(left), _Side(right)
    found: list[StancePair] = []
    for index, claim in enumerate(claims):
        if claim.kind is ClaimKind.REWORDED and claim.confidence >= _LIKELY:
            check(should_cancel)
            found += _once(index, _differences(sides, claim, lexicon))
    return tuple(found)


def _once(claim: int, found: Iterable[Found]) -> Iterator[StancePair]:
    """What differs in a claim, no word of either side twice."""
    told: set[tuple[int, Span]] = set()
    for kind, left, right in found:
        places = {(side, span) for side, span in enumerate((left, right)) if span}
        if told.isdisjoint(places):
            yield StancePair(kind, claim, left, right)
        told |= places


class _Side:
    """A version with what is asked of it again and again."""

    def __init__(self, version: Version) -> None:
        self.version = version
        self.text = version.article.text
        self.quoted = [quotation.span for quotation in version.article.quotations if not quotation.scare]
        self._quote_ends = list(accumulate((quotation.end for quotation in self.quoted), max))
        self._people: People | None = None

    @property
    def people(self) -> People:
        """The names of the article, found when first asked for."""
        if self._people is None:
            self._people = People(self.text, [passage.span for passage in self.version.passages])
        return self._people

    def quoted_in(self, spans: Sequence[Span]) -> list[Span]:
        """The quotations that reach into a claim."""
        first = bisect_left(self._quote_ends, min(span.start for span in spans))
        last = bisect_left(self.quoted, max(span.end for span in spans), key=lambda quote: quote.start)
        return self.quoted[first:last]

    def stems(self, span: Span, but: Span) -> frozenset[str]:
        """The telling words of a sentence, but for a part of it."""
        return frozenset(
            stem
            for passage in map(self.version.passages.__getitem__, self.version.touched(span))
            for stem, start in zip(passage.stems, passage.starts, strict=True)
            if span.start <= start < span.end and not but.start <= start < but.end and not is_function_word(stem)
        )


def _differences(sides: tuple[_Side, _Side], claim: Claim, lexicon: Lexicon) -> Iterator[Found]:
    left, right = sides
    quoted = left.quoted_in(claim.left), right.quoted_in(claim.right)
    told = list(edits(left.text, right.text, claim, quoted))
    yield from told
    for one, other in product(claim.left, claim.right):
        if not any(kind is StanceKind.CERTAINTY for kind, *_ in told):
            yield from _surer(sides, (one, other), quoted, lexicon)
        yield from _sources(sides, (one, other), lexicon)


def _surer(
    sides: tuple[_Side, _Side],
    sentences: tuple[Span, Span],
    quoted: tuple[Sequence[Span], Sequence[Span]],
    lexicon: Lexicon,
) -> Iterator[Found]:
    """The first two terms that lie far apart and are held against the same matter."""
    one, other = (
        outside(list(terms(side.text, span, "certainty")), holes)
        for side, span, holes in zip(sides, sentences, quoted, strict=True)
    )
    levels = {term.level for term in one} & {term.level for term in other}
    for a, b in product(one, other):
        if differ(a, b) and not levels & {a.level, b.level} and _about_the_same(sides, sentences, (a, b), lexicon):
            yield StanceKind.CERTAINTY, a.span, b.span
            return


def _about_the_same(
    sides: tuple[_Side, _Side], sentences: tuple[Span, Span], pair: tuple[Term, Term], lexicon: Lexicon
) -> bool:
    one, other = (Governed(side.version, span, term) for side, span, term in zip(sides, sentences, pair, strict=True))
    return same_matter(one, other, lexicon.weight)


def _sources(sides: tuple[_Side, _Side], sentences: tuple[Span, Span], lexicon: Lexicon) -> Iterator[Found]:
    """A named source on one side where the other one names nobody."""
    left, right = sides
    nameless = unnamed(left.text, sentences[0]), unnamed(right.text, sentences[1])
    if bool(nameless[0]) == bool(nameless[1]):
        return
    with_name = right if nameless[0] else left
    by_name = named(with_name.text, sentences[1 if nameless[0] else 0], with_name.people)
    hidden = left if nameless[0] else right
    own = named(hidden.text, sentences[0 if nameless[0] else 1], hidden.people)
    if by_name is None or own is not None:
        return
    first, second = (source or by_name for source in nameless)
    one, other = left.stems(sentences[0], first), right.stems(sentences[1], second)
    shared = one & other
    least = min(fsum(map(lexicon.weight, stems)) for stems in (one, other))
    share = fsum(map(lexicon.weight, shared)) / max(0.01, least)
    if share >= _SHARE and (len(shared) >= _SHARED or (len(shared) >= _FEW and share >= _SHARE_OF_FEW)):
        yield StanceKind.SOURCE, first, second
