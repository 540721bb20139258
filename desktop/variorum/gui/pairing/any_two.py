"""Joins all that holds any two texts side by side, from choosing to comparing again: one door for the window."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from variorum.gui.frame import Frame, Screens
from variorum.gui.library.controller import LibraryController
from variorum.gui.navigator import Navigator
from variorum.gui.pairing.dropping import Dropping
from variorum.gui.pairing.pairing import Pairing
from variorum.gui.pairing.saving import Saving
from variorum.gui.pairing.selecting import Selecting
from variorum.gui.recent.recents import Recents
from variorum.gui.services import Services
from variorum.gui.words import tr


class AnyTwo(QObject):
    """Builds the parts and lets them reach one another."""

    def __init__(
        self,
        services: Services,
        screens: Screens,
        navigator: Navigator,
        frame: Frame,
        library: LibraryController,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._frame, self._screens = frame, screens
        self._theme = services.theme
        saving = Saving(services, library.changes, frame.toast, library.undo, self)
        self.pairing = Pairing(services, screens, navigator, saving, window)
        self._selecting = Selecting(frame.selection_bar, window)
        for speaking in (self.pairing, self._selecting):
            speaking.said.connect(frame.toast.say)
        library.partner_asked.connect(self.pairing.choose_for)
        library.keep_asked.connect(self.pairing.keep_selected)
        self.pairing.failed.connect(library.report_failures)
        self._selecting.chosen.connect(self.pairing.compare_texts)
        self._recents = Recents(services, navigator, library.changes, frame.recent, frame.toast, self)
        self._recents.page_asked.connect(lambda: frame.show_compare(empty=True))
        screens.compare.comparison_shown.connect(self._recents.note)
        screens.sidebar.refreshed.connect(self._recents.refresh)
        frame.recent.left.connect(frame.leave_recent)
        dropping = Dropping(services.theme, services.library, navigator, frame)
        dropping.import_asked.connect(library.imports.start)
        dropping.story_asked.connect(library.import_as_story)
        dropping.pair_asked.connect(self.pairing.compare_files)
        dropping.file_asked.connect(self.pairing.put_file)

    def add_menu(self, above: QMenu) -> None:
        """List the last comparisons in the menu of comparing, below its first commands."""
        menu = QMenu(tr("Compare a&gain"), above)
        menu.setIcon(self._theme.icon("recent"))
        above.insertMenu(next(action for action in above.actions() if action.isSeparator()), menu)
        self._recents.fill(menu)

    def selected(self) -> tuple[int, int] | None:
        """Two articles selected in the results, if these are used, or in the sidebar."""
        results, sidebar = self._screens.results, self._screens.sidebar
        found = results.selected_ids() if results.isVisibleTo(self._frame) else []
        listed = sidebar.selected_articles()
        in_sidebar = sidebar.isAncestorOf(self._frame.focusWidget() or self._frame)
        first, second = (listed, found) if in_sidebar else (found, listed)
        return next(((ids[0], ids[1]) for ids in (first, second) if len(ids) == 2), None)

    def targets(self) -> dict[str, object]:
        """Whose slots the table of actions names."""
        return {"pairing": self.pairing, "selecting": self._selecting, "recents": self._recents}

    def facts(self) -> dict[str, bool]:
        """What holds now, for the commands that need it."""
        return self.pairing.facts()
