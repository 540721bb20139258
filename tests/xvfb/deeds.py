"""What hands do in the whole work of a comparison, each in their own way. The order stands in `whole_work.py`."""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog
from session import Session

from variorum.core.collate.changes import ChangeKind
from variorum.gui.compare.find_bar import FindBar
from variorum.gui.compare.lens_card import LensCard
from variorum.gui.compare.mode import Mode
from variorum.gui.compare.rows_hand import HandledRows
from variorum.gui.dialogs.export import ExportDialog


class Deeds(Session):
    """All of it is to be said by who has such hands."""

    def seek(self) -> None:
        """Search the library."""
        raise NotImplementedError

    def open_result(self) -> None:
        """Open the best of what was found."""
        raise NotImplementedError

    def hold_beside(self) -> None:
        """Hold the article beside the next version."""
        raise NotImplementedError

    def choose_version(self) -> None:
        """Choose another version on the right."""
        raise NotImplementedError

    def go_on(self) -> str:
        """Go to the next change; returns where that is."""
        raise NotImplementedError

    def go_back(self) -> str:
        """Go to the change before; returns where that is."""
        raise NotImplementedError

    def mark_reviewed(self) -> None:
        """Mark the current change reviewed."""
        raise NotImplementedError

    def note(self) -> None:
        """Write a note on a change."""
        raise NotImplementedError

    def toggle(self, kind: ChangeKind) -> None:
        """Hide or show a kind of change."""
        raise NotImplementedError

    def show_all_kinds(self) -> None:
        """Show all kinds again."""
        raise NotImplementedError

    def show_as(self, mode: Mode) -> None:
        """Show the comparison another way."""
        raise NotImplementedError

    def open_fold(self, view: HandledRows, number: int) -> None:
        """Open the fold that is this row."""
        raise NotImplementedError

    def show_counterpart(self) -> None:
        """Have the lens on a linked passage."""
        raise NotImplementedError

    def ask_why(self, card: LensCard) -> None:
        """Ask why it is linked."""
        raise NotImplementedError

    def leave_lens(self) -> None:
        """Have the lens go."""
        raise NotImplementedError

    def link_dropped(self) -> None:
        """Link a dropped passage with what comes close to it."""
        raise NotImplementedError

    def unlink(self) -> None:
        """Take that link away."""
        raise NotImplementedError

    def undo(self) -> None:
        """Undo."""
        raise NotImplementedError

    def redo(self) -> None:
        """Do it again."""
        raise NotImplementedError

    def look_for(self, bar: FindBar) -> None:
        """Look for words in both versions."""
        raise NotImplementedError

    def find_next(self, bar: FindBar) -> None:
        """Go to the next match."""
        raise NotImplementedError

    def leave_bar(self, bar: FindBar) -> None:
        """Close the bar."""
        raise NotImplementedError

    def choose_sentences(self) -> None:
        """Have reworded sentences marked whole."""
        raise NotImplementedError

    def choose_red_and_green(self) -> None:
        """Choose another color scheme."""
        raise NotImplementedError

    def ask_export(self) -> None:
        """Ask for an export."""
        raise NotImplementedError

    def choose_form(self, dialog: ExportDialog) -> None:
        """Choose the Word document."""
        raise NotImplementedError

    def accept_place(self, dialog: QFileDialog) -> None:
        """Save it where it is proposed."""
        raise NotImplementedError

    def list_recent(self) -> None:
        """List the last comparisons."""
        raise NotImplementedError

    def open_earlier(self) -> None:
        """Open the one before."""
        raise NotImplementedError

    def swap_sides(self) -> None:
        """Swap the sides."""
        raise NotImplementedError

    def close(self) -> None:
        """Close the window."""
        raise NotImplementedError
