"""Something that is built in steps: at once when it is needed, else a step a turn while one does something else."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

from variorum.gui.jobs import Jobs


class Building(QObject):
    """Steps that are still to be done, in order."""

    def __init__(self, steps: list[Callable[[], None]], parent: QObject) -> None:
        super().__init__(parent)
        self._steps = steps

    @property
    def done(self) -> bool:
        """Whether all is built."""
        return not self._steps

    def finish(self) -> None:
        """Do at once what is left."""
        while self._steps:
            self._steps.pop(0)()

    def go_on_idly(self, jobs: Jobs, module: str) -> None:
        """Load the module that the steps need in the background, then do a step a turn."""
        jobs.run(lambda _: import_module(module), lambda _: self._next())

    def _next(self) -> None:
        if self._steps:
            self._steps.pop(0)()
            QTimer.singleShot(0, self, self._next)
