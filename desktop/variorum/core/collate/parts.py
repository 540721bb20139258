"""Parts of passages that make one claim: whole sentences, or clauses where a sentence tells claims that stand apart.

Links go many to many, while a claim takes all pairs of its passages and a character belongs to one claim. Where a
sentence is linked to passages of different claims, it is cut at a clause: each part goes with the words it shares.
Knows probabilities and words, not what becomes of the claims.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from variorum.core.cancel import ShouldCancel, check, never
from variorum.core.collate.anchors import anchors
from variorum.core.collate.grouping import BESIDE, groups, least_of, strongest_first, worth
from variorum.core.collate.held import NOTHING, Held
from variorum.core.collate.pieces import Group, Pair, Part
from variorum.core.collate.rarity import Lexicon
from variorum.core.collate.version import Version
from variorum.core.text.clauses import FEWEST_WORDS, cuts
from variorum.core.text.model import Span

_MOST_WORDS = 150
"""What is longer than any sentence isn't cut."""
_MOST_PARTS = 3
_SHARED = 0.5
"""Weight of shared words that a part needs with its counterpart."""
_MEANING, _LEANING = 3.0, 0.15
"""What meaning counts beside the weight of shared words; how far it must lean to cut where words don't ask for it."""
_SURE = 0.05
"""How far above the threshold a link must be to cut a sentence for it."""


def confidence(group: Group, probability: Mapping[Pair, float]) -> float:
    """How probable it is that a pair of the group's passages is a link: right for as many as it says (accuracy.md)."""
    if group.by_hand:
        return 1.0
    pairs = [probability.get((a.passage, b.passage), 0.0) for a in group.left for b in group.right]
    return fsum(pairs) / len(pairs)


def groups_of(
    left: Version,
    right: Version,
    probability: Mapping[Pair, float],
    threshold: float,
    should_cancel: ShouldCancel = never,
    held: Held = NOTHING,
) -> list[Group]:
    """Disjoint groups of parts that hold as many of the probable links as they can, and all of what is held by hand.

    Raises CanceledError.
    """
    probability = held.over(probability)
    cutter = _Cutter(left, right, probability, threshold, should_cancel, held)
    for p, (a, b) in strongest_first(probability, threshold + _SURE):
        check(should_cancel)
        cutter.join(p, a, b)
    return [*cutter.groups, *held.cut]


@dataclass(frozen=True, slots=True)
class _Cut:
    """A part of a group cut in two: `rest` stays, `part` goes."""

    group: Group
    whole: Part
    rest: Part
    part: Part


class _Side:
    """One version: where its parts are, and how much they share with passages of the other."""

    def __init__(self, version: Version, lexicon: Lexicon) -> None:
        self.version = version
        self.owners: dict[int, list[tuple[Part, Group]]] = {}
        self._lexicon = lexicon

    def stems(self, part: Part) -> set[str]:
        """The stems that stand in `part`."""
        passage = self.version.passages[part.passage]
        first = bisect_left(passage.starts, part.span.start)
        return set(passage.stems[first : bisect_left(passage.starts, part.span.end)])

    def shared(self, part: Part, stems: set[str]) -> float:
        """Weight of the stems that `part` shares; the same to the last digit in whatever order a set yields them."""
        return fsum(self._lexicon.weight(stem) for stem in self.stems(part) & stems)

    def halves(self, part: Part, *, leaning: bool) -> Iterator[tuple[Part, Part]]:
        """`part` cut in two at each clause, both ways round; `leaning` as in `cuts`."""
        starts = self.version.passages[part.passage].starts
        first, last = bisect_left(starts, part.span.start), bisect_left(starts, part.span.end)
        if last - first > _MOST_WORDS:
            return
        for at in cuts(self.version.article.text, part.span, leaning=leaning):
            middle = bisect_left(starts, at)
            if middle - first >= FEWEST_WORDS and last - middle >= FEWEST_WORDS:
                before = Part(part.passage, Span(part.span.start, at))
                behind = Part(part.passage, Span(at, part.span.end))
                yield before, behind
                yield behind, before


