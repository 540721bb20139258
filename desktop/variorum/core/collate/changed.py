"""Chooses which figures of two versions contradict each other: each with its best candidate, none where it is in doubt.

A number that both versions tell contradicts nothing, unless one of them tells of the same thing twice and
differently.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from variorum.core.collate.agreements import Option, relate
from variorum.core.collate.contexts import Placed
from variorum.core.collate.contradictions import Kinship, contradict, same_slot
from variorum.core.collate.measures import UNNAMED, Relation
from variorum.core.collate.moments import is_loose
from variorum.core.collate.pieces import Pair
from variorum.core.collate.sides import Sides

_RIVAL = 0.75
"""Share of the best candidate's strength from which another one of a different value makes both doubtful."""
_CLEARLY = 0.25
"""How much less probable a link must be for its figures to be no rivals of better linked ones."""
_TOLLS = frozenset(["killed", "hurt", "missing", "sick"])
"""What becomes of people in the event that a story is about."""


class Changes:
    """The contradictions among `doubts`, pairs of figures of different value."""

    def __init__(
        self, sides: Sides, pairs: Mapping[int, int], options: Sequence[Option], doubts: Mapping[Pair, Kinship]
    ) -> None:
        self._sides = sides
        self._figures = (sides.one, sides.other)
        self._partners = (pairs, {to: index for index, to in pairs.items()})
        self._doubts = doubts
        self._agreed: tuple[dict[int, float], dict[int, float]] = ({}, {})
        for best in options:
            for at, place in enumerate((best.index, best.to)):
                self._agreed[at][place] = max(self._agreed[at].get(place, 0.0), -best.unlike - best.unlinked)
        self._there = _by_measure(sides.one), _by_measure(sides.other)
        self._lost_places: dict[tuple[int, int], bool] = {}

    def found(self) -> list[Pair]:
        """The pairs that contradict each other, in order."""
        standing: dict[Pair, float] = {}
        for pair, kin in self._doubts.items():
            if self._stands(pair, kin):
                standing[pair] = kin.score + kin.link + same_slot(kin)
        candidates: tuple[defaultdict[int, list[Pair]], ...] = (defaultdict(list), defaultdict(list))
        for pair in standing:
            for at in (0, 1):
                candidates[at][pair[at]].append(pair)
        best = [{p: self._best(1 - at, pairs, standing) for p, pairs in candidates[at].items()} for at in (0, 1)]
        return sorted(pair for pair, strength in standing.items() if self._wins(pair, strength, best))

    def _best(self, at: int, pairs: Sequence[Pair], strengths: Mapping[Pair, float]) -> Pair | None:
        """The strongest of a figure's pairs with those of side `at`; None where one of another value comes close."""
        best = max(pairs, key=lambda pair: (strengths[pair], -pair[at]))
        figures = self._figures[at]
        value, link = figures[best[at]].figure.value, self._doubts[best].link
        for pair in pairs:
            near = strengths[pair] >= _RIVAL * strengths[best] and self._doubts[pair].link > link - _CLEARLY
            if near and figures[pair[at]].figure.value != value:
                return None
        return best

    def _stands(self, pair: Pair, kin: Kinship) -> bool:
        """Whether a pair contradicts as far as these two figures go, whatever other candidates they have."""
        if self._agree_in_place(pair):
            return False
        if same_slot(kin):
            return True
        one, other = self._sides.one[pair[0]], self._sides.other[pair[1]]
        if not contradict(one, other, kin, self._sides.lexicon) and not self._tolls(one, other):
            return False
        strength = kin.score + kin.link
        free = [self._is_free(at, place, strength) for at, place in enumerate(pair)]
        return (all(free) or (any(free) and _is_telling(one, other))) and not self._is_about_another(pair, kin)

    def _tolls(self, one: Placed, other: Placed) -> bool:
        """Whether both are the only toll of their kind in versions of one story, and neither is one of another year
        or of people and places that the other version doesn't name."""
        if not one.fate or one.fate != other.fate or one.fate not in _TOLLS or not self._sides.one_story:
            return False
        tolls = zip(self._toll_values, (one, other), strict=True)
        if any(values[item.fate] != {item.figure.value} for values, item in tolls):
            return False
        told_there = zip((one, other), self._sides.names[::-1], strict=True)
        return all(not item.names or item.names & names for item, names in told_there)

    @cached_property
    def _toll_values(self) -> tuple[Mapping[str, set[str]], Mapping[str, set[str]]]:
        """For either version the tolls of each kind, but for those beside a year that the other one doesn't name."""
        years = [{item.figure.value for item in side if item.figure.unit == "year"} for side in self._figures]
        found: tuple[defaultdict[str, set[str]], defaultdict[str, set[str]]] = (defaultdict(set), defaultdict(set))
        for at, side in enumerate(self._figures):
            foreign = {o.passage for o in side if o.figure.unit == "year" and o.figure.value not in years[1 - at]}
            for item in side:
                if item.fate and item.passage not in foreign:
                    found[at][item.fate].add(item.figure.value)
        return found

    def _wins(self, pair: Pair, strength: float, best: Sequence[Mapping[int, Pair | None]]) -> bool:
        """Whether a pair is the best one of both figures (of one, where the other's best is the same value told once
        more), or of one that agrees with nothing if that is enough."""
        own = [best[at][pair[at]] == pair for at in (0, 1)]
        if all(own) or not any(own):
            return all(own)
        if _is_telling(self._sides.one[pair[0]], self._sides.other[pair[1]]):
            return any(own[at] and self._is_free(at, pair[at], strength) for at in (0, 1))
        at = own.index(False)
        better = best[at][pair[at]]
        figures = self._figures[1 - at]
        return better is not None and figures[better[1 - at]].figure.value == figures[pair[1 - at]].figure.value

    def _is_free(self, at: int, place: int, strength: float) -> bool:
        """Whether a figure isn't told on the other side: not its value at all, or of something else for all that the
        words around it say where the figure itself says enough."""
        if _says_what(self._figures[at][place]):
            return self._agreed[at].get(place, 0.0) < strength
        return self._is_lost(at, place)

    def _is_lost(self, at: int, place: int) -> bool:
        known = self._lost_places.get((at, place))
        if known is None:
            item = self._figures[at][place]
            there = self._there[1 - at]
            others = [*there.get(_measure(item), ()), *there.get("", ())] if not item.dated else there.get("date", ())
            same = (Relation.EQUAL, Relation.ROUNDED)
            known = self._lost_places[at, place] = not any(relate(item, other) in same for other in others)
        return known

    def _agree_in_place(self, pair: Pair) -> bool:
        """Whether the value of either stands in the other's passage as well."""
        for at in (0, 1):
            partner = self._partners[at].get(pair[at])
            if partner is not None:
                there = self._figures[1 - at]
                if there[partner].passage == there[pair[1 - at]].passage:
                    return True
        return False

    def _is_about_another(self, pair: Pair, kin: Kinship) -> bool:
        """Whether the passages are linked for the sake of other figures of the same measure: "5% instead of 2%" is
        about what the other version says of 5%, wherever that stands."""
        for at in (0, 1):
            here, there = self._figures[at], self._figures[1 - at]
            item, passage = here[pair[at]], there[pair[1 - at]].passage
            if item.dated or item.fate:
                continue
            beside = (k for k in _beside(here, pair[at]) if here[k].measure == item.measure)
            passages = {there[self._partners[at][k]].passage for k in beside if k in self._partners[at]}
            if passages and (passage not in passages or not kin.touching):
                return True
        return False


def _by_measure(figures: Sequence[Placed]) -> dict[str, list[Placed]]:
    """One figure for each value of a measure."""
    found: defaultdict[str, dict[tuple[str, str, str], Placed]] = defaultdict(dict)
    for item in figures:
        found[_measure(item)].setdefault((item.figure.value, item.fate, item.figure.qualifier), item)
    return {measure: list(values.values()) for measure, values in found.items()}


def _measure(item: Placed) -> str:
    return "date" if item.dated else item.measure


def _beside(figures: Sequence[Placed], place: int) -> Iterator[int]:
    """The other figures of a figure's passage."""
    for step in (-1, 1):
        at = place + step
        while 0 <= at < len(figures) and figures[at].passage == figures[place].passage:
            yield at
            at += step


def _says_what(item: Placed) -> bool:
    """Whether a figure itself tells enough to be known again: a named thing counted, a period told in words."""
    if item.dated:
        return is_loose(item.figure)
    return item.measure not in UNNAMED and not item.measure.isupper()


def _is_telling(one: Placed, other: Placed) -> bool:
    return _says_what(one) or _says_what(other)
