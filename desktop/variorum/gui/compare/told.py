"""The comparison's line of status: what holds of what is shown, and in its place for a while what is happening."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from variorum.gui.compare.fetch import Answer
from variorum.gui.compare.wording import AGAIN, BY_WORDS_ONLY, BY_WORDS_ONLY_WHY, COMPARING, READING, STOPPED, status


class Told(QObject):
    """Says one sentence at a time."""

    changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answer: Answer | None = None
        """What is told of, where it is an answer."""
        self.standing = ""
        """What holds."""
        self.why = ""
        """What explains it; "" where nothing needs to be explained."""

    def tell(self, answer: Answer, *, waits: bool) -> None:
        """Say how two versions relate; `waits` if their comparison is still to be made better."""
        note = BY_WORDS_ONLY if answer.by_words_only else READING if waits else ""
        self.say(status(answer.comparison, note), BY_WORDS_ONLY_WHY if answer.by_words_only else "")
        self._answer = answer

    def say(self, sentence: str, why: str = "") -> None:
        """This holds from now on."""
        self._answer = None
        self.standing, self.why = sentence, why
        self.changed.emit(sentence)

    @Slot(str)
    def mention(self, words: str) -> None:
        """Say something in between; "" says again what holds."""
        self.changed.emit(words or self.standing)

    @Slot()
    def restore(self) -> None:
        """Say again what holds."""
        self.mention("")

    def give_up(self, *, waits: bool) -> None:
        """They could not be compared once more; `waits` if that is still to be done for another reason."""
        if self._answer is not None:
            self.tell(self._answer, waits=waits)

    @Slot()
    def compares(self) -> None:
        """Say that two versions are being compared."""
        self.mention(COMPARING)

    @Slot()
    def stopped(self) -> None:
        """Say that the same two were not compared once more."""
        self.mention(STOPPED)

    @Slot()
    def compares_again(self) -> None:
        """Say that the same two are compared once more."""
        self.mention(AGAIN)
