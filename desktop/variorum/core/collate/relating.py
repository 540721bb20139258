"""Which passages of two versions tell the same: found by edits, by the evidence of a linker, or some by each.

Half wire copy, half own: what was copied is linked by the edits that explain it and has an order; what is told in other
words goes to the linker and is free. Knows passages and probabilities, not what becomes of claims.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from variorum.core.cancel import ShouldCancel
from variorum.core.collate.grouping import Pair
from variorum.core.collate.links import Linker
from variorum.core.collate.model import Regime
from variorum.core.collate.parts import Group, groups_of
from variorum.core.collate.regime import is_retold, relation_of
from variorum.core.collate.revision import as_groups, revised, untold, without
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
    ordered: Collection[int] | None
    """The left passages that have an order to move in; None for all."""


def related(
    left: Version,
    right: Version,
    among: Sequence[Article],
    linker: Linker,
    meaning_of: MeaningOf,
    should_cancel: ShouldCancel,
) -> Related:
    """The passages that tell the same; `among` are the story's other versions. Raises CanceledError.

    What the versions mean is asked for only where something is told in other words: it may have to be read first.
    """
    edits = revised(left, right, should_cancel)
    relation = relation_of(left, right, edits.matches)
    settled = edits.matches if relation.copied else [match for match in edits.matches if match.likeness == 1.0]
    by_edits = Related(relation.regime, as_groups(left, right, settled), edits.probability, None)
    if not relation.retold:
        return by_edits

    def known(version: Version) -> Version:
        return linker.memory.known(version, meaning_of(version.article))

    left, right = known(left), known(right)
    # Copied passages would make what the rest shares look rarer, and its rivals fewer, than they are.
    rest = untold(left, right, settled if relation.copied else [])
    others = [known(linker.memory.version(article, should_cancel)) for article in among]
    found = linker.link(rest.left, rest.right, others, should_cancel)
    if relation.regime is Regime.REVISION and not is_retold(found.probability, len(rest.lefts), len(rest.rights)):
        return by_edits
    links = rest.whole(found.probability)
    free = without(links | {pair: max(links.get(pair, 0.0), p) for pair, p in edits.linked.items()}, settled)
    groups = by_edits.groups + groups_of(left, right, free, found.threshold, should_cancel)
    ordered = {a for match in settled for a in match.left} if relation.copied else None
    return Related(relation.regime, groups, links | edits.linked, ordered)
