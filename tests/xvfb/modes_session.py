"""The ways to show a comparison in the real window, by real key and mouse events, with a screenshot of each.

Starts on an empty home: two versions side by side, then each mode by its key: walked through, clicked, scrolled, opened
and closed by mouse and by keys. Run by `tests/xvfb/test_editor_session.py`; by hand, on a virtual screen of its own:

python tests/xvfb/modes_session.py [--dark] [--size 1280x800] [--shots FOLDER]
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QPoint, QPointF
from session import Session, main, only

from variorum.core.collate.changes import ChangeKind
from variorum.gui.compare.chips import ChipBar
from variorum.gui.compare.clean_view import CleanView
from variorum.gui.compare.mode import Mode
from variorum.gui.compare.modes import Modes
from variorum.gui.compare.rows_hand import HandledRows
from variorum.gui.compare.rows_mode import RowsMode
from variorum.gui.compare.side_by_side import SideBySide
from variorum.gui.widgets.top_bar import TopBar


class ModesSession(Session):
    """From the comparison side by side through the other modes and back."""

    def run(self) -> None:
        for step in (self.start, self.hold, self.align, self.changes, self.read_clean, self.back):
            step()

    def align(self) -> None:
        """Ctrl+5: the current change stays in view; rows are walked by keys and clicked."""
        self.hand.key("F8", "F8", "F8")
        self._choose("ctrl+5", Mode.ALIGNED)
        place = self._position()
        assert place.startswith("change 3 of "), place
        assert self._current_in_view(), "the current change is in view after switching"
        self.hand.shoot("modes-1-aligned")
        self.hand.key("F8")
        self.hand.until(lambda: self._position() != place and self._current_in_view(), "F8 goes to the next change")
        self.hand.key("shift+F8")
        self.hand.until(lambda: self._position() == place and self._current_in_view(), "Shift+F8 goes back")
        view = self._table()
        top = view.verticalScrollBar().value()
        self.hand.wheel(view.viewport(), 4)
        self.hand.until(lambda: view.verticalScrollBar().value() > top, "the wheel scrolls")
        self._click_a_change(view)
        self.hand.key("Down", "Return")
        self.hand.until(lambda: view.currentIndex().isValid() and self._current_in_view(), "Enter goes there")

    def changes(self) -> None:
        """Ctrl+6: with additions hidden their rows fold; a fold opens by click and closes by Enter."""
        self._choose("ctrl+6", Mode.CHANGES)
        chip = only(self.window, ChipBar).chips[ChangeKind.ADDED]
        self.hand.click(chip)
        view = self._table()
        self.hand.until(lambda: any(row.fold for row in view.rows), "what is hidden is folded")
        self.hand.key("shift+F8", "F8")
        self.hand.shoot("modes-2-changes-only")
        number = next(n for n, row in enumerate(view.rows) if row.fold)
        self._bring(view, number)
        count = len(view.rows)
        self.hand.click(view.viewport(), lambda: view.row_box(number).center())
        self.hand.until(lambda: len(view.rows) > count, "a click opens the fold")
        self.hand.shoot("modes-3-opened")
        view.setFocus()
        self.hand.key("Home")
        for _ in range(number):
            self.hand.key("Down")
        self.hand.key("Return")
        self.hand.until(lambda: len(view.rows) == count, "Enter closes it again")
        self.hand.click(chip)

    def read_clean(self) -> None:
        """Ctrl+7: a caret opens and closes by click, and by Enter."""
        self._choose("ctrl+7", Mode.CLEAN)
        view = self._table()
        assert isinstance(view, CleanView)
        self.hand.key("ctrl+Home", "Home")
        self.hand.shoot("modes-4-read-clean")
        number = next(n for n in range(len(view.rows)) if view._carets(n))
        self._bring(view, number)
        before = self._length(view, number)
        self.hand.click(view.viewport(), lambda: self._caret(view, number))
        self.hand.until(lambda: self._length(view, number) > before, "a click opens the caret")
        self.hand.shoot("modes-5-caret")
        self.hand.click(view.viewport(), lambda: self._caret(view, number))
        self.hand.until(lambda: self._length(view, number) == before, "another one closes it")
        view.setFocus()
        self.hand.key("Home")
        for _ in range(number):
            self.hand.key("Down")
        self.hand.key("Return")
        self.hand.until(lambda: self._length(view, number) > before, "Enter opens it")
        self.hand.key("Return")

    def back(self) -> None:
        """By the button at the top, or its menu where there is little room."""
        bar = only(self.window, TopBar)
        if bar.ways.isVisible():
            self.hand.click(bar.ways, QPoint(30, bar.ways.height() // 2))
        else:
            self.hand.click(bar.ways_button)
            self.hand.key("Down", "Return")
        self.hand.until(lambda: self._modes().mode is Mode.SIDE_BY_SIDE, "the texts stand side by side again")
        assert isinstance(self._modes().shown, SideBySide)
        self.hand.shoot("modes-6-side-by-side")

    def _modes(self) -> Modes:
        return only(self.window, Modes)

    def _choose(self, key: str, mode: Mode) -> None:
        self.hand.key(key)
        self.hand.until(lambda: self._modes().mode is mode, f"{key} shows the comparison {mode}")

    def _table(self) -> HandledRows:
        shown = self._modes().shown
        assert isinstance(shown, RowsMode)
        return shown.view

    def _bring(self, view: HandledRows, number: int) -> None:
        """Have a row on screen, and nothing moving."""
        self._still(view)
        view.scrollTo(view.model().index(number, 0))
        self._still(view)

    def _still(self, view: HandledRows) -> None:
        """Wait until nothing glides and every row is measured."""
        bar = view.verticalScrollBar()
        self.hand.until(lambda: view._glide.target == bar.value() and not view._turn.isActive(), "all is still")
        self.hand.steady(view.viewport())

    def _current_in_view(self) -> bool:
        shown = self._modes().shown
        assert isinstance(shown, RowsMode)
        current = shown._state.change
        row = shown.row_of(current) if current else None
        return row is not None and row in shown.view.visible_rows()

    def _click_a_change(self, view: HandledRows) -> None:
        """Click the words of a row that differs and isn't the current one."""
        self._still(view)
        before = self._position()
        for number in view.visible_rows():
            row, box = view.rows[number], view.row_box(number)
            place = next((n for n, cell in enumerate(row.cells) if cell.spans), None)
            if row.kinds and place is not None and box.top() >= 0:
                x = round(view.columns()[place].x) + 20
                self.hand.click(view.viewport(), QPoint(x, round(box.top() + view.below(number)) + 10))
                if self._position() != before:
                    return
        raise AssertionError("no click on a row went to its change")

    @staticmethod
    def _length(view: CleanView, number: int) -> int:
        passage = view.passages(number)[0]
        assert passage is not None
        return len(passage.texts[0].block.text)

    @staticmethod
    def _caret(view: CleanView, number: int) -> QPoint:
        passage = view.passages(number)[0]
        assert passage is not None
        foot = view._foot(view._carets(number)[0], passage)
        return (foot + view._origin(number, view.row_box(number)) + QPointF(1, 4)).toPoint()


if __name__ == "__main__":
    sys.exit(main(__file__, ModesSession))
