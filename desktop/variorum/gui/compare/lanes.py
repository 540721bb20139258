"""Lanes of moved passages in the gutter: which one each has, where it runs and what a point hits. Numbers only.

A moved link crosses the others, so it isn't a ribbon but a slim track: from a bracket beside the passage straight into
the gutter, along its lane to the height of the other end, and straight out. Neighbors that moved together have one
track. Lanes depend on where passages stand in their texts only, so that none changes its lane while one scrolls.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from variorum.gui.compare.geometry import Band, Extent, Ribbon, joined

BRACKET = 4.0
"""Width of the bracket beside a passage, in pixels."""
TRACK = 6.0
"""Width of a track, in pixels."""
PLACES = (0.53, 0.72, 0.34)
"""Where lanes lie, as shares of the gutter's width, the best first: the icons of the kinds stand on the left. As many
as leave room for labels, which stand on their lanes."""
CLEAR = 2
"""So many passages apart two tracks can share a lane."""
BESIDE = 72.0
"""How far apart neighbors stand at most, in pixels: a paragraph's end and an empty line."""


@dataclass(frozen=True, slots=True)
class Move:
    """What a moved link is like: how far it moved (as `Claim.distance`), whether it is doubtful or made by hand."""

    distance: int
    doubtful: bool = False
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """The lane of a group of moved links, by the group's number, `place` as a share of the gutter's width."""

    group: int
    place: float


@dataclass(frozen=True, slots=True)
class Track:
    """A track on screen, of one or more ribbons that moved together; `left` and `right` are the heights of its ends."""

    lane: Lane
    ribbons: tuple[Ribbon, ...]
    left: float
    right: float
    whole: bool
    """Whether some of both ends is on screen."""

    @property
    def links(self) -> tuple[int, ...]:
        """The links that moved together, from the top down."""
        return tuple(ribbon.link for ribbon in self.ribbons)

    def brackets(self, links: Iterable[int] | None = None) -> tuple[tuple[Extent, ...], tuple[Extent, ...]]:
        """The heights of the brackets on the left and on the right; of these links only, if any are given."""
        wanted = set(self.links if links is None else links)
        chosen = [ribbon for ribbon in self.ribbons if ribbon.link in wanted]
        return joined(ribbon.left for ribbon in chosen), joined(ribbon.right for ribbon in chosen)

    def hit(self, x: float, y: float, width: float, slack: float = 2.0) -> int | None:
        """The link at a point of a gutter `width` wide: of a bracket its own, of the track between them the first."""
        if x <= BRACKET or x >= width - BRACKET:
            ends = ((ribbon.left if x <= BRACKET else ribbon.right, ribbon.link) for ribbon in self.ribbons)
            return next((link for end, link in ends if end.top <= y <= end.bottom), None)
        near, bend = TRACK / 2 + slack, self.lane.place * width
        on_arm = abs(y - (self.left if x < bend else self.right)) <= near
        low, high = sorted((self.left, self.right))
        on_lane = abs(x - bend) <= near and low - near <= y <= high + near
        return self.ribbons[0].link if on_arm or on_lane else None


@dataclass
class _Group:
    """Bands of neighbors that moved together, or all bands of one link."""

    move: Move
    bands: list[Band]

    @cached_property
    def ends(self) -> tuple[Extent, Extent]:
        """From the first passage to the last, on the left and on the right."""
        sides = ([band.left for band in self.bands], [band.right for band in self.bands])
        left, right = (Extent(min(e.top for e in side), max(e.bottom for e in side)) for side in sides)
        return left, right

    def passed(self, orders: tuple[Sequence[float], Sequence[float]]) -> tuple[int, int]:
        """The first and the last place in the order of all passages that the track passes, by the tops on each side."""
        left, right = self.ends
        ranks = [bisect_left(orders[0], left.top), bisect_left(orders[1], right.top)]
        ranks += [bisect_left(orders[0], left.bottom), bisect_left(orders[1], right.bottom)]
        return min(ranks), max(ranks)

    def can_meet(self, other: _Group, height: float) -> bool:
        """Whether both can be whole in a view `height` high."""
        return all(_gap(own, others) < height for own, others in zip(self.ends, other.ends, strict=True))


