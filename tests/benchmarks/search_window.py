"""How long the window's thread is busy at a stretch while one types into the search box, and when results are there.

python tests/benchmarks/search_window.py [--json] [--articles N] [--queries N] [--keep DIR]
(without a screen: QT_QPA_PLATFORM=offscreen)

The real program on a library of N made articles (default 10,000), each letter a key event, the next one when the
results of the last are shown. Whatever the thread does (reading keys, taking answers, laying out, painting), it must be
back for the next event within 16 ms, the time of one picture on a screen. Results come after the pause of the search
box, which is printed. On a machine that does other things as well, a thread that could run may have to wait; so what
the program computed in such a stretch is printed beside what passed. `--keep` as in `search_keystroke`: what one leaves
there, the other takes.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from corpus import Corpus
from measure import report
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from search_keystroke import prepare

from variorum.gui import app
from variorum.gui.search.asking import PAUSE_MS
from variorum.gui.search.panel import SearchPanel
from variorum.gui.window import MainWindow

_BETWEEN_MS = 40
"""From results to the next letter: the list is painted in between."""
_SETTLE_MS = 1500
"""From the window to the first letter: what a start does is another benchmark."""
_MOST = 16
"""Milliseconds that the thread may be away at a stretch: one picture of a screen."""
_WARM_UP = "warm"
"""Typed first and not counted."""


class Stretch(NamedTuple):
    """Times in milliseconds."""

    passed: float
    computed: float
    """By all threads of the program together: a lock that one holds keeps the window's from running as well."""


class Heartbeat(QObject):
    """A timer of a millisecond: what lies between two beats, less that one, the thread was not there for events.

    Not the event loop's own signals for waking and waiting: what they enclose differs from system to system.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._longest = Stretch(0.0, 0.0)
        self._last = _now()
        timer = QTimer(self)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(self._beat)
        timer.start(1)

    def _beat(self) -> None:
        now = _now()
        gap = Stretch(now.passed - self._last.passed, now.computed - self._last.computed)
        self._longest = Stretch(max(self._longest.passed, gap.passed), max(self._longest.computed, gap.computed))
        self._last = now

    def take_longest(self) -> Stretch:
        """The longest time between two beats since this was asked last, and the most computed between two."""
        longest, self._longest = self._longest, Stretch(0.0, 0.0)
        return longest


def _now() -> Stretch:
    return Stretch(time.perf_counter() * 1000, time.process_time() * 1000)


class Typist(QObject):
    """Types queries into the window, letter by letter."""

    def __init__(self, window: MainWindow, queries: Sequence[str]) -> None:
        super().__init__(window)
        self._box = window.search_box
        self._letters = iter([(query, place) for query in (_WARM_UP, *queries) for place in range(len(query))])
        self._heart = Heartbeat(self)
        self._pressed: float | None = None
        self._query = ""
        self.waits: list[float] = []
        self.away: list[Stretch] = []
        """The longest stretch without a beat, of each letter."""
        panel = window.findChild(SearchPanel)
        assert panel is not None
        panel.status_changed.connect(self._results_shown)
        QTimer.singleShot(_SETTLE_MS, self._type)

    def _type(self) -> None:
        longest = self._heart.take_longest()
        if self._query not in ("", _WARM_UP):
            self.away.append(longest)
        self._query, place = next(self._letters, ("", 0))
        if not self._query:
            QApplication.quit()
            return
        if place == 0:
            self._box.clear()
            self._box.setFocus()
        self._pressed = time.perf_counter()
        QTest.keyClicks(self._box, self._query[place])

    def _results_shown(self, _status: str) -> None:
        if self._pressed is None:
            return
        waited, self._pressed = (time.perf_counter() - self._pressed) * 1000, None
        if self._query != _WARM_UP:
            self.waits.append(waited)
        QTimer.singleShot(_BETWEEN_MS, self._type)


def main() -> None:
    """Make library and index if need be, open the window, type, print how long things took."""
    options = argparse.ArgumentParser()
    options.add_argument("--json", action="store_true")
    options.add_argument("--articles", type=int, default=10_000)
    options.add_argument("--queries", type=int, default=12)
    options.add_argument("--keep", type=Path, metavar="DIR")
    args = options.parse_args()
    with nullcontext(args.keep) if args.keep else tempfile.TemporaryDirectory() as name:
        folder = Path(name) / f"{args.articles}-articles"
        prepare(folder, args.articles)
        typist = type_into_window(folder / "library", Corpus().queries(args.queries))
    blocked = sum(stretch.computed > _MOST for stretch in typist.away)
    report(
        f"Typing {len(typist.waits)} letters against {args.articles:,} articles: "
        f"with {blocked} of them the program kept its window waiting longer than {_MOST} ms",
        cuts("window away at a stretch", [stretch.passed for stretch in typist.away])
        | cuts("of which computing", [stretch.computed for stretch in typist.away])
        | cuts(f"letter to results (pause of {PAUSE_MS} ms included)", typist.waits),
        "ms",
        {},
    )


def type_into_window(library_folder: Path, queries: Sequence[str]) -> Typist:
    """Run the program on a library, with nobody at the keys but a typist."""
    typists: list[Typist] = []
    real_exec = QApplication.exec

    def run(_application: QApplication) -> int:
        (window,) = (widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow))
        window.resize(1280, 800)
        typists.append(Typist(window, queries))
        return real_exec()

    with tempfile.TemporaryDirectory() as home:
        folders = {f"XDG_{kind}_HOME": home for kind in ("DATA", "CACHE", "CONFIG", "STATE")}
        with patch.dict(os.environ, folders | {"HOME": home}), patch.object(QApplication, "exec", run):
            app.run([], library_folder)
    return typists[0]


def cuts(name: str, times: Sequence[float]) -> dict[str, float]:
    """Half of the times, 95 of 100 and all are no longer than this."""
    twentieths = statistics.quantiles(times, n=20)
    return {f"{name}, p50": twentieths[9], f"{name}, p95": twentieths[18], f"{name}, longest": max(times)}


if __name__ == "__main__":
    main()
