"""What the edits of one text left standing: passages linked by their words and their place, with splits and merges.

What stands verbatim comes first, then what is surely the same wherever it stands, then what is alike in the same place;
at last, what stands beside a pair and has the words that the pair doesn't share belongs to it. Knows nothing of
probabilities fitted on rewrites. Near-linear: passages that don't stand verbatim are held only against those between
the same neighbors and those that share rare words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from variorum.core.cancel import ShouldCancel, check, never
from variorum.core.collate.held import NOTHING, Held
from variorum.core.collate.order import steadiness
from variorum.core.collate.overlap import Words, candidates, likeness
from variorum.core.collate.pieces import Group, Pair, Part
from variorum.core.collate.verbatim import backbone, verbatim
from variorum.core.collate.version import Version
from variorum.core.text.folding import same_words
from variorum.core.text.model import Kind

_ANYWHERE = 0.6
"""Likeness from which two passages are one, wherever they stand."""
_IN_PLACE = 0.42
"""The same for passages in the same place (wikidiff2: below 0.2 unrelated, 0.4 moved)."""
_GAP = 400
"""Pairs between the same neighbors up to which each is looked at."""
_BESIDE = 2
"""Passages from a linked pair up to which two others stand in the same place."""
_ADDS = 0.6
"""Share of a passage's words that a pair beside it must still lack for the passage to be part of it."""
_FEWEST = 2
"""How many words these are at least."""
_SURELY = 0.6
"""Confidence in what is linked at all; with the likeness it rises to 1."""
_FAR = 0.6
"""What the likeness of two passages is worth that are not linked."""
_MOST = 4
"""Passages of one side in a claim, at most."""


@dataclass(eq=False, slots=True)
class Match:
    """Passages of the left and right that are one, by their indexes, and how alike they are (1 for verbatim)."""

    left: list[int]
    right: list[int]
    likeness: float
    by_hand: bool = False

    @property
    def pairs(self) -> Iterator[Pair]:
        """Every left passage with every right one."""
        return ((a, b) for a in self.left for b in self.right)

    @property
    def confidence(self) -> float:
        """How probable it is that they tell the same, taking one version for an edit of the other."""
        return 1.0 if self.likeness == 1.0 else _SURELY + (1.0 - _SURELY) * self.likeness


@dataclass(frozen=True, slots=True)
class Revised:
    """What stands on both sides, and how alike the other pairs are that were looked at."""

    matches: tuple[Match, ...]
    likeness: dict[Pair, float]
    by_hand: tuple[Match, ...] = ()
    """What holds passages that were linked by hand."""

    @property
    def linked(self) -> dict[Pair, float]:
        """How probable the links of the matches are."""
        return {pair: match.confidence for match in (*self.matches, *self.by_hand) for pair in match.pairs}

    @property
    def probability(self) -> dict[Pair, float]:
        """How probable it is for every pair looked at that both tell the same."""
        return {pair: _FAR * value for pair, value in self.likeness.items()} | self.linked


def revised(left: Version, right: Version, should_cancel: ShouldCancel = never, held: Held = NOTHING) -> Revised:
    """The passages that two versions share, taking one for an edit of the other; what is cut by hand is left out.

    Raises CanceledError.
    """
    finder = _Finder(left, right, should_cancel, held)
    finder.link(finder.related(), _ANYWHERE)
    finder.widen()
    finder.link(finder.in_place(), _IN_PLACE)
    finder.widen()
    found = [match for match in finder.matches if not match.by_hand]
    return Revised(tuple(found), finder.likeness, tuple(match for match in finder.matches if match.by_hand))


def with_headlines(left: Version, right: Version, edits: Revised, held: Held) -> Revised:
    """`edits` of one text with its headlines together, however little of the one was left in the other."""
    heads = tuple(next(_headlines(version), None) for version in (left, right))
    taken = [*edits.matches, *edits.by_hand]
    lefts, rights = {a for m in taken for a in m.left}, {b for m in taken for b in m.right}
    a, b = heads
    if a is None or b is None or a in lefts | held.taken[0] or b in rights | held.taken[1] or (a, b) in held.barred:
        return edits
    return replace(edits, matches=(*edits.matches, Match([a], [b], edits.likeness.get((a, b), 0.0))))


