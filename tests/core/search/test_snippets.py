"""The pieces of a text that a result shows."""

from __future__ import annotations

from variorum.core.search.marking import Marker
from variorum.core.search.model import Snippet
from variorum.core.search.query import parse
from variorum.core.search.snippets import LONGEST, MOST, snippets

FILLER = "Lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore et dolore. "


def shown(text: str, query: str) -> tuple[Snippet, ...]:
    return snippets(text, Marker(parse(query).root).marks(text))


def marked(snippet: Snippet) -> list[str]:
    return [hit.of(snippet.text) for hit in snippet.hits]


def test_hits_are_where_they_are_said_to_be() -> None:
    text = FILLER * 2 + "The harbor\n\n   bridge 😀 closed.\n" + FILLER * 2
    (snippet,) = shown(text, "bridge closed")
    assert marked(snippet) == ["bridge", "closed"]
    assert "harbor bridge 😀 closed." in snippet.text


def test_at_most_three_short_pieces_cut_at_words() -> None:
    text = " ".join(f"{FILLER}{FILLER}Bridge number {number} fell. " for number in range(10))
    found = shown(text, "bridge")
    assert len(found) == MOST
    for snippet in found:
        assert len(snippet.text) <= LONGEST
        assert marked(snippet)
        assert {snippet.text.split()[0], snippet.text.split()[-1]} <= set(text.split())


def test_the_piece_with_most_different_words_comes_in() -> None:
    text = ("Bridge. " + FILLER * 3) * 5 + "The bridge near the old harbor. " + FILLER * 3
    assert any(marked(snippet) == ["bridge", "harbor"] for snippet in shown(text, "bridge harbor"))


def test_a_passage_held_twice_is_shown_once() -> None:
    body = FILLER + "A bridge over the river fell down in the night, the police said. " + FILLER * 2
    assert len(shown(body + "\n" + body, "bridge")) == 1


def test_without_hits_the_beginning() -> None:
    (snippet,) = shown(FILLER * 9, "bridge")
    assert snippet.text.startswith("Lorem ipsum")
    assert len(snippet.text) <= LONGEST
    assert snippet.hits == ()
    assert shown(" \n", "bridge") == ()


def test_a_word_longer_than_a_piece_is_no_harm() -> None:
    assert shown("x" * 5_000 + " bridge " + "y" * 5_000, "bridge")


def test_a_hit_longer_than_a_piece_is_no_harm() -> None:
    (snippet,) = shown("x" * 5_000, "x" * 5_000)
    assert snippet.text.startswith("xxx")
