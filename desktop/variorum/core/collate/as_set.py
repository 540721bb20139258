"""Puts a comparison of two texts that are set plainly where its passages stand in the sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from variorum.core.collate.hand import HandLinks, SpanPair
from variorum.core.collate.model import (
    Claim,
    Comparison,
    FigurePair,
    Nearest,
    Paraphrase,
    QuotePair,
    StancePair,
    WordRun,
)
from variorum.core.text.model import Article, Figure, Places, Quotation, Span
from variorum.core.text.setting import figure_as_set, quotation_as_set, typeset


def as_set(comparison: Comparison, left: Article, right: Article) -> Comparison:
    """The comparison of two articles from that of the same ones set plainly."""
    if left.setting is None and right.setting is None:
        return comparison
    one, other = _Side.of(left), _Side.of(right)
    return replace(
        comparison,
        left=left,
        right=right,
        claims=tuple(_claim(claim, one, other) for claim in comparison.claims),
        figures=tuple(_figures(pair, one, other) for pair in comparison.figures),
        quotes=tuple(_quotes(pair, one, other) for pair in comparison.quotes),
        stance=tuple(_stance(pair, one, other) for pair in comparison.stance),
    )


def set_plainly(hand: HandLinks, left: Article, right: Article) -> HandLinks:
    """What was linked by hand in two articles, in the same ones set plainly."""
    one, other = _Side.of(left).places, _Side.of(right).places

    def plain(pairs: Iterable[SpanPair]) -> tuple[SpanPair, ...]:
        return tuple((one.plain(here), other.plain(there)) for here, there in pairs)

    return HandLinks(plain(hand.linked), plain(hand.unlinked))


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two articles as it is set."""

    text: str
    places: Places

    @classmethod
    def of(cls, article: Article) -> _Side:
        return cls(article.text, article.setting.places if article.setting else Places())

    def spans(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        return tuple(map(self.places.source, spans))

    def span(self, span: Span | None) -> Span | None:
        return None if span is None else self.places.source(span)

    def figure(self, figure: Figure | None) -> Figure | None:
        return None if figure is None else figure_as_set(figure, self.text, self.places)

    def said(self, said: Quotation | Paraphrase | None) -> Quotation | Paraphrase | None:
        if isinstance(said, Quotation):
            return quotation_as_set(said, self.text, self.places)
        if said is None:
            return None
        span = self.places.source(said.span)
        return Paraphrase(span, span.of(self.text), typeset(said.speaker, self.text))


def _claim(claim: Claim, one: _Side, other: _Side) -> Claim:
    nearest = claim.nearest
    if nearest:
        nearest = Nearest((other if claim.left else one).spans(nearest.spans), nearest.confidence)
    words = tuple(WordRun(run.op, one.span(run.left), other.span(run.right)) for run in claim.words)
    return replace(claim, left=one.spans(claim.left), right=other.spans(claim.right), nearest=nearest, words=words)


def _figures(pair: FigurePair, one: _Side, other: _Side) -> FigurePair:
    return replace(pair, left=one.figure(pair.left), right=other.figure(pair.right))


def _quotes(pair: QuotePair, one: _Side, other: _Side) -> QuotePair:
    return replace(pair, left=one.said(pair.left), right=other.said(pair.right))


def _stance(pair: StancePair, one: _Side, other: _Side) -> StancePair:
    return replace(pair, left=one.span(pair.left), right=other.span(pair.right))
