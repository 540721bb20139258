"""For the window's tests: a theme, a library in a folder of its own, services that answer at once."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FunctionType
from typing import Any, cast

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk import Desk
from variorum.core.library.library import Library
from variorum.core.search.service import SearchService
from variorum.core.workbench import Workbench
from variorum.gui.jobs import InlineJobs
from variorum.gui.services import Services
from variorum.gui.theme.service import ThemeService
from variorum.settings import Settings

PATIENCE_MS = 20_000
"""How long tests wait for what is to come, on a machine that has other work; pytest-qt's own is 5 seconds."""
for _wait in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitSignals, QtBot.waitExposed, QtBot.waitActive):
    _function = cast(FunctionType, _wait)
    _function.__kwdefaults__ = {**(_function.__kwdefaults__ or {}), "timeout": PATIENCE_MS}


class FakeSearch:
    """Remembers what it was asked."""

    def __init__(self) -> None:
        self.refreshed = 0
        self.started = False
        self.queries: list[str] = []

    def start(self) -> None:
        self.started = True

    def search(self, query: str, on_results: Callable[[Any], None], limit: int = 50) -> int:
        self.queries.append(query)
        return len(self.queries)

    def refresh(self) -> None:
        self.refreshed += 1

    def close(self) -> None:
        pass


@pytest.fixture(scope="session", autouse=True)
def empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """The clipboard without a screen outlives Python, so it must hold nothing made by Python in the end."""
    yield
    qapp.clipboard().clear()


@pytest.fixture(autouse=True)
def deleted_widgets(qapp: QApplication) -> Iterator[None]:
    """What a test closed is gone before the next one: a new style sheet would dress every widget ever made."""
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[ThemeService]:
    """The light theme on the test application."""
    service = ThemeService(qapp, "light")
    yield service
    service.set_mode("light")
    service.setParent(None)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library."""
    library = Library(tmp_path / "library")
    yield library
    library.close()


@pytest.fixture
def search() -> FakeSearch:
    """A search service without processes."""
    return FakeSearch()


@pytest.fixture
def services(theme: ThemeService, library: Library, search: FakeSearch) -> Services:
    """Services whose jobs are done at once."""
    return Services(library, Workbench(library), cast(SearchService, search), InlineJobs(), theme, Settings())


@pytest.fixture
def story(library: Library) -> tuple[int, ...]:
    """A story of three versions about a bridge, and one loose article: their four ids."""
    texts = (
        "Old bridge to close in May\n\nThe old bridge will close in May, the city said on Monday.",
        "Bridge closes\n\nThe old bridge closes in June, the mayor said. It is 80 years old.",
        "City shuts its oldest bridge\n\nNobody will cross the old bridge after May.",
    )
    ids = [library.add(text).id for text in texts]
    library.new_story("The bridge", ids)
    return (*ids, library.add("School opens\n\nA new school opens its doors on Friday.").id)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A machine of its own; local sockets have short names, so its folder for what runs has one as well."""
    runtime = Path(tempfile.mkdtemp(prefix="run-"))
    desk = Desk(tmp_path, runtime)
    yield desk
    desk.end()
    shutil.rmtree(runtime)
