"""The figures of both versions with what is known of their passages, and which are worth holding against each other.

Not all with all: those of one value, and those in passages that may be linked or share rare words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from variorum.core.cancel import ShouldCancel, check, never
from variorum.core.collate.contexts import LISTED, Placed, names_in, placed_in
from variorum.core.collate.contradictions import Kinship, kinship
from variorum.core.collate.pieces import Pair
from variorum.core.collate.rarity import Lexicon
from variorum.core.collate.version import Version

_PLAIN_TO_SEE = 400
"""Pairs of figures of one value up to which each is looked at; beyond, only those in linked passages are."""
_RARE = 0.3
"""Weight from which a shared word has figures looked at that aren't in linked passages."""
_LEADING, _SHARED_NAMES = 10, 2
"""Names told of in most passages of a version, and how many of them two versions of one story share."""
_COMMON = 24
"""Figures around which a word may stand and still do so."""
_LIKELY = 0.15
"""Probability of a link from which figures of its passages are looked at."""


@dataclass(frozen=True, slots=True)
class Sides:
    """The figures of both versions with what is known of their passages' links."""

    one: Sequence[Placed]
    other: Sequence[Placed]
    likely: Mapping[Pair, float]
    lexicon: Lexicon
    names: tuple[frozenset[str], frozenset[str]]
    """All names of either version."""
    one_story: bool
    """Whether the names most told of in both versions are partly the same."""
    settled: Mapping[int, int]
    """The figures of passages that stand verbatim on the other side, the left's → the right's."""

    @classmethod
    def of(
        cls,
        left: Version,
        right: Version,
        likely: Mapping[Pair, float],
        lexicon: Lexicon,
        should_cancel: ShouldCancel = never,
    ) -> Sides:
        """The figures of two versions. Raises CanceledError."""
        told = [Counter(name for passage in v.passages for name in names_in(passage)) for v in (left, right)]
        one_story = len(_leading(told[0]) & _leading(told[1])) >= _SHARED_NAMES
        same = [
            (a, b) for (a, b), p in likely.items() if p >= 1.0 and left.passages[a].stems == right.passages[b].stems
        ]
        one = placed_in(left, {a for a, _ in same}, should_cancel)
        other = placed_in(right, {b for _, b in same}, should_cancel)
        names = frozenset(told[0]), frozenset(told[1])
        return cls(one, other, likely, lexicon, names, one_story, _in_order(one, other, same))

    def kin(self, index: int, to: int) -> Kinship:
        """What speaks for figure `index` of the left and `to` of the right telling of one thing."""
        one, other = self.one[index], self.other[to]
        return kinship(one, other, self.lexicon, self.likely.get((one.passage, other.passage), 0.0))


def _leading(told: Mapping[str, int]) -> set[str]:
    """The names told of in most passages; of equal ones those that come first in the alphabet."""
    return set(sorted(told, key=lambda name: (-told[name], name))[:_LEADING])


def _in_order(one: Sequence[Placed], other: Sequence[Placed], same: Iterable[Pair]) -> dict[int, int]:
    """The figures of passages that are the same, one by one."""
    places: tuple[defaultdict[int, list[int]], ...] = (defaultdict(list), defaultdict(list))
    for at, figures in enumerate((one, other)):
        for index, item in enumerate(figures):
            places[at][item.passage].append(index)
    pairs = (pair for a, b in same for pair in zip(places[0].get(a, ()), places[1].get(b, ()), strict=False))
    return {i: j for i, j in pairs if one[i].figure.value == other[j].figure.value}


def nearby(sides: Sides, should_cancel: ShouldCancel) -> Iterator[Pair]:
    """Pairs of figures in passages that may be linked or share rare words. Raises CanceledError."""
    by_passage: defaultdict[int, list[int]] = defaultdict(list)
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    by_fate: defaultdict[str, list[int]] = defaultdict(list)
    taken = set(sides.settled.values())
    for to, item in enumerate(sides.other):
        if to in taken:
            continue
        by_passage[item.passage].append(to)
        by_fate[item.fate].append(to)
        for stem in item.near:
            by_word[stem].append(to)
    around = Counter(stem for item in sides.one for stem in item.near)
    linked = _linked(sides, _LIKELY)
    for index, item in enumerate(sides.one):
        check(should_cancel)
        if index in sides.settled:
            continue
        found = {to for b in linked.get(item.passage, ()) for to in by_passage[b]}
        for stem in item.near:
            holding = by_word.get(stem, ())
            if around[stem] <= _COMMON >= len(holding) and sides.lexicon.weight(stem) >= _RARE:
                found.update(holding)
        if item.fate and len(fated := by_fate[item.fate]) <= _COMMON:
            found.update(fated)
        yield from ((index, to) for to in sorted(found))


def _linked(sides: Sides, least: float) -> Mapping[int, Sequence[int]]:
    """For each left passage the right ones that are linked to it so probably; long lists are linked to nothing."""
    here, there = (Counter(item.passage for item in figures) for figures in (sides.one, sides.other))
    found: defaultdict[int, list[int]] = defaultdict(list)
    for (a, b), probability in sides.likely.items():
        if probability >= least and max(here[a], there[b]) <= LISTED:
            found[a].append(b)
    return found


def of_one_value(sides: Sides) -> Iterator[Pair]:
    """Pairs of figures that have the same value, or of which one is a date told less exactly than the other."""
    exact: defaultdict[str, list[int]] = defaultdict(list)
    wider: defaultdict[str, list[int]] = defaultdict(list)
    by_passage: defaultdict[int, list[int]] = defaultdict(list)
    taken = set(sides.settled.values())
    for to, item in enumerate(sides.other):
        if to in taken:
            continue
        by_passage[item.passage].append(to)
        exact[item.figure.value].append(to)
        for date in _wider(item):
            wider[date].append(to)
    linked = _linked(sides, 0.0)
    free = [(index, item) for index, item in enumerate(sides.one) if index not in sides.settled]
    sizes = Counter(item.figure.value for _, item in free)
    for index, item in free:
        value, dates = item.figure.value, _wider(item)
        groups = [exact[value], wider[value], *(exact[date] for date in dates)]
        found: Iterable[int] = (to for group in groups for to in group)
        if sum(map(len, groups)) * sizes[value] > _PLAIN_TO_SEE:
            wanted = {value, *dates}
            beside = (to for b in linked.get(item.passage, ()) for to in by_passage[b])
            found = (to for to in beside if _is_of(sides.other[to], value, wanted))
        yield from ((index, to) for to in sorted(found))


def _is_of(item: Placed, value: str, wanted: Set[str]) -> bool:
    """Whether a figure has one of the values wanted, or is a date that `value` gives less exactly."""
    return item.figure.value in wanted or value in _wider(item)


def _wider(item: Placed) -> list[str]:
    """The month and year of a day, the year of a month."""
    parts = item.figure.value.split("-") if item.dated else []
    return ["-".join(parts[:size]) for size in range(1, len(parts)) if len(parts[0]) == 4]
