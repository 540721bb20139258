"""Background work: answers in the window's thread, late ones dropped, errors delivered, closing waits."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from variorum.core.cancel import ShouldCancel, check
from variorum.core.errors import LibraryError
from variorum.gui.jobs import InlineJobs, Jobs, Lane


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close()


def test_the_answer_comes_in_the_threads_window_and_the_work_does_not(qtbot: QtBot, jobs: Jobs) -> None:
    threads: list[threading.Thread] = []

    def work(_should_cancel: ShouldCancel) -> int:
        threads.append(threading.current_thread())
        return 7

    answers: list[tuple[int, threading.Thread]] = []
    jobs.run(work, lambda answer: answers.append((answer, threading.current_thread())))
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [(7, threading.main_thread())]
    assert threads[0] is not threading.main_thread()


def test_a_newer_job_of_a_view_drops_the_late_answer_of_the_older(qtbot: QtBot, jobs: Jobs) -> None:
    release = threading.Event()
    answers: list[str] = []

    def slow(_should_cancel: ShouldCancel) -> str:
        release.wait(5)
        return "old"

    jobs.run(slow, answers.append, view="reader")
    jobs.run(lambda _: "new", answers.append, view="reader")
    jobs.run(lambda _: "other", answers.append, view="sidebar")
    qtbot.waitUntil(lambda: len(answers) == 2)
    release.set()
    with qtbot.waitSignal(jobs.busy_changed):
        pass
    assert sorted(answers) == ["new", "other"]


def test_an_error_is_delivered_instead_of_an_answer(qtbot: QtBot, jobs: Jobs) -> None:
    failures: list[Exception] = []
    answers: list[object] = []

    def work(_should_cancel: ShouldCancel) -> None:
        raise ValueError("no")

    jobs.run(work, answers.append, failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert str(failures[0]) == "no"
    assert answers == []


@pytest.mark.parametrize(
    ("error", "told", "surprises"),
    [
        (ValueError("no"), True, True),
        (ValueError("no"), False, True),
        (OSError("no disk"), True, False),
        (OSError("no disk"), False, True),
        (LibraryError("The library is damaged."), True, False),
        (LibraryError("The library is damaged."), False, False),
    ],
)
def test_an_error_that_nobody_expected_is_handed_on_whoever_else_is_told(
    qtbot: QtBot, jobs: Jobs, error: Exception, told: bool, surprises: bool
) -> None:
    def work(_should_cancel: ShouldCancel) -> None:
        raise error

    surprised: list[Exception] = []
    failures: list[Exception] = []
    jobs.surprised.connect(surprised.append)
    with qtbot.waitSignals([jobs.busy_changed, jobs.busy_changed]):
        jobs.run(work, lambda _: None, failures.append if told else None)
    assert surprised == ([error] if surprises else [])
    assert failures == ([error] if told else [])


def test_canceled_work_is_told_and_answers_nothing(qtbot: QtBot, jobs: Jobs) -> None:
    started, stopped = threading.Event(), threading.Event()
    answers: list[object] = []

    def work(should_cancel: ShouldCancel) -> None:
        started.set()
        try:
            while True:
                check(should_cancel)
        finally:
            stopped.set()

    job = jobs.run(work, answers.append, answers.append)
    assert started.wait(5)
    job.cancel()
    assert stopped.wait(5)
    qtbot.wait(20)
    assert answers == []


def test_writing_is_done_in_order(qtbot: QtBot, jobs: Jobs) -> None:
    done: list[int] = []

    def note(number: int) -> None:
        def work(_should_cancel: ShouldCancel) -> None:
            done.append(number)

        jobs.run(work, lambda _: None, lane=Lane.WRITE)

    for number in range(20):
        note(number)
    qtbot.waitUntil(lambda: len(done) == 20)
    assert done == list(range(20))


def test_closing_waits_for_what_is_under_way(qtbot: QtBot) -> None:
    jobs = Jobs()
    started = threading.Event()
    ended: list[bool] = []

    def work(should_cancel: ShouldCancel) -> None:
        started.set()
        while not should_cancel():
            pass
        ended.append(True)

    jobs.run(work, lambda _: None)
    assert started.wait(5)
    jobs.close()
    assert ended == [True]


def test_what_must_be_done_is_done_when_the_program_closes(qtbot: QtBot) -> None:
    jobs, begun = Jobs(), threading.Event()
    written: list[str] = []

    def first(should_cancel: ShouldCancel) -> None:
        begun.set()
        while not should_cancel():
            pass

    jobs.run(first, lambda _: None, lane=Lane.WRITE)
    jobs.run(lambda _: written.append("may"), lambda _: None, lane=Lane.WRITE)
    jobs.run(lambda _: written.append("must"), lambda _: None, lane=Lane.WRITE, must=True)
    assert begun.wait(5)
    assert jobs.close(5)
    assert written == ["must"]


def test_inline_jobs_answer_before_they_return(qapp: object) -> None:
    answers: list[object] = []
    jobs = InlineJobs()
    jobs.run(lambda _: 1, answers.append)
    jobs.run(lambda _: 1 / 0, answers.append, lambda error: answers.append(type(error)))
    assert answers == [1, ZeroDivisionError]
