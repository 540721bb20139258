"""A library of three short articles, and jobs that can be held back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import pytest

from variorum.core.library.library import Library
from variorum.core.search.service import SearchService
from variorum.core.workbench import Workbench
from variorum.gui.jobs import InlineJobs, Job
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


class HeldJobs(InlineJobs):
    """Jobs that wait for `run_all` unless `at_once`; a newer one of the same view drops the older."""

    def __init__(self) -> None:
        super().__init__()
        self.at_once = True
        self.waiting: dict[str, Callable[[], object]] = {}

    def run(self, *work: Any, **how: Any) -> Job:
        if self.at_once:
            return super().run(*work, **how)
        self.waiting[how["view"]] = lambda: InlineJobs.run(self, *work, **how)
        return Job(0, how["view"])

    def cancel_view(self, view: str) -> None:
        self.waiting.pop(view, None)

    def run_all(self) -> None:
        waiting, self.waiting = self.waiting, {}
        for work in waiting.values():
            work()


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing glides."""
    monkeypatch.setattr(ThemeService, "reduced_motion", True)


@pytest.fixture
def ids(library: Library) -> list[int]:
    """The articles' ids in the order of `TEXTS`; the first two are versions of one story."""
    numbers = [library.add(text).id for text in TEXTS]
    library.new_story("The quay", numbers[:2])
    return numbers


@pytest.fixture
def jobs() -> HeldJobs:
    return HeldJobs()


@pytest.fixture
def services(library: Library, theme: ThemeService, jobs: HeldJobs) -> Services:
    search = cast(SearchService, None)  # the reader never searches the library
    return Services(library, Workbench(library), search, jobs, theme, Settings())
