"""What speaks for a link, sorted by what it is: names, figures, quotations, rare words, what is alike in meaning.

For "Why linked?": worked out when somebody asks, from two versions and the comparison of them. The confidence itself
comes from `links`, which weighs more than can be named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.core.collate.model import Claim, Comparison, PairKind, Paraphrase
from variorum.core.collate.rarity import Lexicon
from variorum.core.collate.terms import word_at
from variorum.core.collate.version import Version
from variorum.core.text.model import Span
from variorum.core.text.names import names
from variorum.core.text.patterns import words as word_list

_OWNED = re.compile(r"[’']s? ")
"""Two names, of which one owns the other: "Norway’s Labor"."""
_TELLING = 0.3
"""Shared words that weigh less are not worth naming."""
_MOST_WORDS = 8
_MOST_MEANINGS = 2

Both = tuple[str, str]
"""How the left and the right version put something."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """What the passages of a link share. Of pairs both are equal where both sides write it alike."""

    names: tuple[str, ...] = ()
    figures: tuple[Both, ...] = ()
    dates: tuple[Both, ...] = ()
    quotations: tuple[Both, ...] = ()
    words: tuple[str, ...] = ()
    """Rare words, the most telling first."""
    alike_words: tuple[Both, ...] = ()
    """Different words of one meaning ("soldiers", "troops")."""
    alike_clauses: tuple[Both, ...] = ()
    by_meaning: bool = False
    """Whether the meaning of both versions was known."""


@dataclass(frozen=True, slots=True)
class _Told:
    """The words of one side's passages but for figures: where each starts, its stem, whether that is a name."""

    version: Version
    spans: tuple[Span, ...]
    starts: tuple[int, ...]
    stems: tuple[str, ...]
    names: frozenset[str]

    @classmethod
    def of(cls, version: Version, spans: Sequence[Span]) -> _Told:
        figures = [figure.span for figure in version.article.figures]
        rows = [
            (start, stem, stem in passage.names)
            for passage in version.passages
            for start, stem in zip(passage.starts, passage.stems, strict=True)
            if _holds(spans, start) and not _holds(figures, start)
        ]
        named = frozenset(stem for _, stem, is_name in rows if is_name)
        return cls(version, tuple(spans), tuple(row[0] for row in rows), tuple(row[1] for row in rows), named)

    def written(self, start: int) -> str:
        return word_at(self.version.article, start)


def grounds(comparison: Comparison, claim: Claim, left: Version, right: Version) -> Grounds:
    """What speaks for a linked `claim` of a comparison of these two versions. About 10 ms for 700 words each."""
    lexicon = Lexicon.of(left, right)
    one, other = _Told.of(left, _plain(left, claim.left)), _Told.of(right, _plain(right, claim.right))
    known = left.shares_meaning(right)
    alike_words: tuple[Both, ...] = ()
    alike_clauses: tuple[Both, ...] = ()
    if known:
        from variorum.core.collate.alike import clauses_alike, words_alike  # numpy, loaded where it is needed

        starts = words_alike(left, one.starts, right, other.starts, lexicon)
        alike_words = tuple((one.written(a), other.written(b)) for a, b in starts)[:_MOST_WORDS]
        spans = clauses_alike(left, one.spans, right, other.spans)[:_MOST_MEANINGS]
        alike_clauses = tuple((_line(left, a), _line(right, b)) for a, b in spans)
    return Grounds(
        names=tuple(_names(one, other)),
        figures=tuple(_figures(comparison, claim, dates=False)),
        dates=tuple(_figures(comparison, claim, dates=True)),
        quotations=tuple(_quotations(comparison, claim)),
        words=_words(one, other, lexicon),
        alike_words=alike_words,
        alike_clauses=alike_clauses,
        by_meaning=known,
    )


def _names(one: _Told, other: _Told) -> Iterator[str]:
    """The names that both have whole, as the left writes them; of the others the words that both have."""
    shared = one.names & other.names
    there = {other.written(start).lower() for start in other.starts}
    rows = list(zip(one.starts, one.stems, strict=True))
    seen: set[str] = set()
    for span in one.spans:
        for name in names(one.version.article.text, span):
            inside = {one.written(start).lower(): stem for start, stem in rows if _holds((name.span,), start)}
            stems = set(inside.values())
            whole = there.issuperset(inside) and not _OWNED.search(name.text)
            if stems & shared and whole and not stems <= seen:
                seen |= stems
                yield name.text
    for start, stem in rows:
        if stem in shared and stem not in seen:
            seen.add(stem)
            if (word := one.written(start)) not in word_list("names", "titles"):
                yield word


def _words(one: _Told, other: _Told, lexicon: Lexicon) -> tuple[str, ...]:
    shared = set(other.stems) - (one.names & other.names)
    found: dict[str, tuple[float, str]] = {}
    for start, stem in zip(one.starts, one.stems, strict=True):
        weight = lexicon.weight(stem)
        if stem in shared and weight >= _TELLING and not stem[0].isdigit():
            found.setdefault(stem, (-weight, one.written(start)))
    return tuple(word for _, word in sorted(found.values()))[:_MOST_WORDS]


def _figures(comparison: Comparison, claim: Claim, *, dates: bool) -> Iterator[Both]:
    """The figures of one value, or else the dates, once each."""
    pairs = dict.fromkeys(
        (_one_line(pair.left.mention.of(comparison.left.text)), _one_line(pair.right.mention.of(comparison.right.text)))
        for pair in comparison.figures
        if pair.kind is PairKind.SAME and pair.left and pair.right
        if pair.left.is_date is dates
        if _touches(pair.left.span, claim.left) and _touches(pair.right.span, claim.right)
    )
    return iter(pairs)


def _quotations(comparison: Comparison, claim: Claim) -> Iterator[Both]:
    """What both quote, whoever says it."""
    for pair in comparison.quotes:
        one, other = pair.left, pair.right
        if one is None or other is None or isinstance(one, Paraphrase) or isinstance(other, Paraphrase):
            continue
        if _touches(one.span, claim.left) and _touches(other.span, claim.right):
            yield _one_line(one.text), _one_line(other.text)


def _holds(spans: Sequence[Span], place: int) -> bool:
    return any(span.start <= place < span.end for span in spans)


def _touches(span: Span, passages: Sequence[Span]) -> bool:
    return any(span.overlap(passage) for passage in passages)


def _plain(version: Version, spans: Sequence[Span]) -> list[Span]:
    """Spans of the source, in the same text set plainly, which passages and meanings are made of."""
    setting = version.source.setting
    return [setting.places.plain(span) if setting else span for span in spans]


def _line(version: Version, span: Span) -> str:
    """A clause as the source sets it, on one line."""
    setting = version.source.setting
    return _one_line((setting.places.source(span) if setting else span).of(version.source.text)).strip(" ,;:—–-")


def _one_line(text: str) -> str:
    return " ".join(text.split())
