"""What changed word by word inside a linked pair of passages. Knows texts and spans; `alignment` says what survives.

Words, not characters: a figure ("$126 billion"), a short quotation or a word is never split. Nothing here decides what
is linked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from variorum.core.collate.alignment import Token, aligned, closely_aligned, mostly_stands
from variorum.core.collate.inside import starting_in
from variorum.core.collate.model import Op, WordRun
from variorum.core.collate.options import AS_COLLATED, WordOptions, joined_to_words
from variorum.core.collate.rarity import is_function_word
from variorum.core.text.folding import same_words
from variorum.core.text.model import Article, Figure, Quotation, Span
from variorum.core.text.nouns import singular
from variorum.core.text.tokens import pieces

_SHORT_QUOTATION = 4
"""Words up to which a quotation is never split."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A token where it stands."""

    token: Token
    spelled: str
    """What an equal token must share with it."""
    span: Span
    gap: Span | None
    """The white space behind it; empty at the border to the next passage; None where the next token follows at once."""


def word_runs(
    left: Article,
    left_spans: Sequence[Span],
    right: Article,
    right_spans: Sequence[Span],
    options: WordOptions = AS_COLLATED,
) -> tuple[WordRun, ...]:
    """Runs of whole words that both passages share or one has alone, in reading order, deletions before insertions.

    `options` say which words count as shared.
    """
    one, other = _placed(left, left_spans, options), _placed(right, right_spans, options)
    matches = aligned(_tokens(one), _tokens(other))
    if mostly_stands(_tokens(one), _tokens(other), matches):
        if _counts_something(left, left_spans) or _counts_something(right, right_spans):
            one = _placed(left, left_spans, options, nouns_apart=True)
            other = _placed(right, right_spans, options, nouns_apart=True)
        matches = closely_aligned(_tokens(one), _tokens(other))
    if not options.ignore_typography:
        # The same words stand opposite each other, however they are set: what differs in that alone is no reason to
        # take the words around it for others.
        matches = [(a, b) for a, b in matches if one[a].spelled == other[b].spelled]
    return tuple(_joined(_single_runs(one, other, matches)))


def _tokens(placed: Iterable[_Placed]) -> list[Token]:
    return [item.token for item in placed]


def _placed(
    article: Article, spans: Sequence[Span], options: WordOptions, *, nouns_apart: bool = False
) -> list[_Placed]:
    """The tokens of the passages, with the white space between them. With `nouns_apart` what a figure counts is a word
    like others."""
    found: list[tuple[Span, int]] = []
    for at, span in enumerate(spans):
        own = _pieces(article, span, nouns_apart=nouns_apart)
        own = joined_to_words(own, article.text) if options.ignore_punctuation else own
        found += ((piece, at) for piece in own)
    quoted = [q.span for span in spans for q in starting_in(article.quotations, span) if _is_short(q)]
    placed, part = [], 0
    for (piece, at), follower in zip_longest(found, found[1:]):
        gap: Span | None = None
        if follower and follower[1] == at:
            gap = Span(piece.end, follower[0].start) if follower[0].start > piece.end else None
        elif follower or piece.end < spans[at].end:
            gap = Span(piece.end, spans[at].end)
        while part < len(quoted) and quoted[part].end <= piece.start:
            part += 1
        inside = part < len(quoted) and quoted[part].start < piece.end
        figure = options.ignore_figures and _is_figure(article, piece)
        text = piece.of(article.text)
        token = _token(text, at, part if inside else -1, options, figure=figure)
        spelled = token.key if options.ignore_typography else options.key(text, figure=figure)
        placed.append(_Placed(token, spelled, piece, gap))
    return placed


def _pieces(article: Article, span: Span, *, nouns_apart: bool) -> Iterator[Span]:
    """The words and marks of a passage; the words of a figure are one piece."""
    figures = iter(_number(figure) if nouns_apart else figure.span for figure in starting_in(article.figures, span))
    figure = next(figures, None)
    whole: Span | None = None
    for piece in pieces(article.text, span):
        while figure and figure.end <= piece.start:
            figure = next(figures, None)
            if whole:
                yield whole
            whole = None
        if figure and figure.start < piece.end:
            whole = Span(whole.start if whole else piece.start, piece.end)
            continue
        yield piece
    if whole:
        yield whole


def _counts_something(article: Article, spans: Sequence[Span]) -> bool:
    """Whether a figure names what it counts."""
    return any(_number(figure) != figure.span for span in spans for figure in starting_in(article.figures, span))


def _number(figure: Figure) -> Span:
    """A figure without the noun that it counts: "14" of "14 votes"."""
    number, _, noun = figure.text.rpartition(" ")
    counts = noun.isalpha() and figure.unit in (noun.lower(), singular(noun))
    return Span(figure.span.start, figure.span.start + len(number.rstrip())) if number and counts else figure.span


def _is_figure(article: Article, piece: Span) -> bool:
    return any(figure.span.overlap(piece) for figure in starting_in(article.figures, piece))


def _token(text: str, passage: int, quotation: int, options: WordOptions, *, figure: bool) -> Token:
    plain = same_words(text) or "\u2400"
    content = (plain[0].isalnum() or len(plain) > 1) and not is_function_word(plain)
    key = plain if options is AS_COLLATED else options.plain_key(text, figure=figure) or "\u2400"
    return Token(key, content, passage, quotation)


def _is_short(quotation: Quotation) -> bool:
    return len(quotation.text.split()) <= _SHORT_QUOTATION


def _single_runs(
    one: Sequence[_Placed], other: Sequence[_Placed], matches: Sequence[tuple[int, int]]
) -> Iterator[WordRun]:
    """Tokens and white space one by one: what goes, what comes, what stays. White space that only one side has behind
    a token of both is a change like others."""
    gone: list[Span] = []
    come: list[Span] = []
    for (a, b), (c, d) in pairwise([(-1, -1), *matches, (len(one), len(other))]):
        gone += _with_gaps(one[a + 1 : c])
        come += _with_gaps(other[b + 1 : d])
        yield from (WordRun(Op.DELETE, span, None) for span in gone)
        yield from (WordRun(Op.INSERT, None, span) for span in come)
        gone, come = [], []
        if c == len(one):
            return
        yield WordRun(Op.EQUAL, one[c].span, other[d].span)
        gaps = one[c].gap, other[d].gap
        if None not in gaps:
            yield WordRun(Op.EQUAL, *gaps)
        gone, come = ([gap] if gap is not None and None in gaps else [] for gap in gaps)


def _with_gaps(items: Iterable[_Placed]) -> Iterator[Span]:
    for item in items:
        yield item.span
        if item.gap is not None:
            yield item.gap


def _joined(runs: Iterable[WordRun]) -> Iterator[WordRun]:
    """Runs joined where they stand side by side."""
    last: WordRun | None = None
    for run in runs:
        if last is None:
            last = run
        elif last.op is run.op and _continues(last.left, run.left) and _continues(last.right, run.right):
            last = WordRun(run.op, _join(last.left, run.left), _join(last.right, run.right))
        else:
            yield last
            last = run
    if last is not None:
        yield last


def _continues(one: Span | None, other: Span | None) -> bool:
    """Whether `other` follows at once on `one`, with no border of passages (an empty span) in between."""
    if one is None or other is None:
        return one is other
    return one.end == other.start and len(one) > 0 and len(other) > 0


def _join(one: Span | None, other: Span | None) -> Span | None:
    return Span(one.start, other.end) if one and other else None
