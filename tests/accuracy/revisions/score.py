"""How well a comparison finds what was done to an article: true and false finds of each kind, counted by sentences.

An item is a pair of sentences that became one another (unchanged, reworded), a sentence of one side (added, dropped),
the sentences of a split or merge, a moved piece, a changed figure, a figure qualified otherwise. Sentences are told by
their words, so that it is the same which one of two alike is said to have gone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from revisions.edits import Piece, Revision

from variorum.core.collate.compare import compare
from variorum.core.collate.model import Comparison, PairKind
from variorum.core.collate.order import in_order
from variorum.core.collate.qualifiers import qualifiers_of
from variorum.core.text.folding import same_words
from variorum.core.text.model import Span
from variorum.core.text.reading import read_article

KINDS = ("unchanged", "reworded", "added", "dropped", "split or merged", "moved", "figure", "qualifier")


@dataclass
class Tally:
    """What was found rightly, found wrongly and missed, of one kind."""

    right: int = 0
    false: int = 0
    missed: int = 0

    def add(self, other: Tally) -> None:
        """Count another tally in."""
        self.right, self.false, self.missed = (
            self.right + other.right, self.false + other.false, self.missed + other.missed
        )  # fmt: skip

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1 where nothing was found."""
        return self.right / (self.right + self.false) if self.right + self.false else 1.0

    @property
    def recall(self) -> float:
        """Share of what there is that was found; 1 where there is nothing."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


@dataclass
class Side:
    """One version as text, with where each sentence of each piece stands."""

    text: str = ""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)

    def put(self, sentence: str, piece: Piece) -> None:
        """Add a sentence at the end."""
        self.starts.append(len(self.text))
        self.text += sentence
        self.ends.append(len(self.text))
        self.pieces.append(piece)

    def sentences(self, span: Span) -> Iterator[int]:
        """The sentences that hold most of `span`, or most of which it holds."""
        at = max(0, bisect_right(self.starts, span.start) - 1)
        while at < len(self.starts) and self.starts[at] < span.end:
            meant = Span(self.starts[at], self.ends[at])
            if 2 * meant.overlap(span) >= min(len(meant), len(span)):
                yield at
            at += 1

    def words(self, index: int) -> str:
        """The sentence's words."""
        return same_words(self.text[self.starts[index] : self.ends[index]])


def rendered(revision: Revision) -> tuple[Side, Side]:
    """Both versions as texts."""
    sides = Side(), Side()
    for number, (side, paragraphs) in enumerate(zip(sides, (revision.left, revision.right), strict=True)):
        for paragraph in paragraphs:
            for piece in paragraph:
                for sentence in (piece.left, piece.right)[number]:
                    if side.text and not side.text.endswith("\n"):
                        side.text += " "
                    side.put(sentence, piece)
            side.text += "\n\n"
    return sides


def compared(left: Side, right: Side) -> Comparison:
    """Both versions read and compared."""
    return compare(read_article(left.text), read_article(right.text))


def scored(revision: Revision) -> dict[str, Tally]:
    """The tallies of all kinds for one revision."""
    left, right = rendered(revision)
    return counted(left, right, compared(left, right))


def counted(
    left: Side, right: Side, comparison: Comparison, among: Collection[Piece] | None = None
) -> dict[str, Tally]:
    """The tallies of all kinds; with `among` only these pieces and what is said of them count."""
    return Score(left, right, comparison, among).tallies()


