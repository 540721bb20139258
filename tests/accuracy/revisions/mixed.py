"""Articles half wire copy, half own: what was copied is to be told as revised, the rest as retold.

usage: mixed.py [--texts DIR…] [--json]

Both versions of a pair share invented copy, edited a little on one side, between paragraphs of their own: two versions
of one story (the seeds, and the articles of each folder given). How well is the copy told, how far are the links of the
own passages those that these get without any copy, and how many links join the one with the other?
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, zip_longest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from revisions.edits import PLAIN, Piece, Revision, Texts, revise, texts_of
from revisions.prose import invented
from revisions.score import KINDS, Side, Tally, compared, counted, rendered

from variorum.core.collate.model import Comparison
from variorum.core.text.reading import read_text

SEEDS = Path(__file__).parents[3] / "seeds"
SHARES = (0.3, 0.5, 0.7)
"""How much of the longer version is copy."""


@dataclass
class Mixed:
    """What was found on articles half copied."""

    copied: dict[str, Tally] = field(default_factory=lambda: {kind: Tally() for kind in KINDS})
    own: Tally = field(default_factory=Tally)
    """Links of own sentences, held against the links they get without the copy."""
    across: int = 0
    """Links between copied and own sentences."""

    def add(self, other: Mixed) -> None:
        """Count another pair in."""
        for kind, tally in other.copied.items():
            self.copied[kind].add(tally)
        self.own.add(other.own)
        self.across += other.across


def mixed(left: Texts, right: Texts, share: float, *, woven: bool, seed: int) -> tuple[Revision, set[Piece]]:
    """Two versions with paragraphs of their own and copied ones, and the pieces that are copied.

    Woven, own and copied paragraphs take turns; otherwise the copy comes last.
    """
    rng = random.Random(f"{share} {woven} {seed}")
    words = sum(len(sentence.split()) for paragraph in left for sentence in paragraph)
    copy = revise(invented(seed, max(4, round(words * share / (1 - share) / 19))), 0.1, PLAIN, [], rng)
    pieces = {piece for side in (copy.left, copy.right) for paragraph in side[1:] for piece in paragraph}
    sides: list[list[list[Piece]]] = []
    for own, copied, is_left in ((left, copy.left[1:], True), (right, copy.right[1:], False)):
        paragraphs = [[Piece([s], []) if is_left else Piece([], [s]) for s in paragraph] for paragraph in own]
        if woven:
            turns = zip_longest(paragraphs[1:], copied)
            sides.append([paragraphs[0], *(paragraph for turn in turns for paragraph in turn if paragraph)])
        else:
            sides.append([*paragraphs, *copied])
    return Revision(sides[0], sides[1]), pieces


def measured(left: Texts, right: Texts, share: float, *, woven: bool, seed: int) -> Mixed:
    """What is found on one pair."""
    revision, copied = mixed(left, right, share, woven=woven, seed=seed)
    sides = rendered(revision)
    comparison = compared(*sides)
    found = Mixed(counted(*sides, comparison, copied))
    bare = [[[p for p in row if p not in copied] for row in side] for side in (revision.left, revision.right)]
    alone = rendered(Revision(bare[0], bare[1]))
    links, wanted = _links(sides, comparison), _links(alone, compared(*alone))
    own = [pair for pair in links if not copied & set(pair)]
    found.across = sum((one in copied) != (other in copied) for one, other in links)
    right_ones = len(set(own) & set(wanted))
    found.own = Tally(right_ones, len(own) - right_ones, len(wanted) - right_ones)
    return found


def _links(sides: tuple[Side, Side], comparison: Comparison) -> set[tuple[Piece, Piece]]:
    """The pieces that are linked."""
    left, right = sides
    return {
        (left.pieces[a], right.pieces[b])
        for claim in comparison.claims
        for one in claim.left
        for a in left.sentences(one)
        for other in claim.right
        for b in right.sentences(other)
    }


def pairs(folders: Sequence[Path]) -> Iterator[tuple[Texts, Texts]]:
    """Every two versions of each story, a folder each."""
    for folder in folders:
        yield from combinations([texts_of(read_text(path)) for path in sorted(folder.glob("*.txt"))], 2)


def main() -> None:
    """Measure and print a table, or an object of JSON."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--texts", nargs="*", type=Path, default=[])
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    rows = {}
    for woven in (False, True):
        for share in SHARES:
            total = Mixed()
            for number, (left, right) in enumerate(pairs([SEEDS, *args.texts])):
                total.add(measured(left, right, share, woven=woven, seed=number))
            rows[f"{share:.0%} copied, {'woven' if woven else 'at the end'}"] = total
    if args.json:
        print(json.dumps({name: [row.own.precision, row.own.recall, row.across] for name, row in rows.items()}))
        return
    for name, row in rows.items():
        print(f"{name}: own links {row.own.precision:.3f} / {row.own.recall:.3f}, {row.across} across; copied ones:")
        print("  " + ", ".join(f"{kind} {t.precision:.3f} / {t.recall:.3f}" for kind, t in row.copied.items()))


if __name__ == "__main__":
    main()
