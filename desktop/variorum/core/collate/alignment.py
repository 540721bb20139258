"""Which words of two passages stand on both sides, in one order. The only place that knows diff-match-patch.

Phrases that both sides share come first, so that no heap of scattered small words outweighs them; what lies between
them is the shortest edit script over the words that say something; small words beside those follow. At last what would
read as confetti goes: lone words, halves of figures and quotations, the little that unrelated passages share by chance.
Where most of both passages stands, nothing is confetti: there each word that stands is left alone. Knows tokens, not
where they stand in a text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import groupby, pairwise

from diff_match_patch import diff_match_patch

_PRIVATE = 0xF0000
"""First character of a private plane with room for 65,000 different tokens."""
_PHRASE = 3
"""Content words that a run must have to stand on both sides wherever the rest goes."""
_LONGER = 1.5
"""A phrase counts as its content words to this power: one of six tells more than two of three."""
_MOST_PHRASES, _OFTEN = 60, 6
"""Phrases looked at, longest first; a word that one side has more often starts none."""
_ISLAND = 2
"""Content words that an unchanged run between two changes must have to stand, unless it is a name or a figure."""
_SURVIVING = 0.15
"""Share of the shorter passage's content words that must stand in a longer one, or both are shown as a whole."""
_MOSTLY = 0.5
"""Share of the longer side's content words that must stand for one text to be an edit of the other."""
_LONG, _SECONDS = 1000, 1.0
"""Tokens of a passage from which the diff may stop early (a text that is one line without a full stop), and when."""

Match = tuple[int, int]
"""Indexes of a token of the left and of the same one of the right."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark as it is compared."""

    key: str
    """Equal for typographic variants."""
    content: bool
    """Whether it says something by itself."""
    passage: int
    """Which passage of its side it stands in."""
    quotation: int = -1
    """Which short quotation of its side it is part of; -1 for none. These stand whole or not at all."""

    @property
    def names(self) -> bool:
        """Whether it is a name or a number by its looks."""
        return self.content and (self.key[0].isupper() or any(map(str.isdigit, self.key)))


def aligned(left: Sequence[Token], right: Sequence[Token]) -> list[Match]:
    """The tokens that stand on both sides, in rising order on both; the same whichever side is called left."""
    if [token.key for token in right] < [token.key for token in left]:
        return [(a, b) for b, a in aligned(right, left)]
    matches = _phrases(left, right) if max(len(left), len(right)) <= _LONG else []
    matches = _extended(left, right, _filled(left, right, matches))
    matches = _without_halves(left, right, matches)
    matches = _without_islands(left, right, matches)
    return _surviving(left, right, matches)


def mostly_stands(left: Sequence[Token], right: Sequence[Token], matches: Sequence[Match]) -> bool:
    """Whether one side is the other with a few edits, so that `closely_aligned` may be asked."""
    content = max(sum(token.content for token in side) for side in (left, right))
    return sum(left[a].content for a, _ in matches) >= _MOSTLY * max(1, content)


def closely_aligned(left: Sequence[Token], right: Sequence[Token]) -> list[Match]:
    """As `aligned`, for two sides most of which stands: what stands between two changes needn't say much."""
    if [token.key for token in right] < [token.key for token in left]:
        return [(a, b) for b, a in closely_aligned(right, left)]
    matches = _phrases(left, right) if max(len(left), len(right)) <= _LONG else []
    matches = _extended(left, right, _filled(left, right, matches))
    matches = _without_halves(left, right, _filled(left, right, matches, all_words=True))
    runs = list(_runs(matches))
    borders = [(-1, -1), *(border for run in runs for border in (run[0], run[-1])), (len(left), len(right))]
    changes = [_is_replaced(left, right, *borders[at : at + 2]) for at in range(0, len(borders), 2)]
    last = len(left) - 1, len(right) - 1
    return [
        match
        for run, (before, behind) in zip(runs, pairwise(changes), strict=True)
        if run[0] == (0, 0) or run[-1] == last or (before and behind) or any(left[a].content for a, _ in run)
        for match in run
    ]


def _is_replaced(left: Sequence[Token], right: Sequence[Token], start: Match, end: Match) -> bool:
    """Whether a name or figure stands for another between two matches, and nothing else does."""
    sides = (left[start[0] + 1 : end[0]], right[start[1] + 1 : end[1]])
    return all(side and all(token.names for token in side) for side in sides)


@dataclass(frozen=True, slots=True)
class _Run:
    """Tokens in a row that are the same on both sides."""

    left: int
    right: int
    size: int
    content: int


def _phrases(left: Sequence[Token], right: Sequence[Token]) -> list[Match]:
    """The runs with most content that keep their order on both sides (the heaviest chain)."""
    runs = sorted(nlargest(_MOST_PHRASES, _common(left, right), key=lambda run: run.content), key=lambda run: run.left)
    chains: list[tuple[float, list[_Run]]] = []
    for run in runs:
        before = (
            chain
            for chain in chains
            if chain[1][-1].left + chain[1][-1].size <= run.left and chain[1][-1].right + chain[1][-1].size <= run.right
        )
        worth, chain = max(before, key=lambda chain: chain[0], default=(0.0, []))
        chains.append((worth + run.content**_LONGER, [*chain, run]))
    _, best = max(chains, key=lambda chain: chain[0], default=(0.0, []))
    return [(run.left + at, run.right + at) for run in best for at in range(run.size)]


