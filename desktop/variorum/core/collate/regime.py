"""How two versions relate: edits of one text, or two tellings of a story. Looks at what stands verbatim only."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.core.collate.model import Regime
from variorum.core.collate.revision import Match
from variorum.core.collate.version import Version

_SHARE = 0.5
"""Share of the shorter version's words in passages standing verbatim from which two versions are revisions."""
_RUN = 5
"""Words in a row that make a verbatim run."""


def regime_of(left: Version, right: Version, standing: Sequence[Match]) -> Regime:
    """The regime, from what stands verbatim or nearly so."""
    sides = ((left, {a for m in standing for a in m.left}), (right, {b for m in standing for b in m.right}))
    shares = [
        _words(version, passages) / max(1, _words(version, range(len(version.passages)))) for version, passages in sides
    ]
    return Regime.REVISION if max(shares) >= _SHARE else Regime.REWRITE


def _words(version: Version, passages: set[int] | range) -> int:
    return sum(len(version.passages[index].stems) for index in passages)


def shared_wording(left: Version, right: Version) -> float:
    """Share of the words of both sides that stand in runs of five or more words on the other side, 0 to 1."""
    one, other = ([s for p in v.passages for s in p.stems] for v in (left, right))
    runs, others = _runs(one), _runs(other)
    standing = _covered(one, others) + _covered(other, runs)
    return standing / max(1, len(one) + len(other))


def _runs(stems: Sequence[str]) -> set[tuple[str, ...]]:
    return {tuple(stems[at : at + _RUN]) for at in range(len(stems) - _RUN + 1)}


def _covered(stems: Sequence[str], runs: set[tuple[str, ...]]) -> int:
    """How many of the stems stand in one of the runs."""
    covered = reach = 0
    for at in range(len(stems) - _RUN + 1):
        if tuple(stems[at : at + _RUN]) in runs:
            covered += at + _RUN - max(reach, at)
            reach = at + _RUN
    return covered
