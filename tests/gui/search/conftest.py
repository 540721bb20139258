"""A library of three short articles, a search that answers when told to, and the services around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtWidgets import QApplication

from variorum.core.cancel import never
from variorum.core.library.library import Library
from variorum.core.search.model import SearchResults
from variorum.core.search.service import SearchService
from variorum.core.workbench import Workbench
from variorum.gui.jobs import Jobs
from variorum.gui.services import Services
from variorum.gui.theme.service import ThemeService
from variorum.settings import Settings

QUAY = "The harbor council voted on Tuesday to widen the northern quay. Fishing boats moor there in winter."
TEXTS = (
    f"Council widens the quay\n\n{QUAY}\n\nThe quay will cost 12 million euros.\n",
    f"Quay to grow, says council\n\n{QUAY}\n\nThe work begins in spring.\n",
    "Ferry late again\n\nThe ferry left an hour late on Monday. Nobody was told.\n",
)


class InlineJobs:
    """Jobs that run at once."""

    def run(
        self,
        work: Callable[[Any], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
        *,
        lane: object = None,
        view: str | None = None,
    ) -> None:
        try:
            result = work(never)
        except Exception as error:
            if failed is None:
                raise
            failed(error)
            return
        done(result)

    def cancel_view(self, view: str) -> None: ...


class FakeSearch:
    """Remembers what was asked; answers when told to."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Callable[[SearchResults | Exception], None]]] = []

    def search(self, query: str, on_results: Callable[[SearchResults | Exception], None], limit: int = 50) -> int:
        self.asked.append((query, on_results))
        return len(self.asked)

    def answer(self, answer: SearchResults | Exception, number: int = -1) -> None:
        self.asked[number][1](answer)


@pytest.fixture
def theme(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> ThemeService:
    monkeypatch.setattr(ThemeService, "reduced_motion", True)
    return ThemeService(qapp, "light")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path / "library")
    rows = [library.add(text) for text in TEXTS]
    library.new_story("The quay", [rows[0].id, rows[1].id])
    yield library
    library.close()


@pytest.fixture
def ids(library: Library) -> list[int]:
    """The articles' ids in the order of `TEXTS`."""
    return sorted(row.id for row in library.articles())


@pytest.fixture
def search() -> FakeSearch:
    return FakeSearch()


@pytest.fixture
def services(library: Library, theme: ThemeService, search: FakeSearch) -> Services:
    jobs = cast(Jobs, InlineJobs())
    return Services(library, Workbench(library), cast(SearchService, search), jobs, theme, Settings())
