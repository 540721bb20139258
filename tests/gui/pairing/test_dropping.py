"""Files dropped on the window: what is offered where, and what is done, by the events that Qt sends."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from made_window import Made
from variorum.core.library.library import Library
from variorum.gui.navigator import Comparing, Reading
from variorum.gui.pairing.drop_zones import Dragged, Drop, zone_at, zones
from variorum.gui.widgets.drop_overlay import DropOverlay

pytestmark = pytest.mark.filterwarnings("ignore:.*QDragEnterEvent:DeprecationWarning")
SIDEBAR, CONTENT = QRect(0, 50, 260, 700), QRect(261, 50, 1019, 700)
COPY, BUTTON, NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
OTHER = "Old bridge to close in June\n\nThe old bridge will close in June, the city said on Tuesday."


def files(folder: Path, *texts: str) -> list[Path]:
    found = [folder / f"version-{number}.txt" for number, _ in enumerate(texts)]
    for file, text in zip(found, texts, strict=True):
        file.write_text(text, encoding="utf-8")
    return found


class Drag:
    """Paths dragged over a window."""

    def __init__(self, made: Made, paths: list[Path]) -> None:
        self.frame = made.window.frame
        self.data = QMimeData()
        self.data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        self.overlay = self.frame.findChildren(DropOverlay)[0]

    def enter(self, at: QPoint) -> bool:
        event = QDragEnterEvent(at, COPY, self.data, BUTTON, NONE)
        QApplication.sendEvent(self.frame, event)
        return event.isAccepted()

    def move(self, at: QPoint) -> bool:
        event = QDragMoveEvent(at, COPY, self.data, BUTTON, NONE)
        QApplication.sendEvent(self.frame, event)
        return event.isAccepted()

    def drop(self, at: QPoint) -> None:
        self.enter(at)
        self.move(at)
        QApplication.sendEvent(self.frame, QDropEvent(QPointF(at), COPY, self.data, BUTTON, NONE))

    def left(self) -> QPoint:
        content = self.frame.parts()[1]
        return QPoint(content.left() + 60, content.center().y())

    def right(self) -> QPoint:
        content = self.frame.parts()[1]
        return QPoint(content.right() - 60, content.center().y())


def test_each_part_of_the_window_says_what_it_does() -> None:
    def offered(dragged: Dragged, *, beside: tuple[str, str] | None = ("A", "B"), bar: QRect = SIDEBAR) -> list[Drop]:
        return [zone.drop for zone in zones(bar, CONTENT, dragged, beside)]

    assert offered(Dragged(1)) == [Drop.LIBRARY, Drop.LEFT, Drop.RIGHT]
    assert offered(Dragged(1), bar=QRect()) == [Drop.LEFT, Drop.RIGHT]
    assert offered(Dragged(1), beside=None) == [Drop.LIBRARY, Drop.READ]
    assert offered(Dragged(2)) == [Drop.LIBRARY, Drop.PAIR]
    assert offered(Dragged(3)) == [Drop.LIBRARY, Drop.STORY]
    assert offered(Dragged(41)) == [Drop.LIBRARY]
    assert offered(Dragged(2, folders=True)) == [Drop.LIBRARY]
    halves = zones(SIDEBAR, CONTENT, Dragged(1), ("the right one", "the left one"))
    left, right = zone_at(halves, QPoint(300, 400)), zone_at(halves, QPoint(1200, 400))
    assert left is not None
    assert right is not None
    assert (left.drop, left.detail) == (Drop.LEFT, "the right one")
    assert (right.drop, right.detail) == (Drop.RIGHT, "the left one")
    assert zone_at(halves, QPoint(1200, 10)) is None
    assert left.rect.width() + right.rect.width() == CONTENT.width()


@pytest.mark.parametrize("where", ["left", "right"])
def test_one_file_stands_where_it_is_dropped_beside_the_article(
    made: Made, library: Library, story: tuple[int, ...], tmp_path: Path, where: str
) -> None:
    made.window.library.open(story[0])
    drag = Drag(made, files(tmp_path, OTHER))
    before = library.revision()
    point = drag.left() if where == "left" else drag.right()
    assert drag.enter(point)
    assert drag.overlay.isVisible()
    assert drag.overlay.accessibleName() == f"Drop on the {where} to compare with “Old bridge to close in May”"
    drag.drop(point)
    assert not drag.overlay.isVisible()
    ids = [row.id for row in made.rows()]
    assert isinstance(made.here(), Comparing)
    assert ids == ([-1, story[0]] if where == "left" else [story[0], -1])
    assert library.revision() == before


def test_in_a_comparison_the_file_takes_the_place_of_the_side(
    made: Made, story: tuple[int, ...], tmp_path: Path
) -> None:
    made.window.library.compare(story[0], story[1])
    drag = Drag(made, files(tmp_path, OTHER))
    drag.enter(drag.left())
    assert drag.overlay.accessibleName().endswith("compare with “Bridge closes”")
    drag.drop(drag.left())
    assert [row.id for row in made.rows()] == [-1, story[1]]


def test_two_files_are_compared_more_become_a_story(
    made: Made, library: Library, story: tuple[int, ...], tmp_path: Path
) -> None:
    found = files(tmp_path, *(f"Trams {n} late\n\nThe trams are {n} late again." for n in ("hours", "days", "weeks")))
    drag = Drag(made, found[:2])
    drag.drop(drag.left())
    assert [row.path for row in made.rows()] == [str(path) for path in found[:2]]
    assert all(row.is_unsaved for row in made.rows())
    drag = Drag(made, found)
    drag.drop(drag.right())
    (newest, *_) = library.stories()
    assert [version.path for version in newest.versions] == [str(path) for path in found]
    assert made.here() == Reading(newest.versions[0].id)
    made.do("undo")
    assert newest.id not in [one.id for one in library.stories()]


def test_what_cannot_be_read_changes_nothing_and_says_why(made: Made, story: tuple[int, ...], tmp_path: Path) -> None:
    made.window.library.open(story[0])
    (good,) = files(tmp_path, OTHER)
    bad = tmp_path / "page.pdf"
    bad.write_bytes(b"%PDF-1.7 and so on")
    for paths in ([bad], [good, bad]):
        drag = Drag(made, paths)
        drag.drop(drag.right())
        assert made.here() == Reading(story[0])
        assert made.said() == "“page.pdf” is not a text file: it holds binary data (it looks like a PDF document)."


def test_a_folder_goes_into_the_library(made: Made, library: Library, tmp_path: Path) -> None:
    files(tmp_path, OTHER)
    drag = Drag(made, [tmp_path])
    drag.drop(drag.right())
    assert "Old bridge to close in June" in [row.headline for row in library.articles()]


def test_what_is_no_file_and_what_leaves_is_let_go(made: Made, story: tuple[int, ...], tmp_path: Path) -> None:
    made.window.library.open(story[0])
    drag = Drag(made, files(tmp_path, OTHER))
    assert drag.enter(drag.left())
    assert not drag.move(QPoint(400, 10)), "on the top bar it does nothing"
    QApplication.sendEvent(drag.frame, QDragLeaveEvent())
    assert not drag.overlay.isVisible()
    drag.data = QMimeData()
    drag.data.setUrls([QUrl("https://example.org/a.txt")])
    assert not drag.enter(drag.left())
    assert made.here() == Reading(story[0])


@pytest.mark.parametrize("width", [760, 1280])
def test_it_is_drawn_with_any_headline(made: Made, library: Library, tmp_path: Path, width: int) -> None:
    made.window.resize(width, 600)
    made.window.library.open(library.add("Word " * 200 + "\n\nThe end.").id)
    drag = Drag(made, files(tmp_path, OTHER))
    drag.enter(drag.right())
    assert not drag.overlay.grab().isNull()
