"""Makes a comparison again when the meanings that it lacked are there, or links by hand. Knows jobs, no widgets."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from variorum.core.collate.options import WordOptions
from variorum.gui.compare.fetch import Answer, fetch
from variorum.gui.compare.state import CompareState
from variorum.gui.jobs import Lane
from variorum.gui.services import Services

_VIEW = "compare.refining"
_FEW = 6
"""Articles that are waited for together; of more, the two that are compared come first."""


class Refining(QObject):
    """What the shown comparison waits for."""

    wanted = Signal(object)
    """Ids of the articles that are to be read for meaning; none where nothing is waited for any more."""
    refined = Signal(object)
    """The `Answer` of the same two versions, by all that is known now."""
    outdated = Signal()
    """What was asked to be compared before this holds no more: it is to be asked for again."""
    began = Signal()
    """They are compared again for what the user did, who waits for it."""
    ended = Signal()
    """Nobody waits any more: the answer is there, or never will be."""
    canceled = Signal()
    """What is shown stays: the user doesn't want to wait."""
    gave_up = Signal()
    """They could not be compared again. What is shown stays, which is no worse than it was."""

    def __init__(
        self, services: Services, state: CompareState, words: Callable[[], WordOptions], parent: QObject
    ) -> None:
        """`words` tells which words count as changed by now."""
        super().__init__(parent)
        self._services, self._state, self._words = services, state, words
        self._shown: tuple[int, int] | None = None
        self._lacking: set[int] = set()
        self._busy: Callable[[], object] = bool
        self._late: Answer | None = None
        """What came while the user was in the middle of something."""

    @property
    def waits(self) -> bool:
        """Whether there is something to wait for."""
        return bool(self._lacking)

    def wait_for(self, shown: tuple[int, int] | None, lacking: Iterable[int]) -> None:
        """These two are compared, or none; wait for the meanings that they lack, and no longer for others."""
        self._drop()
        wanted, before = tuple(lacking), self._lacking
        self._shown, self._lacking, self._late = shown, set(wanted), None
        if wanted or before:
            self.wanted.emit(wanted)

    def stop(self) -> None:
        """Nothing is compared any more."""
        self.wait_for(None, ())

    @Slot()
    def again(self) -> None:
        """Links made by hand have changed, or what counts as a change."""
        self.outdated.emit()
        if self._shown is not None:
            self.began.emit()
            self._compare(self._shown)

    @Slot()
    def cancel(self) -> None:
        """Leave it at what is shown, until there is another reason to compare again."""
        self._drop()
        self.canceled.emit()

    def _drop(self) -> None:
        self._services.jobs.cancel_view(_VIEW)
        self.ended.emit()

    @Slot(int)
    def settle(self, article_id: int) -> None:
        """The meaning of this one is there, or will never be."""
        shown = self._shown
        if article_id not in self._lacking or shown is None:
            return
        self._lacking.discard(article_id)
        two_are_there = article_id in shown and self._lacking.isdisjoint(shown)
        if not self._lacking or (two_are_there and len(self._lacking) > _FEW):
            self._compare(shown)

    def _compare(self, shown: tuple[int, int]) -> None:
        def fail(_: Exception) -> None:
            self.ended.emit()
            self.gave_up.emit()

        work = partial(fetch, self._services, *shown, options=self._words(), seen=self._state.filter)
        self._services.jobs.run(work, partial(self._take, shown), fail, lane=Lane.READ, view=_VIEW)

    def _take(self, of: tuple[int, int], answer: Answer) -> None:
        self.ended.emit()
        if of == self._shown:
            self._late = answer
            self.release()

    def hold_while(self, busy: Callable[[], object]) -> None:
        """Keep back what was compared again while this holds; `release` is to be called when it no longer does."""
        self._busy = busy

    @Slot()
    def release(self) -> None:
        """Hand over what was kept back, if nothing holds it any more."""
        if self._late is not None and not self._busy():
            late, self._late = self._late, None
            self.refined.emit(late)
