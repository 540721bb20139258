"""Compares two versions: the entrance to this package. Pure: articles in, a comparison out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from variorum.core.cancel import ShouldCancel, never
from variorum.core.collate.as_set import as_set, set_plainly
from variorum.core.collate.claims import Linked, claims_of
from variorum.core.collate.figures import figure_pairs
from variorum.core.collate.hand import NO_HAND_LINKS, HandLinks
from variorum.core.collate.held import held
from variorum.core.collate.links import Linker
from variorum.core.collate.marked_words import with_words_marked
from variorum.core.collate.model import (
    Claim,
    ClaimKind,
    Comparison,
    Counts,
    FigurePair,
    PairKind,
    QuotePair,
    Regime,
    StancePair,
)
from variorum.core.collate.paraphrases import with_paraphrases
from variorum.core.collate.pieces import Group, Pair
from variorum.core.collate.qualifiers import changed_qualifiers
from variorum.core.collate.quotes import quote_pairs
from variorum.core.collate.rarity import Lexicon
from variorum.core.collate.regime import shared_wording
from variorum.core.collate.relating import related
from variorum.core.collate.replaced import with_replaced
from variorum.core.collate.requoted import with_requoted
from variorum.core.collate.stance import stances
from variorum.core.collate.version import Version
from variorum.core.meaning.model import MeaningOf, no_meaning
from variorum.core.text.model import Article


def compare(
    left: Article,
    right: Article,
    among: Sequence[Article] = (),
    should_cancel: ShouldCancel = never,
    linker: Linker | None = None,
    *,
    meaning_of: MeaningOf = no_meaning,
    hand: HandLinks = NO_HAND_LINKS,
) -> Comparison:
    """Holds `right` against `left`; `among` are the other versions of the story, which are evidence for links.

    `meaning_of` gives what is known of an article's meaning; without it links rest on words alone. A `linker` used
    for several comparisons of one story needn't look at the same two versions again. What `hand` says holds, whatever
    the evidence. Raises CanceledError.
    """
    linker = linker or Linker()
    one, other = (linker.memory.version(article, should_cancel) for article in (left, right))
    lexicon = Lexicon.of(one, other)
    by_hand = held(one, other, set_plainly(hand, left, right))
    found = related(one, other, among, linker, meaning_of, should_cancel, by_hand)
    claims = claims_of(Linked(one, other, found.groups, found.probability, lexicon, found.ordered), should_cancel)
    links = _links(found.groups, found.probability)
    pairs = figure_pairs(one, other, links, should_cancel, likely=found.likely, lexicon=lexicon)
    figures = with_replaced(one.article, other.article, claims, pairs, should_cancel)
    quotes = _quotes(found.regime, one, other, claims, links, lexicon, should_cancel)
    stance = stances(one, other, claims, lexicon, should_cancel)
    qualifiers = changed_qualifiers(one.article, other.article, claims, figures)
    comparison = Comparison(
        left=one.article,
        right=other.article,
        regime=found.regime,
        shared_wording=shared_wording(one, other, should_cancel),
        claims=claims,
        figures=figures,
        quotes=quotes,
        counts=_counts(claims, figures, quotes, stance, qualifiers),
        stance=stance,
    )
    return as_set(comparison, left, right)


def _quotes(
    regime: Regime,
    one: Version,
    other: Version,
    claims: Sequence[Claim],
    links: Mapping[Pair, float],
    lexicon: Lexicon,
    should_cancel: ShouldCancel,
) -> tuple[QuotePair, ...]:
    """Quotations with their counterparts: in marks, without marks, in the same place, in words of the writer."""
    found = quote_pairs(one, other, links, should_cancel)
    found = with_words_marked(found, one.article, other.article, claims, should_cancel)
    if regime is Regime.REVISION:
        found = with_requoted(found, one.article, other.article, claims, should_cancel)
    return with_paraphrases(found, one, other, links, lexicon, should_cancel)


def _links(found: Sequence[Group], probability: dict[Pair, float]) -> dict[Pair, float]:
    """The pairs of passages inside groups, with their probability."""
    pairs = {(a.passage, b.passage) for group in found for a in group.left for b in group.right}
    return {pair: probability.get(pair, 0.0) for pair in pairs}


def _counts(
    claims: Sequence[Claim],
    figures: Sequence[FigurePair],
    quotes: Sequence[QuotePair],
    stance: Sequence[StancePair],
    qualifiers: Iterable[object],
) -> Counts:
    kinds = Counter(claim.kind for claim in claims)
    return Counts(
        added=kinds[ClaimKind.ADDED],
        dropped=kinds[ClaimKind.DROPPED],
        reworded=kinds[ClaimKind.REWORDED],
        unchanged=kinds[ClaimKind.UNCHANGED],
        moved=sum(claim.moved for claim in claims),
        changed_figures=sum(pair.kind is PairKind.CHANGED for pair in figures),
        changed_quotes=sum(pair.kind is PairKind.CHANGED for pair in quotes),
        stance=len(stance),
        changed_qualifiers=sum(1 for _ in qualifiers),
    )
