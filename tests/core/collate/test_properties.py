"""What must hold for any two texts: news-like ones revised or retold, and random ones."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from typesetting import settings_of
from variorum.core.collate.compare import compare
from variorum.core.collate.hand import HandLinks
from variorum.core.collate.model import Claim, ClaimKind, Comparison, Op, PairKind, Paraphrase
from variorum.core.export.json_export import as_json
from variorum.core.text.model import Article, Figure, Quotation, Setting, Span
from variorum.core.text.reading import read_article

WHO = ("The city council", "Mayor Anna Lind", "The ferry company", "A court in Malmberg", "Zoë Ångström", "Officials")
DID = ("rejected", "has approved", "will inspect", "criticized", "did not publish", "postponed")
WHAT = (
    "the harbor bridge",
    "a plan for 14 new trams",
    "the budget of $36 million",
    "an appeal",
    "Kestrel Bay’s tunnel",
)
TAIL = ("on Monday", "after weeks of debate", "despite 4,200 signatures", "by 12 percent", "— in secret", "in 2019")
SAID = (
    "“It is done,” Lind said {}.",
    "“We don’t know when {} ends,” a spokesman told reporters.",
    "He declined to comment.",
    "“We wait … for {},” she said.",
)
MIRROR = {
    ClaimKind.ADDED: ClaimKind.DROPPED,
    ClaimKind.DROPPED: ClaimKind.ADDED,
    ClaimKind.UNCHANGED: ClaimKind.UNCHANGED,
    ClaimKind.REWORDED: ClaimKind.REWORDED,
}
PAIR_MIRROR = {PairKind.ADDED: PairKind.DROPPED, PairKind.DROPPED: PairKind.ADDED}


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """A sentence as news has it."""
    if draw(st.integers(0, 4)) == 0:
        return draw(st.sampled_from(SAID)).format(draw(st.sampled_from(WHAT)))
    who, did, what, tail = (draw(st.sampled_from(words)) for words in (WHO, DID, WHAT, TAIL))
    joined = draw(st.sampled_from(["", ", and ", "; ", ", while "]))
    second = f"{joined}{draw(st.sampled_from(WHO))} {draw(st.sampled_from(DID))} it" if joined else ""
    return f"{who} {did} {what} {tail}{second}."


PARAGRAPHS = st.lists(st.lists(sentences(), min_size=1, max_size=3), min_size=1, max_size=7)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[str, str]:
    """Two texts that share some paragraphs, in any order, with some sentences exchanged: revisions and rewrites."""
    left = draw(PARAGRAPHS)
    right = draw(st.permutations(left)) if draw(st.booleans()) else list(left)
    right = [[s if draw(st.integers(0, 3)) else draw(sentences()) for s in paragraph] for paragraph in right]
    right += draw(PARAGRAPHS) if draw(st.booleans()) else []
    return text_of(left), text_of(right)


RANDOM = st.text(
    alphabet=st.sampled_from(list("abcABC 019.,;:!?“”\"'’‘—-–$%\n\t()…\u00a0éß𝔄")), min_size=0, max_size=160
)


def text_of(paragraphs: list[list[str]]) -> str:
    return "Bridge to be closed\n\n" + "\n\n".join(" ".join(paragraph) for paragraph in paragraphs)


def unheaded(paragraphs: list[list[str]]) -> str:
    """The same without a headline, with a second paragraph so that blank lines set them apart."""
    return "\n\n".join(" ".join(paragraph) for paragraph in [*paragraphs, ["Nobody was surprised by it."]])


def compared(left: str, right: str) -> Comparison:
    return compare(read_article(left), read_article(right))


def mirrored(claim: Claim) -> Claim:
    """What the claim must be with the sides swapped, as far as both must agree."""
    return replace(
        claim,
        kind=MIRROR[claim.kind],
        left=claim.right,
        right=claim.left,
        confidence=round(claim.confidence, 9),
        distance=-claim.distance,
        nearest=None,
        words=(),
        evidence=(),
    )


def bare(claim: Claim) -> Claim:
    return replace(claim, confidence=round(claim.confidence, 9), nearest=None, words=(), evidence=())


def by_place(claim: Claim) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    return claim.left, claim.right


def assert_mirrored(there: Comparison, back: Comparison) -> None:
    assert there.regime is back.regime
    assert there.shared_wording == back.shared_wording
    assert sorted(map(mirrored, back.claims), key=by_place) == sorted(map(bare, there.claims), key=by_place)
    assert standing(there, "left") == standing(back, "right")
    assert standing(there, "right") == standing(back, "left")
    figures = {(p.kind, p.left and p.left.span, p.right and p.right.span) for p in there.figures}
    assert figures == {
        (PAIR_MIRROR.get(p.kind, p.kind), p.right and p.right.span, p.left and p.left.span) for p in back.figures
    }
    quotes = {(p.kind, p.left and p.left.span, p.right and p.right.span) for p in there.quotes}
    assert quotes == {
        (PAIR_MIRROR.get(p.kind, p.kind), p.right and p.right.span, p.left and p.left.span) for p in back.quotes
    }


def standing(comparison: Comparison, side: str) -> set[int]:
    """Every character of one side that the word runs say stands on the other."""
    runs = (getattr(run, side) for claim in comparison.claims for run in claim.words if run.op is Op.EQUAL)
    return {at for span in runs for at in range(span.start, span.end)}


def assert_joined(spans: list[Span], article: Article) -> None:
    """The spans hold every told character once, white space aside."""
    covered = sorted(at for span in spans for at in range(span.start, span.end))
    told = [at for s in article.sentences if s.kind.tells for at in range(s.span.start, s.span.end)]
    assert covered == told


def assert_joined_to_the_letter(comparison: Comparison) -> None:
    """The words of the JSON join to the passages of both sides, and all that is equal is identical."""
    for claim in as_json(comparison, "left", "right")["claims"]:
        for name, op, article in (("left", "-", comparison.left), ("right", "+", comparison.right)):
            words = "".join(part for kind, part in claim["words"] if kind in ("=", op))
            assert words == " ".join(article.text[start:end] for start, end in claim[name])
        changed = {at for at, (op, _) in enumerate(claim["words"]) if op != "="} - set(claim.get("typography", []))
        assert claim["kind"] != "unchanged" or not changed


def assert_sound(comparison: Comparison) -> None:
    assert_joined_to_the_letter(comparison)
    left, right = comparison.left, comparison.right
    assert_joined([span for claim in comparison.claims for span in claim.left], left)
    assert_joined([span for claim in comparison.claims for span in claim.right], right)
    for claim in comparison.claims:
        assert claim.linked == bool(claim.left and claim.right)
        assert 0.0 <= claim.confidence <= 1.0
        for spans, runs, text in (
            (claim.left, [run.left for run in claim.words], left.text),
            (claim.right, [run.right for run in claim.words], right.text),
        ):
            pieces = [span.of(text) or " " for span in runs if span is not None]
            assert "".join(pieces).split() == " ".join(span.of(text) for span in spans).split()


@settings(max_examples=40, deadline=None)
@given(pairs())
def test_news_is_compared_soundly_and_swapping_sides_mirrors(texts: tuple[str, str]) -> None:
    there, back = compared(*texts), compared(*texts[::-1])
    assert_sound(there)
    assert_sound(back)
    assert_mirrored(there, back)


@settings(max_examples=40, deadline=None)
@given(RANDOM, RANDOM)
def test_any_texts_are_compared_soundly_and_swapping_sides_mirrors(left: str, right: str) -> None:
    there, back = compared(left, right), compared(right, left)
    assert_sound(there)
    assert_mirrored(there, back)


FEW = (
    "The city council rejected the harbor bridge on Monday.",
    "The city council rejected the harbor bridge on Friday.",
    "The city council approved the harbor bridge on Monday.",
    "“It is done,” Lind said of 14 trams.",
    "He declined to comment.",
)
REPEATING = st.lists(st.lists(st.sampled_from(FEW), min_size=1, max_size=3), min_size=1, max_size=5).map(text_of)


@settings(max_examples=100, deadline=None)
@given(REPEATING, REPEATING)
def test_swapping_sides_mirrors_where_sentences_stand_again_and_again(left: str, right: str) -> None:
    assert_mirrored(compared(left, right), compared(right, left))


@settings(max_examples=30, deadline=None)
@given(st.one_of(PARAGRAPHS.map(text_of), RANDOM))
def test_any_text_is_itself(text: str) -> None:
    comparison = compared(text, text)
    assert all(claim.kind is ClaimKind.UNCHANGED and not claim.moved for claim in comparison.claims)
    assert all(claim.left == claim.right for claim in comparison.claims)
    assert all(run.op is Op.EQUAL for claim in comparison.claims for run in claim.words)
    assert all(pair.kind is PairKind.SAME for pair in comparison.figures)
    assert all(pair.kind is PairKind.SAME for pair in comparison.quotes)


@settings(max_examples=60, deadline=None)
@given(st.data(), st.one_of(PARAGRAPHS.map(text_of), PARAGRAPHS.map(unheaded)))
def test_setting_changes_nothing(data: st.DataObject, text: str) -> None:
    comparison = compared(text, data.draw(settings_of(text, in_lines=True)))
    assert_sound(comparison)
    assert {claim.kind for claim in comparison.claims} == {ClaimKind.UNCHANGED}
    assert not any(claim.moved for claim in comparison.claims)
    assert all(run.op is Op.EQUAL for claim in comparison.claims for run in claim.words)
    assert all(pair.kind is PairKind.SAME for pair in comparison.figures)
    assert all(pair.kind is PairKind.SAME for pair in comparison.quotes)


def place(found: Figure | Quotation | Paraphrase | None) -> Span | None:
    return found.span if found else None


def told(comparison: Comparison) -> list[object]:
    """All that a comparison says, whatever the setting of its texts."""
    left, right = (article.setting for article in (comparison.left, comparison.right))
    plain = replace(comparison, left=comparison.left.plain, right=comparison.right.plain)

    def words(span: Span | None, side: Setting | None, article: Article) -> str | None:
        return None if span is None else (side.places.plain(span) if side else span).of(article.text).strip()

    def here(span: Span | None) -> str | None:
        return words(span, left, plain.left)

    def there(span: Span | None) -> str | None:
        return words(span, right, plain.right)

    claims: list[object] = [
        (
            replace(bare(c), left=(), right=()),
            [*map(here, c.left)],
            [*map(there, c.right)],
            [(run.op, here(run.left), there(run.right)) for run in c.words],
            c.evidence,
        )
        for c in comparison.claims
    ]
    figures = [
        (p.kind, p.agreement, p.qualifier_changed, here(place(p.left)), there(place(p.right)))
        for p in comparison.figures
    ]
    quotes = [(p.kind, p.wording, p.speaker, here(place(p.left)), there(place(p.right))) for p in comparison.quotes]
    stance = [(p.kind, p.claim, here(p.left), there(p.right)) for p in comparison.stance]
    return [*claims, *figures, *quotes, *stance, comparison.regime, comparison.counts]


@settings(max_examples=60, deadline=None)
@given(st.data(), st.one_of(pairs(), st.tuples(RANDOM, RANDOM)))
def test_setting_changes_nothing_between_other_texts(data: st.DataObject, texts: tuple[str, str]) -> None:
    left, right = texts
    in_lines = left.startswith("Bridge")
    other = [data.draw(settings_of(text, in_lines=in_lines)) for text in texts]
    assert told(compared(*other)) == told(compared(left, right))


WORD = re.compile(r"[^\W_]+")


def words_of(article: Article, span: Span) -> list[Span]:
    """The words of telling passages that `span` touches."""
    return [
        word
        for sentence in article.sentences
        if sentence.kind.tells
        for match in WORD.finditer(article.text, sentence.span.start, sentence.span.end)
        if (word := Span(*match.span())).overlap(span)
    ]


@st.composite
def picks(draw: st.DrawFn, article: Article) -> Span:
    """What an editor may have selected: a sentence, a part of one, or anything at all."""
    told = [sentence.span for sentence in article.sentences if sentence.kind.tells]
    anywhere = draw(st.integers(0, 9)) == 0 or not told
    whole = Span(0, len(article.text) + 9) if anywhere else draw(st.sampled_from(told))
    if draw(st.booleans()):
        return whole
    start = draw(st.integers(whole.start, whole.end))
    return Span(start, draw(st.integers(start, whole.end)))


@st.composite
def held_by_hand(draw: st.DrawFn) -> tuple[Article, Article, HandLinks]:
    left, right = map(read_article, draw(st.one_of(pairs(), st.tuples(RANDOM, RANDOM))))
    rows = st.lists(st.tuples(picks(left), picks(right)), max_size=4).map(tuple)
    return left, right, HandLinks(draw(rows), draw(rows))


Place = tuple[int, Span]


def chains(left: Article, right: Article, hand: HandLinks) -> dict[Place, int]:
    """Which words are linked by hand, directly or by way of others."""
    chain: dict[Place, int] = {}
    for number, (one, other) in enumerate(hand.linked):
        places = [(0, word) for word in words_of(left, one)], [(1, word) for word in words_of(right, other)]
        if all(places):
            joined = {chain[place] for side in places for place in side if place in chain}
            chain = {place: number if at in joined else at for place, at in chain.items()}
            chain |= {place: number for side in places for place in side}
    return chain


def owner(comparison: Comparison, side: int, word: Span) -> int:
    """The claim that holds the whole of a word."""
    rows = (claim.right if side else claim.left for claim in comparison.claims)
    (found,) = (at for at, spans in enumerate(rows) if any(span.contains(word) for span in spans))
    return found


@settings(max_examples=150, deadline=None)
@given(held_by_hand())
def test_links_by_hand_hold_and_what_is_unlinked_stays_apart(held: tuple[Article, Article, HandLinks]) -> None:
    left, right, hand = held
    comparison = compare(left, right, hand=hand)
    assert_sound(comparison)
    chain = chains(left, right, hand)
    owners = {place: owner(comparison, *place) for place in chain}
    for number in set(chain.values()):
        (found,) = {owners[place] for place, at in chain.items() if at == number}
        claim = comparison.claims[found]
        assert (claim.linked, claim.by_hand, claim.confidence) == (True, True, 1.0)
    assert all(claim.by_hand == (at in owners.values()) for at, claim in enumerate(comparison.claims))
    for one, other in hand.unlinked:
        for a, b in product(words_of(left, one), words_of(right, other)):
            linked = (0, a) in chain and chain[0, a] == chain.get((1, b))
            assert linked or owner(comparison, 0, a) != owner(comparison, 1, b)


@settings(max_examples=80, deadline=None)
@given(held_by_hand())
def test_swapping_sides_mirrors_what_is_held_by_hand(held: tuple[Article, Article, HandLinks]) -> None:
    left, right, hand = held
    there, back = compare(left, right, hand=hand), compare(right, left, hand=hand.swapped())
    assert sorted(map(mirrored, back.claims), key=by_place) == sorted(map(bare, there.claims), key=by_place)
