"""The whole work of a comparison by mouse alone: no key is ever pressed, and a note is pasted.

Run by `tests/xvfb/test_editor_session.py`; by hand as `editor_session.py` is.
"""

from __future__ import annotations

import sys

from hands import MouseOnly
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLineEdit, QMenu, QToolButton
from session import main, only
from whole_work import WholeWork

from variorum.core.collate.changes import ChangeKind
from variorum.core.text.model import Span
from variorum.gui.compare.context_menu import PassageMenu
from variorum.gui.compare.find_bar import FindBar
from variorum.gui.compare.header import VersionHeader
from variorum.gui.compare.lens_card import LensCard
from variorum.gui.compare.link_bar import LinkBar
from variorum.gui.compare.mode import Mode
from variorum.gui.compare.presentation import Side
from variorum.gui.compare.rail import Rail
from variorum.gui.compare.rows_hand import HandledRows
from variorum.gui.dialogs.export import ExportDialog
from variorum.gui.search.query_list import QueryLine

MODES = {
    Mode.SIDE_BY_SIDE: "Side by side",
    Mode.ALIGNED: "Aligned",
    Mode.CHANGES: "Changes only",
    Mode.CLEAN: "Read clean",
}
EXAMPLE = "negotiat*"
"""One of the queries that the empty search box offers."""

WORD = "NATO"
"""A word of the texts, to be selected."""

WHEELS, MARGIN = 20, 20
"""Turns of the wheel until something must be in view, and the pixels at the edges where it does not count as that."""


