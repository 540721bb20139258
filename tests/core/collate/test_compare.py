"""Comparing two versions: what must hold for any two texts, in both regimes."""

from __future__ import annotations

import time
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from council import TEN
from variorum.core.cancel import CanceledError
from variorum.core.collate.compare import compare
from variorum.core.collate.model import Claim, ClaimKind, Comparison, Op, Regime
from variorum.core.text.model import Article, Kind, Sentence, Span
from variorum.core.text.reading import read_article

WORDS = st.sampled_from(
    ("the", "a", "council", "Lind", "bridge", "said", "not", "12", "$36", "million", "“closed”", "harbor", "—", "it’s,")
)
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=9), min_size=1, max_size=5)


def article(*sentences: str) -> Article:
    return read_article("\n\n".join(sentences))


def plain(*sentences: str) -> Article:
    """An article whose sentences are given, so that no reading stands between the test and the comparison."""
    text, spans = "", []
    for sentence in sentences:
        spans.append(Span(len(text), len(text) + len(sentence)))
        text += sentence + " "
    told = tuple(Sentence(span, Kind.SENTENCE, 0) for span in spans)
    return Article(text=text, headline=sentences[0], headline_span=None, language="en", sentences=told)


def of_kind(comparison: Comparison, kind: ClaimKind) -> list[Claim]:
    return [claim for claim in comparison.claims if claim.kind is kind]


def told(comparison: Comparison, claim: Claim) -> tuple[str, str]:
    left = " ".join(span.of(comparison.left.text) for span in claim.left)
    right = " ".join(span.of(comparison.right.text) for span in claim.right)
    return left, right


def assert_covers(spans: list[Span], side: Article) -> None:
    """Every character of what is told stands in the claims once."""
    assert sorted(spans) == sorted(set(spans))
    covered = [at for span in spans for at in range(span.start, span.end)]
    wanted = [at for s in side.sentences if s.kind.tells for at in range(s.span.start, s.span.end)]
    assert sorted(covered) == wanted


def assert_sound(comparison: Comparison) -> None:
    assert_covers([span for claim in comparison.claims for span in claim.left], comparison.left)
    assert_covers([span for claim in comparison.claims for span in claim.right], comparison.right)
    for claim in comparison.claims:
        assert 0.0 <= claim.confidence <= 1.0
        assert claim.linked == bool(claim.left and claim.right)
        left = "".join(r.left.of(comparison.left.text) or " " for r in claim.words if r.left is not None)
        right = "".join(r.right.of(comparison.right.text) or " " for r in claim.words if r.right is not None)
        assert (left.split(), right.split()) == tuple(text.split() for text in told(comparison, claim))


@pytest.mark.parametrize(("left", "right"), [*combinations(range(5), 2)])
def test_the_seeds_are_rewrites_and_soundly_compared(seed_articles: tuple[Article, ...], left: int, right: int) -> None:
    comparison = compare(seed_articles[left], seed_articles[right])
    assert comparison.regime is Regime.REWRITE
    assert comparison.shared_wording < 0.2
    assert_sound(comparison)
    assert comparison.counts.changed_figures == 0
    assert len(of_kind(comparison, ClaimKind.REWORDED)) >= 4


def test_other_versions_are_evidence(seed_articles: tuple[Article, ...]) -> None:
    alone = compare(seed_articles[0], seed_articles[3])
    among = compare(seed_articles[0], seed_articles[3], [seed_articles[1], seed_articles[2], seed_articles[4]])
    assert_sound(among)
    assert [c.confidence for c in alone.claims] != [c.confidence for c in among.claims]


@pytest.mark.parametrize("index", range(5))
def test_a_text_and_itself_differ_in_nothing(seed_articles: tuple[Article, ...], index: int) -> None:
    comparison = compare(seed_articles[index], seed_articles[index])
    assert comparison.regime is Regime.REVISION
    assert comparison.shared_wording > 0.95
    assert {claim.kind for claim in comparison.claims} == {ClaimKind.UNCHANGED}
    assert not any(claim.moved for claim in comparison.claims)
    assert all(run.op is Op.EQUAL for claim in comparison.claims for run in claim.words)
    counts = comparison.counts
    assert (counts.added, counts.dropped, counts.moved, counts.changed_figures, counts.changed_quotes) == (0,) * 5


