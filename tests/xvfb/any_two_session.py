"""Any two texts held side by side in the real window: the clipboard, any article, two selections, files dragged from
another program, a comparison of before. Real keys, real mouse, a real drag between two programs.

python tests/xvfb/any_two_session.py [--dark] [--size 1280x800] [--shots FOLDER]
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from other_program import SIZE
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from session import Session, main

from variorum.core.library.model import ArticleRow
from variorum.gui.navigator import Comparing, Reading
from variorum.gui.pairing.picker import ArticlePicker
from variorum.gui.widgets.drop_overlay import DropOverlay
from variorum.gui.widgets.prose import ProseView

PASTED = """Harbor ferry fares to rise again in May

Fares on the harbor ferry will rise by 10 percent in May, the operator said on Monday.

“We have held out as long as we could,” said its director, Ann Holt. About 4,000 people take the ferry every day.
"""
EDITED = PASTED.replace("10 percent", "12 percent").replace("said its director", "said its owner")
FILES = {"ferry-1000.txt": PASTED.replace("again ", ""), "ferry-1400.txt": EDITED}


class AnyTwoSession(Session):
    """The steps, in order."""

    def run(self) -> None:
        # The home of this test is itself in the folder for what passes, whose files are not remembered.
        tempfile.tempdir = str(Path.home() / "passing")
        with tempfile.TemporaryDirectory(dir=Path.home()) as folder:
            self.files = [Path(folder) / name for name in FILES]
            for file, text in zip(self.files, FILES.values(), strict=True):
                file.write_text(text, encoding="utf-8")
            for step in (self.start, self.paste, self.keep, self.choose, self.select, self.drop, self.again):
                step()

    def paste(self) -> None:
        """Ctrl+Shift+V: what another program has copied stands on the right."""
        self._click_version("A")
        with self._other_program([self.files[0]]):
            self.hand.key("ctrl+shift+v")
            self.hand.until(lambda: self._rows_open()[-1:] and self._rows_open()[-1].is_unsaved, "it is compared")
            self.compared()
            self.hand.shoot("1-clipboard")

    def keep(self) -> None:
        """Ctrl+S keeps it, Ctrl+Z takes that back."""
        self.hand.key("ctrl+s")
        self.hand.until(lambda: not self._rows_open()[-1].is_unsaved, "it is kept")
        self.hand.shoot("2-kept")
        self.hand.key("ctrl+z")
        self.hand.until(lambda: self._rows_open()[-1].is_unsaved, "it is held again")

    def choose(self) -> None:
        """Ctrl+Shift+D, and type."""
        self.hand.key("ctrl+1", "ctrl+shift+d")
        self.hand.until(lambda: self._pickers(), "the list is there")
        self.hand.shoot("3-any-article")
        self.hand.type("nato")
        self.hand.key("Return")
        self.hand.until(lambda: isinstance(self.window.navigator.here, Comparing), "two are compared")
        self.compared()

    def select(self) -> None:
        """A selection in one article, another in the next."""
        for siglum in ("A", "B"):
            self._click_version(siglum)
            self.hand.until(lambda: isinstance(self.window.navigator.here, Reading), "it is read")
            self.hand.steady(self.reader.view)
            self._select_by_mouse(self.reader.view)
            self.hand.key("ctrl+shift+s")
            if siglum == "A":
                self.hand.until(lambda: self.window.frame.selection_bar.isVisible(), "the first one is shown")
                self.hand.shoot("4-first-selection")
        self.hand.until(lambda: all(row.is_unsaved for row in self._rows_open()), "the selections are compared")
        self.compared()
        self.hand.shoot("5-two-selections")

    def drop(self) -> None:
        """One file on the left half, then two files."""
        self.hand.key("alt+Left")
        self.hand.until(lambda: isinstance(self.window.navigator.here, Reading), "it is read")
        with self._other_program(self.files[:1]) as source:
            self._drag(source, self._content(0.25), "6-drop-left")
        self.hand.until(lambda: isinstance(self.window.navigator.here, Comparing), "the file is compared")
        assert self._rows_open()[0].path == str(self.files[0])
        self.compared()
        with self._other_program(self.files[:2]) as source:
            self._drag(source, self._content(0.5), "7-drop-two")
        self.hand.until(
            lambda: [row.path for row in self._rows_open()] == [str(file) for file in self.files[:2]], "both files are"
        )
        self.compared()
        self.hand.shoot("8-two-files")

    def again(self) -> None:
        """Ctrl+H, one down, Enter."""
        self.hand.key("ctrl+h")
        page = self.window.frame.recent
        self.hand.until(lambda: page.list.isVisible() and page.model.rowCount() >= 3, "they are listed")
        self.hand.shoot("9-recent")
        before = self.window.navigator.here
        self.hand.key("Down", "Return")
        self.hand.until(lambda: self.window.navigator.here != before, "an earlier one is open")
        self.hand.until(lambda: self.window.frame.compares(), "it is shown")

    def _rows_open(self) -> tuple[ArticleRow, ...]:
        here = self.window.navigator.here
        ids = (here.left, here.right) if isinstance(here, Comparing) else (here.article_id,) if here else ()
        return self.window._services.library.articles(ids)

    def _pickers(self) -> list[ArticlePicker]:
        return [picker for picker in self.window.findChildren(ArticlePicker) if picker.isVisible()]

    def _select_by_mouse(self, view: ProseView) -> None:
        """Press in the first paragraph of text and pull to its next line."""
        assert view.article is not None
        first = next(part.span for part in view.article.paragraphs if part.kind.tells and len(part.span) > 150)
        line = view.rects_of(first)[0].translated(0, -view.verticalScrollBar().value()).toRect()
        start = view.viewport().mapToGlobal(line.topLeft() + QPoint(2, line.height() // 2))
        self.hand.pull(start, start + QPoint(round(line.width() * 0.7), line.height()))

    def _content(self, across: float) -> QPoint:
        content = self.window.frame.parts()[1]
        spot = QPoint(content.left() + round(across * content.width()), content.center().y())
        return self.window.frame.mapToGlobal(spot)

    def _drag(self, source: QPoint, target: QPoint, shot: str) -> None:
        """Drag from the other program to a place of the window, look at what is offered there, and let go."""
        (overlay,) = self.window.findChildren(DropOverlay)

        def look() -> None:
            self.hand.until(overlay.isVisible, "the window says what would happen")
            self.hand.shoot(shot)

        self.hand.pull(source, target, look)
        self.hand.until(lambda: not overlay.isVisible(), "it is dropped")

    @contextmanager
    def _other_program(self, files: list[Path]) -> Iterator[QPoint]:
        """Start the other program; yields where its window is."""
        screen = QApplication.primaryScreen().geometry()
        x, y = screen.right() - SIZE[0] - 20, screen.bottom() - SIZE[1] - 40
        script = Path(__file__).with_name("other_program.py")
        command = [sys.executable, str(script), str(x), str(y), PASTED, *map(str, files)]
        program = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        try:
            assert program.stdout is not None
            assert program.stdout.readline() == "ready\n"
            self.hand.rest(0.6)
            yield QPoint(x + SIZE[0] // 2, y + SIZE[1] // 2)
        finally:
            program.terminate()
            program.wait(timeout=10)


if __name__ == "__main__":
    sys.exit(main(__file__, AnyTwoSession))