class Mouse(WholeWork):
    """Where each click goes."""

    hand: MouseOnly
    hands = MouseOnly

    def seek(self) -> None:
        self.hand.click(self.window.search_box)
        lines = self.results.findChildren(QueryLine)
        line = next(line for line in lines if line.text() == EXAMPLE)
        self.hand.until(line.isVisible, "queries are offered")
        self.hand.click(line)

    def open_result(self) -> None:
        rows = self.results.list
        self.hand.click(rows.viewport(), lambda: rows.visualRect(rows.model().index(0, 0)).center())

    def hold_beside(self) -> None:
        self._press("Compare")

    def choose_version(self) -> None:
        button = only(self.window, VersionHeader).buttons[Side.RIGHT]
        _, siglum = self.another()
        self.hand.choose(button.menu(), lambda: self.hand.click(button), f"{siglum}  ")

    def go_on(self) -> str:
        return self._go(self.chips().next)

    def go_back(self) -> str:
        return self._go(self.chips().previous)

    def _go(self, button: QToolButton) -> str:
        before = self._position()
        self.hand.click(button)
        self.hand.until(lambda: self._position() != before, "another change is gone to")
        return self._position()

    def mark_reviewed(self) -> None:
        self._menu("Compare", "Mark reviewed")

    def note(self) -> None:
        """A word of the text is copied, and pasted as the note on the change whose card is under the pointer."""
        rail, index = only(self.window, Rail), only(self.window, Rail).list.currentIndex()
        self._select_word()
        menu = self.compare._texts.findChild(PassageMenu)
        assert menu is not None
        word, view = (
            self.compare._texts.panes[Side.LEFT].chosen_words(),
            self.compare._texts.panes[Side.LEFT].viewport(),
        )
        self.hand.choose(menu.menu, lambda: self.hand.click(view, self._word, button=3), "Copy")
        row, buttons = rail.list.visualRect, rail.tools.buttons
        self.hand.point(rail.list.viewport(), lambda: row(rail.list.model().index(index.row(), 0)).center())
        self.hand.until(buttons.note.isVisible, "the card under the pointer has buttons")
        self.shoot("3-card")
        self.hand.click(buttons.note)
        self.hand.until(lambda: rail.writes, "the note can be written")
        field = rail.list.findChild(QLineEdit)
        assert field is not None
        self.hand.click(field, button=3)
        self.hand.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu), "the field has a menu")
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, QMenu)
        paste = next(action for action in popup.actions() if action.text().replace("&", "").startswith("Paste"))
        self.hand.click(popup, lambda: popup.actionGeometry(paste).center())
        self.hand.until(lambda: field.text() == word, "the word is pasted")
        self.hand.click(view, self._word)
        self.hand.until(lambda: self.notes() == [word] and not rail.writes, "the note is kept")

    def toggle(self, kind: ChangeKind) -> None:
        self.hand.click(self.chips().chips[kind])

    def show_all_kinds(self) -> None:
        self._menu("Compare", "Show all changes")

    def show_as(self, mode: Mode) -> None:
        bar = self.window.top_bar
        if bar.ways.isVisible():
            self._press(MODES[mode])
        else:
            self.hand.choose(bar.ways_button.menu(), lambda: self.hand.click(bar.ways_button), MODES[mode])

    def open_fold(self, view: HandledRows, number: int) -> None:
        room = view.viewport().rect().adjusted(0, MARGIN, 0, -MARGIN)
        for _ in range(WHEELS):
            middle = view.row_box(number).center()
            if room.contains(middle):
                break
            self.hand.wheel(view.viewport(), 2 if middle.y() > room.bottom() else -2)
            self.hand.steady(view.viewport())
        self.hand.click(view.viewport(), lambda: view.row_box(number).center())

    def show_counterpart(self) -> None:
        self.point_at(Side.LEFT, lambda claim: claim.linked)

    def ask_why(self, card: LensCard) -> None:
        self.hand.click(card._why)

    def leave_lens(self) -> None:
        self.hand.point(self.sidebar)

    def link_dropped(self) -> None:
        self._on_passage(Side.LEFT, "Link by hand")
        self.hand.until(only(self.window, LinkBar).isVisible, "the counterpart is proposed")
        pending = self.compare._state.pending
        assert pending is not None
        proposed = pending.chosen[0]
        view = self.compare._texts.panes[Side.RIGHT]
        self.hand.click(view.viewport(), lambda: self.place_of(Side.RIGHT, proposed))

    def unlink(self) -> None:
        self._menu("Compare", "Unlink")

    def undo(self) -> None:
        self._menu("Edit", "Undo")

    def redo(self) -> None:
        self._menu("Edit", "Redo")

    def look_for(self, bar: FindBar) -> None:
        """A word that is selected by a double click."""
        self._select_word()
        self._menu("Edit", "Find…")
        self.hand.until(bar.isVisible, "the bar is there")

    def _select_word(self) -> None:
        view = self.compare._texts.panes[Side.LEFT]
        self.hand.steady(view)
        self.hand.click(view.viewport(), self._word, times=2)
        self.hand.until(view.selected_span, "a word is selected")

    def _word(self) -> QPoint:
        """A place of a word in the left text that is seen. The first click goes to its change: another may be under the
        second one."""
        view, text = self.compare._texts.panes[Side.LEFT], self.presented().comparison.left.text
        starts = (at for at in range(1, len(text)) if text[at - 1 : at + 5] == f" {WORD} ")
        span = next(span for span in (Span(at, at + len(WORD)) for at in starts) if view.shows(span))
        return self.place_of(Side.LEFT, span)

    def find_next(self, bar: FindBar) -> None:
        self.hand.click(bar.next)

    def leave_bar(self, bar: FindBar) -> None:
        self.hand.click(bar._close)

    def choose_sentences(self) -> None:
        self._menu("View", "Comparison options", "Mark whole sentences")

    def choose_red_and_green(self) -> None:
        button = self.window.top_bar.appearance_button
        self.hand.choose(button.menu(), lambda: self.hand.click(button), "Red and green")

    def ask_export(self) -> None:
        button = self.window.top_bar.export_button
        self.hand.choose(button.menu(), lambda: self.hand.click(button), "Export comparison…")

    def choose_form(self, dialog: ExportDialog) -> None:
        item = dialog._items["docx"]
        self.hand.click(dialog.forms.viewport(), lambda: dialog.forms.visualItemRect(item).center())
        self.hand.click(dialog._save)

    def accept_place(self, dialog: QFileDialog) -> None:
        buttons = dialog.findChild(QDialogButtonBox)
        assert buttons is not None
        self.hand.click(buttons.button(QDialogButtonBox.StandardButton.Save))

    def list_recent(self) -> None:
        self._menu("Go", "Recent comparisons")

    def open_earlier(self) -> None:
        rows = self.window.frame.recent.list
        self.hand.click(rows.viewport(), lambda: rows.visualRect(rows.model().index(1, 0)).center())

    def swap_sides(self) -> None:
        self.hand.click(only(self.window, VersionHeader).swap)

    def close(self) -> None:
        self._menu("File", "Quit")

    def _press(self, text: str) -> None:
        """Click the button of the top bar that says so."""
        buttons = self.window.top_bar.findChildren(QToolButton)
        self.hand.click(next(button for button in buttons if button.text() == text and button.isVisible()))

    def _menu(self, title: str, *path: str) -> None:
        """Choose from the menus at the top of the window."""
        bar = self.window.menuBar()
        action = next(action for action in bar.actions() if action.text().replace("&", "") == title)
        menu = action.menu()
        assert isinstance(menu, QMenu)

        def spot() -> QPoint:
            place: QRect = bar.actionGeometry(action)
            return place.center()

        self.hand.choose(menu, lambda: self.hand.click(bar, spot), *path)

    def _on_passage(self, side: Side, words: str) -> None:
        """Choose from the menu of a dropped passage."""
        _, spot = self.point_at(side, self.linkable)
        menu = self.compare._texts.findChild(PassageMenu)
        assert menu is not None
        view = self.compare._texts.panes[side].viewport()
        self.hand.choose(menu.menu, lambda: self.hand.click(view, spot, button=3), words)


if __name__ == "__main__":
    sys.exit(main(__file__, Mouse))
