"""What was linked by hand holds between its articles and where the same words are told; the last word counts."""

from __future__ import annotations

from variorum.core.collate.hand import NO_HAND_LINKS, SpanPair
from variorum.core.handmade.linking import Compared, exchange, hand_links
from variorum.core.handmade.model import HandLink
from variorum.core.handmade.passages import Passages
from variorum.core.text.model import Span

BETWEEN = "Engineers found cracks in four of its pillars. Ferries will carry commuters across the bay. "
LEFT = "The work takes 18 months. " + BETWEEN + "The state is to pay half of the cost of $36 million."
RIGHT = "The work takes 24 months. " + BETWEEN + "A new tunnel was rejected by voters two years ago."


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


STATE = "The state is to pay half of the cost of $36 million."
TUNNEL = "A new tunnel was rejected by voters two years ago."
ONE = Compared(1, Passages(LEFT))
OTHER = Compared(2, Passages(RIGHT))
PAIR: SpanPair = (span(LEFT, STATE), span(RIGHT, TUNNEL))


def said(*acts: tuple[SpanPair, bool]) -> tuple[HandLink, ...]:
    """What is kept after these acts, one after the other."""
    kept: list[HandLink] = []
    for pair, linked in acts:
        change = exchange(kept, ONE, OTHER, [pair], linked=linked)
        kept = [link for link in kept if link not in change.gone] + list(change.new)
    return tuple(kept)


def test_a_link_holds_whichever_version_stands_left() -> None:
    kept = said((PAIR, True))
    assert hand_links(kept, ONE, OTHER).linked == (PAIR,)
    assert hand_links(kept, OTHER, ONE).linked == (PAIR[::-1],)
    assert hand_links((), ONE, OTHER) == NO_HAND_LINKS


def test_what_was_said_last_holds() -> None:
    assert hand_links(said((PAIR, True), (PAIR, False)), ONE, OTHER).unlinked == (PAIR,)
    assert hand_links(said((PAIR, True), (PAIR, False)), ONE, OTHER).linked == ()
    assert hand_links(said((PAIR, False), (PAIR, True)), ONE, OTHER).unlinked == ()
    assert len(said((PAIR, True), (PAIR, True))) == 1


def test_a_part_of_a_linked_passage_can_be_unlinked() -> None:
    half = (span(LEFT, "The state is to pay half"), PAIR[1])
    assert hand_links(said((PAIR, True), (half, False)), ONE, OTHER) == hand_links(said((half, False)), ONE, OTHER)


def test_other_links_stay() -> None:
    ferries = (span(LEFT, "Ferries will carry commuters"), span(RIGHT, "Ferries will carry commuters"))
    assert len(said((ferries, False), (PAIR, True))) == 2


def test_an_edited_version_keeps_what_still_fits() -> None:
    edited = Compared(2, Passages(RIGHT.replace("Engineers found", "Divers have found")))
    assert len(hand_links(said((PAIR, True)), ONE, edited).linked) == 1
    gone = Compared(2, Passages(RIGHT.replace("two years", "three years")))
    assert hand_links(said((PAIR, True)), ONE, gone) == NO_HAND_LINKS


def test_a_third_version_of_the_story_with_the_same_words_is_held_to_it() -> None:
    kept = said((PAIR, True))
    third = Compared(3, Passages("Nothing else is told here. " + STATE))
    found = hand_links(kept, third, OTHER, frozenset({1, 2, 3}))
    assert [(one.of("Nothing else is told here. " + STATE), other) for one, other in found.linked] == [(STATE, PAIR[1])]
    assert hand_links(kept, OTHER, third, frozenset({1, 2, 3})).linked == tuple(pair[::-1] for pair in found.linked)
    assert hand_links(kept, third, OTHER, frozenset({2, 3})) == NO_HAND_LINKS


def test_a_few_words_are_not_the_same_passage_in_a_third_version() -> None:
    few = (span(LEFT, "18 months"), span(RIGHT, "24 months"))
    third = Compared(3, Passages(LEFT))
    assert hand_links(said((few, True)), third, OTHER, frozenset({1, 2, 3})) == NO_HAND_LINKS


def test_what_was_said_of_the_two_themselves_comes_first() -> None:
    third = Compared(3, Passages("Nothing else is told here. " + STATE))
    own = exchange((), third, OTHER, [(third.passages.find(ONE.passages.passage(PAIR[0])), PAIR[1])], linked=False)  # type: ignore[list-item]
    found = hand_links((*said((PAIR, True)), *own.new), third, OTHER, frozenset({1, 2, 3}))
    assert found.linked == ()
    assert len(found.unlinked) == 1