def _headlines(version: Version) -> Iterator[int]:
    return (at for at, passage in enumerate(version.passages) if passage.kind is Kind.HEADLINE)


def as_groups(left: Version, right: Version, matches: Iterable[Match]) -> list[Group]:
    """The matches as groups of whole passages."""
    return [
        Group(
            [Part(a, left.passages[a].span) for a in match.left],
            [Part(b, right.passages[b].span) for b in match.right],
            match.by_hand,
        )
        for match in matches
    ]


@dataclass(frozen=True, slots=True)
class Rest:
    """What matches leave over of two versions, as versions of their own."""

    left: Version
    right: Version
    lefts: Sequence[int]
    rights: Sequence[int]

    def whole(self, links: Mapping[Pair, float]) -> dict[Pair, float]:
        """Links of the rest as links of the whole versions."""
        return {(self.lefts[a], self.rights[b]): p for (a, b), p in links.items()}


def untold(left: Version, right: Version, matches: Sequence[Match]) -> Rest:
    """The passages that no match holds."""
    taken = {a for m in matches for a in m.left}, {b for m in matches for b in m.right}
    lefts = [a for a in range(len(left.passages)) if a not in taken[0]]
    rights = [b for b in range(len(right.passages)) if b not in taken[1]]
    if not any(taken):
        return Rest(left, right, lefts, rights)  # the same objects, which are known already
    return Rest(left.only(lefts), right.only(rights), lefts, rights)


def without(probability: Mapping[Pair, float], matches: Sequence[Match]) -> dict[Pair, float]:
    """The links of passages that no match holds."""
    lefts, rights = {a for m in matches for a in m.left}, {b for m in matches for b in m.right}
    return {(a, b): p for (a, b), p in probability.items() if a not in lefts and b not in rights}


