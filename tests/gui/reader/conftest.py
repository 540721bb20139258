"""A library of three short articles, jobs that run when told to, and the services around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtWidgets import QApplication

from variorum.core.cancel import never
from variorum.core.library.library import Library
from variorum.core.search.service import SearchService
from variorum.core.workbench import Workbench
from variorum.gui.jobs import Jobs
from variorum.gui.services import Services
from variorum.gui.theme.service import ThemeService
from variorum.settings import Settings

QUAY = "The harbor council voted on Tuesday to widen the northern quay. Fishing boats moor there in winter."
BODY = "\n\n".join(f"Ship number {n} waited outside the breakwater for a day. The pilot came late." for n in range(30))
TEXTS = (
    f"Council widens the quay\n\n{QUAY}\n\n{BODY}\n\nThe quay will cost 12 million euros.\n\nLeave a Reply\n",
    f"Quay to grow, says council\n\n{QUAY}\n\nThe work begins in spring.\n",
    "Ferry late again\n\nThe ferry left an hour late on Monday. Nobody was told.\n",
)


class HeldJobs:
    """Jobs that run at `run_all`, or at once while `at_once`; a newer one of the same view drops the older."""

    def __init__(self) -> None:
        self.at_once = True
        self.waiting: dict[str, Callable[[], None]] = {}

    def run(
        self,
        work: Callable[[Any], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
        *,
        lane: object = None,
        view: str | None = None,
    ) -> None:
        def answer() -> None:
            try:
                result = work(never)
            except Exception as error:
                if failed is None:
                    raise
                failed(error)
                return
            done(result)

        if self.at_once:
            answer()
        else:
            self.waiting[view or str(len(self.waiting))] = answer

    def cancel_view(self, view: str) -> None:
        self.waiting.pop(view, None)

    def run_all(self) -> None:
        waiting, self.waiting = self.waiting, {}
        for answer in waiting.values():
            answer()


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
def jobs() -> HeldJobs:
    return HeldJobs()


@pytest.fixture
def services(library: Library, theme: ThemeService, jobs: HeldJobs) -> Services:
    search = cast(SearchService, None)  # the reader never searches the library
    return Services(library, Workbench(library), search, cast(Jobs, jobs), theme, Settings())
