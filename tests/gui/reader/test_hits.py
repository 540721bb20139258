"""The walk through hits: a stop a sentence, around the ends, folded parts last."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from variorum.core.text.model import Article, Kind, Paragraph, Sentence, Span
from variorum.gui.reader.facts import facts, hit_count, wrap_note
from variorum.gui.reader.hits import HitWalk, walk

TEXT = "One two. Three two. Four two."
SENTENCES = ((0, 8), (9, 19), (20, 29))


def article(*kinds: Kind) -> Article:
    sentences = tuple(Sentence(Span(*span), kind, 0) for span, kind in zip(SENTENCES, kinds, strict=True))
    return Article(TEXT, "One two.", None, paragraphs=(Paragraph(Span(0, 29), kinds[0]),), sentences=sentences)


PLAIN = article(Kind.SENTENCE, Kind.SENTENCE, Kind.SENTENCE)
ONE, TWO, THREE = Span(4, 7), Span(15, 18), Span(25, 28)


def test_hits_of_one_sentence_are_one_stop() -> None:
    first = Span(0, 3)
    assert walk(PLAIN, [TWO, ONE, first]).stops == ((first, ONE), (TWO,))


def test_folded_hits_are_walked_only_if_there_are_no_others() -> None:
    folded = article(Kind.SENTENCE, Kind.REPEATED, Kind.FURNITURE)
    assert walk(folded, [ONE, TWO, THREE]).stops == ((ONE,),)
    assert walk(folded, [TWO, THREE]).stops == ((TWO,), (THREE,))


def test_the_walk_goes_around_both_ends_and_says_so() -> None:
    hits = walk(PLAIN, [ONE, TWO, THREE])
    assert hits.current == (ONE,)
    assert hits.others == [TWO, THREE]
    back = hits.stepped(-1)
    assert back.current == (THREE,)
    assert wrap_note(back) == "Around to the last hit"
    forth = back.stepped(1)
    assert forth.current == (ONE,)
    assert wrap_note(forth) == "Back at the first hit"
    assert wrap_note(forth.stepped(1)) == ""


@given(st.integers(0, 8), st.lists(st.sampled_from([1, -1]), max_size=20))
def test_there_and_back_is_where_one_was(count: int, steps: list[int]) -> None:
    hits = HitWalk(tuple((Span(n, n + 1),) for n in range(count)))
    moved = hits
    for step in [*steps, *(-step for step in steps)]:
        moved = moved.stepped(step)
    assert moved.at == hits.at


def test_counts_in_words() -> None:
    assert hit_count(walk(PLAIN, [ONE, TWO]).stepped(1)) == "hit 2 of 2"
    assert hit_count(HitWalk()) == ""
    assert facts(PLAIN) == "3 sentences"
