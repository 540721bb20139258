"""The context menu of the sidebar: what can be done with what is selected. Does nothing itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from variorum.core.library.model import StoryRow
from variorum.gui.telling import distinctions, one_line, told
from variorum.gui.theme.service import ThemeService
from variorum.gui.words import tr

_IN_MENU = 15
"""Stories that are listed in the menu itself; the rest is behind "More stories…"."""
_TITLE = 60


class Handler(Protocol):
    """Who does it."""

    def open(self, article_id: int) -> None:
        """Read an article."""

    def compare(self, left: int, right: int) -> None:
        """Hold two articles side by side."""

    def compare_with(self, article_id: int) -> None:
        """Have another article chosen to compare this one with."""

    def keep(self) -> None:
        """Put what is selected into the library."""

    def rename_story(self) -> None:
        """Ask for another name of the selected story."""

    def new_story(self) -> None:
        """Ask for the name of a story of the selected articles."""

    def move_to(self, story_id: int | None) -> None:
        """Move the selected articles."""

    def dissolve_story(self) -> None:
        """Take the selected story away, leaving its articles."""

    def remove(self) -> None:
        """Remove the selected articles."""


class SidebarMenu(QMenu):
    """Made anew each time, for what is selected then."""

    def __init__(self, theme: ThemeService, handler: Handler, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._handler = handler

    def offer_articles(self, ids: Sequence[int], story: StoryRow | None, stories: Sequence[StoryRow]) -> None:
        """Commands for these articles; `story` is the one whose versions are listed."""
        if len(ids) == 1:
            self._add(tr("Open"), "read", partial(self._handler.open, ids[0]), "Enter")
            self._offer_partners(ids[0], story)
            self._add(tr("Compare with…"), "compare", partial(self._handler.compare_with, ids[0]))
        elif len(ids) == 2:
            self._add(tr("Compare these two"), "compare", partial(self._handler.compare, *ids), "Ctrl+D")
        self.addSeparator()
        if min(ids) < 0:
            self._add(tr("Keep in the library"), "keep", self._handler.keep)
        if max(ids) < 0:
            return
        self._add(tr("New story from selection…"), "new-story", self._handler.new_story, "Ctrl+Shift+N")
        self._offer_stories(stories)
        self.addSeparator()
        self._add(tr("Remove from the library"), "remove", self._handler.remove, "Del")

    def offer_story(self) -> None:
        """Commands for a story."""
        self._add(tr("Rename story…"), "rename", self._handler.rename_story, "F2")
        self._add(tr("Dissolve story (its articles stay)"), "story", self._handler.dissolve_story)

    def _offer_partners(self, article_id: int, story: StoryRow | None) -> None:
        versions = story.versions if story else ()
        if not any(version.id == article_id for version in versions) or len(versions) < 2:
            return
        menu = self.addMenu(self._theme.icon("compare"), tr("Compare with version"))
        apart = distinctions(versions)
        for version in versions:
            if version.id != article_id:
                text = f"{version.siglum}   {told(_short(version.headline), apart.get(version.id, ''))}"
                menu.addAction(_plain(text)).triggered.connect(
                    partial(_ignoring_state, partial(self._handler.compare, article_id, version.id))
                )

    def _offer_stories(self, stories: Sequence[StoryRow]) -> None:
        menu = self.addMenu(self._theme.icon("move"), tr("Move to story"))
        for story in stories[:_IN_MENU]:
            act = partial(_ignoring_state, partial(self._handler.move_to, story.id))
            menu.addAction(_plain(_short(story.name))).triggered.connect(act)
        if len(stories) > _IN_MENU:
            menu.addAction(tr("More stories…")).triggered.connect(lambda: self._choose(stories))
        menu.addSeparator()
        menu.addAction(tr("No story")).triggered.connect(partial(_ignoring_state, partial(self._handler.move_to, None)))

    def _choose(self, stories: Sequence[StoryRow]) -> None:
        names = [f"{story.name}  ({number})" for number, story in enumerate(stories, 1)]
        name, chosen = QInputDialog.getItem(self.parentWidget(), tr("Move to story"), tr("Story:"), names, 0, False)
        if chosen:
            self._handler.move_to(stories[names.index(name)].id)

    def _add(self, text: str, icon: str, act: Callable[[], None], key: str = "") -> None:
        action = self.addAction(self._theme.icon(icon), f"{text}\t{key}" if key else text)
        action.triggered.connect(partial(_ignoring_state, act))


def _ignoring_state(act: Callable[[], None], _checked: bool = False) -> None:
    act()


def _short(text: str) -> str:
    return one_line(text, _TITLE)


def _plain(text: str) -> str:
    """A menu takes & for the mark of an access key."""
    return text.replace("&", "&&")
