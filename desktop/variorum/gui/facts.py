"""What holds in the window now, for the commands that need it. Asks the screens and changes nothing."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QUndoStack

from variorum.gui.frame import Frame, Screens
from variorum.gui.hits import Hits
from variorum.gui.navigator import Navigator
from variorum.gui.pairing.any_two import AnyTwo
from variorum.gui.searching import Searching


@dataclass(frozen=True, slots=True)
class Facts:
    """Those who know."""

    screens: Screens
    frame: Frame
    navigator: Navigator
    any_two: AnyTwo
    hits: Hits
    searching: Searching
    stack: QUndoStack

    def now(self, *, can_compare: bool, waits_aside: bool) -> set[str]:
        """The names of what holds (see `ActionSpec.needs`). `can_compare` tells whether what is read has something to
        be compared with, `waits_aside` whether something open is behind what is shown."""
        screens, stack = self.screens, self.stack
        comparison = self.frame.shows_comparison()
        holds = self.any_two.facts() | {
            "article": self.frame.reads() and screens.reader.article_id() is not None,
            "hits": self.hits.there(),
            "comparison": comparison,
            "comparing": comparison or (self.frame.compares() and screens.compare.comparing.under_way),
            "doubtful": comparison and screens.compare.inquiry.doubtful() > 0,
            "hidden-kinds": comparison and screens.compare.filtering.hides,
            "results": self.searching.has_results(),
            "selection": bool(screens.sidebar.selected_kept()),
            "two": self.any_two.selected() is not None or can_compare,
            "story": screens.sidebar.selected_story() is not None,
            "undo": stack.canUndo(),
            "redo": stack.canRedo(),
            "back": self.navigator.can_go_back() or waits_aside,
            "forward": self.navigator.can_go_forward(),
        }
        return {name for name, true in holds.items() if true}
