"""What tells articles apart that share a headline."""

from __future__ import annotations

from dataclasses import replace

from variorum.core.library.model import ArticleRow
from variorum.gui.telling import (
    added,
    comparing_title,
    described,
    distinctions,
    facts,
    file_name,
    one_line,
    reading_title,
)

TEN = ArticleRow(
    1, "Council approves harbor tunnel", "Tribune", "2025-03-01", "en", "/news/tunnel-1000.txt",
    "2025-03-01T10:05:00.000+00:00", 410, "a", 1, "A", 1,
)  # fmt: skip
TWO = replace(TEN, id=2, headline="Council  approves HARBOR tunnel", path="/news/tunnel-1400.txt", siglum="B")
OTHER = replace(TEN, id=3, headline="Ferry late", path="/news/ferry.txt")


def test_only_those_that_share_a_headline_are_told_apart_by_their_files() -> None:
    assert distinctions([TEN, TWO, OTHER]) == {1: "tunnel-1000.txt", 2: "tunnel-1400.txt"}
    assert distinctions([TEN, OTHER, TEN]) == {}
    assert distinctions([]) == {}


def test_what_all_of_them_have_and_no_two_share_tells_them() -> None:
    assert distinctions([TEN, replace(TWO, outlet="Herald")]) == {1: "Tribune", 2: "Herald"}
    same_file = [replace(TEN, path="/am/tunnel.txt"), replace(TWO, path="C:\\pm\\tunnel.txt")]
    assert distinctions(same_file) == {1: "am/tunnel.txt", 2: "pm/tunnel.txt"}
    no_files = [replace(TEN, path=""), replace(TWO, path="", date="2025-03-02")]
    assert distinctions(no_files) == {1: "2025-03-01", 2: "2025-03-02"}
    later = replace(TWO, path="", added="2025-03-01T14:05:00.000+00:00")
    told = distinctions([replace(TEN, path=""), later])
    assert told[1] != told[2]
    assert all(words.startswith("added 2025-03-0") for words in told.values())


def test_twins_in_everything_get_at_least_a_name() -> None:
    assert distinctions([TEN, replace(TEN, id=2)]) == {1: "tunnel-1000.txt", 2: "tunnel-1000.txt"}
    assert distinctions([replace(TEN, path="", added="?"), replace(TEN, id=2, path="", added="?")]) == {1: "", 2: ""}


def test_facts_name_nothing_twice() -> None:
    assert facts(TEN, "tunnel-1000.txt") == "tunnel-1000.txt · Tribune · 2025-03-01 · 410 words"
    assert facts(TEN, "Tribune") == "Tribune · 2025-03-01 · 410 words"
    assert facts(replace(TEN, outlet="", date="", words=1)) == "1 word"


def test_all_that_is_known_is_told_with_the_whole_headline() -> None:
    lines = described(TEN).split("\n")
    assert lines[:2] == [TEN.headline, "Tribune · 2025-03-01 · 410 words"]
    assert lines[2].startswith("tunnel-1000.txt · added 2025-03-01 ")
    assert len(described(replace(TEN, headline="word " * 3000))) < 600
    assert file_name(replace(TEN, path="")) == ""
    assert added(replace(TEN, added="never")) == ""


def test_long_lines_are_cut_at_a_word() -> None:
    assert one_line("One\n two  three") == "One two three"
    assert one_line("alpha beta, gamma", 12) == "alpha beta…"


def test_the_title_of_the_window_says_what_is_open() -> None:
    assert reading_title(TEN) == "Council approves harbor tunnel – Variorum"
    assert reading_title(replace(TEN, headline="word " * 60)).endswith("word… – Variorum")
    assert comparing_title(TEN, TWO) == "A ⇄ B · Council approves harbor tunnel – Variorum"
    assert (
        comparing_title(TEN, replace(OTHER, story_id=None)) == "Council approves harbor tunnel ⇄ Ferry late – Variorum"
    )
