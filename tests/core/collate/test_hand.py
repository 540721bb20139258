"""Links made and undone by hand: they hold in revisions, in rewrites and in texts that are half of each."""

from __future__ import annotations

import pytest

from council import TEN
from variorum.core.collate.changes import changes
from variorum.core.collate.compare import compare
from variorum.core.collate.hand import HandLinks
from variorum.core.collate.marking import is_doubtful
from variorum.core.collate.model import Claim, ClaimKind, Comparison, PairKind, Regime
from variorum.core.text.model import Article, Kind, Sentence, Span
from variorum.core.text.reading import read_article

RETOLD = (
    "The harbor bridge will be closed for repairs, the city council decided on Monday.",
    "Cracks had been found by engineers in four pillars of the bridge last autumn.",
    "Repairs will last eighteen months, according to Mayor Anna Lind.",
    "Commuters are to cross the bay by ferries that leave every ten minutes.",
    "Some 4,200 people signed a petition against the closure.",
    "Half of the $36 million will come from the state.",
    "Voters turned down a new tunnel two years ago.",
)
NO_COMMENT = "He declined to comment."


def article(*sentences: str) -> Article:
    """An article whose sentences are given, so that no reading stands between the test and the comparison."""
    text, told = "", []
    for sentence in sentences:
        told.append(Sentence(Span(len(text), len(text) + len(sentence)), Kind.SENTENCE, 0))
        text += sentence + " "
    return Article(text=text, headline=sentences[0], headline_span=None, language="en", sentences=tuple(told))


def span(side: Article, words: str) -> Span:
    start = side.text.index(words)
    return Span(start, start + len(words))


def pair(left: Article, right: Article, one: str, other: str) -> tuple[Span, Span]:
    return span(left, one), span(right, other)


def holding(comparison: Comparison, side: str, passage: Span) -> set[int]:
    """The claims that hold characters of a passage."""
    return {
        at
        for at, claim in enumerate(comparison.claims)
        if any(part.overlap(passage) for part in (claim.left if side == "left" else claim.right))
    }


def texts(comparison: Comparison, claim: Claim) -> tuple[list[str], list[str]]:
    left, right = comparison.left.text, comparison.right.text
    return [part.of(left).strip() for part in claim.left], [part.of(right).strip() for part in claim.right]


def claim_of(comparison: Comparison, words: str) -> Claim:
    """The one claim that holds these words of the left."""
    (at,) = holding(comparison, "left", span(comparison.left, words))
    return comparison.claims[at]


def assert_linked(comparison: Comparison, linked: tuple[Span, Span]) -> Claim:
    left, right = holding(comparison, "left", linked[0]), holding(comparison, "right", linked[1])
    assert len(left) == 1
    assert left == right
    claim = comparison.claims[left.pop()]
    assert claim.linked
    assert claim.by_hand
    assert claim.confidence == 1.0
    assert not is_doubtful(claim)
    return claim


def assert_apart(comparison: Comparison, unlinked: tuple[Span, Span]) -> None:
    assert not holding(comparison, "left", unlinked[0]) & holding(comparison, "right", unlinked[1])


REGIMES = {
    "revision": (TEN, (*TEN[:4], "Nobody was hurt.", *TEN[5:])),
    "rewrite": (TEN, RETOLD),
    "half copied": (TEN, (*TEN[:3], *RETOLD[3:])),
}


@pytest.mark.parametrize("name", REGIMES)
def test_a_link_holds_where_nothing_speaks_for_it(name: str) -> None:
    one, other = (article(*sentences) for sentences in REGIMES[name])
    before = compare(one, other)
    linked = pair(one, other, TEN[8], REGIMES[name][1][4])
    assert_apart(before, linked)
    after = compare(one, other, hand=HandLinks((linked,)))
    assert_linked(after, linked)
    assert after.regime is before.regime


@pytest.mark.parametrize("name", REGIMES)
def test_every_link_can_be_undone(name: str) -> None:
    one, other = (article(*sentences) for sentences in REGIMES[name])
    linked = [claim for claim in compare(one, other).claims if claim.linked]
    assert len(linked) >= 5
    unlinked = tuple((a, b) for claim in linked for a in claim.left for b in claim.right)
    for apart in unlinked:
        assert_apart(compare(one, other, hand=HandLinks((), (apart,))), apart)
    none = compare(one, other, hand=HandLinks((), unlinked))
    for apart in unlinked:
        assert_apart(none, apart)
    for claim in none.claims:
        assert not claim.by_hand