def test_swapping_the_seeds_mirrors(seed_articles: tuple[Article, ...]) -> None:
    one, other = compare(seed_articles[2], seed_articles[4]), compare(seed_articles[4], seed_articles[2])
    assert {(c.left, c.right) for c in one.claims} == {(c.right, c.left) for c in other.claims}
    assert (one.counts.added, one.counts.dropped) == (other.counts.dropped, other.counts.added)


def test_typography_and_white_space_change_nothing() -> None:
    curly = plain("“It’s done,” he said — at last…", "The  end of\nit all was near.")
    straight = plain('"It\'s done," he said - at last...', "The end of it all was near.")
    assert {claim.kind for claim in compare(curly, straight).claims} == {ClaimKind.UNCHANGED}


def test_unrelated_articles_share_no_claim(seed_articles: tuple[Article, ...]) -> None:
    recipe = plain("Whisk three eggs with sugar until pale.", "Fold in flour, then bake for half an hour.")
    comparison = compare(recipe, seed_articles[0])
    assert {claim.kind for claim in comparison.claims} == {ClaimKind.ADDED, ClaimKind.DROPPED}
    assert comparison.counts.dropped == 2
    assert_sound(comparison)


def test_a_revision_shows_what_was_edited() -> None:
    later = list(TEN)
    later[2] = "Mayor Anna Lind said the work would take twenty-four months."
    del later[4]
    later.insert(1, "Nobody was hurt when a railing broke in March.")
    comparison = compare(article(*TEN), article(*later))
    assert comparison.regime is Regime.REVISION
    assert [told(comparison, c)[0] for c in of_kind(comparison, ClaimKind.DROPPED)] == [TEN[4]]
    assert [told(comparison, c)[1] for c in of_kind(comparison, ClaimKind.ADDED)] == [later[1]]
    assert [told(comparison, c) for c in of_kind(comparison, ClaimKind.REWORDED)] == [(TEN[2], later[3])]
    assert comparison.counts.unchanged == 8
    assert not comparison.counts.moved
    kinds = [claim.kind for claim in comparison.claims]
    assert kinds.index(ClaimKind.ADDED) == 1, "an added claim stands where the right version has it"
    assert_sound(comparison)


def test_a_moved_sentence_has_moved_and_the_others_stand() -> None:
    later = [*TEN[:2], *TEN[3:8], TEN[2], *TEN[8:]]
    comparison = compare(article(*TEN), article(*later))
    moved = [claim for claim in comparison.claims if claim.moved]
    assert [told(comparison, claim)[0] for claim in moved] == [TEN[2]]
    assert moved[0].distance == 5
    back = compare(article(*later), article(*TEN))
    assert [claim.distance for claim in back.claims if claim.moved] == [-5]


def test_whatever_has_moved_has_passed_something_that_stands() -> None:
    turned = [TEN[0], *TEN[1:6][::-1], *TEN[6:]]
    one, back = (compare(article(*a), article(*b)) for a, b in ((TEN, turned), (turned, TEN)))
    distances = [claim.distance for claim in one.claims if claim.moved]
    assert len(distances) == 4, "one of the five stands"
    assert all(distances), "also the one in the middle, which has the same number of neighbors before it as ever"
    assert sorted(-claim.distance for claim in back.claims if claim.moved) == sorted(distances)


def test_a_sentence_split_in_two_is_one_claim() -> None:
    joined = (
        "The regional court in Malmberg dismissed the appeal of the ferry company, "
        "and its lawyers promised to go on to the supreme court in spring."
    )
    halves = (
        "The regional court in Malmberg dismissed the appeal of the ferry company.",
        "Its lawyers promised to go on to the supreme court in spring.",
    )
    comparison = compare(article(*TEN, joined), article(*TEN, *halves))
    claims = of_kind(comparison, ClaimKind.REWORDED)
    assert {text for claim in claims for text in (told(comparison, claim)[1],)} in ({" ".join(halves)}, set(halves))
    assert comparison.counts.added == comparison.counts.dropped == 0
    assert_sound(comparison)


