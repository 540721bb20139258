"""Figures of two versions held against each other by value and by what they are about, linked or not.

"Three percent" is "3%"; "100,000 supporters" and "28,000 attendees" of one event contradict each other. Precision comes
first: what the words around two figures don't tie to one thing is told on one side only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from variorum.core.cancel import ShouldCancel, check, never
from variorum.core.collate.agreements import Option, counterparts, option, relate
from variorum.core.collate.changed import Changes
from variorum.core.collate.contexts import Placed
from variorum.core.collate.contradictions import Kinship
from variorum.core.collate.measures import Relation
from variorum.core.collate.model import Agreement, FigurePair, PairKind
from variorum.core.collate.pieces import Pair
from variorum.core.collate.rarity import Lexicon
from variorum.core.collate.sides import Sides, nearby, of_one_value
from variorum.core.collate.version import Version
from variorum.core.text.model import Figure

_PLAIN = frozenset(["", "exactly"])
"""Qualifiers that leave a value as it stands."""


def figure_pairs(
    left: Version,
    right: Version,
    links: Mapping[Pair, float],
    should_cancel: ShouldCancel = never,
    *,
    likely: Mapping[Pair, float] | None = None,
    lexicon: Lexicon | None = None,
) -> tuple[FigurePair, ...]:
    """Every figure of both versions with its counterpart, in reading order of the left, then what only the right has.

    `links` are the linked pairs of passages with their confidence, `likely` the probabilities of all pairs looked at,
    which are evidence as well. A figure stands in more than one pair where the other version tells it twice and
    differently. Raises CanceledError.
    """
    lexicon = lexicon or Lexicon.of(left, right)
    sides = Sides.of(left, right, {**(likely or {}), **links}, lexicon, should_cancel)
    options: list[Option] = []
    doubts: dict[Pair, Kinship] = {}
    for index, to in {*of_one_value(sides), *nearby(sides, should_cancel)}:
        check(should_cancel)
        found = relate(sides.one[index], sides.other[to])
        if found is Relation.UNKNOWN:
            continue
        kin = sides.kin(index, to)
        if found is Relation.DIFFERENT:
            doubts[index, to] = kin
        elif best := option(sides, index, to, found, kin):
            options.append(best)
    check(should_cancel)
    pairs = counterparts(options, sides.settled)
    changed = Changes(sides, pairs, options, doubts).found()
    return tuple(_rows(sides, pairs, changed))


def _rows(sides: Sides, pairs: Mapping[int, int], changed: Iterable[Pair]) -> Iterable[FigurePair]:
    partners: defaultdict[int, list[int]] = defaultdict(list)
    for index, to in changed:
        partners[index].append(to)
    told = {*pairs.values(), *(to for _, to in changed)}
    for index, item in enumerate(sides.one):
        if index in pairs:
            yield _same(item, sides.other[pairs[index]])
        elif index not in partners:
            yield FigurePair(PairKind.DROPPED, item.figure, None)
        for to in sorted(partners[index]):
            yield FigurePair(PairKind.CHANGED, item.figure, sides.other[to].figure)
    yield from (FigurePair(PairKind.ADDED, None, item.figure) for to, item in enumerate(sides.other) if to not in told)


def _same(one: Placed, other: Placed) -> FigurePair:
    """Two figures that agree, with how they do."""
    if relate(one, other) is Relation.ROUNDED:
        agreement = Agreement.ROUNDED
    else:
        alike = _words(one.figure.text) == _words(other.figure.text)
        agreement = Agreement.VERBATIM if alike else Agreement.OTHER_WORDS
    qualifiers = {one.figure.qualifier, other.figure.qualifier}
    changed = len(qualifiers) == 2 and not qualifiers <= _PLAIN
    return FigurePair(PairKind.SAME, one.figure, other.figure, agreement, qualifier_changed=changed)


def agreeing(one: Figure, other: Figure) -> FigurePair:
    """Two figures that are known to agree, as a pair of kind SAME."""
    return _same(Placed.bare(one), Placed.bare(other))


def _words(text: str) -> str:
    return " ".join(text.lower().split())
