"""Has two articles compared in the background, and says when that begins and ends. Knows jobs, no widgets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from variorum.core.collate.options import WordOptions
from variorum.gui.compare.fetch import Answer, fetch
from variorum.gui.compare.state import CompareState
from variorum.gui.jobs import Lane
from variorum.gui.services import Services

VIEW = "compare"


@dataclass(frozen=True, slots=True)
class _Asked:
    """Two articles to be compared, and what shows the answer."""

    ids: tuple[int, int]
    show: Callable[[Answer], None]


class Comparing(QObject):
    """Which two are compared, or are to be."""

    began = Signal()
    ended = Signal()
    """The answer came, or never will."""
    canceled = Signal()
    """What is shown stays: the user doesn't want to wait."""
    compared = Signal(int, int)
    """The answer about these two is shown."""
    failed = Signal(object)
    """The `Exception` for which there is no answer."""

    def __init__(
        self, services: Services, state: CompareState, words: Callable[[], WordOptions], parent: QObject
    ) -> None:
        """`words` tells which words count as changed by now."""
        super().__init__(parent)
        self._services, self._state, self._words = services, state, words
        self.ids: tuple[int, int] | None = None
        """What is shown."""
        self._asked: _Asked | None = None
        """What is to be shown instead."""

    @property
    def under_way(self) -> bool:
        """Whether an answer is still to come."""
        return self._asked is not None

    @property
    def wanted(self) -> tuple[int, int] | None:
        """What is to be shown in the end: what an answer is still to come for, else what is shown."""
        return self._asked.ids if self._asked else self.ids

    def start(self, left_id: int, right_id: int, show: Callable[[Answer], None]) -> None:
        """Compare these two, and let `show` show the answer; an earlier one that hasn't come yet is dropped."""
        self._asked = _Asked((left_id, right_id), show)
        self.began.emit()
        self._run(self._asked)

    @Slot()
    def start_again(self) -> None:
        """What an answer is still to come for is to be compared by what holds now, whatever held when it was asked."""
        if self._asked is not None:
            self._run(self._asked)

    def _run(self, asked: _Asked) -> None:
        def done(answer: Answer) -> None:
            self._end()
            self.ids = asked.ids
            asked.show(answer)
            self.compared.emit(*asked.ids)

        work = partial(fetch, self._services, *asked.ids, options=self._words(), seen=self._state.filter)
        self._services.jobs.run(work, done, self._fail, lane=Lane.READ, view=VIEW)

    def forget(self) -> None:
        """Nothing is compared, and nothing under way."""
        self._drop()
        self.ids = None

    @Slot()
    def cancel(self) -> None:
        """Leave it at what is shown."""
        self._drop()
        self.canceled.emit()

    def _drop(self) -> None:
        self._services.jobs.cancel_view(VIEW)
        self._end()

    def _fail(self, error: Exception) -> None:
        self.forget()
        self.failed.emit(error)

    def _end(self) -> None:
        self._asked = None
        self.ended.emit()