class _Finder:
    def __init__(self, left: Version, right: Version, should_cancel: ShouldCancel, held: Held) -> None:
        self._left, self._right = left, right
        self._barred, self._taken = held.barred, held.taken
        self._should_cancel = should_cancel
        self.matches: list[Match] = []
        self.likeness: dict[Pair, float] = {}
        self._of_left: dict[int, Match] = {}
        self._of_right: dict[int, Match] = {}
        self._words: tuple[dict[int, Words], dict[int, Words]] = {}, {}
        for a, b in verbatim(self._keys(0, held), self._keys(1, held), should_cancel):
            if a not in self._taken[0] and (a, b) not in self._barred:
                self._add(Match([a], [b], 1.0))
        self._verbatim = len(self.matches)
        for whole in held.whole:
            self._add(Match(sorted(whole.left), sorted(whole.right), 1.0, by_hand=True))

    def _keys(self, side: int, held: Held) -> list[str]:
        """What each passage says, whatever its setting; what is held by hand says its own."""
        version = (self._left, self._right)[side]
        keys = []
        for index in range(len(version.passages)):
            check(self._should_cancel)
            keys.append(same_words(version.text(index)))
        for index in self._taken[side]:
            keys[index] = f"\0{side} {index}"
        for at, whole in enumerate(held.whole):
            keys[min((whole.left, whole.right)[side])] = f"\0{at}"
        return keys

    def _add(self, match: Match) -> None:
        self.matches.append(match)
        self._of_left.update(dict.fromkeys(match.left, match))
        self._of_right.update(dict.fromkeys(match.right, match))

    def _is_free(self, side: int, index: int) -> bool:
        return index not in (self._of_left, self._of_right)[side] and index not in self._taken[side]

    def _free(self) -> tuple[list[int], list[int]]:
        """The passages of either side that nothing has been linked to."""
        return (
            [a for a in range(len(self._left.passages)) if self._is_free(0, a)],
            [b for b in range(len(self._right.passages)) if self._is_free(1, b)],
        )

    def related(self) -> Iterable[Pair]:
        """Pairs of free passages that share rare words."""
        return candidates(self._left.passages, self._right.passages, *self._free(), self._should_cancel)

    def in_place(self) -> Iterator[Pair]:
        """Pairs of free passages between the same neighbors, or beside a linked pair wherever that stands."""
        gaps = self._gaps()
        for lefts, rights in gaps:
            if len(lefts) * len(rights) <= _GAP:
                yield from ((a, b) for a in lefts for b in rights)
        near = [step for step in range(-_BESIDE, _BESIDE + 1) if step]
        for a in self._free()[0]:
            for b in {end + step for there in near if (match := self._of_left.get(a + there))
                      for end in match.right for step in near if step * there < 0}:  # fmt: skip
                if 0 <= b < len(self._right.passages) and self._is_free(1, b):
                    yield a, b

    def _gaps(self) -> list[tuple[list[int], list[int]]]:
        """The free passages of both sides that stand between the same ones that kept their order."""
        pairs = sorted((match.left[0], match.right[0]) for match in self.matches)
        weights = [steadiness(self._left.text(a), self._right.text(b)) for a, b in pairs]
        lefts, rights = backbone(pairs, weights)
        gaps: defaultdict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for side, (free, borders) in enumerate(zip(self._free(), (lefts, rights), strict=True)):
            for index in free:
                gaps[bisect_left(borders, index)][side].append(index)
        return list(gaps.values())

    def link(self, pairs: Iterable[Pair], least: float) -> None:
        """Link the pairs that are alike enough, the most alike first, each passage once."""
        wanted = set(pairs) - self._barred
        for pair in wanted:
            check(self._should_cancel)
            if pair not in self.likeness:
                self.likeness[pair] = self._alike(*pair)
        sizes = max(1, len(self._left.passages)), max(1, len(self._right.passages))
        options = [
            (-value, abs(a / sizes[0] - b / sizes[1]), a + b, abs(a - b), a, b)
            for a, b in wanted
            if (value := self.likeness[a, b]) >= least
        ]
        for value, *_, a, b in sorted(options):
            if a not in self._of_left and b not in self._of_right:
                self._add(Match([a], [b], -value))

    def _alike(self, a: int, b: int) -> float:
        one, other = self._prepared(0, a), self._prepared(1, b)
        return likeness(one, other, one.in_common(other))

    def _prepared(self, side: int, index: int) -> Words:
        known = self._words[side].get(index)
        if known is None:
            known = self._words[side][index] = Words((self._left, self._right)[side].passages[index])
        return known

    def widen(self) -> None:
        """Take free passages beside a match into it that have the words that it lacks: splits and merges."""
        for match in self.matches[self._verbatim :]:
            check(self._should_cancel)
            while True:
                options = [*self._beside(match, 0), *self._beside(match, 1)]
                gain, stems, side, index = max(options, default=(0.0, (), 0, 0))
                if gain < _ADDS or any(option[:3] == (gain, stems, 1 - side) for option in options):
                    break  # of two that say the same, one on either side, neither is the better one
                self._take(match, side, index)

    def _beside(self, match: Match, side: int) -> Iterator[tuple[float, tuple[str, ...], int, int]]:
        """The free passages beside one side of a match, with the share of their words that the match lacks (and with
        these words, on which both versions agree where shares are equal)."""
        here, there = (match.left, match.right)[:: 1 - 2 * side]
        passages = (self._left, self._right)[side].passages
        if len(there) > 1 or len(here) >= _MOST:
            return
        whole = self._prepared(1 - side, there[0])
        for index in (here[0] - 1, here[-1] + 1):
            if not 0 <= index < len(passages) or not self._is_free(side, index):
                continue
            if ((index, there[0]) if side == 0 else (there[0], index)) in self._barred:
                continue
            before = whole.in_common(Words(*(passages[i] for i in here)))
            after = whole.in_common(Words(*(passages[i] for i in sorted((*here, index)))))
            if after - before >= _FEWEST:
                stems = passages[index].stems
                yield (after - before) / len(stems), stems, side, index

    def _take(self, match: Match, side: int, index: int) -> None:
        here = (match.left, match.right)[side]
        here.append(index)
        here.sort()
        (self._of_left, self._of_right)[side][index] = match
        one = Words(*(self._left.passages[a] for a in match.left))
        other = Words(*(self._right.passages[b] for b in match.right))
        match.likeness = likeness(one, other, one.in_common(other))
