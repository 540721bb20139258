"""Which passages of two versions tell the same: found by edits, by the evidence of a linker, or some by each.

Half wire copy, half own: what was copied is linked by the edits that explain it and has an order; what is told in other
words goes to the linker and is free. Knows passages and probabilities, not what becomes of claims.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from variorum.core.cancel import ShouldCancel
from variorum.core.collate.held import NOTHING, Held
from variorum.core.collate.links import Linker
from variorum.core.collate.model import Regime
from variorum.core.collate.parts import groups_of
from variorum.core.collate.pieces import Group, Pair
from variorum.core.collate.regime import Relation, is_retold, relation_of
from variorum.core.collate.revision import Match, Revised, as_groups, revised, untold, with_headlines, without
from variorum.core.collate.version import Version
from variorum.core.meaning.model import MeaningOf
from variorum.core.text.model import Article


@dataclass(frozen=True, slots=True)
class Related:
    """The passages of two versions that belong together."""

    regime: Regime
    groups: list[Group]
    probability: dict[Pair, float]
    """How probable it is that two passages tell the same, for all pairs that were looked at."""
    likely: dict[Pair, float]
    """The same before other versions lowered it: for what counts the same thing, linked or not."""
    ordered: Collection[int] | None
    """The left passages that have an order to move in; None for all."""


def related(
    left: Version,
    right: Version,
    among: Sequence[Article],
    linker: Linker,
    meaning_of: MeaningOf,
    should_cancel: ShouldCancel,
    held: Held = NOTHING,
) -> Related:
    """The passages that tell the same; `among` are the story's other versions. Raises CanceledError.

    What the versions mean is asked for only where something is told in other words: it may have to be read first.
    """
    edits = linker.memory.edits(left, right, should_cancel)
    relation = relation_of(left, right, edits.matches)
    before = _settled(edits, relation)
    if held:  # how two versions relate is not for a hand to say, so that no link changes what others rest on
        edits = revised(left, right, should_cancel, held)
    settled = _settled(edits, relation)
    if not relation.retold:
        return _by_edits(left, right, relation, edits, held)

    def known(version: Version) -> Version:
        return linker.memory.known(version, meaning_of(version.source))

    left, right = known(left), known(right)
    # Copied passages would make what the rest shares look rarer, and its rivals fewer, than they are.
    rest = untold(left, right, settled if relation.copied else [])
    others = [known(linker.memory.version(article, should_cancel)) for article in among]
    found = linker.link(rest.left, rest.right, others, should_cancel)
    if relation.regime is Regime.REVISION and not is_retold(found.probability, len(rest.lefts), len(rest.rights)):
        return _by_edits(left, right, relation, edits, held)
    links = rest.whole(found.probability)
    free = without(links | {pair: max(links.get(pair, 0.0), p) for pair, p in edits.linked.items()}, settled)
    groups = as_groups(left, right, settled) + groups_of(left, right, free, found.threshold, should_cancel, held)
    copied = {a for match in settled for a in match.left}
    copied |= {a for match in before for a, b in match.pairs if (a, b) in held.pairs}
    probability = held.told(links | edits.linked)
    likely = probability | held.told(rest.whole(found.likely) | edits.linked)
    return Related(relation.regime, groups, probability, likely, copied if relation.copied else None)


def _settled(edits: Revised, relation: Relation) -> list[Match]:
    """What edits link for good."""
    return [match for match in edits.matches if relation.copied or match.likeness == 1.0]


def _by_edits(left: Version, right: Version, relation: Relation, edits: Revised, held: Held) -> Related:
    """What edits explain, and what is held by hand."""
    if relation.regime is Regime.REVISION:
        edits = with_headlines(left, right, edits, held)
    groups = [*as_groups(left, right, (*edits.matches, *edits.by_hand)), *held.cut]
    probability = held.told(edits.probability)
    return Related(relation.regime, groups, probability, probability, None)
