"""What stands around two claims: how late they are told, on which day, in whose words."""

from __future__ import annotations

import pytest

from variorum.core.cancel import never
from variorum.core.collate.circumstances import NAMES, CircumstanceEvidence
from variorum.core.collate.rarity import Lexicon
from variorum.core.collate.version import Version
from variorum.core.text.reading import read_article

OPENING = "The council closed the harbor bridge on Wednesday after engineers found cracks in two of its piers."
QUOTED = "“Nobody will cross that bridge before we know how deep those cracks are,” Mayor Anna Lind said."
LATER = "Engineers will look at the piers next week and report to the council, which meets on Tuesday."
FILLER = "A ferry carries {} commuters across the bay every morning, and shop owners near the quay hope for more."


def numbers(left: list[str], right: list[str], a: int, b: int) -> dict[str, float]:
    one, other = (Version.of(read_article("\n\n".join(passages))) for passages in (left, right))
    lexicon = Lexicon([one.passages, other.passages], "en")
    found = CircumstanceEvidence().about(one, other, lexicon, never).of(a, b)
    return dict(zip(NAMES, found, strict=True))


def test_a_day_in_common() -> None:
    assert numbers([OPENING, LATER], [QUOTED, "The bridge was shut Wednesday."], 0, 1)["same day"] == 1.0
    assert numbers([OPENING, LATER], [QUOTED, "The bridge was shut Wednesday."], 1, 1)["same day"] == 0.0


def test_as_much_as_the_one_that_quotes_less() -> None:
    both = numbers([OPENING, QUOTED], [LATER, QUOTED], 1, 1)["both quoted"]
    assert 0.7 < both < 0.8
    assert numbers([OPENING, QUOTED], [LATER, QUOTED], 0, 1)["both quoted"] == 0.0


def test_the_end_of_a_long_article_is_late_and_that_of_a_short_one_is_not() -> None:
    long = [OPENING, *(FILLER.format(100 + number) for number in range(24)), LATER]
    assert numbers(long, long, 0, 0)["how late"] == 0.0
    assert numbers(long, long, 25, 25)["how late"] == 1.0
    assert numbers(long, long, 0, 25)["how late"] == pytest.approx(0.5)
    assert numbers([OPENING, QUOTED, LATER], [OPENING, QUOTED, LATER], 2, 2)["how late"] == pytest.approx(0.1)
