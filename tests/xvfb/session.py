"""What all sessions share: the program on a virtual screen in a home of its own, hands for it, and where things are.

A session is a class with steps, run by `main` from a script: `python tests/xvfb/editor_session.py --help`.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from unittest.mock import patch

from display import own_home, virtual_screen
from hand import MEANING_S, Hand
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from variorum import places, settings
from variorum.core.collate.model import Claim, Comparison, SpeakerVerdict
from variorum.core.text.model import Span
from variorum.gui import starting
from variorum.gui.compare.chips import ChipBar
from variorum.gui.compare.panel import ComparePanel
from variorum.gui.compare.presentation import Presentation, Side
from variorum.gui.compare.rail_head import RailHead
from variorum.gui.compare.wording import READING
from variorum.gui.library.rows import Row, RowKind
from variorum.gui.library.sidebar import Sidebar
from variorum.gui.library.story_model import Role
from variorum.gui.navigator import Comparing
from variorum.gui.reader.panel import ReaderPanel
from variorum.gui.search.panel import SearchPanel
from variorum.gui.widgets.status_line import StatusLine
from variorum.gui.window import MainWindow

Found = TypeVar("Found", bound=QWidget)


class Session:
    """The window and its parts, and how a session begins."""

    hands: type[Hand] = Hand
    """Whose hands use the window."""

    def __init__(self, window: MainWindow, hand: Hand) -> None:
        self.window, self.hand = window, hand
        self.sidebar = only(window, Sidebar)
        self.results = only(window, SearchPanel)
        self.reader = only(window, ReaderPanel)
        self.compare = only(window, ComparePanel)

    def start(self) -> None:
        """The window opens on the seeds, the first of them ready to be read."""
        self.hand.until(self.window.isActiveWindow, "the window is there")
        self.hand.until(lambda: self.reader.article_id() is not None, "an article is open")
        self.hand.until(lambda: self._versions() == ["A", "B", "C", "D", "E"], "the story's five versions are listed")
        self.hand.shoot("1-start")

    def run(self) -> None:
        """All steps."""
        raise NotImplementedError

    def hold(self) -> None:
        """Seeds 003 and 004 side by side: click one, Ctrl+click the other, Ctrl+D."""
        self.hand.key("ctrl+k", "Escape", "Escape")
        self._click_version("D")
        self._click_version("E", modifier="ctrl")
        self.hand.key("ctrl+d")
        self.compared()
        comparison = self.rested()
        assert any(pair.speaker is SpeakerVerdict.DIFFERS for pair in comparison.quotes), "the speaker changed"
        self.hand.shoot("4-compare")

    def compared(self) -> None:
        """Wait until what was last asked to be compared is shown, not what was compared before."""

        def there() -> bool:
            here = self.window.navigator.here
            asked = (here.left, here.right) if isinstance(here, Comparing) else None
            return asked is not None and self.window.frame.compares() and self.compare.comparing.ids == asked

        self.hand.until(there, "the comparison is there")

    def answered(self, query: str) -> None:
        """Wait until what is listed is what `query` finds, not what its first letters found."""
        asking = self.results._asking
        self.hand.until(lambda: self.results.query() == query and not asking.under_way, f"“{query}” is answered")
        self.hand.until(lambda: self.results.list.model().rowCount() > 0, f"“{query}” is found")

    def rested(self) -> Comparison:
        """Wait until the comparison that is shown rests on meaning."""
        facts = only(self.window, StatusLine).facts
        self.hand.until(lambda: READING not in facts(), "the comparison rests on meaning", MEANING_S)
        comparison = self.compare.comparison()
        assert comparison is not None
        return comparison

    def step(self, key: str) -> str:
        """Go to another change by a key; returns where that is, as the window says it."""
        before = self._position()
        self.hand.key(key)
        self.hand.until(lambda: self._position() != before, f"{key} goes to another change")
        return self._position()

    def presented(self) -> Presentation:
        """What of the comparison is shown."""
        shown = self.compare._state.presentation
        assert shown is not None
        return shown

    def claim(self) -> Claim:
        """The claim one stands on."""
        number = self.compare._state.claim
        assert number is not None
        return self.presented().comparison.claims[number]

    def links(self) -> int:
        """How many links a hand made."""
        return sum(claim.by_hand for claim in self.presented().comparison.claims)

    def count(self) -> str:
        """How many changes were reviewed, in words."""
        return only(self.window, RailHead).text()

    def notes(self) -> list[str]:
        """What was noted on changes, as the library has it."""
        shown = self.compare.shown()
        return [review.note for review in shown.scope.reviews.values() if review.note] if shown else []

    def place_of(self, side: Side, span: Span) -> QPoint:
        """A place in the first line of a passage, in coordinates of its pane as it is scrolled now."""
        view = self.compare._texts.panes[side]
        rect = view.rects_of(span)[0]
        return QPoint(round(rect.center().x()), round(rect.center().y())) - QPoint(0, view.verticalScrollBar().value())

    def point_at(self, side: Side, fits: Callable[[Claim], bool], *, last: bool = False) -> tuple[Claim, QPoint]:
        """Rest the pointer on a passage of a claim that fits and is seen whole; returns that, and the place in its
        pane."""
        view = self.compare._texts.panes[side]
        self.hand.steady(view)
        claims = [claim for claim in self.presented().comparison.claims if fits(claim)]
        passages = sorted(((side.spans(claim)[0], claim) for claim in claims), key=lambda pair: pair[0].start)
        if not any(view.shows(span) for span, _ in passages):
            self.compare._texts.side_by_side.show_passage(side, passages[len(passages) // 2][0])
            self.hand.steady(view)
        span, claim = [pair for pair in passages if view.shows(pair[0])][-1 if last else 0]
        spot = self.place_of(side, span)
        self.hand.point(view.viewport(), spot + QPoint(3, 0))
        self.hand.point(view.viewport(), spot)
        return claim, spot

    def _rows(self) -> list[Row]:
        model = self.sidebar.story_list.model()
        return [model.index(number, 0).data(Role.ROW) for number in range(model.rowCount())]

    def _versions(self) -> list[str]:
        return [row.badge for row in self._rows() if row.kind is RowKind.VERSION]

    def _click_version(self, siglum: str, modifier: str = "") -> None:
        rows = self.sidebar.story_list
        badges = [row.badge if row.kind is RowKind.VERSION else "" for row in self._rows()]
        place = rows.visualRect(rows.model().index(badges.index(siglum), 0)).center()
        self.hand.click(rows.viewport(), place, modifier=modifier)

    def _hit_count(self) -> str:
        return label_of(self.reader, "hit ")

    def _position(self) -> str:
        return label_of(only(self.window, ChipBar), "change ")


def only(window: MainWindow, kind: type[Found]) -> Found:
    found = window.findChildren(kind)
    assert len(found) == 1, f"{len(found)} widgets of kind {kind.__name__}"
    return found[0]


def label_of(parent: QWidget, beginning: str) -> str:
    """The text that stands in a visible label and begins so; "" where there is none."""
    texts = (label.text() for label in parent.findChildren(QLabel) if label.isVisible())
    return next((text for text in texts if text.startswith(beginning)), "")


def _state(window: MainWindow) -> str:
    """What a session that failed ended at, for who reads its report."""
    results = only(window, SearchPanel)
    facts = {
        "active": QApplication.activeWindow(),
        "popup": QApplication.activePopupWidget(),
        "focus": QApplication.focusWidget(),
        "open": window.navigator.here,
        "in the reader": only(window, ReaderPanel).article_id(),
        "found by": only(window, ReaderPanel).query(),
        "searched": results.query(),
        "results": results.list.model().rowCount(),
        "title": window.windowTitle(),
        "status": only(window, StatusLine).facts(),
    }
    return "\n".join(f"{name}: {fact}" for name, fact in facts.items())


def _in_this_process(shots: Path | None, dark: bool, steps: type[Session]) -> int:
    """The program as it always starts, but with a hand that uses it; the exit status tells whether all went well."""
    failures: list[str] = []

    def use() -> None:
        window = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow))
        window.showMaximized()
        hand = steps.hands(window, shots)
        try:
            steps(window, hand).run()
        except Exception:
            failures.extend((traceback.format_exc(), _state(window)))
            hand.shoot("failed")
        wait, turn = round(hand.longest_wait * 1000), round(hand.longest_turn * 1000)
        print(f"longest wait {wait} ms, longest turn of the event loop {turn} ms")
        window.close()

    if dark:
        settings.save(places.settings_file(), settings.Settings(theme_mode=settings.ThemeMode.DARK))
    QTimer.singleShot(0, use)
    status = starting.run([], None)
    print("\n".join(failures), file=sys.stderr)
    return status or len(failures)


def main(script: str, steps: type[Session]) -> int:
    """Run the session `steps` of `script` on a virtual screen, in a process and a home of its own."""
    options = argparse.ArgumentParser()
    options.add_argument("--shots", type=Path)
    options.add_argument("--dark", action="store_true")
    options.add_argument("--size", default="1280x800")
    options.add_argument("--here", action="store_true", help="on the display that is there")
    args = options.parse_args()
    if args.here:
        with own_home() as home, patch.dict(os.environ, home):
            return _in_this_process(args.shots, args.dark, steps)
    width, height = map(int, args.size.split("x"))
    with virtual_screen(width, height) as environment:
        return subprocess.run(
            [sys.executable, script, "--here", *sys.argv[1:]], env=environment, check=False
        ).returncode
