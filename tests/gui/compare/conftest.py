"""A small comparison made by hand, with a change of every kind."""

from __future__ import annotations

import pytest

from variorum.core.collate.changes import Change, ChangeKind
from variorum.core.collate.model import (
    Claim,
    ClaimKind,
    Comparison,
    Counts,
    FigurePair,
    Nearest,
    Op,
    PairKind,
    QuotePair,
    Regime,
    SpeakerVerdict,
    Wording,
    WordRun,
)
from variorum.core.text.model import Article, Figure, Kind, Paragraph, Quotation, Sentence, Span
from variorum.gui.compare.presentation import Presentation

LEFT = (
    "Ministers met on Monday.",
    "Rates rise to 10 percent this spring.",
    "The old bridge is closed.",
    "“We must act now,” said Ann Lee.",
)
RIGHT = (
    "“We must act,” said Bob Ray.",
    "Ministers met on Monday.",
    "Rates rise to 12 percent this summer.",
    "A new school opens.",
)


def article(sentences: tuple[str, ...]) -> Article:
    """An article with one sentence a paragraph."""
    text = "\n\n".join(sentences)
    spans = [Span(text.index(s), text.index(s) + len(s)) for s in sentences]
    return Article(
        text=text,
        headline=sentences[0],
        headline_span=None,
        paragraphs=tuple(Paragraph(span, Kind.SENTENCE) for span in spans),
        sentences=tuple(Sentence(span, Kind.SENTENCE, n) for n, span in enumerate(spans)),
    )


def words(left: Article, right: Article, *runs: tuple[str, str]) -> tuple[WordRun, ...]:
    """Word runs from their texts, in order; they begin where the first of them stands on each side."""
    made = []
    firsts = [next((t for op, t in runs if op in kept), "") for kept in ("=-", "=+")]
    at = [left.text.index(firsts[0]), right.text.index(firsts[1])]
    for op, text in runs:
        spans: list[Span | None] = [None, None]
        for side, kept in enumerate(("=-", "=+")):
            if op in kept:
                spans[side] = Span(at[side], at[side] + len(text))
                at[side] += len(text)
        made.append(WordRun(Op(op), *spans))
    return tuple(made)


def place(article: Article, text: str) -> Span:
    """Where `text` stands first."""
    start = article.text.index(text)
    return Span(start, start + len(text))


def make_comparison() -> Comparison:
    """Unchanged, a changed figure, dropped, a quotation that moved to another speaker, added."""
    left, right = article(LEFT), article(RIGHT)
    a, b = [s.span for s in left.sentences], [s.span for s in right.sentences]
    rates = words(
        left, right, ("=", "Rates rise to "), ("-", "10 "), ("+", "12 "), ("=", "percent this "), ("-", "spring"),
        ("+", "summer"), ("=", "."),
    )  # fmt: skip
    quote = words(
        left, right, ("=", "“We must act"), ("-", " now"), ("=", ",” said "), ("-", "Ann Lee"), ("+", "Bob Ray"),
        ("=", "."),
    )  # fmt: skip
    claims = (
        Claim(ClaimKind.UNCHANGED, (a[0],), (b[1],), 1.0),
        Claim(ClaimKind.REWORDED, (a[1],), (b[2],), 0.9, words=rates),
        Claim(ClaimKind.DROPPED, (a[2],), (), 0.8, nearest=Nearest((b[3],), 0.2)),
        Claim(ClaimKind.REWORDED, (a[3],), (b[0],), 0.4, moved=True, distance=-3, words=quote),
        Claim(ClaimKind.ADDED, (), (b[3],), 0.7),
    )
    figures = (
        FigurePair(
            PairKind.CHANGED,
            Figure(place(left, "10 percent"), "10 percent", "10", "%"),
            Figure(place(right, "12 percent"), "12 percent", "12", "%"),
        ),
    )
    quotes = (
        QuotePair(
            PairKind.CHANGED,
            Wording.TRIMMED,
            SpeakerVerdict.DIFFERS,
            Quotation(place(left, "We must act now,"), "We must act now,", "Ann Lee"),
            Quotation(place(right, "We must act,"), "We must act,", "Bob Ray"),
        ),
    )
    counts = Counts(added=1, dropped=1, reworded=2, unchanged=1, moved=1, changed_figures=1, changed_quotes=1)
    return Comparison(left, right, Regime.REWRITE, 0.6, claims, figures, quotes, counts)


def make_changes(comparison: Comparison) -> tuple[Change, ...]:
    """The changes of `make_comparison`, as the core would list them."""
    c = comparison.claims
    figure, quote = comparison.figures[0], comparison.quotes[0]
    assert figure.left
    assert figure.right
    assert quote.left
    assert quote.right
    return (
        Change((ChangeKind.REWORDED,), c[1].left, c[1].right, "Reworded", "Rates rise to 10 percent", claim=1),
        Change(
            (ChangeKind.FIGURE,), (figure.left.span,), (figure.right.span,), "Figure changed",
            "Rates rise to 10 percent", look=True, before="10 percent", after="12 percent", claim=1,
        ),
        Change((ChangeKind.DROPPED,), c[2].left, (), "Dropped", "The old bridge is closed.", claim=2),
        Change((ChangeKind.ADDED,), (), c[4].right, "Added", "A new school opens.", claim=4),
        Change(
            (ChangeKind.QUOTE,), (quote.left.span,), (quote.right.span,), "Speaker changed", "“We must act now”",
            look=True, before="Ann Lee", after="Bob Ray", claim=3, confidence=0.9,
        ),
        Change(
            (ChangeKind.REWORDED, ChangeKind.MOVED), c[3].left, c[3].right, "Reworded, moved up 3", "“We must act now”",
            claim=3, confidence=0.4,
        ),
    )  # fmt: skip


@pytest.fixture
def comparison() -> Comparison:
    return make_comparison()


@pytest.fixture
def presentation(comparison: Comparison) -> Presentation:
    return Presentation(comparison, make_changes(comparison))
