"""From what is typed to an answer: waits for a pause, asks the service, looks rows up, drops what comes too late."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from variorum.core.search.model import SearchResults
from variorum.gui.search.rows import Found, gather
from variorum.gui.services import Services
from variorum.gui.trouble import sentence
from variorum.gui.words import tr

PAUSE_MS = 120
"""How long nothing may be typed before a search starts."""
PATIENCE_MS = 300
"""How long an answer may take before the window says that it is searching."""
_VIEW = "search-rows"


class Asking(QObject):
    """One query at a time; a newer one makes the answer to the older one unwanted."""

    answered = Signal(object)
    """The `Found` for the newest query."""
    failed = Signal(str)
    """One sentence on why there is no answer."""
    slow = Signal(bool)
    """Whether the answer is taking its time."""

    _arrived = Signal(int, object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._number = 0
        self._query = ""
        self._waiting = False
        self._pause = self._timer(PAUSE_MS, self._ask)
        self._patience = self._timer(PATIENCE_MS, lambda: self.slow.emit(True))
        # The service calls back on its own thread; the signal brings the answer into the window's.
        self._arrived.connect(self._take)

    def _timer(self, milliseconds: int, then: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(then)
        return timer

    @property
    def under_way(self) -> bool:
        """Whether an answer is still to come."""
        return self._pause.isActive() or self._patience.isActive() or self._waiting

    def ask(self, query: str, at_once: bool = False) -> None:
        """Search `query` after a pause, or at once."""
        self.stop()
        self._query = query
        self._pause.start(0 if at_once else PAUSE_MS)

    def stop(self) -> None:
        """No answer is wanted any more."""
        self._number += 1
        self._pause.stop()
        self._services.jobs.cancel_view(_VIEW)
        self._end_wait()

    def _ask(self) -> None:
        number = self._number
        self._waiting = True
        self._patience.start()
        self._services.search.search(self._query, lambda answer: self._arrived.emit(number, answer))

    @Slot(int, object)
    def _take(self, number: int, answer: SearchResults | Exception) -> None:
        if number != self._number:
            return
        if isinstance(answer, Exception):
            self._fail(answer)
            return
        library = self._services.library
        self._services.jobs.run(lambda _: gather(library, answer), self._answer, self._fail, view=_VIEW)

    def _answer(self, found: Found) -> None:
        self._end_wait()
        self.answered.emit(found)

    def _fail(self, error: Exception) -> None:
        self._end_wait()
        self.failed.emit(sentence(error, tr("The search failed")))

    def _end_wait(self) -> None:
        self._waiting = False
        self._patience.stop()
        self.slow.emit(False)
