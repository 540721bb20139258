"""From probabilities of links to disjoint groups: which passages of either side make one claim. Pure numbers.

A claim links all its left passages with all its right ones, and a passage stands in one claim only. So the groups are
chosen to hold as much as they can of what the links are worth: the sum of (probability - threshold) over all pairs
inside groups, which is what the best expected F1 asks for (the best threshold is half of the F1 reached; Lipton,
Elkan and Narayanaswamy 2014).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

_MOST = 4
"""Passages of one side in a claim, at most."""
_LEAST = 0.5
"""Share of the threshold that every pair of a claim must reach: one improbable pair makes a claim of two."""

Pair = tuple[int, int]
"""A passage of the left and one of the right version, by their indexes."""


@dataclass(slots=True)
class Group:
    """Passages of the left and right that tell one claim."""

    left: set[int] = field(default_factory=set)
    right: set[int] = field(default_factory=set)


def groups(probability: Mapping[Pair, float], threshold: float) -> list[Group]:
    """Disjoint groups over the pairs of (left index, right index), strongest links first."""
    of_left: dict[int, Group] = {}
    of_right: dict[int, Group] = {}
    links = sorted((-p, pair) for pair, p in probability.items() if p >= threshold)
    for _, (a, b) in links:
        one, other = of_left.get(a) or Group({a}), of_right.get(b) or Group(right={b})
        if one is other:
            continue
        left, right = one.left | other.left, one.right | other.right
        if len(left) > _MOST or len(right) > _MOST or _worth(one, other, probability, threshold) <= 0.0:
            continue
        joined = Group(left, right)
        of_left.update(dict.fromkeys(left, joined))
        of_right.update(dict.fromkeys(right, joined))
    return list({id(group): group for group in of_left.values()}.values())


def _worth(one: Group, other: Group, probability: Mapping[Pair, float], threshold: float) -> float:
    """What joining two groups adds: the pairs across them; nothing if one of these is improbable."""
    across = [probability.get(pair, 0.0) for pair in _across(one, other)]
    return sum(across) - threshold * len(across) if min(across) >= _LEAST * threshold else 0.0


def _across(one: Group, other: Group) -> Iterable[Pair]:
    yield from ((a, b) for a in one.left for b in other.right)
    yield from ((a, b) for a in other.left for b in one.right)
