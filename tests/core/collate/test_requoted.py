"""What an edit put in the place of quotations and of the headline is their change, whatever they have in common."""

from __future__ import annotations

import pytest

from variorum.core.collate.compare import compare
from variorum.core.collate.model import ClaimKind, PairKind, Regime, Wording
from variorum.core.text.reading import read_article

STORY = (
    "Council backs bridge plan\n\nThe city council voted on Monday to close the harbor bridge for repairs. "
    "Engineers found cracks in four of its pillars last autumn.\n\n{}\n\n"
    "The work would take 18 months, and the ferry is to run every ten minutes until it is done.\n"
)
CALLED = "Mayor Edda Holm called the vote “{}” on her way out of the hall."
SAID = "“{},” Mayor Edda Holm told reporters on her way out of the hall."


def altered(before: str, after: str) -> list[tuple[str, str, Wording]]:
    one, other = (read_article(STORY.format(sentence)) for sentence in (before, after))
    found = compare(one, other)
    assert found.regime is Regime.REVISION
    return [
        (pair.left.text, pair.right.text, pair.wording)
        for pair in found.quotes
        if pair.kind is PairKind.CHANGED and pair.left and pair.right
    ]


@pytest.mark.parametrize(
    ("frame", "long", "short"),
    [
        (CALLED, "deeply irresponsible", "irresponsible"),
        (SAID, "We will pay for this for a very long time", "We will pay for this"),
    ],
)
def test_words_cut_off_or_put_in_at_an_end_alter_a_quotation(frame: str, long: str, short: str) -> None:
    for before, after in ((long, short), (short, long)):
        ((one, other, wording),) = altered(frame.format(before), frame.format(after))
        assert (one.rstrip(","), other.rstrip(","), wording) == (before, after, Wording.TRIMMED)


def test_other_words_in_the_same_place_of_the_same_speaker_are_one_altered_quotation() -> None:
    ((one, other, wording),) = altered(
        SAID.format("This is for the harbor board to settle"), SAID.format("Nobody asked the people who live here")
    )
    assert (one[:7], other[:6], wording) == ("This is", "Nobody", Wording.DIFFERS)


def test_a_comma_alters_nothing_and_words_of_somebody_else_are_not_the_same_quotation() -> None:
    assert altered(SAID.format("It is done"), SAID.format("It is done").replace(",”", "”")) == []
    other = SAID.format("Nobody asked the people who live here").replace("Mayor Edda Holm", "Engineer Jon Dahl")
    assert altered(SAID.format("This is for the harbor board to settle"), other) == []


def test_two_headlines_of_one_text_belong_together() -> None:
    before = STORY.format(SAID.format("It is done"))
    after = before.replace("Council backs bridge plan", "Ferry to replace closed crossing until fall")
    found = compare(read_article(before), read_article(after))
    assert [(c.kind, len(c.left), len(c.right)) for c in found.claims if c.kind is not ClaimKind.UNCHANGED] == [
        (ClaimKind.REWORDED, 1, 1)
    ]
