"""Jobs that wait until a test lets them go: what comes late is late on purpose."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from variorum.core.cancel import CanceledError
from variorum.gui.jobs import InlineJobs, Job, Lane


class _Waiting:
    """A job whose work is done when it is told to, and its answer given when it is told to."""

    def __init__(self, job: Job, lane: Lane, work: Any, done: Any, failed: Any) -> None:
        self.job, self.lane = job, lane
        self._work, self._done, self._failed = work, done, failed
        self._answer: Callable[[], object] | None = None

    def work(self) -> None:
        if self._answer is not None or self.job.canceled():
            return
        try:
            result = self._work(self.job.canceled)
        except CanceledError:
            self._answer = lambda: None
        except Exception as error:
            problem, failed = error, self._failed
            assert failed is not None, f"a job failed and nobody asked to be told: {problem!r}"
            self._answer = lambda: failed(problem)
        else:
            self._answer = lambda: self._done(result)

    def answer(self) -> None:
        if not self.job.canceled() and self._answer is not None:
            self._answer()


class HeldJobs(InlineJobs):
    """Jobs that answer at once until `hold` is set; a newer one of the same view drops the older, as always."""

    def __init__(self) -> None:
        super().__init__()
        self.hold = False
        self._waiting: list[_Waiting] = []

    def run(
        self,
        work: Any,
        done: Any,
        failed: Any = None,
        *,
        lane: Lane = Lane.READ,
        view: str | None = None,
        must: bool = False,
    ) -> Job:
        if view is not None:
            self.cancel_view(view)
        if not self.hold:
            return super().run(work, done, failed, lane=lane, view=view)
        job = Job(0, view)
        self._waiting.append(_Waiting(job, lane, work, done, failed))
        return job

    def running(self) -> int:
        return len(self._waiting)

    def cancel_view(self, view: str) -> None:
        for waiting in self._waiting:
            if waiting.job.view == view:
                waiting.job.cancel()

    def work(self, lane: Lane | None = None) -> None:
        """Do what waits, or what waits in one lane; the answers are still on their way."""
        for waiting in self._waiting:
            if lane in (None, waiting.lane):
                waiting.work()

    def let_go(self, lane: Lane | None = None, *, further: bool = False) -> None:
        """Let all answers come that are waited for now, or those of one lane; what they lead to is done at once, or
        waits `further`."""
        self.hold = further
        going = [waiting for waiting in self._waiting if lane in (None, waiting.lane)]
        for waiting in going:
            self._waiting.remove(waiting)
            waiting.work()
            waiting.answer()