class _Cutter:
    def __init__(
        self,
        left: Version,
        right: Version,
        probability: Mapping[Pair, float],
        threshold: float,
        should_cancel: ShouldCancel,
        held: Held,
    ) -> None:
        self._probability = probability
        self._held = held
        self._leaning = leaning_of(left, right)
        self._threshold = threshold
        lexicon = Lexicon.of(left, right)
        self._sides = _Side(left, lexicon), _Side(right, lexicon)
        self.groups: list[Group] = []
        self._anchors = (frozenset(anchors(left, right)) | held.pairs) - held.barred
        self._anchored = {a for a, _ in self._anchors}, {b for _, b in self._anchors}
        for found in groups(probability, threshold, self._anchors, should_cancel, held.whole):
            group = Group(
                [Part(a, left.passages[a].span) for a in sorted(found.left)],
                [Part(b, right.passages[b].span) for b in sorted(found.right)],
                by_hand=any(whole.left <= found.left and whole.right <= found.right for whole in held.whole),
            )
            self._add(group)

    def _add(self, group: Group) -> None:
        self.groups.append(group)
        for side, parts in zip(self._sides, (group.left, group.right), strict=True):
            for part in parts:
                side.owners.setdefault(part.passage, []).append((part, group))

    def join(self, probability: float, a: int, b: int) -> None:
        """Bring a link into a group, cutting one sentence or both, if that is worth it."""
        owners_left = self._sides[0].owners.get(a, [])
        owners_right = self._sides[1].owners.get(b, [])
        if {id(group) for _, group in owners_left} & {id(group) for _, group in owners_right}:
            return
        if probability < BESIDE and (a in self._anchored[0] or b in self._anchored[1]):
            return  # a quotation isn't cut from what says who said it for a weak link
        cut_left, cut_right = self._cut(0, a, b), self._cut(1, b, a)
        whole_right = owners_right[0] if len(owners_right) == 1 else None
        whole_left = owners_left[0] if len(owners_left) == 1 else None
        single = probability - self._threshold
        # Of ways that are worth the same, the one with the least cutting comes first.
        options: list[tuple[float, tuple[int, str], int]] = []
        if cut_left and whole_right:
            options.append((round(self._worth_left(a, whole_right[1]), 6), self._size(0, a), 0))
        if cut_right and whole_left:
            options.append((round(self._worth_right(b, whole_left[1]), 6), self._size(1, b), 1))
        if (cut_left or not owners_left) and (cut_right or not owners_right):
            options.append((round(single, 6), (-1, ""), 2))
        worth, _, way = max(options, default=(0.0, (-1, ""), 2))
        if worth <= 0.0:
            return
        if way == 0 and cut_left and whole_right:
            self._apply(0, cut_left, whole_right[1])
        elif way == 1 and cut_right and whole_left:
            self._apply(1, cut_right, whole_left[1])
        else:
            self._alone(a, b, cut_left, cut_right)

    def _size(self, side: int, index: int) -> tuple[int, str]:
        """Which of two sentences is cut where it makes no difference: the longer one, whichever side it stands on."""
        text = self._sides[side].version.text(index)
        return len(text), text

    def _worth_left(self, a: int, group: Group) -> float:
        return self._worth([(a, part.passage) for part in group.right], group)

    def _worth_right(self, b: int, group: Group) -> float:
        return self._worth([(part.passage, b) for part in group.left], group)

    def _worth(self, pairs: list[Pair], group: Group) -> float:
        left, right = ({part.passage for part in parts} for parts in (group.left, group.right))
        # A clause may join whatever it is worth, but for a group that stands on an anchor.
        least = least_of(left, right, 0.0, self._anchors)
        return worth(pairs, self._probability, self._threshold, least)

    def _alone(self, a: int, b: int, cut_left: _Cut | None, cut_right: _Cut | None) -> None:
        """A claim of its own for a link."""
        group = Group()
        self.groups.append(group)
        for side, index, cut in ((0, a, cut_left), (1, b, cut_right)):
            if cut:
                self._apply(side, cut, group)
            else:
                part = Part(index, self._sides[side].version.passages[index].span)
                (group.left, group.right)[side].append(part)
                self._sides[side].owners.setdefault(index, []).append((part, group))

    def _apply(self, side: int, cut: _Cut, group: Group) -> None:
        """Leave the rest where the whole was and put the part into `group`."""
        owners = self._sides[side].owners[cut.part.passage]
        owners.remove((cut.whole, cut.group))
        owners += [(cut.rest, cut.group), (cut.part, group)]
        parts = (cut.group.left, cut.group.right)[side]
        parts[parts.index(cut.whole)] = cut.rest
        (group.left, group.right)[side].append(cut.part)
        for changed in (cut.group, group):
            (changed.left, changed.right)[side].sort(key=lambda part: part.span)

    def _cut(self, side: int, index: int, wanted: int) -> _Cut | None:
        """The cut of passage `index` whose part goes best with the passage `wanted` of the other side."""
        owners = self._sides[side].owners.get(index, [])
        there = self._sides[1 - side]
        if not owners or len(owners) >= _MOST_PARTS:
            return None
        wish = set(there.version.passages[wanted].stems)
        for leaning in (False, True):  # words that lean on others are cut off where there is no other way
            found = [cut for whole, group in owners for cut in self._cuts(side, whole, group, wanted, wish, leaning)]
            if found:
                return max(found, key=lambda cut: cut[0])[1]
        return None

    def _cuts(
        self, side: int, whole: Part, group: Group, wanted: int, wish: set[str], leaning: bool
    ) -> Iterator[tuple[float, _Cut]]:
        """The cuts of a part of `group` that send one half to the passage `wanted`, each with what it is worth."""
        here, there = self._sides[side], self._sides[1 - side]
        others = (group.right, group.left)[side]
        held = {stem for part in others for stem in there.stems(part)}
        for rest, part in here.halves(whole, leaning=leaning):
            if any(part.span.overlap(words) for words in self._held.words[side].get(whole.passage, ())):
                continue
            goes, stays = here.shared(part, wish), here.shared(rest, held)
            means = self._leaning(side, part, rest, wanted, [other.passage for other in others])
            # Not the very clause by which the stronger link stands.
            if (min(goes, stays) >= _SHARED and means >= 0.0) or means >= _LEANING:
                lost = here.shared(part, held) + here.shared(rest, wish)
                yield goes + stays - lost + _MEANING * means, _Cut(group, whole, rest, part)


Leaning = Callable[[int, Part, Part, int, Sequence[int]], float]
"""How much more a part means what one passage of the other side says, and the rest what others say, than the other way
round; for a part and the rest of a passage of a side (0 left, 1 right), the one passage and the others."""


def leaning_of(left: Version, right: Version) -> Leaning:
    """What the meaning of clauses says; nothing where it isn't known."""
    if not left.shares_meaning(right):
        return lambda *_: 0.0
    from variorum.core.collate.leaning import ClauseMeanings  # numpy, which is loaded where it is needed

    sides = ClauseMeanings(left), ClauseMeanings(right)

    def leaning(side: int, part: Part, rest: Part, wanted: int, held: Sequence[int]) -> float:
        here, there = sides[side], sides[1 - side]
        difference = here.vector(part.passage, part.span) - here.vector(rest.passage, rest.span)
        return float(difference @ (there.whole([wanted]) - there.whole(held)))

    return leaning
