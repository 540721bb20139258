"""How two versions relate: edits of one text, or two tellings of a story. Looks at what stands verbatim only."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Mapping, Sequence

from variorum.core.collate.grouping import Pair
from variorum.core.collate.model import Regime
from variorum.core.collate.version import Version
from variorum.core.text.folding import same_words

_NEARLY = 0.7
"""Word overlap from which a passage stands nearly verbatim."""
_SHARE = 0.5
"""Share of the shorter version's words in passages standing verbatim from which two versions are revisions."""
_RUN = 5
"""Words in a row that make a verbatim run."""


def verbatim(left: Version, right: Version) -> list[Pair]:
    """Passages that are the same but for typography and white space, repeated ones in their order."""
    waiting: defaultdict[str, deque[int]] = defaultdict(deque)
    for index in range(len(right.passages)):
        waiting[same_words(right.text(index))].append(index)
    pairs = []
    for index in range(len(left.passages)):
        places = waiting.get(same_words(left.text(index)))
        if places:
            pairs.append((index, places.popleft()))
    return pairs


def regime_of(left: Version, right: Version, same: Sequence[Pair], overlap: Mapping[Pair, float]) -> Regime:
    """The regime, from the passages standing verbatim and the word overlap (0 to 1) of the others."""
    pairs = [*same, *(pair for pair, share in overlap.items() if share >= _NEARLY)]
    sides = ((left, {a for a, _ in pairs}), (right, {b for _, b in pairs}))
    shares = [
        _words(version, standing) / max(1, _words(version, range(len(version.passages)))) for version, standing in sides
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
