"""Figures of two versions that give the same value of the same thing, each with one counterpart at most.

Knows values, measures and what stands around figures; what contradicts what is decided elsewhere.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from variorum.core.cancel import ShouldCancel, check, never
from variorum.core.collate.contexts import Placed, names_in, placed_in
from variorum.core.collate.contradictions import Kinship, kinship
from variorum.core.collate.grouping import Pair
from variorum.core.collate.measures import PERSON, TIMES, UNNAMED, Relation, digits, relation
from variorum.core.collate.moments import date_relation
from variorum.core.collate.rarity import Lexicon
from variorum.core.collate.version import Version
from variorum.core.text.model import Figure

_PLAIN_TO_SEE = 400
"""Pairs of figures of one value up to which each is looked at; beyond, only those in linked passages are."""
_SMALL = 20
"""Numbers below this say little by themselves."""
_FAIR = 0.3
_SHARED = 0.2
_TELLING = 0.5
_DISTINCT = 3
"""Digits from which two equal numbers hardly are so by chance."""
_LIKELY = 0.15
"""Probability of a link from which figures of its passages are looked at."""
_RARE = 0.3
"""Weight from which a shared word has figures looked at that aren't in linked passages."""
_LEADING, _SHARED_NAMES = 10, 2
"""Names told of in most passages of a version, and how many of them two versions of one story share."""
_COMMON = 24
"""Figures around which a word may stand and still do so."""


@dataclass(frozen=True, slots=True)
class Side:
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
    ) -> Side:
        """The figures of two versions. Raises CanceledError."""
        leading = [
            {name for name, _ in Counter(n for p in version.passages for n in names_in(p)).most_common(_LEADING)}
            for version in (left, right)
        ]
        names = (_names_of(left), _names_of(right))
        one_story = len(leading[0] & leading[1]) >= _SHARED_NAMES
        same = [
            (a, b) for (a, b), p in likely.items() if p >= 1.0 and left.passages[a].stems == right.passages[b].stems
        ]
        one = placed_in(left, {a for a, _ in same}, should_cancel)
        other = placed_in(right, {b for _, b in same}, should_cancel)
        return cls(one, other, likely, lexicon, names, one_story, _in_order(one, other, same))

    def kin(self, index: int, to: int) -> Kinship:
        """What speaks for figure `index` of the left and `to` of the right telling of one thing."""
        one, other = self.one[index], self.other[to]
        return kinship(one, other, self.lexicon, self.likely.get((one.passage, other.passage), 0.0))


def _names_of(version: Version) -> frozenset[str]:
    return frozenset(name for passage in version.passages for name in names_in(passage))


def _in_order(one: Sequence[Placed], other: Sequence[Placed], same: Iterable[Pair]) -> dict[int, int]:
    """The figures of passages that are the same, one by one."""
    places: tuple[defaultdict[int, list[int]], ...] = (defaultdict(list), defaultdict(list))
    for at, figures in enumerate((one, other)):
        for index, item in enumerate(figures):
            places[at][item.passage].append(index)
    pairs = (pair for a, b in same for pair in zip(places[0].get(a, ()), places[1].get(b, ()), strict=False))
    return {i: j for i, j in pairs if one[i].figure.value == other[j].figure.value}


def relate(one: Placed, other: Placed) -> Relation:
    """How the values of two figures relate; unknown where they measure different things."""
    if one.dated or other.dated:
        return date_relation(one.figure, other.figure) if one.dated and other.dated else Relation.UNKNOWN
    if one.fate and other.fate and one.fate != other.fate:
        return Relation.UNKNOWN
    if one.measure == other.measure:
        return relation(one.figure, other.figure)
    measures = {one.measure, other.measure}
    alike = one.figure.value == other.figure.value and ("" in measures or not any(map(_fixed, measures)))
    return Relation.EQUAL if alike else Relation.UNKNOWN


def agree(one: Figure, other: Figure) -> bool:
    """Whether two figures give the same quantity, or one of them the other rounded or less exactly."""
    return relate(Placed.bare(one), Placed.bare(other)) in (Relation.EQUAL, Relation.ROUNDED)


def _fixed(measure: str) -> bool:
    """Whether a measure is one of money, shares, ages and time: never another name of a thing counted."""
    return measure.isupper() or (measure in UNNAMED and measure != PERSON)