class Score:
    """One comparison held against what was done."""

    def __init__(self, left: Side, right: Side, comparison: Comparison, among: Collection[Piece] | None = None) -> None:
        self.left, self.right, self.comparison = left, right, comparison
        pieces = dict.fromkeys((*left.pieces, *right.pieces))
        self.pieces = [piece for piece in pieces if among is None or piece in among]
        known = set(self.pieces)
        self.found = []
        for claim in comparison.claims:
            here = sorted({at for span in claim.left for at in left.sentences(span)})
            there = sorted({at for span in claim.right for at in right.sentences(span)})
            if known & {*(left.pieces[at] for at in here), *(right.pieces[at] for at in there)}:
                self.found.append((claim, here, there))

    def tallies(self) -> dict[str, Tally]:
        """All kinds."""
        found, true = self.found_items(), self.true()
        tallies = {kind: _tally(true[kind], found[kind]) for kind in KINDS[:5]}
        return tallies | {
            "moved": self.moved(),
            "figure": _tally(*self.figures()),
            "qualifier": _tally(*self.qualifiers()),
        }

    def found_items(self) -> dict[str, list[Hashable]]:
        """What the comparison says of the sentences."""
        items: dict[str, list[Hashable]] = {kind: [] for kind in KINDS}
        for claim, here, there in self.found:
            lefts, rights = [self.left.words(i) for i in here], [self.right.words(i) for i in there]
            if claim.linked:
                items[claim.kind.value] += [(a, b) for a in lefts for b in rights]
                if len(here) > 1 or len(there) > 1:
                    items["split or merged"].append((tuple(lefts), tuple(rights)))
            else:
                items[claim.kind.value] += lefts + rights
        return items

    def true(self) -> dict[str, list[Hashable]]:
        """What was done to the sentences."""
        items: dict[str, list[Hashable]] = {kind: [] for kind in KINDS}
        for piece in self.pieces:
            lefts, rights = [same_words(s) for s in piece.left], [same_words(s) for s in piece.right]
            if lefts and rights:
                items["unchanged" if lefts == rights else "reworded"] += [(a, b) for a in lefts for b in rights]
            else:
                items["added" if rights else "dropped"] += lefts + rights
            if lefts and rights and len(lefts) + len(rights) > 2:
                items["split or merged"].append((tuple(lefts), tuple(rights)))
        return items

    def moved(self) -> Tally:
        """By blocks within which the order differs: either what was moved or as few others, so the rest is in order."""
        flagged = {i for claim, here, _ in self.found if claim.moved for i in here}
        place = {id(piece): at for at, piece in reversed(list(enumerate(self.right.pieces)))}
        pieces = [piece for piece in self.pieces if piece.left and piece.right]
        order = [place[id(piece)] for piece in pieces]
        rows: dict[int, list[int]] = {}
        for at, piece in enumerate(self.left.pieces):
            rows.setdefault(id(piece), []).append(at)
        shown = [any(at in flagged for at in rows[id(piece)]) for piece in pieces]
        known = {at for piece in pieces for at in rows[id(piece)]}
        tally = Tally(false=sum(claim.moved and not set(here) & known for claim, here, _ in self.found))
        for start, end in _blocks(order):
            tally.add(_moved_in([order[i] for i in range(start, end)], shown[start:end], pieces[start:end]))
        return tally

    def figures(self) -> tuple[list[Hashable], list[Hashable]]:
        """The figures that were changed and the ones that are said to be."""
        true: list[Hashable] = [pair for piece in self.pieces if piece.right for pair in piece.figures]
        found: list[Hashable] = [
            (pair.left.text, pair.right.text)
            for pair in self.comparison.figures
            if pair.kind is PairKind.CHANGED and pair.left and pair.right
        ]
        return true, found

    def qualifiers(self) -> tuple[list[Hashable], list[Hashable]]:
        """The figures that got a qualifier of another sense and the ones that are said to have."""
        true: list[Hashable] = [pair for piece in self.pieces if piece.right for pair in piece.qualifiers]
        found: list[Hashable] = [
            (left.mention.of(self.left.text).lower(), right.mention.of(self.right.text).lower())
            for _, left, right in qualifiers_of(self.comparison)
        ]
        return true, found


def _tally(true: Iterable[Hashable], found: Iterable[Hashable]) -> Tally:
    wanted, got = Counter(true), Counter(found)
    right = (wanted & got).total()
    return Tally(right, got.total() - right, wanted.total() - right)


def _blocks(order: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The smallest ranges that an order only shuffles within."""
    target = sorted(order)
    rank = {place: at for at, place in enumerate(target)}
    start = highest = 0
    for at, place in enumerate(order):
        highest = max(highest, rank[place])
        if highest == at:
            yield start, at + 1
            start = at + 1


def _moved_in(order: Sequence[int], shown: Sequence[bool], pieces: Sequence[Piece]) -> Tally:
    meant = [piece.moved and len(order) > 1 for piece in pieces]
    rest = [place for place, flag in zip(order, shown, strict=True) if not flag]
    if rest == sorted(rest) and sum(shown) <= max(sum(meant), len(order) - len(in_order(order))):
        return Tally(right=sum(shown))
    right = sum(a and b for a, b in zip(shown, meant, strict=True))
    return Tally(right, sum(shown) - right, sum(meant) - right)


def misses(revision: Revision) -> Iterator[str]:
    """What goes wrong, in words, for whoever mends it."""
    left, right = rendered(revision)
    score = Score(left, right, compared(left, right))
    true, found = score.true(), score.found_items()
    true["figure"], found["figure"] = score.figures()
    true["qualifier"], found["qualifier"] = score.qualifiers()
    for kind in KINDS:
        for item in (Counter(true[kind]) - Counter(found[kind])).elements():
            yield f"missed {kind}: {item}"
        for item in (Counter(found[kind]) - Counter(true[kind])).elements():
            yield f"false {kind}: {item}"
    moved = score.moved()
    if moved.false or moved.missed:
        yield f"moved: {moved}"
