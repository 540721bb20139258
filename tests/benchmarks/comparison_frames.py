"""Frames of a comparison while one scrolls: how long the window's thread takes for each step, in every mode.

Two made texts of 20,000 words, of which the second is an edited version of the first. A step is a notch of the wheel
with all that follows from it (layout, the other pane, gutter, strip, painting), done when the painted window is there.
Modes take turns within one run. "Computed" is processor time of the window's thread: on a busy machine the time that
passes is mostly waiting for a core. Without a screen everything in view is painted anew at each step.
With `--compared A B` two files are taken instead.

python tests/benchmarks/comparison_frames.py [--json] [--words 20000] [--steps 400]
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from corpus import Corpus
from measure import report
from PySide6.QtCore import QEvent, QEventLoop, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QTextEdit

from variorum.core.collate.changes import changes
from variorum.core.collate.compare import compare
from variorum.core.text.reading import read_article, read_text
from variorum.gui.compare.fetch import make_ready
from variorum.gui.compare.mode import Mode
from variorum.gui.compare.modes import Modes
from variorum.gui.compare.presentation import Presentation, Side
from variorum.gui.compare.rows_mode import RowsMode
from variorum.gui.compare.state import CompareState
from variorum.gui.garbage import GarbageKeeper
from variorum.gui.theme.service import ThemeService
from variorum.gui.theme.theme import Theme

FRAME = 1 / 60
Taken = tuple[float, float]
"""Seconds computed by the window's thread, and seconds that passed."""
SIZE = (1280, 900)


def main() -> None:
    """Print p50, p95 and the longest frame of each mode, and what the first showing takes."""
    options = argparse.ArgumentParser()
    options.add_argument("--json", action="store_true")
    options.add_argument("--words", type=int, default=20_000)
    options.add_argument("--steps", type=int, default=400)
    options.add_argument("--compared", nargs=2, type=Path)
    args = options.parse_args()
    application = QApplication(sys.argv[:1])
    keeper = GarbageKeeper(application)  # as in the program
    left, right = (read_text(path) for path in args.compared) if args.compared else two_texts(args.words)
    comparison = compare(read_article(left), read_article(right))
    shown = Presentation(comparison, changes(comparison))
    theme = ThemeService(application, "light")
    modes, state = window(application, theme)
    first = {mode: first_showing(modes, state, shown, mode, theme.theme) for mode in Mode}
    taken: dict[Mode, list[Taken]] = {mode: [] for mode in Mode}
    bare, plainly = bare_view(left), list[Taken]()
    for _ in range(2):
        for mode in Mode:
            modes.set_mode(mode)
            spin(0.5)
            taken[mode] += list(frames(view_of(modes), args.steps // 2))
        plainly += list(frames(bare, args.steps // 2))
    rows, ratios = {}, {}
    for mode in Mode:
        for which, of in (("computed", 0), ("passed", 1)):
            times = sorted(frame[of] for frame in taken[mode])
            rows[f"{mode}: longest stretch of the first showing, {which}"] = max(t[of] for t in first[mode]) * 1000
            rows[f"{mode}: frame p50, {which}"] = statistics.median(times) * 1000
            rows[f"{mode}: frame p95, {which}"] = times[int(len(times) * 0.95)] * 1000
            rows[f"{mode}: longest frame, {which}"] = times[-1] * 1000
            ratios[f"{mode}: share of frames over 16.7 ms, {which}"] = sum(t > FRAME for t in times) / len(times)
    plain = statistics.median(frame[0] for frame in plainly)
    rows["one text in a bare QTextEdit: frame p50, computed"] = plain * 1000
    for mode in Mode if bare.verticalScrollBar().maximum() else ():
        ratios[f"{mode} / bare QTextEdit, p50 computed"] = statistics.median(f[0] for f in taken[mode]) / plain
    words = f"{comparison.left.words:,} and {comparison.right.words:,} words, {len(comparison.claims):,} claims"
    del keeper
    report(f"Frames of a comparison ({words})", rows, "ms", ratios)


def two_texts(words: int) -> tuple[str, str]:
    """A text and an edited version of it: sentences changed, left out, put in and moved."""
    pieces: list[str] = []
    for article in Corpus(7).articles(words // 300):
        pieces += article.text.split("\n\n")
        if sum(len(piece.split()) for piece in pieces) >= words:
            break
    rng = random.Random(11)
    edited: list[str] = []
    for piece in pieces:
        kind = rng.random()
        if kind < 0.08:
            continue
        tokens = piece.split()
        if kind < 0.35:
            for _ in range(max(1, len(tokens) // 8)):
                tokens[rng.randrange(len(tokens))] = rng.choice(tokens).strip(".").lower()
        edited.append(" ".join(tokens))
        if kind > 0.92:
            edited.append(" ".join(rng.sample(tokens, len(tokens))).capitalize())
    for _ in range(len(edited) // 40):
        edited.insert(rng.randrange(len(edited)), edited.pop(rng.randrange(len(edited))))
    return "\n\n".join(pieces), "\n\n".join(edited)


def window(application: QApplication, theme: ThemeService) -> tuple[Modes, CompareState]:
    """The modes in a window of their own."""
    state = CompareState(application)
    modes = Modes(theme, state, fade=True)
    modes.resize(*SIZE)
    modes.show()
    spin(0.3)
    return modes, state


def first_showing(modes: Modes, state: CompareState, shown: Presentation, mode: Mode, theme: Theme) -> list[Taken]:
    """Each stretch of the window's thread from showing a comparison until nothing is left to do."""
    state.show(None)
    modes.set_mode(mode)
    spin(0.3)
    fresh = Presentation(shown.comparison, shown.changes)
    make_ready(fresh, theme)
    stretches = [timed(lambda: state.show(fresh))]
    quiet = 0
    while quiet < 25:
        stretches.append(timed(turn))
        quiet = 0 if stretches[-1][0] > 0.001 else quiet + 1
        time.sleep(0.001)
    return stretches


def view_of(modes: Modes) -> QAbstractScrollArea:
    """What the wheel turns over."""
    shown = modes.shown
    return shown.view if isinstance(shown, RowsMode) else shown.panes[Side.LEFT]


def bare_view(text: str) -> QTextEdit:
    """What Qt has to offer: one of the texts by itself, plain, in a window as large."""
    view = QTextEdit(readOnly=True)
    view.setPlainText(text)
    view.resize(*SIZE)
    view.show()
    spin(1.0)
    return view


def frames(view: QAbstractScrollArea, steps: int) -> Iterator[Taken]:
    """Each notch of the wheel, from the event to the painted window; turned round at the ends."""
    bar, notch = view.verticalScrollBar(), -120
    for _ in range(steps):
        if bar.value() in (bar.minimum(), bar.maximum()):
            notch = -120 if bar.value() == bar.minimum() else 120
        yield timed(partial(scroll, view, notch))
        turn()


def scroll(view: QAbstractScrollArea, notch: int) -> None:
    """Turn the wheel over a view, and paint what the next frame would show."""
    place = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        place, view.viewport().mapToGlobal(place), QPoint(), QPoint(0, notch), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)
    QApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest)


def timed(work: Callable[[], object]) -> Taken:
    """What a work takes."""
    began, computed = time.perf_counter(), time.thread_time()
    work()
    return time.thread_time() - computed, time.perf_counter() - began


def turn() -> None:
    """One turn of the event loop."""
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)


def spin(seconds: float) -> None:
    """Let the program work for a while."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        turn()
        time.sleep(0.001)


if __name__ == "__main__":
    main()
