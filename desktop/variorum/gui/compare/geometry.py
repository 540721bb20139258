"""Where ribbons and stubs between two scrolled texts stand: numbers in, numbers out.

Knows no widgets, no colors and no texts: y-ranges in pixels only. "Document" coordinates start at a text's top,
"view" coordinates at the top of what is on screen.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class Extent:
    """A range of y, `top <= bottom`, in pixels."""

    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """Half way between top and bottom."""
        return (self.top + self.bottom) / 2

    def shifted(self, dy: float) -> Extent:
        """The same range moved down by `dy`."""
        return Extent(self.top + dy, self.bottom + dy)

    def meets(self, top: float, bottom: float) -> bool:
        """Whether any of it lies between `top` and `bottom`."""
        return self.bottom > top and self.top < bottom


@dataclass(frozen=True, slots=True)
class Band:
    """A link: number `link` stands at `left` in the left document and at `right` in the right one."""

    link: int
    left: Extent
    right: Extent


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A band both of whose ends are on screen or near it, in view coordinates."""

    link: int
    left: Extent
    right: Extent

    def edges_at(self, x: float, width: float) -> Extent:
        """The ribbon's y-range at `x` of a gutter `width` pixels wide."""
        s = _progress(x / width)
        return Extent(
            self.left.top + (self.right.top - self.left.top) * s,
            self.left.bottom + (self.right.bottom - self.left.bottom) * s,
        )

    def contains(self, x: float, y: float, width: float, slack: float = 2.0) -> bool:
        """Whether the point lies on the ribbon, give or take `slack` pixels."""
        edges = self.edges_at(min(max(x, 0.0), width), width)
        return edges.top - slack <= y <= edges.bottom + slack


@dataclass(frozen=True, slots=True)
class Stub:
    """The visible end of a band whose other end is far off screen.

    `extent` is in view coordinates; `distance` says how many pixels the other end's middle is from the middle of the
    view, negative where it is further up.
    """

    link: int
    on_left: bool
    extent: Extent
    distance: float

    def contains(self, x: float, y: float, width: float, reach: float) -> bool:
        """Whether the point lies on the stub, which reaches `reach` pixels into the gutter."""
        inside = x <= reach if self.on_left else x >= width - reach
        return inside and self.extent.top <= y <= self.extent.bottom


def _progress(u: float) -> float:
    """How far a half-width Bézier has risen, 0 to 1, at the share `u` of its way across.

    The curve has its control points half way across at either end's height: x(t) = 1.5 t(1-t) + t³, y(t) = 3t² - 2t³.
    """
    low, high = 0.0, 1.0
    for _ in range(24):
        t = (low + high) / 2
        if 1.5 * t * (1 - t) + t**3 < u:
            low = t
        else:
            high = t
    t = (low + high) / 2
    return t * t * (3 - 2 * t)


def joined(extents: Iterable[Extent], gap: float = 2.0) -> tuple[Extent, ...]:
    """The extents in order, those that touch (within `gap`) made one."""
    runs: list[Extent] = []
    for extent in sorted(extents, key=lambda e: e.top):
        if runs and extent.top <= runs[-1].bottom + gap:
            runs[-1] = Extent(runs[-1].top, max(runs[-1].bottom, extent.bottom))
        else:
            runs.append(extent)
    return tuple(runs)


def bands(link: int, left: Iterable[Extent], right: Iterable[Extent], gap: float = 2.0) -> tuple[Band, ...]:
    """The bands of one link: runs of lines on one side with those on the other, in order, none crossing another.

    Lines up to `gap` pixels apart are one run. The side with fewer runs has each of them joined to several.
    """
    one, other = joined(left, gap), joined(right, gap)
    count = max(len(one), len(other)) if one and other else 0
    return tuple(Band(link, one[n * len(one) // count], other[n * len(other) // count]) for n in range(count))


class _Column:
    """The bands in the order of one side, to find those on screen without looking at all of them."""

    def __init__(self, order: Sequence[tuple[Extent, int]]) -> None:
        ordered = sorted(order, key=lambda item: item[0].top)
        self._numbers = [number for _, number in ordered]
        self._tops = [extent.top for extent, _ in ordered]
        self._reach = list(accumulate((extent.bottom for extent, _ in ordered), max))

    def between(self, top: float, bottom: float) -> list[int]:
        """Numbers of the bands that can be seen between `top` and `bottom`; a few more do no harm."""
        first = bisect_right(self._reach, top)
        return self._numbers[first : bisect_left(self._tops, bottom)]


class BandMap:
    """All bands of a comparison; says which ribbons and stubs a pair of scroll positions shows."""

    def __init__(self, all_bands: Iterable[Band]) -> None:
        self.bands = tuple(all_bands)
        self._left = _Column([(band.left, n) for n, band in enumerate(self.bands)])
        self._right = _Column([(band.right, n) for n, band in enumerate(self.bands)])

    def visible(
        self, left_scroll: float, right_scroll: float, height: float, margin: float
    ) -> tuple[list[Ribbon], list[Stub]]:
        """What a view `height` high shows: ribbons where both ends are within `margin` of it, stubs for the rest."""
        ribbons: list[Ribbon] = []
        stubs: list[Stub] = []
        numbers = {*self._left.between(left_scroll, left_scroll + height)}
        numbers.update(self._right.between(right_scroll, right_scroll + height))
        for number in sorted(numbers):
            band = self.bands[number]
            left, right = band.left.shifted(-left_scroll), band.right.shifted(-right_scroll)
            sees_left, sees_right = left.meets(0, height), right.meets(0, height)
            if not (sees_left or sees_right):
                continue
            other = right if sees_left else left
            if other.meets(-margin, height + margin):
                ribbons.append(Ribbon(band.link, left, right))
            else:
                seen = left if sees_left else right
                stubs.append(Stub(band.link, sees_left, seen, other.middle - height / 2))
        return ribbons, _nearest(stubs)


def _nearest(stubs: Iterable[Stub]) -> list[Stub]:
    """Of stubs that leave one passage for several places only the one with the shortest way."""
    best: dict[tuple[int, bool, float], Stub] = {}
    for stub in stubs:
        key = (stub.link, stub.on_left, stub.extent.top)
        if key not in best or abs(stub.distance) < abs(best[key].distance):
            best[key] = stub
    return list(best.values())


def link_at(
    x: float, y: float, width: float, reach: float, ribbons: Sequence[Ribbon], stubs: Sequence[Stub]
) -> int | None:
    """The link whose ribbon or stub lies under a point of the gutter; the thinnest wins where several do."""
    hits: list[tuple[float, int]] = []
    for ribbon in ribbons:
        if ribbon.contains(x, y, width):
            edges = ribbon.edges_at(min(max(x, 0.0), width), width)
            hits.append((edges.bottom - edges.top, ribbon.link))
    touched = (stub for stub in stubs if stub.contains(x, y, width, reach))
    hits.extend((stub.extent.bottom - stub.extent.top, stub.link) for stub in touched)
    return min(hits)[1] if hits else None
