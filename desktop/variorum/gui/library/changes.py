"""Changes of the library with undo and redo, each done in the background, in order. Knows no widgets."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from variorum.core.library.library import Library
from variorum.gui.jobs import Jobs, Lane
from variorum.gui.library.operations import Operation, Undo
from variorum.gui.trouble import sentence


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

    def do(self, text: str, operation: Operation) -> None:
        """Do `operation`; `text` names it in the menu."""
        self.stack.push(_Command(text, operation, self._library, self._start))

    def _start(self, work: Callable[[], None]) -> None:
        # One lane for all writing: an undo starts only after what it undoes has ended.
        self._jobs.run(lambda _should_cancel: work(), lambda _: self.changed.emit(), self._fail, lane=Lane.WRITE)

    def _fail(self, error: Exception) -> None:
        # Later, since a stack can't be cleared while a command is being pushed.
        QTimer.singleShot(0, self.stack.clear)
        self.failed.emit(sentence(error, "The library could not be changed"))
        self.changed.emit()


class _Command(QUndoCommand):
    """One operation. How to undo it is known when it has been done."""

    def __init__(
        self, text: str, operation: Operation, library: Library, start: Callable[[Callable[[], None]], None]
    ) -> None:
        super().__init__(text)
        self._operation = operation
        self._library = library
        self._start = start
        self._undo: Undo | None = None

    def redo(self) -> None:
        self._start(self._do)

    def undo(self) -> None:
        self._start(self._take_back)

    def _do(self) -> None:
        self._undo = self._operation(self._library)

    def _take_back(self) -> None:
        undo, self._undo = self._undo, None
        if undo is not None:
            undo()
