"""Puts what was found in a text that is set plainly where it stands in the source, in the source's own typography."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from variorum.core.text.headlines import title_of
from variorum.core.text.model import Article, Figure, Kind, Places, Quotation, Sentence, Setting, Span


def as_set(article: Article, text: str, places: Places) -> Article:
    """The reading of `text` from that of the same text set plainly."""
    source = places.source
    headline = source(article.headline_span) if article.headline_span else None
    sentences = tuple(replace(sentence, span=source(sentence.span)) for sentence in article.sentences)
    return replace(
        article,
        text=text,
        headline=title_of(text, headline, first_of(sentences)),
        headline_span=headline,
        outlet=typeset(article.outlet, text),
        dateline=typeset(article.dateline, text),
        paragraphs=tuple(replace(paragraph, span=source(paragraph.span)) for paragraph in article.paragraphs),
        sentences=sentences,
        figures=tuple(figure_as_set(figure, text, places) for figure in article.figures),
        quotations=tuple(quotation_as_set(quotation, text, places) for quotation in article.quotations),
        setting=Setting(article, places),
    )


def figure_as_set(figure: Figure, text: str, places: Places) -> Figure:
    """A figure of the plain text where it stands in `text`, the source."""
    span = places.source(figure.span)
    qualifier = places.source(figure.qualifier_span) if figure.qualifier_span else None
    return replace(figure, span=span, text=span.of(text), qualifier_span=qualifier)


def quotation_as_set(quotation: Quotation, text: str, places: Places) -> Quotation:
    """A quotation of the plain text where it stands in `text`, the source."""
    span = places.source(quotation.span)
    named = places.source(quotation.speaker_span) if quotation.speaker_span else None
    return replace(
        quotation, span=span, text=span.of(text), speaker=typeset(quotation.speaker, text), speaker_span=named
    )


def typeset(name: str, text: str) -> str:
    """A name with the apostrophes that `text` uses."""
    return name.replace("'", "’") if "'" in name and "’" in text else name


def first_of(sentences: Sequence[Sentence]) -> Span | None:
    """The sentence that serves as title where there is no headline."""
    first = next((sentence for sentence in sentences if sentence.kind is Kind.SENTENCE), None)
    return (first or sentences[0]).span if sentences else None