def assign(bands: Sequence[Band], moves: Mapping[int, Move], height: float) -> dict[int, Lane]:
    """The lane of each moved link: the first that is free where it passes others.

    Two are in each other's way if they can be in a view `height` high together and pass the same passages (so that
    they run beside each other while the texts are level). Where no lane is free, it is the one with the least company.
    """
    orders = (sorted(band.left.top for band in bands), sorted(band.right.top for band in bands))
    groups = _groups(bands, moves)
    reach = height + max((group.ends[0].bottom - group.ends[0].top for group in groups), default=0.0)
    lanes: dict[int, Lane] = {}
    placed: list[tuple[_Group, tuple[int, int], float]] = []
    for number, group in enumerate(groups):
        passed = group.passed(orders)
        company = dict.fromkeys(PLACES, 0)
        for other, also_passed, place in reversed(placed):
            if group.ends[0].top - other.ends[0].top > reach:  # and so are all before it
                break
            if group.can_meet(other, height):
                company[place] += max(0, min(passed[1], also_passed[1]) - max(passed[0], also_passed[0]) + CLEAR)
        place = min(PLACES, key=company.__getitem__)
        placed.append((group, passed, place))
        for band in group.bands:
            lanes[band.link] = Lane(number, place)
    return lanes


def _groups(bands: Iterable[Band], moves: Mapping[int, Move]) -> list[_Group]:
    """The moved bands from the top of the left text down, neighbors that moved equally far together."""
    by_link: defaultdict[int, list[Band]] = defaultdict(list)
    for band in bands:
        if band.link in moves:
            by_link[band.link].append(band)
    groups: list[_Group] = []
    for link, own in sorted(by_link.items(), key=lambda entry: entry[1][0].left.top):
        single = _Group(moves[link], own)
        if groups and _together(groups[-1], single):
            groups[-1].bands.extend(own)
        else:
            groups.append(single)
    return groups


def _together(above: _Group, below: _Group) -> bool:
    """Whether the group below moved with the one above: equally far, next to it on both sides, in the same order."""
    if above.move != below.move or above.move.by_hand or len(below.bands) > 1:
        return False
    last, first = above.bands[-1], below.bands[0]
    if len(above.bands) > 1 and above.bands[-2].link == last.link:  # told in several places
        return False
    pairs = ((last.left, first.left), (last.right, first.right))
    return all(a.top <= b.top and b.top - a.bottom <= BESIDE for a, b in pairs)


def _gap(one: Extent, other: Extent) -> float:
    """Pixels between two ranges, 0 or less where they meet."""
    return max(one.top, other.top) - min(one.bottom, other.bottom)


def tracks(ribbons: Sequence[Ribbon], lanes: Mapping[int, Lane], height: float) -> list[Track]:
    """The tracks of those ribbons that have a lane, in a view `height` high."""
    groups: defaultdict[int, list[Ribbon]] = defaultdict(list)
    for ribbon in ribbons:
        if ribbon.link in lanes:
            groups[lanes[ribbon.link].group].append(ribbon)
    found: list[Track] = []
    for own in groups.values():
        own.sort(key=lambda ribbon: ribbon.left.top)
        several = len({ribbon.link for ribbon in own}) < len(own)
        # A passage told in several places forks: a track to each of them, in one lane.
        found += [_track(lanes, part, height) for part in ([[ribbon] for ribbon in own] if several else [own])]
    return found


def _track(lanes: Mapping[int, Lane], ribbons: list[Ribbon], height: float) -> Track:
    left, right = [ribbon.left for ribbon in ribbons], [ribbon.right for ribbon in ribbons]
    whole = all(any(end.meets(0, height) for end in side) for side in (left, right))
    return Track(lanes[ribbons[0].link], tuple(ribbons), _seen_middle(left, height), _seen_middle(right, height), whole)


def _seen_middle(ends: Sequence[Extent], height: float) -> float:
    """Half way down what is on screen of the passages; the edge they are beyond, where nothing is."""
    top, bottom = min(end.top for end in ends), max(end.bottom for end in ends)
    return (min(max(top, 0.0), height) + min(max(bottom, 0.0), height)) / 2


def label_spots(track: Track, width: float, step: float) -> list[tuple[float, float]]:
    """The points on a track that can bear its label, the best first: the middle of its lane, then up and down from
    there `step` by `step`, then the middle of its way in and out."""
    low, high = sorted((track.left, track.right))
    middle, bend = (low + high) / 2, track.lane.place * width
    steps = range(1, int((high - low) / 2 / step) + 1)
    heights = [middle, *(middle + sign * n * step for n in steps for sign in (-1, 1))]
    return [*((bend, y) for y in heights), ((bend + width) / 2, track.right), (bend / 2, track.left)]
