"""Edits of one text: what stands, what moved, what was split or merged, and which figure stands for which."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.core.collate.compare import compare
from variorum.core.collate.model import ClaimKind, Comparison, FigurePair, PairKind
from variorum.core.collate.order import in_order, kept_order
from variorum.core.collate.verbatim import verbatim
from variorum.core.text.reading import read_article

BODY = (
    "The city council voted on Monday to close the harbor bridge for repairs.",
    "Engineers found cracks in four of its pillars last autumn.",
    "Mayor Anna Lind said the work would take eighteen months.",
    "Ferries will carry commuters across the bay every ten minutes.",
    "Shop owners near the bridge fear that customers will stay away.",
    "A petition against the closure gathered 4,200 signatures.",
    "Traffic on the northern ring road is expected to double.",
    "The last repair of the bridge dates from the nineties.",
)


def compared(left: list[str], right: list[str]) -> Comparison:
    one, other = (read_article("Bridge to close\n\n" + "\n\n".join(side)) for side in (left, right))
    return compare(one, other)


def texts(comparison: Comparison, kind: ClaimKind) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [
        (
            tuple(span.of(comparison.left.text) for span in claim.left),
            tuple(span.of(comparison.right.text) for span in claim.right),
        )
        for claim in comparison.claims
        if claim.kind is kind
    ]


def changed(comparison: Comparison) -> list[tuple[str, str]]:
    return [
        (p.left.text, p.right.text) for p in comparison.figures if p.kind is PairKind.CHANGED and p.left and p.right
    ]


def test_what_stands_twice_goes_with_its_neighbors() -> None:
    assert verbatim("axbxc", "axbxc") == [(0, 0), (1, 1), (2, 2), (3, 3), (4, 4)]
    assert verbatim("axbxc", "abxc") == [(0, 0), (2, 1), (3, 2), (4, 3)]
    assert verbatim("axbxc", "bxaxc") == [(0, 2), (1, 3), (2, 0), (3, 1), (4, 4)]
    assert verbatim("xx", "x") == [(0, 0)]


def test_a_repeated_sentence_that_goes_leaves_the_other_where_it_is() -> None:
    short = "He declined to comment."
    left = [*BODY[:2], short, *BODY[2:6], short, *BODY[6:]]
    comparison = compared(left, [*BODY[:6], short, *BODY[6:]])
    assert texts(comparison, ClaimKind.DROPPED) == [((short,), ())]
    assert (comparison.counts.moved, comparison.counts.unchanged) == (0, 10)


def test_the_heavier_run_stays() -> None:
    assert in_order([2, 0, 1], [5, 1, 1]) == {0}
    assert in_order([2, 0, 1], [1, 1, 1]) == {1, 2}
    assert in_order([1, 1, 2], [1, 3, 1]) == {1, 2}


@settings(max_examples=200, deadline=None)
@given(st.permutations(range(9)), st.lists(st.integers(1, 2), min_size=9, max_size=9))
def test_what_kept_its_order_is_the_same_from_either_side(places: list[int], weights: list[int]) -> None:
    pairs = list(enumerate(places))
    turned = sorted((b, a, weight) for (a, b), weight in zip(pairs, weights, strict=True))
    there = {pairs[at] for at in kept_order(pairs, weights)}
    back = kept_order([(b, a) for b, a, _ in turned], [weight for *_, weight in turned])
    assert there == {(turned[at][1], turned[at][0]) for at in back}
    assert sorted(there, key=lambda pair: pair[1]) == sorted(there)


@settings(max_examples=300, deadline=None)
@given(st.text("abc", max_size=9), st.text("abc", max_size=9))
def test_what_stands_verbatim_is_paired_alike_from_either_side(left: str, right: str) -> None:
    there, back = verbatim(list(left), list(right)), verbatim(list(right), list(left))
    assert there == sorted((a, b) for b, a in back)
    assert all(left[a] == right[b] for a, b in there)


def test_of_two_that_only_changed_places_neither_is_kept() -> None:
    assert kept_order([(0, 0), (1, 2), (2, 1), (3, 3)], [1, 1, 1, 1]) == {0, 3}
    assert kept_order([(0, 0), (1, 2), (2, 1), (3, 3)], [1, 2, 1, 1]) == {0, 1, 3}


def test_two_sentences_made_one_and_one_made_two_are_one_claim_each() -> None:
    merged = f"{BODY[1][:-1]}, and {BODY[2]}"
    there = compared(list(BODY), [BODY[0], merged, *BODY[3:]])
    assert texts(there, ClaimKind.REWORDED) == [((BODY[1], BODY[2]), (merged,))]
    back = compared([BODY[0], merged, *BODY[3:]], list(BODY))
    assert texts(back, ClaimKind.REWORDED) == [((merged,), (BODY[1], BODY[2]))]
    for comparison in (there, back):
        assert (comparison.counts.added, comparison.counts.dropped, comparison.counts.moved) == (0, 0, 0)


def test_half_exchanged_in_a_moved_paragraph_is_still_the_same() -> None:
    """A sentence alike by half is one with another only in its place, and that may have moved."""
    later = "Shop keepers near the harbor worry that tourists will stay at home."
    left = [*BODY[:3], f"{BODY[3]} {BODY[4]}", *BODY[5:]]
    right = [*BODY[:3], *BODY[5:], f"{BODY[3]} {later}"]
    comparison = compared(left, right)
    assert texts(comparison, ClaimKind.REWORDED) == [((BODY[4],), (later,))]
    assert {c.left[0].of(comparison.left.text) for c in comparison.claims if c.moved} == set(BODY[3:5])


def test_a_sentence_put_in_the_place_of_another_is_not_the_other_reworded() -> None:
    new = "Voters rejected a new tunnel in a referendum two years ago."
    comparison = compared(list(BODY), [*BODY[:4], new, *BODY[5:]])
    assert texts(comparison, ClaimKind.DROPPED) == [((BODY[4],), ())]
    assert texts(comparison, ClaimKind.ADDED) == [((), (new,))]


def test_a_figure_between_the_same_words_was_changed_whatever_stands_elsewhere() -> None:
    rates = ("Rents rose by 5 percent in the old town.", "In the port district wages fell by 7 percent instead.")
    comparison = compared([*BODY, *rates], [*BODY, rates[0].replace("5", "7"), rates[1].replace("7", "5")])
    assert changed(comparison) == [("5 percent", "7 percent"), ("7 percent", "5 percent")]


def test_a_figure_that_stood_for_two_finds_the_other_one() -> None:
    """With the first 5 percent changed, the second one is the counterpart of what is left on the right."""
    left = [*BODY, "Rents rose by 5 percent in the old town.", "In the port district wages fell by 5 percent instead."]
    right = [*left[:-2], "Rents rose by 6 percent in the old town.", left[-1]]
    comparison = compared(left, right)
    assert changed(comparison) == [("5 percent", "6 percent")]
    percents = [pair for pair in comparison.figures if has_unit(pair, "%")]
    assert [pair.kind for pair in percents] == [PairKind.CHANGED, PairKind.SAME]


def test_a_number_under_the_same_qualifier_was_changed_and_one_under_another_may_be_rounded() -> None:
    told = "About 50 countries sent engineers to the bridge in the old town."
    assert changed(compared([*BODY, told], [*BODY, told.replace("50", "51")])) == [("50 countries", "51 countries")]
    assert changed(compared([*BODY, told], [*BODY, told.replace("About 50", "Exactly 51")])) == []


def has_unit(pair: FigurePair, unit: str) -> bool:
    return any(figure is not None and figure.unit == unit for figure in (pair.left, pair.right))


def test_figures_of_other_things_in_one_place_are_no_change() -> None:
    left = [*BODY, "The work on the bridge will cost $5 million in the old town alone."]
    right = [*BODY, "The work on the bridge will cost 40 jobs in the old town alone."]
    assert changed(compared(left, right)) == []
