"""Which reworded claims differ in nothing but what is listed by itself: a figure, a quotation, words of certainty.

One edit is one change: where "$3 million" became "$4 million" and nothing else, the figure says it all.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from variorum.core.collate.model import Claim, ClaimKind, Comparison, Op, PairKind, Paraphrase, SpeakerVerdict
from variorum.core.collate.qualifiers import qualifiers_of
from variorum.core.text.model import Article, Quotation, Span

_WORD = re.compile(r"[^\s—–]*\w[^\s—–]*")


class _Covered:
    """The passages of one version in which a change of its own stands."""

    def __init__(self, text: str, spans: Iterable[Span]) -> None:
        self._text = text
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans, key=lambda span: span.start):
            if self._ends and span.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def words(self, run: Span, passages: Iterable[Span]) -> Iterator[bool]:
        """For each word of `run` in these passages, whether it stands in a change of its own (as "$3.2m," does)."""
        for passage in passages:
            for word in _WORD.finditer(self._text, max(run.start, passage.start), min(run.end, passage.end)):
                at = bisect_right(self._ends, word.start())
                yield at < len(self._starts) and self._starts[at] < word.end()

    def touches(self, run: Span) -> bool:
        """Whether `run` stands right beside a change of its own, as its quotation marks do."""
        at = bisect_right(self._ends, run.start - 1)
        return at < len(self._starts) and self._starts[at] <= run.end


def covered(comparison: Comparison) -> frozenset[int]:
    """Indices of the reworded claims all of whose differing words stand in figures, quotations or words of certainty
    that are changes themselves."""
    left, right = _places(comparison)
    if not left and not right:
        return frozenset()
    sides = _Covered(comparison.left.text, left), _Covered(comparison.right.text, right)
    return frozenset(
        index
        for index, claim in enumerate(comparison.claims)
        if claim.kind is ClaimKind.REWORDED and _all_covered(claim, *sides)
    )


def _all_covered(claim: Claim, left: _Covered, right: _Covered) -> bool:
    found = [
        inside
        for run in claim.words
        if run.op is not Op.EQUAL
        for side, span, passages in ((left, run.left, claim.left), (right, run.right, claim.right))
        if span
        for inside in side.words(span, passages)
    ]
    if found:
        return all(found)
    marks = [
        side.touches(span)
        for run in claim.words
        if run.op is not Op.EQUAL
        for side, span in ((left, run.left), (right, run.right))
        if span
    ]
    return bool(marks) and all(marks)


def _named(article: Article, said: Quotation | Paraphrase) -> list[Span]:
    """The words of a speaker's name in the paragraph of what was said: that it is another one is told by itself."""
    names = [word for word in _WORD.findall(said.speaker) if word[:1].isupper()]
    at = bisect_right(article.paragraphs, said.span.start, key=lambda paragraph: paragraph.span.start) - 1
    if not names or at < 0:
        return []
    name = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})(?!\w)")
    around = article.paragraphs[at].span
    return [Span(*found.span()) for found in name.finditer(article.text, around.start, around.end)]


def _places(comparison: Comparison) -> tuple[list[Span], list[Span]]:
    """Where what is listed by itself stands on either side."""
    left, right = [], []
    for figures in comparison.figures:
        if figures.kind is PairKind.CHANGED and figures.left and figures.right:
            left.append(figures.left.mention)
            right.append(figures.right.mention)
    for _, one, other in qualifiers_of(comparison):
        left.append(one.mention)
        right.append(other.mention)
    for quotes in comparison.quotes:
        if quotes.kind is PairKind.CHANGED and quotes.left and quotes.right:
            left.append(quotes.left.span)
            right.append(quotes.right.span)
            if quotes.speaker is SpeakerVerdict.DIFFERS:
                left += _named(comparison.left, quotes.left)
                right += _named(comparison.right, quotes.right)
    for stance in comparison.stance:
        left += [stance.left] if stance.left else []
        right += [stance.right] if stance.right else []
    return left, right
