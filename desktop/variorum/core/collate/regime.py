"""How two versions relate: edits of one text, two tellings of a story, or some of both. Looks at words only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from variorum.core.cancel import ShouldCancel, check, never
from variorum.core.collate.model import Regime
from variorum.core.collate.pieces import Pair
from variorum.core.collate.revision import Match
from variorum.core.collate.version import Version

_NEARLY = 0.7
"""Likeness from which passages stand nearly verbatim."""
_REVISED = 0.5
"""Share of either version's words in passages standing nearly verbatim from which two versions are revisions."""
_COPIED = 0.2
"""The same share from which such passages are copied from one source, and not alike by chance."""
_OWN = 0.12
"""Share of both versions' words, in passages that edits don't explain, from which these may be retold."""
_RETOLD = 0.15
"""Mean probability of the best link of such passages from which they are: nine in ten half copied pairs of five stories
reach it, few revisions with sentences replaced by unrelated ones do."""
_RUN = 5
"""Words in a row that make a verbatim run."""
_CHECKED = 10_000
"""Words after which it is asked whether to go on."""


@dataclass(frozen=True, slots=True)
class Relation:
    """How two versions relate, and how their passages are to be linked."""

    regime: Regime
    copied: bool
    """Whether much stands nearly verbatim, so that what edits explain is linked, for good, before anything else is."""
    retold: bool
    """Whether what edits don't explain may tell the same in other words."""


def relation_of(left: Version, right: Version, matches: Sequence[Match]) -> Relation:
    """The relation, from what edits explain. Half wire copy, half own is copied and retold."""
    near = max(_shares(left, right, [match for match in matches if match.likeness >= _NEARLY]))
    regime = Regime.REVISION if near >= _REVISED else Regime.REWRITE
    own = 1.0 - max(_shares(left, right, matches))
    return Relation(regime, copied=near >= _COPIED, retold=regime is Regime.REWRITE or own >= _OWN)


def is_retold(links: Mapping[Pair, float], left: int, right: int) -> bool:
    """Whether so many passages of the left and right that edits don't explain tell the same, going by their links."""
    best: tuple[dict[int, float], dict[int, float]] = {}, {}
    for pair, probability in links.items():
        for side, index in zip(best, pair, strict=True):
            side[index] = max(side.get(index, 0.0), probability)
    means = (sum(side.values()) / max(1, size) for side, size in zip(best, (left, right), strict=True))
    return max(means) >= _RETOLD


def _shares(left: Version, right: Version, matches: Sequence[Match]) -> tuple[float, float]:
    """The share of each version's words that stand in the matches."""
    sides = ((left, {a for m in matches for a in m.left}), (right, {b for m in matches for b in m.right}))
    one, other = (_words(v, passages) / max(1, _words(v, range(len(v.passages)))) for v, passages in sides)
    return one, other


def _words(version: Version, passages: set[int] | range) -> int:
    return sum(len(version.passages[index].stems) for index in passages)


def shared_wording(left: Version, right: Version, should_cancel: ShouldCancel = never) -> float:
    """Share of the words of both sides that stand in runs of five or more words on the other side, 0 to 1.

    Raises CanceledError.
    """
    one, other = ([s for p in v.passages for s in p.stems] for v in (left, right))
    runs, others = _runs(one, should_cancel), _runs(other, should_cancel)
    standing = _covered(runs, set(others), should_cancel) + _covered(others, set(runs), should_cancel)
    return standing / max(1, len(one) + len(other))


def _runs(stems: Sequence[str], should_cancel: ShouldCancel) -> list[tuple[str, ...]]:
    """The run that begins at each word."""
    runs: list[tuple[str, ...]] = []
    for first in range(0, len(stems), _CHECKED):
        check(should_cancel)
        part = stems[first : first + _CHECKED + _RUN - 1]
        runs += zip(*(part[at:] for at in range(_RUN)), strict=False)
    return runs


def _covered(runs: Sequence[tuple[str, ...]], others: Set[tuple[str, ...]], should_cancel: ShouldCancel) -> int:
    """How many words stand in one of the other side's runs."""
    covered = reach = 0
    for at, run in enumerate(runs):
        if at % _CHECKED == 0:
            check(should_cancel)
        if run in others:
            covered += at + _RUN - max(reach, at)
            reach = at + _RUN
    return covered
