"""How far one text is to be scrolled when the other one is: linked passages stay level around the middle of the view.

Numbers only. The level at which the texts are held together starts at the top of the view, goes to its middle within
the first half screen and to its bottom within the last one, so that both ends of both texts can be reached (Meld's
`misc.calc_syncpoint` does the same).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

MIN_GAP = 40.0
"""Anchors closer than this many pixels on the leading side are made one: it bounds how fast the other side moves."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A pair of heights (document pixels) that tell the same; `weight` says how sure that is."""

    left: float
    right: float
    weight: float = 1.0

    def mirrored(self) -> Anchor:
        """The same pair with the sides swapped."""
        return Anchor(self.right, self.left, self.weight)


@dataclass(frozen=True, slots=True)
class Pane:
    """A text's height and what of it is on screen, in pixels."""

    height: float
    view: float

    @property
    def furthest(self) -> float:
        """The largest scroll position."""
        return max(0.0, self.height - self.view)


def level(scroll: float, pane: Pane) -> float:
    """The height in the view, from its top, at which the texts are held together."""
    half = pane.view / 2
    if pane.furthest <= 0:
        return half
    if pane.furthest < pane.view:  # less than two screens: straight from top to bottom
        return pane.view * scroll / pane.furthest
    return min(half, scroll) + max(0.0, scroll - (pane.furthest - half))


def common_level(wanted: float, *places: tuple[float, Pane]) -> float:
    """The height in the view, as near to `wanted` as can be, at which passages of several texts can all stand.

    `places` are the passages' heights in their documents. Where the ends of the texts leave no common height, the
    middle between what is possible.
    """
    highest = max(top - pane.furthest for top, pane in places)
    lowest = min(top for top, _ in places)
    return min(max(wanted, highest), lowest) if highest <= lowest else (highest + lowest) / 2


def backbone(anchors: Sequence[Anchor]) -> tuple[Anchor, ...]:
    """The heaviest run of anchors that rises on both sides: what stayed in order between two revisions."""
    ordered = sorted(anchors, key=lambda a: (a.left, -a.right))
    rights = sorted({a.right for a in ordered})
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(rights) + 1)  # Fenwick tree: heaviest run that ends at or below
    before = [-1] * len(ordered)
    last, heaviest = -1, 0.0
    for number, anchor in enumerate(ordered):
        rank = bisect_left(rights, anchor.right)
        total, before[number] = _heaviest(best, rank)
        total += anchor.weight
        _raise(best, rank + 1, (total, number))
        if total > heaviest:
            heaviest, last = total, number
    run: list[Anchor] = []
    while last >= 0:
        run.append(ordered[last])
        last = before[last]
    return tuple(reversed(run))


def _heaviest(tree: list[tuple[float, int]], position: int) -> tuple[float, int]:
    """The best entry at positions 1 to `position`."""
    found = (0.0, -1)
    while position > 0:
        found = max(found, tree[position])
        position -= position & -position
    return found


def _raise(tree: list[tuple[float, int]], position: int, entry: tuple[float, int]) -> None:
    """Enter `entry` at `position` wherever it beats what is there."""
    while position < len(tree):
        tree[position] = max(tree[position], entry)
        position += position & -position


class Sync:
    """Maps a scroll position of one text to the other one's, continuously: a small step never becomes a jump.

    With `ordered` only the anchors that rise on both sides count, and the two directions are each other's inverse.
    Without it (independent tellings) each direction follows the passage nearest to the middle of its own text,
    wherever the other side has its counterpart.
    """

    def __init__(self, anchors: Sequence[Anchor], left: Pane, right: Pane, *, ordered: bool) -> None:
        self._left, self._right = left, right
        if ordered:
            xs, ys = _knots(backbone(anchors), left.height, right.height, both=True)
            self._to_right, self._to_left = _Track(xs, ys), _Track(ys, xs)
        else:
            mirrored = [anchor.mirrored() for anchor in anchors]
            self._to_right = _Track(*_knots(anchors, left.height, right.height, both=False))
            self._to_left = _Track(*_knots(mirrored, right.height, left.height, both=False))

    def right_for(self, scroll: float) -> float:
        """Where the right text is to be scrolled when the left one stands at `scroll`."""
        return _follow(self._to_right, scroll, self._left, self._right)

    def left_for(self, scroll: float) -> float:
        """Where the left text is to be scrolled when the right one stands at `scroll`."""
        return _follow(self._to_left, scroll, self._right, self._left)


class _Track:
    """A continuous line through knots; `xs` rise."""

    def __init__(self, xs: Sequence[float], ys: Sequence[float]) -> None:
        self._xs, self._ys = xs, ys

    def at(self, x: float) -> float:
        """The height on the other side."""
        if x <= self._xs[0]:
            return self._ys[0]
        if x >= self._xs[-1]:
            return self._ys[-1]
        after = bisect_right(self._xs, x)
        x0, x1 = self._xs[after - 1], self._xs[after]
        y0, y1 = self._ys[after - 1], self._ys[after]
        return y0 + (y1 - y0) * (x - x0) / (x1 - x0)


def _follow(track: _Track, scroll: float, leading: Pane, following: Pane) -> float:
    at = level(scroll, leading)
    share = at / leading.view if leading.view > 0 else 0.0
    goal = track.at(scroll + at) - share * following.view
    return min(max(goal, 0.0), following.furthest)


def _knots(
    anchors: Sequence[Anchor], length: float, other_length: float, *, both: bool
) -> tuple[list[float], list[float]]:
    """Left and right heights of the knots, ends included, at least `MIN_GAP` apart on the left (or on `both` sides).

    Of a cluster the heaviest anchor stays, and not a mean of all: half way between two passages is no passage.
    """
    first, last = Anchor(0.0, 0.0), Anchor(max(length, 1.0), max(other_length, 1.0))

    def fits(after: Anchor, before: Anchor) -> bool:
        apart = min(before.left - after.left, before.right - after.right) if both else before.left - after.left
        return apart >= MIN_GAP

    run = [first]
    for anchor in sorted(anchors, key=lambda a: a.left):
        if not fits(anchor, last):
            continue
        if fits(run[-1], anchor):
            run.append(anchor)
        elif len(run) > 1 and anchor.weight > run[-1].weight and fits(run[-2], anchor):
            run[-1] = anchor
    run.append(last)
    return [a.left for a in run], [a.right for a in run]


class Lead:
    """One text leads, the other follows from where it stands: a difference at the start fades away as one scrolls."""

    FADES_WITHIN = 300.0
    """Pixels of scrolling after which a third of the difference is left."""

    def __init__(self, at: float, follower_at: float, goal: float) -> None:
        self._at = at
        self._difference = follower_at - goal

    def place(self, at: float, goal: float) -> float:
        """Where the follower is to stand when the leading text is at `at` and `goal` is its place by rights."""
        self._difference *= exp(-abs(at - self._at) / self.FADES_WITHIN)
        self._at = at
        return goal + self._difference
