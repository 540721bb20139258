"""Joins all that holds any two texts side by side: choosing, keeping, selecting, dropping. One door for the window."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from variorum.gui.frame import Frame, Screens
from variorum.gui.library.controller import LibraryController
from variorum.gui.navigator import Navigator
from variorum.gui.pairing.dropping import Dropping
from variorum.gui.pairing.pairing import Pairing
from variorum.gui.pairing.saving import Saving
from variorum.gui.pairing.selecting import Selecting
from variorum.gui.services import Services


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
        saving = Saving(services, library.changes, frame.toast, library.undo, self)
        self.pairing = Pairing(services, screens, navigator, saving, window)
        self._selecting = Selecting(frame.selection_bar, window)
        for speaking in (self.pairing, self._selecting):
            speaking.said.connect(frame.toast.say)
        library.partner_asked.connect(self.pairing.choose_for)
        library.keep_asked.connect(self.pairing.keep_selected)
        self.pairing.failed.connect(library.report_failures)
        self._selecting.chosen.connect(self.pairing.compare_texts)
        dropping = Dropping(services.theme, services.library, navigator, frame)
        dropping.import_asked.connect(library.imports.start)
        dropping.story_asked.connect(library.import_as_story)
        dropping.pair_asked.connect(self.pairing.compare_files)
        dropping.file_asked.connect(self.pairing.put_file)

    def targets(self) -> dict[str, object]:
        """Whose slots the table of actions names."""
        return {"pairing": self.pairing, "selecting": self._selecting}

    def facts(self) -> dict[str, bool]:
        """What holds now, for the commands that need it."""
        return self.pairing.facts()
