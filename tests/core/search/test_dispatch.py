"""Which search is asked, dropped or given up, with a clock of the test's own."""

from __future__ import annotations

from variorum.core.search.dispatch import GIVE_UP_AFTER, STALE_AFTER, Dispatcher, Request
from variorum.core.search.model import SearchError, SearchResults


class Engine:
    """Notes what it is told."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def ask(self, request: Request) -> None:
        self.told.append(request.query)

    def restart(self) -> None:
        self.told.append("restart")


class Desk:
    """A dispatcher with its engine and what came back."""

    def __init__(self) -> None:
        self.engine = Engine()
        self.dispatcher = Dispatcher(self.engine)
        self.answers: list[SearchResults | Exception] = []
        self._tickets = 0

    def ask(self, query: str, now: float) -> int:
        self._tickets += 1
        self.dispatcher.asked(Request(self._tickets, query, 50, self.answers.append), now)
        return self._tickets


def results(query: str) -> SearchResults:
    return SearchResults(query, (), 0, 0.0)


def test_a_search_waits_until_the_process_is_ready() -> None:
    desk = Desk()
    ticket = desk.ask("war", 0.0)
    assert desk.engine.told == []
    desk.dispatcher.ready(0.4)
    assert desk.engine.told == ["war"]
    desk.dispatcher.answered(ticket, results("war"), 0.5)
    assert desk.answers == [results("war")]


def test_only_the_newest_search_is_answered() -> None:
    desk = Desk()
    desk.dispatcher.ready(0.0)
    first = desk.ask("w", 0.0)
    desk.ask("wa", 0.1)
    desk.ask("war", 0.15)
    desk.dispatcher.answered(first, results("w"), 0.2)
    assert desk.engine.told == ["w", "war"]
    desk.dispatcher.answered(3, results("war"), 0.25)
    assert desk.answers == [results("war")]


def test_a_stale_search_is_killed_for_a_newer_one() -> None:
    desk = Desk()
    desk.dispatcher.ready(0.0)
    desk.ask("w", 0.0)
    assert desk.dispatcher.deadline() == GIVE_UP_AFTER
    desk.ask("war", 0.1)
    assert desk.dispatcher.deadline() == STALE_AFTER
    desk.dispatcher.tick(STALE_AFTER - 0.01)
    assert desk.engine.told == ["w"]
    desk.dispatcher.tick(STALE_AFTER)
    desk.dispatcher.ready(1.0)
    assert desk.engine.told == ["w", "restart", "war"]
    assert desk.answers == []


def test_a_slow_start_is_not_restarted_by_typing_on() -> None:
    desk = Desk()
    for tenth in range(50):
        desk.ask("war", tenth / 10)
        desk.dispatcher.tick(tenth / 10)
    assert desk.engine.told == []


def test_a_search_that_takes_too_long_says_so() -> None:
    desk = Desk()
    desk.dispatcher.ready(0.0)
    desk.ask("w", 0.0)
    desk.dispatcher.tick(GIVE_UP_AFTER)
    (answer,) = desk.answers
    assert isinstance(answer, SearchResults)
    assert answer.note.startswith("Stopped after 5 seconds")
    assert desk.engine.told == ["w", "restart"]


def test_a_process_that_dies_is_started_once_more_then_the_search_fails() -> None:
    desk = Desk()
    desk.dispatcher.ready(0.0)
    desk.ask("war", 0.0)
    desk.dispatcher.ended(0.1)
    desk.dispatcher.ready(0.2)
    assert desk.engine.told == ["war", "restart", "war"]
    desk.dispatcher.ended(0.3)
    assert isinstance(desk.answers[0], SearchError)
    assert desk.dispatcher.deadline() == float("inf")
    desk.ask("peace", 1.0)
    desk.dispatcher.ready(1.1)
    desk.dispatcher.answered(2, results("peace"), 1.2)
    assert desk.engine.told == ["war", "restart", "war", "restart", "peace"]
    assert desk.answers[1] == results("peace")


def test_an_answer_from_before_a_restart_is_not_taken() -> None:
    desk = Desk()
    desk.dispatcher.ready(0.0)
    first = desk.ask("w", 0.0)
    desk.ask("war", 0.1)
    desk.dispatcher.tick(1.0)
    desk.dispatcher.answered(first, results("w"), 1.1)
    assert desk.answers == []
