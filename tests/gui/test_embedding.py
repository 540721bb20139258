"""Articles are read for meaning one by one, those that are wanted first, and after everything else."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Any, cast

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from variorum.core.cancel import ShouldCancel
from variorum.core.errors import LibraryError
from variorum.core.meaning.embedder import EmbeddingError
from variorum.gui.embedding import Embedding
from variorum.gui.jobs import InlineJobs, Jobs


class FakeWorkbench:
    """Reads at once, or when it is let go; some articles can't be read."""

    def __init__(self) -> None:
        self.reads_meaning = True
        self.lacking = [1, 2, 3, 4]
        self.read: list[int] = []
        self.bad: set[int] = set()
        self.error: Exception = EmbeddingError("no")
        self.gate = threading.Event()
        self.gate.set()
        self.rested = 0

    def without_meaning(self) -> tuple[int, ...]:
        return tuple(self.lacking)

    def embed(self, number: int, _should_cancel: ShouldCancel) -> bool:
        assert self.gate.wait(10)
        self.read.append(number)
        if number in self.bad:
            raise self.error
        self.lacking = [other for other in self.lacking if other != number]
        return True

    def rest(self) -> None:
        self.rested += 1


@pytest.fixture
def workbench() -> FakeWorkbench:
    return FakeWorkbench()


@pytest.fixture
def inline(workbench: FakeWorkbench) -> Embedding:
    """Reads in the caller's thread."""
    return Embedding(cast(Any, workbench), InlineJobs())


@pytest.fixture
def jobs(workbench: FakeWorkbench) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    workbench.gate.set()
    made.close()


def settled(embedding: Embedding) -> list[int]:
    found: list[int] = []
    embedding.settled.connect(found.append)
    return found


def test_all_that_lack_a_meaning_are_read_in_order(inline: Embedding, workbench: FakeWorkbench) -> None:
    told = settled(inline)
    inline.look()
    assert workbench.read == [], "not before the start"
    inline.start()
    assert workbench.read == told == [1, 2, 3, 4]
    workbench.lacking = [5]
    inline.look()
    assert workbench.read[-1] == 5


def test_what_is_wanted_goes_first(workbench: FakeWorkbench, jobs: Jobs, qtbot: QtBot) -> None:
    embedding = Embedding(cast(Any, workbench), jobs)
    workbench.gate.clear()
    embedding.start()
    qtbot.waitUntil(lambda: embedding._reading)
    embedding.want((4, 3))
    workbench.gate.set()
    qtbot.waitUntil(lambda: len(workbench.read) >= 4)
    assert workbench.read[:4] == [1, 4, 3, 2]


def test_what_is_wanted_is_read_before_the_start(inline: Embedding, workbench: FakeWorkbench) -> None:
    inline.want((3,))
    assert workbench.read == [3]


def test_everything_else_goes_first(workbench: FakeWorkbench, jobs: Jobs, qtbot: QtBot) -> None:
    embedding = Embedding(cast(Any, workbench), jobs)
    other = threading.Event()
    done: list[object] = []
    jobs.run(lambda _: other.wait(10), done.append)
    embedding.want((1, 2))
    for _ in range(3):  # whatever would start now has started by then
        QApplication.processEvents()
    assert workbench.read == []
    other.set()
    qtbot.waitUntil(lambda: workbench.read == [1, 2])
    assert done


def test_an_article_that_cannot_be_read_is_given_up(inline: Embedding, workbench: FakeWorkbench) -> None:
    workbench.bad = {2}
    told = settled(inline)
    inline.start()
    assert told == [1, 2, 3, 4]
    inline.look()
    assert workbench.read == [1, 2, 3, 4]
    inline.want((2,))
    assert told[-1] == 2, "nobody is left waiting"
    assert workbench.read == [1, 2, 3, 4]


def test_a_library_that_could_not_be_used_is_tried_again(inline: Embedding, workbench: FakeWorkbench) -> None:
    workbench.bad, workbench.error = {2}, LibraryError("The library is locked.")
    inline.start()
    workbench.bad = set()
    inline.want((2,))
    assert workbench.read == [1, 2, 3, 4, 2]


@pytest.mark.logs
def test_after_three_failures_in_a_row_nothing_more_is_tried(inline: Embedding, workbench: FakeWorkbench) -> None:
    workbench.bad = {1, 2, 3, 4}
    inline.start()
    assert workbench.read == [1, 2, 3]
    told = settled(inline)
    inline.want((7, 8))
    assert workbench.read == [1, 2, 3]
    assert told == [7, 8], "nobody is left waiting"


@pytest.mark.logs
def test_without_a_model_the_log_says_so_once(
    inline: Embedding, workbench: FakeWorkbench, caplog: pytest.LogCaptureFixture
) -> None:
    workbench.reads_meaning = False
    inline.start()
    inline.look()
    assert workbench.read == []
    assert caplog.text.count("No evidence of meaning") == 1


def test_what_reading_takes_is_given_back_after_a_while(
    inline: Embedding, workbench: FakeWorkbench, qtbot: QtBot
) -> None:
    inline._resting.setInterval(10)
    inline.start()
    qtbot.waitUntil(lambda: workbench.rested == 1)


def test_jobs_that_end_meanwhile_do_not_put_it_off(inline: Embedding, workbench: FakeWorkbench, qtbot: QtBot) -> None:
    inline._resting.setInterval(60)
    inline.start()
    looks = QTimer(inline, interval=10)  # as the window looks at the library every few seconds
    looks.timeout.connect(lambda: inline._jobs.busy_changed.emit(0))
    looks.start()
    qtbot.waitUntil(lambda: workbench.rested == 1)
    with qtbot.waitSignals([looks.timeout] * 2):
        pass
    assert not inline._resting.isActive(), "there is nothing more to give back"


def test_only_what_takes_long_is_told_of(
    inline: Embedding, workbench: FakeWorkbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    inline.progressed.connect(told.append)
    inline.start()
    assert set(told) == {""}
    clock: Callable[[], float] = iter(range(1, 1000, 6)).__next__
    monkeypatch.setattr("variorum.gui.embedding.time.monotonic", clock)
    workbench.lacking = [1, 2, 3, 4]
    inline.look()
    assert told[-3:] == ["Reading for meaning: 2 to go", "", ""]
