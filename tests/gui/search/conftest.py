"""A library of three short articles and a search that answers when told to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from variorum.core.library.library import Library
from variorum.core.search.model import SearchResults

Answer = SearchResults | Exception
TEXTS = (
    "Council widens the quay\n\nThe harbor council voted on Tuesday to widen the northern quay.\n",
    "Quay to grow, says council\n\nThe quay will cost 12 million euros. The work begins in spring.\n",
    "Ferry late again\n\nThe ferry left an hour late on Monday. Nobody was told.\n",
)


class HeldSearch:
    """Remembers what was asked; answers when told to."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Callable[[Answer], None]]] = []

    def search(self, query: str, on_results: Callable[[Answer], None], limit: int = 50) -> int:
        self.asked.append((query, on_results))
        return len(self.asked)

    def answer(self, answer: Answer, number: int = -1) -> None:
        self.asked[number][1](answer)


@pytest.fixture
def search() -> HeldSearch:
    return HeldSearch()


@pytest.fixture
def ids(library: Library) -> list[int]:
    """The articles' ids in the order of `TEXTS`; the first two are versions of one story."""
    numbers = [library.add(text).id for text in TEXTS]
    library.new_story("The quay", numbers[:2])
    return numbers