def test_what_was_unlinked_is_not_what_comes_closest() -> None:
    one, other = article(*TEN), article(*TEN)
    apart = pair(one, other, TEN[5], TEN[5])
    claim = claim_of(compare(one, other, hand=HandLinks((), (apart,))), TEN[5])
    assert claim.kind is ClaimKind.DROPPED
    assert claim.nearest is None or apart[1] not in claim.nearest.spans


def test_a_link_goes_before_what_stands_word_for_word() -> None:
    one, other = article(*TEN), article(*TEN)
    linked = pair(one, other, TEN[2], TEN[6])
    comparison = compare(one, other, hand=HandLinks((linked,)))
    assert comparison.regime is Regime.REVISION
    assert texts(comparison, assert_linked(comparison, linked)) == ([TEN[2]], [TEN[6]])
    alone = {texts(comparison, claim)[0][0] for claim in comparison.claims if claim.kind is ClaimKind.DROPPED}
    assert alone == {TEN[6]}


def test_a_link_tells_copies_of_one_sentence_apart() -> None:
    one = article(*TEN[:3], NO_COMMENT, *TEN[3:6])
    other = article(*TEN[:3], NO_COMMENT, *TEN[3:6], NO_COMMENT)
    early, late = Span(*(other.text.index(NO_COMMENT) + at for at in (0, 23))), other.sentences[-1].span
    linked = span(one, NO_COMMENT), late
    comparison = compare(one, other, hand=HandLinks((linked,)))
    claim = assert_linked(comparison, linked)
    assert claim.kind is ClaimKind.UNCHANGED
    assert claim.moved
    (added,) = (claim for claim in comparison.claims if claim.kind is ClaimKind.ADDED)
    assert added.right == (early,)


def test_a_link_leaves_the_others_of_a_revision_alone() -> None:
    one, other = (article(*sentences) for sentences in REGIMES["revision"])
    linked = pair(one, other, TEN[8], "Nobody was hurt.")
    before, after = compare(one, other), compare(one, other, hand=HandLinks((linked,)))
    untouched = [
        claim
        for claim in before.claims
        if claim.linked and not any(part.overlap(span(one, TEN[8])) for part in claim.left)
    ]
    assert {(c.left, c.right, c.kind) for c in untouched} <= {(c.left, c.right, c.kind) for c in after.claims}


def test_links_in_a_chain_are_one_claim() -> None:
    one, other = article(*TEN), article(*RETOLD)
    rows = ((TEN[4], RETOLD[0]), (TEN[4], RETOLD[2]), (TEN[8], RETOLD[2]), (TEN[7], RETOLD[0]), (TEN[9], RETOLD[5]))
    linked = tuple(pair(one, other, *row) for row in rows)
    comparison = compare(one, other, hand=HandLinks(linked))
    chain = [assert_linked(comparison, row) for row in linked]
    assert chain[0] is chain[1] is chain[2] is chain[3] is not chain[4]
    assert {*texts(comparison, chain[0])[0]} >= {TEN[4], TEN[7], TEN[8]}


def test_a_confirmed_link_leaves_its_claim_as_it_was() -> None:
    joined = (
        "The regional court in Malmberg dismissed the appeal of the ferry company, "
        "and its lawyers promised to go on to the supreme court in spring."
    )
    halves = (
        "The regional court in Malmberg dismissed the appeal of the ferry company.",
        "Its lawyers promised to go on to the supreme court in spring.",
    )
    one, other = article(*TEN, joined), article(*TEN, *halves)
    linked = pair(one, other, joined, halves[0])
    before, after = compare(one, other), compare(one, other, hand=HandLinks((linked,)))
    assert texts(before, claim_of(before, joined)) == ([joined], [*halves])
    assert texts(after, assert_linked(after, linked)) == ([joined], [*halves])


def test_an_unlinked_half_leaves_a_split() -> None:
    joined = (
        "The regional court in Malmberg dismissed the appeal of the ferry company, "
        "and its lawyers promised to go on to the supreme court in spring."
    )
    halves = (
        "The regional court in Malmberg dismissed the appeal of the ferry company.",
        "Its lawyers promised to go on to the supreme court in spring.",
    )
    one, other = article(*TEN, joined), article(*TEN, *halves)
    apart = pair(one, other, joined, halves[1])
    comparison = compare(one, other, hand=HandLinks((), (apart,)))
    assert_apart(comparison, apart)
    assert texts(comparison, claim_of(comparison, joined)) == ([joined], [halves[0]])


CLAUSES = ("The council closed the bridge on Monday,", "while the ferry company asked for a larger pier.")


