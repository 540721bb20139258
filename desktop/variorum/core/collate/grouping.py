"""From probabilities of links to disjoint groups: which passages of either side make one claim. Pure numbers.

A claim links all its left passages with all its right ones, and a passage stands in one claim only. So the groups are
chosen to hold as much as they can of what the links are worth: the sum of (probability - threshold) over all pairs
inside groups, which is what the best expected F1 asks for (the best threshold is half of the F1 reached; Lipton,
Elkan and Narayanaswamy 2014).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Set
from dataclasses import dataclass, field

from variorum.core.cancel import ShouldCancel, check, never
from variorum.core.collate.pieces import Pair

_MOST = 4
"""Passages of one side in a claim, at most."""
_LEAST = 0.8
"""Share of the threshold that every pair of a claim must reach: one improbable pair makes a claim of two."""

BESIDE = 0.6
"""Probability that every further pair must reach in a claim that holds an anchor: nothing weak joins a quotation."""


@dataclass(slots=True)
class Whole:
    """Whole passages of the left and right that tell one claim."""

    left: set[int] = field(default_factory=set)
    right: set[int] = field(default_factory=set)


def groups(
    probability: Mapping[Pair, float],
    threshold: float,
    anchors: Set[Pair] = frozenset(),
    should_cancel: ShouldCancel = never,
    seeds: Iterable[Whole] = (),
) -> list[Whole]:
    """Disjoint groups over the pairs of (left index, right index), strongest links first.

    `anchors` are pairs that are linked beyond doubt: a group that holds one takes in no weak links. `seeds` are
    disjoint groups that stay together, and may grow.
    Raises CanceledError.
    """
    of_left = {a: seed for seed in seeds for a in seed.left}
    of_right = {b: seed for seed in seeds for b in seed.right}
    for _, (a, b) in strongest_first(probability, threshold):
        check(should_cancel)
        one, other = of_left.get(a) or Whole({a}), of_right.get(b) or Whole(right={b})
        if one is other:
            continue
        left, right = one.left | other.left, one.right | other.right
        across = list(_across(one, other))
        least = max(least_of(group.left, group.right, threshold, anchors) for group in (one, other))
        if len(left) > _MOST or len(right) > _MOST or worth(across, probability, threshold, least) <= 0.0:
            continue
        joined = Whole(left, right)
        of_left.update(dict.fromkeys(left, joined))
        of_right.update(dict.fromkeys(right, joined))
    return list({id(group): group for group in of_left.values()}.values())


def strongest_first(probability: Mapping[Pair, float], least: float) -> list[tuple[float, Pair]]:
    """The links that are probable enough; equal ones in an order that is the same whichever version is called left."""
    links = [(p, pair) for pair, p in probability.items() if p >= least]
    return sorted(links, key=lambda link: (-round(link[0], 9), sum(link[1]), abs(link[1][0] - link[1][1]), link[1]))


def worth(pairs: Collection[Pair], probability: Mapping[Pair, float], threshold: float, least: float) -> float:
    """What it adds to a claim to hold `pairs` too; nothing if one of these is less probable than `least`."""
    across = [probability.get(pair, 0.0) for pair in pairs]
    return sum(across) - threshold * len(across) if min(across) >= least else 0.0


def least_of(left: Collection[int], right: Collection[int], threshold: float, anchors: Set[Pair]) -> float:
    """How probable every further pair must be that joins a group of these passages."""
    return BESIDE if any((a, b) in anchors for a in left for b in right) else _LEAST * threshold


def _across(one: Whole, other: Whole) -> Iterable[Pair]:
    yield from ((a, b) for a in one.left for b in other.right)
    yield from ((a, b) for a in other.left for b in one.right)
