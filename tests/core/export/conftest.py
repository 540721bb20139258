"""Two revisions of an invented article, and what an export makes of them."""

from __future__ import annotations

import pytest

from variorum.core.collate.compare import compare
from variorum.core.collate.model import Comparison
from variorum.core.text.reading import read_article

BEFORE = """\
Council backs harbor plan after a night of protest

NORWICK (Coastal Press) - The Norwick council approved the harbor plan by 14 votes to 9 on Tuesday evening.

The plan will cost over $300 million and bring 1,200 jobs to the old docks, Mayor Anna Lind said.

“We have waited twenty years for this, and we will not wait another one,” Lind said after the vote.

Outside the town hall, about 400 protesters demanded that the fish market stay where it is.

The market has stood on the quay since 1891.

Work on the first pier will begin in March, the harbor office said.
"""
AFTER = """\
Council backs harbor plan after a long night

NORWICK (Coastal Press) - The Norwick council approved the harbor plan by 12 votes to 9 late on Tuesday.

The market has stood on the quay since 1891.

The plan may cost about $300 million and bring 1,200 jobs to the old docks, Mayor Anna Lind said.

“We have waited twenty years for this, and we will not wait another day,” said council president Omar Reyes after it.

The state will pay for half of it, Governor Ruth Ames wrote in a letter.

Outside the town hall, about 400 protesters demanded that the fish market stay where it is.
"""


@pytest.fixture(scope="session")
def revised() -> Comparison:
    """A figure, a qualifier, a certainty and a speaker changed; one passage added, one dropped, one moved."""
    return compare(read_article(BEFORE), read_article(AFTER))