def _common(left: Sequence[Token], right: Sequence[Token]) -> Iterator[_Run]:
    """Runs from a content word to a content word that can't be made longer."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for b, token in enumerate(right):
        if token.content:
            places[token.key].append(b)
    reached: dict[int, int] = {}
    for a, token in enumerate(left):
        found = places.get(token.key, ())
        for b in found if len(found) <= _OFTEN else ():
            if reached.get(a - b, 0) > a:
                continue
            size = content = at = 0
            while a + at < len(left) and b + at < len(right) and left[a + at].key == right[b + at].key:
                if left[a + at].content:
                    size, content = at + 1, content + 1
                at += 1
            reached[a - b] = a + at
            if content >= _PHRASE:
                yield _Run(a, b, size, content)


def _filled(
    left: Sequence[Token], right: Sequence[Token], matches: Sequence[Match], *, all_words: bool = False
) -> list[Match]:
    """`matches` and between them what the shortest edit script over content words (or all of them) leaves standing."""
    letters: dict[str, str] = {}
    for token in (*left, *right):
        letters.setdefault(token.key, chr(_PRIVATE + len(letters)))
    differ = diff_match_patch()
    differ.Diff_Timeout = 0 if max(len(left), len(right)) <= _LONG else _SECONDS
    found: list[Match] = []
    for (a, b), (c, d) in pairwise([(-1, -1), *matches, (len(left), len(right))]):
        here = [at for at in range(a + 1, c) if all_words or left[at].content]
        there = [at for at in range(b + 1, d) if all_words or right[at].content]
        if here and there:
            script = differ.diff_main(
                "".join(letters[left[at].key] for at in here), "".join(letters[right[at].key] for at in there), False
            )
            found += _standing(script, here, there)
        found.append((c, d))
    return found[:-1]


def _standing(script: Sequence[tuple[int, str]], here: Sequence[int], there: Sequence[int]) -> Iterator[Match]:
    """The pairs that an edit script leaves standing."""
    a = b = 0
    for op, letters in script:
        if op == 0:
            yield from zip(here[a : a + len(letters)], there[b : b + len(letters)], strict=True)
        a += len(letters) if op <= 0 else 0
        b += len(letters) if op >= 0 else 0


def _extended(left: Sequence[Token], right: Sequence[Token], matches: Sequence[Match]) -> list[Match]:
    """`matches` and the equal tokens right behind and right before each, and at both ends."""
    found: list[Match] = []
    for (a, b), (c, d) in pairwise([(-1, -1), *matches, (len(left), len(right))]):
        while a + 1 < c and b + 1 < d and left[a + 1].key == right[b + 1].key:
            a, b = a + 1, b + 1
            found.append((a, b))
        before: list[Match] = []
        while c - 1 > a and d - 1 > b and left[c - 1].key == right[d - 1].key:
            c, d = c - 1, d - 1
            before.append((c, d))
        found += reversed(before)
        found.append((c + len(before), d + len(before)))
    return found[:-1]


def _without_halves(left: Sequence[Token], right: Sequence[Token], matches: list[Match]) -> list[Match]:
    """`matches` without halves of short quotations; one may stand inside another that holds it."""
    sizes = [Counter(token.quotation for token in side) for side in (left, right)]
    while True:
        standing = Counter((0, left[a].quotation, a - b) for a, b in matches)
        standing += Counter((1, right[b].quotation, a - b) for a, b in matches)

        def whole(match: Match, standing: Counter[tuple[int, int, int]] = standing) -> bool:
            quoted = left[match[0]].quotation, right[match[1]].quotation
            complete = [
                standing[side, quotation, match[0] - match[1]] == sizes[side][quotation]
                for side, quotation in enumerate(quoted)
                if quotation >= 0
            ]
            return not complete or any(complete)

        kept = [match for match in matches if whole(match)]
        if len(kept) == len(matches):
            return kept
        matches = kept


def _without_islands(left: Sequence[Token], right: Sequence[Token], matches: Sequence[Match]) -> list[Match]:
    """`matches` without runs between two changes that hardly say anything."""
    often = [Counter((t.passage, t.key) for t in side) for side in (left, right)]
    last = len(left) - 1, len(right) - 1
    kept: list[Match] = []
    for run in _runs(matches):
        content = [(left[a], right[b]) for a, b in run if left[a].content]
        alone = content and content[0][0].names
        alone = alone and all(times[t.passage, t.key] == 1 for times, t in zip(often, content[0], strict=True))
        if run[0] == (0, 0) or run[-1] == last or len(content) >= _ISLAND or alone:
            kept += run
    return kept


def _runs(matches: Sequence[Match]) -> Iterator[list[Match]]:
    """Matches in a row on both sides, together."""
    for _, run in groupby(enumerate(matches), key=lambda item: (item[1][0] - item[0], item[1][1] - item[0])):
        yield [match for _, match in run]


def _surviving(left: Sequence[Token], right: Sequence[Token], matches: Sequence[Match]) -> list[Match]:
    """The phrases among `matches`, and what stands between passages that share enough of the shorter one's content."""
    sizes = [Counter(token.passage for token in side if token.content) for side in (left, right)]
    shared = Counter((left[a].passage, right[b].passage) for a, b in matches if left[a].content)
    kept: list[Match] = []
    for run in _runs(matches):
        if sum(left[a].content for a, _ in run) >= _PHRASE:
            kept += run
            continue
        for a, b in run:
            here, there = left[a].passage, right[b].passage
            if shared[here, there] >= _SURVIVING * min(sizes[0][here], sizes[1][there]):
                kept.append((a, b))
    return kept
