"""Surveys a text: which block is headline, subhead, body, page furniture or repeated, and where it says it is from.

What reading an article and reading only its head have in common. Knows nothing of sentences, figures and quotations.
"""

from __future__ import annotations

from dataclasses import dataclass

from variorum.core.text import language, origin
from variorum.core.text.blocks import Block, blocks
from variorum.core.text.furniture import mark_furniture
from variorum.core.text.headlines import mark_heads
from variorum.core.text.model import Kind, Span
from variorum.core.text.repeats import mark_repeats


@dataclass(frozen=True, slots=True)
class Survey:
    """The blocks of a text with their kinds, and what it says of itself. `headline` is None where there is none."""

    blocks: tuple[Block, ...]
    headline: Span | None
    outlet: str
    dateline: str
    date: str
    language: str


def survey(text: str, *, find_repeats: bool = True) -> Survey:
    """What the parts of `text` are. Without `find_repeats` only further copies of a headline are not told apart."""
    marked = mark_heads(text, mark_furniture(text, blocks(text)))
    if find_repeats:
        marked = mark_repeats(text, marked)
    headline = next((block for block in marked if block.kind is Kind.HEADLINE), None)
    body = [block.span.of(text)[:400] for block in marked if block.kind is Kind.SENTENCE][:6]
    furniture = [block.of(text) for block in marked if block.kind is Kind.FURNITURE and len(block.span) < 420]
    end = next((block.span.of(text)[-100:] for block in reversed(marked) if block.kind is Kind.SENTENCE), "")
    dateline = next(filter(None, map(origin.dateline_of, body[:3])), "")
    return Survey(
        blocks=tuple(marked),
        headline=headline.span if headline else None,
        outlet=origin.outlet_of(headline.of(text) if headline else "", body, furniture, end),
        dateline=dateline,
        date=origin.date_of([*furniture, dateline]),
        language=language.guess("\n".join(body)),
    )
