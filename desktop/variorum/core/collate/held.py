"""What links made by hand hold together and keep apart in two versions. Knows spans and passages, no evidence.

Whatever is linked in a chain is one claim, for a claim takes all pairs of its passages. A sentence of which parts are
linked to different claims is cut between them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product

from variorum.core.collate.cutting import has_words, picked, tiled
from variorum.core.collate.grouping import Whole
from variorum.core.collate.hand import HandLinks, SpanPair
from variorum.core.collate.pieces import Group, Pair, Part
from variorum.core.collate.version import Version
from variorum.core.text.model import Span

Atom = tuple[int, int, Span]
"""Words that were picked by hand: the side (0 left, 1 right), the passage, where they stand in it."""
Picked = tuple[list[Atom], list[Atom]]
"""The words of a pair of spans."""


NEVER = float("-inf")
"""The probability of what mustn't be linked: no claim is worth taking it in."""


@dataclass(frozen=True, slots=True)
class Held:
    """Links made and undone by hand, in terms of passages."""

    whole: tuple[Whole, ...] = ()
    """Groups of whole passages, which further ones may join."""
    cut: tuple[Group, ...] = ()
    """Groups with parts of passages: nothing joins these."""
    words: tuple[dict[int, list[Span]], dict[int, list[Span]]] = field(default_factory=lambda: ({}, {}))
    """The words that were linked in the passages of `whole`: what is cut off there mustn't hold any."""
    barred: frozenset[Pair] = frozenset()
    """Passages that are in no claim together."""

    @property
    def pairs(self) -> frozenset[Pair]:
        """The pairs of passages that are in one claim."""
        rows = [(group.left, group.right) for group in self.whole]
        rows += [({a.passage for a in group.left}, {b.passage for b in group.right}) for group in self.cut]
        return frozenset(pair for left, right in rows for pair in product(left, right))

    @property
    def taken(self) -> tuple[set[int], set[int]]:
        """The passages of the left and of the right that were linked by hand."""
        return {a for a, _ in self.pairs}, {b for _, b in self.pairs}

    @property
    def closed(self) -> tuple[set[int], set[int]]:
        """Those that nothing else is linked to."""
        return (
            {part.passage for group in self.cut for part in group.left},
            {part.passage for group in self.cut for part in group.right},
        )

    def over(self, probability: Mapping[Pair, float]) -> dict[Pair, float]:
        """`probability` with what is held for sure, and nothing of what nothing is linked to."""
        if not self:
            return dict(probability)
        lefts, rights = self.closed
        found = {(a, b): p for (a, b), p in probability.items() if a not in lefts and b not in rights}
        found |= {(a, b): 1.0 for whole in self.whole for a in whole.left for b in whole.right}
        return found | dict.fromkeys(self.barred, NEVER)

    def told(self, probability: Mapping[Pair, float]) -> dict[Pair, float]:
        """`probability` with what is held for sure, and without what is barred."""
        found = {pair: p for pair, p in probability.items() if pair not in self.barred}
        return found | dict.fromkeys(self.pairs, 1.0)

    def __bool__(self) -> bool:
        return bool(self.whole or self.cut or self.barred)


NOTHING = Held()


def held(left: Version, right: Version, hand: HandLinks) -> Held:
    """What `hand` says of the passages of two versions."""
    if not hand.linked and not hand.unlinked:
        return NOTHING
    claims = list(_joined(_pairs(left, right, hand.linked)))
    barred, trimmed = _apart(claims, _pairs(left, right, hand.unlinked), (left, right))
    shared = _shared(claims)
    whole, cut = [], []
    words: tuple[dict[int, list[Span]], dict[int, list[Span]]] = {}, {}
    parts = _Parts((left, right), claims, trimmed)
    for claim in claims:
        if any((side, passage) in trimmed | shared for side, passage, _ in claim):
            cut.append(parts.group(claim))
            continue
        whole.append(Whole(*({passage for side, passage, _ in claim if side == here} for here in (0, 1))))
        for side, passage, span in claim:
            words[side].setdefault(passage, []).append(span)
    return Held(tuple(whole), tuple(cut), words, barred)


def _pairs(left: Version, right: Version, pairs: Iterable[SpanPair]) -> Iterator[Picked]:
    """The words that the spans of each pair hold; none where one of the two holds none."""
    for one, other in pairs:
        found = [(0, *atom) for atom in picked(left, one)], [(1, *atom) for atom in picked(right, other)]
        if all(found):
            yield found


