"""What changed word by word inside a linked pair of passages. The only place that knows diff-match-patch.

Words, not characters: a figure ("$126 billion"), a short quotation or a word is one token, mapped to one private
character for the diff. Nothing here decides what is linked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest

from diff_match_patch import diff_match_patch

from variorum.core.collate.inside import starting_in
from variorum.core.collate.model import Op, WordRun
from variorum.core.collate.rarity import is_function_word
from variorum.core.collate.typography import same_words
from variorum.core.text.model import Article, Span

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|[$€£¥]?\d+(?:[.,:]\d+)*(?:[%‰°]|(?:st|nd|rd|th)\b)?"  # $5.2, 10:30, 5%, 21st
    r"|[\w]+(?:[’'.-][\w]+)*"  # pre-2014, don’t
    r"|\.{3}|[^\w\s]"
)
_PRIVATE = 0xF0000
"""First character of a private plane with room for 65,000 different tokens."""
_SURVIVING = 1 / 3
"""Where fewer of the words survive, the passage is shown as a whole."""
_ISLAND = 2
"""Content words that an unchanged run between two changes must have to stand."""
_LONG, _SECONDS = 1000, 1.0
"""Tokens of a passage from which the diff may stop early (a text that is one line without a full stop), and when."""
_SHORT_QUOTATION = 4
"""Words up to which a quotation is one token."""


@dataclass(frozen=True, slots=True)
class _Token:
    key: str
    span: Span
    gap: Span | None
    """The white space behind it; empty at the border to the next passage; None where the next token follows at once."""

    @property
    def content(self) -> bool:
        """Whether it is a word that says something."""
        return (self.key[0].isalnum() or len(self.key) > 1) and not is_function_word(self.key)


def word_runs(
    left: Article, left_spans: Sequence[Span], right: Article, right_spans: Sequence[Span]
) -> tuple[WordRun, ...]:
    """Runs of whole words that both passages share or one has alone, in reading order, deletions before insertions."""
    one, other = _tokens(left, left_spans), _tokens(right, right_spans)
    if _shared(one, other) < _SURVIVING:
        return _replaced(left_spans, right_spans)
    script = _without_islands(_diff(one, other))
    surviving = sum(len(a) for op, a, _ in script if op is Op.EQUAL) * 2
    if surviving < _SURVIVING * (len(one) + len(other)):
        return _replaced(left_spans, right_spans)
    return tuple(_runs(script))


def _replaced(left: Sequence[Span], right: Sequence[Span]) -> tuple[WordRun, ...]:
    """The whole of the left passages, then the whole of the right ones, empty runs at the borders between passages."""
    gone = [WordRun(Op.DELETE, part, None) for s in left for part in (s, Span(s.end, s.end))]
    come = [WordRun(Op.INSERT, None, part) for s in right for part in (s, Span(s.end, s.end))]
    return (*gone[:-1], *come[:-1])


def _tokens(article: Article, spans: Sequence[Span]) -> list[_Token]:
    """The tokens of the passages, with the white space between them."""
    found = [(token, span) for span in spans for token in _token_spans(article, span)]
    tokens = []
    for (token, span), follower in zip_longest(found, found[1:]):
        gap: Span | None = None
        if follower and follower[1] is span:
            gap = Span(token.end, follower[0].start) if follower[0].start > token.end else None
        elif follower or token.end < span.end:
            gap = Span(token.end, span.end)
        tokens.append(_Token(same_words(token.of(article.text)) or "\u2400", token, gap))
    return tokens


def _token_spans(article: Article, span: Span) -> Iterable[Span]:
    at = span.start
    for whole in _wholes(article, span):
        yield from (Span(*m.span()) for m in _TOKEN.finditer(article.text, at, whole.start))
        yield whole
        at = whole.end
    yield from (Span(*m.span()) for m in _TOKEN.finditer(article.text, at, span.end))


def _wholes(article: Article, span: Span) -> list[Span]:
    """Figures and short quotations inside `span`, without overlaps: they are never split."""
    short = (q.span for q in starting_in(article.quotations, span) if len(q.text.split()) <= _SHORT_QUOTATION)
    figures = (f.span for f in starting_in(article.figures, span))
    inside = sorted({s for s in (*figures, *short) if span.contains(s) and len(s)})
    kept: list[Span] = []
    for whole in inside:
        if not kept or whole.start >= kept[-1].end:
            kept.append(whole)
    return kept


def _shared(one: Sequence[_Token], other: Sequence[_Token]) -> float:
    """Upper bound of the share of tokens that can survive, without looking at their order."""
    common = Counter(t.key for t in one) & Counter(t.key for t in other)
    return 2 * common.total() / max(1, len(one) + len(other))


_Step = tuple[Op, list[_Token], list[_Token]]


def _diff(one: Sequence[_Token], other: Sequence[_Token]) -> list[_Step]:
    """The shortest edit script over tokens."""
    letters: dict[str, str] = {}
    for token in (*one, *other):
        letters.setdefault(token.key, chr(_PRIVATE + len(letters)))
    differ = diff_match_patch()
    differ.Diff_Timeout = 0 if max(len(one), len(other)) <= _LONG else _SECONDS
    script = differ.diff_main("".join(letters[t.key] for t in one), "".join(letters[t.key] for t in other), False)
    steps: list[_Step] = []
    a = b = 0
    for op, characters in script:
        size = len(characters)
        here = list(one[a : a + size]) if op <= 0 else []
        there = list(other[b : b + size]) if op >= 0 else []
        steps.append(((Op.DELETE, Op.EQUAL, Op.INSERT)[op + 1], here, there))
        a, b = a + len(here), b + len(there)
    return steps


def _without_islands(steps: Sequence[_Step]) -> list[_Step]:
    """Unchanged runs of hardly a content word between two changes count as changed."""
    kept: list[_Step] = []
    for index, (op, here, there) in enumerate(steps):
        inner = op is Op.EQUAL and 0 < index < len(steps) - 1
        if inner and sum(token.content for token in here) < _ISLAND:
            kept += [(Op.DELETE, here, []), (Op.INSERT, [], there)]
        else:
            kept.append((op, here, there))
    merged: list[_Step] = []
    for equal, run in groupby(kept, key=lambda step: step[0] is Op.EQUAL):
        steps_of_run = list(run)
        here = [t for _, tokens, _ in steps_of_run for t in tokens]
        there = [t for _, _, tokens in steps_of_run for t in tokens]
        if equal:
            merged.append((Op.EQUAL, here, there))
            continue
        merged += [(Op.DELETE, here, [])] if here else []
        merged += [(Op.INSERT, [], there)] if there else []
    return merged


def _runs(steps: Sequence[_Step]) -> Iterator[WordRun]:
    """Tokens and the white space behind them, joined where they stand side by side."""
    last: WordRun | None = None
    for run in _single_runs(steps):
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


def _single_runs(steps: Sequence[_Step]) -> Iterator[WordRun]:
    for op, here, there in steps:
        if op is Op.EQUAL:
            yield from _equal_runs(here, there)
            continue
        for token in here or there:
            for span in (token.span, token.gap):
                if span is not None:
                    yield WordRun(op, span, None) if op is Op.DELETE else WordRun(op, None, span)


def _equal_runs(here: Sequence[_Token], there: Sequence[_Token]) -> Iterator[WordRun]:
    """Equal tokens; white space that only one side has is a change of its own."""
    for a, b in zip(here, there, strict=True):
        yield WordRun(Op.EQUAL, a.span, b.span)
        if a.gap is not None or b.gap is not None:
            op = Op.INSERT if a.gap is None else Op.DELETE if b.gap is None else Op.EQUAL
            yield WordRun(op, a.gap, b.gap)
