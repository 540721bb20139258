"""A library of its own for each test, with a clock that the test turns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from variorum.core.library.library import Library


class Clock:
    """A clock that stands still until it is turned."""

    def __init__(self) -> None:
        self.time = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def later(clock: Clock) -> Callable[[int], None]:
    """Turns the clock by so many days."""

    def turn(days: int) -> None:
        clock.time += timedelta(days=days)

    return turn


@pytest.fixture
def library(tmp_path: Path, clock: Clock) -> Iterator[Library]:
    library = Library(tmp_path / "library", clock)
    yield library
    library.close()


@pytest.fixture
def add(library: Library) -> Callable[..., int]:
    """Adds an article about a subject and returns its id."""

    def add_one(subject: str, story_id: int | None = None) -> int:
        text = f"Harbor news: {subject}\n\nThe council of Eastport met on Monday. It talked about {subject}.\n"
        return library.add(text, f"/desk/{subject}.txt", story_id=story_id).id

    return add_one
