"""Words that an edit put into quotation marks, or took out of them, whatever else it changed.

Marks say that words are somebody's, or that the writer doesn't stand by them. Precision first: only where most of a
passage stayed, in passages linked beyond doubt, with the same words before and behind; and never names and titles,
which some papers set in marks and others don't.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from variorum.core.cancel import ShouldCancel, check, never
from variorum.core.collate.edited import is_edit
from variorum.core.collate.inside import Taken
from variorum.core.collate.marking import DOUBTFUL
from variorum.core.collate.model import Claim, Op, PairKind, Paraphrase, QuotePair, SpeakerVerdict, Wording, WordRun
from variorum.core.collate.owners import Owners
from variorum.core.collate.paraphrases import names
from variorum.core.collate.rarity import is_function_word
from variorum.core.text.model import Article, Quotation, Span
from variorum.core.text.tokens import words

_WORD = re.compile(r"\w")
Standing = list[tuple[Span, Span, int]]
"""Runs as they stand on either side, with their numbers."""


def with_words_marked(
    pairs: Sequence[QuotePair],
    left: Article,
    right: Article,
    claims: Sequence[Claim],
    should_cancel: ShouldCancel = never,
) -> tuple[QuotePair, ...]:
    """`pairs` with quotations of one side put beside the same words that the other has without marks.

    Raises CanceledError.
    """
    edits = _Edits(left, right, claims)
    found = []
    for pair in pairs:
        check(should_cancel)
        if pair.kind is PairKind.DROPPED and isinstance(pair.left, Quotation):
            told = edits.unmarked(pair.left, right=False)
            found.append(_pair(pair.left, told) if told else pair)
        elif pair.kind is PairKind.ADDED and isinstance(pair.right, Quotation):
            told = edits.unmarked(pair.right, right=True)
            found.append(_pair(told, pair.right) if told else pair)
        else:
            found.append(pair)
    return tuple(found)


def _pair(left: Quotation | Paraphrase, right: Quotation | Paraphrase) -> QuotePair:
    verdict = SpeakerVerdict.SAME if left.speaker and right.speaker else SpeakerVerdict.UNKNOWN
    return QuotePair(PairKind.CHANGED, Wording.PARAPHRASED, verdict, left, right)


class _Edits:
    """What stayed where two versions are one text, edited."""

    def __init__(self, left: Article, right: Article, claims: Sequence[Claim]) -> None:
        self._sides = (left, right)
        self._claims = claims
        self._owners = Owners(claims), Owners(claims, right=True)
        self._quoted = tuple(Taken(side.quotations) for side in self._sides)
        self._standing: dict[tuple[int, bool], Standing] = {}

    def unmarked(self, quotation: Quotation, *, right: bool) -> Paraphrase | None:
        """The words of a quotation of the `right` or the left version as the other one has them, without marks."""
        index = self._owners[right].of(quotation.span)
        if index is None or not _says_something(quotation.text):
            return None
        claim, there = self._claims[index], self._sides[not right]
        span = self._counterpart(quotation, index, right=right)
        if span is None or self._quoted[not right].meet(span):
            return None
        told = " ".join(passage.of(there.text) for passage in (claim.left if right else claim.right))
        return Paraphrase(span, span.of(there.text), quotation.speaker if names(told, quotation.speaker) else "")

    def _counterpart(self, quotation: Quotation, index: int, *, right: bool) -> Span | None:
        """Where the words stand on the other side, if they and the words around them are the same."""
        span, runs = quotation.span.trimmed(self._sides[right].text), self._claims[index].words
        standing = self._standing_of(index, right=right)
        at = bisect_right(standing, span.start, key=lambda run: run[0].start) - 1
        if at < 0 or not standing[at][0].contains(span):
            return None
        mine, theirs, number = standing[at]
        start = theirs.start + span.start - mine.start
        found = Span(start, start + len(span))
        same = found.of(self._sides[not right].text) == span.of(self._sides[right].text)
        before = (runs[at] for at in range(number - 1, -1, -1))
        after = (runs[at] for at in range(number + 1, len(runs)))
        return found if same and self._stays(before) and self._stays(after) else None

    def _standing_of(self, index: int, *, right: bool) -> Standing:
        """The runs of a claim that stand on both sides, in the order of one side; none where it is no edit."""
        if (index, right) not in self._standing:
            claim = self._claims[index]
            sure = claim.linked and claim.confidence >= DOUBTFUL and is_edit(claim)
            self._standing[index, right] = sorted(
                ((run.right, run.left) if right else (run.left, run.right)) + (number,)
                for number, run in enumerate(claim.words if sure else ())
                if run.op is Op.EQUAL and run.left is not None and run.right is not None
            )
        return self._standing[index, right]

    def _stays(self, runs: Iterable[WordRun]) -> bool:
        """Whether the first of these runs that has a word, if any has, is the same on both sides."""
        for run in runs:
            texts = (span.of(side.text) for span, side in zip((run.left, run.right), self._sides, strict=True) if span)
            if any(map(_WORD.search, texts)):
                return run.op is Op.EQUAL
        return True


def _says_something(text: str) -> bool:
    """Whether there is a word that is neither a name, a figure nor a particle."""
    return any(word.text[0].islower() and not is_function_word(word.folded) for word in words(text))
