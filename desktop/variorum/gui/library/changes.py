"""Changes of the library with undo and redo, each done in the background, in order. Knows no widgets."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from variorum.core.library.library import Library
from variorum.gui.jobs import Jobs, Lane
from variorum.gui.library.operations import Operation, Undo
from variorum.gui.trouble import sentence
from variorum.gui.words import tr

Then = Callable[[], None]


def _nothing() -> None:
    """What comes before or after a change that nobody else needs to know of."""


class LibraryChanges(QObject):
    """Does operations and remembers how to take them back."""

    changed = Signal()
    """The library holds something else now."""
    failed = Signal(str)
    """A change was not possible, and why. What was remembered is forgotten then: it may not fit any more."""

    def __init__(self, library: Library, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._jobs = jobs
        self.stack = QUndoStack(self)

    def do(
        self,
        text: str,
        operation: Operation,
        before: Then = _nothing,
        undone: Then = _nothing,
        redone: Then = _nothing,
        ended: Then | None = None,
    ) -> None:
        """Do `operation`; `text` names it in the menu. `before` is called each time it is about to be done, `undone`
        each time it has been taken back, `redone` each time it has been done again. `ended` is called in the place of
        `changed`, done, taken back or failed: for what changes nothing of the articles."""
        told = ended or self.changed.emit
        doing = partial(self._start_doing, operation, before, redone, told)
        self.stack.push(_Command(text, doing, partial(self._start_undo, undone, told)))

    def _start_doing(
        self, operation: Operation, before: Then, redone: Then, told: Then, keep: Callable[[Undo], None], again: bool
    ) -> None:
        before()
        self._start(lambda: keep(operation(self._library)), redone if again else _nothing, told)

    def _start_undo(self, undone: Then, told: Then, undo: Callable[[], object]) -> None:
        self._start(undo, undone, told)

    def _start(self, work: Callable[[], object], then: Then, told: Then) -> None:
        def done(_: object) -> None:
            told()
            then()

        def fail(error: Exception) -> None:
            # Later, since a stack can't be cleared while a command is being pushed.
            QTimer.singleShot(0, self.stack.clear)
            self.failed.emit(sentence(error, tr("The library could not be changed")))
            told()

        # One lane for all writing: an undo starts only after what it undoes has ended.
        self._jobs.run(lambda _should_cancel: work(), done, fail, lane=Lane.WRITE, must=True)


class _Command(QUndoCommand):
    """One operation. How to undo it is known when it has been done."""

    def __init__(
        self,
        text: str,
        do: Callable[[Callable[[Undo], None], bool], None],
        take_back: Callable[[Callable[[], None]], None],
    ) -> None:
        super().__init__(text)
        self._do = do
        self._take_back = take_back
        self._undo: Undo | None = None
        self._was_done = False

    def redo(self) -> None:
        again, self._was_done = self._was_done, True
        self._do(self._keep, again)

    def undo(self) -> None:
        self._take_back(self._use)

    def _keep(self, undo: Undo) -> None:
        self._undo = undo

    def _use(self) -> None:
        undo, self._undo = self._undo, None
        if undo is not None:
            undo()
