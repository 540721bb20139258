"""Passages that quote the same utterance are linked for sure, and nothing weak joins their claim."""

from __future__ import annotations

from variorum.core.collate.anchors import ANCHORED, anchors
from variorum.core.collate.compare import compare
from variorum.core.collate.grouping import groups
from variorum.core.collate.version import Version
from variorum.core.text.model import Article
from variorum.core.text.reading import read_article

SAID = "“We mended every broken pillar of the harbor bridge before winter storms came,”"


def version(*sentences: str) -> Version:
    return Version.of(read_article("\n\n".join(("The council met on Monday in the old hall.", *sentences))))


def test_the_same_utterance_is_an_anchor_whoever_said_it() -> None:
    one, other = version(f"{SAID} Mayor Anna Lind said."), version(f"{SAID.replace('every', 'each')} an engineer said.")
    assert list(anchors(one, other)) == [(1, 1)]


def test_a_few_quoted_words_are_none() -> None:
    one, other = version("Lind called it a “broken pillar of the bridge.”"), version(f"{SAID} an engineer said.")
    assert list(anchors(one, other)) == []


def test_words_outside_quotation_marks_are_none() -> None:
    one, other = version(SAID.strip("“”")), version(f"{SAID} an engineer said.")
    assert list(anchors(one, other)) == []


def test_an_anchored_claim_takes_in_no_weak_link() -> None:
    probability = {(0, 0): ANCHORED, (1, 0): 0.4, (2, 1): 0.9, (3, 1): 0.4}
    found = [(group.left, group.right) for group in groups(probability, 0.2, {(0, 0)})]
    assert found == [({0}, {0}), ({2, 3}, {1})]
    (whole, _) = groups(probability, 0.2)
    assert whole.left == {0, 1}


def test_what_two_people_say_stands_alone_in_the_seeds(seed_articles: tuple[Article, ...]) -> None:
    left, right = seed_articles[3], seed_articles[4]
    for among in ((), seed_articles[:3]):
        claims = compare(left, right, among).claims
        (claim,) = (c for c in claims if any("We hear your concerns" in s.of(left.text) for s in c.left))
        assert [len(claim.left), len(claim.right)] == [1, 1]
        assert claim.right[0].of(right.text).startswith("“We hear your concerns")
        assert claim.right[0].of(right.text).endswith("said in response.")