def _joined(pairs: Iterable[Picked]) -> Iterator[list[Atom]]:
    """Chains of linked words; words that overlap are one."""
    parents: dict[Atom, Atom] = {}

    def root(atom: Atom) -> Atom:
        while (parent := parents.setdefault(atom, atom)) != atom:
            atom = parent
        return atom

    for one, other in pairs:
        for atom in (*one, *other):
            parents[root(atom)] = root(one[0])
    furthest: dict[tuple[int, int], Atom] = {}
    for atom in sorted(parents):
        side, passage, span = atom
        before = furthest.get((side, passage))
        if before and before[2].end > span.start:
            parents[root(atom)] = root(before)
        if not before or span.end > before[2].end:
            furthest[side, passage] = atom
    claims: defaultdict[Atom, list[Atom]] = defaultdict(list)
    for atom in sorted(parents):
        claims[root(atom)].append(atom)
    yield from claims.values()


def _apart(
    claims: Iterable[list[Atom]], pairs: Iterable[Picked], versions: tuple[Version, Version]
) -> tuple[frozenset[Pair], set[tuple[int, int]]]:
    """The passages to keep apart; and, by side, those of one claim that are to lose the words that aren't linked."""
    holding = [{(side, passage) for side, passage, _ in claim} for claim in claims]
    barred: set[Pair] = set()
    trimmed: set[tuple[int, int]] = set()
    for one, other in pairs:
        for (_, a, _), (_, b, _) in product(one, other):
            if any((0, a) in claim and (1, b) in claim for claim in holding):
                trimmed |= {(0, a), (1, b)}
            else:
                barred.add((a, b))
    return frozenset(barred), {place for place in trimmed if _has_more(versions, claims, *place)}


def _has_more(versions: tuple[Version, Version], claims: Iterable[list[Atom]], side: int, passage: int) -> bool:
    """Whether a passage has words that aren't linked by hand."""
    whole, text = versions[side].passages[passage].span, versions[side].article.text
    spans = sorted(span for claim in claims for (at, index, span) in claim if (at, index) == (side, passage))
    end = whole.start
    for span in spans:
        if has_words(text, end, span.start):
            return True
        end = max(end, span.end)
    return has_words(text, end, whole.end)


def _shared(claims: Iterable[list[Atom]]) -> set[tuple[int, int]]:
    """The passages, by side, that several claims have a part of."""
    seen: set[tuple[int, int]] = set()
    shared: set[tuple[int, int]] = set()
    for claim in claims:
        places = {(side, passage) for side, passage, _ in claim}
        shared |= places & seen
        seen |= places
    return shared


class _Parts:
    """The parts of passages that claims have, as their words are spread."""

    def __init__(
        self, versions: tuple[Version, Version], claims: list[list[Atom]], trimmed: set[tuple[int, int]]
    ) -> None:
        self._versions, self._trimmed = versions, trimmed
        self._owned: defaultdict[tuple[int, int], list[tuple[Span, int]]] = defaultdict(list)
        for claim in claims:
            for side, passage, span in claim:
                self._owned[side, passage].append((span, id(claim)))

    def group(self, claim: list[Atom]) -> Group:
        """The parts that `claim` is made of."""
        group = Group(by_hand=True)
        for side, passage in sorted({(side, passage) for side, passage, _ in claim}):
            parts = (group.left, group.right)[side]
            parts += [Part(passage, span) for span, owner in self._of(side, passage) if owner == id(claim)]
        return group

    def _of(self, side: int, passage: int) -> list[tuple[Span, int]]:
        """The parts of a passage in order, with the claims that they belong to."""
        runs: list[tuple[Span, int]] = []
        for span, owner in sorted(self._owned[side, passage]):
            if runs and runs[-1][1] == owner and self._runs_on(side, passage, runs[-1][0], span):
                runs[-1] = Span(runs[-1][0].start, max(runs[-1][0].end, span.end)), owner
            else:
                runs.append((span, owner))
        whole, text = self._versions[side].passages[passage].span, self._versions[side].article.text
        tiles = tiled(text, whole, [span for span, _ in runs], loose=(side, passage) in self._trimmed)
        return [(tile, owner) for tile, (_, owner) in zip(tiles, runs, strict=True)]

    def _runs_on(self, side: int, passage: int, before: Span, behind: Span) -> bool:
        """Whether two spans of one claim are one part."""
        loose = (side, passage) in self._trimmed
        return not loose or not has_words(self._versions[side].article.text, before.end, behind.start)
