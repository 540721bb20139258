"""What a card of the rail says of a change."""

from __future__ import annotations

import pytest

from variorum.core.collate.changes import Change, ChangeKind
from variorum.core.text.model import Span
from variorum.gui.compare.card import card_of

HERE = (Span(0, 4),)


@pytest.mark.parametrize(
    ("kind", "title", "before", "after", "said", "exchange"),
    [
        (ChangeKind.FIGURE, "10 → 12", "10", "12", "FIGURE CHANGED", "A 10 → E 12"),
        (ChangeKind.FIGURE, "Qualifier changed: 9 → over 9", "9", "over 9", "QUALIFIER CHANGED", "A 9 → E over 9"),
        (ChangeKind.STANCE, "Certainty changed: “will” → “may”", "will", "may", "CERTAINTY CHANGED", "A will → E may"),
        (ChangeKind.STANCE, "Negation changed: — → “not”", "", "not", "NEGATION CHANGED", "A — → E not"),
        (ChangeKind.QUOTE, "Speaker changed", "Ann Lee", "Bob Ray", "SPEAKER CHANGED", "A Ann Lee → E Bob Ray"),
        (ChangeKind.QUOTE, "Quotation turned paraphrase", "", "", "QUOTATION TURNED PARAPHRASE", ""),
    ],
)
def test_a_card_says_what_changed_once(
    kind: ChangeKind, title: str, before: str, after: str, said: str, exchange: str
) -> None:
    card = card_of(Change((kind,), HERE, HERE, title, "Passage", look=True, before=before, after=after), ("A", "E"))
    assert (card.title, card.detail, card.exchange) == (said, "Passage", exchange)
