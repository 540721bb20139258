"""A comparison as the reader wants its words told apart: the same links, with other runs of words inside them.

A view: what is linked, how surely, and what quotations and certainty do stays as it was collated.
"""

from __future__ import annotations

from dataclasses import replace

from variorum.core.cancel import ShouldCancel, check, never
from variorum.core.collate.model import Claim, ClaimKind, Comparison, Op, WordRun
from variorum.core.collate.options import AS_COLLATED, Granularity, WordOptions
from variorum.core.collate.wording import word_runs
from variorum.core.text.model import Article, Span


def viewed(comparison: Comparison, options: WordOptions, should_cancel: ShouldCancel = never) -> Comparison:
    """`comparison` with the words of its linked claims told apart as `options` say. Raises `CanceledError`.

    A claim in which nothing differs any more is unchanged, and one that now differs is reworded. Where figures are
    ignored, none has changed.
    """
    if options == AS_COLLATED:
        return comparison
    claims = []
    for claim in comparison.claims:
        check(should_cancel)
        claims.append(_viewed(comparison.left, comparison.right, claim, options))
    kinds = [claim.kind for claim in claims]
    counts = replace(
        comparison.counts,
        reworded=kinds.count(ClaimKind.REWORDED),
        unchanged=kinds.count(ClaimKind.UNCHANGED),
    )
    if options.ignore_figures:
        counts = replace(counts, changed_figures=0, changed_qualifiers=0)
    figures = () if options.ignore_figures else comparison.figures
    return replace(comparison, claims=tuple(claims), figures=figures, counts=counts)


def _viewed(left: Article, right: Article, claim: Claim, options: WordOptions) -> Claim:
    if not claim.linked or (claim.kind is ClaimKind.UNCHANGED and options.ignore_typography):
        return claim
    words = claim.words
    if replace(options, granularity=Granularity.WORD) != AS_COLLATED:
        words = word_runs(left, claim.left, right, claim.right, options)
    differs = any(_tells(run, left, right) for run in words)
    if not differs:
        return replace(claim, kind=ClaimKind.UNCHANGED, words=words)
    if options.granularity is Granularity.SENTENCE:
        return replace(claim, kind=ClaimKind.REWORDED, words=_whole(claim), whole=True)
    return replace(claim, kind=ClaimKind.REWORDED, words=words)


def _tells(run: WordRun, left: Article, right: Article) -> bool:
    """Whether a run is a change of words, not of white space alone."""
    ends: tuple[tuple[Article, Span | None], ...] = ((left, run.left), (right, run.right))
    return run.op is not Op.EQUAL and any(bool(span.of(side.text).strip()) for side, span in ends if span)


def _whole(claim: Claim) -> tuple[WordRun, ...]:
    """All of one side taken out, all of the other put in."""
    gone = tuple(WordRun(Op.DELETE, span, None) for span in claim.left)
    return (*gone, *(WordRun(Op.INSERT, None, span) for span in claim.right))