def test_half_alike_is_one_claim_in_its_place_and_two_elsewhere() -> None:
    before = "The ferry company asked the regional court to stop the closure."
    after = "The ferry company asked the mayor for a larger pier."
    in_place = compare(plain(*TEN[:5], before, *TEN[5:]), plain(*TEN[:5], after, *TEN[5:]))
    assert [told(in_place, claim) for claim in of_kind(in_place, ClaimKind.REWORDED)] == [(before, after)]
    elsewhere = compare(plain(*TEN[:1], before, *TEN[1:]), plain(*TEN[:9], after, *TEN[9:]))
    assert (elsewhere.counts.reworded, elsewhere.counts.dropped, elsewhere.counts.added) == (0, 1, 1)


def test_what_stands_verbatim_in_a_rewrite_is_unchanged() -> None:
    wire = "Ferries will carry commuters across the bay every ten minutes while the harbor bridge is closed."
    left = plain("Ferries to carry commuters while bridge is closed", wire, *TEN[4:7])
    right = plain(
        "Commuters must take ferries every ten minutes across the bay while the harbor bridge is closed, it said.",
        "Traders expect to lose business as long as nobody can drive across.",
        "About 4,200 people signed a petition against closing the bridge.",
        wire,
        "Taxpayers all over the country will share the bill of $36 million.",
    )
    comparison = compare(left, right)
    assert comparison.regime is Regime.REWRITE
    assert [told(comparison, claim) for claim in of_kind(comparison, ClaimKind.UNCHANGED)] == [(wire, wire)]


def test_what_is_told_only_here_names_what_comes_closest(seed_articles: tuple[Article, ...]) -> None:
    comparison = compare(seed_articles[3], seed_articles[4])
    single = [claim for claim in comparison.claims if not claim.linked]
    assert single
    assert sum(claim.nearest is not None for claim in single) >= 0.8 * len(single)
    for claim in single:
        assert claim.nearest is None or claim.nearest.confidence == pytest.approx(1 - claim.confidence)


def test_links_say_why(seed_articles: tuple[Article, ...]) -> None:
    comparison = compare(seed_articles[3], seed_articles[4])
    evidence = {word for claim in comparison.claims for word in claim.evidence}
    assert {"Rutte", "5%"} <= evidence


def test_empty_sides_do_no_harm() -> None:
    empty = Article(text="", headline="", headline_span=None)
    full = plain("One thing was said.")
    assert compare(empty, empty).claims == ()
    assert [c.kind for c in compare(empty, full).claims] == [ClaimKind.ADDED]
    assert [c.kind for c in compare(full, empty).claims] == [ClaimKind.DROPPED]


def test_a_comparison_can_be_canceled(seed_articles: tuple[Article, ...]) -> None:
    asked = iter([False] * 10)
    with pytest.raises(CanceledError):
        compare(seed_articles[0], seed_articles[1], should_cancel=lambda: next(asked, True))


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_any_two_texts_are_soundly_compared(left: list[list[str]], right: list[list[str]]) -> None:
    one, other = plain(*map(" ".join, left)), plain(*map(" ".join, right))
    there, back = compare(one, other), compare(other, one)
    assert_sound(there)
    assert_sound(back)
    assert there.regime is back.regime


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_any_text_is_itself(sentences: list[list[str]]) -> None:
    text = plain(*map(" ".join, sentences))
    comparison = compare(text, text)
    assert all(claim.kind is ClaimKind.UNCHANGED and not claim.moved for claim in comparison.claims)


def test_long_revisions_take_near_linear_time() -> None:
    nouns = (
        "council",
        "bridge",
        "harbor",
        "ferry",
        "repair",
        "mayor",
        "court",
        "tunnel",
        "signature",
        "pillar",
        "engineer",
    )

    def seconds(size: int) -> float:
        sentences = [
            f"In case {i} the {nouns[i % 11]} of {nouns[i * 7 % 11]} {i % 97} met {nouns[i * 5 % 11]}."
            for i in range(size)
        ]
        edited = [s.replace("met", "never saw") if i % 20 == 0 else s for i, s in enumerate(sentences)]
        left, right = plain(*sentences), plain(*edited)
        start = time.process_time()
        assert compare(left, right).regime is Regime.REVISION
        return time.process_time() - start

    seconds(100)
    assert seconds(2000) < 30 * seconds(250)
