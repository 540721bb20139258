"""Files dragged over the window: shows what would happen where, and does it where they are dropped."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent

from variorum.core.library.library import Library
from variorum.gui.compare.presentation import Side
from variorum.gui.frame import Frame
from variorum.gui.navigator import Comparing, Navigator
from variorum.gui.pairing.drop_zones import Dragged, Drop, Zone, zone_at, zones
from variorum.gui.pairing.urls import local_files
from variorum.gui.telling import one_line
from variorum.gui.theme.service import ThemeService
from variorum.gui.widgets.drop_overlay import DropOverlay

_HEADLINE = 120


class Dropping(QObject):
    """Takes the drags of the window's inside."""

    import_asked = Signal(list)
    """Paths to add to the library."""
    story_asked = Signal(list)
    """Paths of files that are to become a story."""
    pair_asked = Signal(list)
    """Paths of two files to compare."""
    file_asked = Signal(object, object)
    """A `Side` and the path of a file that is to stand there; where nothing is open it is read."""

    def __init__(self, theme: ThemeService, library: Library, navigator: Navigator, frame: Frame) -> None:
        super().__init__(frame)
        self._library, self._navigator, self._frame = library, navigator, frame
        self._overlay = DropOverlay(theme, frame)
        self._zones: tuple[Zone, ...] = ()
        frame.setAcceptDrops(True)
        frame.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.DragLeave:
            self._overlay.hide()
            return True
        if isinstance(event, QDragMoveEvent):  # which a drag that enters is, too
            return self._enter(event) if kind is QEvent.Type.DragEnter else self._move(event)
        if isinstance(event, QDropEvent) and kind is QEvent.Type.Drop:
            return self._drop(event)
        return super().eventFilter(watched, event)

    def _enter(self, event: QDragMoveEvent) -> bool:
        paths = local_files(event.mimeData().urls())
        if not paths:
            event.ignore()
            return True
        self._zones = self._offer(paths)
        self._overlay.cover(self._zones)
        self._point_at(event.position().toPoint())
        # Taken wherever it enters, or no further move would be told of.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        return True

    def _move(self, event: QDragMoveEvent) -> bool:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(self._point_at(event.position().toPoint()) is not None)
        return True

    def _drop(self, event: QDropEvent) -> bool:
        self._overlay.hide()
        paths = list(local_files(event.mimeData().urls()))
        zone = zone_at(self._zones, event.position().toPoint())
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(zone is not None)
        if zone is not None and paths:
            self._take(zone.drop, paths)
        return True

    def _take(self, drop: Drop, paths: list[Path]) -> None:
        match drop:
            case Drop.LIBRARY:
                self.import_asked.emit(paths)
            case Drop.STORY:
                self.story_asked.emit(paths)
            case Drop.PAIR:
                self.pair_asked.emit(paths)
            case Drop.LEFT | Drop.RIGHT | Drop.READ:
                self.file_asked.emit(Side.LEFT if drop is Drop.LEFT else Side.RIGHT, paths[0])

    def _point_at(self, point: QPoint) -> Zone | None:
        zone = zone_at(self._zones, point)
        self._overlay.point_at(zone)
        return zone

    def _offer(self, paths: Sequence[Path]) -> tuple[Zone, ...]:
        dragged = Dragged(len(paths), any(os.path.isdir(path) for path in paths), paths[0].name)
        sidebar, content = self._frame.parts()
        return zones(sidebar or QRect(), content, dragged, self._beside())

    def _beside(self) -> tuple[str, str] | None:
        """The headlines of what stays if a file is dropped on the left and on the right."""
        here = self._navigator.here
        if here is None:
            return None
        ids = (here.right, here.left) if isinstance(here, Comparing) else (here.article_id,) * 2
        rows = {row.id: f"“{one_line(row.headline, _HEADLINE)}”" for row in self._library.articles(set(ids))}
        return rows.get(ids[0], ""), rows.get(ids[1], "")
