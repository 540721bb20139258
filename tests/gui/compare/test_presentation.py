"""What is visible, joined and found in a comparison, whatever the kinds chosen."""

from __future__ import annotations

from dataclasses import replace

from variorum.core.collate.changes import ChangeKind
from variorum.core.collate.model import Nearest
from variorum.core.text.model import Span
from variorum.gui.compare.kinds import ALL_KINDS
from variorum.gui.compare.presentation import Presentation, Side, SpanFinder


def test_every_change_is_visible_at_first(presentation: Presentation) -> None:
    assert presentation.order == (0, 1, 2, 3, 4, 5)


def test_a_kind_that_is_off_hides_its_changes_only(presentation: Presentation) -> None:
    shown = presentation.showing(ALL_KINDS - {ChangeKind.REWORDED})
    assert shown.order == (1, 2, 3, 4, 5), "the last one has moved too and stays"
    assert presentation.showing(frozenset({ChangeKind.QUOTE})).order == (4,)


def test_links_of_claims_carry_their_loudest_visible_kind(presentation: Presentation) -> None:
    claims = [link for link in presentation.links if link.change is None]
    assert [(link.claim, link.tone, link.doubtful) for link in claims] == [
        (0, None, False),
        (1, ChangeKind.REWORDED, False),
        (3, ChangeKind.MOVED, True),
    ]
    moved = presentation.showing(frozenset({ChangeKind.MOVED}))
    assert [(link.claim, link.tone, link.distance) for link in moved.links] == [(0, None, 0), (3, ChangeKind.MOVED, -3)]


def test_a_changed_quotation_or_figure_is_joined_from_its_own_words_to_its_own_words(
    presentation: Presentation,
) -> None:
    for kind, number in ((ChangeKind.QUOTE, 4), (ChangeKind.FIGURE, 1)):
        shown = presentation.showing(frozenset({kind}))
        link = next(link for link in shown.links if link.tone is not None)
        assert [other for other in shown.links if other.tone is not None] == [link], "one band, not its claim's too"
        assert (link.change, link.tone) == (number, kind)
        passage = shown.passages[link.passage]
        assert (passage.left, passage.right) == (shown.changes[number].left, shown.changes[number].right)
        assert shown.kinds_by_passage == {link.passage: (kind,)}, "one glyph and one mark in the strip"


def test_a_claim_of_which_only_the_figure_is_listed_is_marked_with_it(presentation: Presentation) -> None:
    shown = Presentation(presentation.comparison, presentation.changes[1:])
    assert shown.kinds_by_claim[1] == (ChangeKind.REWORDED,), "its words are marked"
    assert 1 not in shown.kinds_by_passage, "but no glyph and no line in the strip says so"
    without = shown.showing(ALL_KINDS - {ChangeKind.FIGURE})
    assert 1 not in without.kinds_by_claim


def test_an_offset_finds_the_shortest_change_there(presentation: Presentation) -> None:
    text = presentation.comparison.left.text
    assert presentation.change_at(Side.LEFT, text.index("10 percent")) == 1
    assert presentation.change_at(Side.LEFT, text.index("Rates")) == 0
    assert presentation.change_at(Side.LEFT, text.index("Ministers")) is None


def test_hidden_changes_are_not_found(presentation: Presentation) -> None:
    text = presentation.comparison.left.text
    shown = presentation.showing(frozenset({ChangeKind.DROPPED}))
    assert shown.change_at(Side.LEFT, text.index("10 percent")) is None
    assert shown.change_at(Side.LEFT, text.index("bridge")) == 2


def test_what_is_told_on_one_side_only_has_a_place_on_the_other(presentation: Presentation) -> None:
    comparison = presentation.comparison
    dropped, added = presentation.changes[2], presentation.changes[3]
    assert presentation.opposite(Side.RIGHT, dropped) == comparison.claims[4].right, "the closest passage"
    assert presentation.opposite(Side.LEFT, added) == comparison.claims[3].left, "the neighbor that is linked"


def test_what_is_far_from_telling_it_is_no_place_for_it(presentation: Presentation) -> None:
    comparison, dropped = presentation.comparison, presentation.changes[2]
    far = Nearest(comparison.claims[4].right, 0.09)
    claims = tuple(replace(claim, nearest=far) if n == 2 else claim for n, claim in enumerate(comparison.claims))
    shown = Presentation(replace(comparison, claims=claims), presentation.changes)
    assert shown.nearest(dropped) == (), "nothing is outlined"
    assert shown.opposite(Side.RIGHT, dropped) == claims[1].right, "the neighbor that is linked"


def test_the_first_change_from_a_place_on(presentation: Presentation) -> None:
    text = presentation.comparison.left.text
    assert presentation.first_from(Side.LEFT, 0, presentation.order) == 0
    assert presentation.first_from(Side.LEFT, text.index("bridge"), presentation.order) == 4
    assert presentation.first_from(Side.LEFT, 0, presentation.looks) == 1
    assert presentation.first_from(Side.LEFT, len(text), presentation.order) is None


def test_changes_of_a_claim_and_inside_it_as_far_as_they_are_visible(presentation: Presentation) -> None:
    assert [list(presentation.changes_in(claim)) for claim in range(5)] == [[], [0, 1], [2], [4, 5], [3]]
    only = presentation.showing(frozenset({ChangeKind.FIGURE}))
    assert [list(only.changes_in(claim)) for claim in range(5)] == [[], [1], [], [], []]


def test_nested_and_neighboring_spans() -> None:
    finder = SpanFinder([(Span(0, 100), 1), (Span(10, 20), 2), (Span(100, 110), 3)])
    assert [finder.at(n) for n in (0, 10, 19, 20, 99, 100, 110)] == [1, 2, 2, 1, 1, 3, None]