def nearby(side: Side, should_cancel: ShouldCancel) -> Iterator[Pair]:
    """Pairs of figures in passages that may be linked or share rare words. Raises CanceledError."""
    by_passage: defaultdict[int, list[int]] = defaultdict(list)
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    by_fate: defaultdict[str, list[int]] = defaultdict(list)
    here = Counter(stem for item in side.one for stem in item.near)
    taken = set(side.settled.values())
    for to, item in enumerate(side.other):
        if to in taken:
            continue
        by_passage[item.passage].append(to)
        by_fate[item.fate].append(to)
        for stem in item.near:
            by_word[stem].append(to)
    linked: defaultdict[int, list[int]] = defaultdict(list)
    for (a, b), probability in side.likely.items():
        if probability >= _LIKELY and b in by_passage:
            linked[a].append(b)
    for index, item in enumerate(side.one):
        check(should_cancel)
        if index in side.settled:
            continue
        found = {to for b in linked.get(item.passage, ()) for to in by_passage[b]}
        for stem in item.near:
            holding = by_word.get(stem, ())
            if here[stem] <= _COMMON >= len(holding) and side.lexicon.weight(stem) >= _RARE:
                found.update(holding)
        if item.fate and len(fated := by_fate[item.fate]) <= _COMMON:
            found.update(fated)
        yield from ((index, to) for to in sorted(found))


def of_one_value(side: Side) -> Iterator[Pair]:
    """Pairs of figures that have the same value, or of which one is a date told less exactly than the other."""
    exact: defaultdict[str, list[int]] = defaultdict(list)
    wider: defaultdict[str, list[int]] = defaultdict(list)
    taken = set(side.settled.values())
    for to, item in enumerate(side.other):
        if to in taken:
            continue
        exact[item.figure.value].append(to)
        for date in _wider(item):
            wider[date].append(to)
    sizes: defaultdict[str, int] = defaultdict(int)
    free = [(index, item) for index, item in enumerate(side.one) if index not in side.settled]
    for _, item in free:
        sizes[item.figure.value] += 1
    for index, item in free:
        value = item.figure.value
        groups = [exact[value], wider[value], *(exact[date] for date in _wider(item))]
        found = {to for group in groups for to in group}
        crowded = len(found) * sizes[value] > _PLAIN_TO_SEE
        for to in sorted(found):
            if not crowded or (item.passage, side.other[to].passage) in side.likely:
                yield index, to


def _wider(item: Placed) -> list[str]:
    """The month and year of a day, the year of a month."""
    parts = item.figure.value.split("-") if item.dated else []
    return ["-".join(parts[:size]) for size in range(1, len(parts)) if len(parts[0]) == 4]


@dataclass(frozen=True, slots=True, order=True)
class Option:
    """Two figures that may be each other's counterpart; the best sorts first."""

    unlinked: float
    rounded: bool
    unlike: float
    place: int
    """Earlier ones first, the same whichever side is the left one."""
    apart: int
    index: int
    to: int


def option(side: Side, index: int, to: int, found: Relation, kin: Kinship) -> Option | None:
    """Two figures of (nearly) one value as counterparts, or None where they aren't about the same thing."""
    one, other = side.one[index], side.other[to]
    rounded = found is Relation.ROUNDED
    fits = one.dated or (_fit_rounded(kin) if rounded else _fit(one, other, kin))
    return Option(-kin.link, rounded, -kin.score, index + to, abs(index - to), index, to) if fits else None


def _fit_rounded(kin: Kinship) -> bool:
    return kin.link >= _FAIR or kin.score >= _TELLING


def _fit(one: Placed, other: Placed, kin: Kinship) -> bool:
    if one.measure != other.measure:
        if not one.measure or not other.measure:
            return kin.link > 0 or kin.score >= _FAIR
        return _digits(one.figure.value) >= _DISTINCT and kin.link >= _LIKELY
    if one.measure == TIMES:
        return bool(one.heads & other.heads) or kin.link >= _FAIR or kin.score >= _TELLING
    if one.measure in UNNAMED and _is_small(one.figure.value):
        return kin.link >= _LIKELY or kin.score >= _SHARED
    return True


def _digits(value: str) -> int:
    try:
        return digits(Decimal(value))
    except InvalidOperation:
        return 0


def _is_small(value: str) -> bool:
    return value.replace(".", "", 1).isdigit() and float(value) < _SMALL


def counterparts(options: Sequence[Option], settled: Mapping[int, int]) -> dict[int, int]:
    """The best options besides what is `settled`, no figure in two of them: the left's figure → the right's."""
    found = dict(settled)
    taken = set(found.values())
    for best in sorted(options):
        if best.index not in found and best.to not in taken:
            found[best.index] = best.to
            taken.add(best.to)
    return found
