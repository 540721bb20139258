"""When words are marked one by one: enough of the passage stands, more where the link is doubtful."""

from __future__ import annotations

import pytest

from variorum.core.collate.marking import is_doubtful, marked_passages
from variorum.core.collate.model import Claim, ClaimKind, Op, WordRun
from variorum.core.text.model import Span


def claim(standing: int, confidence: float = 0.9) -> Claim:
    """Passages of 100 characters whose first `standing` stand on both sides."""
    whole = Span(0, 100)
    words = (
        WordRun(Op.EQUAL, Span(0, standing), Span(0, standing)),
        WordRun(Op.DELETE, Span(standing, 100), None),
        WordRun(Op.INSERT, None, Span(standing, 100)),
    )
    return Claim(ClaimKind.REWORDED, (whole,), (whole,), confidence, words=words)


@pytest.mark.parametrize(
    ("standing", "confidence", "marked"), [(20, 0.9, True), (19, 0.9, False), (49, 0.4, False), (50, 0.4, True)]
)
def test_enough_must_stand(standing: int, confidence: float, marked: bool) -> None:
    passages = (Span(0, 100),) if marked else ()
    assert marked_passages(claim(standing, confidence)) == (passages, passages)


def test_each_passage_is_judged_by_itself() -> None:
    passages = Span(0, 100), Span(101, 201)
    words = (WordRun(Op.EQUAL, Span(0, 60), Span(0, 60)),)
    both = Claim(ClaimKind.REWORDED, passages, (Span(0, 60),), 0.9, words=words)
    assert marked_passages(both) == ((Span(0, 100),), (Span(0, 60),))


def test_what_is_told_once_is_neither_marked_nor_doubtful() -> None:
    dropped = Claim(ClaimKind.DROPPED, (Span(0, 9),), (), 0.3, words=(WordRun(Op.DELETE, Span(0, 9), None),))
    assert marked_passages(dropped) == ((), ())
    assert not is_doubtful(dropped)
