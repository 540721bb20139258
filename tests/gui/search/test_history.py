"""Earlier queries: newest first, each once, twenty of them, kept with the library."""

from __future__ import annotations

import pytest

from variorum.core.library.library import Library
from variorum.gui.search import history


def test_the_newest_comes_first_and_each_once() -> None:
    queries = history.remembered(("b", "a"), "  a ")
    assert queries == ("a", "b")
    assert history.remembered(queries, "  ") == queries


def test_twenty_are_kept() -> None:
    queries: tuple[str, ...] = ()
    for number in range(30):
        queries = history.remembered(queries, str(number))
    assert queries == tuple(str(number) for number in range(29, 9, -1))


def test_the_library_keeps_them(library: Library) -> None:
    assert history.load(library) == ()
    history.save(library, ("“Ärger” 𝄞", "b"))
    assert history.load(library) == ("“Ärger” 𝄞", "b")


@pytest.mark.parametrize("kept", ["{", "3", '[1, "", "fine"]', '{"a": 1}'])
def test_what_cannot_be_read_is_no_history(library: Library, kept: str) -> None:
    library.set_state("search-history", kept)
    assert history.load(library) in ((), ("fine",))
