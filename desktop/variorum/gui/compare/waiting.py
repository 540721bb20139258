"""All that tells of a comparison under way, joined: veil, line of progress, chips without numbers, line of status."""

from __future__ import annotations

from PySide6.QtCore import QObject

from variorum.gui.compare.comparing import Comparing
from variorum.gui.compare.legend import Legend
from variorum.gui.compare.notice import Veil
from variorum.gui.compare.patience import Patience
from variorum.gui.compare.refining import Refining
from variorum.gui.compare.state import CompareState
from variorum.gui.compare.told import Told
from variorum.gui.compare.wording import AGAIN, COMPARING
from variorum.gui.widgets.progress_line import ProgressLine


class Waiting(QObject):
    """What one sees until an answer comes."""

    def __init__(self, progress: ProgressLine, veil: Veil, state: CompareState, told: Told, parent: QObject) -> None:
        super().__init__(parent)
        self._progress, self._veil, self._state, self._told = progress, veil, state, told

    def follow(self, comparing: Comparing, refining: Refining, legend: Legend) -> None:
        """Tell of what is compared, and of what is compared again."""
        told, anew = self._told, Patience(comparing, self._progress, COMPARING, self)
        anew.draw(self._veil, lambda: self._state.presentation is not None)
        anew.waited.connect(legend.wait)
        anew.waited.connect(told.compares)
        comparing.ended.connect(legend.go_on)
        comparing.canceled.connect(told.restore)
        # What is compared again stays as it is meanwhile, and is not waited for any more when something else is.
        again = Patience(refining, self._progress, AGAIN, self)
        comparing.began.connect(again.end)
        refining.began.connect(told.compares_again)
        refining.canceled.connect(told.stopped)
        refining.gave_up.connect(lambda: told.give_up(waits=refining.waits))