def test_parts_of_a_sentence_are_linked_apart() -> None:
    one = article(" ".join(CLAUSES), *TEN[1:4])
    other = article(*RETOLD[:4])
    linked = pair(one, other, CLAUSES[0][:-1], RETOLD[0]), pair(one, other, CLAUSES[1], RETOLD[3])
    comparison = compare(one, other, hand=HandLinks(linked))
    first, second = (assert_linked(comparison, row) for row in linked)
    assert [part.of(one.text) for part in first.left] == [CLAUSES[0] + " "]
    assert [part.of(one.text) for part in second.left] == [CLAUSES[1]]


def test_a_part_may_be_unlinked_from_what_the_other_part_tells() -> None:
    one, other = article(" ".join(CLAUSES), *TEN[1:4]), article(*RETOLD[:4])
    linked, apart = pair(one, other, CLAUSES[0], RETOLD[0]), pair(one, other, CLAUSES[1], RETOLD[0])
    comparison = compare(one, other, hand=HandLinks((linked,), (apart,)))
    assert_linked(comparison, linked)
    assert_apart(comparison, apart)
    assert claim_of(comparison, CLAUSES[1]).kind is ClaimKind.DROPPED


def test_words_are_not_cut() -> None:
    one, other = article(" ".join(CLAUSES), *TEN[1:4]), article(*RETOLD[:4])
    inside = span(one, "dge on Mon")
    comparison = compare(
        one, other, hand=HandLinks(((inside, span(other, RETOLD[0])),), ((span(one, "pier"), span(other, RETOLD[0])),))
    )
    (claim,) = (claim for claim in comparison.claims if claim.by_hand)
    assert texts(comparison, claim)[0] == ["bridge on Monday,"]


def test_of_linked_and_unlinked_the_link_holds() -> None:
    one, other = article(*TEN), article(*RETOLD)
    both = pair(one, other, TEN[4], RETOLD[5])
    assert_linked(compare(one, other, hand=HandLinks((both,), (both,))), both)


def test_what_falls_into_no_passage_says_nothing() -> None:
    one, other = article(*TEN), article(*RETOLD)
    real, gap, beyond = span(one, TEN[0]), Span(len(TEN[0]), len(TEN[0]) + 1), Span(9000, 9100)
    plain = compare(one, other)
    for left, right in ((real, beyond), (beyond, span(other, RETOLD[5])), (gap, span(other, RETOLD[5]))):
        assert compare(one, other, hand=HandLinks(((left, right),), ((left, right),))) == plain
    empty = Article(text="", headline="", headline_span=None)
    assert compare(empty, one, hand=HandLinks(((real, real),))).claims == compare(empty, one).claims


def test_one_span_may_hold_several_passages() -> None:
    one, other = article(*TEN), article(*RETOLD)
    wide = Span(span(one, TEN[7]).start, span(one, TEN[8]).end), span(other, RETOLD[5])
    claim = assert_linked(compare(one, other, hand=HandLinks((wide,))), wide)
    assert len(claim.left) >= 2


def test_a_stance_belongs_to_a_link() -> None:
    before, after = "The council will sell the pier to the company.", "The council may sell the pier to the company."
    one, other = article(TEN[0], before, *TEN[1:]), article(TEN[0], after, *TEN[1:])
    words = pair(one, other, before, after)
    for hand in (HandLinks(), HandLinks((words,))):
        (stance,) = compare(one, other, hand=hand).stance
        assert (stance.left, stance.right) == (span(one, "will"), span(other, "may"))
    assert compare(one, other, hand=HandLinks((), (words,))).stance == ()


def test_a_figure_follows_the_link() -> None:
    one = article(*TEN[:6], "The closure will cost the ferry company 40 jobs.")
    other = article(*TEN[:6], "The closure will cost the ferry company 60 jobs.")
    one, other = read_article(one.text), read_article(other.text)
    apart = pair(one, other, "The closure will cost", "The closure will cost")
    assert [p.kind for p in compare(one, other).figures].count(PairKind.CHANGED) == 1
    comparison = compare(one, other, hand=HandLinks((), (apart,)))
    assert_apart(comparison, apart)
    assert any(change.title == "Dropped" for change in changes(comparison))


def test_meaning_and_other_versions_change_nothing_about_a_link(seed_articles: tuple[Article, ...]) -> None:
    one, other = seed_articles[0], seed_articles[4]
    plain = compare(one, other, seed_articles[1:4])
    linked = [claim for claim in plain.claims if claim.linked]
    single = next(claim for claim in plain.claims if claim.kind is ClaimKind.DROPPED)
    apart = (linked[1].left[0], linked[1].right[0])
    held = (single.left[0], linked[0].right[0])
    comparison = compare(one, other, seed_articles[1:4], hand=HandLinks((held,), (apart,)))
    assert_linked(comparison, held)
    assert_apart(comparison, apart)
