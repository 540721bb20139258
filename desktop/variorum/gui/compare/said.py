"""A change in words, with what was taken out and put in said where it stands: for ears, and for who sees no colors.

Pure: a comparison in, text out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum.core.collate.changes import INSIDE, Change
from variorum.core.collate.marking import marked_passages
from variorum.core.collate.model import Claim, ClaimKind, Comparison, Op
from variorum.core.text.model import Span
from variorum.gui.compare.presentation import Side
from variorum.gui.compare.titles import title_of
from variorum.gui.compare.wording import spoken
from variorum.gui.words import tr

_VERBS = {Side.LEFT: tr("removed"), Side.RIGHT: tr("added")}


def said(comparison: Comparison, change: Change, side: Side) -> str:
    """What one side has of a change: "Rates rise to [removed: 10] percent"; that it has nothing, where it hasn't."""
    spans = side.spans(change)
    if not spans:
        return tr("Not told here")
    text = side.article(comparison).text
    claim = None if change.claim is None else comparison.claims[change.claim]
    if claim is None or not INSIDE.isdisjoint(change.kinds):
        return tr("{change}. Here: {words}", change=spoken(change), words=_plain(spans, text))
    if claim.kind is not ClaimKind.REWORDED:
        return f"{title_of(change)}: {_plain(spans, text)}"
    return f"{title_of(change)}: {in_words(claim, spans, side, text)}"


def in_words(claim: Claim, spans: Sequence[Span], side: Side, text: str) -> str:
    """Passages of a linked claim on one line, with what was removed or added said where it stands."""
    passages = side.pick(*marked_passages(claim))
    words = (_words(claim, span, side, text) if span in passages else span.of(text) for span in spans)
    return " ".join(" ".join(words).split())


def _words(claim: Claim, passage: Span, side: Side, text: str) -> str:
    """A passage with its changed words in brackets."""
    return "".join(_pieces(claim, passage, side, text)) or passage.of(text)


def _pieces(claim: Claim, passage: Span, side: Side, text: str) -> Iterator[str]:
    for run in claim.words:
        span = side.pick(run.left, run.right)
        if span is None or not span.overlap(passage):
            continue
        words = Span(max(span.start, passage.start), min(span.end, passage.end)).of(text)
        told = words.strip()
        yield words if run.op is Op.EQUAL or not told else words.replace(told, f"[{_VERBS[side]}: {told}]", 1)


def _plain(spans: tuple[Span, ...], text: str) -> str:
    return " ".join(" ".join(span.of(text).split()) for span in spans)
