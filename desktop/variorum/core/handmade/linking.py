"""Links made and undone by hand: from what the library keeps to spans of two texts, and from an act to what is kept.

What was said last of two passages holds. A link holds between its two articles, and between one of them and a third
version of the story that tells the other passage in the very same words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from variorum.core.collate.hand import HandLinks, SpanPair
from variorum.core.handmade.model import Exchange, HandLink, PassageOf
from variorum.core.handmade.passages import Passages
from variorum.core.text.model import Span

_ENOUGH = 5
"""Words that a passage needs to be the same one in a third version: "He declined to comment." is anybody's."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One of two articles that are compared."""

    id: int
    passages: Passages


def hand_links(
    kept: Iterable[HandLink], left: Compared, right: Compared, story: frozenset[int] = frozenset()
) -> HandLinks:
    """What `kept` says of two articles; `story` are the versions of the story that both are of."""
    own, others = [], []
    for link in kept:
        if {link.one.article, link.other.article} == {left.id, right.id}:
            own += [(link, pair) for pair in _placed(link, left, right)]
        elif left.id != right.id and story.issuperset((link.one.article, link.other.article, left.id, right.id)):
            others += [(link, pair) for pair in _lent(link, left, right)]
    said = [pair for _, pair in own]
    others = [(link, pair) for link, pair in others if not any(_meet(pair, other) for other in said)]
    return HandLinks(
        *(tuple(pair for link, pair in (*own, *others) if link.linked is linked) for linked in (True, False))
    )


def exchange(
    kept: Iterable[HandLink], left: Compared, right: Compared, pairs: Sequence[SpanPair], *, linked: bool
) -> Exchange[HandLink]:
    """What to forget and to keep where an editor says of `pairs` that they are linked or not."""
    ids = {left.id, right.id}
    gone = [
        link
        for link in kept
        if {link.one.article, link.other.article} == ids
        and any(_meet(pair, said) for pair in _placed(link, left, right) for said in pairs)
        and (link.linked is not linked or any(said in pairs for said in _placed(link, left, right)))
    ]
    new = (
        HandLink.between(
            PassageOf(left.id, left.passages.passage(one)),
            PassageOf(right.id, right.passages.passage(other)),
            linked=linked,
        )
        for one, other in pairs
    )
    return Exchange(tuple(gone), tuple(dict.fromkeys(new)))


def _placed(link: HandLink, left: Compared, right: Compared) -> Iterator[SpanPair]:
    """Where the two passages of a link of these very articles stand."""
    one, other = link.one, link.other
    if (one.article, other.article) != (left.id, right.id):
        one, other = other, one
    yield from _pair(left.passages.find(one.passage), right.passages.find(other.passage))


def _lent(link: HandLink, left: Compared, right: Compared) -> Iterator[SpanPair]:
    """Where they stand if one of them is of one of these articles, and the other tells the other one word for word."""
    for one, other in ((link.one, link.other), (link.other, link.one)):
        telling = other if one.article == left.id else one
        if (one.article == left.id) is (other.article == right.id) or len(telling.passage.words.split()) < _ENOUGH:
            continue
        yield from _pair(left.passages.find(one.passage), right.passages.find(other.passage))


def _pair(one: Span | None, other: Span | None) -> Iterator[SpanPair]:
    if one is not None and other is not None:
        yield one, other


def _meet(one: SpanPair, other: SpanPair) -> bool:
    """Whether two pairs have words in common on both sides."""
    return bool(one[0].overlap(other[0]) and one[1].overlap(other[1]))
