"""What the index keeps of an article. The text itself stays in the library; here are only its words.

Words come ready from `analysis`, so that Whoosh's own analyzers, which know neither NFC nor ’, never see a text.
"""

from __future__ import annotations

from whoosh.fields import ID, TEXT, Schema

from variorum.core.library.model import ArticleRow
from variorum.core.search import analysis

VERSION = 1
"""Raise it with every change to the fields or the analysis: indexes of another version are built anew."""

HEADLINE_WEIGHT = 3
"""A word of the headline counts as often as this many in the body (BM25F: weighted counts before saturation)."""

_BREAK = "\x1f"
"""Stands between headline and body, so that no phrase runs across."""

STARTS = {("words", 3): "starts", ("headline", 2): "headline_starts"}
"""Fields that hold how the words of another one begin, by that one and the number of letters. A word's first letters
need one look there; the words that begin so may be a thousand."""

Document = dict[str, str | list[str]]


def schema() -> Schema:
    """The fields: words as written (for phrases, beginnings and exact words) and stems (for plain words)."""
    return Schema(
        id=ID(unique=True, stored=True),
        revision=ID(stored=True),
        date=ID(),
        words=TEXT(phrase=True),
        stems=TEXT(phrase=False),
        headline=TEXT(phrase=True),
        headline_stems=TEXT(phrase=False),
        outlet=TEXT(phrase=True),
        story=TEXT(phrase=True),
        starts=ID(),
        headline_starts=ID(),
    )


def document(row: ArticleRow, text: str, story: str) -> Document:
    """What is indexed of an article: its fields, each as a list of words."""
    headline, outlet = analysis.words(row.headline), analysis.words(row.outlet)
    headline_stems = analysis.stems(row.headline)
    all_words = [*headline, _BREAK, *outlet, _BREAK, *analysis.words(text)]
    return {
        "id": str(row.id),
        "revision": str(row.revision),
        "date": _whole_date(row.date),
        "words": all_words,
        "stems": [*headline_stems * HEADLINE_WEIGHT, *analysis.stems(row.outlet), *analysis.stems(text)],
        "headline": headline,
        "headline_stems": headline_stems,
        "outlet": outlet,
        "story": analysis.words(story),
        "starts": _starts(all_words, 3),
        "headline_starts": _starts(headline, 2),
    }


def _starts(words: list[str], letters: int) -> list[str]:
    return list({word[:letters] for word in words if len(word) >= letters})


def _whole_date(date: str) -> str:
    """A year or a month as its first day, so that all dates compare as text."""
    return date + "-01-01"[len(date) - 4 :] if len(date) in (4, 7) else date
